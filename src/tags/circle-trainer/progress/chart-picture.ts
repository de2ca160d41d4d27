import { milestones, type LearningCurve, type Score } from '../../../core/index.js';
import { addLine, addPolyline, fillPath, strokePath } from '../../../draw/paths.js';
import { Plot, writeTicks, type Span, type Tick } from '../../../draw/plot.js';
import { crisp, dashes, lines, opacities, sizes, snap } from '../../../draw/style.js';
import { drawText, textWidth } from '../../../draw/text.js';
import type { Box, FormatNumber, Size, Theme } from '../../../draw/types.js';

/** The contents of a chart of a run. */
export interface LearningPicture {
  readonly curve: LearningCurve;
  /** The present step; later steps that are known step back. */
  readonly steps: number;
  /** The last step whose IoU counts: what has diverged since has a loss on its way out, and no shape. */
  readonly soundUntil: number;
  /** The end of the lines: a step at which a score is known, and that score. */
  readonly tip: Pick<Score, 'loss' | 'iou' | 'testLoss'> & { readonly steps: number };
  /** The milestone that is looked at, or −1. */
  readonly marked: number;
  readonly names: { readonly loss: string; readonly iou: string; readonly testLoss: string; readonly step: string };
  readonly format: FormatNumber;
}

/** Plots for a chart's numbers: log₁₀ of 1 + step across; upwards log₁₀ of a loss, or an IoU. */
export interface LearningLayout { readonly loss: Plot; readonly iou: Plot }

type LineKey = 'iou' | 'testLoss' | 'loss';

/** In CSS pixels, over and under the lines. */
const TOP = 8;
const BOTTOM = 20;
const DOT = 3;
/** Between a line's end and its name, and between two numbers, in CSS pixels. */
const GAP = 8;
/** From an axis down to the middle of its numbers, as `writeTicks` has it. */
const TICK_TEXT = GAP + sizes.tick / 2;
/** Half the width and the height of the arrow where a line leaves the chart. */
const ARROW = 4;
/** Between lines of text. */
const LINE = 13;
/** log₁₀ of the smallest and the greatest loss that the chart tells apart from others. */
const MIN_LOG = -5;
const MAX_LOG = 3;

const logLoss = (loss: number): number => (loss > 0 ? Math.min(Math.max(Math.log10(loss), MIN_LOG), MAX_LOG) : MIN_LOG);

/** Returns the place of a step across: nearly a power of ten each time as far, and step 0 at the left. */
export const stepPlace = (step: number): number => Math.log10(1 + step);

/** Returns the powers of ten from one power to another. */
function powersIn([low, high]: Span, format: FormatNumber): Tick[] {
  return Array.from({ length: high - low + 1 }, (_, k) => ({ value: low + k, text: format(10 ** (low + k)) }));
}

/** Returns ticks at step 0 and at powers of ten up to a place across, every `stride`th of them. */
function stepTicks(end: number, format: FormatNumber, stride: number): Tick[] {
  const ticks: Tick[] = [{ value: 0, text: format(0) }];
  for (let power = stride; stepPlace(10 ** power) <= end + 1e-9; power += stride) {
    ticks.push({ value: stepPlace(10 ** power), text: format(10 ** power) });
  }
  return ticks;
}

/** Fits the axes to what is known: at least ten steps, and whole powers of ten of losses, so that they seldom move. */
export function layOutLearning(
  ctx: CanvasRenderingContext2D, picture: LearningPicture, box: Box, theme: Theme,
): LearningLayout {
  const { curve, tip, names, format } = picture;
  const known = [curve.loss, curve.testLoss].flatMap((values) => [...values.subarray(0, curve.length)]);
  const losses = [tip.loss, tip.testLoss ?? NaN, ...known].filter((loss) => loss < Infinity).map(logLoss);
  if (losses.length === 0) losses.push(-1);
  const low = Math.floor(Math.min(...losses));
  const high = Math.max(Math.ceil(Math.max(...losses)), low + 1);
  const end = stepPlace(Math.max(10, tip.steps, milestones[curve.length - 1] ?? 0));
  const widest = (texts: readonly string[], size: number): number =>
    Math.ceil(Math.max(...texts.map((text) => textWidth(ctx, [text], size, theme))));
  const left = widest([...powersIn([low, high], format).map(({ text }) => text), names.step], sizes.tick) + GAP;
  const right = widest(linesOf(picture).map((key) => names[key]), sizes.name) + GAP + DOT;
  const inner = {
    x: box.x + left, y: box.y + TOP, width: Math.max(1, box.width - left - right), height: box.height - TOP - BOTTOM,
  };
  return { loss: new Plot(inner, [0, end], [low, high]), iou: new Plot(inner, [0, end], [0, 1]) };
}

/** Returns the milestone known nearest to a position across, or −1 if nothing is known. */
export function nearestMilestone({ loss }: LearningLayout, curve: LearningCurve, x: number): number {
  const distance = (k: number): number => Math.abs(loss.x(stepPlace(milestones[k])) - x);
  let nearest = -1;
  for (let k = 0; k < curve.length; k++) {
    if (!Number.isNaN(curve.loss[k]) && (nearest < 0 || distance(k) < distance(nearest))) nearest = k;
  }
  return nearest;
}

/** Returns the lines of a chart, from the first drawn to the last. */
function linesOf({ tip }: LearningPicture): LineKey[] {
  return Number.isNaN(tip.testLoss ?? NaN) ? ['iou', 'loss'] : ['iou', 'testLoss', 'loss'];
}

/**
 * Draws loss and IoU over steps, both steps and losses on axes of powers of ten, each line with its name at
 * its end.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawLearning(
  ctx: CanvasRenderingContext2D, picture: LearningPicture, layout: LearningLayout, size: Size, theme: Theme,
): void {
  const { loss: plot, iou } = layout;
  const { curve, tip, steps, soundUntil, marked, format } = picture;
  const { box } = plot;
  drawPowers(ctx, plot, format, size, theme);
  const last = milestones[curve.length - 1];
  const isBack = last > steps;
  const across = (step: number): number => plot.x(stepPlace(step));
  const mark = isBack ? steps : milestones[marked] ?? -1;
  if (mark >= 0) strokePath(ctx, { colour: theme.muted, width: crisp(lines.axis, size.density) }, () => {
    const x = snap(across(mark), lines.axis, size.density);
    addLine(ctx, x, box.y, x, box.y + box.height);
  });
  const names = linesOf(picture).map((key): LineName => {
    const colour = key === 'iou' ? theme.accent : theme.ink;
    const height = (value: number): number => (key === 'iou' ? iou.y(value) : plot.y(logLoss(value)));
    const dash = key === 'testLoss' ? dashes.derivative : [];
    const value = tip[key] ?? NaN;
    const lastStep = key === 'iou' ? soundUntil : Infinity;
    const tipOfLine: readonly [step: number, value: number] = [Math.min(tip.steps, lastStep), value];
    /** Strokes a line through what is known after step `from` up to step `to`, and the tip, which lies between. */
    const strokeLine = (from: number, to: number, alpha = 1): void => {
      const points = [...milestones.subarray(0, curve.length)]
        .map((step, k) => [step, curve[key][k]] as const)
        .filter(([step]) => step > from && step <= Math.min(to, lastStep));
      const drawn = (from >= 0 ? [tipOfLine, ...points] : [...points, tipOfLine]).filter(([, y]) => y < Infinity);
      strokePath(ctx, { colour, width: lines.curve, dash, join: 'round', alpha }, () =>
        addPolyline(ctx, drawn.length, (k) => [across(drawn[k][0]), height(drawn[k][1])]));
    };
    /** Draws a dot at a step or, where the loss is greater than the chart can show, an arrow out of it. */
    const end = (step: number, at: number): void => {
      const [x, y] = [across(step), Math.min(Math.max(height(at), box.y), box.y + box.height)];
      if (key === 'iou' || at <= 10 ** MAX_LOG) return fillPath(ctx, colour, () => ctx.arc(x, y, DOT, 0, 2 * Math.PI));
      strokePath(ctx, { colour, width: lines.curve, join: 'round' }, () =>
        addPolyline(ctx, 3, (k) => [x + (k - 1) * ARROW, k === 1 ? y : y + ARROW]));
    };
    if (isBack) strokeLine(steps, Infinity, opacities.aside);
    strokeLine(-1, steps);
    if (value < Infinity) end(...tipOfLine);
    if (marked >= 0 && milestones[marked] <= lastStep && curve[key][marked] < Infinity) {
      end(milestones[marked], curve[key][marked]);
    }
    return { name: picture.names[key], colour, y: height(isBack ? curve[key][curve.length - 1] : value) };
  });
  const end = isBack ? last : tip.steps;
  writeNames(ctx, names, across(end), box, format, theme);
  const style = { size: sizes.tick, colour: theme.muted, align: 'right' } as const;
  drawText(ctx, [picture.names.step], box.x - GAP, box.y + box.height + TICK_TEXT, style, theme);
}

/**
 * Draws a level axis of powers, with a hairline at each power of ten whose number has room, and writes the powers
 * of ten of both axes.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawPowers(
  ctx: CanvasRenderingContext2D, plot: Plot, format: FormatNumber, size: Size, theme: Theme,
): void {
  const { box, xs: [, end], ys } = plot;
  const { density } = size;
  const widest = textWidth(ctx, [format(10 ** Math.floor(end + 1e-9))], sizes.tick, theme) + GAP;
  const xTicks = stepTicks(end, format, Math.max(1, Math.ceil(widest / (box.width / end))));
  strokePath(ctx, { colour: theme.hair, width: crisp(lines.grid, density) }, () => {
    for (const { value } of xTicks) {
      const x = snap(plot.x(value), lines.grid, density);
      addLine(ctx, x, box.y, x, box.y + box.height);
    }
  });
  strokePath(ctx, { colour: theme.muted, width: crisp(lines.axis, density) }, () => {
    const y = snap(box.y + box.height, lines.axis, density);
    addLine(ctx, box.x, y, box.x + box.width, y);
  });
  writeTicks(ctx, plot, xTicks, powersIn(ys, format), size, theme);
}

/** The name of a line, and the height of the line's end. */
export interface LineName { readonly name: string; readonly colour: string; readonly y: number }

/**
 * Writes the bounds of an axis from 0 to 1 in `theme.accent` on the right, and names beside the ends of their lines,
 * which end at `end` across, apart from one another and from the bounds.
 *
 * Leaves `ctx` as it found it.
 */
export function writeNames(
  ctx: CanvasRenderingContext2D, names: readonly LineName[], end: number, box: Box, format: FormatNumber, theme: Theme,
): void {
  const right = box.x + box.width;
  const floor = box.y + box.height;
  const isInside = names.every(({ name }) => end + GAP + textWidth(ctx, [name], sizes.name, theme) <= right);
  const [top, bottom] = isInside // off the axis, or off the bounds
    ? [box.y + 2, floor - LINE / 2 - 1] : [box.y + LINE + 1, floor - LINE - 1];
  const sorted = names.filter(({ y }) => !Number.isNaN(y))
    .map((each) => ({ ...each, y: Math.min(Math.max(each.y, top), bottom) })).sort((a, b) => a.y - b.y);
  for (let k = 1; k < sorted.length; k++) {
    const overlap = LINE - (sorted[k].y - sorted[k - 1].y);
    if (overlap <= 0) continue;
    sorted[k - 1].y -= overlap / 2;
    sorted[k].y += overlap / 2;
  }
  let lowest = bottom;
  for (const each of [...sorted].reverse()) {
    each.y = Math.min(each.y, lowest);
    lowest = each.y - LINE;
  }
  let highest = top;
  for (const each of sorted) {
    each.y = Math.max(each.y, highest);
    highest = each.y + LINE;
  }
  for (const { name, colour, y } of sorted) {
    drawText(ctx, [name], end + GAP, y, { size: sizes.name, colour, halo: true }, theme);
  }
  for (const [value, y] of [[1, box.y], [0, floor]]) {
    drawText(ctx, [format(value)], right + GAP, y, { size: sizes.tick, colour: theme.accent }, theme);
  }
}
