import { expect } from 'chai';
import { still } from '../testing/clock-units.js';
import { ManualTiming } from '../testing/manual-clock.js';
import { Clock, clockOf, setClock } from './clock.js';

describe('clockOf', () => {
  const KEY = Symbol.for('nn-elements.clock.1');

  /** What a clock needs of a window, on time by hand. */
  const viewOn = (timing: ManualTiming) => ({
    performance: timing,
    requestAnimationFrame: timing.request.bind(timing),
    cancelAnimationFrame: timing.cancel.bind(timing),
    reportError: timing.report.bind(timing),
  }) as unknown as Window & { [KEY]?: Clock };

  it('is one for a window, shared with other bundles under a registered symbol', () => {
    const [view, other] = [viewOn(new ManualTiming()), viewOn(new ManualTiming())];
    const clock = clockOf(view);
    expect([clockOf(view), view[KEY]]).to.deep.equal([clock, clock]);
    expect(clockOf(other)).to.not.equal(clock);
    const foreign = other[KEY] = new Clock(new ManualTiming());
    expect(clockOf(other)).to.equal(foreign);
    setClock(view, foreign);
    expect(clockOf(view)).to.equal(foreign);
    setClock(view, undefined);
    expect(clockOf(view)).to.not.be.oneOf([foreign, clock]);
  });

  it('takes the frames of its window, gives them back, and reports exceptions to it', () => {
    const timing = new ManualTiming();
    const clock = clockOf(viewOn(timing));
    const { unit, picture } = still();
    const error = new Error('drawing');
    picture.onDraw = () => {
      throw error;
    };
    clock.add(unit);
    expect([timing.pending, picture.draws]).to.deep.equal([true, 0]);
    timing.settle();
    expect([timing.requested, picture.draws, timing.reported]).to.deep.equal([1, 1, [error]]);
    const next = still();
    clock.add(next.unit);
    clock.delete(unit);
    clock.delete(next.unit);
    expect([timing.cancelled, timing.pending]).to.deep.equal([1, false]);
  });
});
