import { expect } from 'chai';
import fc from 'fast-check';
import { exp, tanh } from './exp.js';

const view = new DataView(new ArrayBuffer(8));

/** Doubles between a and b of one sign, as a count. */
function ulpsApart(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Infinity;
  const rank = (v: number): bigint => {
    view.setFloat64(0, Math.abs(v));
    const bits = view.getBigInt64(0);
    return v < 0 || Object.is(v, -0) ? -bits : bits;
  };
  const apart = rank(a) - rank(b);
  return Number(apart < 0n ? -apart : apart);
}

/** Irregular points of [from, to], ends included. */
function spread(from: number, to: number, count: number): number[] {
  const inner = Array.from({ length: count }, (_, k) => from + (to - from) * ((k * 0.6180339887498949) % 1));
  return [...inner, from, to];
}

function worst(ours: (x: number) => number, theirs: (x: number) => number, xs: readonly number[]): [number, number] {
  let most: [number, number] = [0, xs[0]];
  for (const x of xs) {
    const ulps = ulpsApart(ours(x), theirs(x));
    if (ulps > most[0]) most = [ulps, x];
  }
  return most;
}

function expectRising(f: (x: number) => number, from: number, to: number): void {
  let highest = -Infinity;
  for (let k = 0; k <= 100_000; k++) {
    const value = f(from + ((to - from) * k) / 100_000);
    if (!(value >= highest) && ulpsApart(value, highest) > 4) expect(value, `step ${k} from ${from}`).to.be.at.least(highest);
    highest = Math.max(highest, value);
  }
}

describe('exp', () => {
  it('is within 4 units in the last place of the engine’s own', () => {
    for (const [from, to] of [[-1e-8, 1e-8], [-0.35, 0.35], [-1, 1], [-40, 40], [-708, 709.78], [-745, -708]]) {
      const [ulps, x] = worst(exp, Math.exp, spread(from, to, 40_000));
      expect(ulps, `at ${x}`).to.be.at.most(4);
    }
  });

  it('multiplies where its arguments add', () => {
    fc.assert(fc.property(fc.double({ min: -300, max: 300, noNaN: true }), fc.double({ min: -300, max: 300, noNaN: true }), (x, y) => {
      expect((exp(x) * exp(y)) / exp(x + y)).to.be.closeTo(1, 1e-12);
    }));
  });

  it('keeps the special values that a diverging run meets', () => {
    expect(exp(0)).to.equal(1);
    expect(exp(-0)).to.equal(1);
    expect(exp(Infinity)).to.equal(Infinity);
    expect(exp(710)).to.equal(Infinity);
    expect(exp(709.782712893384)).to.be.above(1e308).and.below(Infinity);
    expect(exp(-Infinity)).to.equal(0);
    expect(exp(-746)).to.equal(0);
    expect(exp(-744)).to.be.above(0);
    expect(exp(NaN)).to.be.NaN;
    expect(exp(1)).to.be.closeTo(Math.E, 1e-15);
  });

  it('never falls where its argument rises, but for its rounding', () => {
    for (const [from, to] of [[-746, 710], [-2, 2], [0.34, 0.35]]) expectRising(exp, from, to);
  });
});

describe('tanh', () => {
  it('is within 4 units in the last place of the engine’s own', () => {
    for (const [from, to] of [[1e-300, 1e-290], [1e-12, 1e-8], [1e-8, 0.01], [0.01, 0.35], [0.35, 1], [1, 20], [19, 25]]) {
      const [ulps, x] = worst(tanh, Math.tanh, spread(from, to, 40_000));
      expect(ulps, `at ${x}`).to.be.at.most(4);
    }
  });

  it('is odd to the last bit, so that a mirrored network stays mirrored', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => { expect(tanh(-x)).to.equal(-tanh(x)); }));
    expect(Object.is(tanh(-0), -0)).to.equal(true);
    expect(Object.is(tanh(0), 0)).to.equal(true);
  });

  it('stays within [−1, 1] and lets NaN through', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => { expect(tanh(x)).to.be.within(-1, 1); }));
    expect(tanh(Infinity)).to.equal(1);
    expect(tanh(-Infinity)).to.equal(-1);
    expect(tanh(NaN)).to.be.NaN;
  });

  it('never falls where its argument rises, but for its rounding', () => {
    for (const [from, to] of [[-21, 21], [-0.5, 0.5], [0.17, 0.18]]) expectRising(tanh, from, to);
  });
});
