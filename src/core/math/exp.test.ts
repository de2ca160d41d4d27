import { expect } from 'chai';
import fc from 'fast-check';
import { exp, tanh } from './exp.js';

const view = new DataView(new ArrayBuffer(8));

/** Returns the number of doubles between two finite doubles. */
function ulpsApart(a: number, b: number): number {
  const [p, q] = [a, b].map((v) => {
    view.setFloat64(0, Math.abs(v));
    return v < 0 || Object.is(v, -0) ? -view.getBigInt64(0) : view.getBigInt64(0);
  });
  return Math.abs(Number(p - q));
}

/** Checks that a function is within 4 units in the last place of another at irregular points of some ranges. */
function expectNear(ours: (x: number) => number, theirs: (x: number) => number, ranges: readonly number[][]): void {
  for (const [from, to] of ranges) {
    for (let k = 0; k <= 40_000; k++) {
      const x = k === 40_000 ? to : from + (to - from) * ((k * 0.6180339887498949) % 1);
      if (ulpsApart(ours(x), theirs(x)) > 4) expect.fail(`${ours(x)}, not ${theirs(x)}, at ${x}`);
    }
  }
}

/** Checks that a function never falls by more than its rounding. */
function expectRising(f: (x: number) => number, ranges: readonly number[][]): void {
  for (const [from, to] of ranges) {
    let highest = -Infinity;
    for (let k = 0; k <= 100_000; k++) {
      const value = f(from + ((to - from) * k) / 100_000);
      const falls = !(value >= highest) && ulpsApart(value, highest) > 4;
      if (falls) expect(value, `step ${k} from ${from}`).to.be.at.least(highest);
      highest = Math.max(highest, value);
    }
  }
}

describe('exp', () => {
  it('is within 4 units in the last place of Math.exp', () => {
    expectNear(exp, Math.exp, [[-1e-8, 1e-8], [-0.35, 0.35], [-1, 1], [-40, 40], [-708, 709.78], [-745, -708]]);
  });

  it('multiplies where its arguments add', () => {
    const argument = fc.double({ min: -300, max: 300, noNaN: true });
    fc.assert(fc.property(argument, argument, (x, y) => {
      expect((exp(x) * exp(y)) / exp(x + y)).to.be.closeTo(1, 1e-12);
    }));
  });

  it('has the special values that a diverging run meets', () => {
    const values = [0, -0, Infinity, 710, -Infinity, -746, NaN].map(exp);
    expect(values).to.deep.equal([1, 1, Infinity, Infinity, 0, 0, NaN]);
    expect(exp(709.782712893384)).to.be.above(1e308).and.below(Infinity);
    expect(exp(-744)).to.be.above(0);
    expect(exp(1)).to.be.closeTo(Math.E, 1e-15);
  });

  it('rises, but for its rounding', () => expectRising(exp, [[-746, 710], [-2, 2], [0.34, 0.35]]));
});

describe('tanh', () => {
  it('is within 4 units in the last place of Math.tanh', () => {
    expectNear(tanh, Math.tanh, [
      [1e-300, 1e-290], [1e-12, 1e-8], [1e-8, 0.01], [0.01, 0.35], [0.35, 1], [1, 20], [19, 25],
    ]);
  });

  it('is odd to the last bit and within [−1, 1], so that a mirrored network stays mirrored', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => {
      expect(tanh(-x)).to.equal(-tanh(x));
      expect(tanh(x)).to.be.within(-1, 1);
    }));
    expect([0, -0, Infinity, -Infinity, NaN].map(tanh)).to.deep.equal([0, -0, 1, -1, NaN]);
  });

  it('rises, but for its rounding', () => expectRising(tanh, [[-21, 21], [-0.5, 0.5], [0.17, 0.18]]));
});
