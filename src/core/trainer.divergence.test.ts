import { expect } from 'chai';
import { circleTrainer, parametersOf, stateOf } from '../testing/circle-trainer.js';
import { updateOrders } from './network.js';
import type { Trainer } from './trainer.js';

describe('Trainer.settle', () => {
  it('ends a run whose parameters are past saving as its next check would, wherever it is looked at', () => {
    const wild = (): Trainer => circleTrainer({ learningRate: 3, seed: 1, init: 'he' });
    const whole = wild();
    whole.step(100_000);
    expect(whole.diverged).to.equal(true);
    for (const ahead of [1, 17, 40, 63]) {
      const run = wild();
      run.step(whole.steps + ahead);
      run.settle();
      const isSound = run.network.parameters.every((value) => Math.abs(value) <= 1e6);
      expect(isSound, `${ahead} steps after the last check`).to.equal(true);
      run.step(64);
      expect([run.diverged, run.steps]).to.deep.equal([true, whole.steps]);
    }
  });

  it('does nothing to a run that is sound', () => {
    const run = circleTrainer({ seed: 1 });
    run.step(70);
    run.settle();
    expect(run.steps).to.equal(70);
  });
});

describe('Trainer: divergence', () => {
  for (const updateOrder of updateOrders) {
    it(`stops ${updateOrder} training at the last sound check, with numbers that can be drawn`, () => {
      for (let seed = 0; seed < 20; seed++) {
        const run = circleTrainer({ seed, learningRate: 10, updateOrder });
        run.step(20_000);
        expect([run.diverged, run.steps % 64], `seed ${seed}`).to.deep.equal([true, 0]);
        expect(run.steps).to.be.below(20_000);
        expect(run.network.parameters.every((v) => Math.abs(v) <= 1e6), `seed ${seed}: sound`).to.equal(true);
        expect(Object.values(run.score()).every(Number.isFinite), `seed ${seed}: score`).to.equal(true);
      }
    });
  }

  it('stops at the same step with the same bits, however the steps are divided', () => {
    for (const [learningRate, seed] of [[10, 1], [10, 2], [3, 2], [3, 3]]) {
      const whole = circleTrainer({ seed, learningRate });
      whole.step(3000);
      for (const chunk of [1, 63, 64, 65, 1000]) {
        const divided = circleTrainer({ seed, learningRate });
        for (let done = 0; done < 3000; done += chunk) divided.step(chunk);
        expect(divided.diverged).to.equal(whole.diverged);
        if (whole.diverged) expect(stateOf(divided), `chunks of ${chunk}`).to.equal(stateOf(whole));
      }
    }
  });

  it('restores the state of the last check', () => {
    const [run, wanted] = [0, 1].map(() => circleTrainer({ seed: 'cliff' }));
    run.step(130);
    wanted.step(128);
    run.network.parameters[0] = Infinity;
    run.step(100);
    expect([run.diverged, run.steps]).to.deep.equal([true, 128]);
    expect(parametersOf(run)).to.deep.equal(parametersOf(wanted));
    expect(run.peek()).to.deep.equal(wanted.peek());
  });

  it('does nothing more until a reset', () => {
    const run = circleTrainer({ seed: 3, learningRate: 10 });
    run.step(5000);
    const before = stateOf(run);
    run.step(1000);
    run.step();
    expect(stateOf(run)).to.equal(before);
    run.learningRate = 0.1;
    run.reset();
    run.step(1000);
    expect([run.diverged, run.steps]).to.deep.equal([false, 1000]);
  });

  it('accepts a parameter of a million and no larger one', () => {
    const run = circleTrainer({ learningRate: 0 });
    for (const [value, diverged] of [[-1e6, false], [-1_000_001, true]] as const) {
      run.network.parameters[5] = value;
      run.step(64);
      expect([run.diverged, run.network.parameters[5]]).to.deep.equal([diverged, -1e6]);
    }
    for (const lost of [NaN, Infinity, -Infinity]) {
      const other = circleTrainer();
      other.network.parameters[32] = lost;
      other.step(64);
      expect([other.diverged, other.steps], String(lost)).to.deep.equal([true, 0]);
    }
  });
});
