import { defineKind, parseJson, type Kind } from './kind.js';

/** A point and its label: 1 inside, 0 outside. */
export type DataRow = readonly [x: number, y: number, label: number];

/** Largest number of points. */
export const MAX_POINTS = 5000;
/** Longest JSON that is parsed, in UTF-16 units: enough for all points with every number in full. */
const MAX_DATA_LENGTH = 524_288;

const expected = `a JSON array of 2 to ${MAX_POINTS} points [x, y, label], x and y from -1 to 1, `
  + 'labels from 0 to 1 or -1 to 1, of both sides';

function isUsable(row: unknown): row is DataRow {
  return Array.isArray(row) && row.length === 3
    && Array.from<unknown>(row).every((v) => typeof v === 'number' && Math.abs(v) <= 1); // holes and NaN fail too
}

/** Returns rows with labels from 0 to 1, also if labels are given from −1 to 1. */
function relabel(rows: readonly DataRow[]): readonly DataRow[] {
  const signed = rows.some(([, , label]) => label < 0);
  return Object.freeze(rows.map(([x, y, label]) => Object.freeze([x, y, signed ? (label + 1) / 2 : label] as const)));
}

/** Labelled points as JSON or an array; `null` if none are given. Unusable points are left out. */
export const data: Kind<readonly DataRow[] | null> = defineKind<readonly DataRow[] | null>(null, expected, (raw) => {
  const given = parseJson(raw);
  if (!Array.isArray(given)) return undefined;
  const value = relabel(Array.from<unknown>(given.slice(0, MAX_POINTS)).filter(isUsable));
  if (value.length === 0) return undefined;
  const left = given.length - value.length;
  const sides = new Set(value.map(([, , label]) => label >= 0.5)).size;
  const hint = left > 0 ? `${left} of ${given.length} left out`
    : value.length < 2 ? 'there is only one' : sides < 2 ? 'all are on one side' : undefined;
  return hint === undefined ? { value } : { value, problem: { code: 'range', expected, hint } };
}, { maxLength: MAX_DATA_LENGTH });
