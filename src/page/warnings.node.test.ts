import { expect } from 'chai';
import { forgetWarnings, shorten, warnOnce } from './warnings.js';

describe('warnOnce', () => {
  const { warn } = console;
  let messages: string[];

  beforeEach(() => {
    forgetWarnings();
    messages = [];
    console.warn = (message: string) => void messages.push(message);
  });

  afterEach(() => (console.warn = warn));

  it('writes each message once', () => {
    for (const message of ['a', 'b', 'a', 'a', 'b']) warnOnce(message);
    expect(messages).to.deep.equal(['a', 'b']);
  });

  it('writes at most 20 messages on a page, the last with a note, until they are forgotten', () => {
    const all = Array.from({ length: 30 }, (_, k) => `message ${k}`);
    for (const message of all) warnOnce(message);
    expect(messages.slice(0, 19)).to.deep.equal(all.slice(0, 19));
    expect(messages).to.have.length(20);
    expect(messages[19].startsWith('message 19 (')).to.equal(true);
    forgetWarnings();
    warnOnce('message 0');
    expect(messages.slice(20)).to.deep.equal(['message 0']);
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
    ['an object that contains itself', cyclic, 'object'],
    ['an object that refuses', { toJSON: () => { throw new Error('no'); } }, 'object'],
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
