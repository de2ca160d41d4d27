import { expect } from 'chai';
import { printTree, randomTree, evaluateTree, type ExpressionTree } from '../../testing/expressions.js';
import { compile, evaluate } from './compiler.js';
import { parseExpression } from './parser.js';
import { createRandom } from '../random.js';

const points = Array.from({ length: 24 }, (_, k) => [2 * ((k * 0.6180339887498949) % 1) - 1, 2 * ((k * 0.7548776662466927) % 1) - 1]);

/** How much of the truth may be lost on the way: decisions and steps are as far apart as their arguments say. */
function agree(found: number, wanted: number, share: number): boolean {
  return Object.is(found, wanted) || Math.abs(found - wanted) <= share * Math.max(1, Math.abs(wanted));
}

/** Whether a value of another engine could come out at the other side of a jump, or be magnified beyond what is asked. */
function isDelicate(tree: ExpressionTree, x: number, y: number): boolean {
  const h = 1e-15;
  const value = evaluateTree(tree, x, y);
  return [[h, 0], [-h, 0], [0, h], [0, -h]].some(([dx, dy]) => !agree(evaluateTree(tree, x + dx, y + dy), value, 1e-13));
}

describe('A compiled expression', () => {
  it('says what an outside evaluator says of the tree it was printed from, a thousand times', () => {
    const random = createRandom('expressions');
    let compared = 0;
    let varied = 0;
    for (let count = 0; count < 1000;) {
      const tree = randomTree(random, 1 + (count % 5));
      const text = printTree(tree, random);
      if (text.length > 200) continue;
      let part;
      try {
        part = parseExpression(text);
      } catch (error) {
        expect(String(error), text).to.contain('a divisor other than 0'); // the only thing that can be wrong with it
        continue;
      }
      count++;
      const field = compile(part);
      const seen = new Set<number>();
      for (const [x, y] of points) {
        const found = field(x, y);
        if (!Object.is(found, evaluate(part, x, y))) expect.fail(`${text} at ${x}, ${y}: ${found}, part by part ${evaluate(part, x, y)}`);
        if (isDelicate(tree, x, y)) continue;
        const wanted = evaluateTree(tree, x, y);
        if (!agree(found, wanted, 1e-12)) expect.fail(`${text} at ${x}, ${y}: ${found}, not ${wanted}`);
        compared++;
        seen.add(found);
      }
      if (seen.size > 1) varied++;
    }
    expect(compared, 'points that were compared').to.be.above(20_000);
    expect(varied, 'expressions that depend on the point').to.be.above(400);
  });

  for (const name of ['sin', 'cos', 'tan', 'exp', 'log', 'atan2', '^']) {
    it(`has ${name} to 1e-13 of its value`, () => {
      const text = name === '^' ? '(2.1 + x)^(9*y)' : name === 'atan2' ? 'atan2(9*x, y)' : `${name}(4.5 + 4*x)`;
      const tree: ExpressionTree = name === '^' ? ['^', ['+', 2.1, 'x'], ['*', 9, 'y']] : name === 'atan2' ? ['atan2', ['*', 9, 'x'], 'y'] : [name, ['+', 4.5, ['*', 4, 'x']]];
      const field = compile(parseExpression(text));
      for (const [x, y] of points) expect(Math.abs(field(x, y) / evaluateTree(tree, x, y) - 1), `${x}, ${y}`).to.be.below(1e-13);
    });
  }

  it('multiplies small powers, and mirrors numbers on the left, to the bits of the plain way', () => {
    for (const text of ['x^2 + y^2', 'x*x + y*y', '3 - x', '0.25 > x*x', '2*x', '(x+y)^2', 'x^3', 'y^7', '(x+2)^-2', '(x+2)^33', '1/(x+2)', '0.1 < y', 'x*y', '7', 'x <= 0.5']) {
      const part = parseExpression(text);
      for (const [x, y] of points) expect(compile(part)(x, y), text).to.equal(evaluate(part, x, y));
    }
    expect(compile(parseExpression('x^2 + y^2'))(0.3, 0.4)).to.equal(0.3 * 0.3 + 0.4 * 0.4);
    expect(compile(parseExpression('y^2 + x^2'))(0.3, 0.5)).to.equal(0.25 + 0.3 * 0.3);
    expect(compile(parseExpression('x*x'))(0.3, 0.5)).to.equal(0.3 * 0.3);
    expect(compile(parseExpression('y*y'))(0.3, 0.5)).to.equal(0.25);
  });
});
