import { expect } from 'chai';
import { areaOf, signedArea } from '../testing/outlines.js';
import { outlineSteps, traceOutline, type Outline } from './contour.js';
import { createTarget, targetNames, type Target } from './targets.js';

function pointsOf(outline: Outline): [number, number][] {
  return outline.flatMap((loop) => (
    Array.from({ length: loop.length / 2 }, (_, k): [number, number] => [loop[2 * k], loop[2 * k + 1]])));
}

/** Returns whether there are points inside and outside within `reach`; beyond the square is outside. */
function isOnEdge(target: Target, x: number, y: number, reach: number): boolean {
  const found = new Set<boolean>();
  for (let j = -4; j <= 4; j++) {
    for (let i = -4; i <= 4; i++) {
      const [px, py] = [x + (i * reach) / 4, y + (j * reach) / 4];
      found.add(Math.abs(px) <= 1 && Math.abs(py) <= 1 && target(px, py) >= 0.5);
    }
  }
  return found.size === 2;
}

describe('traceOutline', () => {
  it('follows the circle to within a thousandth', () => {
    for (const radius of [0.05, 0.31, 0.5, 0.97]) {
      const points = pointsOf(traceOutline(createTarget('circle', { radius })));
      expect(points.length).to.be.at.least(16);
      for (const [x, y] of points) expect(Math.sqrt(x * x + y * y), `radius ${radius}`).to.be.closeTo(radius, 0.001);
    }
  });

  it('encloses the true area of each named target', () => {
    const areas: [string, number, number][] = [
      ['circle', 0.5, Math.PI / 4], ['circle', 0.93, Math.PI * 0.93 ** 2], ['square', 0.5, 1],
      ['square', 0.333, 4 * 0.333 ** 2], ['ring', 0.5, (Math.PI * 3) / 16], ['cross', 0.5, 5 / 9], ['half', 0.5, 2],
      ['xor', 0.5, 2], ['spiral', 0.5, (Math.PI / 2) * 0.945 ** 2],
    ];
    for (const [name, radius, area] of areas) {
      expect(areaOf(traceOutline(createTarget(name, { radius }))) / area, `${name} ${radius}`).to.be.closeTo(1, 0.005);
    }
  });

  for (const name of targetNames) {
    it(`closes every loop of the ${name} and keeps it on the edge`, () => {
      const reach = name === 'xor' ? 0.024 : 0.002; // a cell's diagonal cuts the corner where the squares of xor touch
      for (const radius of [0.05, 0.2, 0.5, 0.77, 1]) {
        const target = createTarget(name, { radius });
        const outline = traceOutline(target);
        expect(outline.length, `radius ${radius}`).to.be.above(0);
        for (const loop of outline) {
          expect(loop.length % 2).to.equal(0);
          expect(loop.length / 2, `points at radius ${radius}`).to.be.at.least(3);
          for (let k = 0; k < loop.length; k += 2) {
            const m = (k + 2) % loop.length;
            const [x, y, nextX, nextY] = [loop[k], loop[k + 1], loop[m], loop[m + 1]];
            const what = `radius ${radius}: (${x}, ${y})`;
            expect(isOnEdge(target, x, y, 0.001), what).to.equal(true);
            expect(isOnEdge(target, (x + nextX) / 2, (y + nextY) / 2, reach), `${what}, middle of edge`).to.equal(true);
            expect(Math.max(Math.abs(nextX - x), Math.abs(nextY - y)), `${what}, length of edge`).to.be.below(0.07);
          }
        }
      }
    });
  }

  it('finds the corners of the square', () => {
    for (const radius of [0.5, 0.41, 0.333]) {
      const points = pointsOf(traceOutline(createTarget('square', { radius })));
      for (const [x, y] of [[1, 1], [1, -1], [-1, 1], [-1, -1]]) {
        const distances = points.map(([px, py]) => Math.max(Math.abs(px - x * radius), Math.abs(py - y * radius)));
        expect(Math.min(...distances), `corner (${x}, ${y}) of ${radius}`).to.be.below(0.01);
      }
    }
  });

  it('turns the same way around every inside and the other way around holes', () => {
    const turns = ['circle', 'square', 'cross', 'heart', 'half', 'spiral'].map((name) => (
      traceOutline(createTarget(name)).map((loop) => Math.sign(signedArea(loop)))));
    expect(turns.map((loops) => loops.length)).to.deep.equal([1, 1, 1, 1, 1, 1]);
    expect(new Set(turns.flat()).size).to.equal(1);
    const ring = traceOutline(createTarget('ring')).map(signedArea);
    expect(ring).to.have.length(2);
    expect(Math.sign(ring[0])).to.equal(-Math.sign(ring[1]));
  });

  it('is empty if nothing is inside', () => {
    for (const value of [0, 0.4999, NaN]) expect(traceOutline(() => value)).to.deep.equal([]);
  });

  it('is the border if everything is inside', () => {
    const outline = traceOutline(() => 1);
    expect(outline).to.have.length(1);
    expect(areaOf(outline)).to.be.closeTo(4, 0.01);
    for (const [x, y] of pointsOf(outline)) expect(Math.max(Math.abs(x), Math.abs(y))).to.be.closeTo(1, 0.001);
  });

  it('crosses a graded target where it is one half', () => {
    const inner = pointsOf(traceOutline((x) => (x + 1) / 2)).filter(([x, y]) => x < 0.9 && Math.abs(y) < 0.9);
    for (const [x] of inner) expect(x).to.be.closeTo(0, 0.001);
  });

  it('is the same every time', () => {
    const target = createTarget('heart');
    expect(pointsOf(traceOutline(target))).to.deep.equal(pointsOf(traceOutline(target)));
  });

  it('comes in steps of about a thousand calls of the target, to the same outline', () => {
    const target = createTarget('0.5 + 0.5*sin(20*x)*cos(20*y)');
    let calls = 0;
    const steps = outlineSteps((x, y) => (calls++, target(x, y)));
    const found: number[] = [];
    for (;;) {
      const { done, value } = steps.next();
      found.push(calls);
      calls = 0;
      if (!done) continue;
      expect(value).to.deep.equal(traceOutline(target));
      break;
    }
    expect(found.length).to.be.at.least(40);
    expect(Math.max(...found)).to.be.within(1000, 1500);
  });
});
