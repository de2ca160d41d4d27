import { writeTicks, type Plot, type Tick } from '../../../draw/plot.js';
import { crisp, lines, sizes, snap } from '../../../draw/style.js';
import { drawText, textWidth } from '../../../draw/text.js';
import type { Box, FormatNumber, Size, Theme } from '../../../draw/types.js';

/** Between a line's end and its name, and between two numbers, in CSS pixels. */
export const GAP = 8;
/** Between lines of text. */
const LINE = 13;

/**
 * Draws an axis whose numbers are powers, with a hairline at each power of ten as far as their numbers have
 * room, and writes powers of ten upwards too.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawPowers(ctx: CanvasRenderingContext2D, plot: Plot, format: FormatNumber, size: Size, theme: Theme): void {
  const { box, xs: [, end], ys: [low, high] } = plot;
  const { density } = size;
  const tick = (power: number): Tick => ({ value: power, text: format(10 ** power) });
  const last = Math.floor(end + 1e-9);
  const widest = textWidth(ctx, [format(10 ** last)], sizes.tick, theme) + GAP;
  const stride = Math.max(1, Math.ceil(widest / (box.width / end)));
  const xTicks = Array.from({ length: Math.floor(last / stride) + 1 }, (_, k) => tick(k * stride));
  const first = Math.ceil(low);
  const yTicks = Array.from({ length: Math.floor(high) - first + 1 }, (_, k) => tick(first + k));
  ctx.save();
  ctx.lineWidth = crisp(lines.grid, density);
  ctx.strokeStyle = theme.hair;
  ctx.beginPath();
  for (const { value } of xTicks) {
    const x = snap(plot.x(value), lines.grid, density);
    ctx.moveTo(x, box.y);
    ctx.lineTo(x, box.y + box.height);
  }
  ctx.stroke();
  ctx.strokeStyle = theme.muted;
  ctx.lineWidth = crisp(lines.axis, density);
  ctx.beginPath();
  const y = snap(box.y + box.height, lines.axis, density);
  ctx.moveTo(box.x, y);
  ctx.lineTo(box.x + box.width, y);
  ctx.stroke();
  ctx.restore();
  writeTicks(ctx, plot, xTicks, yTicks, size, theme);
}

/** The name of a line, and how high the line ends. */
export interface LineName { readonly name: string; readonly colour: string; readonly y: number }

/**
 * Writes names beside the ends of their lines, which end at `end` across, apart from one another, and the
 * bounds of an axis from 0 to 1 in `theme.accent` on the right, where they leave room.
 *
 * Leaves `ctx` as it found it.
 */
export function writeNames(ctx: CanvasRenderingContext2D, names: readonly LineName[], end: number, box: Box, format: FormatNumber, theme: Theme): void {
  const x = end + GAP;
  const isInside = end < box.x + box.width;
  const [top, bottom] = [box.y + 2, box.y + box.height - (isInside ? LINE / 2 + 1 : 2)]; // off the axis
  const sorted = names.filter(({ y }) => !Number.isNaN(y)).map((each) => ({ ...each, y: Math.min(Math.max(each.y, top), bottom) })).sort((a, b) => a.y - b.y);
  for (let k = 1; k < sorted.length; k++) {
    const overlap = LINE - (sorted[k].y - sorted[k - 1].y);
    if (overlap <= 0) continue;
    sorted[k - 1].y -= overlap / 2;
    sorted[k].y += overlap / 2;
  }
  for (let k = sorted.length - 1, floor = bottom; k >= 0; k--, floor = sorted[k + 1].y - LINE) sorted[k].y = Math.min(sorted[k].y, floor);
  for (let k = 0, ceiling = top; k < sorted.length; k++, ceiling = sorted[k - 1].y + LINE) sorted[k].y = Math.max(sorted[k].y, ceiling);
  for (const { name, colour, y } of sorted) drawText(ctx, [name], x, y, { size: sizes.name, colour, halo: theme.paper }, theme);
  for (const [value, y] of [[1, box.y], [0, box.y + box.height]]) {
    if (!isInside && sorted.some((each) => Math.abs(each.y - y) < LINE)) continue;
    drawText(ctx, [format(value)], box.x + box.width + GAP, y, { size: sizes.tick, colour: theme.accent }, theme);
  }
}
