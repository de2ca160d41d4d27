import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { niceBound, niceStep, ticks } from './nice.js';

const span = fc.integer({ min: -250, max: 250 }).map((exponent) => 10 ** (exponent / 25)).filter((value) => value > 1e-9);

describe('niceStep', () => {
  it('is 1, 2 or 5 times a power of ten, and goes into the span at most so many times, the next smaller one more often', () => {
    fc.assert(fc.property(span, fc.integer({ min: 1, max: 200 }), (length, count) => {
      const step = niceStep(length, count);
      const [digit, exponent] = step.toExponential(9).split('e');
      expect(+digit).to.be.oneOf([1, 2, 5], `${length} / ${count}`);
      expect(length / step).to.be.at.most(count * (1 + 1e-8));
      const smaller = +digit === 1 ? +`5e${+exponent - 1}` : +digit === 2 ? +`1e${exponent}` : +`2e${exponent}`;
      expect(length / smaller).to.be.above(count * (1 - 1e-8));
    }));
  });

  it('takes what is exact as exact, whatever the last bit says', () => {
    expect([niceStep(1, 5), niceStep(0.3, 3), niceStep(2, 200), niceStep(1.5, 5), niceStep(10, 1), niceStep(0.6, 3)])
      .to.deep.equal([0.2, 0.1, 0.01, 0.5, 10, 0.2]);
  });
});

describe('niceStep of next to nothing', () => {
  it('is a number above 0 all the same', () => {
    for (const length of [0, 5e-324, 1e-310]) expect(niceStep(length, 5)).to.be.above(0);
  });
});

describe('ticks', () => {
  it('are all multiples of the step between the bounds, both included', () => {
    expect(ticks(0, 1.5, 0.5)).to.deep.equal([0, 0.5, 1, 1.5]);
    expect(ticks(-2, 2, 1)).to.deep.equal([-2, -1, 0, 1, 2]);
    expect(ticks(-0.019, 1.4999999999999998, 0.5)).to.deep.equal([0, 0.5, 1, 1.5]);
    expect(ticks(0.1, 0.4, 0.1)).to.deep.equal([0.1, 0.2, 0.3, 0.4]);
    expect(ticks(0.2, 0.3, 1)).to.deep.equal([]);
    expect(ticks(100, 350, 100)).to.deep.equal([100, 200, 300]);
  });

  it('have no minus before 0', () => {
    expect(Object.is(ticks(-1, 1, 1)[1], 0)).to.equal(true);
    expect(Object.is(ticks(-0.1, 0.1, 0.1)[1], 0)).to.equal(true);
  });
});

describe('niceBound', () => {
  it('is the next multiple outwards, and the value itself where it is one', () => {
    expect([niceBound(1.2, 0.5), niceBound(1.5, 0.5), niceBound(1.5000000000000002, 0.5)]).to.deep.equal([1.5, 1.5, 1.5]);
    expect([niceBound(-1.9, 1, true), niceBound(-2, 1, true), niceBound(-0.25, 0.1, true)]).to.deep.equal([-2, -2, -0.3]);
  });
});
