import { expect } from 'chai';
import { moving } from '../testing/clock-units.js';
import { garbagePerCall } from '../testing/garbage.js';
import { ManualTiming } from '../testing/manual-clock.js';
import { Clock } from './clock.js';

describe('Once compiled', () => {
  it('a frame leaves no garbage, however many models move and are drawn', async () => {
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
    // Asking for the use of memory leaves about 300 bytes itself; an object a model would be thousands.
    // A number that is handed to a model may be an object of 16 bytes, as the compiler likes; a closure is 50 and more.
    const most = 24 * MODELS;
    expect(await garbagePerCall(() => void timing.tick(), most)).to.be.below(most);
  });
});
