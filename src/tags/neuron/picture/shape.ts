import { drawFloor } from './frame.js';
import type { Projection } from './projection.js';
import { addRaised, drawRows } from './rows.js';
import type { Surface } from './surface.js';
import { Layer } from '../../../draw/layer.js';
import { eraseStroke, strokePath, type Stroke } from '../../../draw/paths.js';
import { casing, dashes, lines } from '../../../draw/style.js';
import type { Theme } from '../../../draw/types.js';

/** Points a side from which on a surface is kept, and drawn with half as many while it moves. */
const MANY = 32;
/** Rows of a part, and parts that are drawn in one frame. */
const ROWS = 8;
const PARTS = 2;

/** Draws a surface without any text. */
export function drawShape(
  ctx: CanvasRenderingContext2D, surface: Surface, projection: Projection, density: number, theme: Theme,
): void {
  const count = partsOf(surface);
  for (let part = 0; part < count; part++) drawPart(ctx, surface, projection, density, theme, part);
}

/** A shape of many points: coarse while it moves, then drawn part by part, and kept as long as it stays the same. */
export class KeptShape {
  /** Whether the last drawing was the whole shape. */
  isWhole = true;
  private readonly _layer = new Layer();
  private _key: readonly unknown[] = [];
  private _coarse = new Float64Array(0); // heights

  /** Draws what `drawShape` draws, or a coarse one until that is there. */
  draw(
    ctx: CanvasRenderingContext2D, surface: Surface, projection: Projection, density: number, theme: Theme,
  ): void {
    this.isWhole = true;
    if (surface.grid < MANY) return drawShape(ctx, surface, projection, density, theme);
    const key = [surface, theme, density, projection.scale, projection.x(1, 0.3), projection.y(0.3, 1, 1)];
    const moves = key.some((each, k) => each !== this._key[k]);
    this._key = key;
    const count = partsOf(surface);
    this.isWhole = !moves && this._layer.draw(ctx, key, count, PARTS, (to, part) => (
      drawPart(to, surface, projection, density, theme, part)));
    if (this.isWhole) return;
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height); // of a layer that is not whole
    drawShape(ctx, this._coarsen(surface), projection, density, theme);
  }

  /** Returns a surface with half as many points a side. */
  private _coarsen(surface: Surface): Surface {
    const grid = Math.ceil(surface.grid / 2);
    if (this._coarse.length !== grid * grid) this._coarse = new Float64Array(grid * grid);
    const nearest = (k: number): number => Math.round((k * (surface.grid - 1)) / (grid - 1));
    for (let k = 0; k < grid * grid; k++) {
      this._coarse[k] = surface.heights[nearest(Math.floor(k / grid)) * surface.grid + nearest(k % grid)];
    }
    return { ...surface, grid, heights: this._coarse };
  }
}

/** Returns of how many parts a shape is: rows under the floor, the floor, rows over it, folds. */
function partsOf({ grid, heights }: Surface): number {
  const rows = Math.ceil(grid / ROWS);
  return (heights.some((h) => h < 0) ? rows : 0) + 1 + rows + 1;
}

function drawPart(
  ctx: CanvasRenderingContext2D, surface: Surface, projection: Projection, density: number, theme: Theme, part: number,
): void {
  const { folds, grid, zero } = surface;
  const rows = Math.ceil(grid / ROWS);
  const covers = partsOf(surface) > rows + 2;
  const k = covers ? part - rows : part; // from the floor
  if (k === 0) return drawFloor(ctx, surface, covers, projection, theme);
  if (k <= rows) {
    const from = ROWS * (k < 0 ? part : k - 1);
    return drawRows(ctx, surface, projection, k < 0, density, theme, from, Math.min(grid, from + ROWS));
  }
  const stroke = (points: Float64Array, style: Stroke): void =>
    strokePath(ctx, style, () => addRaised(ctx, points, projection));
  stroke(zero, { colour: theme.ink, width: lines.activeRing, dash: dashes.zero });
  for (const { points } of folds) {
    eraseStroke(ctx, { width: lines.fold + casing }, () => addRaised(ctx, points, projection));
  }
  for (const { points } of folds) stroke(points, { colour: theme.ink, width: lines.fold });
}
