import { crisp, lines, sizes, snap } from './style.js';
import { drawText, textWidth } from './text.js';
import type { Box, Size, Theme } from './types.js';

/** From low to high; low < high. */
export type Span = readonly [low: number, high: number];

/** A place on an axis and what is written there. */
export interface Tick {
  readonly value: number;
  readonly text: string;
  /** Of the reader's making, not the scale's: written in ink. */
  readonly strong?: boolean;
}

/** Above and below the box of a plot, in CSS pixels. */
export const plotMargins = { top: 10, bottom: 26 } as const;

/** Between a text and the box, and between two texts, in CSS pixels. */
const GAP = 8;
/** A text wider than this share of the canvas is left out: it would leave no room for the plot. */
const WIDEST = 1 / 3;

/** Where numbers stand in a box of CSS pixels: x to the right, y upwards. */
export class Plot {
  readonly box: Box;
  readonly xs: Span;
  readonly ys: Span;

  constructor(box: Box, xs: Span, ys: Span) {
    this.box = box;
    this.xs = xs;
    this.ys = ys;
  }

  x(value: number): number {
    const { box, xs: [low, high] } = this;
    return box.x + ((value - low) / (high - low)) * box.width;
  }

  y(value: number): number {
    const { box, ys: [low, high] } = this;
    return box.y + ((high - value) / (high - low)) * box.height;
  }

  /** The number at a position across, whether within the box or not. */
  valueAt(x: number): number {
    const { box, xs: [low, high] } = this;
    return low + ((x - box.x) / box.width) * (high - low);
  }

  /** Whether y is within the box. */
  shows(value: number): boolean {
    return value >= this.ys[0] && value <= this.ys[1];
  }
}

/** 0 if it is within, the ends, and if 0 is not between them the middle where three digits can write it: in order of importance. */
export function axisValues([low, high]: Span): number[] {
  if (low < 0 && high > 0) return [0, low, high];
  const middle = Number(((low + high) / 2).toPrecision(3));
  return Math.abs(low + high - 2 * middle) < 1e-9 * (high - low) ? [low, high, middle] : [low, high];
}

/** A plot at the top of the canvas, `height` CSS pixels high, with room for its ticks. */
export function layOutPlot(
  ctx: CanvasRenderingContext2D, { width }: Size, height: number, xs: Span, ys: Span, xTicks: readonly Tick[], yTicks: readonly Tick[], theme: Theme,
): Plot {
  const widest = (ticks: readonly Tick[]): number => Math.max(0, ...ticks.filter(({ strong }) => !strong)
    .map(({ text }) => textWidth(ctx, [text], sizes.tick, theme)).filter((each) => each <= width * WIDEST));
  const left = Math.ceil(Math.max(widest(yTicks) + GAP, widest(xTicks) / 2)) + 1;
  const right = Math.ceil(Math.max(widest(xTicks) / 2, GAP)) + 1;
  const { top, bottom } = plotMargins;
  return new Plot({ x: left, y: top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) }, xs, ys);
}

/**
 * Draws a hairline at each tick and an axis where a coordinate is 0, on whole device pixels.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawGrid(
  ctx: CanvasRenderingContext2D, plot: Plot, xTicks: readonly Tick[], yTicks: readonly Tick[], density: number, theme: Theme,
): void {
  const { x: left, y: top, width, height } = plot.box;
  ctx.save();
  ctx.lineWidth = crisp(lines.axis, density);
  for (const isAxis of [false, true]) {
    ctx.strokeStyle = isAxis ? theme.muted : theme.hair;
    ctx.beginPath();
    const wanted = ({ value, strong }: Tick): boolean => !strong && (value === 0) === isAxis;
    for (const { value } of xTicks.filter(wanted)) {
      const x = snap(plot.x(value), lines.axis, density);
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
    }
    for (const { value } of yTicks.filter(wanted)) {
      const y = snap(plot.y(value), lines.axis, density);
      ctx.moveTo(left, y);
      ctx.lineTo(left + width, y);
    }
    ctx.stroke();
  }
  ctx.restore();
}

/** Writes the ticks beside the box. Of two that would touch, the one that comes first in its list is written. */
export function writeTicks(
  ctx: CanvasRenderingContext2D, plot: Plot, xTicks: readonly Tick[], yTicks: readonly Tick[], { width }: Size, theme: Theme,
): void {
  const { box } = plot;
  const write = (ticks: readonly Tick[], place: (tick: Tick, textWidth: number) => { at: number; half: number; x: number; y: number }): void => {
    const taken: { at: number; half: number }[] = [];
    for (const tick of ticks) {
      const wide = textWidth(ctx, [tick.text], sizes.tick, theme);
      const { at, half, x, y } = place(tick, wide);
      if (wide > width * WIDEST || taken.some((other) => Math.abs(other.at - at) < other.half + half)) continue;
      taken.push({ at, half });
      drawText(ctx, [tick.text], x, y, { size: sizes.tick, colour: tick.strong ? theme.ink : theme.muted, align: 'center', halo: theme.paper }, theme);
    }
  };
  write(xTicks, ({ value }, wide) => {
    const x = Math.min(Math.max(plot.x(value), wide / 2), width - wide / 2);
    return { at: x, half: wide / 2 + GAP / 2, x, y: box.y + box.height + GAP + sizes.tick / 2 };
  });
  write(yTicks, ({ value }, wide) => {
    const y = plot.y(value);
    return { at: y, half: sizes.tick / 2 + 1, x: box.x - GAP - wide / 2, y };
  });
}
