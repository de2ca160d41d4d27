import { defineKind, type Kind, type Parsed } from './kind.js';
import { describeBounds, clamp, parseDecimal, type Bounds } from './number.js';

export interface ListShape extends Bounds {
  readonly integers?: boolean;
  /** Numbers in a list; a list of fewer is not one, of more is cut. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Each number greater than the one before. */
  readonly ascending?: boolean;
}

export interface RowsShape extends Bounds {
  /** Numbers in a row, exactly. */
  readonly columns: number;
  /** Rows, at least 1; more are cut. */
  readonly maxRows: number;
}

export interface LayersShape extends Bounds {
  /** Rows in a layer and numbers in a row, exactly. */
  readonly rows: number;
  readonly columns: number;
  /** Layers, at least 1; more are cut. */
  readonly maxLayers: number;
}

/** Numbers between spaces, or between commas followed by a space. U+2212 reads as minus. */
function split(raw: unknown): number[] | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? [raw] : undefined;
  const words = typeof raw === 'string' ? raw.replaceAll('\u2212', '-').trim().split(/,?\s+/) : raw;
  if (!Array.isArray(words)) return undefined;
  const numbers: number[] = [];
  for (const word of words) {
    const value: unknown = typeof word === 'string' ? parseDecimal(word) : word;
    if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
    numbers.push(value);
  }
  return numbers;
}

/** Parts of text between `separator`, or of an array of arrays. */
function parts(raw: unknown, separator: string): readonly unknown[] | undefined {
  if (typeof raw === 'string') return raw.split(separator);
  return Array.isArray(raw) ? Array.from<unknown>(raw) : undefined; // holes become parts, which are no numbers
}

/** A value, and whether it had to be cut or clamped to be one. */
interface Fitted<T> { readonly value: T; readonly changed: boolean }

function report<T>({ value, changed }: Fitted<T>, expected: string): Parsed<T> {
  return changed ? { value, problem: { code: 'range', expected } } : { value };
}

const comma = { commaHint: 'use a point within a number and a space between numbers, as in 1.5 2' };

function count(min: number, max: number, what: string): string {
  return min === max ? `${min} ${what}` : `${min} to ${max} ${what}`;
}

/** A list of numbers. */
export function list(initial: readonly number[], shape: ListShape): Kind<readonly number[]> {
  const { minLength, maxLength, integers, ascending } = shape;
  const expected = `${count(minLength, maxLength, integers ? 'integers' : 'numbers')}${describeBounds(shape)}`
    + `${ascending ? ', ascending' : ''}, separated by spaces`;
  return defineKind(Object.freeze([...initial]), expected, (raw) => {
    const numbers = split(raw);
    if (!numbers || numbers.length < minLength || (integers && !numbers.every(Number.isInteger))) return undefined;
    const value = Object.freeze(numbers.slice(0, maxLength).map((v) => clamp(v, shape)));
    if (ascending && value.some((v, i) => i > 0 && v <= value[i - 1])) return undefined;
    return report({ value, changed: numbers.length > maxLength || value.some((v, i) => v !== numbers[i]) }, expected);
  }, comma);
}

type Matrix = readonly (readonly number[])[];

/** A copy that nobody writes into. */
function freeze(matrix: Matrix): Matrix {
  return Object.freeze(matrix.map((row) => Object.freeze([...row])));
}

function fitRows(raw: unknown, { columns, maxRows, ...bounds }: RowsShape): Fitted<Matrix> | undefined {
  const given = parts(raw, ';')?.map(split);
  if (!given?.length || given.some((row) => row?.length !== columns)) return undefined;
  const found = given as number[][];
  const value = Object.freeze(found.slice(0, maxRows).map((row) => Object.freeze(row.map((v) => clamp(v, bounds)))));
  return { value, changed: found.length > maxRows || value.some((row, j) => row.some((v, i) => v !== found[j][i])) };
}

/** Lists of equal length separated by `;`. A property may hold arrays of arrays. */
export function rows(initial: Matrix, shape: RowsShape): Kind<Matrix> {
  const expected = `${count(1, shape.maxRows, 'rows')} of ${shape.columns}${describeBounds(shape)}, separated by ;`;
  return defineKind(freeze(initial), expected, (raw) => {
    const fitted = fitRows(raw, shape);
    return fitted && report(fitted, expected);
  }, comma);
}

/** Rows separated by `|`, one stretch a layer. A property may hold arrays of arrays of arrays. */
export function layers(initial: readonly Matrix[], shape: LayersShape): Kind<readonly Matrix[]> {
  const { maxLayers, rows: height, columns, ...bounds } = shape;
  const expected = `${count(1, maxLayers, 'layers')} of ${height} rows of ${columns}${describeBounds(shape)}, separated by | and ;`;
  return defineKind(Object.freeze(initial.map(freeze)), expected, (raw) => {
    const found = parts(raw, '|')?.map((part) => fitRows(part, { columns, maxRows: height, ...bounds }));
    if (!found?.length || found.some((layer) => layer?.value.length !== height)) return undefined;
    const value = Object.freeze(found.slice(0, maxLayers).map((layer) => layer!.value));
    return report({ value, changed: found.length > maxLayers || found.some((layer) => layer!.changed) }, expected);
  }, comma);
}
