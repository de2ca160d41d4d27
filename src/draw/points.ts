import { addCircle, ERASE } from './paths.js';
import type { Theme } from './types.js';

/** Radii of filled and of hollow points in CSS pixels. */
const INSIDE = 2.8;
const OUTSIDE = 2.5;
/** Widths of the ground around a filled point and of the line of a hollow one. */
const EDGE = 0.8;
const RING = 1.3;
/** Half the side of a square with a circle's area, over the radius. */
const SQUARE = Math.sqrt(Math.PI) / 2;

/** Few points are larger, up to so many times; from MANY on they have their own size. */
const LARGEST = 1.6;
const MANY = 144;

/** Returns how much larger each of `count` points is drawn. */
export const pointScale = (count: number): number => Math.min(Math.max(Math.sqrt(MANY / count), 1), LARGEST);

/** Returns the place of a coordinate in CSS pixels. */
type Place = (coordinate: number) => number;

/** Points with a label each. */
export interface LabelledPoints {
  /** [points × 2]. */
  readonly points: ArrayLike<number>;
  readonly isInside: (point: number) => boolean;
}

/**
 * Draws points of the inside filled and those of the outside hollow, or with `square` all as squares, `scale` times
 * their usual size.
 *
 * `px` and `py` place them. The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawPoints(
  ctx: CanvasRenderingContext2D, points: LabelledPoints, px: Place, py: Place, theme: Theme, square = false, scale = 1,
): void {
  for (const inside of [false, true]) {
    tracePoints(ctx, points, inside, 0, Infinity, px, py, square, scale);
    for (const how of ['erase', 'paint'] as const) paintPoints(ctx, inside, how, theme, scale);
  }
}

/** Makes those of the points `from` to `to` that are inside, or outside, the path of `paintPoints`. */
export function tracePoints(
  ctx: CanvasRenderingContext2D, { points, isInside }: LabelledPoints, inside: boolean, from: number, to: number,
  px: Place, py: Place, square: boolean, scale: number,
): void {
  const radius = scale * (inside ? INSIDE : OUTSIDE);
  const half = SQUARE * radius;
  ctx.beginPath();
  for (let k = from; k < to && 2 * k < points.length; k++) {
    if (isInside(k) !== inside) continue;
    const x = px(points[2 * k]);
    const y = py(points[2 * k + 1]);
    if (square) ctx.rect(x - half, y - half, 2 * half, 2 * half);
    else addCircle(ctx, x, y, radius);
  }
}

/** Erases what lies under traced points, paints them, or paints what they would erase. */
export function paintPoints(
  ctx: CanvasRenderingContext2D, inside: boolean, how: 'erase' | 'paint' | 'mask', theme: Theme, scale: number,
): void {
  ctx.save();
  ctx.fillStyle = theme.positive;
  ctx.strokeStyle = theme.negative;
  ctx.lineWidth = scale * (inside ? 2 * EDGE : RING);
  if (how === 'erase') ctx.globalCompositeOperation = ERASE;
  if (inside === (how === 'paint')) ctx.fill();
  else ctx.stroke(); // of an erased inside the outer half remains
  ctx.restore();
}
