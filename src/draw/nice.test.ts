import { expect } from 'chai';
import fc from 'fast-check';
import { niceBound, niceStep, ticks } from './nice.js';

const lengths = fc.integer({ min: -224, max: 250 }).map((exponent) => 10 ** (exponent / 25));

describe('niceStep', () => {
  it('is 1, 2 or 5 times a power of ten and fits so many times at most, the next smaller step more often', () => {
    fc.assert(fc.property(lengths, fc.integer({ min: 1, max: 200 }), (length, count) => {
      const step = niceStep(length, count);
      const [digit, exponent] = step.toExponential(9).split('e').map(Number);
      expect(digit).to.be.oneOf([1, 2, 5], `${length} / ${count}`);
      expect(length / step).to.be.at.most(count * (1 + 1e-8));
      const smaller = digit === 1 ? Number(`5e${exponent - 1}`) : Number(`${digit === 2 ? 1 : 2}e${exponent}`);
      expect(length / smaller).to.be.above(count * (1 - 1e-8));
    }));
  });

  it('ignores errors in the last bit', () => {
    expect([niceStep(1, 5), niceStep(0.3, 3), niceStep(2, 200), niceStep(1.5, 5), niceStep(10, 1), niceStep(0.6, 3)])
      .to.deep.equal([0.2, 0.1, 0.01, 0.5, 10, 0.2]);
  });

  it('is above 0 for a length of almost 0', () => {
    for (const length of [0, 5e-324, 1e-310]) expect(niceStep(length, 5)).to.be.above(0);
  });
});

describe('ticks', () => {
  for (const [low, high, step, expected] of [
    [0, 1.5, 0.5, [0, 0.5, 1, 1.5]], [-2, 2, 1, [-2, -1, 0, 1, 2]], [-0.019, 1.4999999999999998, 0.5, [0, 0.5, 1, 1.5]],
    [0.1, 0.4, 0.1, [0.1, 0.2, 0.3, 0.4]], [0.2, 0.3, 1, []], [100, 350, 100, [100, 200, 300]],
  ] as const) {
    it(`are all multiples of ${step} from ${low} to ${high}`, () => {
      expect(ticks(low, high, step)).to.deep.equal(expected);
    });
  }

  it('never contain −0', () => {
    expect([ticks(-1, 1, 1)[1], ticks(-0.1, 0.1, 0.1)[1]].every((zero) => Object.is(zero, 0))).to.equal(true);
  });
});

describe('niceBound', () => {
  it('is the next multiple outwards, or the value if it is a multiple', () => {
    expect([1.2, 1.5, 1.5000000000000002].map((value) => niceBound(value, 0.5))).to.deep.equal([1.5, 1.5, 1.5]);
    expect([-1.9, -2].map((value) => niceBound(value, 1, true))).to.deep.equal([-2, -2]);
    expect(niceBound(-0.25, 0.1, true)).to.equal(-0.3);
  });
});
