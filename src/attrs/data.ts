import { jsonProblem } from './json.js';
import { defineKind, parseJson, type Kind } from './kind.js';

/** A point and its label: 1 inside, 0 outside. */
export type DataRow = readonly [x: number, y: number, label: number];

/** Largest number of points. */
export const MAX_POINTS = 5000;
/** Longest JSON that is parsed, in UTF-16 units: enough for all points with every number in full. */
const MAX_DATA_LENGTH = 524_288;

const expected = `a JSON array of 2 to ${MAX_POINTS} points [x, y, label], x and y from -1 to 1, `
  + 'labels from 0 to 1 or -1 to 1, of both sides';

const parts = ['x', 'y', 'label'] as const;

/** Returns a row with its label as a number, where that is true or false. */
function labelled(row: unknown): unknown {
  const isFlag = Array.isArray(row) && row.length === 3 && typeof row[2] === 'boolean';
  return isFlag ? [row[0], row[1], Number(row[2])] : row;
}

/** Returns why a row is left out; undefined where it is not. */
function faultOf(row: unknown): string | undefined {
  if (!Array.isArray(row) || row.length !== 3) return 'not [x, y, label]';
  const k = (row as unknown[]).findIndex((value) => !(typeof value === 'number' && Math.abs(value) <= 1));
  if (k < 0) return undefined;
  const value: unknown = row[k];
  return `${parts[k]} is ${typeof value === 'number' ? value : `of type ${typeof value}`}`;
}

/** Returns a number with up to three digits, not less than it. */
function roundedUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Number((Math.ceil(value / unit) * unit).toPrecision(3));
}

/** Returns how to change points most of which are left out. */
function remediesFor(rows: readonly unknown[]): string[] {
  const column = (k: number): number[] => rows.map((row) => (Array.isArray(row) ? row[k] as unknown : undefined))
    .filter((value) => typeof value === 'number' && Number.isFinite(value)) as number[];
  const largest = [...column(0), ...column(1)].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const labels = [...new Set(column(2))].sort((a, b) => a - b);
  const range = [labels[0], labels[labels.length - 1]];
  return [
    largest > 1 ? `divide x and y by ${roundedUp(largest)}` : '',
    range.some((label) => Math.abs(label) > 1) ? `write labels from 0 to 1 where they are ${
      range.join(labels.length === 2 ? ' and ' : ' to ')}` : '',
  ].filter(Boolean);
}

/** Returns rows with labels from 0 to 1, also if labels are given from −1 to 1. */
function relabel(rows: readonly DataRow[]): readonly DataRow[] {
  const signed = rows.some(([, , label]) => label < 0);
  return Object.freeze(rows.map(([x, y, label]) => Object.freeze([x, y, signed ? (label + 1) / 2 : label] as const)));
}

/**
 * Labelled points as JSON or an array; `null` if none are given. Unusable points are left out; where those are more
 * than half, or the others all on one side, none is used.
 */
export const data: Kind<readonly DataRow[] | null> = defineKind<readonly DataRow[] | null>(null, expected, (raw) => {
  const given = parseJson(raw);
  if (!Array.isArray(given)) return undefined;
  const rows = (given.slice(0, MAX_POINTS) as unknown[]).map(labelled);
  const faults = rows.map(faultOf);
  const value = relabel(rows.filter((_, k) => faults[k] === undefined) as DataRow[]);
  const isOneSided = new Set(value.map(([, , label]) => label >= 0.5)).size < 2;
  const unusable = rows.length - value.length;
  if (given.length > value.length) {
    const k = unusable > 0 ? faults.findIndex((fault) => fault !== undefined) : rows.length;
    const first = `row ${k + 1}: ${faults[k] ?? `only ${MAX_POINTS} are used`}`;
    const left = `${given.length - value.length} of ${given.length} left out`;
    if (unusable > 0 && (2 * unusable > rows.length || isOneSided)) {
      const hint = [first, left, ...remediesFor(rows)].join('; ');
      return { value: null, problem: { code: 'syntax', expected, hint } };
    }
    return { value, problem: { code: 'range', expected, hint: `${first}; ${left}` } };
  }
  if (value.length === 0) return undefined;
  const hint = value.length < 2 ? 'there is only one' : isOneSided ? 'all are on one side' : undefined;
  return hint === undefined ? { value } : { value, problem: { code: 'range', expected, hint } };
}, { maxLength: MAX_DATA_LENGTH, hintFor: jsonProblem });
