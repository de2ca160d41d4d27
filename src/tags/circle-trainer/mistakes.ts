import { cellCentres, type Data, type Examples, type Network, type Target, type Trainer } from '../../core/index.js';
import { fitsSlice, SlicedEvaluation } from '../../core/sliced-evaluation.js';
import { addCircle, strokePath } from '../../draw/paths.js';
import { planePlot } from '../../draw/plot.js';
import { pointScale } from '../../draw/points.js';
import { lines } from '../../draw/style.js';
import type { Box, Theme } from '../../draw/types.js';
import { MANY_POINTS } from './picture.js';
import { addCellCircle } from './predictions.js';

/** Radius of a ring around a cell's circle, in cells, and around a data point of its own size, in CSS pixels. */
const CELL_RING = 0.47;
const POINT_RING = 5;

/** Rings of a path where there are many: a path takes longer than its rings by themselves, the more so the longer. */
const MAX_RINGS = 100;
/** Points of a row of a slice. */
const ROW = 50;

/** Finds and draws where a network answers on the wrong side of 0.5: cells of a target, or points of the data. */
export class Mistakes {
  private _target: Target | undefined; // whose cells, [grid × grid] row by row from the top, `_isInside` tells
  private _isInside = new Uint8Array();
  private _answers = new Float64Array(); // to the data
  private readonly _slices = new WeakMap<Data, SlicedEvaluation>(); // the same, of large networks

  /**
   * Calls `found` with the index of each cell whose prediction is on the wrong side. `predictions` is [grid × grid],
   * row by row from the top. Returns how many cells there are.
   */
  inCells(target: Target, predictions: Float64Array, grid: number, found: (cell: number) => void): number {
    const count = grid * grid;
    if (target !== this._target || count !== this._isInside.length) {
      const centres = cellCentres(grid);
      this._target = target;
      this._isInside = Uint8Array.from(predictions, (_, k) => +(target(centres[2 * k], centres[2 * k + 1]) >= 0.5));
    }
    for (let k = 0; k < count; k++) if (+(predictions[k] >= 0.5) !== this._isInside[k]) found(k);
    return count;
  }

  /** Calls `found` with the place of each data point on the wrong side. Returns how many points there are. */
  inData(network: Network, { training, test }: Examples, found: (x: number, y: number) => void): number {
    for (const data of [training, test]) {
      const n = data.labels.length;
      if (this._answers.length < n) this._answers = new Float64Array(n);
      network.evaluate(data.points, this._answers.subarray(0, n));
      compare(this._answers, data, found);
    }
    return training.labels.length + test.labels.length;
  }

  /** Does what `inData` does, a slice of the answers a call for a large network; returns whether all are present. */
  private _followData(network: Network, { training, test }: Examples, found: (x: number, y: number) => void): boolean {
    if (fitsSlice(network, training.labels.length + test.labels.length)) {
      this.inData(network, { training, test }, found);
      return true;
    }
    let isWhole = true;
    for (const data of [training, test]) {
      const slices = this._slices.get(data) ?? new SlicedEvaluation(data.points, ROW);
      this._slices.set(data, slices);
      isWhole = slices.follow(network) && isWhole;
      compare(slices.values, data, found);
    }
    return isWhole;
  }

  /** Rings them in the colour of negative; returns whether they are all found. Leaves `ctx` as it found it. */
  draw(
    ctx: CanvasRenderingContext2D, { network, target, examples }: Trainer, predictions: Float64Array, grid: number,
    box: Box, theme: Theme,
  ): boolean {
    const plane = planePlot(box);
    let isWhole = true;
    const radius = (CELL_RING * box.width) / grid;
    strokePath(ctx, { colour: theme.negative, width: lines.activeRing }, () => {
      if (examples) {
        const count = examples.training.labels.length + examples.test.labels.length;
        const ring = POINT_RING * pointScale(count);
        let rings = 0;
        isWhole = this._followData(network, examples, (x, y) => {
          if (++rings % MAX_RINGS === 0 && count > MANY_POINTS) {
            ctx.stroke();
            ctx.beginPath();
          }
          addCircle(ctx, plane.x(x), plane.y(y), ring);
        });
      } else {
        this.inCells(target, predictions, grid, (cell) => addCellCircle(ctx, cell, grid, box, radius));
      }
    });
    return isWhole;
  }
}

/** Calls `found` with the place of each point whose answer is on the wrong side. */
function compare(answers: Float64Array, { points, labels }: Data, found: (x: number, y: number) => void): void {
  for (let k = 0; k < labels.length; k++) {
    if (answers[k] >= 0.5 !== labels[k] >= 0.5) found(points[2 * k], points[2 * k + 1]);
  }
}
