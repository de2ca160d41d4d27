import type { Network } from '../../core/index.js';
import type { GridLine } from './picture.js';

/** Straight pieces in place of a line that is bent smoothly. */
const PIECES = 80;

/**
 * The lines of a grid on [−1, 1]², as points from end to end, in arrays that are kept from one tracing to
 * the next: `grid` upright ones, as many level ones, then both axes.
 */
export class GridLines {
  private readonly _lines: { from: number; count: number; readonly axis: boolean }[] = [];
  private readonly _start: Float64Array; // where the lines begin and end or, where they bend smoothly, even points
  private readonly _startCount: number; // of a line
  private _points: Float64Array<ArrayBuffer>;
  private _spare = new Float64Array(0);
  private _sums = new Float64Array(0);

  /** `folds` says whether lines are folded, and straight in between, or bent smoothly. */
  constructor(grid: number, folds: boolean) {
    const pieces = folds ? 1 : PIECES;
    const points: number[] = [];
    const add = (fixed: number, upright: boolean, axis: boolean): void => {
      this._lines.push({ from: points.length / 2, count: pieces + 1, axis });
      for (let k = 0; k <= pieces; k++) {
        const along = (2 * k) / pieces - 1;
        points.push(...(upright ? [fixed, along] : [along, fixed]));
      }
    };
    for (const upright of [true, false]) {
      for (let k = 0; k < grid; k++) add((2 * k) / (grid - 1) - 1, upright, false);
    }
    for (const upright of [true, false]) add(0, upright, true);
    this._start = this._points = Float64Array.from(points);
    this._startCount = pieces + 1;
  }

  /** Where each line's points are among those last traced. */
  get lines(): readonly GridLine[] {
    return this._lines;
  }

  /**
   * The points of all lines [points × 2], valid until the next call.
   *
   * `sums` has a network for each layer, whose two outputs are what the layer's neurons bend at 0. A line
   * gets a point wherever one of them is 0, layer by layer, so that between its points it stays straight
   * all the way through and no fold is cut off.
   */
  trace(sums: readonly Network[]): Float64Array {
    let count = this._start.length / 2;
    this._lines.forEach((line, l) => Object.assign(line, { from: l * this._startCount, count: this._startCount }));
    if (sums.length === 0) return this._start;
    this._points = roomFor(this._points === this._start ? new Float64Array(0) : this._points, 2 * count);
    this._points.set(this._start);
    for (const network of sums) {
      this._sums = roomFor(this._sums, 2 * count);
      this._spare = roomFor(this._spare, 6 * count);
      network.evaluate(this._points.subarray(0, 2 * count), this._sums.subarray(0, 2 * count));
      count = this._fold();
      [this._points, this._spare] = [this._spare, this._points];
    }
    return this._points.subarray(0, 2 * count);
  }

  /** Copies all points, and between two of a line those where a sum, straight in between, is 0. Returns how many there are then. */
  private _fold(): number {
    const { _points: points, _spare: out, _sums: z } = this;
    let n = 0;
    for (const line of this._lines) {
      const { from, count } = line;
      line.from = n;
      for (let k = from; k < from + count; k++) {
        if (k > from) {
          const first = share(z[2 * k - 2], z[2 * k]);
          const second = share(z[2 * k - 1], z[2 * k + 1]);
          n = put(Math.min(first, second), points, k, out, n);
          n = put(Math.max(first, second), points, k, out, n);
        }
        out[2 * n] = points[2 * k];
        out[2 * n + 1] = points[2 * k + 1];
        n++;
      }
      line.count = n - line.from;
    }
    return n;
  }
}

/** The share of the way from one number to another where 0 lies; 2 where it does not lie between. */
function share(before: number, after: number): number {
  return before * after < 0 ? before / (before - after) : 2;
}

/** Puts the point at a share of the way to point k, if there is one, after the first n of `out`; returns how many there are then. */
function put(at: number, points: Float64Array, k: number, out: Float64Array, n: number): number {
  if (at > 1) return n;
  for (let i = 0; i < 2; i++) out[2 * n + i] = points[2 * k - 2 + i] + (points[2 * k + i] - points[2 * k - 2 + i]) * at;
  return n + 1;
}

/** The array, or a larger one. */
export function roomFor(array: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  return array.length >= length ? array : new Float64Array(2 * length);
}
