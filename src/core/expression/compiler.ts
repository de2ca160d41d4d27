import { integerPower, pow } from '../math/logarithm.js';
import { variables } from './functions.js';
import type { ExpressionNode } from './parser.js';

/** A value at each point of the plane. */
export type PointFunction = (x: number, y: number) => number;

const x = variables.get('x')!;
const y = variables.get('y')!;
// Functions of their own, because these are the most frequent.
const xSquared: PointFunction = (x) => x * x;
const ySquared: PointFunction = (_, y) => y * y;
const rSquared: PointFunction = (x, y) => x * x + y * y;

/** Operations that are faster without a call of `Operation.f`. */
const inline = new Map<string, (a: PointFunction, b: PointFunction) => PointFunction>([
  ['+', (a, b) => (a === xSquared && b === ySquared ? rSquared : (x, y) => a(x, y) + b(x, y))],
  ['-', (a, b) => (x, y) => a(x, y) - b(x, y)],
  ['*', (a, b) => (a === b && (a === x || a === y) ? square(a) : (x, y) => a(x, y) * b(x, y))],
  ['/', (a, b) => (x, y) => a(x, y) / b(x, y)],
  ['<', (a, b) => (x, y) => +(a(x, y) < b(x, y))],
  ['>', (a, b) => (x, y) => +(a(x, y) > b(x, y))],
]);

/** The same with a number as the second operand. */
const inlineWithNumber = new Map<string, (a: PointFunction, b: number) => PointFunction>([
  ['+', (a, b) => (x, y) => a(x, y) + b],
  ['-', (a, b) => (x, y) => a(x, y) - b],
  ['*', (a, b) => (x, y) => a(x, y) * b],
  ['/', (a, b) => (x, y) => a(x, y) / b],
  ['^', power],
  ['<', (a, b) => (x, y) => +(a(x, y) < b)],
  ['>', (a, b) => (x, y) => +(a(x, y) > b)],
]);

/** Operations whose operands can be exchanged, and the operation that they then become. */
const exchanged = new Map([['+', '+'], ['*', '*'], ['<', '>'], ['>', '<']]);

function square(a: PointFunction): PointFunction {
  if (a === x) return xSquared;
  if (a === y) return ySquared;
  return (x, y) => {
    const value = a(x, y);
    return value * value;
  };
}

/** Returns a^n; small integer powers by multiplication, with the same bits as `pow`. */
function power(a: PointFunction, n: number): PointFunction {
  if (n === 2) return square(a);
  const multiply = Number.isInteger(n) && n > 0 && n <= 32;
  return multiply ? (x, y) => integerPower(a(x, y), n) : (x, y) => pow(a(x, y), n);
}

/** Compiles a tree into one function made of closures, without evaluating text as code. */
export function compile(node: ExpressionNode): PointFunction {
  if (node.type === 'number') return () => node.value;
  if (node.type === 'variable') return variables.get(node.name)!;
  const { name, operation: { f }, operands: [first, second] } = node;
  const a = compile(first);
  if (!second) return (x, y) => f(a(x, y), NaN);
  const b = compile(second);
  if (second.type === 'number') {
    return inlineWithNumber.get(name)?.(a, second.value) ?? ((x, y) => f(a(x, y), second.value));
  }
  const mirrored = exchanged.get(name);
  if (first.type === 'number' && mirrored) return inlineWithNumber.get(mirrored)!(b, first.value);
  return inline.get(name)?.(a, b) ?? ((x, y) => f(a(x, y), b(x, y)));
}

/** Returns the value of a tree at a point without compiling it. */
export function evaluate(node: ExpressionNode, x: number, y: number): number {
  if (node.type === 'number') return node.value;
  if (node.type === 'variable') return variables.get(node.name)!(x, y);
  const [a, b = NaN] = node.operands.map((operand) => evaluate(operand, x, y));
  return node.operation.f(a, b);
}
