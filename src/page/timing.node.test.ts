import { expect } from 'chai';
import { durations, ease, Throttle } from './timing.js';

describe('ease', () => {
  it('rises from 0 to 1', () => {
    expect(ease(0)).to.be.closeTo(0, 1e-6);
    expect(ease(1)).to.be.closeTo(1, 1e-6);
    for (let t = 0, before = -1; t <= 1; t += 0.01) {
      expect(ease(t)).to.be.above(before);
      before = ease(t);
    }
  });
});

describe('durations', () => {
  it('keep movement short and leave time to read', () => {
    expect(durations.glide).to.be.at.most(1000);
    expect(durations.stillRest).to.be.at.least(durations.glide + durations.rest);
    expect(durations.numbers).to.be.at.least(100);
  });
});

describe('Throttle', () => {
  it('lets something happen once in its time, and at once after a reset', () => {
    const throttle = new Throttle();
    const due = [0, 50, 99, 100, 150, 200].filter((now) => throttle.isDue(now, 100));
    expect(due).to.deep.equal([0, 100, 200]);
    throttle.reset();
    expect(throttle.isDue(201, 100)).to.equal(true);
  });

  it('always lets the last one happen, and forgets it', () => {
    const throttle = new Throttle();
    throttle.isDue(0, 100);
    expect([Infinity, Infinity, 1].map((now) => throttle.isDue(now, 100))).to.deep.equal([true, true, true]);
  });
});
