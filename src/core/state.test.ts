import { expect } from 'chai';
import { Network } from './network.js';
import { checkLearningRate, checkModel, checkName, checkParameters, checkState, modelState } from './state.js';
import { createTarget } from './targets.js';
import { Trainer } from './trainer.js';

const shape = { layers: [2, 3, 1], activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2 } as const;
const network = new Network(shape);
const state = new Trainer({ network, target: createTarget('xor') }).getState();
const model = modelState(network);

describe('checkState', () => {
  it('accepts the state of a trainer of the same shape, unknown keys included', () => {
    expect(() => checkState(state, network)).not.to.throw();
    expect(() => checkState({ ...state, note: 'mine' }, network)).not.to.throw();
  });

  it('refuses a state without one of its parts, and the state of another shape of network', () => {
    for (const key of Object.keys(state)) {
      expect(() => checkState({ ...state, [key]: undefined }, network), key).to.throw(RangeError, 'Trainer.setState: ');
    }
    for (const other of [
      { layers: [2, 1, 3, 1] }, { activation: 'relu' }, { outputActivation: 'tanh' }, { alpha: 0.3 },
    ] as const) {
      const [key] = Object.keys(other);
      expect(() => checkState(state, new Network({ ...shape, ...other })), key).to.throw(RangeError, key);
    }
  });
});

describe('checkModel', () => {
  it('accepts any network as JSON, and the state of a trainer', () => {
    expect([model.layers, model.parameters.length]).to.deep.equal([[2, 3, 1], 13]);
    for (const sound of [JSON.parse(JSON.stringify(model)), state, modelState(new Network({ layers: [2, 2, 2] }))]) {
      expect(() => checkModel(sound, 'here')).not.to.throw();
    }
  });

  it('refuses a model with a part missing or wrong, and names the place', () => {
    const missing = Object.keys(model).map((key) => ({ [key]: undefined }));
    const wrong = [
      { version: 2 }, { layers: [2] }, { layers: [2, 0, 1] }, { layers: [2, 2.5, 1] }, { layers: [2, 4, 1] },
      { activation: 'step' }, { outputActivation: 1 }, { alpha: 2 }, { alpha: NaN }, { parameters: [1] },
      { parameters: Array(13).fill(Infinity) }, { parameters: Array(13) },
    ];
    for (const part of [...missing, ...wrong]) {
      expect(() => checkModel({ ...model, ...part }, 'here'), JSON.stringify(part)).to.throw(RangeError, 'here: ');
    }
    for (const none of [null, undefined, 1, 'state', []]) {
      expect(() => checkModel(none, 'here')).to.throw(RangeError, 'here: version');
    }
  });
});

describe('The checks of single values', () => {
  it('name the place and the value', () => {
    expect(() => checkLearningRate('fast', 'here')).to.throw(RangeError, 'here: learning rate is fast');
    expect(() => checkName(1, ['a', 'b'], 'here')).to.throw(RangeError, 'here: 1 is none of a, b');
    expect(() => checkParameters([1], 2, 'here')).to.throw(RangeError, 'here: expected 2 numbers within ±10⁶, found 1');
    expect(() => checkParameters('1 2', 2, 'here')).to.throw(RangeError, 'found string');
  });

  it('accept sound values', () => {
    for (const rate of [0, 0.1, 10]) expect(() => checkLearningRate(rate, '')).not.to.throw();
    expect(() => checkName('b', ['a', 'b'], '')).not.to.throw();
    expect(() => checkParameters([0, -1.5], 2, '')).not.to.throw();
  });
});
