import { expect } from 'chai';
import fc from 'fast-check';
import { createTarget, targetProblem } from '../targets.js';
import { compileExpression } from './index.js';

/** Texts that are not expressions, or not finite somewhere. */
const hostile = [
  // names outside the language
  '__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'prototype', 'Math', 'window', 'globalThis',
  'self', 'document', 'this', 'eval', 'Function', 'undefined', 'null', 'NaN', 'Infinity', 'true', 'x1', 'xx', 'z', 'a',
  '_', '__defineGetter__', 'Circle', 'circles', 'import', 'return', 'new', 'AND', 'Or',
  'Math.', 'Math.x.y', 'window.x', 'self.eval(1)',
  // calls
  'alert(1)', 'eval("1")', 'fetch(x)', 'constructor(1)', 'x(1)', 'pi(2)', 'cbrt(x)', 'hypot(x, y)',
  'pow(x, 2)', 'Math.alert(x)', 'np.__proto__', 'sin(x).constructor', 'x.y', 'x[0]', '(x)(y)',
  // unbalanced parentheses
  '(', ')', '((', '))', '(()', '())', 'x)', '(x', 'sin(x', 'sin x)', 'min(x, y', 'min(x, y))', '(x + (y)', '((x)',
  '[x]', '{x}', '(]', 'atan2(x, (y)',
  // operators without operands
  '+', '-', '*', '/', '^', '<', '==', '!=', '<=', 'and', 'or', 'not', '+-*/', '--', '- - -', '^^', '<>', 'and and',
  'not not', ',', ',,', '.', '..', '()', '( )', '(,)',
  // incomplete expressions
  'x +', '* x', 'x ^', '^ x', 'x <', '< x', 'x and', 'or x', 'not', 'x not', 'x not y', 'sin', 'sin()', 'sin(,)',
  'min(x,)', 'min(,x)', 'max(x)', 'atan2(x)', 'atan2(x, y, r)', 'abs(x, y)', 'x,y', 'x y', '2x', 'x2', '2 3', '(x)(y)',
  '1,5', '+x', 'x ++ y', 'x *** y', 'x // y', '²', 'x⁻', 'x²³ 2',
  // divisions by zero
  '1/0', 'x/0', 'x/(1-1)', '1/(0*2)', 'x/-0', '1/sin(0)', '1 / 0.0', '0/0', '(x/0) > 1', 'x/floor(0.5)',
  // values that are not finite
  '1/x', '1/y', 'x/y', '1/(x*y)', 'sqrt(x)', 'log(x)', 'log(y + 1)', 'sqrt(-1)', 'log(0)', 'log(-1)', '0^-1', 'x^-1',
  'x^0.5', 'y^y', 'exp(1000)', 'exp(999*x)', '10^400', '(-8)^(1/3)', 'log(x^2)', '1/r', 'theta/r',
  'atan2(x, 1/y)*0 + sqrt(y)', '1/(x - 0.5)', 'tan(1/x)', '1 + 2*sqrt(x - y)', 'min(sqrt(x), 1)', 'sign(log(x))',
  '1e300*1e300*x', 'x^-2', '(x + y)^0.3',
  // signs outside the language
  'x = y', 'x := y', 'x &&& y', 'x ||| y', '!x', '|x|', 'x % y', 'x ? y : 1', 'x | y', 'x & y', '~x', 'x; y', '$x',
  '@x', '#x', 'x\\y', '"x"', "'x'", '`x`', 'x → y', '2 ×× x', '×', '√x', 'ππ', '∞', '½', '٣',
  'х',
  // control characters, other scripts and numbers in other notations
  '😀', 'x + 😀', '👩‍🔬', '\u0000', 'x\u0000', '\ud800', '\udfff', 'x\u202ey', '\u200b', '\ufeff\u2060', 'é',
  'e\u0301', '\u007f', '<script>', '-->', '0x10', '0b1', '1_000', '1e', '1e+', '1.2.3', '1e309', '9'.repeat(199) + 'e9',
  // long and deep texts, and empty ones
  'x'.repeat(10_000), '1+'.repeat(5_000), '('.repeat(10_000), '-'.repeat(10_000), ' '.repeat(10_000),
  '2^'.repeat(5_000), 'sin('.repeat(2_500), `${'('.repeat(90)}x${')'.repeat(90)}`, `${'-'.repeat(99)}x`,
  `${'2^'.repeat(90)}x`, `${'not '.repeat(49)}`, 'abs('.repeat(50), 'x'.repeat(201), '\ud83d\ude00'.repeat(5_000),
  'a,'.repeat(5_000), '', ' ', '\n',
];

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });

describe('An expression as a target', () => {
  it('is refused with a column and nothing else for each of 200 hostile texts', () => {
    expect(new Set(hostile).size).to.be.at.least(200);
    const owners = [globalThis, Object.prototype, Function.prototype];
    const globals = (): string => owners.map((each) => Object.getOwnPropertyNames(each).sort()).join();
    const known = globals();
    for (const text of hostile) {
      const what = JSON.stringify(text.slice(0, 40));
      const problem = targetProblem(text);
      expect(problem, what).to.match(/^column \d+: expected ./);
      expect(Number(/\d+/.exec(problem!)![0]), what).to.be.within(1, Math.min(text.length, 200) + 1);
      expect(problem!.length, what).to.be.below(170);
      expect(() => createTarget(text), what).to.throw(RangeError, problem!);
    }
    expect(globals() === known, 'no global was added or removed').to.equal(true);
  });

  it('throws a RangeError with a column, or gives 0 to 1 everywhere, whatever the text', () => {
    const word = fc.constantFrom(
      'x', 'y', 'r', 'sin(', '(', ')', '+', '-', '*', '/', '^', '<', '==', 'and', 'not', ',', '1', '.5', '2e3', 'log(',
      'min(', ' ', '😀', '__proto__',
    );
    const words = fc.array(word, { maxLength: 14 }).map((list) => list.join(''));
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), words), coordinate, coordinate, (text, x, y) => {
      let target;
      try {
        target = compileExpression(text);
      } catch (error) {
        expect(error).to.be.instanceOf(RangeError).with.property('message').that.matches(/^column \d+: expected /);
        return;
      }
      expect(target(x, y)).to.be.within(0, 1);
    }), { numRuns: 2000 });
  });

  it('names the operation that first has no finite value, not one that only passes it on', () => {
    const columns: [string, number][] = [
      ['1/x', 2], ['sqrt(x)', 1], ['2 + 3*sqrt(x)', 7], ['abs(1 / (y + 1))', 7], ['x + log(x^2 + y^2)', 5],
      ['1 - 2^(1/x)', 9], ['exp(exp(9*x))', 1], ['x - x/y*0', 6],
    ];
    for (const [text, column] of columns) {
      expect(targetProblem(text), text).to.match(new RegExp(`^column ${column}: expected finite values`));
    }
    expect(targetProblem('1/x')).to.contain('Infinity at x = 0, y = −1');
    expect(targetProblem('sqrt(x)')).to.contain('NaN at x = −1, y = −1');
  });

  it('reads ^ between comparisons as exclusive or, as in Python, C and JavaScript', () => {
    const xor = createTarget('xor');
    for (const text of ['(x>0)^(y>0)', '(x>0) != (y>0)', 'x>0 xor y>0', '（ｘ＞０）⊕（ｙ＞０）']) {
      const target = createTarget(text);
      fc.assert(fc.property(coordinate, coordinate, (x, y) => {
        fc.pre(x * y !== 0);
        expect(target(x, y), text).to.equal(xor(x, y));
      }));
    }
  });

  it('limits values to [0, 1], and has 0 where a comparison has no value', () => {
    const nanBetweenNodes = '1 + 0*sqrt(abs(x - 0.01) - 0.001)';
    const cases: [string, number, number][] = [
      ['2*x', -0.1, 0], ['2*x', 0, 0], ['2*x', 0.2, 0.4], ['2*x', 0.5, 1], ['2*x', 0.9, 1], ['sqrt(x) > 0.5', -1, 0],
      ['sqrt(x) > 0.5', 0.2, 0], ['sqrt(x) > 0.5', 0.3, 1], ['1/x > 2', 0.4, 1], ['exp(-1/r^2)', 0, 0],
      [nanBetweenNodes, 0.01, 0], [nanBetweenNodes, 0.5, 1],
    ];
    for (const [text, x, wanted] of cases) expect(createTarget(text)(x, 0), `${text} at ${x}`).to.equal(wanted);
  });

  it('draws the circle with the bits of the named one, except on its edge', () => {
    const [ours, circle] = [createTarget('x^2 + y^2 < 0.25'), createTarget('circle')];
    fc.assert(fc.property(coordinate, coordinate, (x, y) => {
      fc.pre(Math.abs(x * x + y * y - 0.25) > 1e-15);
      expect(ours(x, y)).to.equal(circle(x, y));
    }));
  });
});
