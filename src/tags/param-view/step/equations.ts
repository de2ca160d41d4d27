import type { StringsController } from '../../../page/strings-controller.js';
import {
  MAX_DIGITS, MIN_DIGITS, nudgeDigits, toneOf, writeNumber, type StyledNumber, type WrittenNumber,
} from './numbers.js';

/** A symbol of a formula, and what stands under it: a number, or the operator again. */
export interface Cell { readonly symbol: string; readonly number?: StyledNumber | string }

/** A number in an equation. */
export interface Quantity {
  readonly symbol: string;
  readonly value: number;
  /** Whether it is a weight or a bias. */
  readonly isParameter?: boolean;
  /** Whether it is a setting, as 0.1, of which no zeros are written and no sign is coloured. */
  readonly isSetting?: boolean;
  /** A function of the number that the equation goes on with: the number is written in its brackets. */
  readonly f?: (value: number) => number;
}

type Operator = '+' | '−' | '·' | '−=';
export type Part = Quantity | Operator;

/** An equation as it is printed. */
interface Solution {
  /** The parts, each with what stands under its symbol. */
  readonly cells: readonly Cell[];
  /** ≈ where the numbers as they are printed do not give the result to its last digit. */
  readonly sign: '=' | '≈';
  readonly result: StyledNumber;
}

/** How many digits the first number, the other ones and the result have. */
interface Digits { readonly first: number; readonly rest: number; readonly result: number }

/** How equations are written: in a language; with as few digits as can be while the numbers change all the time. */
export interface Writing { readonly strings: StringsController; readonly isMoving?: boolean }

/** Returns numbers of digits to try, from the fewest on. */
const digitsFrom = (from: number, { isMoving }: Writing): number[] =>
  (isMoving ? [from] : Array.from({ length: MAX_DIGITS - from + 1 }, (_, k) => from + k));

/**
 * Writes an equation that comes out on a pocket calculator: its numbers have as many digits as that takes, from three
 * to six, or a sign that says that it is nearly right.
 */
export function solve(parts: readonly Part[], result: Quantity, writing: Writing): Solution {
  const attempts = digitsFrom(MIN_DIGITS, writing)
    .map((digits) => ({ first: digits, rest: digits, result: MIN_DIGITS }));
  return firstExact(attempts, parts, result, writing);
}

/** Writes the nudge of a parameter, of which at least the change can be seen in both numbers. */
export function solveNudge(parts: readonly Part[], result: Quantity, writing: Writing): Solution {
  const { strings, isMoving } = writing;
  const digits = isMoving ? MIN_DIGITS : nudgeDigits((parts[0] as Quantity).value, result.value, strings);
  const attempts = digitsFrom(digits, writing).flatMap((rest) =>
    [digits, rest].map((first) => ({ first, rest, result: digits })));
  return firstExact(attempts, parts, result, writing);
}

/** Writes the products that a sum adds, as `0.100 = 0.500 · 0.200 + …`; `sum` has been printed already. */
export function solveProducts(
  factors: readonly (readonly [number, number])[], sum: StyledNumber, value: number, writing: Writing,
): string {
  const { strings } = writing;
  const parts = factors.flatMap(([a, b], k): Part[] =>
    [...(k > 0 ? ['+' as const] : []), { symbol: '', value: a }, '·', { symbol: '', value: b }]);
  // The sum may have been given more digits than three.
  const isPrinted = (digits: number): boolean => writeNumber(value, digits, strings).text === sum.text;
  const result = digitsFrom(MIN_DIGITS, { strings }).find(isPrinted) ?? MIN_DIGITS;
  const attempts = digitsFrom(MIN_DIGITS, writing).map((digits) => ({ first: digits, rest: digits, result }));
  const { cells, sign } = firstExact(attempts, parts, { symbol: '', value }, writing);
  const texts = cells.map(({ number }) => (typeof number === 'object' ? number.text : number));
  return `${sum.text} ${sign} ${texts.join(' ')}`;
}

function firstExact(
  attempts: readonly Digits[], parts: readonly Part[], result: Quantity, { strings, isMoving }: Writing,
): Solution {
  const written = (part: Part, digits: number): WrittenNumber | undefined => {
    if (typeof part === 'string') return undefined;
    const { value, isSetting } = part;
    return writeNumber(value, digits, strings, isSetting ? 0 : MIN_DIGITS, isMoving && !isSetting);
  };
  const solutionOf = ({ first, rest, result: digits }: Digits): Solution => {
    const numbers = parts.map((part, k) => written(part, k === 0 ? first : rest));
    const { text } = written(result, digits)!;
    const found = evaluate(parts, numbers);
    // What lies on the edge between two roundings may fall either way.
    const isExact = [found * (1 - 1e-12), found, found * (1 + 1e-12)]
      .every((value) => written({ ...result, value }, digits)!.text === text);
    return {
      cells: parts.map((part, k) => cellOf(part, numbers[k])), sign: isExact ? '=' : '≈', result: style(result, text),
    };
  };
  for (const digits of attempts) {
    const solution = solutionOf(digits);
    if (solution.sign === '=') return solution;
  }
  return solutionOf(attempts[0]);
}

/** Adds products up, of numbers as they are written. */
function evaluate(parts: readonly Part[], numbers: readonly (WrittenNumber | undefined)[]): number {
  let sum = 0;
  let product = 1;
  parts.forEach((part, k) => {
    if (typeof part === 'object') product *= part.f ? part.f(numbers[k]!.value) : numbers[k]!.value;
    if (part === '·' || typeof part === 'object') return;
    sum += product;
    product = part === '+' ? 1 : -1;
  });
  return sum + product;
}

function cellOf(part: Part, number: WrittenNumber | undefined): Cell {
  if (typeof part === 'string') return { symbol: part, number: part === '−=' ? '−' : part };
  const { symbol, f } = part;
  return { symbol, number: f ? `f(${number!.text})` : style(part, number!.text) };
}

function style({ value, isParameter, isSetting }: Quantity, text: string): StyledNumber {
  return { text, tone: isParameter ? 'parameter' : isSetting ? 'plain' : toneOf(value) };
}
