import type { ReactiveControllerHost } from 'lit';
import { expect } from 'chai';
import { StepNames } from './names.js';
import { inBraces, NotationController, splitAtNames, symbolsOf, withoutBraces } from './notation.js';
import { codeOf, phasesOf } from './phases.js';

/** Writes symbols as TeX does. */
const texOf = (formula: string, isDeep = false): string => symbolsOf(formula, isDeep)
  .map((run) => (typeof run === 'string' ? run : [run.variable, run.index].filter(Boolean).join('_')))
  .join('');

describe('symbolsOf', () => {
  for (const [program, symbols] of [
    ['dOutZ', 'δ_o'], ['error · f′(outZ)', 'e · f′(z_o)'], ['prediction − target', 'a_o − t'], ['learningRate', 'η'],
    ['dZ[8] · x', 'δ_8 · x'], ['dH[8]', '∂a_8'], ['dW[8]', '∂w_8'], ['h1_z[2]', 'z_2'], ['h1_a', 'a'],
    ['w1[8].x', 'w_1,8,x'], ['w1.y', 'w_1,y'], ['w2[8]', 'w_2,8'], ['b2', 'b_2'], ['b1[3]', 'b_1,3'],
    ['sum(w2[j] · h1_a[j])', 'Σ w_2,j · a_j'],
  ]) {
    it(`writes ${program} as ${symbols}`, () => expect(texOf(program)).to.equal(symbols));
  }

  it('has the layer in every symbol of a deep network', () => {
    expect(texOf('sum(dZ2[k] · w2[k][3])', true)).to.equal('Σ δ_2,k · w_2,k,3');
    expect(texOf('h2_z[1]', true)).to.equal('z_2,1');
  });

  it('leaves no name of a program in any line of it', () => {
    for (const layers of [[2, 3, 1], [2, 3, 2, 1]]) {
      for (const { text } of codeOf(new StepNames(layers), phasesOf(layers, 'in-place'))) {
        const rest = symbolsOf(text, layers.length > 3).filter((run) => typeof run === 'string').join('');
        expect(rest.replace(/nextSample|fPrime/, ''), text).not.to.match(/[A-Z]|_|\d/);
      }
    }
  });
});

describe('names in braces', () => {
  it('can be told from the words around them', () => {
    const text = `since ${inBraces('h1_z[1]')} = 0.2`;
    expect([splitAtNames(text), withoutBraces(text)])
      .to.deep.equal([['since ', 'h1_z[1]', ' = 0.2'], 'since h1_z[1] = 0.2']);
  });
});

describe('NotationController', () => {
  it('tells all microscopes on the page what the reader chose in one, and those that come later', () => {
    const host = { addController: () => undefined } as unknown as ReactiveControllerHost;
    const told: string[] = [];
    const [one, other, gone] = ['one', 'other', 'gone'].map((name) =>
      new NotationController(host, () => told.push(name)));
    for (const each of [one, other, gone]) each.hostConnected();
    gone.hostDisconnected();
    one.choose('symbols');
    expect([told, other.value, new NotationController(host, () => undefined).value])
      .to.deep.equal([['one', 'other'], 'symbols', 'symbols']);
    other.choose('program');
    for (const each of [one, other]) each.hostDisconnected();
  });
});
