import type { Box, Size } from './types.js';

/** Line widths in CSS pixels, one meaning each. */
export const lines = {
  divider: 0.5,
  frame: 0.75,
  axis: 0.75,
  leader: 0.75,
  /** A flow of nearly nothing, and links in a diagram. */
  link: 0.75,
  grid: 0.7,
  hollowDot: 0.8,
  stick: 1,
  /** Over the tops of a row of sticks. */
  row: 1.2,
  idleRing: 1,
  activeRing: 1.25,
  /** Around what one phase of a step computes. */
  lit: 1.5,
  strongAxis: 1.4,
  outline: 1.6,
  curve: 1.6,
  fold: 1.6,
  crease: 1.4,
  probe: 2,
  underlay: 6,
} as const;

/** How much wider than a line that crosses data what is erased under it is, in CSS pixels. */
export const casing = 2.5;

/** Dashes in CSS pixels, one meaning each. */
export const dashes = {
  drop: [2, 3],
  derivative: [4, 3],
  /** Where a surface without a fold crosses y = 0. */
  zero: [4, 3],
  decision: [5, 4],
  /** Where colours cannot tell the sign. */
  negative: [5, 4],
  lens: [1, 3],
  parts: [1, 3],
} as const;

export const radii = { cell: 2, dot: 1.45, probe: 5, small: 3 } as const;

/** Text in CSS pixels. */
export const sizes = { tick: 11, smallest: 10.5, name: 12, label: 13 } as const;

/** Variables look as in a book; everything else has the page's font. */
export const fonts = {
  variable: '"Iowan Old Style", Palatino, P052, Georgia, serif',
  variableScale: 1.12,
  indexScale: 0.78,
} as const;

/** Opacities of marks that step back. */
export const opacities = {
  hollowDot: 0.7,
  /** In place of a circle that is too small to be seen. */
  speck: 0.65,
  /** Predictions under creases or data points. */
  creased: 0.26,
  creasedOnDark: 0.36,
  /** All creases but the one that is looked at, and the part of a chart after the present step. */
  aside: 0.34,
  /** The last sound picture behind a message. */
  withdrawn: 0.28,
  /** How much of what lies behind a curtain is erased, for depth. */
  curtain: 0.8,
  /** How much of what lies under the floor is erased. */
  floor: 0.5,
  grid: 0.3,
  underlay: 0.45,
  /** Each of the nine washes of a target with values between 0 and 1. */
  level: 0.35,
} as const;

const devicePixels = (width: number, density: number): number => Math.max(1, Math.round(width * density));

/** Returns `width` rounded to whole device pixels, at least one, so that a straight line is never a blur. */
export function crisp(width: number, density: number): number {
  return devicePixels(width, density) / density;
}

/** Returns the coordinate nearest to `at` where a straight line of `width` covers whole device pixels. */
export function snap(at: number, width: number, density: number): number {
  const device = devicePixels(width, density);
  return (Math.round(at * density - device / 2) + device / 2) / density;
}

/** Returns the largest square within the frame line, in the middle: data has one scale for both axes. */
export function insideFrame({ width, height, density }: Size): Box {
  const side = Math.min(width, height) - 2 * crisp(lines.frame, density);
  return { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
}

/** Whether two boxes overlap or come nearer to each other than `gap` CSS pixels. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap
    && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}
