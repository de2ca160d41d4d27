import { variables } from './functions.js';
import type { ExpressionNode } from './parser.js';
import { integerPower, pow } from '../math/logarithm.js';

/** A value at each point. */
export type PointFunction = (x: number, y: number) => number;

const x = variables.get('x')!;
const y = variables.get('y')!;
// The most frequent fields of all are worth a function of their own.
const xSquared: PointFunction = (x) => x * x;
const ySquared: PointFunction = (_, y) => y * y;
const rSquared: PointFunction = (x, y) => x * x + y * y;

/** Without a call for the operation itself. */
const inline: ReadonlyMap<string, (a: PointFunction, b: PointFunction) => PointFunction> = new Map([
  ['+', (a: PointFunction, b: PointFunction): PointFunction => (a === xSquared && b === ySquared ? rSquared : (x, y) => a(x, y) + b(x, y))],
  ['-', (a: PointFunction, b: PointFunction): PointFunction => (x, y) => a(x, y) - b(x, y)],
  ['*', (a: PointFunction, b: PointFunction): PointFunction => (a === b && (a === x || a === y) ? squareOf(a) : (x, y) => a(x, y) * b(x, y))],
  ['/', (a: PointFunction, b: PointFunction): PointFunction => (x, y) => a(x, y) / b(x, y)],
  ['<', (a: PointFunction, b: PointFunction): PointFunction => (x, y) => +(a(x, y) < b(x, y))],
  ['>', (a: PointFunction, b: PointFunction): PointFunction => (x, y) => +(a(x, y) > b(x, y))],
]);

/** Likewise, the second operand being a number. */
const withNumber: ReadonlyMap<string, (a: PointFunction, b: number) => PointFunction> = new Map([
  ['+', (a: PointFunction, b: number): PointFunction => (x, y) => a(x, y) + b],
  ['-', (a: PointFunction, b: number): PointFunction => (x, y) => a(x, y) - b],
  ['*', (a: PointFunction, b: number): PointFunction => (x, y) => a(x, y) * b],
  ['/', (a: PointFunction, b: number): PointFunction => (x, y) => a(x, y) / b],
  ['^', (a: PointFunction, b: number): PointFunction => powerOf(a, b)],
  ['<', (a: PointFunction, b: number): PointFunction => (x, y) => +(a(x, y) < b)],
  ['>', (a: PointFunction, b: number): PointFunction => (x, y) => +(a(x, y) > b)],
]);

/** Operations whose operands may change places, and what they are then. */
const mirrored: ReadonlyMap<string, string> = new Map([['+', '+'], ['*', '*'], ['<', '>'], ['>', '<']]);

function squareOf(a: PointFunction): PointFunction {
  if (a === x) return xSquared;
  if (a === y) return ySquared;
  return (x, y) => {
    const value = a(x, y);
    return value * value;
  };
}

/** a to a number: small integers by multiplication, to the bits of `pow`. */
function powerOf(a: PointFunction, n: number): PointFunction {
  if (n === 2) return squareOf(a);
  return Number.isInteger(n) && n > 0 && n <= 32 ? (x, y) => integerPower(a(x, y), n) : (x, y) => pow(a(x, y), n);
}

/** One function for a whole tree: closures all the way down, no code from text. */
export function compile(part: ExpressionNode): PointFunction {
  if (part.type === 'number') return () => part.value;
  if (part.type === 'variable') return variables.get(part.name)!;
  const { name, operation: { f }, operands: [first, second] } = part;
  const a = compile(first);
  if (!second) return (x, y) => f(a(x, y), NaN);
  const b = compile(second);
  if (second.type === 'number') return withNumber.get(name)?.(a, second.value) ?? ((x, y) => f(a(x, y), second.value));
  const turned = mirrored.get(name);
  if (first.type === 'number' && turned) return withNumber.get(turned)!(b, first.value);
  return inline.get(name)?.(a, b) ?? ((x, y) => f(a(x, y), b(x, y)));
}

/** The value of a part at a point, for those who look for one of its parts. */
export function evaluate(part: ExpressionNode, x: number, y: number): number {
  if (part.type === 'number') return part.value;
  if (part.type === 'variable') return variables.get(part.name)!(x, y);
  const [a, b = NaN] = part.operands.map((operand) => evaluate(operand, x, y));
  return part.operation.f(a, b);
}
