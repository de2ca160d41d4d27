import { writeWords, type NamedRegions, type Words } from './captions.js';
import { axisTexts, drawAxes, drawFloor } from './frame.js';
import type { HeightScale } from './height-scale.js';
import { Labels } from './labels.js';
import { drawProbe, writeProbe, type Probe } from './probe.js';
import { Projection, type Extent, type View } from './projection.js';
import { addRaised, drawRows, type Heights } from './rows.js';
import { nodeCoordinate } from '../../../core/places.js';
import { strokePath, type Stroke } from '../../../draw/paths.js';
import { casing, dashes, lines, sizes } from '../../../draw/style.js';
import type { Run } from '../../../draw/text.js';
import type { Size, Theme } from '../../../draw/types.js';

/** A surface over a square, its height a function of two inputs; all lengths in half sides of the square. */
export interface Surface extends Heights, NamedRegions {
  /** The values of both inputs that are −1 and 1 on the plane. */
  readonly domain: readonly number[];
  readonly scale: HeightScale;
  /** u, v, height along the line where a surface without folds crosses 0; may be empty. */
  readonly zero: Float64Array;
  /** Lines of u, v, height for each part of the sum. */
  readonly parts: readonly (readonly Float64Array[])[];
}

export interface SurfaceTexts extends Words {
  /** The probe's height. */
  readonly probe: readonly Run[];
  /** Leaves out the names of folds and flat regions: they move, and names would jump. */
  readonly moving?: boolean;
}

/** Below this width words are left out, in CSS pixels. */
const NARROW = 380;
/** Beside the numbers of an axis: its tick and a gap. */
const BESIDE = 12;

/** Returns how far a surface and its axis of heights reach, seen from one side. */
export function extentOf({ grid, heights, scale }: Surface, view: View): Extent {
  const eye = new Projection(view, 0, 0, 1);
  let [roof, hang] = [0, 0];
  for (let k = 0; k < heights.length; k++) {
    const y = eye.y(nodeCoordinate(k % grid, grid), nodeCoordinate(Math.floor(k / grid), grid), heights[k]);
    roof = Math.max(roof, -y);
    hang = Math.max(hang, y);
  }
  const { u, v } = eye.left;
  return { roof, axis: -eye.y(u, v, scale.above), hang: Math.max(hang, eye.y(u, v, -scale.below)) };
}

/**
 * Draws a surface as rows of sticks under lines, seen from above at an angle, and returns the projection used.
 *
 * `extent` is what `extentOf` returns, or more. Draws nothing if there is no room. The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawSurface(
  ctx: CanvasRenderingContext2D, surface: Surface, view: View, probe: Probe | undefined, texts: SurfaceTexts,
  size: Size, theme: Theme, extent = extentOf(surface, view),
): Projection {
  const { scale, domain, flat, folds, zero, parts } = surface;
  const labels = new Labels(ctx, size, theme);
  const numbers = axisTexts(scale, domain, texts.format);
  const widest = (list: readonly string[]): number =>
    Math.max(0, ...list.map((text) => labels.measure([text], sizes.tick).width));
  const right = widest(numbers.inputs.map(([, text]) => text)) + BESIDE;
  const left = Math.max(right, widest(numbers.heights) + BESIDE);
  const box = { x: left, y: 0, width: size.width - left - right, height: size.height };
  const projection = Projection.fit(view, extent, box);
  if (projection.scale === 0) return projection;

  const covers = surface.heights.some((h) => h < 0);
  if (covers) drawRows(ctx, surface, projection, true, size.density, theme);
  drawFloor(ctx, flat, covers, domain, projection, theme);
  drawRows(ctx, surface, projection, false, size.density, theme);
  const stroke = (points: Float64Array, style: Stroke): void =>
    strokePath(ctx, style, () => addRaised(ctx, points, projection));
  const thin = { colour: theme.ink, width: lines.activeRing };
  for (const points of parts.flat()) stroke(points, { ...thin, dash: dashes.parts });
  stroke(zero, { ...thin, dash: dashes.zero });
  for (const { points } of folds) stroke(points, { colour: theme.paper, width: lines.fold + casing });
  for (const { points } of folds) stroke(points, { colour: theme.ink, width: lines.fold });

  if (probe) {
    drawProbe(ctx, probe, projection, size.density, theme);
    writeProbe(labels, probe, texts.probe, projection, theme);
  }
  drawAxes(ctx, scale, numbers, projection, labels, size, theme);
  if (size.width >= NARROW && !texts.moving) writeWords(labels, surface, probe, texts, projection, theme);
  return projection;
}
