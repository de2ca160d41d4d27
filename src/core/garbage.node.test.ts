import { expect } from 'chai';
import { Network } from './network.js';
import { createTarget } from './targets.js';
import { Trainer } from './trainer.js';

declare const process: { memoryUsage(): { readonly heapUsed: number } };

/** Bytes that `action` adds to the heap, at the median of many calls: now and then the engine itself adds some or collects. */
function bytesPerCall(action: () => void): number {
  for (let k = 0; k < 300; k++) action(); // until it is compiled
  const grown = Array.from({ length: 101 }, () => {
    const before = process.memoryUsage().heapUsed;
    action();
    return process.memoryUsage().heapUsed - before;
  });
  return grown.sort((a, b) => a - b)[50];
}

describe('Once compiled', () => {
  const network = new Network({ layers: [2, 8, 1] });
  const trainer = new Trainer({ network, target: createTarget('circle'), seed: 1 });
  const STEPS = 6400;

  it('a training step leaves no garbage', () => {
    // Asking for the use of memory leaves about 300 bytes itself; one number object a step would be 100,000.
    expect(bytesPerCall(() => trainer.step(STEPS)) / STEPS).to.be.below(0.5);
  });

  it('nor does predicting a grid of points', () => {
    const points = new Float64Array(2 * 6400);
    const out = new Float64Array(6400);
    expect(bytesPerCall(() => network.evaluate(points, out)) / 6400).to.be.below(0.5);
  });
});
