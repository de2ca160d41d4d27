import type { Activation } from '../../core/index.js';
import { sampleCurve, strokeCurve } from './curve.js';
import { meets } from './label-placement.js';
import { niceStep } from '../../draw/nice.js';
import { addLine, drawHollowCircle, eraseFill, strokePath, type Stroke } from '../../draw/paths.js';
import { Plot, plotMargins, type Span } from '../../draw/plot.js';
import { crisp, dashes, lines, radii, sizes, snap } from '../../draw/style.js';
import { drawText, textWidth } from '../../draw/text.js';
import type { Box, FormatNumber, Size, Theme } from '../../draw/types.js';

/** Height of the plot over the figure's width; below `narrow` the lens lies under it and has this height. */
export const lensLayout = { plot: 17 / 24, under: 0.52, narrow: 380 } as const;

/** Curves this far apart, in CSS pixels, need no lens. */
const MIN_DISTANCE = 4;
/** A difference that would have to be stretched further than this counts as none. */
const MAX_FACTOR = 1e6;
/** A part left of 0 that is less of the domain than this shows nothing, whatever its height. */
const MIN_LEFT_SHARE = 0.02;
/** Where in a lens 0 lies, and how much of the lens the difference fills, as shares of its height. */
const ZERO = 0.17;
const FILL = 0.68;
/** Room above a lens for its title, in CSS pixels. */
const TITLE = 20;
/** Room around a lens that lies within the plot. */
const ASIDE = 18;
const EDGE = 8;
const MIN_WIDTH = 130;
const MIN_HEIGHT = 48;
/** Shares of the room between 0 and the picture's edge that a lens may take, the best first. */
const SHARES = [0.7, 0.6, 0.5, 0.4];

/** A part of a plot with its height multiplied. */
export interface Lens {
  readonly plot: Plot;
  /** The multiplier, a whole number. */
  readonly factor: number;
  /** The box around what is enlarged, in the plot. */
  readonly strip: Box;
  readonly under: boolean;
}

/**
 * Returns by how much ReLU and leaky ReLU differ in this view, as a share of its height; 0 if they do not
 * differ visibly, or are not both there.
 */
export function lensShare(activations: readonly Activation[], [left, right]: Span, [low, high]: Span): number {
  const leaky = activations.find(({ name }) => name === 'leaky-relu');
  if (!leaky || -left < MIN_LEFT_SHARE * (right - left) || !activations.some(({ name }) => name === 'relu')) return 0;
  const value = leaky.value(left);
  return value >= low && high >= 0 ? -value / (high - low) : 0;
}

/** Returns the width in CSS pixels below which a figure needs its lens under the plot; 0 if it never does. */
export function lensBelow(share: number): number {
  if (share === 0) return 0;
  return Math.min(lensLayout.narrow, (MIN_DISTANCE / share + plotMargins.top + plotMargins.bottom) / lensLayout.plot);
}

/** Returns the lens for a plot with `curves`, if one helps and has a place. `share` is what `lensShare` returns. */
export function placeLens(plot: Plot, share: number, curves: readonly Float64Array[], size: Size): Lens | undefined {
  const { box: { x, height }, xs: [left, right], ys: [low, high] } = plot;
  const difference = share * height;
  if (share === 0 || difference >= MIN_DISTANCE) return undefined;
  const under = size.width < lensLayout.narrow;
  const box = under ? boxUnder(plot, size) : boxWithin(plot, curves);
  if (!box) return undefined;
  const stretch = (FILL * box.height) / difference;
  const step = Math.max(1, niceStep(stretch, 10));
  const factor = Math.floor(stretch / step) * step;
  if (factor < 2 || factor > MAX_FACTOR) return undefined;
  const unit = (factor * height) / (high - low);
  const end = Math.min(0, right);
  const ys: Span = [(-(1 - ZERO) * box.height) / unit, (ZERO * box.height) / unit];
  const around = lines.underlay / 2 + 2;
  const y = plot.y(0) - around;
  const strip = { x, y, width: plot.x(end) - x, height: plot.y(-share * (high - low)) + around - y };
  return { plot: new Plot(box, [left, end], ys), factor, strip, under };
}

function boxUnder({ box: { x, width } }: Plot, size: Size): Box | undefined {
  const y = size.width * lensLayout.plot + TITLE;
  const height = size.height - y - 1;
  return height < MIN_HEIGHT ? undefined : { x, y, width, height };
}

/** Returns a box over the left half, above all curves or below them. */
function boxWithin(plot: Plot, curves: readonly Float64Array[]): Box | undefined {
  const { box } = plot;
  const x = box.x + ASIDE;
  const width = Math.max(MIN_WIDTH, plot.x(Math.min(0, plot.xs[1])) - x - ASIDE);
  if (x + width > box.x + box.width) return undefined;
  const zero = plot.y(0);
  const up = zero - box.y;
  const down = box.y + box.height - zero;
  return SHARES.flatMap((share): Box[] => [
    { x, y: box.y + TITLE + EDGE, width, height: share * up - TITLE - EDGE },
    { x, y: zero + (1 - share) * down + TITLE, width, height: share * down - TITLE - EDGE },
  ]).find((each) => each.height >= MIN_HEIGHT && !curves.some((points) => meets(points, each, EDGE)));
}

/**
 * Draws the lens, the outline of the strip it shows, and the probe if it lies within. `slope` is written
 * beside the leaky ReLU. Returns the boxes that are taken. Leaves `ctx` as it found it.
 */
export function drawLens(
  ctx: CanvasRenderingContext2D, { plot, strip, under }: Lens, activations: readonly Activation[],
  strokes: readonly Stroke[], probe: number, title: string, slope: string, format: FormatNumber, density: number,
  theme: Theme,
): Box[] {
  const { box, xs } = plot;
  const { x, y, width, height } = box;
  const least = activations.find(({ name }) => name === 'leaky-relu')!.value(xs[0]);
  const bottom = plot.y(least);
  const line = { colour: theme.muted, width: crisp(lines.frame, density) };
  // From the strip to the lens: from its upper corners upwards, or from its lower ones down.
  const [from, to] = y < strip.y ? [strip.y, y + height] : [strip.y + strip.height, y];
  strokePath(ctx, { ...line, dash: dashes.lens }, () => {
    for (const right of [0, 1]) addLine(ctx, strip.x + right * strip.width, from, x + right * width, to);
  });
  if (!under) eraseFill(ctx, () => ctx.rect(x, y, width, height));
  ctx.save();
  const floor = snap(bottom, lines.frame, density);
  strokePath(ctx, { ...line, colour: theme.hair }, () => addLine(ctx, x, floor, x + width, floor));
  activations.forEach((each, k) => {
    strokeCurve(ctx, [sampleCurve((z) => each.value(z), plot, xs)], box, strokes[k]);
  });
  const edge = (at: number): number => snap(at, line.width, density);
  ctx.strokeStyle = line.colour;
  ctx.lineWidth = line.width;
  for (const each of [box, strip]) {
    const [left, top] = [edge(each.x), edge(each.y)];
    ctx.strokeRect(left, top, edge(each.x + each.width) - left, edge(each.y + each.height) - top);
  }
  ctx.restore();
  const seen = probe >= xs[0] && probe <= xs[1] ? activations.map((each) => each.value(probe)) : [];
  for (const value of seen.filter((each) => plot.shows(each))) {
    const ring = { colour: theme.ink, width: lines.activeRing };
    drawHollowCircle(ctx, plot.x(probe), plot.y(value), radii.small, ring);
  }
  const quiet = { size: sizes.tick, colour: theme.muted, halo: true };
  const right = x + width - 6;
  drawText(ctx, [title], x, y - TITLE / 2, quiet, theme);
  drawText(ctx, [format(0)], x - 5, plot.y(0), { ...quiet, align: 'right' }, theme);
  drawText(ctx, [format(least)], right, bottom - sizes.tick / 2 - 3, { ...quiet, align: 'right' }, theme);
  // Right of the line, if there is room.
  const depth = bottom - plot.y(0);
  const at = plot.y(0) + 0.6 * depth;
  const wide = textWidth(ctx, [slope], sizes.name, theme) + 6;
  if (depth >= 64 && (1 - (at - sizes.name - plot.y(0)) / depth) * width < width - wide - 6) {
    drawText(ctx, [slope], right, at, { size: sizes.name, colour: theme.ink, align: 'right', halo: true }, theme);
  }
  const titleWidth = textWidth(ctx, [title], sizes.tick, theme);
  return [
    { x: x - ASIDE, y: y - TITLE, width: width + ASIDE + 4, height: height + TITLE + 4 }, strip,
    { x, y: y - TITLE, width: titleWidth, height: TITLE },
  ];
}
