import { expect } from 'chai';
import fc from 'fast-check';
import { meets, placeLabels, type PlacedLabel, type Surroundings } from './label-placement.js';
import { overlaps } from '../../draw/style.js';
import { numbers } from '../../testing/numbers.js';
import type { Box } from '../../draw/types.js';

const within: Box = { x: 0, y: 0, width: 400, height: 300 };

/** Returns points x, y of a function, one in each column. */
const line = (f: (x: number) => number): Float64Array =>
  Float64Array.from(Array.from({ length: 401 }, (_, x) => [x, f(x)]).flat());

const around = (curves: Float64Array[], taken: Box[] = []): Surroundings =>
  ({ within, curves, taken, lines: { x: [], y: [] } });
const label = (width = 50, height = 15): Pick<Box, 'width' | 'height'> => ({ width, height });

/** Returns the smallest distance of a box from the points of a curve. */
function distance({ x, y, width, height }: Box, points: Float64Array): number {
  let least = Infinity;
  for (let k = 0; k < points.length; k += 2) {
    const dx = Math.max(x - points[k], 0, points[k] - x - width);
    const dy = Math.max(y - points[k + 1], 0, points[k + 1] - y - height);
    least = Math.min(least, Math.hypot(dx, dy));
  }
  return least;
}

describe('meets', () => {
  const box = { x: 100, y: 100, width: 20, height: 20 };

  for (const [what, points, gap, expected] of [
    ['through the box', line((x) => x), 0, true],
    ['across it', line(() => 110), 0, true],
    ['above it', line(() => 99), 0, false],
    ['above it, nearer than the gap', line(() => 99), 2, true],
    ['across it without a point inside', Float64Array.of(0, 110, 400, 110), 0, true],
    ['that ends before it', Float64Array.of(0, 110, 50, 110), 0, false],
    ['that begins after it', Float64Array.of(150, 110, 400, 110), 0, false],
    ['down through it between two points', Float64Array.of(105, 0, 106, 300), 0, true],
  ] as const) {
    it(`is ${expected} for a curve ${what}`, () => {
      expect(meets(points, box, gap)).to.equal(expected);
    });
  }
});

describe('placeLabels', () => {
  it('puts the label of a single curve beside it, without a leader', () => {
    const curve = line((x) => 200 - x / 4);
    const [placed] = placeLabels([label()], around([curve]));
    expect(placed!.leader).to.equal(undefined);
    expect(distance(placed!.box, curve)).to.be.within(2, 15);
  });

  it('gives curves that coincide leaders to places apart from each other', () => {
    const curves = [line((x) => 250 - x / 2), line((x) => 251 - x / 2)];
    const labels = placeLabels([label(), label()], around(curves)) as PlacedLabel[];
    const tips = labels.map(({ leader }) => leader!.slice(2));
    tips.forEach(([x, y], k) => expect(y).to.be.closeTo(curves[k][2 * Math.round(x) + 1], 1));
    expect(Math.hypot(tips[0][0] - tips[1][0], tips[0][1] - tips[1][1])).to.be.at.least(48);
  });

  it('covers no axis if there is another place', () => {
    const curve = line(() => 150);
    const [placed] = placeLabels([label()], { ...around([curve]), lines: { x: [320], y: [160] } });
    const { x, y, width, height } = placed!.box;
    expect(x < 320 && x + width > 320, 'the vertical one').to.equal(false);
    expect(y < 160 && y + height > 160, 'the horizontal one').to.equal(false);
  });

  it('finds no place if there is none', () => {
    const curve = line((x) => 150 + 100 * Math.sin(x / 30));
    expect(placeLabels([label()], around([curve], [within]))).to.deep.equal([undefined]);
    expect(placeLabels([label(500)], around([curve]))).to.deep.equal([undefined]);
  });

  it('touches neither curve nor label nor what is there, and stays within, for any curves', () => {
    const integers = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
    const wave = fc.record({ start: integers(-50, 350), slope: numbers(-2, 2), swing: integers(0, 80) });
    const waves = fc.array(wave, { minLength: 1, maxLength: 5 });
    const size = { width: integers(1, 150), height: integers(1, 80) };
    const box = fc.record({ x: integers(0, 300), y: integers(0, 250), ...size });
    let found = 0;
    fc.assert(fc.property(waves, fc.array(box, { maxLength: 2 }), integers(10, 120), (shapes, taken, width) => {
      const curves = shapes.map(({ start, slope, swing }) => line((x) => start + slope * x + swing * Math.sin(x / 50)));
      const labels = placeLabels(curves.map((_, k) => label(width, k % 2 ? 30 : 15)), around(curves, taken));
      const placed = labels.filter((label) => label !== undefined);
      found += placed.length;
      placed.forEach(({ box, leader }, k) => {
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 400 && box.y + box.height <= 300).to.equal(true);
        for (const curve of curves) expect(distance(box, curve)).to.be.above(1);
        const others = [...taken, ...placed.slice(0, k).map((label) => label.box)];
        expect(others.some((other) => overlaps(box, other))).to.equal(false);
        for (const other of placed.filter((label) => label.leader && label.box !== box)) {
          const [x0, y0, x1, y1] = other.leader!;
          const corner = { x: Math.min(x0, x1), y: Math.min(y0, y1) };
          const along = { ...corner, width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
          expect(overlaps(box, along)).to.equal(false);
        }
        if (leader) expect(leader[0] === leader[2] || leader[1] === leader[3]).to.equal(true);
      });
    }), { numRuns: 60 });
    expect(found).to.be.above(60);
  });
});
