import type { Plot } from '../../draw/plot.js';
import type { Box } from '../../draw/types.js';

/** Points further outside than this many CSS pixels are drawn there: a canvas is inexact far away. */
const FAR = 1e4;

/** Points x, y, x, y … in CSS pixels of y = f(x) from the first of `stops` to the last: at each stop, and once in each column between. */
export function sampleCurve(f: (x: number) => number, plot: Plot, stops: readonly number[]): Float64Array {
  const points: number[] = [];
  const add = (value: number, x: number): void => {
    const y = plot.y(f(value));
    points.push(x, Math.min(Math.max(y, -FAR), FAR));
  };
  stops.forEach((stop, k) => {
    const x = plot.x(stop);
    if (k > 0) for (let column = Math.floor(plot.x(stops[k - 1])) + 1; column < x; column++) add(plot.valueAt(column), column);
    add(stop, x);
  });
  return Float64Array.from(points);
}

/** How a line is drawn; the colour is ready for a canvas. */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly alpha?: number;
  readonly dash?: readonly number[];
}

/** Strokes lines through points x, y, x, y …, cut at the edges of `box`. Leaves `ctx` as it found it. */
export function strokeCurve(ctx: CanvasRenderingContext2D, pieces: readonly Float64Array[], box: Box, { colour, width, alpha = 1, dash = [] }: Stroke): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.x - width / 2, box.y - width / 2, box.width + width, box.height + width);
  ctx.clip();
  ctx.beginPath();
  for (const points of pieces) {
    ctx.moveTo(points[0], points[1]);
    for (let k = 2; k < points.length; k += 2) ctx.lineTo(points[k], points[k + 1]);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.globalAlpha *= alpha;
  ctx.setLineDash([...dash]);
  ctx.stroke();
  ctx.restore();
}
