import { gridNodes } from '../places.js';
import { compile, evaluate, type PointFunction } from './compiler.js';
import { parseExpression, type ExpressionNode } from './parser.js';
import { failAt } from './tokens.js';

/** Nodes a side of the grid on [−1, 1]² on which an expression must be finite; 0 and the edges are among them. */
const PROBES = 33;

/** Returns the column of the first operation without a finite value at (x, y), all of whose operands have one. */
function columnOfCause(node: ExpressionNode, x: number, y: number): number {
  const operands = node.type === 'operation' ? node.operands : [];
  const cause = operands.find((operand) => !Number.isFinite(evaluate(operand, x, y)));
  return cause ? columnOfCause(cause, x, y) : node.column;
}

/**
 * Compiles an expression in x and y to a function of the points of [−1, 1]², with values limited to [0, 1]. NaN, which
 * is possible between the nodes of the grid, becomes 0.
 *
 * The language: docs/nn-circle-trainer.md. Throws: RangeError `column …: expected …` if the text is not an expression,
 * or has no finite value somewhere on a grid of 33 × 33 nodes.
 */
export function compileExpression(text: string): PointFunction {
  const root = parseExpression(text);
  const compiled = compile(root);
  const nodes = gridNodes(PROBES);
  for (let i = 0; i < nodes.length; i += 2) {
    const [x, y] = [nodes[i], nodes[i + 1]];
    const value = compiled(x, y);
    if (!Number.isFinite(value)) {
      const found = `${value} at x = ${x}, y = ${y}`.replaceAll('-', '−');
      failAt(columnOfCause(root, x, y), 'finite values from −1 to 1', found);
    }
  }
  if (root.type === 'operation' && root.operation.decides) return compiled;
  return (x, y) => {
    const value = compiled(x, y);
    return value > 0 ? (value < 1 ? value : 1) : 0;
  };
}
