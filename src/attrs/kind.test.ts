import { expect } from 'chai';
import { defineKind, MAX_TEXT_LENGTH, optional, orNone, toAttributeText } from './kind.js';

const even = defineKind(2, 'an even number', (raw) => (Number(raw) % 2 === 0 ? { value: Number(raw) } : undefined));

describe('defineKind', () => {
  it('returns what its reader makes of a value', () => {
    expect([even.read('4'), even.initial]).to.deep.equal([{ value: 4 }, 2]);
  });

  it('uses the default if its reader returns nothing or throws, and says what is accepted', () => {
    for (const raw of ['5', Symbol('s')]) {
      expect(even.read(raw)).to.deep.equal({ value: 2, problem: { code: 'syntax', expected: 'an even number' } });
    }
  });

  it('never passes text beyond its maximum to the reader', () => {
    const seen: number[] = [];
    const watched = defineKind('', 'a text', (raw) => {
      seen.push(String(raw).length);
      return { value: 'read' };
    });
    expect(watched.read('x'.repeat(MAX_TEXT_LENGTH)).value).to.equal('read');
    expect(watched.read('x'.repeat(MAX_TEXT_LENGTH + 1)).problem?.hint).to.contain(String(MAX_TEXT_LENGTH));
    expect(seen).to.deep.equal([MAX_TEXT_LENGTH]);
  });

  it('gives its hint for text only', () => {
    const hinted = defineKind(0, 'x', () => undefined, { hintFor: (text) => `not ${text}` });
    expect(hinted.read('1,5').problem?.hint).to.equal('not 1,5');
    expect(hinted.read(['1,5']).problem?.hint).to.equal(undefined);
    expect(even.read('1,5').problem?.hint).to.equal(undefined);
  });
});

describe('optional', () => {
  it('reads none for what means none, and for the rest what its kind reads, even if the test throws', () => {
    const kind = optional(even, NaN, (raw) => (raw as string).trim() === '');
    expect(kind.initial).to.be.NaN;
    expect([' ', '4'].map((raw) => kind.read(raw))).to.deep.equal([{ value: NaN }, { value: 4 }]);
    expect(kind.read(6)).to.deep.equal({ value: 6 });
  });
});

describe('orNone', () => {
  it('reads the word none, what scripts write for it, and the rest as its kind does', () => {
    const kind = orNone(even, NaN, Number.isNaN);
    expect(kind.initial).to.be.NaN;
    for (const raw of ['none', ' NONE ', NaN]) expect(kind.read(raw)).to.deep.equal({ value: NaN });
    expect(kind.read('4')).to.deep.equal({ value: 4 });
    expect(kind.read('5').problem?.expected).to.equal('an even number, or none');
  });
});

describe('toAttributeText', () => {
  it('writes a value as an author would', () => {
    const cases: [unknown, string][] = [
      [0.1, '0.1'], ['ring', 'ring'], [true, 'true'], [Infinity, 'none'], [[6, 4], '6 4'],
      [[[1, 2], [3, 4]], '1 2; 3 4'], [[[[1, 2], [3, 4]], [[5, 6], [7, 8]]], '1 2; 3 4 | 5 6; 7 8'], [[], ''],
    ];
    for (const [value, text] of cases) expect(toAttributeText(value)).to.equal(text);
  });
});
