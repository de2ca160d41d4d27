import { niceStep } from '../../draw/nice.js';
import { addLine, drawHollowCircle, drawWithin, eraseStroke, strokePath } from '../../draw/paths.js';
import { drawPoints } from '../../draw/points.js';
import { casing, crisp, dashes, lines as widths, opacities, radii, sizes, snap } from '../../draw/style.js';
import { drawText, textWidth, type Run } from '../../draw/text.js';
import type { Box, FormatNumber, Theme } from '../../draw/types.js';
import { STRIP } from './stages.js';

/** A line of the grid: `count` points of the mesh from `from` on. */
export interface GridLine {
  readonly from: number;
  readonly count: number;
  /** Whether x or y of the input is 0 on it. */
  readonly axis: boolean;
}

/** The part of the plane that is shown: a square around (x, y). */
export interface Frame { readonly x: number; readonly y: number; readonly half: number }

/** A plane with points on it, and the part of it that is shown. */
interface PlanePicture {
  /** The points of all lines, [points × 2], y upwards. */
  readonly mesh: Float64Array;
  readonly lines: readonly GridLine[];
  readonly frame: Frame;
  /** [points × 2] and whether each is inside; none if there is nothing to separate. */
  readonly points: Float64Array;
  readonly inside: readonly boolean[];
}

/** What a deformed plane's picture shows. */
export interface DeformPicture extends PlanePicture {
  /** a·x + b·y = c, where an output divides the plane. */
  readonly decision?: readonly [a: number, b: number, c: number];
  /** What is written over it, where several stand side by side. */
  readonly heading?: readonly Run[];
  /** Where the point that is followed has come to. */
  readonly followed?: readonly [x: number, y: number];
  /** Written under the picture, where it is alone. */
  readonly caption?: readonly Run[];
  /** Writes the length of the scale. */
  readonly format: FormatNumber;
}

const PADDING = 18;
/** The least space between the ends of axes in pictures side by side, from the middle. */
const AXIS_INSET = 6;
/** A scale is as long as the greatest round number that lies between the frame and so many parts of it. */
const SCALE_PARTS = 6;
/** Half the height of a scale's ends, and the space before its number. */
const SCALE_END = 3;
const SCALE_GAP = 6;
/** In a thumbnail: the space around it, the side of a point, and how many lines there are from one that is drawn on. */
const THUMBNAIL_PADDING = 3;
const THUMBNAIL_POINT = 1.8;
const THUMBNAIL_STRIDE = 5;

/** Maps the plane's coordinates to the canvas's. */
export interface DeformLayout {
  readonly px: (x: number) => number;
  readonly py: (y: number) => number;
  /** CSS pixels of a unit of the plane. */
  readonly scale: number;
}

/** Returns where the plane is drawn in a box with a strip for its scale below, and for a caption if it has one. */
export function layOutDeform(box: Box, frame: Frame, isCaptioned = false): DeformLayout {
  return layOutIn({ ...box, height: plotHeight(box, isCaptioned) }, frame, PADDING);
}

/** Whether a line a·x + b·y = c crosses the picture of a plane in a box. */
export function crosses(
  [a, b, c]: readonly [number, number, number], box: Box, frame: Frame, isCaptioned = false,
): boolean {
  const { scale } = layOutDeform(box, frame, isCaptioned);
  const reach = (Math.abs(a) * box.width + Math.abs(b) * plotHeight(box, isCaptioned)) / (2 * scale);
  return reach > 0 && Math.abs(c - a * frame.x - b * frame.y) <= reach;
}

function layOutIn({ x, y, width, height }: Box, frame: Frame, padding: number): DeformLayout {
  const scale = Math.max(Math.min(width, height) / 2 - padding, 1) / frame.half;
  return {
    px: (at) => x + width / 2 + (at - frame.x) * scale,
    py: (at) => y + height / 2 - (at - frame.y) * scale,
    scale,
  };
}

const plotHeight = ({ height }: Box, isCaptioned: boolean): number => height - (isCaptioned ? 2 : 1) * STRIP;

/**
 * Draws a grid of lines as the network bends it, the plane's own axes behind it, points to separate, and the scale
 * below, all within `box`.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawDeform(
  ctx: CanvasRenderingContext2D, picture: DeformPicture, box: Box, density: number, theme: Theme,
): void {
  const { points, inside, mesh, lines, decision, frame, caption, heading, followed } = picture;
  const layout = layOutDeform(box, frame, caption !== undefined);
  const plot = { ...box, height: plotHeight(box, caption !== undefined) };
  const { px, py } = layout;
  drawAxes(ctx, px(0), py(0), plot, density, theme);
  drawLines(ctx, mesh, lines, layout, density, theme);
  drawPoints(ctx, { points: points.subarray(0, 2 * inside.length), isInside: (k) => inside[k] }, px, py, theme);
  if (decision) drawDecision(ctx, decision, frame, layout, plot, theme);
  if (followed) {
    const ring = { colour: theme.ink, width: widths.probe };
    drawHollowCircle(ctx, px(followed[0]), py(followed[1]), radii.probe, ring);
  }
  const bottom = plot.y + plot.height;
  drawScale(ctx, picture, layout.scale, box.x + box.width / 2, bottom + STRIP / 2, density, theme);
  const middle = box.x + box.width / 2;
  const style = { size: sizes.label, colour: theme.ink, align: 'center' } as const;
  if (heading) drawText(ctx, heading, middle, box.y + STRIP / 3, { ...style, halo: true }, theme);
  if (caption) drawText(ctx, caption, middle, bottom + 1.5 * STRIP, style, theme);
}

/** Draws a plane so small that its shape and the colours of its points are all that can be seen. */
export function drawThumbnail(ctx: CanvasRenderingContext2D, picture: PlanePicture, box: Box, theme: Theme): void {
  const { mesh, lines, frame, points, inside } = picture;
  const { px, py } = layOutIn(box, frame, THUMBNAIL_PADDING);
  const grid = (lines.length - 2) / 2;
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = widths.grid;
  for (const axis of [false, true]) {
    ctx.globalAlpha = axis ? 1 : opacities.hollowDot / 2;
    ctx.beginPath();
    for (let k = 0; k < lines.length; k++) {
      const line = lines[k];
      if (line.axis !== axis || (!axis && (k % grid) % THUMBNAIL_STRIDE > 0)) continue;
      for (let at = line.from; at < line.from + line.count; at++) {
        if (at === line.from) ctx.moveTo(px(mesh[2 * at]), py(mesh[2 * at + 1]));
        else ctx.lineTo(px(mesh[2 * at]), py(mesh[2 * at + 1]));
      }
    }
    ctx.stroke();
  }
  const half = THUMBNAIL_POINT / 2;
  for (const isInside of [false, true]) {
    ctx.fillStyle = isInside ? theme.positive : theme.negative;
    for (let k = 0; k < inside.length; k++) {
      if (inside[k] !== isInside) continue;
      ctx.fillRect(px(points[2 * k]) - half, py(points[2 * k + 1]) - half, THUMBNAIL_POINT, THUMBNAIL_POINT);
    }
  }
  ctx.restore();
}

/**
 * Strokes the lines, on whole pixels if they are upright or level. They are stroked one by one so that they darken
 * where the plane lies on itself.
 */
function drawLines(
  ctx: CanvasRenderingContext2D, mesh: Float64Array, lines: readonly GridLine[], { px, py }: DeformLayout,
  density: number, theme: Theme,
): void {
  ctx.save();
  const { globalAlpha } = ctx;
  ctx.strokeStyle = theme.ink;
  ctx.lineJoin = 'round';
  for (const { from, count, axis } of lines) {
    const width = axis ? widths.strongAxis : widths.grid;
    const [isUpright, isLevel] = [isEven(mesh, 2 * from, count, px), isEven(mesh, 2 * from + 1, count, py)];
    const x = snap(px(mesh[2 * from]), width, density);
    const y = snap(py(mesh[2 * from + 1]), width, density);
    ctx.lineWidth = isUpright || isLevel ? crisp(width, density) : width;
    ctx.globalAlpha = globalAlpha * (axis ? 1 : opacities.grid);
    ctx.beginPath();
    for (let k = from; k < from + count; k++) {
      const [toX, toY] = [isUpright ? x : px(mesh[2 * k]), isLevel ? y : py(mesh[2 * k + 1])];
      if (k === from) ctx.moveTo(toX, toY);
      else ctx.lineTo(toX, toY);
    }
    ctx.stroke();
  }
  ctx.restore();
}

/** Whether `count` numbers of points, every second one from `first` on, look the same in CSS pixels. */
function isEven(points: Float64Array, first: number, count: number, map: (value: number) => number): boolean {
  const at = map(points[first]);
  for (let k = 1; k < count; k++) if (Math.abs(map(points[first + 2 * k]) - at) >= 0.01) return false;
  return true;
}

function drawAxes(
  ctx: CanvasRenderingContext2D, x: number, y: number, plot: Box, density: number, theme: Theme,
): void {
  const [start, right, bottom] = [plot.x + AXIS_INSET, plot.x + plot.width - AXIS_INSET, plot.y + plot.height];
  const [left, top] = [snap(x, widths.axis, density), snap(y, widths.axis, density)];
  strokePath(ctx, { colour: theme.hair, width: crisp(widths.axis, density) }, () => {
    if (x > start && x < right) addLine(ctx, left, plot.y, left, bottom);
    if (y > plot.y && y < bottom) addLine(ctx, start, top, right, top);
  });
}

/** Draws the line a·x + b·y = c across the whole picture, erasing the data beside it. */
function drawDecision(
  ctx: CanvasRenderingContext2D, [a, b, c]: readonly [number, number, number], frame: Frame, { px, py }: DeformLayout,
  plot: Box, theme: Theme,
): void {
  const norm = a * a + b * b;
  if (!(norm > 0)) return;
  // The line's nearest point to the middle, and its direction.
  const away = (c - a * frame.x - b * frame.y) / norm;
  const [x, y] = [frame.x + a * away, frame.y + b * away];
  const reach = (4 * frame.half) / Math.sqrt(norm);
  const trace = (): void => addLine(ctx, px(x - b * reach), py(y + a * reach), px(x + b * reach), py(y - a * reach));
  drawWithin(ctx, plot, () => {
    eraseStroke(ctx, { width: widths.fold + casing }, trace);
    strokePath(ctx, { colour: theme.ink, width: widths.fold, dash: dashes.decision }, trace);
  });
}

/** Draws a line as long as a round number of the plane, with that number, about the middle (x, y). */
function drawScale(
  ctx: CanvasRenderingContext2D, { frame, format }: DeformPicture, scale: number, x: number, y: number,
  density: number, theme: Theme,
): void {
  const length = niceStep(2 * frame.half, SCALE_PARTS);
  const text = [format(length)];
  const room = SCALE_GAP + textWidth(ctx, text, sizes.tick, theme);
  const left = snap(x - (length * scale + room) / 2, widths.axis, density);
  const right = snap(left + length * scale, widths.axis, density);
  const level = snap(y, widths.axis, density);
  strokePath(ctx, { colour: theme.muted, width: crisp(widths.axis, density) }, () => {
    addLine(ctx, left, level, right, level);
    for (const end of [left, right]) addLine(ctx, end, level - SCALE_END, end, level + SCALE_END);
  });
  drawText(ctx, text, right + SCALE_GAP, y, { size: sizes.tick, colour: theme.muted }, theme);
}
