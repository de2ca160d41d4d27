import { expect } from 'chai';
import { circleTrainer, circleParameters, parametersOf, stateOf } from '../testing/circle-trainer.js';
import type { TrainerState } from './state.js';

/** What a page gets that kept `json` as text. */
function through<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T;
}

describe('Trainer: saved states', () => {
  it('go on to the bit on another page, after JSON, wherever the run was', () => {
    for (const saved of [0, 1, 64, 100, 1000]) {
      const run = circleTrainer({ seed: 'saved', learningRate: 0.05, updateOrder: 'in-place', init: 'uniform' });
      run.step(saved);
      const other = circleTrainer({ seed: 'else' });
      other.step(17);
      other.setState(through(run.getState()));
      expect(stateOf(other), `at ${saved}`).to.equal(stateOf(run));
      run.step(500);
      other.step(500);
      expect(stateOf(other), `after ${saved}`).to.equal(stateOf(run));
    }
  });

  it('bring their seed and settings, so that a new start is theirs too', () => {
    for (const parameters of [undefined, circleParameters]) {
      const run = circleTrainer({ seed: 'theirs', parameters, init: 'uniform' });
      run.step(50);
      const other = circleTrainer({ seed: 'mine', parameters: circleParameters.map((v) => -v) });
      other.setState(through(run.getState()));
      run.reset();
      other.reset();
      expect(stateOf(other)).to.equal(stateOf(run));
    }
  });

  it('are copies: neither training nor the caller can change one through the other', () => {
    const run = circleTrainer({ seed: 'copy', parameters: circleParameters });
    const state = run.getState();
    const before = through(state);
    run.step(100);
    expect(state).to.deep.equal(before);
    const other = circleTrainer();
    const mutable = through(state) as unknown as { parameters: number[]; start: number[] };
    other.setState(mutable as unknown as TrainerState);
    mutable.parameters.fill(9);
    mutable.start.fill(9);
    expect(parametersOf(other)).to.deep.equal(circleParameters);
    other.reset();
    expect(parametersOf(other)).to.deep.equal(circleParameters);
  });

  it('bring a diverged trainer back to life', () => {
    const run = circleTrainer({ seed: 1, learningRate: 10 });
    run.step(5000);
    expect(run.diverged).to.equal(true);
    const sound = circleTrainer({ seed: 'sound' });
    sound.step(100);
    run.setState(sound.getState());
    expect(run.diverged).to.equal(false);
    run.step(100);
    sound.step(100);
    expect(stateOf(run)).to.equal(stateOf(sound));
  });

  it('that do not fit are refused with the part at fault, and change nothing', () => {
    const run = circleTrainer({ seed: 'mine' });
    run.step(100);
    const before = stateOf(run);
    const sound = through(circleTrainer({ seed: 'theirs' }).getState());
    const { parameters } = sound;
    const bad: [Partial<Record<keyof TrainerState, unknown>>, string][] = [
      [{ version: 2 }, 'version is 2, expected 1'],
      [{ version: undefined }, 'version is undefined, expected 1'],
      [{ version: '1' }, 'version'],
      [{ layers: [2, 4, 1] }, 'layers are [2,4,1], expected [2,8,1]'],
      [{ layers: '2,8,1' }, 'layers'],
      [{ layers: null }, 'layers'],
      [{ activation: 'tanh' }, 'activation is tanh, expected leaky-relu'],
      [{ outputActivation: 'linear' }, 'outputActivation is linear, expected leaky-relu'],
      [{ alpha: 0.02 }, 'alpha is 0.02, expected 0.01'],
      [{ parameters: parameters.slice(1) }, 'expected 33 numbers within ±10⁶'],
      [{ parameters: [...parameters.slice(1), null] }, 'expected 33 numbers within ±10⁶'],
      [{ parameters: [...parameters.slice(1), NaN] }, 'expected 33 numbers within ±10⁶'],
      [{ parameters: [...parameters.slice(1), Infinity] }, 'expected 33 numbers within ±10⁶'],
      [{ parameters: [...parameters.slice(1), '1'] }, 'expected 33 numbers within ±10⁶'],
      [{ parameters: new Array<number>(33) }, 'expected 33 numbers within ±10⁶'],
      [{ parameters: { length: 33 } }, 'expected 33 numbers within ±10⁶'],
      [{ parameters: undefined }, 'expected 33 numbers within ±10⁶'],
      [{ start: [1, 2] }, 'expected 33 numbers within ±10⁶'],
      [{ start: undefined }, 'expected 33 numbers within ±10⁶'],
      [{ weightsRandom: [1, 2, 3] }, 'random state'],
      [{ samplesRandom: [1, 2, 3, -1] }, 'random state'],
      [{ samplesRandom: [1, 2, 3, 0.5] }, 'random state'],
      [{ samplesRandom: new Array<number>(4) }, 'random state'],
      [{ samplesRandom: undefined }, 'random state'],
      [{ steps: -1 }, 'steps is -1, expected an integer ≥ 0'],
      [{ steps: 1.5 }, 'steps is 1.5'],
      [{ steps: '100' }, 'steps is 100'],
      [{ seed: 7 }, 'seed is 7, expected a text'],
      [{ learningRate: -1 }, 'learning rate is -1'],
      [{ learningRate: null }, 'learning rate is null'],
      [{ updateOrder: 'constructor' }, 'constructor is none of simultaneous, in-place'],
      [{ init: '' }, 'none of he, uniform'],
    ];
    for (const [part, message] of bad) {
      const state = { ...sound, ...part } as TrainerState;
      expect(() => run.setState(state), `${Object.keys(part).join()} ${message}`).to.throw(RangeError, message);
      expect(stateOf(run), `after ${message}`).to.equal(before);
    }
    for (const state of [null, undefined, 1, '{}', [], {}]) {
      expect(() => run.setState(state as unknown as TrainerState), String(state)).to.throw(RangeError, 'Trainer.setState: version is undefined');
    }
    expect(stateOf(run)).to.equal(before);
    run.setState(sound); // and the sound one does pass
    expect(run.seed).to.equal('theirs');
  });
});
