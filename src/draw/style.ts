import type { Box, Size } from './types.js';

/** Line widths in CSS pixels, one meaning each. */
export const lines = {
  frame: 0.75,
  hollowDot: 0.8,
  outline: 1.6,
} as const;

/** Shares of ink, where a mark steps back. */
export const opacities = {
  hollowDot: 0.7,
  /** The last sound picture behind a message. */
  withdrawn: 0.28,
} as const;

/** `width` as a whole number of device pixels, at least one, so that a straight line is never a blur. */
export function crisp(width: number, density: number): number {
  return Math.max(1, Math.round(width * density)) / density;
}

/** The largest square within the frame line, in the middle: data has one scale for both axes. */
export function insideFrame(size: Size): Box {
  const line = crisp(lines.frame, size.density);
  const side = Math.min(size.width, size.height) - 2 * line;
  return { x: (size.width - side) / 2, y: (size.height - side) / 2, width: side, height: side };
}
