import { data, type DataRow } from '../attrs/data.js';
import type { Problem } from '../attrs/kind.js';
import type { ModelData } from '../attrs/model.js';
import type { Data } from '../core/index.js';
import type { NnErrorDetail } from '../page/events.js';

const made = new WeakMap<readonly DataRow[], Data>();
const rowsOf = new WeakMap<Data, readonly DataRow[]>();

/** Data for core, made once for the same rows: a run that is given them again goes on. */
export function dataOf(rows: readonly DataRow[] | null): Data | undefined {
  if (!rows) return undefined;
  let found = made.get(rows);
  if (!found) {
    found = {
      points: Float64Array.from(rows.flatMap(([x, y]) => [x, y])),
      labels: Float64Array.from(rows, ([, , label]) => label),
    };
    made.set(rows, found);
    rowsOf.set(found, rows);
  }
  return found;
}

/** The rows that data were made of. */
export function rowsBehind(data: Data | undefined): readonly DataRow[] | null {
  return (data && rowsOf.get(data)) ?? null;
}

/** What to tell of points that are not all usable. */
export function badChildData(value: unknown, { code, expected, hint }: Problem, used: readonly DataRow[] | null): [detail: NnErrorDetail, sentence: string] {
  return [
    { code, attribute: '', value, used, fatal: false },
    `child script: data: expected ${expected}${hint === undefined ? '' : ` (${hint})`}; ${used ? 'the rest is used' : 'it is ignored'}.`,
  ];
}

/** The points that a child object gives. */
export class ChildData {
  rows: readonly DataRow[] | null = null;
  /** What is wrong with them, if anything is. */
  problem: Problem | undefined;
  private _text: string | undefined;

  /** Whether they are others than before. What goes with a state is as it was when that was taken, and no mistake. */
  read(child: ModelData): boolean {
    const text = JSON.stringify(child.data);
    if (text === this._text) return false;
    this._text = text;
    const { value, problem } = child.data === undefined ? { value: null, problem: undefined } : data.read(child.data);
    const whole = value !== null && value.length === (child.data as unknown[]).length;
    this.rows = value;
    this.problem = whole && child.state !== undefined ? undefined : problem;
    return true;
  }
}
