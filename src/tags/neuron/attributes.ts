import { defineKind, orNone, type Kind } from '../../attrs/kind.js';
import { list } from '../../attrs/list.js';
import { clamp } from '../../attrs/number.js';

type List = readonly number[];

const point = list([], { minLength: 1, maxLength: 2, min: -100, max: 100 });
const angles = list([42, 33], { minLength: 2, maxLength: 2 });

/** Turn and tilt in degrees, each with bounds of its own. */
export const viewKind: Kind<List> = {
  initial: angles.initial,
  read: (raw) => {
    const expected = 'a turn from -180 to 180 and a tilt from 5 to 85, separated by a space';
    const { value, problem } = angles.read(raw);
    if (problem?.code === 'syntax') return { value, problem: { ...problem, expected } };
    const used = Object.freeze([clamp(value[0], { min: -180, max: 180 }), clamp(value[1], { min: 5, max: 85 })]);
    const isChanged = problem !== undefined || used.some((angle, k) => angle !== value[k]);
    return isChanged ? { value: used, problem: { code: 'range', expected } } : { value: used };
  },
};

/** None, or the coordinates of a point: one for a single input, else two. None reads as an empty array. */
export const probeKind: Kind<List> =
  orNone(point, point.initial, (raw) => Array.isArray(raw) && raw.length === 0);

/** The whole network's output, as `neuron` names it. */
export const OUT = 'out';

/**
 * A neuron of a network: layer and number, both from 1, with a point between, or `out`. A number that a script
 * writes is read as its text.
 */
export const neuronKind: Kind<string> = defineKind(OUT, 'a layer and a neuron, as 1.3, or out', (raw) => {
  const value = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim().toLowerCase() : '';
  return value === OUT || /^[1-9]\d?\.[1-9]\d?$/.test(value) ? { value } : undefined;
});

/** Returns the neurons of a network of these layers, without its inputs. */
export function neuronsOf(layers: readonly number[]): string[] {
  const hidden = layers.slice(1, -1);
  return [...hidden.flatMap((count, l) => Array.from({ length: count }, (_, j) => `${l + 1}.${j + 1}`)), OUT];
}

/** Returns the same in few words, for the console: `1.1 to 1.8, out`. */
export function neuronsText(layers: readonly number[]): string {
  const hidden = layers.slice(1, -1);
  return [...hidden.map((count, l) => `${l + 1}.1${count === 1 ? '' : ` to ${l + 1}.${count}`}`), OUT].join(', ');
}
