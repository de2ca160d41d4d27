import type { Data, Examples } from '../../core/index.js';
import { Layer } from '../../draw/layer.js';
import { drawWithin, ERASE } from '../../draw/paths.js';
import { planePlot } from '../../draw/plot.js';
import { drawPoints, paintPoints, pointScale, tracePoints, type LabelledPoints } from '../../draw/points.js';
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
  /** Whether outline and levels are whole. Default true. */
  readonly isWhole?: boolean;
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
  /** Rings the places that are predicted on the wrong side; returns whether they are all found. */
  readonly drawMistakes?: ((ctx: CanvasRenderingContext2D, box: Box, theme: Theme) => boolean) | undefined;
}

/** What is kept of a trainer's picture from one frame to the next. */
export class TrainerLayers {
  readonly target = new Layer();
  /** What the points erase, and the points. */
  readonly masks = new Layer();
  readonly points = new Layer();
}

/** More points than this are kept. */
export const MANY_POINTS = 1000;
/** Points of a chunk, and chunks of both layers that are drawn in one frame. */
const CHUNK = 250;
const CHUNKS = 4;

/** Draws creases into a trainer's picture. */
export interface CreaseLayer {
  /** Draws the contributions of the chosen neuron in place of the predictions. Undefined if none is chosen. */
  readonly drawCells: ((ctx: CanvasRenderingContext2D, box: Box, theme: Theme) => void) | undefined;
  readonly drawLines: (ctx: CanvasRenderingContext2D, box: Box, theme: Theme) => void;
}

/**
 * Draws the target under the grid of predictions, creases and points over it, and a frame around. With `layers`, what
 * is much and stays the same is drawn a little a frame, and kept there. Returns whether all of it is drawn.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawTrainer(
  ctx: CanvasRenderingContext2D, picture: TrainerPicture, size: Size, theme: Theme, layers?: TrainerLayers,
): boolean {
  const {
    outline, levels, isWhole = true, predictions, grid, threshold, examples, withdrawn, creases, drawMistakes,
  } = picture;
  const box = insideFrame(size);
  drawFrame(ctx, size, theme);
  ctx.save();
  if (withdrawn) ctx.globalAlpha *= opacities.withdrawn;
  const hasTarget = drawTarget(ctx, outline, box, theme, levels, layers?.target);
  if (creases?.drawCells) creases.drawCells(ctx, box, theme);
  else drawPredictions(ctx, predictions, grid, threshold, box, theme, creases || examples ? stepBack(theme) : 1);
  const hasMistakes = drawMistakes?.(ctx, box, theme) ?? true;
  creases?.drawLines(ctx, box, theme);
  let hasPoints = true;
  if (examples) drawWithin(ctx, box, () => { // noise may have carried a point away
    hasPoints = drawExamples(ctx, examples, box, theme, layers);
  });
  ctx.restore();
  return hasTarget && hasPoints && hasMistakes && isWhole;
}

/** Draws the points of the data, test points as squares; many are kept. Returns whether all of them are drawn. */
function drawExamples(
  ctx: CanvasRenderingContext2D, examples: Examples, box: Box, theme: Theme, layers: TrainerLayers | undefined,
): boolean {
  const { training, test } = examples;
  const plane = planePlot(box);
  const count = training.labels.length + test.labels.length;
  const scale = pointScale(count);
  const place = [(x: number): number => plane.x(x), (y: number): number => plane.y(y)] as const;
  const labelled = ({ points, labels }: Data): LabelledPoints => ({ points, isInside: (k) => labels[k] >= 0.5 });
  if (!layers || count <= MANY_POINTS) {
    for (const data of [training, test]) drawPoints(ctx, labelled(data), ...place, theme, data === test, scale);
    return true;
  }
  const [trained, tested] = [training, test].map(({ labels }) => Math.ceil(labels.length / CHUNK));
  const drawChunk = (masks: boolean) => (to: CanvasRenderingContext2D, part: number): void => {
    const isTest = part >= 4 * trained;
    const [data, chunks, k] = isTest ? [test, tested, part - 4 * trained] : [training, trained, part];
    const inside = k >= 2 * chunks;
    const erases = Math.floor(k / chunks) % 2 === 0;
    if (masks && !erases) return;
    const from = (k % chunks) * CHUNK;
    tracePoints(to, labelled(data), inside, from, from + CHUNK, ...place, isTest, scale);
    paintPoints(to, inside, masks ? 'mask' : erases ? 'erase' : 'paint', theme, scale);
  };
  const parts = 4 * (trained + tested);
  const key = [examples, theme, box.width];
  ctx.save();
  ctx.globalCompositeOperation = ERASE;
  layers.masks.draw(ctx, key, parts, CHUNKS, drawChunk(true));
  ctx.restore();
  return layers.points.draw(ctx, key, parts, CHUNKS, drawChunk(false));
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
