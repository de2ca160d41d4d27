import type { Network } from '../core/index.js';
import type { GridLine } from '../draw/deform.js';

/** Straight pieces in place of a line that is bent smoothly. */
const PIECES = 80;

export interface LineGrid {
  /** [points × 2], the points of all lines. */
  readonly points: Float64Array;
  /** `grid` upright ones, as many level ones, then both axes. */
  readonly lines: readonly GridLine[];
}

/**
 * The lines of a grid on [−1, 1]², as points from end to end.
 *
 * `sums` has a network for each layer, whose two outputs are what the layer's neurons bend at 0. A line
 * gets a point wherever one of them is 0, layer by layer, so that between its points it stays straight
 * all the way through and no fold is cut off. Without `sums` it gets points at even distances.
 */
export function gridLines(grid: number, sums: readonly Network[] | undefined): LineGrid {
  const points: number[] = [];
  const lines: GridLine[] = [];
  const add = (fixed: number, upright: boolean, axis: boolean): void => {
    const place = (at: readonly number[]): number[] => at.flatMap((along) => (upright ? [fixed, along] : [along, fixed]));
    let at: readonly number[] = sums ? [-1, 1] : Array.from({ length: PIECES + 1 }, (_, k) => (2 * k) / PIECES - 1);
    for (const network of sums ?? []) {
      const z = new Float64Array(2 * at.length);
      network.evaluate(Float64Array.from(place(at)), z);
      at = withFolds(at, z);
    }
    lines.push({ from: points.length / 2, count: at.length, axis });
    points.push(...place(at));
  };
  for (const upright of [true, false]) {
    for (let k = 0; k < grid; k++) add((2 * k) / (grid - 1) - 1, upright, false);
  }
  for (const upright of [true, false]) add(0, upright, true);
  return { points: Float64Array.from(points), lines };
}

/** `at` and between its numbers those where one of two sums, z [numbers × 2] and straight in between, is 0. */
function withFolds(at: readonly number[], z: Float64Array): number[] {
  const found = [at[0]];
  for (let k = 1; k < at.length; k++) {
    const folds: number[] = [];
    for (const j of [0, 1]) {
      const before = z[2 * k - 2 + j];
      const after = z[2 * k + j];
      if (before * after < 0) folds.push(at[k - 1] + ((at[k] - at[k - 1]) * before) / (before - after));
    }
    found.push(...folds.sort((a, b) => a - b), at[k]);
  }
  return found;
}
