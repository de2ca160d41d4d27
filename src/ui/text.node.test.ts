import { expect } from 'chai';
import { targetNames } from '../core/index.js';
import { StringsController } from '../page/strings-controller.js';
import { en } from '../strings/en.js';
import { indexed, pairText, targetName } from './text.js';

const strings = new StringsController({ addController: () => undefined } as never);

describe('targetName', () => {
  it('returns the name of a target, or an expression in quotes, letter by letter, left to right', () => {
    for (const name of targetNames) expect(targetName(name, strings)).to.equal(en[name]);
    expect(targetName('x^2 < $& {y}', strings)).to.contain('“\u2066x^2 < $& {y}\u2069”');
  });
});

describe('indexed', () => {
  it('writes an index as a subscript', () => {
    expect([indexed('w', 1), indexed('w', 10)]).to.deep.equal(['w₁', 'w₁₀']);
  });
});

describe('pairText', () => {
  it('writes as many decimals as asked for, or no more than there are, and U+2212 for minus', () => {
    expect(pairText([0.5, -0.25], strings, 2)).to.equal('(0.50, \u22120.25)');
    expect(pairText([0.5, -0.25], strings)).to.equal('(0.5, \u22120.25)');
  });
});
