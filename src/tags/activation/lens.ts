import type { Activation } from '../../core/index.js';
import { meets } from './label-placement.js';
import { niceStep } from '../../draw/nice.js';
import { Plot, plotMargins, type Span } from '../../draw/plot.js';
import { lines } from '../../draw/style.js';
import type { Box, Size } from '../../draw/types.js';

/** Height of the plot by the figure's width; below `narrow` the lens lies under it and is this high. */
export const lensLayout = { plot: 17 / 24, under: 0.52, narrow: 380 } as const;

/** Curves this far apart, in CSS pixels, need no lens. */
const TELLING = 4;
/** A difference that would have to be stretched further than this is as good as none. */
const MOST = 1e6;
/** A part left of 0 that is less of the domain than this shows nothing, whatever its height. */
const LEAST_PART = 0.02;
/** Where in a lens 0 lies, and how much of it the difference fills, as shares of its height. */
const ZERO = 0.17;
const FILL = 0.68;
/** Room above a lens for its title, in CSS pixels. */
export const lensTitle = 20;
/** Around a lens that lies within the plot. */
const ASIDE = 18;
const EDGE = 8;
const LEAST = { width: 130, height: 48 } as const;
/** How much of the room between 0 and the picture's edge it takes, the more the better. */
const SHARES = [0.7, 0.6, 0.5, 0.4];

/** A part of a plot with its height multiplied. */
export interface Lens {
  readonly plot: Plot;
  /** By how much, a whole number. */
  readonly factor: number;
  /** What is enlarged, around the strip in the plot. */
  readonly strip: Box;
  readonly under: boolean;
}

/**
 * By how much a ReLU and a leaky ReLU differ in this view, as a share of its height; 0 if they do not,
 * or not visibly, or are not both there.
 */
export function lensShare(activations: readonly Activation[], [left, right]: Span, [low, high]: Span): number {
  const leaky = activations.find(({ name }) => name === 'leaky-relu');
  if (!leaky || -left < LEAST_PART * (right - left) || !activations.some(({ name }) => name === 'relu')) return 0;
  const value = leaky.value(left);
  return value >= low && high >= 0 ? -value / (high - low) : 0;
}

/** The width in CSS pixels below which a figure needs its lens under the plot; 0 for never. */
export function lensBelow(share: number): number {
  if (share === 0) return 0;
  return Math.min(lensLayout.narrow, (TELLING / share + plotMargins.top + plotMargins.bottom) / lensLayout.plot);
}

/** The lens for a plot, if one is of use and has a place. `share` as `lensShare` gives it; `curves` are those of the plot. */
export function placeLens(plot: Plot, share: number, curves: readonly Float64Array[], size: Size): Lens | undefined {
  const difference = share * plot.box.height;
  if (share === 0 || difference >= TELLING) return undefined;
  const under = size.width < lensLayout.narrow;
  const box = under ? boxUnder(plot, size) : boxWithin(plot, curves);
  if (!box) return undefined;
  const stretch = (FILL * box.height) / difference;
  const step = Math.max(1, niceStep(stretch, 10));
  const factor = Math.floor(stretch / step) * step;
  if (factor < 2 || factor > MOST) return undefined;
  const unit = (factor * plot.box.height) / (plot.ys[1] - plot.ys[0]);
  const xs: Span = [plot.xs[0], Math.min(0, plot.xs[1])];
  const ys: Span = [(-(1 - ZERO) * box.height) / unit, (ZERO * box.height) / unit];
  const around = lines.underlay / 2 + 2;
  const top = plot.y(0) - around;
  const strip = { x: plot.box.x, y: top, width: plot.x(xs[1]) - plot.box.x, height: plot.y(-share * (plot.ys[1] - plot.ys[0])) + around - top };
  return { plot: new Plot(box, xs, ys), factor, strip, under };
}

function boxUnder({ box }: Plot, { width, height }: Size): Box | undefined {
  const y = width * lensLayout.plot + lensTitle;
  const free = height - y - 1;
  return free < LEAST.height ? undefined : { x: box.x, y, width: box.width, height: free };
}

/** Over the left half, above all curves or below them. */
function boxWithin(plot: Plot, curves: readonly Float64Array[]): Box | undefined {
  const { box } = plot;
  const x = box.x + ASIDE;
  const width = Math.max(LEAST.width, plot.x(Math.min(0, plot.xs[1])) - x - ASIDE);
  if (x + width > box.x + box.width) return undefined;
  const zero = plot.y(0);
  const up = zero - box.y;
  const down = box.y + box.height - zero;
  for (const share of SHARES) {
    const above = { x, y: box.y + lensTitle + EDGE, width, height: share * up - lensTitle - EDGE };
    const below = { x, y: zero + (1 - share) * down + lensTitle, width, height: share * down - lensTitle - EDGE };
    const free = [above, below].find((each) => each.height >= LEAST.height && !curves.some((points) => meets(points, each, EDGE)));
    if (free) return free;
  }
  return undefined;
}

/** All that a lens takes up, its title and axis included. */
export function lensExtent({ plot: { box }, strip }: Lens): Box[] {
  return [{ x: box.x - ASIDE, y: box.y - lensTitle, width: box.width + ASIDE + 4, height: box.height + lensTitle + 4 }, strip];
}
