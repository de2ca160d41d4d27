import type { Projection } from './projection.js';
import { addCircle, addLine, fillPath, strokePath } from '../../../draw/paths.js';
import { crisp, dashes, lines, opacities, radii, snap } from '../../../draw/style.js';
import type { Theme } from '../../../draw/types.js';

/** Heights over the floor, in half sides of the square. */
export interface Heights {
  /** Points a side. */
  readonly grid: number;
  /** [grid × grid], row by row: v ascending, in each u ascending, both from −1 to 1. */
  readonly heights: Float64Array;
  /** The greatest distance from the floor. */
  readonly most: number;
  /** Along each edge of the square: u, v, height, and so on. */
  readonly edges: readonly Float64Array[];
}

/** Opacity of the lowest and of the highest stick. */
const LOW = 0.3;
const HIGH = 0.85;
/** Where points stand close, dots and sticks are no wider than this share of their distance. */
const CROWDED_DOT = 0.22;
const CROWDED_STICK = 0.4;
/** Radius of a dot on the floor, over that of one on a stick. */
const FLAT_DOT = 0.65;

/**
 * Draws a stick with a dot for each point over the floor, or with `under` for each under it, and the
 * rims of the surface there.
 *
 * Rows come from far to near; each first hangs a curtain of paper in front of those behind it, which
 * gives depth. The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawRows(
  ctx: CanvasRenderingContext2D, data: Heights, projection: Projection, under: boolean, density: number, theme: Theme,
): void {
  const { grid, heights } = data;
  const { across, scale, lift } = projection;
  const pitch = 2 / (grid - 1);
  const colour = under ? theme.negative : theme.positive;
  const width = crisp(Math.min(lines.stick, CROWDED_STICK * pitch * scale), density);
  const dot = Math.min(radii.dot, CROWDED_DOT * pitch * scale);
  const rim = { colour, width: lines.stick, alpha: HIGH, dash: under && theme.forced ? dashes.negative : [] };
  // A row on the screen: where its points are on the floor, and how far they rise to this side of it, in CSS pixels.
  const [x, y, rise] = [new Float64Array(grid), new Float64Array(grid), new Float64Array(grid)];
  const points = Array.from(x, (_, c) => c);
  const farFirst = projection.depth(across ? 0 : 1, across ? 1 : 0) > 0;
  strokePath(ctx, rim, () => addRims(ctx, data, projection, under, false));
  for (let r = 0; r < grid; r++) {
    const row = farFirst ? grid - 1 - r : r;
    const heightOf = (c: number): number => heights[across ? row * grid + c : c * grid + row];
    for (const c of points) {
      const [along, over] = [-1 + pitch * c, -1 + pitch * row];
      [x[c], y[c]] = across ? projection.point(along, over) : projection.point(over, along);
      rise[c] = onSide(heightOf(c), under) * lift;
    }
    const raised = points.filter((c) => rise[c] !== 0);
    if (raised.length > 0) {
      fillPath(ctx, theme.paper, () => {
        addLine(ctx, x[grid - 1], y[grid - 1], x[0], y[0]);
        for (const c of points) ctx.lineTo(x[c], y[c] - rise[c]);
      }, opacities.curtain);
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.setLineDash(rim.dash);
      for (const c of raised) {
        const stick = snap(x[c], width, density);
        ctx.globalAlpha = LOW + ((HIGH - LOW) * Math.abs(rise[c])) / (data.most * lift);
        ctx.beginPath();
        addLine(ctx, stick, y[c], stick, y[c] - rise[c]);
        ctx.stroke();
      }
      ctx.restore();
      fillPath(ctx, colour, () => {
        for (const c of raised) addCircle(ctx, snap(x[c], width, density), y[c] - rise[c], dot);
      });
    }
    if (!under) fillPath(ctx, theme.muted, () => {
      for (const c of points) if (heightOf(c) === 0) addCircle(ctx, x[c], y[c], FLAT_DOT * dot);
    });
  }
  strokePath(ctx, rim, () => addRims(ctx, data, projection, under, true));
}

/** Returns the part of a height that lies over the floor, or under it. */
function onSide(height: number, under: boolean): number {
  return under ? Math.min(height, 0) : Math.max(height, 0);
}

/** Adds the surface's edges where it is off the floor: the two behind, or the two in front. */
function addRims(
  ctx: CanvasRenderingContext2D, { edges }: Heights, projection: Projection, under: boolean, front: boolean,
): void {
  for (const edge of edges) {
    const last = edge.length - 3;
    if (projection.depth(edge[0] + edge[last], edge[1] + edge[last + 1]) < 0 !== front) continue;
    const sided = edge.map((value, k) => (k % 3 === 2 ? onSide(value, under) : value));
    addRaised(ctx, sided, projection, true);
  }
}

/** Adds a line of u, v, height to the path; with `raised` only where it is off the floor. */
export function addRaised(
  ctx: CanvasRenderingContext2D, points: Float64Array, projection: Projection, raised: boolean,
): void {
  for (let k = 0; k < points.length; k += 3) {
    const skips = k === 0 || (raised && points[k + 2] === 0 && points[k - 1] === 0);
    ctx[skips ? 'moveTo' : 'lineTo'](...projection.point(points[k], points[k + 1], points[k + 2]));
  }
}
