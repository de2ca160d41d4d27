import { lines, opacities } from './style.js';
import type { Box, Theme } from './types.js';

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
  ctx.save();
  ctx.globalAlpha *= opacity;
  ctx.beginPath();
  addCircles(ctx, predictions, grid, box, threshold, 'filled');
  ctx.fillStyle = theme.ink;
  ctx.fill();
  ctx.globalAlpha *= opacities.hollowDot;
  ctx.beginPath();
  addCircles(ctx, predictions, grid, box, threshold, 'ring');
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = lines.hollowDot;
  ctx.stroke();
  ctx.beginPath();
  // Too small for a ring: a dot, or every small prediction would look like one of this size.
  addCircles(ctx, predictions, grid, box, threshold, 'dot');
  ctx.fill();
  ctx.restore();
}

function addCircles(
  ctx: CanvasRenderingContext2D, predictions: Float64Array, grid: number, box: Box, threshold: number, kind: 'filled' | 'ring' | 'dot',
): void {
  // A ring lies within the radius, so that hollow and filled circles of one value are one size.
  const inset = lines.hollowDot / 2;
  const cell = box.width / grid;
  for (let row = 0, k = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++, k++) {
      const radius = predictionRadius(predictions[k], cell);
      if (radius === 0) continue;
      const is = predictions[k] >= threshold ? 'filled' : radius > inset ? 'ring' : 'dot';
      if (is !== kind) continue;
      const x = box.x + (column + 0.5) * cell;
      const y = box.y + (row + 0.5) * cell;
      const r = kind === 'ring' ? radius - inset : radius;
      ctx.moveTo(x + r, y);
      ctx.arc(x, y, r, 0, 2 * Math.PI);
    }
  }
}
