import { expect } from 'chai';
import { garbagePerCall } from '../testing/garbage.js';
import { Network } from './network.js';
import { createTarget } from './targets.js';
import { Trainer } from './trainer.js';

describe('Once compiled', () => {
  const network = new Network({ layers: [2, 8, 1] });
  const trainer = new Trainer({ network, target: createTarget('circle'), seed: 1 });
  const STEPS = 6400;

  it('a training step leaves no garbage', async () => {
    // Asking for the use of memory leaves about 300 bytes itself; one number object a step would be 100,000.
    expect(await garbagePerCall(() => trainer.step(STEPS), STEPS / 2)).to.be.below(STEPS / 2);
  });

  it('nor does predicting a grid of points', async () => {
    const points = new Float64Array(2 * 6400);
    const out = new Float64Array(6400);
    expect(await garbagePerCall(() => network.evaluate(points, out), 3200)).to.be.below(3200);
  });
});
