import { isTargetName, targetNames, targetProblem, type TargetName } from '../core/index.js';
import { nearestName } from '../core/nearest.js';
import { defineKind, type Kind } from './kind.js';

const shapes = `one of ${targetNames.join(', ')}, or an expression`;

/** The nearest shape to what others offer by these names. */
const likeness: ReadonlyMap<string, TargetName> = new Map([
  ['disc', 'circle'], ['disk', 'circle'], ['moons', 'spiral'], ['donut', 'ring'], ['annulus', 'ring'],
  ['plus', 'cross'], ['checkerboard', 'xor'], ['box', 'square'], ['rectangle', 'square'], ['line', 'half'],
  ['linear', 'half'], ['gauss', 'half'], ['blobs', 'half'],
]);

/** A target: one of the names in any case, or an expression as it is written. A problem names the column. */
export function target(initial: string): Kind<string> {
  return defineKind(initial, shapes, (raw) => {
    if (typeof raw !== 'string') return undefined;
    const text = raw.trim();
    const name = text.toLowerCase();
    if (isTargetName(name)) return { value: name };
    const problem = targetProblem(raw); // not of `text`, so that columns are those of what the author wrote
    if (problem === undefined) return { value: text };
    const meant = /^[a-z-]{3,}$/.test(name) ? likeness.get(name) ?? nearestName(name, targetNames) : undefined;
    return {
      value: initial,
      problem: meant ? { code: 'syntax', expected: shapes, hint: `did you mean "${meant}"?` }
        : { code: 'syntax', expected: `${shapes}; ${problem}` },
    };
  });
}
