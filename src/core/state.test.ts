import { expect } from 'chai';
import { Network } from './network.js';
import { checkInit, checkLearningRate, checkName, checkParameters, checkState, checkUpdateOrder } from './state.js';
import { createTarget } from './targets.js';
import { Trainer } from './trainer.js';

const network = new Network({ layers: [2, 3, 1], activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2 });
const state = new Trainer({ network, target: createTarget('xor') }).getState();

describe('checkState', () => {
  it('passes what a trainer of the same shape saved, unknown keys included', () => {
    expect(() => checkState(state, network)).not.to.throw();
    expect(() => checkState({ ...state, note: 'mine' }, network)).not.to.throw();
  });

  it('wants every part', () => {
    for (const key of Object.keys(state)) {
      const rest: Record<string, unknown> = { ...state };
      delete rest[key];
      expect(() => checkState(rest, network), key).to.throw(RangeError, 'Trainer.setState: ');
    }
  });

  it('wants a network of the very same shape', () => {
    const shape = { layers: [2, 3, 1], activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2 } as const;
    for (const other of [{ layers: [2, 1, 3, 1] }, { activation: 'relu' }, { outputActivation: 'tanh' }, { alpha: 0.3 }] as const) {
      expect(() => checkState(state, new Network({ ...shape, ...other })), Object.keys(other)[0]).to.throw(RangeError, 'expected');
    }
  });
});

describe('the checks of settings', () => {
  it('name where, what was found and what is expected', () => {
    expect(() => checkLearningRate('fast', 'here')).to.throw(RangeError, 'here: learning rate is fast, expected a finite number ≥ 0');
    expect(() => checkUpdateOrder('later', 'here')).to.throw(RangeError, 'here: later is none of simultaneous, in-place');
    expect(() => checkInit(null, 'here')).to.throw(RangeError, 'here: null is none of he, uniform');
    expect(() => checkName(1, ['a', 'b'], 'here')).to.throw(RangeError, 'here: 1 is none of a, b');
    expect(() => checkParameters([1], 2, 'here')).to.throw(RangeError, 'here: expected 2 numbers within ±10⁶, found 1');
    expect(() => checkParameters('1 2', 2, 'here')).to.throw(RangeError, 'found string');
  });

  it('pass what is sound', () => {
    for (const rate of [0, 0.1, 10]) expect(() => checkLearningRate(rate, '')).not.to.throw();
    expect(() => checkUpdateOrder('in-place', '')).not.to.throw();
    expect(() => checkInit('uniform', '')).not.to.throw();
    expect(() => checkParameters([0, -1.5], 2, '')).not.to.throw();
  });
});
