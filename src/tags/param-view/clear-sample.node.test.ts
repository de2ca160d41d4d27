import { expect } from 'chai';
import { createNamedTarget } from '../../core/index.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { goToClearSample, isFarInside } from './clear-sample.js';

const circle = createNamedTarget('circle');

describe('isFarInside', () => {
  for (const [x, y, target, expected] of [
    [0, 0, 1, true], [0.2, -0.2, 1, true], [0.276, 0.405, 1, false], [0.35, 0, 1, false], [0.9, 0.9, 0, false],
  ] as const) {
    it(`is ${expected} of (${x}, ${y}) in a circle of radius 0.5`, () => {
      expect(isFarInside({ x, y, target }, circle)).to.equal(expected);
    });
  }
});

describe('goToClearSample', () => {
  it('comes to a sample far inside with any seed, on which the network has seldom decided', () => {
    const predictions = Array.from({ length: 40 }, (_, seed) => {
      const trainer = circleTrainer({ seed });
      trainer.step(50);
      goToClearSample(trainer, circle);
      const { x, y, target } = trainer.peek();
      const [prediction] = trainer.network.forward([x, y]);
      expect([target, Math.hypot(x, y) < 0.32], `seed ${seed}`).to.deep.equal([1, true]);
      return prediction;
    });
    expect(predictions.filter((prediction) => prediction >= 0.3 && prediction <= 0.65)).to.have.length.above(35);
  });

  it('stays where it is if no such sample comes', () => {
    const trainer = circleTrainer({ seed: '1' });
    trainer.step(20);
    goToClearSample(trainer, () => 0);
    expect(trainer.steps).to.equal(20);
  });
});
