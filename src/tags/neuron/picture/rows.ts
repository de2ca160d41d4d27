import type { Projection } from './projection.js';
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
/** A dot on the floor, beside one that stands on a stick. */
const FLAT_DOT = 0.65;

/** A row on the screen: where its points are on the floor, and how far they rise to this side of it, in CSS pixels. */
interface Row {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rise: Float64Array;
}

interface Pen {
  readonly colour: string;
  readonly stick: number;
  readonly dot: number;
  /** The rise of the highest stick. */
  readonly most: number;
  readonly density: number;
}

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
  const { grid, heights, most } = data;
  const { across, scale, lift } = projection;
  const pitch = 2 / (grid - 1);
  const pen: Pen = {
    colour: under ? theme.negative : theme.positive,
    stick: crisp(Math.min(lines.stick, CROWDED_STICK * pitch * scale), density),
    dot: Math.min(radii.dot, CROWDED_DOT * pitch * scale),
    most: most * lift,
    density,
  };
  const row: Row = { x: new Float64Array(grid), y: new Float64Array(grid), rise: new Float64Array(grid) };
  const farFirst = projection.depth(across ? 0 : 1, across ? 1 : 0) > 0;
  ctx.save();
  ctx.strokeStyle = pen.colour;
  if (under && theme.forced) ctx.setLineDash(dashes.negative);
  drawRims(ctx, data, projection, under, false);
  for (let r = 0; r < grid; r++) {
    const at = farFirst ? grid - 1 - r : r;
    for (let c = 0; c < grid; c++) {
      const i = across ? c : at;
      const j = across ? at : c;
      const h = heights[j * grid + i];
      row.x[c] = projection.x(-1 + pitch * i, -1 + pitch * j);
      row.y[c] = projection.y(-1 + pitch * i, -1 + pitch * j);
      row.rise[c] = under ? Math.min(h, 0) * lift : Math.max(h, 0) * lift;
    }
    if (row.rise.some((rise) => rise !== 0)) {
      hangCurtain(ctx, row, theme.paper);
      drawSticks(ctx, row, pen);
    }
    if (under) continue;
    ctx.fillStyle = theme.muted;
    ctx.beginPath();
    for (let c = 0; c < grid; c++) {
      if (heights[across ? at * grid + c : c * grid + at] === 0) addDot(ctx, row.x[c], row.y[c], FLAT_DOT * pen.dot);
    }
    ctx.fill();
  }
  drawRims(ctx, data, projection, under, true);
  ctx.restore();
}

function hangCurtain(ctx: CanvasRenderingContext2D, { x, y, rise }: Row, paper: string): void {
  const last = x.length - 1;
  ctx.beginPath();
  ctx.moveTo(x[last], y[last]);
  ctx.lineTo(x[0], y[0]);
  for (let c = 0; c <= last; c++) ctx.lineTo(x[c], y[c] - rise[c]);
  ctx.fillStyle = paper;
  ctx.globalAlpha = opacities.curtain;
  ctx.fill();
  ctx.globalAlpha = 1;
}

function drawSticks(ctx: CanvasRenderingContext2D, { x, y, rise }: Row, { colour, stick, dot, most, density }: Pen): void {
  ctx.lineWidth = stick;
  for (let c = 0; c < x.length; c++) {
    if (rise[c] === 0) continue;
    const at = snap(x[c], stick, density);
    ctx.globalAlpha = LOW + ((HIGH - LOW) * Math.abs(rise[c])) / most;
    ctx.beginPath();
    ctx.moveTo(at, y[c]);
    ctx.lineTo(at, y[c] - rise[c]);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (let c = 0; c < x.length; c++) {
    if (rise[c] !== 0) addDot(ctx, snap(x[c], stick, density), y[c] - rise[c], dot); // in the middle of its stick
  }
  ctx.fill();
}

function addDot(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

/** The surface's edges where it is off the floor: the two behind, or the two in front. */
function drawRims(ctx: CanvasRenderingContext2D, { edges }: Heights, projection: Projection, under: boolean, front: boolean): void {
  ctx.save();
  ctx.globalAlpha = HIGH;
  ctx.lineWidth = lines.stick;
  ctx.beginPath();
  for (const edge of edges) {
    const last = edge.length - 3;
    if (projection.depth(edge[0] + edge[last], edge[1] + edge[last + 1]) < 0 !== front) continue;
    let before = 0;
    for (let k = 0; k <= last; k += 3) {
      const h = under ? Math.min(edge[k + 2], 0) : Math.max(edge[k + 2], 0);
      const x = projection.x(edge[k], edge[k + 1]);
      const y = projection.y(edge[k], edge[k + 1], h);
      if (k > 0 && (before !== 0 || h !== 0)) ctx.lineTo(x, y);
      else ctx.moveTo(x, y);
      before = h;
    }
  }
  ctx.stroke();
  ctx.restore();
}
