import { isTargetName, targetNames, targetProblem } from '../core/index.js';
import { defineKind, type Kind } from './kind.js';

const shapes = `one of ${targetNames.join(', ')}, or an expression`;

/** A target: one of the names in any case, or an expression as it is written. A problem names the column. */
export function target(initial: string): Kind<string> {
  return defineKind(initial, shapes, (raw) => {
    if (typeof raw !== 'string') return undefined;
    const text = raw.trim();
    const name = text.toLowerCase();
    if (isTargetName(name)) return { value: name };
    const problem = targetProblem(raw); // not of `text`, so that columns are those of what the author wrote
    if (problem === undefined) return { value: text };
    return { value: initial, problem: { code: 'syntax', expected: `${shapes}; ${problem}` } };
  });
}
