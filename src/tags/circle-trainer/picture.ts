import type { Examples } from '../../core/index.js';
import { drawWithin } from '../../draw/paths.js';
import { planePlot } from '../../draw/plot.js';
import { drawPoints, pointScale } from '../../draw/points.js';
import { crisp, insideFrame, lines, opacities } from '../../draw/style.js';
import type { Box, Size, Theme } from '../../draw/types.js';
import { drawPredictions } from './predictions.js';
import { drawTarget } from './target-picture.js';

/** The contents of a trainer's picture. */
export interface TrainerPicture {
  /** The outline from `traceOutline`. */
  readonly outline: readonly Float64Array[];
  /** The levels from `traceLevels`. */
  readonly levels: readonly (readonly Float64Array[])[];
  /** [grid × grid], row by row from the top. */
  readonly predictions: Float64Array;
  readonly grid: number;
  /** The smallest prediction whose circle is filled. */
  readonly threshold: number;
  /** Points that are learned instead of a target. */
  readonly examples?: Examples | undefined;
  /** Whether the picture steps back behind a message. */
  readonly withdrawn: boolean;
  /** Where neurons fold, drawn over the predictions, which step back. */
  readonly creases?: CreaseLayer;
  /** Rings the places that are predicted on the wrong side. */
  readonly drawMistakes?: ((ctx: CanvasRenderingContext2D, box: Box, theme: Theme) => void) | undefined;
}

/** Draws creases into a trainer's picture. */
export interface CreaseLayer {
  /** Draws the contributions of the chosen neuron in place of the predictions. Undefined if none is chosen. */
  readonly drawCells: ((ctx: CanvasRenderingContext2D, box: Box, theme: Theme) => void) | undefined;
  readonly drawLines: (ctx: CanvasRenderingContext2D, box: Box, theme: Theme) => void;
}

/**
 * Draws the target under the grid of predictions, creases and points over it, and a frame around.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawTrainer(
  ctx: CanvasRenderingContext2D, picture: TrainerPicture, size: Size, theme: Theme,
): void {
  const { outline, levels, predictions, grid, threshold, examples, withdrawn, creases, drawMistakes } = picture;
  const box = insideFrame(size);
  drawFrame(ctx, size, theme);
  ctx.save();
  if (withdrawn) ctx.globalAlpha *= opacities.withdrawn;
  drawTarget(ctx, outline, box, theme, levels);
  if (creases?.drawCells) creases.drawCells(ctx, box, theme);
  else drawPredictions(ctx, predictions, grid, threshold, box, theme, creases || examples ? stepBack(theme) : 1);
  drawMistakes?.(ctx, box, theme);
  creases?.drawLines(ctx, box, theme);
  if (examples) drawWithin(ctx, box, () => { // noise may have carried a point away
    const plane = planePlot(box);
    const scale = pointScale(examples.training.labels.length + examples.test.labels.length);
    for (const { points, labels } of [examples.training, examples.test]) {
      const labelled = { points, isInside: (k: number) => labels[k] >= 0.5 };
      const isTest = labels === examples.test.labels;
      drawPoints(ctx, labelled, (x) => plane.x(x), (y) => plane.y(y), theme, isTest, scale);
    }
  });
  ctx.restore();
}

/** Returns the opacity of predictions under creases or points. */
const stepBack = ({ dark }: Theme): number => (dark ? opacities.creasedOnDark : opacities.creased);

/** Draws a hairline just within the canvas's edge, on whole device pixels. Leaves `ctx` as it found it. */
function drawFrame(ctx: CanvasRenderingContext2D, { width, height, density }: Size, theme: Theme): void {
  const line = crisp(lines.frame, density);
  ctx.save();
  ctx.strokeStyle = theme.hair;
  ctx.lineWidth = line;
  ctx.strokeRect(line / 2, line / 2, width - line, height - line);
  ctx.restore();
}
