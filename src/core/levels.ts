import { traceOutline, type Outline } from './contour.js';
import { gridNodes } from './places.js';
import type { Target } from './targets.js';

/** Cells a side; levels are a wash and no line, so they need not be as exact as an outline. */
const CELLS = 40;
const TOLERANCE = 0.006;

/** Where a graded target is told apart by nine steps. */
const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Whether a target takes values between 0 and 1 at some node of the grid. */
function isGraded(target: Target): boolean {
  const nodes = gridNodes(CELLS + 1);
  for (let i = 0; i < nodes.length; i += 2) {
    const value = target(nodes[i], nodes[i + 1]);
    if (value > 0 && value < 1) return true;
  }
  return false;
}

/** Outlines of where a target is at least 0.1, 0.2, … 0.9, each as `traceOutline` gives it; none if it is nowhere between 0 and 1. */
export function traceLevels(target: Target): readonly Outline[] {
  return isGraded(target) ? levels.map((level) => traceOutline(target, CELLS, TOLERANCE, level)) : [];
}
