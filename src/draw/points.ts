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

/** Points with a label each. */
interface LabelledPoints {
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
  ctx: CanvasRenderingContext2D, { points, isInside }: LabelledPoints,
  px: (x: number) => number, py: (y: number) => number, theme: Theme, square = false, scale = 1,
): void {
  ctx.save();
  for (const inside of [false, true]) {
    const radius = scale * (inside ? INSIDE : OUTSIDE);
    const half = SQUARE * radius;
    ctx.beginPath();
    for (let k = 0; 2 * k < points.length; k++) {
      if (isInside(k) !== inside) continue;
      const [x, y] = [px(points[2 * k]), py(points[2 * k + 1])];
      if (square) ctx.rect(x - half, y - half, 2 * half, 2 * half);
      else addCircle(ctx, x, y, radius);
    }
    ctx.fillStyle = theme.positive;
    ctx.strokeStyle = theme.negative;
    ctx.lineWidth = scale * (inside ? 2 * EDGE : RING);
    ctx.globalCompositeOperation = ERASE;
    if (inside) ctx.stroke(); // its outer half remains
    else ctx.fill();
    ctx.globalCompositeOperation = 'source-over';
    if (inside) ctx.fill();
    else ctx.stroke();
  }
  ctx.restore();
}
