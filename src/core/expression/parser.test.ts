import { expect } from 'chai';
import { evaluate } from './compiler.js';
import { parseExpression } from './parser.js';

const valueOf = (text: string): number => evaluate(parseExpression(text), 0.5, -0.25);

/** Texts and their values at (0.5, −0.25). */
const values: [string, number][] = [
  ['-x^2', -0.25], ['(-x)^2', 0.25], ['2^3^2', 512], ['(2^3)^2', 64], ['2^-1', 0.5], ['2^-x*4', 4 / Math.SQRT2],
  ['-2^-2', -0.25], ['1 - 2 - 3', -4], ['8 / 4 / 2', 1], ['1 + 2 * 3', 7], ['6 / 2 * 3', 9], ['2 * -x', -1],
  ['--x', 0.5], ['1 - -1', 2], ['(x < 1) == 1', 1], ['x + 1 > y * 2', 1], ['1 < 2 and 2 < 3', 1], ['1 or 0 and 0', 1],
  ['(1 or 0) and 0', 0], ['not 1 or 1', 1], ['not x < 0', 1], ['not not x', 1], ['not (1 or 1)', 0], ['0 or 2', 1],
  ['sqrt(y) > 0', 0], ['sqrt(y) != 0', 0], ['not sqrt(y)', 1], ['.5', 0.5], ['5.', 5], ['1e-3', 0.001], ['2E2', 200],
  ['1.5e+1', 15], ['\u22123', -3], ['pi', Math.PI], ['e', Math.E], ['r', Math.sqrt(0.3125)],
  ['theta', Math.atan2(-0.25, 0.5)], ['min(3, 1, 2)', 1], ['max(x, y)', 0.5], ['max(1, 2, 4, 3)', 4], ['step(y)', 0],
  ['step(x)', 1], ['step(0)', 0], ['sign(y)', -1], ['floor(y)', -1], ['abs(y)', 0.25], ['atan2(1, 1)', Math.PI / 4],
  ['x²', 0.25], ['-x³ + y²', -0.0625], ['x⁻¹', 2], ['x¹⁰', 0.5 ** 10], ['(x + y)²', 0.0625], ['x ** 2', 0.25],
  ['2**3**2', 512], ['X + Y', 0.25], ['π', Math.PI], ['cos(θ)', 2 / Math.sqrt(5)], ['ln(e)', 1], ['Sin(PI/2)', 1],
  ['Math.sin(Math.PI/2)', 1], ['np.exp(0) + numpy.abs(y)', 1.25], ['arctan2(1, 1)', Math.PI / 4], ['2×3·4⋅5÷6', 20],
  ['x ≥ y AND NOT x ≤ y', 1], ['x ≠ x Or 0', 0], ['x > 0 && y > 0 || 0', 0], ['¬(x > 0 ∧ y > 0) ∨ 0', 1],
  ['（ｘ＞０）　＋　２．５', 3.5], ['ｓｉｎ（０）', 0], ['(x>0)^(y>0)', 1], ['(x>0)^(y<0)', 0], ['(x>0)^(y>0)^(x>0)', 0],
  ['(1>0)^(x>0)', 0], ['(x>0) ⊕ (y<0)', 0], ['x>0 xor y>0', 1], ['(x>0)^2', 1], ['(y>0)^0', 1], ['2^(y>0)', 1],
  [' \n\tx\u00a0', 0.5], ['sin (0)', 0],
];

/** Texts that are not expressions, the column of the mistake, and words of the message. */
const errors: [string, number, ...string[]][] = [
  ['', 1, 'a number, a name or "("', 'found the end'], ['x +', 4, 'found the end'], ['(x', 3, 'an operator or ")"'],
  ['x)', 2, 'an operator or the end', 'found ")"'], ['()', 2, 'found ")"'],
  ['1 + )', 5, 'expected a number, a name or "(", found ")"'], ['x y', 3, 'an operator', 'found "y"'],
  ['2x', 2, 'an operator, as "*" after 2', 'found "x"'], ['2(x)', 2, '"*" after 2'], ['x²y', 3, '"*" after 2'],
  ['x(1)', 2, '"*" after x'], ['(x)(y)', 4, '"*" after )'], ['x > 0,5', 6, 'a point within a number', 'found ","'],
  ['pow(x, 2)', 1, '"^", as in x^2', 'found "pow"'], ['atan(y)', 1, '"atan2"'], ['squrt(x)', 1, 'expected "sqrt"'],
  ['Math.sine(x)', 1, 'expected "sin"'], ['xy', 1, 'expected "x*y"'], ['|x|', 1, '"abs" as in abs(x)'],
  ['√x', 1, '"sqrt"'], ['[x]', 1, '"("'],
  ['z', 1, 'x, y, r, theta, pi, e or a function: abs sqrt exp log sin cos tan atan2 min', 'found "z"'],
  ['x < y < 1', 7, '"and" or "or"', 'a < b and b < c'], ['x == 1 != y', 8, '"and" or "or"'],
  ['sin', 4, '"(" after sin'], ['sin x', 5, '"(" after sin', 'found "x"'], ['sin()', 5, 'a number'],
  ['sin(x, y)', 8, '1 operand of sin'], ['atan2(x)', 8, 'a second operand of atan2'],
  ['atan2(x, y, 1)', 13, '2 operands of atan2'], ['min(x)', 6, 'a second operand of min'], ['max(x,)', 7, 'found ")"'],
  ['x / 0', 5, 'a divisor other than 0'], ['1/(2 - 2)', 6, 'a divisor other than 0'], ['x < not y', 5, 'found "not"'],
  ['1e309', 1, 'a number below'], [`${'('.repeat(65)}x${')'.repeat(65)}`, 66, 'at most 64 levels'],
  ['-'.repeat(66), 66, 'at most 64 levels'], [`${'abs('.repeat(49)}x`, 198, '")"'],
];

describe('parseExpression', () => {
  it('reads precedence, associativity, numbers and names', () => {
    for (const [text, value] of values) expect(valueOf(text), JSON.stringify(text)).to.be.closeTo(value, 1e-15);
  });

  it('names the column of a mistake and what was expected there', () => {
    for (const [text, column, ...words] of errors) {
      expect(() => parseExpression(text), text).to.throw(RangeError, new RegExp(`^column ${column}: expected `));
      for (const word of words) expect(() => parseExpression(text), text).to.throw(word);
    }
  });

  it('computes operations on numbers, but keeps those without a finite value', () => {
    expect(parseExpression('2 * sin(0) + 3^2')).to.deep.include({ type: 'number', value: 9 });
    expect(parseExpression('x + 2 * 3')).to.have.nested.property('operands[1].value', 6);
    expect(parseExpression('log(0)').type).to.equal('operation');
  });

  it('nests 64 levels', () => {
    expect([`${'('.repeat(64)}x${')'.repeat(64)}`, `${'-'.repeat(64)}x`].map(valueOf)).to.deep.equal([0.5, 0.5]);
  });
});
