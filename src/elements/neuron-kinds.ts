import type { Kind } from '../attrs/kind.js';
import { list } from '../attrs/list.js';
import { clamp } from '../attrs/number.js';

type List = readonly number[];

const angles = list([42, 33], { minLength: 2, maxLength: 2 });

/** Turn and tilt in degrees, each with bounds of its own. */
export const viewKind: Kind<List> = {
  initial: angles.initial,
  read: (raw) => {
    const expected = 'a turn from -180 to 180 and a tilt from 5 to 85, separated by a space';
    const { value, problem } = angles.read(raw);
    if (problem?.code === 'syntax') return { value, problem: { ...problem, expected } };
    const used = Object.freeze([clamp(value[0], { min: -180, max: 180 }), clamp(value[1], { min: 5, max: 85 })]);
    const changed = problem !== undefined || used.some((angle, k) => angle !== value[k]);
    return changed ? { value: used, problem: { code: 'range', expected } } : { value: used };
  },
};
