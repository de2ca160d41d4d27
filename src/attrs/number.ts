import { defineKind, type Kind, type Parsed } from './kind.js';

export interface Bounds { readonly min?: number; readonly max?: number }

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const comma = { commaHint: 'use a point, not a comma, as in 1.5' };

/** A decimal in ASCII, exponent allowed; undefined for anything else, hexadecimal and what overflows included. */
export function parseDecimal(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The finite number in `raw`: a number, or decimal text. */
export function toNumber(raw: unknown): number | undefined {
  if (typeof raw === 'string') return parseDecimal(raw.trim());
  return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined;
}

/** " from 0 to 10", or as much of it as is bounded. */
export function describeBounds({ min = -Infinity, max = Infinity }: Bounds): string {
  if (min === -Infinity) return max === Infinity ? '' : ` up to ${max}`;
  return max === Infinity ? ` from ${min}` : ` from ${min} to ${max}`;
}

/** `value` or the nearest bound. */
export function clamp(value: number, { min = -Infinity, max = Infinity }: Bounds): number {
  return Math.min(Math.max(value, min), max);
}

function bounded(value: number, bounds: Bounds, expected: string): Parsed<number> {
  const used = clamp(value, bounds);
  return used === value ? { value } : { value: used, problem: { code: 'range', expected } };
}

/** A finite number. */
export function number(initial: number, bounds: Bounds = {}): Kind<number> {
  const expected = `a number${describeBounds(bounds)}`;
  return defineKind(initial, expected, (raw) => {
    const value = toNumber(raw);
    return value === undefined ? undefined : bounded(value, bounds, expected);
  }, comma);
}

/** A finite number, or nothing: the property then reads, and may be set to, NaN. */
export function optionalNumber(bounds: Bounds = {}): Kind<number> {
  const some = number(NaN, bounds);
  return { initial: NaN, read: (raw) => (Number.isNaN(raw) ? { value: NaN } : some.read(raw)) };
}

/** An integer; with `none`, also that word, which reads Infinity. */
export function integer(initial: number, bounds: Bounds = {}, { none = false } = {}): Kind<number> {
  const expected = `an integer${describeBounds(bounds)}${none ? ', or none' : ''}`;
  return defineKind(initial, expected, (raw) => {
    if (none && (raw === Infinity || (typeof raw === 'string' && raw.trim().toLowerCase() === 'none'))) {
      return { value: Infinity };
    }
    const value = toNumber(raw);
    return Number.isInteger(value) ? bounded(value!, bounds, expected) : undefined;
  }, comma);
}
