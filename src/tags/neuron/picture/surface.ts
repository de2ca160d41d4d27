import { writeWords, type NamedRegions, type Words } from './captions.js';
import { axisTexts, drawAxes, type AxisNames } from './frame.js';
import type { HeightScale } from './height-scale.js';
import { Labels } from './labels.js';
import { drawProbe, writeProbe, type Probe } from './probe.js';
import { Projection, type Extent, type View } from './projection.js';
import type { Heights } from './rows.js';
import { drawShape, type KeptShape } from './shape.js';
import { nodeCoordinate } from '../../../core/places.js';
import { sizes } from '../../../draw/style.js';
import type { Run } from '../../../draw/text.js';
import type { Size, Theme } from '../../../draw/types.js';

/** A surface over a square, its height a function of two inputs; all lengths in half sides of the square. */
export interface Surface extends Heights, NamedRegions {
  /** The values of both inputs that are −1 and 1 on the plane. */
  readonly domain: readonly number[];
  readonly scale: HeightScale;
  /** u, v, height along the line where a surface without folds crosses 0; may be empty. */
  readonly zero: Float64Array;
  /** The surface of each neuron of a sum, where each is drawn too; all have one scale. */
  readonly parts: readonly Surface[];
}

export interface SurfaceTexts extends Words, AxisNames {
  /** The probe's height. */
  readonly probe: readonly Run[];
  /** Leaves out the names of folds and flat regions: they move, and names would jump. */
  readonly moving?: boolean;
}

/** Below this width words are left out, in CSS pixels. */
const NARROW = 380;
/** Beside the numbers of an axis: its tick and a gap. */
const BESIDE = 12;

/** Most small surfaces beside one another, the height of a row of them over the figure's width, and between two. */
const PARTS_A_ROW = 4;
export const PART_SHARE = 0.26;
const PART_GAP = 8;

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
 * `extent` is what `extentOf` returns, or more. With `kept` a shape of many points is coarse while it moves. Draws
 * nothing if there is no room. The caller has scaled `ctx` by the density.
 */
export function drawSurface(
  ctx: CanvasRenderingContext2D, surface: Surface, view: View, probe: Probe | undefined, texts: SurfaceTexts,
  size: Size, theme: Theme, extent = extentOf(surface, view), kept?: KeptShape,
): Projection {
  const { scale, domain, parts } = surface;
  const labels = new Labels(ctx, size, theme);
  const numbers = axisTexts(scale, domain, texts.format);
  const widest = (list: readonly string[]): number =>
    Math.max(0, ...list.map((text) => labels.measure([text], sizes.tick).width));
  const right = widest(numbers.places.map(([, text]) => text)) + BESIDE;
  const left = Math.max(right, widest(numbers.heights) + BESIDE);
  const above = stripHeight(parts.length, size.width);
  const box = { x: left, y: above, width: size.width - left - right, height: size.height - above };
  const projection = Projection.fit(view, extent, box);
  if (projection.scale === 0) return projection;

  if (kept) kept.draw(ctx, surface, projection, size.density, theme);
  else drawShape(ctx, surface, projection, size.density, theme);
  if (probe) {
    drawProbe(ctx, probe, projection, size.density, theme);
    writeProbe(labels, probe, texts.probe, projection, theme);
  }
  drawAxes(ctx, scale, { ...numbers, inputs: texts.inputs, output: texts.output }, projection, labels, size, theme);
  if (size.width >= NARROW && !texts.moving) writeWords(labels, surface, probe, texts, projection, theme);
  if (parts.length > 0) drawParts(ctx, parts, view, labels, size, theme);
  return projection;
}

/** Draws the surface of each neuron of a sum above that of the sum, with its formula, and a plus between two. */
function drawParts(
  ctx: CanvasRenderingContext2D, parts: readonly Surface[], view: View, labels: Labels, size: Size, theme: Theme,
): void {
  const columns = Math.min(parts.length, PARTS_A_ROW);
  const width = size.width / Math.max(columns, PARTS_A_ROW - 1);
  const height = PART_SHARE * size.width;
  const extents = parts.map((part) => extentOf(part, view));
  // One size for all, so that heights can be added by eye.
  const extent = {
    roof: Math.max(...extents.map(({ roof }) => roof)), axis: 0, hang: Math.max(...extents.map(({ hang }) => hang)),
  };
  const style = { size: sizes.tick, colour: theme.ink, halo: true };
  parts.forEach((part, k) => {
    const row = Math.floor(k / PARTS_A_ROW);
    const inRow = Math.min(PARTS_A_ROW, parts.length - row * PARTS_A_ROW);
    const x = (size.width - inRow * width) / 2 + (k % PARTS_A_ROW) * width;
    const y = row * height;
    const box = { x: x + PART_GAP, y: y + PART_GAP / 2, width: width - 2 * PART_GAP, height: height - PART_GAP / 2 };
    drawShape(ctx, part, Projection.fit(view, extent, box), size.density, theme);
    const [index, middle, foot] = [String(k + 1), x + width / 2, y + height - sizes.tick];
    const weighted: Run[] = [
      { variable: 'f' }, '(', { variable: 'p' }, '·', { variable: 'w', index }, ' + ', { variable: 'b', index }, ')',
    ];
    [weighted, [{ variable: 'y', index }]].some((runs) => labels.measure(runs, style.size).width < width - PART_GAP
      && labels.write(runs, [[middle, foot]], style));
    if (k > 0) labels.write(['+'], [[Math.max(x, PART_GAP), y + height / 2]], { ...style, size: sizes.label });
  });
}

/** Returns the height of the strip that holds `count` small surfaces, in CSS pixels. */
function stripHeight(count: number, width: number): number {
  return Math.ceil(count / PARTS_A_ROW) * PART_SHARE * width;
}
