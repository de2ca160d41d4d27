import { drawFrame } from './frame.js';
import { drawPredictions } from './predictions.js';
import { insideFrame, opacities } from './style.js';
import { drawTarget } from './target.js';
import type { Size, Theme } from './types.js';

/** What a trainer's picture shows. */
export interface TrainerPicture {
  /** As `traceOutline` gives it. */
  readonly outline: readonly Float64Array[];
  /** As `traceLevels` gives them. */
  readonly levels: readonly (readonly Float64Array[])[];
  /** [grid × grid], row by row from the top. */
  readonly predictions: Float64Array;
  readonly grid: number;
  /** From here on a circle is filled. */
  readonly threshold: number;
  /** Behind a message: it steps back. */
  readonly withdrawn: boolean;
}

/** Draws the target under the grid of predictions, in a frame. Leaves `ctx` as it found it. */
export function drawTrainer(
  ctx: CanvasRenderingContext2D, { outline, levels, predictions, grid, threshold, withdrawn }: TrainerPicture,
  size: Size, theme: Theme,
): void {
  const box = insideFrame(size);
  drawFrame(ctx, size, theme);
  ctx.save();
  if (withdrawn) ctx.globalAlpha *= opacities.withdrawn;
  drawTarget(ctx, outline, box, theme, levels);
  drawPredictions(ctx, predictions, grid, threshold, box, theme);
  ctx.restore();
}
