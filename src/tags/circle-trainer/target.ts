import { lines, opacities } from '../../draw/style.js';
import type { Box, Theme } from '../../draw/types.js';

type Loops = readonly Float64Array[];

/** Adds one closed outline of [−1, 1]², y upwards, leaving out edges along the square's border if so told. */
function addLoop(ctx: CanvasRenderingContext2D, loop: Float64Array, box: Box, borders: boolean): void {
  const n = loop.length;
  let whole = true;
  ctx.moveTo(across(box, loop[0]), down(box, loop[1]));
  for (let k = 0; k < n; k += 2) {
    const m = (k + 2) % n;
    const along = onBorder(loop[k], loop[m]) || onBorder(loop[k + 1], loop[m + 1]);
    if (along && !borders) {
      ctx.moveTo(across(box, loop[m]), down(box, loop[m + 1]));
      whole = false;
    } else if (m === 0 && whole) {
      ctx.closePath(); // joins the ends as it joins the other edges
    } else {
      ctx.lineTo(across(box, loop[m]), down(box, loop[m + 1]));
    }
  }
}

/** Where x of [−1, 1]² is in a box of CSS pixels. */
export function across(box: Box, x: number): number {
  return box.x + ((x + 1) / 2) * box.width;
}

/** Where y is, which goes up. */
export function down(box: Box, y: number): number {
  return box.y + ((1 - y) / 2) * box.height;
}

/** Whether two coordinates lie on the same side of the square. */
function onBorder(a: number, b: number): boolean {
  return Math.abs(a) > 1 - 1e-6 && Math.abs(a - b) < 1e-6;
}

function wash(ctx: CanvasRenderingContext2D, outline: Loops, box: Box): void {
  ctx.beginPath();
  for (const loop of outline) addLoop(ctx, loop, box, true);
  ctx.fill('evenodd');
}

/**
 * Washes the inside of a target on [−1, 1]² and strokes its outline, except along the square's border.
 * One with values between 0 and 1 has `levels`, washes that lie over one another and darken with it.
 *
 * `outline` and each level are as `traceOutline` gives them: loops of [points × 2], y upwards. The caller
 * has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawTarget(
  ctx: CanvasRenderingContext2D, outline: Loops, box: Box, theme: Theme, levels: readonly Loops[] = [],
): void {
  ctx.save();
  ctx.fillStyle = theme.targetWash;
  if (levels.length === 0) wash(ctx, outline, box);
  const { globalAlpha } = ctx;
  ctx.globalAlpha = globalAlpha * opacities.level;
  for (const level of levels) wash(ctx, level, box);
  ctx.globalAlpha = globalAlpha;
  ctx.beginPath();
  for (const loop of outline) addLoop(ctx, loop, box, false);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = lines.outline;
  ctx.lineJoin = 'round';
  ctx.stroke();
  ctx.restore();
}
