import type { Projection } from './picture/projection.js';
import type { Surface } from './picture/surface.js';

/** A point of the grid that was found: where in the domain, and where in the picture. */
export interface Nearest {
  readonly place: readonly [x: number, y: number];
  readonly at: { readonly x: number; readonly y: number };
}

/** The grid's point whose end is seen nearest to a point of the picture, unless none is within `reach` pixels. */
export function nearestPoint(
  { grid, heights, domain: [low, high] }: Surface, projection: Projection, point: { readonly x: number; readonly y: number }, reach: number,
): Nearest | undefined {
  let best: Nearest | undefined;
  let least = reach;
  for (let k = 0; k < grid * grid; k++) {
    const u = (2 * (k % grid)) / (grid - 1) - 1;
    const v = (2 * Math.floor(k / grid)) / (grid - 1) - 1;
    const at = { x: projection.x(u, v), y: projection.y(u, v, heights[k]) };
    const distance = Math.hypot(at.x - point.x, at.y - point.y);
    if (distance >= least) continue;
    least = distance;
    best = { place: [low + ((u + 1) * (high - low)) / 2, low + ((v + 1) * (high - low)) / 2], at };
  }
  return best;
}
