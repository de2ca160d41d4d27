import { expect } from '@open-wc/testing';
import { catchWarnings } from '../testing/warnings.js';
import { forgetWarnings, shorten, warnOnce } from './warnings.js';

describe('warnOnce', () => {
  let messages: string[];
  let restore: () => void;

  beforeEach(() => {
    ({ messages, restore } = catchWarnings());
  });

  afterEach(() => restore());

  it('says a thing once, however often it happens', () => {
    for (const message of ['a', 'b', 'a', 'a', 'b']) warnOnce(message);
    expect(messages).to.deep.equal(['a', 'b']);
  });

  it('writes no more than 20 warnings on a page, and says with the last that others are left out', () => {
    for (let i = 1; i <= 30; i++) warnOnce(`message ${i}`);
    expect(messages).to.have.length(20);
    expect(messages.slice(0, 19)).to.deep.equal(Array.from({ length: 19 }, (_, i) => `message ${i + 1}`));
    expect(messages[19]).to.equal('message 20 (Further warnings are left out.)');
  });

  it('does not count what it has said before', () => {
    for (let i = 0; i < 50; i++) warnOnce('again');
    warnOnce('new');
    expect(messages).to.deep.equal(['again', 'new']);
  });

  it('begins anew once it has forgotten, so that tests do not depend on one another', () => {
    for (let i = 0; i < 30; i++) warnOnce(`message ${i}`);
    forgetWarnings();
    warnOnce('message 0');
    expect(messages).to.have.length(21);
    expect(messages[20]).to.equal('message 0');
  });
});

describe('shorten', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;

  const cases: [what: string, value: unknown, text: string][] = [
    ['a text as it stands', '1,5', '1,5'],
    ['an empty text', '', ''],
    ['a number', 7.5, '7.5'],
    ['a list', [1, 2], '[1,2]'],
    ['an object', { layers: [2] }, '{"layers":[2]}'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['a symbol', Symbol('x'), 'Symbol(x)'],
    ['a BigInt', 5n, 'bigint'],
    ['what contains itself', cyclic, 'object'],
    ['what refuses', { toJSON: () => { throw new Error('no'); } }, 'object'],
    ['60 characters', 'x'.repeat(60), 'x'.repeat(60)],
    ['61 characters, cut', 'x'.repeat(61), `${'x'.repeat(60)}…`],
    ['a long list, cut', Array.from({ length: 50 }, () => 1), `[${'1,'.repeat(29)}1…`],
  ];
  for (const [what, value, text] of cases) {
    it(`writes ${what}`, () => {
      expect(shorten(value)).to.equal(text);
    });
  }

  it('writes a function by its source', () => {
    expect(shorten(() => 1)).to.contain('=>');
  });
});
