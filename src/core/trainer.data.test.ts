import { expect } from 'chai';
import { circleTrainer } from '../testing/circle-trainer.js';
import type { Data } from './examples.js';

const points = Float64Array.from({ length: 200 }, (_, i) => ((i * 61) % 199) / 99.5 - 1);
const labels = Float64Array.from({ length: 100 }, (_, k) => +(points[2 * k] > points[2 * k + 1])); // inside: y < x
const data: Data = { points, labels };

describe('Trainer: data', () => {
  it('are learned instead of fresh points', () => {
    const run = circleTrainer({ seed: 1, data });
    const known = new Set(Array.from(labels, (label, k) => [points[2 * k], points[2 * k + 1], label].join()));
    for (let k = 0; k < 300; k++) {
      const { x, y, target } = run.peek();
      expect(known.has([x, y, target].join())).to.equal(true);
      run.step();
    }
    run.step(20_000);
    expect(run.score().accuracy).to.be.above(0.95);
  });

  it('are scored apart from the test data', () => {
    const split = circleTrainer({ seed: 1, data, split: 0.6 });
    const { training, test } = split.examples!;
    split.step(500);
    const [loss, testLoss] = [training, test].map((part) => part.labels.reduce((sum, label, k) => {
      const [prediction] = split.network.forward(part.points.subarray(2 * k, 2 * k + 2));
      return sum + (0.5 * (prediction - label) ** 2) / part.labels.length;
    }, 0));
    const score = split.score();
    expect(score.loss).to.be.closeTo(loss, 1e-12);
    expect(score.testLoss).to.be.closeTo(testLoss, 1e-12);
    const inside = test.labels.filter((label) => label >= 0.5).length;
    expect(score.baseline).to.equal(Math.max(inside, test.labels.length - inside) / test.labels.length);
    expect(circleTrainer({ seed: 1, data }).score().testLoss, 'without test data').to.equal(undefined);
  });

  it('are replaced by the target when they are removed', () => {
    const run = circleTrainer({ seed: 1, data });
    run.change({ data: undefined });
    expect(run.examples).to.equal(undefined);
    expect(run.score().baseline).to.be.closeTo(1 - Math.PI / 16, 0.01);
  });

  it('are split in another way for another seed', () => {
    const run = circleTrainer({ seed: 1, data, split: 0.5 });
    const before = run.examples!.training.points;
    run.reset(2);
    expect([...run.examples!.training.points]).not.to.deep.equal([...before]);
  });
});
