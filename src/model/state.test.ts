import { expect } from '@open-wc/testing';
import type { TrainerState } from '../core/index.js';
import { circleTrainer, stateOf } from '../testing/circle-trainer.js';
import { refusal, restore } from './state.js';

describe('restore', () => {
  it('sets a sound state, and says nothing', () => {
    const from = circleTrainer({ seed: 7 });
    from.step(100);
    const to = circleTrainer();
    expect(restore(to, JSON.parse(JSON.stringify(from.getState())) as TrainerState)).to.equal(undefined);
    expect(stateOf(to)).to.equal(stateOf(from));
  });

  for (const [what, wrong] of [
    ['no object', undefined],
    ['nothing of a state', {}],
    ['a seed that the attribute would not take', { ...circleTrainer().getState(), seed: 'x'.repeat(300) }],
    ['a learning rate that the attribute would not take', { ...circleTrainer().getState(), learningRate: 11 }],
    ['other layers', { ...circleTrainer().getState(), layers: [2, 3, 1] }],
  ] as const) {
    it(`says why ${what} cannot be, and changes nothing`, () => {
      const trainer = circleTrainer({ seed: 3 });
      trainer.step(10);
      const before = stateOf(trainer);
      expect(restore(trainer, wrong as TrainerState)).to.match(/setState/);
      expect(stateOf(trainer)).to.equal(before);
    });
  }

  it('hides no mistake of our own', () => {
    const trainer = circleTrainer();
    trainer.setState = () => { throw new TypeError('ours'); };
    expect(() => restore(trainer, trainer.getState())).to.throw(TypeError, 'ours');
  });
});

describe('refusal', () => {
  it('sends a view of a trainer to that trainer, and sets nothing', () => {
    let set = false;
    expect(refusal(true, () => (set = true))).to.contain('call setState of the trainer');
    expect(set).to.equal(false);
  });

  it('sets what can be set, says why another cannot, and hides no mistake of our own', () => {
    let set = false;
    expect([refusal(false, () => (set = true)), set]).to.deep.equal([undefined, true]);
    expect(refusal(false, () => { throw new RangeError('too long'); })).to.equal('too long');
    expect(() => refusal(false, () => { throw new TypeError('ours'); })).to.throw(TypeError, 'ours');
  });
});
