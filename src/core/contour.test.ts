import { expect } from 'chai';
import { traceOutline, type Outline } from './contour.js';
import { createTarget, targetNames, type Target } from './targets.js';

/** Twice the signed area by the shoelace formula: > 0 counterclockwise. */
function signedArea(loop: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < loop.length; k += 2) {
    const m = (k + 2) % loop.length;
    sum += loop[k] * loop[m + 1] - loop[m] * loop[k + 1];
  }
  return sum / 2;
}

function totalArea(outline: Outline): number {
  return Math.abs(outline.reduce((sum, loop) => sum + signedArea(loop), 0));
}

function pointsOf(outline: Outline): [number, number][] {
  return outline.flatMap((loop) => Array.from({ length: loop.length / 2 }, (_, k): [number, number] => [loop[2 * k], loop[2 * k + 1]]));
}

/** Whether a point has both sides within `reach`, beyond the square being outside. */
function isOnEdge(target: Target, x: number, y: number, reach: number): boolean {
  let [inside, outside] = [false, false];
  for (let j = -4; j <= 4; j++) {
    for (let i = -4; i <= 4; i++) {
      const [px, py] = [x + (i * reach) / 4, y + (j * reach) / 4];
      const here = Math.abs(px) <= 1 && Math.abs(py) <= 1 && target(px, py) >= 0.5;
      if (here) inside = true;
      else outside = true;
    }
  }
  return inside && outside;
}

const areas: [string, number, number][] = [
  ['circle', 0.5, Math.PI / 4],
  ['circle', 0.93, Math.PI * 0.93 ** 2],
  ['square', 0.5, 1],
  ['square', 0.333, 4 * 0.333 ** 2],
  ['ring', 0.5, (Math.PI * 3) / 16],
  ['cross', 0.5, 5 / 9],
  ['half', 0.5, 2],
  ['xor', 0.5, 2],
  ['spiral', 0.5, (Math.PI / 2) * 0.945 ** 2],
];

describe('traceOutline', () => {
  it('follows the circle to within a thousandth', () => {
    for (const radius of [0.05, 0.31, 0.5, 0.97]) {
      const points = pointsOf(traceOutline(createTarget('circle', { radius })));
      expect(points.length).to.be.at.least(16);
      for (const [x, y] of points) expect(Math.sqrt(x * x + y * y), `radius ${radius}`).to.be.closeTo(radius, 0.001);
    }
  });

  for (const [name, radius, area] of areas) {
    it(`encloses the area of the ${name} of radius ${radius}`, () => {
      expect(totalArea(traceOutline(createTarget(name, { radius }))) / area).to.be.closeTo(1, 0.005);
    });
  }

  for (const name of targetNames) {
    it(`closes every loop of the ${name} and keeps it on the edge`, () => {
      // Where the two squares of xor meet in a point, a cell's diagonal parts them.
      const reach = name === 'xor' ? 0.024 : 0.002;
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
            expect(isOnEdge(target, x, y, 0.001), `radius ${radius}: point (${x}, ${y})`).to.equal(true);
            expect(isOnEdge(target, (x + nextX) / 2, (y + nextY) / 2, reach), `radius ${radius}: middle of edge at (${x}, ${y})`).to.equal(true);
            expect(Math.max(Math.abs(nextX - x), Math.abs(nextY - y)), 'no edge leaps over a cell').to.be.below(0.07);
          }
        }
      }
    });
  }

  it('finds the corners of the square', () => {
    for (const radius of [0.5, 0.41, 0.333]) {
      const points = pointsOf(traceOutline(createTarget('square', { radius })));
      for (const [x, y] of [[1, 1], [1, -1], [-1, 1], [-1, -1]]) {
        const nearest = Math.min(...points.map(([px, py]) => Math.max(Math.abs(px - x * radius), Math.abs(py - y * radius))));
        expect(nearest, `corner (${x}, ${y}) of ${radius}`).to.be.below(0.01);
      }
    }
  });

  it('gives the ring two loops that turn against each other, and the spiral one', () => {
    const ring = traceOutline(createTarget('ring')).map(signedArea).sort((a, b) => Math.abs(a) - Math.abs(b));
    expect(ring).to.have.length(2);
    expect(Math.sign(ring[0])).to.equal(-Math.sign(ring[1]));
    expect(traceOutline(createTarget('spiral'))).to.have.length(1);
  });

  it('turns the same way around every inside, so that holes can be told by their turn', () => {
    const turns = ['circle', 'square', 'cross', 'heart', 'half', 'spiral'].map((name) => traceOutline(createTarget(name)).map(signedArea));
    expect(new Set(turns.flat().map(Math.sign)).size).to.equal(1);
    expect(turns.flat()).to.have.length(6);
  });

  it('has nothing to draw where nothing is inside', () => {
    expect(traceOutline(() => 0)).to.deep.equal([]);
    expect(traceOutline(() => 0.4999)).to.deep.equal([]);
    expect(traceOutline(() => NaN)).to.deep.equal([]);
  });

  it('draws the border where everything is inside', () => {
    const outline = traceOutline(() => 1);
    expect(outline).to.have.length(1);
    expect(totalArea(outline)).to.be.closeTo(4, 0.01);
    for (const [x, y] of pointsOf(outline)) expect(Math.max(Math.abs(x), Math.abs(y))).to.be.closeTo(1, 0.001);
  });

  it('crosses a soft target where it is one half', () => {
    for (const [x] of pointsOf(traceOutline((px) => (px + 1) / 2)).filter(([px, py]) => px < 0.9 && Math.abs(py) < 0.9)) {
      expect(x).to.be.closeTo(0, 0.001);
    }
  });

  it('gives the same outline again', () => {
    const target = createTarget('heart');
    expect(traceOutline(target).map((loop) => [...loop])).to.deep.equal(traceOutline(target).map((loop) => [...loop]));
  });
});
