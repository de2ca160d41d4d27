import { expect } from 'chai';
import { circleTrainer, parametersOf, stateOf } from '../testing/circle-trainer.js';

describe('Trainer: divergence', () => {
  for (const updateOrder of ['simultaneous', 'in-place'] as const) {
    it(`stops ${updateOrder} training at the last sound check, with numbers that can be drawn`, () => {
      for (let seed = 0; seed < 20; seed++) {
        const run = circleTrainer({ seed, learningRate: 10, updateOrder });
        run.step(20_000);
        expect(run.diverged, `seed ${seed}`).to.equal(true);
        expect(run.steps % 64, `seed ${seed}: step ${run.steps}`).to.equal(0);
        expect(run.steps).to.be.below(20_000);
        expect(run.network.parameters.every((v) => Math.abs(v) <= 1e6), `seed ${seed}: sound`).to.equal(true);
        expect(Object.values(run.score()).every(Number.isFinite), `seed ${seed}: score`).to.equal(true);
      }
    });
  }

  it('stops at the same step, with the same bits, however the steps are cut', () => {
    for (const [learningRate, seed] of [[10, 1], [10, 2], [3, 2], [3, 3]]) {
      const whole = circleTrainer({ seed, learningRate });
      whole.step(3000);
      for (const chunk of [1, 63, 64, 65, 1000]) {
        const cut = circleTrainer({ seed, learningRate });
        for (let done = 0; done < 3000; done += chunk) cut.step(chunk);
        if (whole.diverged) expect(stateOf(cut), `chunks of ${chunk}`).to.equal(stateOf(whole));
        else expect(cut.diverged).to.equal(false);
      }
    }
  });

  it('goes back to where the run was at the check, not further', () => {
    const run = circleTrainer({ seed: 'cliff' });
    run.step(130);
    const wanted = circleTrainer({ seed: 'cliff' });
    wanted.step(128);
    run.network.parameters[0] = Infinity;
    run.step(100);
    expect(run.diverged).to.equal(true);
    expect(run.steps).to.equal(128);
    expect(parametersOf(run)).to.deep.equal(parametersOf(wanted));
    expect(run.peek()).to.deep.equal(wanted.peek());
  });

  it('does nothing more once diverged, until a new start', () => {
    const run = circleTrainer({ seed: 3, learningRate: 10 });
    run.step(5000);
    const before = stateOf(run);
    run.step(1000);
    run.step();
    expect(stateOf(run)).to.equal(before);
    run.learningRate = 0.1;
    run.reset();
    expect(run.diverged).to.equal(false);
    run.step(1000);
    expect(run.steps).to.equal(1000);
  });

  it('takes a parameter of a million, and no larger one', () => {
    const run = circleTrainer({ learningRate: 0 });
    run.network.parameters[5] = -1e6;
    run.step(64);
    expect(run.diverged).to.equal(false);
    run.network.parameters[5] = -1_000_001;
    run.step(64);
    expect(run.diverged).to.equal(true);
    expect(run.network.parameters[5]).to.equal(-1e6);
    for (const lost of [NaN, Infinity, -Infinity]) {
      const other = circleTrainer();
      other.network.parameters[32] = lost;
      other.step(64);
      expect(other.diverged, String(lost)).to.equal(true);
      expect(other.steps).to.equal(0);
    }
  });
});
