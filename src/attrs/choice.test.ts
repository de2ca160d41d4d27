import { expect } from 'chai';
import { DEFAULT, badTexts, badValues, expectAlwaysSound, expectReadings } from '../testing/kinds.js';
import { choice, choices } from './choice.js';

const names = ['relu', 'leaky-relu', 'tanh'] as const;
const one = choice(names, 'leaky-relu');
const several = choices(names, ['relu']);

describe('choice', () => {
  it('reads a name in any case, spaces around it aside', () => {
    expectReadings(one, [['relu', 'relu'], ['ReLU', 'relu'], [' TANH\n', 'tanh'], ['Leaky-ReLU', 'leaky-relu']]);
  });

  it('uses the default for anything else and says so', () => {
    expectReadings(one, [...badTexts, 'leaky relu', 'leakyrelu', 'relu tanh', 'toString', '-1', '0', '1e9'].map((text) => [text, DEFAULT]));
    expectReadings(one, [...badValues, 0, 1, true, ['relu'], { toString: () => 'relu' }].map((value) => [value, DEFAULT]));
    expectReadings(one, [['relu'.repeat(25_000), DEFAULT, 'syntax', 'longer than 2000 characters']]);
    expect(one.read('x').problem?.expected).to.equal('one of relu, leaky-relu, tanh');
  });

  it('is one of its names and never throws', () => expectAlwaysSound(one, (v) => names.includes(v)));
});

describe('choices', () => {
  it('reads several names between spaces or commas, each once, in the order given', () => {
    expectReadings(several, [
      ['tanh', ['tanh']], ['tanh relu', ['tanh', 'relu']], ['relu, leaky-relu', ['relu', 'leaky-relu']], ['relu,tanh', ['relu', 'tanh']],
      ['RELU relu Relu', ['relu']], [['tanh', 'relu'], ['tanh', 'relu']],
    ]);
  });

  it('drops names it does not know and says so, and keeps the rest', () => {
    expectReadings(several, [
      ['relu swish tanh', ['relu', 'tanh'], 'syntax'], [['tanh', 7, null], ['tanh'], 'syntax'], [[, 'tanh'], ['tanh'], 'syntax'], // eslint-disable-line no-sparse-arrays
    ]);
  });

  it('uses the default where no name is left', () => {
    expectReadings(several, [...badTexts.map((text) => [text, DEFAULT] as const), ...badValues.map((value) => [value, DEFAULT] as const), ['swish gelu', DEFAULT]]);
  });

  it('is some of its names, frozen, and never throws', () => {
    expectAlwaysSound(several, (v) => v.length > 0 && Object.isFrozen(v) && v.every((name) => names.includes(name)) && new Set(v).size === v.length);
  });
});
