import type { Outline } from '../core/contour.js';

/** Returns the area of a loop [points × 2]: > 0 if it turns counterclockwise. */
export function signedArea(loop: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < loop.length; k += 2) {
    const m = (k + 2) % loop.length;
    sum += loop[k] * loop[m + 1] - loop[m] * loop[k + 1];
  }
  return sum / 2;
}

/** Returns the area inside an outline, whose holes turn the other way. */
export function areaOf(outline: Outline): number {
  return Math.abs(outline.reduce((sum, loop) => sum + signedArea(loop), 0));
}
