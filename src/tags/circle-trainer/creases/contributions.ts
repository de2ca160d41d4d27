import { addCircles, predictionRadius } from '../predictions.js';
import { lines } from '../../../draw/style.js';
import type { Box, Theme } from '../../../draw/types.js';

/** Lines of hollow circles: an orange that is thinner is no orange. */
const RING = lines.activeRing;

/**
 * Draws a circle a cell, its radius proportional to what a neuron adds there: filled in `positive`, hollow
 * in `negative`; the largest, `most`, is as large as a prediction of 1.
 *
 * `shares` is [grid × grid], row by row from the top. The caller has scaled `ctx` by the density. Leaves
 * `ctx` as it found it.
 */
export function drawShares(ctx: CanvasRenderingContext2D, shares: Float64Array, most: number, grid: number, box: Box, theme: Theme): void {
  if (!(most > 0)) return;
  const add = (kind: 'positive' | 'negative' | 'small'): void => addCircles(ctx, grid, box, (k, cell) => {
    const radius = predictionRadius(Math.abs(shares[k]) / most, cell);
    const is = shares[k] > 0 ? 'positive' : radius > RING / 2 ? 'negative' : 'small';
    return is !== kind ? 0 : kind === 'negative' ? radius - RING / 2 : radius;
  });
  ctx.save();
  ctx.beginPath();
  add('positive');
  ctx.fillStyle = theme.positive;
  ctx.fill();
  ctx.beginPath();
  add('negative');
  ctx.strokeStyle = theme.negative;
  ctx.lineWidth = RING;
  ctx.stroke();
  ctx.beginPath();
  add('small');
  ctx.fillStyle = theme.negative;
  ctx.fill();
  ctx.restore();
}
