import { expect } from 'chai';
import type { TrainerState } from '../core/index.js';
import { circleTrainer, stateOf } from '../testing/circle-trainer.js';
import { restoreState, setViewState } from './state.js';

const fails = (error: Error) => (): never => {
  throw error;
};

describe('restoreState', () => {
  it('sets a sound state', () => {
    const from = circleTrainer({ seed: 7 });
    from.step(100);
    const to = circleTrainer();
    expect(restoreState(to, JSON.parse(JSON.stringify(from.getState())) as TrainerState)).to.equal(undefined);
    expect(stateOf(to)).to.equal(stateOf(from));
  });

  for (const [what, wrong, why] of [
    ['no object', undefined, /version/],
    ['null', null, /version/],
    ['an empty object', {}, /version/],
    ['a seed that the attribute refuses', { ...circleTrainer().getState(), seed: 'x'.repeat(300) }, /seed/],
    ['a learning rate that the attribute refuses', { ...circleTrainer().getState(), learningRate: 11 }, /rate/],
    ['other layers', { ...circleTrainer().getState(), layers: [2, 3, 1] }, /layers/],
  ] as const) {
    it(`says why it cannot use ${what}, and changes nothing`, () => {
      const trainer = circleTrainer({ seed: 3 });
      trainer.step(10);
      const before = stateOf(trainer);
      expect(restoreState(trainer, wrong as TrainerState)).to.match(/setState/).and.match(why);
      expect(stateOf(trainer)).to.equal(before);
    });
  }

  it('hides no mistake of our own', () => {
    const trainer = circleTrainer();
    trainer.setState = fails(new TypeError('ours'));
    expect(() => restoreState(trainer, trainer.getState())).to.throw(TypeError, 'ours');
  });
});

describe('setViewState', () => {
  const sound = circleTrainer().getState();

  it('sends a linked view to its trainer, and sets nothing', () => {
    expect(setViewState(true, sound, fails(new Error('set')))).to.contain('setState');
  });

  it('sets a state, says why it cannot be set, and hides no mistake of our own', () => {
    let isSet = false;
    expect([setViewState(false, sound, () => (isSet = true)), isSet]).to.deep.equal([undefined, true]);
    expect(setViewState(false, sound, fails(new RangeError('too long')))).to.equal('too long');
    expect(() => setViewState(false, sound, fails(new TypeError('ours')))).to.throw(TypeError, 'ours');
  });
});
