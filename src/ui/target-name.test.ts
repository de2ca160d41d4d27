import { expect } from '@open-wc/testing';
import { targetNames } from '../core/index.js';
import { en, type StringKey } from '../strings/en.js';
import { targetWords } from './target-name.js';

const strings = { text: (key: StringKey, values: Readonly<Record<string, string>> = {}) => en[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name]) };

describe('The words for a target', () => {
  it('are its name', () => {
    for (const name of targetNames) expect(targetWords(name, strings)).to.equal(en[name]);
  });

  it('are the expression in quotes, letter by letter, left to right', () => {
    expect(targetWords('x^2 < $& {y}', strings)).to.equal('the expression “\u2066x^2 < $& {y}\u2069”');
  });
});
