import { predictionRadius } from './predictions.js';
import { lines } from './style.js';
import type { Box, Theme } from './types.js';

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
  ctx.save();
  ctx.beginPath();
  addCircles(ctx, shares, most, grid, box, 'positive');
  ctx.fillStyle = theme.positive;
  ctx.fill();
  ctx.beginPath();
  addCircles(ctx, shares, most, grid, box, 'negative');
  ctx.strokeStyle = theme.negative;
  ctx.lineWidth = RING;
  ctx.stroke();
  ctx.beginPath();
  addCircles(ctx, shares, most, grid, box, 'small');
  ctx.fillStyle = theme.negative;
  ctx.fill();
  ctx.restore();
}

function addCircles(
  ctx: CanvasRenderingContext2D, shares: Float64Array, most: number, grid: number, box: Box, kind: 'positive' | 'negative' | 'small',
): void {
  const cell = box.width / grid;
  for (let row = 0, k = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++, k++) {
      const radius = predictionRadius(Math.abs(shares[k]) / most, cell);
      if (!(radius > 0)) continue;
      const is = shares[k] > 0 ? 'positive' : radius > RING / 2 ? 'negative' : 'small';
      if (is !== kind) continue;
      const x = box.x + (column + 0.5) * cell;
      const y = box.y + (row + 0.5) * cell;
      const r = kind === 'negative' ? radius - RING / 2 : radius;
      ctx.moveTo(x + r, y);
      ctx.arc(x, y, r, 0, 2 * Math.PI);
    }
  }
}
