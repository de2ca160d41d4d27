import { addCircle, fillPath, strokePath, type Stroke } from '../../draw/paths.js';
import { lines, opacities } from '../../draw/style.js';
import type { Box, Theme } from '../../draw/types.js';

/** Radius of a prediction of 1, in cells. */
const RADIUS = 0.41;
/** Predictions above this look alike: their circles would meet. */
const MAX_SHOWN = 1.2;

/**
 * Draws a circle in each cell, its radius proportional to the prediction: filled from `threshold` on, hollow
 * below, none at or below 0; `opacity` multiplies the opacity in force.
 *
 * `predictions` is [grid × grid], row by row from the top. The caller has scaled `ctx` by the density.
 * Leaves `ctx` as it found it.
 */
export function drawPredictions(
  ctx: CanvasRenderingContext2D, predictions: Float64Array, grid: number, threshold: number, box: Box, theme: Theme,
  opacity = 1,
): void {
  const ring = { colour: theme.ink, width: lines.hollowDot, alpha: opacities.hollowDot };
  ctx.save();
  ctx.globalAlpha *= opacity;
  drawCells(ctx, predictions, (k) => predictions[k] >= threshold, grid, box, theme.ink, ring);
  ctx.restore();
}

/**
 * Draws a circle in each cell, its radius proportional to the cell's value: filled in a colour or hollow, with the
 * line `ring`. Draws none for a value at or below 0.
 *
 * `values` is [grid × grid], row by row from the top. Leaves `ctx` as it found it.
 */
export function drawCells(
  ctx: CanvasRenderingContext2D, values: Float64Array, isFilled: (cell: number) => boolean, grid: number,
  box: Box, filled: string, ring: Stroke,
): void {
  const side = box.width / grid;
  // A ring lies within the radius, so that hollow and filled circles of one value are one size.
  const inset = ring.width / 2;
  const add = (wanted: 'filled' | 'ring' | 'dot') => (): void => {
    for (let k = 0; k < grid * grid; k++) {
      const radius = RADIUS * side * Math.min(values[k], MAX_SHOWN);
      const kind = isFilled(k) ? 'filled' : radius > inset ? 'ring' : 'dot';
      if (!(radius > 0) || kind !== wanted) continue;
      const x = box.x + ((k % grid) + 0.5) * side; // no array: a frame leaves no garbage
      const y = box.y + (Math.floor(k / grid) + 0.5) * side;
      addCircle(ctx, x, y, kind === 'ring' ? radius - inset : radius);
    }
  };
  fillPath(ctx, filled, add('filled'));
  strokePath(ctx, ring, add('ring'));
  // Too small for a ring: a dot, or every small value would look like one of this size.
  fillPath(ctx, ring.colour, add('dot'), ring.alpha);
}
