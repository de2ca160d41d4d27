import { expect } from 'chai';
import { failAt, MAX_EXPRESSION_LENGTH, quote, readTokens } from './tokens.js';

describe('readTokens', () => {
  it('splits numbers, names and signs, with the column of each', () => {
    const texts: [string, string][] = [
      ['x1^2.5e-3<=.5 and atan2', 'n1:x1 o3:^ n4:2.5e-3 o10:<= n12:.5 o15:and n19:atan2 e24:'],
      [' \t−y ', 'o3:- n4:y e5:'], ['a<b<=c==d!=e', 'n1:a o2:< n3:b o4:<= n6:c o7:== n9:d o10:!= n12:e e13:'],
      ['x² ≤２', 'n1:x o2:^ n2:2 o4:<= n5:2 e6:'], ['y⁻¹', 'n1:y o2:^ o2:- n2:1 e4:'],
      ['Math.PI**2', 'n1:pi o8:^ n10:2 e11:'], ['', 'e1:'],
    ];
    for (const [text, wanted] of texts) {
      const found = readTokens(text).map((token) => `${token.type[0]}${token.column}:${token.text}`).join(' ');
      expect(found).to.equal(wanted);
    }
  });

  it('names the column of a sign that is not in the language, and the sign to use instead', () => {
    const signs: [string, number, string][] = [
      ['x = y', 3, '"==", found "="'], ['x&y', 2, '"and", found "&"'], ['x | y', 3, '"or"'], ['!x', 1, '"not"'],
      ['x ; y', 3, 'found ";"'], ['x + 😀', 5, 'found "😀"'],
      ['x\u0000', 2, 'U+0000'], ['\ud800', 1, 'U+D800'], ['x\u202ey', 2, 'U+202E'], ['x $', 3, 'found "$"'],
      ['`', 1, 'found "`"'],
    ];
    for (const [text, column, words] of signs) {
      expect(() => readTokens(text), text).to.throw(RangeError, new RegExp(`^column ${column}: expected `));
      expect(() => readTokens(text), text).to.throw(words);
    }
  });

  it('reads no more than the maximum, however long the text', () => {
    const most = MAX_EXPRESSION_LENGTH;
    expect(readTokens('1'.repeat(most))).to.have.length(2);
    for (const text of ['1'.repeat(most + 1), 'x'.repeat(1_000_000), ' '.repeat(10_000), '+'.repeat(10_000)]) {
      expect(() => readTokens(text)).to.throw(RangeError, `column ${most + 1}: expected at most ${most}`);
    }
  });
});

describe('failAt and quote', () => {
  it('quote shortly, and the end where there is nothing', () => {
    expect(['x', '', 'a'.repeat(99)].map(quote)).to.deep.equal(['"x"', 'the end', `"${'a'.repeat(20)}…"`]);
    expect(() => failAt(3, 'this')).to.throw(RangeError, /^column 3: expected this$/);
  });
});
