import { milestones, type LearningCurve, type Score } from '../../../core/index.js';
import { drawPowers, GAP, writeNames } from './chart-axes.js';
import { Plot } from '../../../draw/plot.js';
import { crisp, dashes, lines, opacities, sizes, snap } from '../../../draw/style.js';
import { textWidth } from '../../../draw/text.js';
import type { Box, FormatNumber, Size, Theme } from '../../../draw/types.js';

/** What a chart of a run shows. */
export interface LearningPicture {
  readonly curve: LearningCurve;
  /** The present step; what is known of later ones steps back. */
  readonly steps: number;
  /** Where the lines have come to: a step at which a score is known, and that score. */
  readonly tip: Pick<Score, 'loss' | 'iou' | 'testLoss'> & { readonly steps: number };
  /** The milestone that is looked at, or −1. */
  readonly marked: number;
  readonly names: { readonly loss: string; readonly iou: string; readonly testLoss: string };
  readonly format: FormatNumber;
}

/** Where a chart's numbers stand: log₁₀ of the step across, log₁₀ of a loss or an IoU upwards. */
export interface LearningLayout { readonly loss: Plot; readonly iou: Plot }

/** In CSS pixels, over and under the lines. */
const TOP = 8;
const BOTTOM = 20;
const DOT = 3;
/** log₁₀ of losses that can be told apart here. */
const LEAST = -5;
const GREATEST = 3;

const logLoss = (loss: number): number => (loss > 0 ? Math.min(Math.max(Math.log10(loss), LEAST), GREATEST) : LEAST);

/** Fits the axes to what is known, at least a power of ten of steps and two of losses. */
export function layOutLearning(ctx: CanvasRenderingContext2D, picture: LearningPicture, box: Box, theme: Theme): LearningLayout {
  const { curve, tip, names, format } = picture;
  let [low, high] = [Infinity, -Infinity];
  const take = (loss: number): void => {
    if (!(loss < Infinity)) return;
    low = Math.min(low, logLoss(loss));
    high = Math.max(high, logLoss(loss));
  };
  take(tip.loss);
  take(tip.testLoss ?? NaN);
  for (let k = 1; k < curve.length; k++) {
    take(curve.loss[k]);
    take(curve.testLoss[k]);
  }
  if (!(low <= high)) [low, high] = [-1, -1];
  [low, high] = [low - 0.05, high + 0.05];
  while (Math.floor(high) - Math.ceil(low) < 1) { // the nearer of the next two
    if (low - Math.floor(low) < Math.ceil(high) - high) low = Math.floor(low) - 1e-9;
    else high = Math.ceil(high) + 1e-9;
  }
  const end = Math.log10(Math.max(10, tip.steps, milestones[curve.length - 1] ?? 0));
  const powers = Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, k) => format(10 ** (Math.ceil(low) + k)));
  const width = (text: string, size: number): number => textWidth(ctx, [text], size, theme);
  const left = Math.ceil(Math.max(...powers.map((text) => width(text, sizes.tick)))) + GAP;
  const right = Math.ceil(Math.max(...namesOf(picture).map(({ name }) => width(name, sizes.name)), width(names.iou, sizes.name))) + GAP + DOT;
  const inner = { x: box.x + left, y: box.y + TOP, width: Math.max(1, box.width - left - right), height: box.height - TOP - BOTTOM };
  return { loss: new Plot(inner, [0, end], [low, high]), iou: new Plot(inner, [0, end], [0, 1]) };
}

/** The milestone known nearest to a position across, or −1 where nothing is known. */
export function nearestMilestone({ loss }: LearningLayout, curve: LearningCurve, x: number): number {
  let nearest = -1;
  for (let k = 1; k < curve.length; k++) {
    if (Number.isNaN(curve.loss[k])) continue;
    const distance = (index: number): number => Math.abs(loss.x(Math.log10(milestones[index])) - x);
    if (nearest < 0 || distance(k) < distance(nearest)) nearest = k;
  }
  return nearest;
}

/** The lines of a chart, from the first drawn to the last. */
function namesOf({ tip, names }: LearningPicture): { key: 'iou' | 'testLoss' | 'loss'; name: string }[] {
  const known = tip.testLoss !== undefined && !Number.isNaN(tip.testLoss);
  return [
    { key: 'iou', name: names.iou },
    ...(known ? [{ key: 'testLoss' as const, name: names.testLoss }] : []),
    { key: 'loss', name: names.loss },
  ];
}

/**
 * Draws loss and IoU over steps, both steps and losses on axes of powers of ten, each line with its name at
 * its end. The first step shown is 1: such an axis has no 0.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawLearning(ctx: CanvasRenderingContext2D, picture: LearningPicture, layout: LearningLayout, size: Size, theme: Theme): void {
  const { loss: plot, iou } = layout;
  const { box } = plot;
  const { density } = size;
  ctx.save();
  drawPowers(ctx, plot, picture.format, size, theme);
  const styles = {
    iou: { colour: theme.accent, dash: [] as number[], y: (value: number) => iou.y(value) },
    loss: { colour: theme.ink, dash: [] as number[], y: (value: number) => plot.y(logLoss(value)) },
    testLoss: { colour: theme.ink, dash: dashes.derivative, y: (value: number) => plot.y(logLoss(value)) },
  };
  const shown = namesOf(picture);
  const { curve, tip, steps, marked } = picture;
  const isBack = milestones[curve.length - 1] > steps;
  const mark = isBack ? Math.max(steps, 1) : marked >= 0 ? milestones[marked] : 0;
  if (mark > 0) {
    ctx.strokeStyle = theme.muted;
    ctx.lineWidth = crisp(lines.axis, density);
    ctx.beginPath();
    const x = snap(plot.x(Math.log10(mark)), lines.axis, density);
    ctx.moveTo(x, box.y);
    ctx.lineTo(x, box.y + box.height);
    ctx.stroke();
  }
  ctx.lineWidth = lines.curve;
  ctx.lineJoin = 'round';
  for (const { key } of shown) {
    const { colour, dash, y } = styles[key];
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.setLineDash(dash);
    const { globalAlpha } = ctx;
    if (isBack) {
      ctx.globalAlpha *= opacities.aside;
      trace(ctx, curve, key, steps, Infinity, tip, plot, y);
      ctx.globalAlpha = globalAlpha;
    }
    trace(ctx, curve, key, 0, steps, tip, plot, y);
    ctx.setLineDash([]);
    const value = tip[key] ?? NaN;
    if (tip.steps >= 1 && value < Infinity) dot(ctx, plot.x(Math.log10(tip.steps)), y(value), box);
    if (marked > 0 && curve[key][marked] < Infinity) dot(ctx, plot.x(Math.log10(milestones[marked])), y(curve[key][marked]), box);
  }
  const end = isBack ? milestones[curve.length - 1] : tip.steps;
  const x = end >= 1 ? plot.x(Math.log10(end)) : box.x + box.width;
  const names = shown.map(({ key, name }) => ({ name, colour: styles[key].colour, y: styles[key].y(lastOf(picture, key)) }));
  writeNames(ctx, names, x, box, picture.format, theme);
  ctx.restore();
}

/** The value at the right end of a line. */
function lastOf({ curve, steps, tip }: LearningPicture, key: 'iou' | 'testLoss' | 'loss'): number {
  const last = curve.length - 1;
  return milestones[last] > steps ? curve[key][last] : tip[key] ?? NaN;
}

/** A line through what is known after step `from` up to step `to`, and the tip, which lies between. */
function trace(
  ctx: CanvasRenderingContext2D, curve: LearningCurve, key: 'iou' | 'testLoss' | 'loss', from: number, to: number,
  tip: LearningPicture['tip'], plot: Plot, y: (value: number) => number,
): void {
  const values = curve[key];
  let drawing = false;
  const add = (steps: number, value: number): void => {
    if (!(value < Infinity) || steps < 1) return;
    ctx[drawing ? 'lineTo' : 'moveTo'](plot.x(Math.log10(steps)), y(value));
    drawing = true;
  };
  ctx.beginPath();
  if (from > 0) add(tip.steps, tip[key] ?? NaN);
  for (let k = 1; k < curve.length; k++) if (milestones[k] > from && milestones[k] <= to) add(milestones[k], values[k]);
  if (from === 0) add(tip.steps, tip[key] ?? NaN);
  ctx.stroke();
}

function dot(ctx: CanvasRenderingContext2D, x: number, y: number, { y: top, height }: Box): void {
  ctx.beginPath();
  ctx.arc(x, Math.min(Math.max(y, top), top + height), DOT, 0, 2 * Math.PI);
  ctx.fill();
}
