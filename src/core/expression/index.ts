import { gridNodes } from '../places.js';
import { compile, evaluate, type PointFunction } from './compiler.js';
import { parseExpression, type ExpressionNode } from './parser.js';
import { failAt } from './tokens.js';

/** Points a side of the grid on [−1, 1]² where an expression has to have a value; 0 and the edges are among them. */
const PROBES = 33;

/** The column of what first has no finite value at (x, y): that of an operation all whose operands have one. */
function culprit(part: ExpressionNode, x: number, y: number): number {
  const operands = part.type === 'operation' ? part.operands : [];
  const cause = operands.find((operand) => !Number.isFinite(evaluate(operand, x, y)));
  return cause ? culprit(cause, x, y) : part.column;
}

function probe(part: ExpressionNode, field: PointFunction): void {
  const nodes = gridNodes(PROBES);
  for (let i = 0; i < nodes.length; i += 2) {
    const [x, y] = [nodes[i], nodes[i + 1]];
    const value = field(x, y);
    if (Number.isFinite(value)) continue;
    failAt(culprit(part, x, y), 'finite values from −1 to 1', `${value} at x = ${x}, y = ${y}`.replaceAll('-', '−'));
  }
}

/**
 * What an expression in x and y says of each point of [−1, 1]², between 0 and 1: lower values are 0 and
 * higher ones 1; so is NaN 0, which may lie between the points that were looked at.
 *
 * The language: docs/nn-circle-trainer.md. Throws: RangeError `column …: expected …` if it is none, or
 * not finite somewhere on a grid of 33 × 33 points.
 */
export function compileExpression(text: string): PointFunction {
  const part = parseExpression(text);
  const field = compile(part);
  probe(part, field);
  if (part.type === 'operation' && part.operation.decides) return field;
  return (x, y) => {
    const value = field(x, y);
    return value > 0 ? (value < 1 ? value : 1) : 0;
  };
}
