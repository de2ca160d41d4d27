import { expect } from 'chai';
import { badTexts, badValues, DEFAULT, expectAlwaysSound, expectDefault, expectReadings } from '../testing/kinds.js';
import { choice, choices } from './choice.js';

const names = ['relu', 'leaky-relu', 'tanh'] as const;
const one = choice(names, 'leaky-relu');
const several = choices(names, ['relu']);

describe('choice', () => {
  it('reads a name in any case with spaces around it', () => {
    expectReadings(one, [['relu', 'relu'], ['ReLU', 'relu'], [' TANH\n', 'tanh'], ['Leaky-ReLU', 'leaky-relu']]);
  });

  it('uses the default for anything else', () => {
    expectDefault(one, ...badTexts, 'leaky relu', 'leakyrelu', 'relu tanh', 'toString', '-1', '0', '1e9');
    expectDefault(one, ...badValues, 0, 1, true, ['relu'], { toString: () => 'relu' });
    expectReadings(one, [['relu'.repeat(25_000), DEFAULT, 'syntax', 'longer than 2000 characters']]);
    for (const name of names) expect(one.read('x').problem?.expected).to.include(name);
  });

  it('returns one of its names and never throws', () => expectAlwaysSound(one, (v) => names.includes(v)));
});

describe('choices', () => {
  it('reads several names between spaces or commas, each once, in the given order', () => {
    expectReadings(several, [
      ['tanh', ['tanh']], ['tanh relu', ['tanh', 'relu']], ['relu, leaky-relu', ['relu', 'leaky-relu']],
      ['relu,tanh', ['relu', 'tanh']], ['RELU relu Relu', ['relu']], [['tanh', 'relu'], ['tanh', 'relu']],
    ]);
  });

  it('leaves out unknown names and reports it', () => {
    expectReadings(several, [['relu swish tanh', ['relu', 'tanh'], 'syntax'], [['tanh', 7, null], ['tanh'], 'syntax']]);
    expectReadings(several, [[[, 'tanh'], ['tanh'], 'syntax']]); // eslint-disable-line no-sparse-arrays
  });

  it('uses the default if no name is left', () => expectDefault(several, ...badTexts, ...badValues, 'swish gelu'));

  it('returns some of its names, frozen, each once, and never throws', () => {
    expectAlwaysSound(several, (v) => v.length > 0 && Object.isFrozen(v) && v.every((name) => names.includes(name))
      && new Set(v).size === v.length);
  });
});
