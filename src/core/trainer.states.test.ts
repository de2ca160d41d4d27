import { expect } from 'chai';
import { circleParameters, circleTrainer, parametersOf, stateOf } from '../testing/circle-trainer.js';
import type { TrainerState } from './state.js';

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

describe('Trainer: saved states', () => {
  it('continue bit for bit on another page, wherever the run was', () => {
    for (const saved of [0, 1, 64, 100, 1000]) {
      const run = circleTrainer({ seed: 'saved', learningRate: 0.05, updateOrder: 'in-place', init: 'uniform' });
      run.step(saved);
      const other = circleTrainer({ seed: 'else' });
      other.step(17);
      other.setState(throughJson(run.getState()));
      for (const steps of [0, 500]) {
        for (const each of [run, other]) each.step(steps);
        expect(stateOf(other), `${steps} after ${saved}`).to.equal(stateOf(run));
      }
    }
  });

  it('contain seed and settings, so that a reset gives the same run', () => {
    for (const parameters of [undefined, circleParameters]) {
      const run = circleTrainer({ seed: 'theirs', parameters, init: 'uniform' });
      run.step(50);
      const other = circleTrainer({ seed: 'mine', parameters: circleParameters.map((v) => -v) });
      other.setState(throughJson(run.getState()));
      for (const each of [run, other]) each.reset();
      expect(stateOf(other)).to.equal(stateOf(run));
    }
  });

  it('are copies: neither training nor the caller can change one through the other', () => {
    const run = circleTrainer({ seed: 'copy', parameters: circleParameters });
    const state = run.getState();
    const before = throughJson(state);
    run.step(100);
    expect(state).to.deep.equal(before);
    const other = circleTrainer();
    const mutable = throughJson(state) as unknown as { parameters: number[]; start: number[] };
    other.setState(mutable as unknown as TrainerState);
    mutable.parameters.fill(9);
    mutable.start.fill(9);
    expect(parametersOf(other)).to.deep.equal(circleParameters);
    other.reset();
    expect(parametersOf(other)).to.deep.equal(circleParameters);
  });

  it('end the divergence of a trainer', () => {
    const run = circleTrainer({ seed: 1, learningRate: 10 });
    run.step(5000);
    expect(run.diverged).to.equal(true);
    const sound = circleTrainer({ seed: 'sound' });
    sound.step(100);
    run.setState(sound.getState());
    expect(run.diverged).to.equal(false);
    for (const each of [run, sound]) each.step(100);
    expect(stateOf(run)).to.equal(stateOf(sound));
  });

  it('that do not fit are refused with the part at fault, and change nothing', () => {
    const run = circleTrainer({ seed: 'mine' });
    run.step(100);
    const before = stateOf(run);
    const sound = throughJson(circleTrainer({ seed: 'theirs' }).getState());
    const rest = sound.parameters.slice(1);
    const bad: Readonly<Record<string, readonly (readonly [value: unknown, message: string])[]>> = {
      version: [[2, 'version is 2'], [undefined, 'version is undefined'], ['1', 'version']],
      layers: [[[2, 4, 1], 'layers are [2,4,1], expected [2,8,1]'], ['2,8,1', 'layers'], [null, 'layers']],
      activation: [['tanh', 'activation is tanh, expected leaky-relu']],
      outputActivation: [['linear', 'outputActivation is linear, expected leaky-relu']],
      alpha: [[0.02, 'alpha is 0.02, expected 0.01']],
      parameters: [
        rest, [...rest, null], [...rest, NaN], [...rest, Infinity], [...rest, '1'], new Array<number>(33),
        { length: 33 }, undefined,
      ].map((value) => [value, 'expected 33 numbers']),
      start: [[1, 2], undefined].map((value) => [value, 'expected 33 numbers']),
      weightsRandom: [[[1, 2, 3], 'random state']],
      samplesRandom: [[1, 2, 3, -1], [1, 2, 3, 0.5], new Array(4), undefined].map((value) => [value, 'random state']),
      steps: [[-1, 'steps is -1'], [1.5, 'steps is 1.5'], ['100', 'steps is 100']],
      seed: [[7, 'seed is 7']],
      learningRate: [[-1, 'learning rate is -1'], [null, 'learning rate is null']],
      updateOrder: [['constructor', 'constructor is none of simultaneous, in-place']],
      init: [['', 'none of undecided, he, uniform']],
    };
    for (const [key, cases] of Object.entries(bad)) {
      for (const [value, message] of cases) {
        expect(() => run.setState({ ...sound, [key]: value }), `${key} ${message}`).to.throw(RangeError, message);
        expect(stateOf(run), `after ${message}`).to.equal(before);
      }
    }
    for (const state of [null, undefined, 1, '{}', [], {}]) {
      expect(() => run.setState(state as unknown as TrainerState)).to.throw(RangeError, 'Trainer.setState: version');
    }
    expect(stateOf(run)).to.equal(before);
    run.setState(sound);
    expect(run.seed).to.equal('theirs');
  });
});
