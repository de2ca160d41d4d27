import { expect } from 'chai';
import { evaluateTree, printTree, randomTree, type ExpressionTree } from '../../testing/expressions.js';
import { createRandom } from '../random.js';
import { compile, evaluate } from './compiler.js';
import { parseExpression } from './parser.js';

const points = Array.from({ length: 24 }, (_, k) => (
  [0.6180339887498949, 0.7548776662466927].map((ratio) => 2 * ((k * ratio) % 1) - 1)));

function agree(found: number, wanted: number, tolerance: number): boolean {
  return Object.is(found, wanted) || Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}

/** Returns whether a last bit of x or y could decide, or change the value by more than is compared. */
function isDelicate(tree: ExpressionTree, x: number, y: number): boolean {
  const h = 1e-15;
  const value = evaluateTree(tree, x, y);
  return [[h, 0], [-h, 0], [0, h], [0, -h]].some(([dx, dy]) => (
    !agree(evaluateTree(tree, x + dx, y + dy), value, 1e-13)));
}

describe('A compiled expression', () => {
  it('has the values of the tree from which it was printed, for a thousand random trees', () => {
    const random = createRandom('expressions');
    let compared = 0;
    let varied = 0;
    for (let count = 0; count < 1000;) {
      const tree = randomTree(random, 1 + (count % 5));
      const text = printTree(tree, random);
      if (text.length > 200) continue;
      let node;
      try {
        node = parseExpression(text);
      } catch (error) {
        expect(String(error), text).to.contain('a divisor other than 0'); // nothing else can be wrong
        continue;
      }
      count++;
      const compiled = compile(node);
      const seen = new Set<number>();
      for (const [x, y] of points) {
        const found = compiled(x, y);
        const where = `${text} at ${x}, ${y}: ${found}`;
        if (!Object.is(found, evaluate(node, x, y))) expect.fail(`${where}, not compiled ${evaluate(node, x, y)}`);
        if (isDelicate(tree, x, y)) continue;
        const wanted = evaluateTree(tree, x, y);
        if (!agree(found, wanted, 1e-12)) expect.fail(`${where}, not ${wanted}`);
        compared++;
        seen.add(found);
      }
      if (seen.size > 1) varied++;
    }
    expect(compared, 'points that were compared').to.be.above(20_000);
    expect(varied, 'expressions that depend on the point').to.be.above(400);
  });

  it('has each transcendental function to 1e-13 of its value', () => {
    const argument: ExpressionTree = ['+', 4.5, ['*', 4, 'x']];
    const trees: Record<string, ExpressionTree> = {
      '(2.1 + x)^(9*y)': ['^', ['+', 2.1, 'x'], ['*', 9, 'y']], 'atan2(9*x, y)': ['atan2', ['*', 9, 'x'], 'y'],
    };
    for (const name of ['sin', 'cos', 'tan', 'exp', 'log']) trees[`${name}(4.5 + 4*x)`] = [name, argument];
    for (const [text, tree] of Object.entries(trees)) {
      const compiled = compile(parseExpression(text));
      for (const [x, y] of points) {
        expect(Math.abs(compiled(x, y) / evaluateTree(tree, x, y) - 1), `${text} at ${x}, ${y}`).to.be.below(1e-13);
      }
    }
  });

  it('has the bits of the plain way where small powers are multiplied and numbers are on the left', () => {
    for (const text of [
      'x^2 + y^2', 'x*x + y*y', '3 - x', '0.25 > x*x', '2*x', '(x+y)^2', 'x^3', 'y^7', '(x+2)^-2', '(x+2)^33',
      '1/(x+2)', '0.1 < y', 'x*y', '7', 'x <= 0.5',
    ]) {
      const node = parseExpression(text);
      for (const [x, y] of points) expect(compile(node)(x, y), text).to.equal(evaluate(node, x, y));
    }
    for (const [text, value] of [['x^2 + y^2', 0.34], ['y^2 + x^2', 0.34], ['x*x', 0.09], ['y*y', 0.25]] as const) {
      expect(compile(parseExpression(text))(0.3, 0.5), text).to.be.closeTo(value, 1e-15);
    }
  });
});
