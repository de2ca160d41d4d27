import { crisp, lines } from '../../draw/style.js';
import type { Size, Theme } from '../../draw/types.js';

/**
 * Draws a hairline just within the canvas's edge, on whole device pixels.
 *
 * The caller has scaled `ctx` by the density. Leaves `ctx` as it found it.
 */
export function drawFrame(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
  const line = crisp(lines.frame, size.density);
  ctx.save();
  ctx.strokeStyle = theme.hair;
  ctx.lineWidth = line;
  ctx.strokeRect(line / 2, line / 2, size.width - line, size.height - line);
  ctx.restore();
}
