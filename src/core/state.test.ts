import { expect } from 'chai';
import { Network } from './network.js';
import { checkInit, checkLearningRate, checkModel, checkName, checkParameters, checkState, checkUpdateOrder, modelState } from './state.js';
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

describe('checkModel', () => {
  const model = modelState(network);

  it('passes what modelState saved, of any shape, and what a trainer saved', () => {
    expect(() => checkModel(JSON.parse(JSON.stringify(model)), 'here')).not.to.throw();
    expect(() => checkModel(state, 'here')).not.to.throw();
    expect(() => checkModel(modelState(new Network({ layers: [2, 2, 2] })), 'here')).not.to.throw();
    expect([model.layers, model.parameters.length]).to.deep.equal([[2, 3, 1], 13]);
  });

  it('wants every part, of its kind, and as many parameters as the layers need', () => {
    for (const key of Object.keys(model)) {
      expect(() => checkModel({ ...model, [key]: undefined }, 'here'), key).to.throw(RangeError, 'here: ');
    }
    for (const wrong of [
      { version: 2 }, { layers: [2] }, { layers: [2, 0, 1] }, { layers: [2, 2.5, 1] }, { layers: [2, 4, 1] }, { activation: 'step' },
      { outputActivation: 1 }, { alpha: 2 }, { alpha: NaN }, { parameters: [1] }, { parameters: Array(13).fill(Infinity) }, { parameters: Array(13) },
    ]) expect(() => checkModel({ ...model, ...wrong }, 'here'), JSON.stringify(wrong)).to.throw(RangeError, 'here: ');
    for (const none of [null, undefined, 1, 'state', []]) expect(() => checkModel(none, 'here')).to.throw(RangeError, 'here: version is');
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
