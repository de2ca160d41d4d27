import { defineKind, fitted, optional, type Kind } from './kind.js';

export interface Bounds { readonly min?: number; readonly max?: number }

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const options = { commaHint: 'use a point, not a comma, as in 1.5' };

/** Returns the number of an ASCII decimal with optional exponent; undefined for any other text, and if it overflows. */
export function parseDecimal(text: string): number | undefined {
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
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

/** Defines a kind of numbers that pass a test. */
function defineNumber(
  initial: number, bounds: Bounds, expected: string, test: (value: unknown) => boolean,
): Kind<number> {
  return defineKind(initial, expected, (raw) => {
    const value = typeof raw === 'string' ? parseDecimal(raw.trim()) : raw;
    if (typeof value !== 'number' || !test(value)) return undefined;
    const used = clamp(value, bounds);
    return fitted(used, used !== value, expected);
  }, options);
}

/** A finite number. */
export function number(initial: number, bounds: Bounds = {}): Kind<number> {
  return defineNumber(initial, bounds, `a number${describeBounds(bounds)}`, Number.isFinite);
}

/** A finite number or none, which is NaN. */
export function optionalNumber(bounds: Bounds = {}): Kind<number> {
  return optional(number(NaN, bounds), NaN, Number.isNaN);
}

/** An integer; with `none`, also the word "none", which is Infinity. */
export function integer(initial: number, bounds: Bounds = {}, { none = false } = {}): Kind<number> {
  const expected = `an integer${describeBounds(bounds)}${none ? ', or none' : ''}`;
  const kind = defineNumber(initial, bounds, expected, Number.isInteger);
  const isNone = (raw: unknown): boolean => (
    raw === Infinity || (typeof raw === 'string' && raw.trim().toLowerCase() === 'none'));
  return none ? { ...optional(kind, Infinity, isNone), initial } : kind;
}
