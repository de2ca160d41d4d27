import { Projection, type View } from './projection.js';
import { casing, dashes, lines, sizes } from '../../../draw/style.js';
import { axisTexts, drawAxes, drawFloor } from './frame.js';
import type { HeightScale } from './height-scale.js';
import { Labels } from './labels.js';
import { drawProbe, type Probe } from './probe.js';
import { drawRows, type Heights } from './rows.js';
import { writeProbe, writeWords, type NamedRegions, type Words } from './captions.js';
import type { Run } from '../../../draw/text.js';
import type { Box, Size, Theme } from '../../../draw/types.js';

/** A surface over a square, its height a function of two inputs; all of it in half sides of the square. */
export interface Surface extends Heights, NamedRegions {
  /** Of both inputs: what −1 and 1 on the plane stand for. */
  readonly domain: readonly number[];
  readonly scale: HeightScale;
  /** u, v, height along the line where a surface without folds crosses 0; may be empty. */
  readonly zero: Float64Array;
  /** What it is the sum of: for each part some lines of u, v, height. */
  readonly parts: readonly (readonly Float64Array[])[];
}

export interface SurfaceTexts extends Words {
  /** The probe's height. */
  readonly probe: readonly Run[];
  /** Folds and flat regions go without a name: they move, and names would jump. */
  readonly moving?: boolean;
}

/** Below this width words are left out, in CSS pixels. */
const NARROW = 380;
/** Over the highest point that any turn may bring about, and under the lowest, in CSS pixels. */
const OVER = 4;
const UNDER = 24;
/** Beside the numbers of an axis: its tick and some air. */
const BESIDE = 12;

/**
 * Draws a surface as sticks with dots, seen from above at an angle, and returns the projection used;
 * nothing where there is no room. Leaves `ctx`, which the caller has scaled by the density, as it found it.
 */
export function drawSurface(
  ctx: CanvasRenderingContext2D, surface: Surface, view: View, probe: Probe | undefined, texts: SurfaceTexts, size: Size, theme: Theme,
): Projection {
  const { scale, domain, flat, folds, zero, parts } = surface;
  const labels = new Labels(ctx, size, theme);
  const numbers = axisTexts(scale, domain, texts.format);
  const widest = (list: readonly string[]): number => Math.max(0, ...list.map((text) => labels.measure([text], sizes.tick).width));
  const right = widest(numbers.inputs.map(([, text]) => text)) + BESIDE;
  const left = Math.max(right, widest(numbers.heights) + BESIDE);
  const box: Box = { x: left, y: OVER, width: size.width - left - right, height: size.height - OVER - UNDER };
  const projection = Projection.fit(view, scale.above, scale.below, box);
  if (projection.scale === 0) return projection;

  const covers = surface.heights.some((h) => h < 0);
  if (covers) drawRows(ctx, surface, projection, true, size.density, theme);
  drawFloor(ctx, flat, covers, domain, projection, theme);
  drawRows(ctx, surface, projection, false, size.density, theme);
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = lines.activeRing;
  ctx.setLineDash(dashes.parts);
  for (const points of parts.flat()) strokeAlong(ctx, points, projection, true);
  ctx.setLineDash(dashes.zero);
  strokeAlong(ctx, zero, projection);
  ctx.setLineDash([]);
  for (const [colour, width] of [[theme.paper, lines.fold + casing], [theme.ink, lines.fold]] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    for (const { points } of folds) strokeAlong(ctx, points, projection);
  }
  ctx.restore();
  if (probe) drawProbe(ctx, probe, projection, size.density, theme);

  if (probe) writeProbe(labels, probe, texts.probe, projection, theme);
  drawAxes(ctx, scale, numbers, projection, labels, size, theme);
  if (size.width >= NARROW && !texts.moving) writeWords(labels, surface, probe, texts, projection, theme);
  return projection;
}

/** Strokes a line of u, v, height; with `raised` only where it is off the floor. */
function strokeAlong(ctx: CanvasRenderingContext2D, points: Float64Array, projection: Projection, raised = false): void {
  ctx.beginPath();
  for (let k = 0; k < points.length; k += 3) {
    const [u, v, h] = [points[k], points[k + 1], points[k + 2]];
    const skips = k === 0 || (raised && h === 0 && points[k - 1] === 0);
    ctx[skips ? 'moveTo' : 'lineTo'](projection.x(u, v), projection.y(u, v, h));
  }
  ctx.stroke();
}
