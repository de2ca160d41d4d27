import type { Projection } from './projection.js';
import { addCircle, addLine, eraseFill, fillPath, strokePath } from '../../../draw/paths.js';
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
/** Where points stand close, dots, lines and sticks are no wider than this share of their distance. */
const CROWDED_DOT = 0.22;
const CROWDED_LINE = 0.4;
/** Radius of a dot on the floor, over that of one on a stick. */
const FLAT_DOT = 0.65;

/**
 * Draws, for each row of points over the floor, or with `under` under it, a line over the tops with a stick and a dot
 * for each point, and the rims of the surface there.
 *
 * Rows come from far to near, those of `from` to `to`, with the rims behind the first and before the last. Each first
 * hangs a curtain under its line, which hides most of what is behind it: that gives depth. The curtain erases, so that
 * the page's own ground shows. The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawRows(
  ctx: CanvasRenderingContext2D, data: Heights, projection: Projection, under: boolean, density: number, theme: Theme,
  from = 0, to = data.grid,
): void {
  const { grid } = data;
  const { across, scale, lift } = projection;
  const pitch = 2 / (grid - 1);
  const thickest = CROWDED_LINE * pitch * scale;
  const width = crisp(Math.min(lines.stick, thickest), density);
  const dot = Math.min(radii.dot, CROWDED_DOT * pitch * scale);
  const colour = under ? theme.negative : theme.positive;
  const dash = under && theme.forced ? dashes.negative : [];
  const rim = { colour, width: lines.stick, alpha: HIGH, dash };
  const top = { colour, width: Math.min(lines.row, thickest), dash, join: 'round' } as const;
  const row = new Row(grid);
  const farFirst = projection.depth(across ? 0 : 1, across ? 1 : 0) > 0;
  if (from === 0) strokePath(ctx, rim, () => addRims(ctx, data, projection, under, false));
  for (let r = from; r < to; r++) {
    const isRaised = row.read(data, projection, farFirst ? grid - 1 - r : r, under);
    if (isRaised) {
      eraseFill(ctx, () => row.addTops(ctx, true), opacities.curtain);
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.setLineDash(dash);
      for (let c = 0; c < grid; c++) {
        if (row.rises[c] === 0) continue;
        const stick = snap(row.xs[c], width, density);
        ctx.globalAlpha = LOW + ((HIGH - LOW) * Math.abs(row.rises[c])) / (data.most * lift);
        ctx.beginPath();
        addLine(ctx, stick, row.ys[c], stick, row.ys[c] - row.rises[c]);
        ctx.stroke();
      }
      ctx.restore();
      strokePath(ctx, top, () => row.addTops(ctx, false));
      fillPath(ctx, colour, () => {
        for (let c = 0; c < grid; c++) {
          if (row.rises[c] !== 0) addCircle(ctx, row.xs[c], row.ys[c] - row.rises[c], dot);
        }
      });
    }
    if (!under) fillPath(ctx, theme.muted, () => {
      for (let c = 0; c < grid; c++) if (row.heights[c] === 0) addCircle(ctx, row.xs[c], row.ys[c], FLAT_DOT * dot);
    });
  }
  if (to === grid) strokePath(ctx, rim, () => addRims(ctx, data, projection, under, true));
}

/** A row of points on the screen, in CSS pixels. */
class Row {
  /** Heights on both sides of the floor, in half sides of the square. */
  readonly heights: Float64Array;
  /** Where the points are on the floor, and how far they rise to one side of it. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly rises: Float64Array;

  constructor(grid: number) {
    [this.heights, this.xs, this.ys, this.rises] = Array.from({ length: 4 }, () => new Float64Array(grid));
  }

  /** Takes row `index` of a surface, over the floor or under it, and returns whether any of it is off the floor. */
  read({ grid, heights }: Heights, projection: Projection, index: number, under: boolean): boolean {
    const { across, lift } = projection;
    const pitch = 2 / (grid - 1);
    const over = -1 + pitch * index;
    let isRaised = false;
    for (let c = 0; c < grid; c++) {
      const along = -1 + pitch * c;
      const height = heights[across ? index * grid + c : c * grid + index];
      this.heights[c] = height;
      this.xs[c] = across ? projection.x(along, over) : projection.x(over, along);
      this.ys[c] = across ? projection.y(along, over) : projection.y(over, along);
      this.rises[c] = onSide(height, under) * lift;
      isRaised ||= this.rises[c] !== 0;
    }
    return isRaised;
  }

  /** Adds the line over the tops where they are off the floor; with `closed` what is between them and the floor. */
  addTops(ctx: CanvasRenderingContext2D, closed: boolean): void {
    const { rises, xs, ys } = this;
    const last = rises.length - 1;
    let from = -1; // where the floor was left
    for (let c = 0; c <= last; c++) {
      if (rises[c] === 0) continue;
      if (c === 0 || rises[c - 1] === 0) {
        from = c === 0 ? 0 : c - this._shareToFloor(c, -1);
        this._addFloor(ctx, from, true);
        if (c === 0) ctx[closed ? 'lineTo' : 'moveTo'](xs[0], ys[0] - rises[0]);
        else ctx.lineTo(xs[c], ys[c] - rises[c]);
      } else {
        ctx.lineTo(xs[c], ys[c] - rises[c]);
      }
      if (c < last && rises[c + 1] !== 0) continue;
      if (c < last) this._addFloor(ctx, c + this._shareToFloor(c, 1), false);
      else if (closed) ctx.lineTo(xs[c], ys[c]);
      if (closed) this._addFloor(ctx, from, false);
    }
  }

  /**
   * Returns how much of the way from a raised point to its neighbour on the floor the surface is raised: to where it
   * crosses 0 or, if the neighbour is flat, to where it folds, as far as the slope beyond the raised point tells.
   */
  private _shareToFloor(c: number, step: 1 | -1): number {
    const { heights } = this;
    const [height, next, before] = [heights[c], heights[c + step], heights[c - step] ?? 0];
    if (next !== 0) return height / (height - next);
    const fall = before - height;
    return fall * height > 0 && Math.abs(height) < Math.abs(fall) ? height / fall : 1;
  }

  /** Adds a place on the floor, between two points of the row. */
  private _addFloor(ctx: CanvasRenderingContext2D, at: number, isStart: boolean): void {
    const { xs, ys } = this;
    const c = Math.min(Math.floor(at), xs.length - 2);
    const share = at - c;
    ctx[isStart ? 'moveTo' : 'lineTo'](xs[c] + (xs[c + 1] - xs[c]) * share, ys[c] + (ys[c + 1] - ys[c]) * share);
  }
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
    let before = 0;
    for (let k = 0; k < edge.length; k += 3) {
      const height = onSide(edge[k + 2], under);
      const skips = k === 0 || (height === 0 && before === 0);
      before = height;
      const x = projection.x(edge[k], edge[k + 1]);
      ctx[skips ? 'moveTo' : 'lineTo'](x, projection.y(edge[k], edge[k + 1], height));
    }
  }
}

/** Adds a line of u, v, height to the path. */
export function addRaised(ctx: CanvasRenderingContext2D, points: Float64Array, projection: Projection): void {
  for (let k = 0; k < points.length; k += 3) {
    ctx[k === 0 ? 'moveTo' : 'lineTo'](...projection.point(points[k], points[k + 1], points[k + 2]));
  }
}
