import { defineKind, type Kind, type Parsed } from './kind.js';

/** A point and its label: 1 inside, 0 outside. */
export type DataRow = readonly [x: number, y: number, label: number];

/** Points at most. */
export const MAX_POINTS = 5000;
/** Longest JSON that is read, in UTF-16 units: room for as many points, each number in full. */
export const MAX_DATA_LENGTH = 524_288;

const expected = `a JSON array of 2 to ${MAX_POINTS} points [x, y, label], x and y from -1 to 1, labels from 0 to 1 or -1 to 1, of both sides`;

function usable(row: unknown): row is DataRow {
  return Array.isArray(row) && row.length === 3
    && Array.from<unknown>(row).every((v) => typeof v === 'number' && Math.abs(v) <= 1); // holes fail, and so does NaN
}

/** Rows as they are used: labels from −1 to 1 become 0 to 1. */
function relabel(rows: readonly DataRow[]): readonly DataRow[] {
  const signed = rows.some(([, , label]) => label < 0);
  return Object.freeze(rows.map(([x, y, label]): DataRow => Object.freeze([x, y, signed ? (label + 1) / 2 : label] as const)));
}

function parse(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined; // told of as no such array
  }
}

/** Labelled points, as JSON or an array; `null` where none are given. What is usable is used. */
export const data: Kind<readonly DataRow[] | null> = defineKind<readonly DataRow[] | null>(null, expected, (raw): Parsed<readonly DataRow[]> | undefined => {
  const given = parse(raw);
  if (!Array.isArray(given)) return undefined;
  const looked = Array.from<unknown>(given.slice(0, MAX_POINTS));
  const rows = looked.filter(usable);
  if (rows.length === 0) return undefined;
  const left = given.length - rows.length;
  const value = relabel(rows);
  const sides = new Set(value.map(([, , label]) => label >= 0.5)).size;
  const hint = left > 0 ? `${left} of ${given.length} left out` : value.length < 2 ? 'one alone' : sides < 2 ? 'all are on one side' : undefined;
  return hint === undefined ? { value } : { value, problem: { code: 'range', expected, hint } };
}, { longest: MAX_DATA_LENGTH });
