import { data as dataKind, type DataRow } from '../attrs/data.js';
import type { Problem } from '../attrs/kind.js';
import type { ModelData } from '../attrs/model.js';
import type { Data } from '../core/index.js';
import type { NnErrorDetail } from '../page/events.js';

const dataByRows = new WeakMap<readonly DataRow[], Data>();
const rowsByData = new WeakMap<Data, readonly DataRow[]>();

/** Returns rows as data for core: the same object for the same rows, with which a run goes on. */
export function dataFromRows(rows: readonly DataRow[] | null): Data | undefined {
  if (!rows) return undefined;
  let data = dataByRows.get(rows);
  if (!data) {
    data = {
      points: Float64Array.from(rows.flatMap(([x, y]) => [x, y])),
      labels: Float64Array.from(rows, ([, , label]) => label),
    };
    dataByRows.set(rows, data);
    rowsByData.set(data, rows);
  }
  return data;
}

/** Returns the rows that data were made from; null for any other data and for none. */
export function rowsOf(data: Data | undefined): readonly DataRow[] | null {
  return (data && rowsByData.get(data)) ?? null;
}

/** The points to learn that a model script gives. */
export class ScriptData {
  rows: readonly DataRow[] | null = null;
  private _data: unknown;
  private _problem: Problem | undefined;

  /** Reads them, and reports what is wrong with them. Returns whether the script gives others than before. */
  read({ data, state }: ModelData, host: { report(detail: NnErrorDetail, sentence: string): void }): boolean {
    const isChanged = data !== this._data;
    if (isChanged) {
      this._data = data;
      const { value, problem } = data === undefined ? { value: null, problem: undefined } : dataKind.read(data);
      const isWhole = value !== null && value.length === (data as unknown[]).length;
      this.rows = value;
      // Data beside a state are as they were when that was taken, even a single painted point.
      this._problem = isWhole && state !== undefined ? undefined : problem;
    }
    if (this._problem) {
      const { code, expected, hint } = this._problem;
      host.report(
        { code, attribute: '', value: data, used: this.rows, fatal: false },
        `child script: data: expected ${expected}${hint === undefined ? '' : ` (${hint})`}; ${
          this.rows ? 'the rest is used' : 'it is ignored'}.`,
      );
    }
    return isChanged;
  }
}
