import { expect } from 'chai';
import fc from 'fast-check';
import { evenly } from '../../../testing/numbers.js';
import { HeightScale } from './height-scale.js';

const number = evenly(-1000, 1000);

describe('HeightScale', () => {
  it('reaches from 0 to the tick above the greatest value', () => {
    expect(new HeightScale(0, 1.5)).to.include({ low: 0, high: 1.5, base: 0, step: 0.5 });
    expect(new HeightScale(0, 1.9)).to.include({ low: 0, high: 2, step: 0.5 });
    expect(new HeightScale(0.2, 0.97)).to.include({ low: 0, high: 1, step: 0.2 });
    expect(new HeightScale(0, 1.5).ticks).to.deep.equal([0.5, 1, 1.5]);
  });

  it('reaches below the floor where values do, and leaves the tick at the floor out', () => {
    expect(new HeightScale(-1.9, 1.5)).to.include({ low: -2, high: 2, base: 0, step: 1 });
    expect(new HeightScale(-1.9, 1.5).ticks).to.deep.equal([-2, -1, 1, 2]);
    expect(new HeightScale(-3, -1)).to.include({ low: -3, high: 0, base: 0 });
  });

  it('has no step of its own for the small values of leaky ReLU', () => {
    expect(new HeightScale(-0.019, 1.5)).to.include({ low: -0.019, high: 1.5 });
    expect(new HeightScale(-1.5, 0.019)).to.include({ low: -1.5, high: 0.019 });
  });

  it('is proportional, with 0 at the floor, one half side high, or 1.6 if both sides of the floor are alike', () => {
    fc.assert(fc.property(number, number, number, (a, b, value) => {
      const scale = new HeightScale(Math.min(a, b), Math.max(a, b));
      const unit = (scale.above + scale.below) / (scale.high - scale.low);
      expect(scale.of(0)).to.be.closeTo(0, 1e-12);
      expect(scale.of(value)).to.be.closeTo(value * unit, 1e-9 * Math.abs(value * unit) + 1e-12);
      expect(scale.of(scale.high)).to.be.closeTo(scale.above, 1e-9);
      expect(scale.of(scale.low)).to.be.closeTo(-scale.below, 1e-9);
      expect(scale.above + scale.below).to.be.within(1 - 1e-9, 1.6 + 1e-9);
      expect(Math.min(a, b, 0)).to.be.at.least(scale.low - 1e-6);
      expect(Math.max(a, b, 0)).to.be.at.most(scale.high + 1e-6);
    }));
    expect(new HeightScale(0, 7).above).to.be.closeTo(1, 1e-12);
    expect(new HeightScale(-2, 2).above).to.be.closeTo(0.8, 1e-12);
  });

  it('takes a given range as it is and cuts off what is beyond', () => {
    const scale = new HeightScale(-50, 50, [-1, 3]);
    expect(scale).to.include({ low: -1, high: 3, base: 0, step: 1 });
    expect(scale.of(17)).to.equal(scale.above);
    expect(scale.of(-17)).to.equal(-scale.below);
    expect(scale.of(1.5)).to.be.closeTo(scale.above / 2, 1e-12);
  });

  it('cuts off nothing if it was fitted: a peak between the points of the grid is shown', () => {
    const scale = new HeightScale(0, 1);
    expect(scale.of(1.25)).to.be.closeTo(1.25, 1e-12);
  });

  it('has its floor at the bound next to 0 if 0 is out of range', () => {
    expect(new HeightScale(0, 9, [2, 4])).to.include({ base: 2, below: 0 });
    expect(new HeightScale(0, 9, [2, 4]).of(3)).to.be.closeTo(0.5, 1e-12);
    expect(new HeightScale(0, 9, [-4, -2])).to.include({ base: -2, above: 0 });
    expect(new HeightScale(0, 9, [2, 4]).ticks).to.not.include(2);
  });

  it('has a height of 1 if all values are almost 0', () => {
    for (const nothing of [0, 5e-324, 1e-200, 1e-13]) {
      const range = [nothing, nothing * 2];
      for (const scale of [new HeightScale(0, nothing), new HeightScale(-nothing, 0), new HeightScale(0, 0, range)]) {
        expect(scale.high).to.equal(1);
        expect(scale.of(nothing)).to.be.closeTo(0, 1e-9);
      }
    }
  });
});
