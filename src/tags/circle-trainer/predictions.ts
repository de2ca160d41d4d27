import { addCircle, fillPath, strokePath, type Stroke } from '../../draw/paths.js';
import { lines, opacities } from '../../draw/style.js';
import type { Box, Theme } from '../../draw/types.js';

/** Radius of a prediction of 1, in cells. */
const RADIUS = 0.41;
/** Predictions above this look alike: their circles would meet. */
const MAX_SHOWN = 1.2;

/** Radius in CSS pixels below which a cell has a speck in place of a circle, and of the speck. */
const SPECK = 0.7;

/** Cells a side from which on no more circles than these are in one path: a path of thousands takes far longer. */
const FINE = 33;

/** How the circles of cells look. */
interface CellStyle {
  /** Colour of filled circles. */
  readonly filled: string;
  /** Line of hollow ones. */
  readonly ring: Stroke;
  /** Multiplies the opacity of circles, not of specks, in force. Default 1. */
  readonly opacity?: number;
}

/**
 * Draws a circle in each cell, its radius proportional to the prediction: filled from `threshold` on, hollow
 * below, a muted speck where it would be too small to see; `opacity` multiplies the opacity in force.
 *
 * `predictions` is [grid × grid], row by row from the top. The caller has scaled `ctx` by the density.
 * Leaves `ctx` as it found it.
 */
export function drawPredictions(
  ctx: CanvasRenderingContext2D, predictions: Float64Array, grid: number, threshold: number, box: Box, theme: Theme,
  opacity = 1,
): void {
  // Thin rings step back less than discs: else they would be fainter than specks.
  const ring = { colour: theme.ink, width: lines.hollowDot, alpha: Math.min(1, 1.8 * opacity) * opacities.hollowDot };
  const style = { filled: theme.ink, ring, opacity };
  drawCells(ctx, predictions, (k) => predictions[k] >= threshold, grid, box, theme, style);
}

/**
 * Draws a circle in each cell, its radius proportional to the cell's value: filled or hollow; where it would be too
 * small to see, a muted speck.
 *
 * `values` is [grid × grid], row by row from the top. Leaves `ctx` as it found it.
 */
export function drawCells(
  ctx: CanvasRenderingContext2D, values: Float64Array, isFilled: (cell: number) => boolean, grid: number,
  box: Box, theme: Theme, { filled, ring, opacity = 1 }: CellStyle,
): void {
  const side = box.width / grid;
  // A ring lies within the radius, so that hollow and filled circles of one value are one size.
  const inset = ring.width / 2;
  const add = (wanted: 'filled' | 'ring' | 'speck') => (): void => {
    let added = 0;
    for (let k = 0; k < grid * grid; k++) {
      const radius = RADIUS * side * Math.min(values[k], MAX_SHOWN);
      const kind = !(radius >= SPECK) ? 'speck' : isFilled(k) ? 'filled' : 'ring'; // NaN is a speck too
      if (kind !== wanted) continue;
      addCellCircle(ctx, k, grid, box, kind === 'ring' ? radius - inset : kind === 'filled' ? radius : SPECK);
      if (grid < FINE || ++added % grid > 0) continue;
      if (kind === 'ring') ctx.stroke();
      else ctx.fill();
      ctx.beginPath();
    }
  };
  fillPath(ctx, filled, add('filled'), opacity);
  strokePath(ctx, ring, add('ring'));
  fillPath(ctx, theme.muted, add('speck'), opacities.speck);
}

/** Adds a circle around the centre of a cell to the path. Cells are counted row by row from the top. */
export function addCellCircle(
  ctx: CanvasRenderingContext2D, cell: number, grid: number, box: Box, radius: number,
): void {
  const side = box.width / grid;
  addCircle(ctx, box.x + ((cell % grid) + 0.5) * side, box.y + (Math.floor(cell / grid) + 0.5) * side, radius);
}
