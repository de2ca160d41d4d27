import { expect } from 'chai';
import { circleTrainer } from '../testing/circle-trainer.js';

describe('The default model', () => {
  it('learns the circle from nearly every seed within 20,000 steps', () => {
    const accuracies = Array.from({ length: 200 }, (_, seed) => {
      const run = circleTrainer({ seed });
      run.step(20_000);
      expect(run.diverged, `seed ${seed}`).to.equal(false);
      return run.score().accuracy;
    });
    const share = (holds: (accuracy: number) => boolean): number => accuracies.filter(holds).length / accuracies.length;
    expect(share((a) => a >= 0.9), 'good').to.be.at.least(0.98);
    expect(share((a) => a >= 0.95), 'very good').to.be.at.least(0.95);
    expect(share((a) => a <= 0.83), 'stuck').to.be.at.most(0.01);
  });

  it('trains for 2,000,000 steps without diverging', () => {
    for (let seed = 0; seed < 10; seed++) {
      const run = circleTrainer({ seed });
      run.step(2_000_000);
      expect([run.diverged, run.steps], `seed ${seed}`).to.deep.equal([false, 2_000_000]);
      expect(run.network.parameters.every(Number.isFinite), `seed ${seed}: finite`).to.equal(true);
      expect(run.score().accuracy, `seed ${seed}`).to.be.above(0.9);
    }
  });
});
