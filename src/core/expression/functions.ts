import { atan2 } from '../math/atan2.js';
import { exp } from '../math/exp.js';
import { log, pow } from '../math/logarithm.js';
import { cos, sin, tan } from '../math/trigonometry.js';

/** What an expression may do to numbers: `f` has `from` to `to` operands. */
export interface Operation {
  readonly from: number;
  readonly to: number;
  readonly f: (a: number, b: number) => number;
  /** Gives 0 or 1 and nothing else. */
  readonly decides?: boolean;
}

const one = (f: (a: number) => number): Operation => ({ from: 1, to: 1, f });
const two = (f: (a: number, b: number) => number): Operation => ({ from: 2, to: 2, f });
const decision = (f: (a: number, b: number) => boolean, from = 2): Operation => ({ from, to: from, f: (a, b) => +f(a, b), decides: true });
const several = (f: (a: number, b: number) => number): Operation => ({ from: 2, to: Infinity, f }); // from the left, two at a time

/** Anything but 0 and NaN. */
const holds = (a: number): boolean => a !== 0 && a === a;

/** By the names that are written before a parenthesis. */
export const functions: ReadonlyMap<string, Operation> = new Map([
  ['abs', one(Math.abs)], ['sqrt', one(Math.sqrt)], ['exp', one(exp)], ['log', one(log)],
  ['sin', one(sin)], ['cos', one(cos)], ['tan', one(tan)], ['atan2', two(atan2)],
  ['min', several(Math.min)], ['max', several(Math.max)], ['sign', one(Math.sign)], ['floor', one(Math.floor)],
  ['step', decision((a) => a > 0, 1)],
]);

/** By their signs; `negate` is the minus before one operand. A comparison with NaN does not hold. */
export const operators: ReadonlyMap<string, Operation> = new Map([
  ['+', two((a, b) => a + b)], ['-', two((a, b) => a - b)], ['*', two((a, b) => a * b)], ['/', two((a, b) => a / b)], ['^', two(pow)],
  ['negate', one((a) => -a)],
  ['<', decision((a, b) => a < b)], ['<=', decision((a, b) => a <= b)], ['>', decision((a, b) => a > b)], ['>=', decision((a, b) => a >= b)],
  ['==', decision((a, b) => a === b)], ['!=', decision((a, b) => a < b || a > b)],
  ['and', decision((a, b) => holds(a) && holds(b))], ['or', decision((a, b) => holds(a) || holds(b))], ['not', decision((a) => !holds(a), 1)],
]);

/** Numbers with a name. */
export const constants: ReadonlyMap<string, number> = new Map([['pi', 3.141592653589793], ['e', 2.718281828459045]]);

/** What a point (x, y) has. */
export const variables: ReadonlyMap<string, (x: number, y: number) => number> = new Map([
  ['x', (x) => x], ['y', (_, y) => y],
  ['r', (x, y) => Math.sqrt(x * x + y * y)],
  ['theta', (x, y) => atan2(y, x)],
]);
