import type { Projection } from './picture/projection.js';
import type { Surface } from './picture/surface.js';
import { nodeCoordinate, toDomain } from '../../core/places.js';

/** A point of the grid: its place in the domain and in the picture. */
export interface Nearest {
  readonly place: readonly [x: number, y: number];
  readonly at: { readonly x: number; readonly y: number };
}

/** Returns the grid's point seen nearest to a point of the picture, if one is within `reach` CSS pixels. */
export function nearestPoint(
  { grid, heights, domain }: Surface, projection: Projection, point: Nearest['at'], reach: number,
): Nearest | undefined {
  let best: Nearest | undefined;
  let least = reach;
  heights.forEach((height, k) => {
    const [u, v] = [nodeCoordinate(k % grid, grid), nodeCoordinate(Math.floor(k / grid), grid)];
    const [x, y] = projection.point(u, v, height);
    const distance = Math.hypot(x - point.x, y - point.y);
    if (distance >= least) return;
    least = distance;
    best = { place: [toDomain(u, domain), toDomain(v, domain)], at: { x, y } };
  });
  return best;
}
