import { createRandom, createTarget, Network, Trainer } from '../../src/core/index.ts';
import { COUNT, labels, points, RATE } from './samples.mjs';

/** `trainEach` and `evaluate`. */
export function create(layers) {
  const network = new Network({ layers });
  network.initialize(createRandom('bench'));
  const out = new Float64Array(COUNT);
  let k = 0;
  return {
    train(n) {
      for (let left = n; left > 0;) {
        const count = Math.min(left, COUNT - k);
        network.trainEach(points.subarray(2 * k, 2 * (k + count)), labels.subarray(k, k + count), count, RATE);
        k = (k + count) % COUNT;
        left -= count;
      }
    },
    evaluate(n) {
      network.evaluate(points.subarray(0, 2 * n), out.subarray(0, n));
    },
  };
}

/** `Trainer.step`, which draws its samples itself, and looks for divergence. */
export function createTrainer(layers) {
  const trainer = new Trainer({ network: new Network({ layers }), target: createTarget('circle'), seed: 'bench', learningRate: RATE });
  return { train: (n) => trainer.step(n) };
}
