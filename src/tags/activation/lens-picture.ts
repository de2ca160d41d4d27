import type { Activation } from '../../core/index.js';
import { sampleCurve, strokeCurve, type Stroke } from './curve.js';
import { lensTitle, type Lens } from './lens.js';
import { crisp, dashes, lines, radii, sizes, snap } from '../../draw/style.js';
import { drawText, textWidth } from '../../draw/text.js';
import type { FormatNumber, Theme } from '../../draw/types.js';

/** Functions as they are drawn in the plot, in order. */
export interface LensCurves {
  readonly activations: readonly Activation[];
  readonly strokes: readonly Stroke[];
}

/** Words beside the lens: its title, and the slope that can be seen in it. */
export interface LensWords {
  readonly title: string;
  readonly slope: string;
  readonly format: FormatNumber;
}

/** Draws the lens, the strip it shows, and the probe where it has one. Leaves `ctx` as it found it. */
export function drawLens(
  ctx: CanvasRenderingContext2D, { plot, strip, under }: Lens, { activations, strokes }: LensCurves, probe: number, { title, slope, format }: LensWords,
  density: number, theme: Theme,
): void {
  const { box, xs } = plot;
  const least = activations.find(({ name }) => name === 'leaky-relu')!.value(xs[0]);
  const bottom = plot.y(least);
  const line = crisp(lines.frame, density);
  ctx.save();
  ctx.lineWidth = line;
  ctx.strokeStyle = theme.muted;
  // From the strip to the lens: from its upper corners upwards, or from its lower ones down.
  const [from, to] = box.y < strip.y ? [strip.y, box.y + box.height] : [strip.y + strip.height, box.y];
  ctx.setLineDash(dashes.lens);
  ctx.beginPath();
  for (const right of [0, 1]) {
    ctx.moveTo(strip.x + right * strip.width, from);
    ctx.lineTo(box.x + right * box.width, to);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  if (!under) {
    ctx.fillStyle = theme.paper;
    ctx.fillRect(box.x, box.y, box.width, box.height);
  }
  ctx.strokeStyle = theme.hair;
  ctx.beginPath();
  ctx.moveTo(box.x, snap(bottom, lines.frame, density));
  ctx.lineTo(box.x + box.width, snap(bottom, lines.frame, density));
  ctx.stroke();
  activations.forEach((each, k) => strokeCurve(ctx, [sampleCurve((z) => each.value(z), plot, xs)], box, strokes[k]));
  ctx.strokeStyle = theme.muted;
  for (const { x, y, width, height } of [box, strip]) {
    const [left, top] = [snap(x, line, density), snap(y, line, density)];
    ctx.strokeRect(left, top, snap(x + width, line, density) - left, snap(y + height, line, density) - top);
  }
  if (probe >= xs[0] && probe <= xs[1]) for (const each of activations) {
    if (!plot.shows(each.value(probe))) continue;
    ctx.beginPath();
    ctx.arc(plot.x(probe), plot.y(each.value(probe)), radii.small, 0, 2 * Math.PI);
    ctx.fillStyle = theme.paper;
    ctx.fill();
    ctx.strokeStyle = theme.ink;
    ctx.lineWidth = lines.activeRing;
    ctx.stroke();
  }
  ctx.restore();
  const quiet = { size: sizes.tick, colour: theme.muted, halo: theme.paper };
  const right = box.x + box.width - 6;
  drawText(ctx, [title], box.x, box.y - lensTitle / 2, quiet, theme);
  drawText(ctx, [format(0)], box.x - 5, plot.y(0), { ...quiet, align: 'right' }, theme);
  drawText(ctx, [format(least)], right, bottom - sizes.tick / 2 - 3, { ...quiet, align: 'right' }, theme);
  // Right of the line, where there is room for it.
  const depth = bottom - plot.y(0);
  const at = plot.y(0) + 0.6 * depth;
  const wide = textWidth(ctx, [slope], sizes.name, theme) + 6;
  if (depth >= 64 && (1 - (at - sizes.name - plot.y(0)) / depth) * box.width < box.width - wide - 6) {
    drawText(ctx, [slope], right, at, { size: sizes.name, colour: theme.ink, align: 'right', halo: theme.paper }, theme);
  }
}
