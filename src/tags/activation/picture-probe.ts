import type { Activation } from '../../core/index.js';
import { meets, overlaps } from './label-placement.js';
import type { Plot, Tick } from '../../draw/plot.js';
import { casing, dashes, lines, radii, sizes, snap } from '../../draw/style.js';
import { drawText, textWidth } from '../../draw/text.js';
import type { Box, Theme } from '../../draw/types.js';

/** Rings nearer to each other than this, in CSS pixels, are drawn as one. */
const BLOT = 3;

/** A place along z, and what stands there. */
export interface ActivationProbe {
  readonly activations: readonly Activation[];
  /** Marks the slopes too. */
  readonly slopes: boolean;
  /** NaN for none. */
  readonly probe: number;
  /** z, and the value of the only function. */
  readonly text: string;
  readonly value: string;
  /** What the value must not be written on. */
  readonly keepOff: readonly Float64Array[];
  readonly taken: readonly Box[];
}

/**
 * Draws a ring on each curve with dashed lines to the axes, and returns what is to be written on that of z.
 *
 * Of several functions the values are not written: they would stand on one another. Leaves `ctx` as it found it.
 */
export function drawActivationProbe(
  ctx: CanvasRenderingContext2D, { activations, slopes, probe, text, value, keepOff, taken }: ActivationProbe, plot: Plot, density: number, theme: Theme,
): Tick[] {
  if (Number.isNaN(probe)) return [];
  const { box } = plot;
  const x = plot.x(probe);
  const bottom = box.y + box.height;
  // A value beyond the picture has no ring; the line goes on to its edge.
  const heights = activations.map((each) => each.value(probe));
  const shown = heights.filter((each) => plot.shows(each));
  const top = heights.some((each) => each > plot.ys[1]) ? box.y : Math.min(bottom, ...shown.map((each) => plot.y(each)));
  const only = activations.length === 1 && shown.length === 1 ? plot.y(shown[0]) : undefined;
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = lines.stick;
  ctx.setLineDash(dashes.drop);
  ctx.beginPath();
  const across = snap(x, lines.stick, density);
  ctx.moveTo(across, top);
  ctx.lineTo(across, bottom);
  if (only !== undefined) {
    const level = snap(only, lines.stick, density);
    ctx.moveTo(x, level);
    ctx.lineTo(box.x, level);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = theme.paper;
  const ring = (y: number, radius: number, width: number, colour: string): void => {
    ctx.beginPath();
    ctx.arc(x, y, radius + (width + casing) / 2, 0, 2 * Math.PI);
    ctx.fill();
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  };
  if (slopes) {
    for (const each of activations) if (plot.shows(each.derivative(probe))) ring(plot.y(each.derivative(probe)), radii.small, lines.activeRing, theme.muted);
  }
  // Rings that nearly coincide would make a blot; the last stands for them.
  const levels = shown.map((each) => plot.y(each));
  levels.forEach((y, k) => {
    if (!levels.slice(k + 1).some((other) => Math.abs(other - y) < BLOT)) ring(y, radii.probe, lines.probe, theme.ink);
  });
  ctx.restore();
  if (only !== undefined) {
    const width = textWidth(ctx, [value], sizes.tick, theme);
    const place = [-1, 1].map((side): Box => ({ x: box.x + 5, y: only + side * (sizes.tick / 2 + 5) - sizes.tick / 2, width, height: sizes.tick }))
      .find((each) => each.y >= box.y && each.y + each.height <= bottom && !taken.some((other) => overlaps(each, other, 2))
        && !keepOff.some((points) => meets(points, each, 2)) && (each.x + width < x - radii.probe - 4));
    if (place) drawText(ctx, [value], place.x, place.y + sizes.tick / 2, { size: sizes.tick, colour: theme.ink, halo: theme.paper }, theme);
  }
  return [{ value: probe, text, strong: true }];
}
