import { drawPoints } from '../../draw/points.js';
import { casing, crisp, dashes, lines as widths, opacities, sizes, snap } from '../../draw/style.js';
import { drawText, type Run } from '../../draw/text.js';
import type { Size, Theme } from '../../draw/types.js';

/** A line of the grid: `count` points of the mesh from `from` on. */
export interface GridLine {
  readonly from: number;
  readonly count: number;
  /** Where x or y of the input is 0. */
  readonly axis: boolean;
}

/** What of the plane is shown: a square around (x, y). */
export interface Frame { readonly x: number; readonly y: number; readonly half: number }

/** What a deformed plane's picture shows. */
export interface DeformPicture {
  /** [points × 2], y upwards, the points of all lines. */
  readonly mesh: Float64Array;
  readonly lines: readonly GridLine[];
  readonly frame: Frame;
  /** [points × 2] and whether each is inside; none where nothing is to come apart. */
  readonly points: Float64Array;
  readonly inside: readonly boolean[];
  /** a·x + b·y = c, where an output divides the plane. */
  readonly decision?: readonly [a: number, b: number, c: number];
  /** Under the picture. */
  readonly caption: readonly Run[];
}

const PADDING = 18;
const CAPTION = 26;

/** Canvas coordinates of the plane's. */
export function place({ width, height }: Size, frame: Frame): { px: (x: number) => number; py: (y: number) => number; scale: number } {
  const room = Math.min(width, height - CAPTION) / 2 - PADDING;
  const scale = Math.max(room, 1) / frame.half;
  return {
    px: (x) => width / 2 + (x - frame.x) * scale,
    py: (y) => (height - CAPTION) / 2 - (y - frame.y) * scale,
    scale,
  };
}

/**
 * Draws a grid of lines as it lies, the plane's own axes behind it, and points that come apart.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawDeform(ctx: CanvasRenderingContext2D, picture: DeformPicture, size: Size, theme: Theme): void {
  const { points, inside } = picture;
  const { px, py } = place(size, picture.frame);
  ctx.save();
  drawAxes(ctx, px(0), py(0), size, theme);
  ctx.lineJoin = 'round';
  for (const line of picture.lines) strokeLine(ctx, picture.mesh, line, px, py, size.density, theme);
  ctx.globalAlpha = 1;
  drawPoints(ctx, { points: points.subarray(0, 2 * inside.length), isInside: (k) => inside[k] }, px, py, theme);
  if (picture.decision) drawDecision(ctx, picture.decision, picture.frame, px, py, size, theme);
  drawText(ctx, picture.caption, size.width / 2, size.height - CAPTION / 2, { size: sizes.label, colour: theme.ink, align: 'center' }, theme);
  ctx.restore();
}

/** One line by itself, so that lines darken where the plane lies on itself; whole pixels where it is upright or level. */
function strokeLine(
  ctx: CanvasRenderingContext2D, mesh: Float64Array, { from, count, axis }: GridLine,
  px: (x: number) => number, py: (y: number) => number, density: number, theme: Theme,
): void {
  const xs = Array.from({ length: count }, (_, k) => px(mesh[2 * (from + k)]));
  const ys = Array.from({ length: count }, (_, k) => py(mesh[2 * (from + k) + 1]));
  const width = axis ? widths.strongAxis : widths.grid;
  const [upright, level] = [isEven(xs), isEven(ys)];
  if (upright) xs.fill(snap(xs[0], width, density));
  if (level) ys.fill(snap(ys[0], width, density));
  ctx.beginPath();
  for (let k = 0; k < count; k++) ctx[k === 0 ? 'moveTo' : 'lineTo'](xs[k], ys[k]);
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = upright || level ? crisp(width, density) : width;
  ctx.globalAlpha = axis ? 1 : opacities.grid;
  ctx.stroke();
}

/** Whether no eye sees a difference between positions in CSS pixels. */
function isEven(positions: readonly number[]): boolean {
  return positions.every((at) => Math.abs(at - positions[0]) < 0.01);
}

function drawAxes(ctx: CanvasRenderingContext2D, x: number, y: number, { width, height, density }: Size, theme: Theme): void {
  const bottom = height - CAPTION;
  ctx.strokeStyle = theme.hair;
  ctx.lineWidth = crisp(widths.axis, density);
  ctx.beginPath();
  const [sx, sy] = [snap(x, widths.axis, density), snap(y, widths.axis, density)];
  if (x > 0 && x < width) {
    ctx.moveTo(sx, 0);
    ctx.lineTo(sx, bottom);
  }
  if (y > 0 && y < bottom) {
    ctx.moveTo(0, sy);
    ctx.lineTo(width, sy);
  }
  ctx.stroke();
}

/** The line across the whole picture, in a casing of paper, since it crosses data. */
function drawDecision(
  ctx: CanvasRenderingContext2D, [a, b, c]: readonly [number, number, number], frame: Frame,
  px: (x: number) => number, py: (y: number) => number, { width, height }: Size, theme: Theme,
): void {
  const norm = a * a + b * b;
  if (!(norm > 0)) return;
  // The line's nearest point to the middle, and its direction.
  const away = (c - a * frame.x - b * frame.y) / norm;
  const [x, y] = [frame.x + a * away, frame.y + b * away];
  const reach = (4 * frame.half) / Math.sqrt(norm);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, width, height - CAPTION);
  ctx.clip();
  ctx.beginPath();
  ctx.moveTo(px(x - b * reach), py(y + a * reach));
  ctx.lineTo(px(x + b * reach), py(y - a * reach));
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = widths.fold + casing;
  ctx.stroke();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = widths.fold;
  ctx.setLineDash(dashes.decision);
  ctx.stroke();
  ctx.restore();
}
