import { expect } from 'chai';
import { layers, learningRate, runs, sampleSeed, steps } from '../testing/fixtures/convnetjs.js';
import { Network } from './network.js';

/** Returns Park & Miller's generator, with which the fixture was made. */
function parkMiller(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('Network against ConvNetJS', () => {
  for (const { activation, start, end } of runs) {
    it(`learns the same with ${activation}, to 1e-10 after ${steps} steps`, () => {
      const network = new Network({ layers, activation, outputActivation: 'linear' });
      network.parameters.set(start);
      const random = parkMiller(sampleSeed);
      for (let step = 0; step < steps; step++) {
        const x = 2 * random() - 1;
        const y = 2 * random() - 1;
        network.train([x, y], [Math.sqrt(x * x + y * y) < 0.5 ? 1 : 0], learningRate);
      }
      const learned = Math.max(...start.map((v, k) => Math.abs(v - end[k])));
      expect(learned, 'ConvNetJS changed its weights').to.be.above(0.5);
      const difference = Math.max(...end.map((v, k) => Math.abs(v - network.parameters[k])));
      expect(difference).to.be.below(1e-10);
    });
  }
});
