import { expect } from 'chai';
import { circleTrainer } from '../testing/circle-trainer.js';
import { garbagePerCall } from '../testing/garbage.js';

describe('Compiled code', () => {
  const trainer = circleTrainer({ seed: 1 });
  const STEPS = 6400;

  it('allocates nothing in a training step', async () => {
    // Asking for the use of memory allocates about 300 bytes; one number object a step would be 100,000.
    expect(await garbagePerCall(() => trainer.step(STEPS), STEPS / 2)).to.be.below(STEPS / 2);
  });

  it('allocates nothing to predict a grid of points', async () => {
    const points = new Float64Array(2 * 6400);
    const out = new Float64Array(6400);
    expect(await garbagePerCall(() => trainer.network.evaluate(points, out), 3200)).to.be.below(3200);
  });
});
