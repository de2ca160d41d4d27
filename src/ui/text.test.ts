import { expect } from '@open-wc/testing';
import { targetNames } from '../core/index.js';
import { en, type StringKey } from '../strings/en.js';
import { StringsController } from '../page/strings-controller.js';
import { Host } from '../testing/host.js';
import { indexed, pairText, targetName } from './text.js';

const strings = { text: (key: StringKey, values: Readonly<Record<string, string>> = {}) => en[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name]) };

describe('The words for a target', () => {
  it('are its name', () => {
    for (const name of targetNames) expect(targetName(name, strings)).to.equal(en[name]);
  });

  it('are the expression in quotes, letter by letter, left to right', () => {
    expect(targetName('x^2 < $& {y}', strings)).to.equal('the expression “\u2066x^2 < $& {y}\u2069”');
  });
});

describe('indexed', () => {
  it('writes an index below the line', () => {
    expect([indexed('w', 1), indexed('w', 10)]).to.deep.equal(['w₁', 'w₁₀']);
  });
});

describe('pairText', () => {
  it('writes two decimals and a true minus', () => {
    expect(pairText([0.5, -0.25], new StringsController(new Host()), 2)).to.equal('(0.50, −0.25)');
    expect(pairText([0.5, -0.25], new StringsController(new Host())), 'no more than there are').to.equal('(0.5, −0.25)');
  });
});
