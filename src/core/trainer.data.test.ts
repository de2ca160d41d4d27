import { expect } from 'chai';
import { circleTrainer } from '../testing/circle-trainer.js';
import type { Data } from './examples.js';

/** Inside below the diagonal. */
const data: Data = (() => {
  const points = Float64Array.from({ length: 200 }, (_, i) => ((i * 61) % 199) / 99.5 - 1);
  return { points, labels: Float64Array.from({ length: 100 }, (_, k) => +(points[2 * k] > points[2 * k + 1])) };
})();

describe('Trainer: data', () => {
  it('are learned instead of fresh points', () => {
    const run = circleTrainer({ seed: 1, data });
    const known = new Set(Array.from(data.labels, (label, k) => [data.points[2 * k], data.points[2 * k + 1], label].join()));
    for (let k = 0; k < 300; k++) {
      const { x, y, target } = run.peek();
      expect(known.has([x, y, target].join())).to.equal(true);
      run.step();
    }
    run.step(20_000);
    expect(run.score().accuracy).to.be.above(0.95);
  });

  it('are scored over what was learned, and what was not is told apart', () => {
    const whole = circleTrainer({ seed: 1, data });
    const split = circleTrainer({ seed: 1, data, split: 0.6 });
    expect(whole.score().testLoss).to.equal(undefined);
    const { training, test } = split.examples!;
    const meanLoss = ({ points, labels }: Data): number => labels.reduce((sum, label, k) => (
      sum + 0.5 * (split.network.forward([points[2 * k], points[2 * k + 1]])[0] - label) ** 2), 0) / labels.length;
    split.step(500);
    const score = split.score();
    expect(score.loss).to.be.closeTo(meanLoss(training), 1e-12);
    expect(score.testLoss).to.be.closeTo(meanLoss(test), 1e-12);
    const inside = test.labels.filter((label) => label >= 0.5).length;
    expect(score.baseline).to.equal(Math.max(inside, test.labels.length - inside) / test.labels.length);
  });

  it('give way to the target when they are taken away', () => {
    const run = circleTrainer({ seed: 1, data });
    run.change({ data: undefined });
    expect(run.examples).to.equal(undefined);
    expect(run.score().baseline).to.be.closeTo(1 - Math.PI / 16, 0.01);
  });

  it('are dealt out anew for another seed', () => {
    const run = circleTrainer({ seed: 1, data, split: 0.5 });
    const before = run.examples!.training.points;
    run.reset(2);
    expect([...run.examples!.training.points]).not.to.deep.equal([...before]);
  });
});
