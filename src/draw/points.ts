import type { Theme } from './types.js';

/** Radii of filled and of hollow points in CSS pixels. */
const INSIDE = 2.8;
const OUTSIDE = 2.5;
/** Of paper around a filled point, and the line of a hollow one. */
const EDGE = 0.8;
const RING = 1.3;
/** Half the side of a square of a circle's area, over the radius. */
const SQUARE = Math.sqrt(Math.PI) / 2;

/** Points with a label each. */
export interface LabelledPoints {
  /** [points × 2]. */
  readonly points: ArrayLike<number>;
  readonly isInside: (point: number) => boolean;
}

/**
 * Draws points of the inside filled, of the outside hollow; as squares where they are for a test only.
 *
 * `px` and `py` place them. The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawPoints(
  ctx: CanvasRenderingContext2D, { points, isInside }: LabelledPoints, px: (x: number) => number, py: (y: number) => number, theme: Theme, square = false,
): void {
  ctx.save();
  for (const inside of [false, true]) {
    const radius = inside ? INSIDE : OUTSIDE;
    let none = true;
    ctx.beginPath();
    for (let k = 0; 2 * k < points.length; k++) {
      if (isInside(k) !== inside) continue;
      none = false;
      const [x, y] = [px(points[2 * k]), py(points[2 * k + 1])];
      if (square) {
        ctx.rect(x - SQUARE * radius, y - SQUARE * radius, 2 * SQUARE * radius, 2 * SQUARE * radius);
      } else {
        ctx.moveTo(x + radius, y);
        ctx.arc(x, y, radius, 0, 2 * Math.PI);
      }
    }
    if (none) continue;
    ctx.fillStyle = inside ? theme.positive : theme.paper;
    ctx.strokeStyle = inside ? theme.paper : theme.negative;
    ctx.lineWidth = inside ? 2 * EDGE : RING;
    if (inside) ctx.stroke(); // its outer half remains
    ctx.fill();
    if (!inside) ctx.stroke();
  }
  ctx.restore();
}
