import { addLine, strokePath } from './paths.js';
import { crisp, lines, sizes, snap } from './style.js';
import { drawText, textWidth } from './text.js';
import type { Box, Size, Theme } from './types.js';

/** From low to high; low < high. */
export type Span = readonly [low: number, high: number];

/** A number on an axis and the text written there. */
export interface Tick {
  readonly value: number;
  readonly text: string;
  /** Written in ink: the reader chose this number. */
  readonly strong?: boolean;
}

/** Above and below the box of a plot, in CSS pixels. */
export const plotMargins = { top: 10, bottom: 26 } as const;

/** Between a text and the box, and between two texts, in CSS pixels. */
const GAP = 8;
/** A text wider than this share of the canvas is left out: it would leave no room for the plot. */
const MAX_TEXT_SHARE = 1 / 3;

/** Maps numbers to places in a box of CSS pixels: x to the right, y upwards. */
export class Plot {
  readonly box: Box;
  readonly xs: Span;
  readonly ys: Span;

  constructor(box: Box, xs: Span, ys: Span) {
    this.box = box;
    this.xs = xs;
    this.ys = ys;
  }

  // Numbers alone, no pairs: an outline has hundreds of points and is drawn in every frame.
  x(value: number): number {
    const { box, xs } = this;
    return box.x + ((value - xs[0]) / (xs[1] - xs[0])) * box.width;
  }

  y(value: number): number {
    const { box, ys } = this;
    return box.y + ((ys[1] - value) / (ys[1] - ys[0])) * box.height;
  }

  /** Returns the number at a position across, inside the box or not. */
  xAt(x: number): number {
    const { box, xs } = this;
    return xs[0] + ((x - box.x) / box.width) * (xs[1] - xs[0]);
  }

  /** Returns the number at a height, inside the box or not. */
  yAt(y: number): number {
    const { box, ys } = this;
    return ys[1] - ((y - box.y) / box.height) * (ys[1] - ys[0]);
  }

  /** Whether a height is inside the box. */
  shows(value: number): boolean {
    return value >= this.ys[0] && value <= this.ys[1];
  }
}

/** Returns where the plane [−1, 1]² lies in a box, y upwards. */
export function planePlot(box: Box): Plot {
  return new Plot(box, [-1, 1], [-1, 1]);
}

/**
 * Returns the numbers to write on an axis, the most important first: 0 and the ends or, without a 0 between
 * the ends, the ends and the middle if three digits can write it.
 */
export function axisValues([low, high]: Span): number[] {
  if (low < 0 && high > 0) return [0, low, high];
  const middle = Number(((low + high) / 2).toPrecision(3));
  return Math.abs(low + high - 2 * middle) < 1e-9 * (high - low) ? [low, high, middle] : [low, high];
}

/** Returns a plot at the top of the canvas, `height` CSS pixels high, with room for its ticks. */
export function layOutPlot(
  ctx: CanvasRenderingContext2D, { width }: Size, height: number, xs: Span, ys: Span,
  xTicks: readonly Tick[], yTicks: readonly Tick[], theme: Theme,
): Plot {
  const widest = (ticks: readonly Tick[]): number => Math.max(0, ...ticks
    .map(({ text }) => textWidth(ctx, [text], sizes.tick, theme)).filter((each) => each <= width * MAX_TEXT_SHARE));
  const x = Math.ceil(Math.max(widest(yTicks) + GAP, widest(xTicks) / 2)) + 1;
  const right = Math.ceil(Math.max(widest(xTicks) / 2, GAP)) + 1;
  const { top, bottom } = plotMargins;
  const box = { x, y: top, width: Math.max(1, width - x - right), height: Math.max(1, height - top - bottom) };
  return new Plot(box, xs, ys);
}

/**
 * Draws a hairline at each tick and an axis where a coordinate is 0, on whole device pixels.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawGrid(
  ctx: CanvasRenderingContext2D, plot: Plot, xTicks: readonly Tick[], yTicks: readonly Tick[], density: number,
  theme: Theme,
): void {
  const { x: left, y: top, width, height } = plot.box;
  const line = (at: number): number => snap(at, lines.axis, density);
  for (const isAxis of [false, true]) {
    const stroke = { colour: isAxis ? theme.muted : theme.hair, width: crisp(lines.axis, density) };
    strokePath(ctx, stroke, () => {
      for (const { value } of xTicks) {
        if ((value === 0) === isAxis) addLine(ctx, line(plot.x(value)), top, line(plot.x(value)), top + height);
      }
      for (const { value } of yTicks) {
        if ((value === 0) === isAxis) addLine(ctx, left, line(plot.y(value)), left + width, line(plot.y(value)));
      }
    });
  }
}

/** Writes the ticks beside the box. Of two that would touch, only the one that comes first in its list. */
export function writeTicks(
  ctx: CanvasRenderingContext2D, plot: Plot, xTicks: readonly Tick[], yTicks: readonly Tick[], { width }: Size,
  theme: Theme,
): void {
  const { box } = plot;
  for (const ticks of [xTicks, yTicks]) {
    const taken: { at: number; half: number }[] = [];
    for (const { value, text, strong } of ticks) {
      const wide = textWidth(ctx, [text], sizes.tick, theme);
      const [x, y] = ticks === xTicks
        ? [Math.min(Math.max(plot.x(value), wide / 2), width - wide / 2), box.y + box.height + GAP + sizes.tick / 2]
        : [box.x - GAP - wide / 2, plot.y(value)];
      const [at, half] = ticks === xTicks ? [x, wide / 2 + GAP / 2] : [y, sizes.tick / 2 + 1];
      if (wide > width * MAX_TEXT_SHARE || taken.some((other) => Math.abs(other.at - at) < other.half + half)) continue;
      taken.push({ at, half });
      const colour = strong ? theme.ink : theme.muted;
      drawText(ctx, [text], x, y, { size: sizes.tick, colour, align: 'center', halo: true }, theme);
    }
  }
}
