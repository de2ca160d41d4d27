import { defineKind, fitted, optional, type Kind } from './kind.js';
import { clamp, commaHintFor, describeBounds, parseDecimal, type Bounds } from './number.js';

type Numbers = readonly number[];

/** As many gaps between ascending numbers fit below the largest of them, or 1: nearer ones are one on an axis. */
const GAPS = 1e6;
/** Rows of numbers. */
export type Matrix = readonly Numbers[];

/** A value, and whether it had to be cut or clamped to fit. */
interface Fitted<T> { readonly value: T; readonly changed: boolean }

/** Reads numbers between spaces, or between commas followed by a space. U+2212 reads as minus. */
function readNumbers(raw: unknown): Numbers | undefined {
  const words = typeof raw === 'string' ? raw.replaceAll('\u2212', '-').trim().split(/,?\s+/)
    : typeof raw === 'number' ? [raw] : Array.isArray(raw) ? raw as unknown[] : [undefined];
  const numbers = words.map((word) => (typeof word === 'string' ? parseDecimal(word) : word));
  return numbers.every(Number.isFinite) ? (numbers as number[]) : undefined;
}

/** Cuts a list to its length and clamps its numbers. */
function fitNumbers(numbers: Numbers, maxLength: number, bounds: Bounds): Fitted<Numbers> {
  const value = Object.freeze(numbers.slice(0, maxLength).map((v) => clamp(v, bounds)));
  return { value, changed: numbers.length > maxLength || value.some((v, i) => v !== numbers[i]) };
}

/** Fits each part of a text between separators, or each item of an array, and cuts the list of parts to its length. */
function fitParts<T>(
  raw: unknown, separator: string, maxLength: number, fit: (part: unknown) => Fitted<T> | undefined,
): Fitted<readonly T[]> | undefined {
  const parts = typeof raw === 'string' ? raw.split(separator) : Array.isArray(raw) ? raw as unknown[] : [];
  const found = parts.map(fit).filter((part) => part !== undefined);
  if (found.length === 0 || found.length < parts.length) return undefined;
  const value = Object.freeze(found.slice(0, maxLength).map((part) => part.value));
  return { value, changed: found.length > maxLength || found.some((part) => part.changed) };
}

/** Fits rows of `minColumns` to `columns` numbers. Those that are shorter than others are filled with 0. */
function fitMatrix(
  raw: unknown, minColumns: number, columns: number, maxRows: number, bounds: Bounds,
): Fitted<Matrix> | undefined {
  const found = fitParts(raw, ';', maxRows, (part) => {
    const numbers = readNumbers(part);
    const fits = numbers && numbers.length >= minColumns && numbers.length <= columns;
    return fits ? fitNumbers(numbers, columns, bounds) : undefined;
  });
  const width = Math.max(...(found?.value ?? []).map((row) => row.length));
  if (!found || found.value.every((row) => row.length === width)) return found;
  const filled = found.value.map((row) => Object.freeze(Array.from({ length: width }, (_, k) => row[k] ?? 0)));
  return { value: Object.freeze(filled), changed: true };
}

function defineFitted<T>(initial: T, expected: string, fit: (raw: unknown) => Fitted<T> | undefined): Kind<T> {
  return defineKind(deepFreeze(initial), expected, (raw) => {
    const found = fit(raw);
    return found && fitted(found.value, found.changed, expected);
  }, { hintFor: commaHintFor('list') });
}

/** Returns a frozen copy of nested arrays. */
export function deepFreeze<T>(value: T): T {
  return Array.isArray(value) ? Object.freeze(value.map(deepFreeze)) as T : value;
}

function describeCount(min: number, max: number, what: string): string {
  return min === max ? `${min} ${what}` : `${min} to ${max} ${what}`;
}

/** A list of `minLength` numbers or more; those beyond `maxLength` are cut. */
export function list(initial: Numbers, shape: Bounds & {
  readonly integers?: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  /** Whether each number must be greater than the one before. */
  readonly ascending?: boolean;
}): Kind<Numbers> {
  const { minLength, maxLength, integers, ascending } = shape;
  const count = describeCount(minLength, maxLength, integers ? 'integers' : 'numbers');
  const expected = `${count}${describeBounds(shape)}${ascending ? ', ascending' : ''}, separated by spaces`;
  const kept = deepFreeze(initial);
  return defineKind(kept, expected, (raw) => {
    const numbers = readNumbers(raw);
    if (!numbers || numbers.length < minLength || (integers && !numbers.every(Number.isInteger))) return undefined;
    const found = fitNumbers(numbers, maxLength, shape);
    const steps = found.value.slice(1).map((v, i) => v - found.value[i]);
    const gap = Math.max(1, ...found.value.map(Math.abs)) / GAPS;
    if (!ascending || steps.every((step) => step >= gap)) return fitted(found.value, found.changed, expected);
    const isClose = !found.changed && steps.every((step) => step >= 0);
    const hint = isClose ? { hint: `too close together: at least ${gap} apart` } : {};
    return { value: kept, problem: { code: 'syntax', expected, ...hint } };
  }, { hintFor: commaHintFor('list') });
}

/** Two numbers, or none: the property then reads as an empty array. */
export function optionalPair(shape: Bounds & { readonly ascending?: boolean }): Kind<Numbers> {
  const pair = list([], { minLength: 2, maxLength: 2, ...shape });
  return optional(pair, pair.initial, (raw) => Array.isArray(raw) && raw.length === 0);
}

/**
 * Rows of `columns` numbers, separated by `;`, of which `maxRows` are used. With `minColumns` they may have fewer, as
 * long as all have as many. A property may hold arrays of arrays.
 */
export function rows(
  initial: Matrix,
  shape: Bounds & { readonly minColumns?: number; readonly columns: number; readonly maxRows: number },
): Kind<Matrix> {
  const { columns, minColumns = columns, maxRows } = shape;
  const count = minColumns === columns ? String(columns) : `${minColumns} or ${columns} numbers`;
  const expected = `${describeCount(1, maxRows, 'rows')} of ${count}${describeBounds(shape)}, with ";" between rows`;
  return defineFitted(initial, expected, (raw) => fitMatrix(raw, minColumns, columns, maxRows, shape));
}

/**
 * Layers of `rows` rows of `columns` numbers, separated by `|`, of which `maxLayers` are used. A property may hold
 * arrays of arrays of arrays.
 */
export function layers(
  initial: readonly Matrix[],
  shape: Bounds & { readonly rows: number; readonly columns: number; readonly maxLayers: number },
): Kind<readonly Matrix[]> {
  const { maxLayers, rows: height, columns } = shape;
  const count = describeCount(1, maxLayers, 'layers');
  const expected = `${count} of ${height} rows of ${columns}${describeBounds(shape)}, separated by | and ;`;
  return defineFitted(initial, expected, (raw) => fitParts(raw, '|', maxLayers, (part) => {
    const layer = fitMatrix(part, columns, columns, height, shape);
    return layer?.value.length === height ? layer : undefined;
  }));
}

/** Returns whether two lists hold the same numbers, or both are undefined. */
export function isSameList(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a === b || (a !== undefined && a.length === b?.length && a.every((each, k) => each === b[k]));
}
