import { addLine, addPolyline, drawWithin, eraseStroke, strokePath } from '../../draw/paths.js';
import { drawPoints } from '../../draw/points.js';
import { casing, crisp, dashes, lines as widths, opacities, sizes, snap } from '../../draw/style.js';
import { drawText, type Run } from '../../draw/text.js';
import type { Size, Theme } from '../../draw/types.js';

/** A line of the grid: `count` points of the mesh from `from` on. */
export interface GridLine {
  readonly from: number;
  readonly count: number;
  /** Whether x or y of the input is 0 on it. */
  readonly axis: boolean;
}

/** The part of the plane that is shown: a square around (x, y). */
export interface Frame { readonly x: number; readonly y: number; readonly half: number }

/** What a deformed plane's picture shows. */
export interface DeformPicture {
  /** The points of all lines, [points × 2], y upwards. */
  readonly mesh: Float64Array;
  readonly lines: readonly GridLine[];
  readonly frame: Frame;
  /** [points × 2] and whether each is inside; none if there is nothing to separate. */
  readonly points: Float64Array;
  readonly inside: readonly boolean[];
  /** a·x + b·y = c, where an output divides the plane. */
  readonly decision?: readonly [a: number, b: number, c: number];
  /** Written under the picture. */
  readonly caption: readonly Run[];
}

const PADDING = 18;
const CAPTION = 26;

/** Maps the plane's coordinates to the canvas's. */
export interface DeformLayout {
  readonly px: (x: number) => number;
  readonly py: (y: number) => number;
  /** CSS pixels of a unit of the plane. */
  readonly scale: number;
}

export function layOutDeform({ width, height }: Size, frame: Frame): DeformLayout {
  const room = Math.min(width, height - CAPTION) / 2 - PADDING;
  const scale = Math.max(room, 1) / frame.half;
  return {
    px: (x) => width / 2 + (x - frame.x) * scale,
    py: (y) => (height - CAPTION) / 2 - (y - frame.y) * scale,
    scale,
  };
}

/**
 * Draws a grid of lines as the network bends it, the plane's own axes behind it, and points to separate.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawDeform(ctx: CanvasRenderingContext2D, picture: DeformPicture, size: Size, theme: Theme): void {
  const { points, inside, mesh, decision, frame, caption } = picture;
  const layout = layOutDeform(size, frame);
  const { px, py } = layout;
  drawAxes(ctx, px(0), py(0), size, theme);
  for (const line of picture.lines) drawLine(ctx, mesh, line, layout, size.density, theme);
  drawPoints(ctx, { points: points.subarray(0, 2 * inside.length), isInside: (k) => inside[k] }, px, py, theme);
  if (decision) drawDecision(ctx, decision, frame, layout, size, theme);
  const style = { size: sizes.label, colour: theme.ink, align: 'center' } as const;
  drawText(ctx, caption, size.width / 2, size.height - CAPTION / 2, style, theme);
}

/**
 * Strokes one line, on whole pixels if it is upright or level. Lines are stroked one by one so that they
 * darken where the plane lies on itself.
 */
function drawLine(
  ctx: CanvasRenderingContext2D, mesh: Float64Array, { from, count, axis }: GridLine, { px, py }: DeformLayout,
  density: number, theme: Theme,
): void {
  const xs = Array.from({ length: count }, (_, k) => px(mesh[2 * (from + k)]));
  const ys = Array.from({ length: count }, (_, k) => py(mesh[2 * (from + k) + 1]));
  const width = axis ? widths.strongAxis : widths.grid;
  const straight = [xs, ys].filter(isEven);
  for (const positions of straight) positions.fill(snap(positions[0], width, density));
  const stroke = { colour: theme.ink, alpha: axis ? 1 : opacities.grid, join: 'round' } as const;
  strokePath(ctx, { ...stroke, width: straight.length > 0 ? crisp(width, density) : width }, () =>
    addPolyline(ctx, count, (k) => [xs[k], ys[k]]));
}

/** Whether positions in CSS pixels look the same. */
function isEven(positions: readonly number[]): boolean {
  return positions.every((at) => Math.abs(at - positions[0]) < 0.01);
}

function drawAxes(ctx: CanvasRenderingContext2D, x: number, y: number, size: Size, theme: Theme): void {
  const { width, density } = size;
  const bottom = size.height - CAPTION;
  const [left, top] = [snap(x, widths.axis, density), snap(y, widths.axis, density)];
  strokePath(ctx, { colour: theme.hair, width: crisp(widths.axis, density) }, () => {
    if (x > 0 && x < width) addLine(ctx, left, 0, left, bottom);
    if (y > 0 && y < bottom) addLine(ctx, 0, top, width, top);
  });
}

/** Draws the line a·x + b·y = c across the whole picture, erasing the data beside it. */
function drawDecision(
  ctx: CanvasRenderingContext2D, [a, b, c]: readonly [number, number, number], frame: Frame, { px, py }: DeformLayout,
  { width, height }: Size, theme: Theme,
): void {
  const norm = a * a + b * b;
  if (!(norm > 0)) return;
  // The line's nearest point to the middle, and its direction.
  const away = (c - a * frame.x - b * frame.y) / norm;
  const [x, y] = [frame.x + a * away, frame.y + b * away];
  const reach = (4 * frame.half) / Math.sqrt(norm);
  const trace = (): void => addLine(ctx, px(x - b * reach), py(y + a * reach), px(x + b * reach), py(y - a * reach));
  drawWithin(ctx, { x: 0, y: 0, width, height: height - CAPTION }, () => {
    eraseStroke(ctx, { width: widths.fold + casing }, trace);
    strokePath(ctx, { colour: theme.ink, width: widths.fold, dash: dashes.decision }, trace);
  });
}
