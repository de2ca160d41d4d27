import type { Network } from '../../core/index.js';
import { nodeCoordinate } from '../../core/places.js';
import type { GridLine } from './picture.js';

/** Number of straight pieces of a line that is bent smoothly. */
const PIECES = 80;

/**
 * Traces the lines of a grid on [−1, 1]², as points from end to end, in arrays that are kept from one tracing to
 * the next: `grid` upright ones, as many level ones, then both axes.
 */
export class GridLines {
  private readonly _lines: { from: number; count: number; readonly axis: boolean }[] = [];
  private readonly _start: Float64Array; // where the lines begin and end or, if they bend smoothly, even points
  private readonly _startCount: number; // of a line
  private _points: Float64Array<ArrayBuffer>;
  private _spare = new Float64Array(0);
  private _sums = new Float64Array(0);

  /** `folds` says whether lines are folded, and straight between folds, or bent smoothly. */
  constructor(grid: number, folds: boolean) {
    this._startCount = (folds ? 1 : PIECES) + 1;
    const points: number[] = [];
    const add = (fixed: number, upright: boolean, axis: boolean): void => {
      this._lines.push({ from: points.length / 2, count: this._startCount, axis });
      for (let k = 0; k < this._startCount; k++) {
        const along = nodeCoordinate(k, this._startCount);
        points.push(...(upright ? [fixed, along] : [along, fixed]));
      }
    };
    for (const upright of [true, false]) for (let k = 0; k < grid; k++) add(nodeCoordinate(k, grid), upright, false);
    for (const upright of [true, false]) add(0, upright, true);
    this._start = this._points = Float64Array.from(points);
  }

  /** Where each line's points are among those last traced. */
  get lines(): readonly GridLine[] {
    return this._lines;
  }

  /**
   * Returns the points of all lines [points × 2], valid until the next call.
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

  /**
   * Copies all points, and adds between two points of a line those where a sum, straight between them, is 0.
   * Returns the new number of points.
   */
  private _fold(): number {
    const { _points: points, _spare: out, _sums: z } = this;
    let n = 0;
    /** Adds the point at a share of the way from point k − 1 to point k, if the share is at most 1. */
    const add = (share: number, k: number): void => {
      if (share > 1) return;
      const at = 2 * k - 2;
      for (const i of [0, 1]) out[2 * n + i] = points[at + i] + (points[at + 2 + i] - points[at + i]) * share;
      n++;
    };
    for (const line of this._lines) {
      const { from, count } = line;
      line.from = n;
      for (let k = from; k < from + count; k++) {
        if (k > from) {
          const shares = [zeroBetween(z[2 * k - 2], z[2 * k]), zeroBetween(z[2 * k - 1], z[2 * k + 1])];
          add(Math.min(...shares), k);
          add(Math.max(...shares), k);
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

/** Returns the share of the way from one number to another where 0 lies; 2 if it does not lie between. */
function zeroBetween(before: number, after: number): number {
  return before * after < 0 ? before / (before - after) : 2;
}

/** Returns the array, or a larger one if it has less room than `length`. */
export function roomFor(array: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  return array.length >= length ? array : new Float64Array(2 * length);
}
