import { finish, outlineSteps, type Outline } from './contour.js';
import { gridNodes } from './places.js';
import type { Target } from './targets.js';

/** Levels are drawn as washes without a line, so they may be coarser than an outline: cells a side, and tolerance. */
const CELLS = 40;
const TOLERANCE = 0.006;

const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * Returns the outlines of where a target is at least 0.1, 0.2, … 0.9, each as `traceOutline` gives it; none if the
 * target is nowhere between 0 and 1 on the nodes of a grid.
 */
export function traceLevels(target: Target): readonly Outline[] {
  return finish(levelSteps(target));
}

/** Does what `traceLevels` does, and pauses as `outlineSteps`. */
export function* levelSteps(target: Target): Generator<undefined, readonly Outline[]> {
  const nodes = gridNodes(CELLS + 1);
  const graded = nodes.some((x, i) => {
    const value = i % 2 === 0 ? target(x, nodes[i + 1]) : 0;
    return value > 0 && value < 1;
  });
  const found: Outline[] = [];
  if (graded) for (const level of levels) found.push(yield* outlineSteps(target, CELLS, TOLERANCE, level));
  return found;
}
