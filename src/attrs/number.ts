import { defineKind, fitted, optional, type Kind } from './kind.js';

export interface Bounds { readonly min?: number; readonly max?: number }

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Hints for text with a decimal comma. */
const commaHints = {
  number: 'use a point, not a comma, as in 1.5',
  list: 'use a point within a number and a space between numbers, as in 1.5 2',
};

/** Returns a function that returns a hint for text with digits on both sides of a comma, undefined for other text. */
export const commaHintFor = (kind: 'number' | 'list') => (text: string): string | undefined => {
  if (kind === 'number' && /^[1-9]\d{0,2}(,\d{3})+$/.test(text.trim())) {
    return `use no comma between thousands, as in ${text.trim().replaceAll(',', '')}`;
  }
  return /\d,\d/.test(text) ? commaHints[kind] : undefined;
};

/** Parses an ASCII decimal with an optional exponent; undefined for any other text or on overflow. */
export function parseDecimal(text: string): number | undefined {
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/**
 * Parses a number as a reader writes it: with a point or a comma, in full width or Arabic digits. What stands between
 * thousands in the reader's language, `group`, is no decimal sign before three digits: 1,250 is 1250 in English.
 */
export function parseWritten(text: string, group: string | undefined): number | undefined {
  const plain = text.normalize('NFKC').trim().replaceAll('\u2212', '-')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const isGrouped = group !== undefined && plain.includes(group) && /^[+-]?[1-9]\d{0,2}\D\d{3}$/.test(plain);
  return parseDecimal(isGrouped ? plain.replace(group, '') : plain.replace(/[,٫]/, '.'));
}

/** Returns " from 0 to 10", or only the part with a bound. */
export function describeBounds({ min = -Infinity, max = Infinity }: Bounds): string {
  if (min === -Infinity) return max === Infinity ? '' : ` up to ${max}`;
  return max === Infinity ? ` from ${min}` : ` from ${min} to ${max}`;
}

/** Returns a number, or the nearest bound if it is out of bounds. */
export function clamp(value: number, { min = -Infinity, max = Infinity }: Bounds): number {
  return Math.min(Math.max(value, min), max);
}

/** Returns the index of the number of the largest size, the first of equals. */
export function indexOfLargest(values: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 1; k < values.length; k++) if (Math.abs(values[k]) > Math.abs(values[largest])) largest = k;
  return largest;
}

/** Defines a kind of numbers that pass a test. */
function defineNumber(
  initial: number, bounds: Bounds, expected: string, test: (value: unknown) => boolean,
): Kind<number> {
  return defineKind(initial, expected, (raw) => {
    const value = typeof raw === 'string' ? parseDecimal(raw.trim()) : raw;
    if (typeof value !== 'number' || !test(value)) return undefined;
    const used = clamp(value, bounds);
    return fitted(used, used !== value, expected);
  }, { hintFor: commaHintFor('number') });
}

/** A finite number. */
export function number(initial: number, bounds: Bounds = {}): Kind<number> {
  return defineNumber(initial, bounds, `a number${describeBounds(bounds)}`, Number.isFinite);
}

/** A finite number or none, which is NaN. */
export function optionalNumber(bounds: Bounds = {}): Kind<number> {
  return optional(number(NaN, bounds), NaN, Number.isNaN);
}

/** An integer. */
export function integer(initial: number, bounds: Bounds = {}): Kind<number> {
  return defineNumber(initial, bounds, `an integer${describeBounds(bounds)}`, Number.isInteger);
}

/** An integer, or a word in any case that stands for `meaning`. The default is either. */
export function integerOrWord<W>(initial: number | W, bounds: Bounds, word: string, meaning: W): Kind<number | W> {
  const expected = `an integer${describeBounds(bounds)}, or ${word}`;
  const kind = defineNumber(initial as number, bounds, expected, Number.isInteger) as Kind<number | W>;
  const isWord = (raw: unknown): boolean => (
    raw === meaning || (typeof raw === 'string' && raw.trim().toLowerCase() === word));
  return { ...optional(kind, meaning, isWord), initial };
}
