import { expect } from 'chai';
import { MAX_EXPRESSION_LENGTH, quote, readTokens, failAt } from './tokens.js';

const brief = (text: string): string => readTokens(text).map(({ type, text: found, column }) => `${type[0]}${column}:${found}`).join(' ');

describe('readTokens', () => {
  it('parts numbers, names and signs, and knows where each began', () => {
    expect(brief('x1^2.5e-3<=.5 and atan2')).to.equal('n1:x1 o3:^ n4:2.5e-3 o10:<= n12:.5 o15:and n19:atan2 e24:');
    expect(brief(' \t−y ')).to.equal('o3:- n4:y e5:');
    expect(brief('a<b<=c==d!=e')).to.equal('n1:a o2:< n3:b o4:<= n6:c o7:== n9:d o10:!= n12:e e13:');
    expect(brief('')).to.equal('e1:');
  });

  it('names the column of a sign that it does not know, and the one that is meant', () => {
    const signs: [string, number, string][] = [
      ['x = y', 3, '"==", found "="'], ['x&&y', 2, '"and", found "&"'], ['x | y', 3, '"or"'], ['!x', 1, '"not"'], ['2 × 3', 3, '"*"'], ['x ≤ y', 3, '"<="'],
      ['x ; y', 3, 'found ";"'], ['x + 😀', 5, 'found "😀"'], ['x\u0000', 2, 'U+0000'], ['\ud800', 1, 'U+D800'], ['x\u202ey', 2, 'U+202E'], ['x $', 3, 'found "$"'], ['`', 1, 'found "`"'],
    ];
    for (const [text, column, words] of signs) {
      expect(() => readTokens(text), text).to.throw(RangeError, new RegExp(`^column ${column}: expected `));
      expect(() => readTokens(text), text).to.throw(words);
    }
  });

  it('reads no more than it may, however long the text', () => {
    expect(readTokens('1'.repeat(MAX_EXPRESSION_LENGTH))).to.have.length(2);
    for (const text of ['1'.repeat(MAX_EXPRESSION_LENGTH + 1), 'x'.repeat(1_000_000), ' '.repeat(10_000), '+'.repeat(10_000)]) {
      expect(() => readTokens(text)).to.throw(RangeError, /^column 201: expected at most 200 characters$/);
    }
  });
});

describe('What a message quotes', () => {
  it('is short, and the end where there is nothing', () => {
    expect([quote('x'), quote(''), quote('a'.repeat(99))]).to.deep.equal(['"x"', 'the end', `"${'a'.repeat(20)}…"`]);
    expect(() => failAt(3, 'this')).to.throw(RangeError, /^column 3: expected this$/);
  });
});
