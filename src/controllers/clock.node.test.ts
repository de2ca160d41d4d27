import { expect } from 'chai';
import { moving } from '../testing/clock-units.js';
import { bytesPerCall } from '../testing/garbage.js';
import { ManualTiming } from '../testing/manual-clock.js';
import { Clock } from './clock.js';

describe('Once compiled', () => {
  it('a frame leaves no garbage, however many models move and are drawn', () => {
    const timing = new ManualTiming();
    const clock = new Clock(timing);
    const MODELS = 100;
    for (let k = 0; k < MODELS; k++) {
      const { unit, mover, picture } = moving();
      mover.advance = () => {
        picture.stale = true;
      };
      clock.add(unit);
    }
    for (let k = 0; k < 3000; k++) timing.tick();
    // Asking for the use of memory leaves about 300 bytes itself; an object a model would be thousands.
    expect(bytesPerCall(() => void timing.tick()) / MODELS).to.be.below(8);
  });
});
