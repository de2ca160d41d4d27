import { addPolyline, drawWithin, strokePath, type Stroke } from '../../draw/paths.js';
import type { Plot } from '../../draw/plot.js';
import { lines, opacities } from '../../draw/style.js';
import type { Box } from '../../draw/types.js';

/** Points further outside than this many CSS pixels are drawn there: a canvas is inexact far away. */
const MAX_OFFSET = 1e4;

/** The look of one of several curves; the colour by its name in the theme. */
interface CurveStyle extends Stroke {
  readonly colour: 'ink' | 'accent' | 'muted';
  readonly alpha: number;
  readonly dash: readonly number[];
}

/**
 * Each shows on top of those before it, so that all curves can be seen where they coincide. None differs from
 * another by colour alone.
 */
const several: readonly CurveStyle[] = [
  { colour: 'accent', width: lines.underlay, alpha: opacities.underlay, dash: [] },
  { colour: 'ink', width: lines.curve, alpha: 1, dash: [] },
  { colour: 'muted', width: lines.curve, alpha: 1, dash: [9, 4] },
  { colour: 'ink', width: 3, alpha: 1, dash: [1.5, 4] },
  { colour: 'accent', width: lines.curve, alpha: 1, dash: [9, 3, 2, 3] },
];

/** Returns the style of curve number `index` of `count`, at most five. */
export function curveStyle(index: number, count: number): CurveStyle {
  return several[count === 1 ? 1 : index];
}

/**
 * Returns points x, y, x, y … in CSS pixels of y = f(x) from the first of `stops` to the last: one at each
 * stop, and one in each pixel column between.
 */
export function sampleCurve(f: (x: number) => number, plot: Plot, stops: readonly number[]): Float64Array {
  const points: number[] = [];
  const add = (value: number, x: number): void => {
    points.push(x, Math.min(Math.max(plot.y(f(value)), -MAX_OFFSET), MAX_OFFSET));
  };
  stops.forEach((stop, k) => {
    const first = k === 0 ? Infinity : Math.floor(plot.x(stops[k - 1])) + 1;
    for (let column = first; column < plot.x(stop); column++) add(plot.xAt(column), column);
    add(stop, plot.x(stop));
  });
  return Float64Array.from(points);
}

/** Strokes lines through points x, y, x, y …, cut at the edges of `box`. Leaves `ctx` as it found it. */
export function strokeCurve(
  ctx: CanvasRenderingContext2D, pieces: readonly Float64Array[], { x, y, width, height }: Box, stroke: Stroke,
): void {
  const half = stroke.width / 2;
  const box = { x: x - half, y: y - half, width: width + stroke.width, height: height + stroke.width };
  drawWithin(ctx, box, () => strokePath(ctx, { ...stroke, join: 'round' }, () => {
    for (const points of pieces) addPolyline(ctx, points.length / 2, (k) => [points[2 * k], points[2 * k + 1]]);
  }));
}
