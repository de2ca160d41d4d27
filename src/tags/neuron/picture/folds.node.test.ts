import { expect } from 'chai';
import fc from 'fast-check';
import { evenly } from '../../../testing/numbers.js';
import { crossing, edges, flatRegion, lineOf, stations, type Line } from './folds.js';

const number = evenly(-3, 3);
const line = fc.record({ a: number, b: number, c: number });
const side = ({ a, b, c }: Line, u: number, v: number): number => a * u + b * v + c;

/** Returns the area of a polygon [u, v, …]. */
function area(points: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < points.length; k += 2) {
    const next = (k + 2) % points.length;
    sum += points[k] * points[next + 1] - points[next] * points[k + 1];
  }
  return Math.abs(sum) / 2;
}

describe('lineOf', () => {
  it('is 0 where the neuron\u2019s sum is 0, with the domain as −1 to 1', () => {
    const found = lineOf([1.2, -0.5], -0.2, [-1, 1]);
    expect(found).to.deep.equal({ a: 1.2, b: -0.5, c: -0.2 });
    const places = fc.tuple(number, number);
    fc.assert(fc.property(places, number, evenly(-9, 9), evenly(0.1, 9), places, ([w1, w2], b, low, width, [u, v]) => {
      const half = width / 2;
      const [p1, p2] = [low + half + u * half, low + half + v * half];
      expect(side(lineOf([w1, w2], b, [low, low + width]), u, v)).to.be.closeTo(w1 * p1 + w2 * p2 + b, 1e-9);
    }));
  });
});

describe('flatRegion', () => {
  it('is the part of the square where no line is positive', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const region = flatRegion(lines);
      for (let k = 0; k < region.length; k += 2) {
        expect(Math.max(Math.abs(region[k]), Math.abs(region[k + 1]))).to.be.at.most(1 + 1e-9);
        for (const each of lines) expect(side(each, region[k], region[k + 1])).to.be.at.most(1e-9);
      }
      let inside = 0;
      const cells = 60;
      for (let k = 0; k < cells * cells; k++) {
        const [u, v] = [-1 + (2 * (k % cells) + 1) / cells, -1 + (2 * Math.floor(k / cells) + 1) / cells];
        if (lines.every((each) => side(each, u, v) <= 0)) inside++;
      }
      expect(area(region)).to.be.closeTo((4 * inside) / (cells * cells), 0.2);
    }), { numRuns: 50 });
  });

  it('is everything, nothing, or a triangle', () => {
    expect(flatRegion([{ a: 0, b: 0, c: -1 }])).to.deep.equal([-1, -1, 1, -1, 1, 1, -1, 1]);
    expect(flatRegion([{ a: 0, b: 0, c: 1 }])).to.deep.equal([]);
    expect(flatRegion([{ a: 1, b: 1, c: 1 }])).to.deep.equal([-1, -1, 0, -1, -1, 0]);
  });
});

describe('crossing', () => {
  it('has both ends on the line and on the edge of the square', () => {
    let found = 0;
    fc.assert(fc.property(line, (each) => {
      const ends = crossing(each);
      expect(ends.length).to.be.oneOf([0, 4]);
      for (let k = 0; k < ends.length; k += 2) {
        found++;
        expect(side(each, ends[k], ends[k + 1])).to.be.closeTo(0, 1e-9);
        expect(Math.max(Math.abs(ends[k]), Math.abs(ends[k + 1]))).to.be.closeTo(1, 1e-9);
      }
      const signs = new Set([[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([u, v]) => side(each, u, v) < 0));
      expect(ends.length > 0).to.equal(signs.size > 1);
    }));
    expect(found).to.be.above(20);
  });
});

describe('stations', () => {
  it('are equal pieces and every place where a line is crossed, in order', () => {
    expect(stations([-1, 0, 1, 0], [], 4)).to.deep.equal([0, 0.25, 0.5, 0.75, 1]);
    const lines = [{ a: 1, b: 0, c: -0.5 }, { a: 1, b: 0, c: 5 }, { a: 0, b: 1, c: 0 }];
    expect(stations([-1, 0, 1, 0], lines, 2)).to.deep.equal([0, 0.5, 0.75, 1]);
    fc.assert(fc.property(line, line, (one, other) => {
      const shares = stations([-1, -1, 1, 0.5], [one, other], 3);
      expect(shares).to.deep.equal([...shares].sort((s, t) => s - t));
      for (const each of [one, other]) {
        if (side(each, -1, -1) * side(each, 1, 0.5) >= 0) continue;
        const nearest = Math.min(...shares.map((s) => Math.abs(side(each, -1 + 2 * s, -1 + 1.5 * s))));
        expect(nearest).to.be.below(1e-9);
      }
    }));
  });
});

describe('edges', () => {
  it('go around the square, each along one variable', () => {
    const total = edges.reduce((sum, [u0, v0, u1, v1]) => sum + (u1 - u0) + (v1 - v0), 0);
    expect([total, new Set(edges.map(([u0, v0, u1, v1]) => `${u0 + u1} ${v0 + v1}`)).size]).to.deep.equal([8, 4]);
  });
});
