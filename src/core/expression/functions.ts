import { atan2 } from '../math/atan2.js';
import { exp } from '../math/exp.js';
import { log, pow } from '../math/logarithm.js';
import { cos, sin, tan } from '../math/trigonometry.js';

/** An operation on `from` to `to` numbers; more than two are combined from the left, two at a time. */
export interface Operation {
  readonly from: number;
  readonly to: number;
  readonly f: (a: number, b: number) => number;
  /** Whether the result is always 0 or 1. */
  readonly decides?: boolean;
}

const one = (f: (a: number) => number): Operation => ({ from: 1, to: 1, f });
const two = (f: (a: number, b: number) => number): Operation => ({ from: 2, to: 2, f });
const several = (f: (a: number, b: number) => number): Operation => ({ from: 2, to: Infinity, f });
const decision = (f: (a: number, b: number) => boolean, count = 2): Operation => (
  { from: count, to: count, f: (a, b) => +f(a, b), decides: true });

/** Returns whether a number counts as true: any but 0 and NaN. */
const isTrue = (a: number): boolean => a !== 0 && a === a;

/** Functions by name. */
export const functions: ReadonlyMap<string, Operation> = new Map([
  ['abs', one(Math.abs)], ['sqrt', one(Math.sqrt)], ['exp', one(exp)], ['log', one(log)],
  ['sin', one(sin)], ['cos', one(cos)], ['tan', one(tan)], ['atan2', two(atan2)],
  ['min', several(Math.min)], ['max', several(Math.max)], ['sign', one(Math.sign)], ['floor', one(Math.floor)],
  ['step', decision((a) => a > 0, 1)],
]);

/** Operators by sign; `negate` is the minus before an operand. Every comparison with NaN is false. */
export const operators: ReadonlyMap<string, Operation> = new Map([
  ['+', two((a, b) => a + b)], ['-', two((a, b) => a - b)], ['*', two((a, b) => a * b)], ['/', two((a, b) => a / b)],
  ['^', two(pow)], ['negate', one((a) => -a)],
  ['<', decision((a, b) => a < b)], ['<=', decision((a, b) => a <= b)],
  ['>', decision((a, b) => a > b)], ['>=', decision((a, b) => a >= b)],
  ['==', decision((a, b) => a === b)], ['!=', decision((a, b) => a < b || a > b)],
  ['and', decision((a, b) => isTrue(a) && isTrue(b))], ['or', decision((a, b) => isTrue(a) || isTrue(b))],
  ['xor', decision((a, b) => isTrue(a) !== isTrue(b))], ['not', decision((a) => !isTrue(a), 1)],
]);

export const constants: ReadonlyMap<string, number> = new Map([['pi', 3.141592653589793], ['e', 2.718281828459045]]);

/** Variables by name, as functions of the point (x, y). */
export const variables: ReadonlyMap<string, (x: number, y: number) => number> = new Map([
  ['x', (x) => x], ['y', (_, y) => y],
  ['r', (x, y) => Math.sqrt(x * x + y * y)],
  ['theta', (x, y) => atan2(y, x)],
]);
