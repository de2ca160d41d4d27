import { lines, opacities } from '../../draw/style.js';
import type { Box, Theme } from '../../draw/types.js';

/** Radius of a prediction of 1, in cells. */
const RADIUS = 0.41;
/** Predictions above this look alike: their circles would meet. */
const LARGEST = 1.2;

/** Radius in CSS pixels of the circle that stands for a prediction; 0 for none. */
export function predictionRadius(prediction: number, cell: number): number {
  return prediction > 0 ? RADIUS * cell * Math.min(prediction, LARGEST) : 0;
}

/**
 * Draws a circle a cell, its radius proportional to the prediction: filled from `threshold` on, hollow
 * below, none at or below 0; all in a share `opacity` of ink.
 *
 * `predictions` is [grid × grid], row by row from the top. The caller has scaled `ctx` by the density.
 * Leaves `ctx` as it found it.
 */
export function drawPredictions(
  ctx: CanvasRenderingContext2D, predictions: Float64Array, grid: number, threshold: number, box: Box, theme: Theme, opacity = 1,
): void {
  // A ring lies within the radius, so that hollow and filled circles of one value are one size.
  const inset = lines.hollowDot / 2;
  const add = (kind: 'filled' | 'ring' | 'dot'): void => addCircles(ctx, grid, box, (k, cell) => {
    const radius = predictionRadius(predictions[k], cell);
    const is = predictions[k] >= threshold ? 'filled' : radius > inset ? 'ring' : 'dot';
    return is !== kind ? 0 : kind === 'ring' ? radius - inset : radius;
  });
  ctx.save();
  ctx.globalAlpha *= opacity;
  ctx.beginPath();
  add('filled');
  ctx.fillStyle = theme.ink;
  ctx.fill();
  ctx.globalAlpha *= opacities.hollowDot;
  ctx.beginPath();
  add('ring');
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = lines.hollowDot;
  ctx.stroke();
  ctx.beginPath();
  // Too small for a ring: a dot, or every small prediction would look like one of this size.
  add('dot');
  ctx.fill();
  ctx.restore();
}

/**
 * Adds a circle a cell to the path; `radiusOf` says its radius in CSS pixels by the cell's number, row by row
 * from the top, and its side, 0 for none.
 */
export function addCircles(ctx: CanvasRenderingContext2D, grid: number, box: Box, radiusOf: (k: number, cell: number) => number): void {
  const cell = box.width / grid;
  for (let row = 0, k = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++, k++) {
      const radius = radiusOf(k, cell);
      if (!(radius > 0)) continue;
      const x = box.x + (column + 0.5) * cell;
      const y = box.y + (row + 0.5) * cell;
      ctx.moveTo(x + radius, y);
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
}
