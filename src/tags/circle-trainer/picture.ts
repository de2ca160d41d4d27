import type { Creases } from '../../core/inspect/creases.js';
import type { Examples } from '../../core/index.js';
import { drawCreases } from './creases/lines.js';
import { drawFrame } from './frame.js';
import { drawPoints } from '../../draw/points.js';
import { drawPredictions } from './predictions.js';
import { drawShares } from './creases/contributions.js';
import { insideFrame, opacities } from '../../draw/style.js';
import { across, down, drawTarget } from './target.js';
import type { Box, Size, Theme } from '../../draw/types.js';

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
  /** Points that are learned in place of a target. */
  readonly examples?: Examples | undefined;
  /** Behind a message: it steps back. */
  readonly withdrawn: boolean;
  /** Where neurons fold, over the predictions, which step back. */
  readonly creased?: CreasedPicture;
}

export interface CreasedPicture {
  readonly creases: Creases;
  /** Of each neuron: above 0 where it raises the output. */
  readonly signs: Float64Array;
  /** The neuron that is looked at, or −1. */
  readonly chosen: number;
  /** What it adds in each cell, as `predictions`, in place of those. */
  readonly shares: Float64Array;
  /** The largest of them, whatever its sign. */
  readonly most: number;
}

/** Draws the target under the grid of predictions, or points over it, in a frame, and creases over them. Leaves `ctx` as it found it. */
export function drawTrainer(
  ctx: CanvasRenderingContext2D, { outline, levels, predictions, grid, threshold, examples, withdrawn, creased }: TrainerPicture,
  size: Size, theme: Theme,
): void {
  const box = insideFrame(size);
  drawFrame(ctx, size, theme);
  ctx.save();
  if (withdrawn) ctx.globalAlpha *= opacities.withdrawn;
  drawTarget(ctx, outline, box, theme, levels);
  if (creased && creased.chosen >= 0) drawShares(ctx, creased.shares, creased.most, grid, box, theme);
  else drawPredictions(ctx, predictions, grid, threshold, box, theme, creased ? opacities.creased : 1);
  if (creased) drawCreases(ctx, creased.creases, creased.signs, creased.chosen, box, theme);
  if (examples) drawExamples(ctx, examples, box, theme);
  ctx.restore();
}

/** What is learned, and what only tests it. */
function drawExamples(ctx: CanvasRenderingContext2D, { training, test }: Examples, box: Box, theme: Theme): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.x, box.y, box.width, box.height); // noise may have carried a point away
  ctx.clip();
  for (const { points, labels } of [training, test]) {
    drawPoints(ctx, { points, isInside: (k) => labels[k] >= 0.5 }, (x) => across(box, x), (y) => down(box, y), theme, labels === test.labels);
  }
  ctx.restore();
}
