import type { Layer } from '../../draw/layer.js';
import { fillPath, strokePath } from '../../draw/paths.js';
import { planePlot, type Plot } from '../../draw/plot.js';
import { lines, opacities } from '../../draw/style.js';
import type { Box, Theme } from '../../draw/types.js';

/** Closed outlines, each [points × 2], y upwards. */
type Loops = readonly Float64Array[];

/** Adds one closed outline of [−1, 1]² to the path, with or without its edges along the square's border. */
function addLoop(ctx: CanvasRenderingContext2D, loop: Float64Array, plane: Plot, borders: boolean): void {
  let whole = true;
  ctx.moveTo(plane.x(loop[0]), plane.y(loop[1]));
  for (let k = 0; k < loop.length; k += 2) {
    const next = (k + 2) % loop.length;
    if (!borders && (onBorder(loop[k], loop[next]) || onBorder(loop[k + 1], loop[next + 1]))) {
      ctx.moveTo(plane.x(loop[next]), plane.y(loop[next + 1]));
      whole = false;
    } else if (next === 0 && whole) {
      ctx.closePath(); // joins the ends as it joins the other edges
    } else {
      ctx.lineTo(plane.x(loop[next]), plane.y(loop[next + 1]));
    }
  }
}

/** Whether two coordinates lie on the same side of the square. */
function onBorder(a: number, b: number): boolean {
  return Math.abs(a) > 1 - 1e-6 && Math.abs(a - b) < 1e-6;
}

/** Coordinates of an outline from which on it is drawn once and kept: named targets have fewer. */
const MANY = 2000;
/** Washes of it that are drawn in one frame. */
const PARTS = 2;

/**
 * Washes the inside of a target on [−1, 1]² and strokes its outline, except along the square's border.
 * A target with values between 0 and 1 has `levels`, washes over one another that darken with the value.
 * One with levels or a long outline is kept in `layer`, if there is one. Returns whether all of it is drawn.
 *
 * `outline` and each level are what `traceOutline` returns. The caller has scaled `ctx` by the density.
 * Leaves `ctx` as it found it.
 */
export function drawTarget(
  ctx: CanvasRenderingContext2D, outline: Loops, box: Box, theme: Theme, levels: readonly Loops[] = [], layer?: Layer,
): boolean {
  const washes = levels.length === 0 ? [outline] : levels;
  const alpha = levels.length === 0 ? 1 : opacities.level;
  const drawPart = (to: CanvasRenderingContext2D, part: number): void => {
    const plane = planePlot(box);
    const isOutline = part === washes.length;
    const trace = (): void => {
      for (const loop of isOutline ? outline : washes[part]) addLoop(to, loop, plane, !isOutline);
    };
    if (isOutline) strokePath(to, { colour: theme.accent, width: lines.outline, join: 'round' }, trace);
    else fillPath(to, theme.targetWash, trace, alpha, 'evenodd');
  };
  const count = washes.length + 1;
  const length = outline.reduce((sum, loop) => sum + loop.length, 0);
  if (layer && (levels.length > 0 || length > MANY)) {
    return layer.draw(ctx, [outline, theme, box.width], count, PARTS, drawPart);
  }
  for (let part = 0; part < count; part++) drawPart(ctx, part);
  return true;
}
