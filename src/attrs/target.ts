import { isTargetName, targetNames, targetProblem } from '../core/index.js';
import { defineKind, type Kind } from './kind.js';

const shapes = `one of ${targetNames.join(', ')}, or an expression`;

/** A target: one of the names in any case, or an expression as it is written; a bad one is told with its column. */
export function target(initial: string): Kind<string> {
  return defineKind(initial, shapes, (raw) => {
    if (typeof raw !== 'string') return undefined;
    const text = raw.trim();
    const name = text.toLowerCase();
    if (isTargetName(name)) return { value: name };
    const problem = targetProblem(raw); // columns count in what the author wrote
    return problem === undefined ? { value: text } : { value: initial, problem: { code: 'syntax', expected: `${shapes}; ${problem}` } };
  });
}
