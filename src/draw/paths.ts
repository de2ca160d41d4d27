import type { Box } from './types.js';

/** The line along a path; the width is in CSS pixels. */
interface Line {
  readonly width: number;
  /** Multiplies the opacity in force. Default 1. */
  readonly alpha?: number;
  readonly dash?: readonly number[];
  readonly join?: CanvasLineJoin;
}

/** How a line is stroked: the colour is ready for a canvas. */
export interface Stroke extends Line {
  readonly colour: string;
}

/** What is painted with this operation is erased, as far as it is opaque, so that the page's own ground shows. */
export const ERASE: GlobalCompositeOperation = 'destination-out';
const OPAQUE = '#000';

/** Strokes the path that `trace` adds. Leaves the state of `ctx` as it found it. */
export function strokePath(
  ctx: CanvasRenderingContext2D, { colour, width, alpha = 1, dash = [], join }: Stroke, trace: () => void,
): void {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.globalAlpha *= alpha;
  ctx.setLineDash([...dash]);
  if (join) ctx.lineJoin = join;
  ctx.beginPath();
  trace();
  ctx.stroke();
  ctx.restore();
}

/** Erases a line along the path that `trace` adds. Leaves the state of `ctx` as it found it. */
export function eraseStroke(ctx: CanvasRenderingContext2D, line: Line, trace: () => void): void {
  ctx.save();
  ctx.globalCompositeOperation = ERASE;
  strokePath(ctx, { ...line, colour: OPAQUE }, trace);
  ctx.restore();
}

/** Fills the path that `trace` adds, the opacity multiplied by `alpha`. Leaves the state of `ctx` as it found it. */
export function fillPath(
  ctx: CanvasRenderingContext2D, colour: string, trace: () => void, alpha = 1, rule: CanvasFillRule = 'nonzero',
): void {
  ctx.save();
  ctx.fillStyle = colour;
  ctx.globalAlpha *= alpha;
  ctx.beginPath();
  trace();
  ctx.fill(rule);
  ctx.restore();
}

/**
 * Erases what lies within the path that `trace` adds, at `alpha` 1 all of it. Leaves the state of `ctx` as it found it.
 */
export function eraseFill(ctx: CanvasRenderingContext2D, trace: () => void, alpha = 1): void {
  ctx.save();
  ctx.globalCompositeOperation = ERASE;
  fillPath(ctx, OPAQUE, trace, alpha);
  ctx.restore();
}

/** Fills a circle and, with `stroke`, strokes it. Leaves the state of `ctx` as it found it. */
export function drawCircle(
  ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, fill: string, stroke?: Stroke,
): void {
  const trace = (): void => ctx.arc(x, y, radius, 0, 2 * Math.PI);
  fillPath(ctx, fill, trace);
  if (stroke) strokePath(ctx, stroke, trace);
}

/** Strokes a circle that shows the page's ground inside. Leaves the state of `ctx` as it found it. */
export function drawHollowCircle(
  ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, stroke: Stroke,
): void {
  const trace = (): void => ctx.arc(x, y, radius, 0, 2 * Math.PI);
  eraseFill(ctx, trace);
  strokePath(ctx, stroke, trace);
}

/** Draws what lies within a box and cuts off the rest. Leaves the state of `ctx` as it found it. */
export function drawWithin(ctx: CanvasRenderingContext2D, { x, y, width, height }: Box, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  draw();
  ctx.restore();
}

/** Adds a straight line to the path. */
export function addLine(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
}

/** Adds a line through `count` points to the path; `point` returns the place of each. */
export function addPolyline(
  ctx: CanvasRenderingContext2D, count: number, point: (k: number) => readonly [x: number, y: number],
): void {
  for (let k = 0; k < count; k++) ctx[k === 0 ? 'moveTo' : 'lineTo'](...point(k));
}

/** Adds a circle to the path, not joined to what is there. */
export function addCircle(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}
