import { parameterAt } from '../../../core/index.js';
import type { Light, StepLinks, StepName, StepPicture } from './diagram.js';
import type { StepPlace } from './diagram-layout.js';
import type { Example, Look } from './look.js';
import type { Names } from './names.js';
import type { Phase } from './phases.js';
import { narrow } from '../numbers-text.js';

/** Below this a number is written as 0.000, and its neuron rests. */
const SEEN = 0.0005;

/** The layer that the rows of a phase's table stand for; -1 where there is none. */
function layerOfRows({ kind, layer }: Phase, { layers }: Names): number {
  const last = layers.length - 1;
  if (kind === 'forward' || kind === 'nudge') return layer === last ? last - 1 : layer;
  return kind === 'responsibility' && layer < last ? layer : -1;
}

/** The names of what stands at a place of the diagram. */
export function keysAt({ layer, neuron, from }: StepPlace, { z, a, dH, dZ, w, layers }: Names): string[] {
  if (from !== undefined) return [w(layer)];
  if (layer === 0) return [['x', 'y'][neuron]];
  const extra = layer === layers.length - 1 ? ['error', 'target'] : [dH(layer)];
  return [z(layer), a(layer), dZ(layer), ...extra];
}

/** The row and the column of a phase's table that stand for a place of the diagram. */
export function exampleAt({ layer, neuron, from }: StepPlace, phase: Phase, names: Names): Example {
  const rows = layerOfRows(phase, names);
  if (layer === rows) return { row: neuron, column: from };
  const isOutputWeight = from !== undefined && layer === rows + 1 && layer === names.layers.length - 1;
  return isOutputWeight ? { row: from } : {};
}

/** Whether a layer shows its responsibilities in a phase, and not what comes out of it. */
function showsShare({ kind, layer }: Phase, l: number, last: number): boolean {
  if (kind === 'nudge') return l === layer;
  return kind === 'responsibility' && layer < last && (l === layer || l === layer + 1);
}

/** The diagram of a phase; `row` is the worked example, `keys` what is pointed at. */
export function pictureOf(look: Look, phase: Phase, row: number | undefined, keys: ReadonlySet<string>, decimals: number): StepPicture {
  const { dissection: { layers, a, dZ, sample }, names, strings } = look;
  const { kind, layer } = phase;
  const last = layers.length - 1;
  const reached = kind === 'input' ? 0 : kind === 'forward' ? layer : last;
  const share = (l: number): boolean => showsShare(phase, l, last);
  const values = layers.map((_, l) => (l > reached ? undefined : share(l) ? dZ[l] : a[l]));
  const rows = layerOfRows(phase, names);
  const lights = layers.map((count, l) => Array.from({ length: count }, (_, j): Light => {
    if (keysAt({ layer: l, neuron: j }, names).some((key) => keys.has(key)) || keys.has(names.b(l))) return 2;
    if (l === rows && j === row && (kind !== 'forward' || l === layer)) return 2;
    if (kind === 'input') return l === 0 ? 1 : 0;
    if (kind === 'nudge' && layer === last) return l === last || (l === last - 1 && Math.abs(a[l][j]) >= SEEN) ? 1 : 0;
    if (kind === 'nudge') return (l === layer && Math.abs(dZ[l][j]) >= SEEN) || (l === 0 && layer === 1) ? 1 : 0;
    if (kind === 'responsibility' && layer < last) return (l === layer && Math.abs(dZ[l][j]) >= SEEN) || l === layer + 1 ? 1 : 0;
    return l === layer ? 1 : 0;
  }));
  const lit = (l: number): boolean => (kind === 'nudge' && layer === last && l === last - 1) || (kind !== 'input' && (l === layer || share(l)));
  const ringed = kind === 'error' || (kind === 'responsibility' && layer === last);
  return {
    texts: values.map((numbers, l) => (numbers ? Array.from(numbers, (value) => narrow(value, decimals, strings)) : Array<string>(layers[l]).fill(''))),
    lights,
    links: linksOf(look, phase, row, keys),
    names: layers.slice(1).map((_, k): StepName => ({ text: k + 1 > reached ? '' : share(k + 1) ? names.dZ(k + 1) : names.a(k + 1), lit: lit(k + 1) })),
    target: { text: `target ${strings.format(sample.target)}`, lit: kind === 'input' || ringed || keys.has('target') },
    ringed,
  };
}

function linksOf({ dissection, names }: Look, { kind, layer: l }: Phase, row: number | undefined, keys: ReadonlySet<string>): StepLinks[] {
  const { layers, dZ, before, after, order } = dissection;
  const last = layers.length - 1;
  const links: StepLinks[] = [];
  const each = (layer: number, value: (j: number, k: number) => number): number[] =>
    Array.from({ length: layers[layer] * layers[layer - 1] }, (_, n) => {
      const j = Math.floor(n / layers[layer - 1]);
      return value(j, parameterAt(layers, layer, j, n % layers[layer - 1]));
    });
  if (kind === 'forward') links.push(l === last ? { layer: l, neuron: 0, from: row } : { layer: l, neuron: row });
  else if (kind === 'nudge') links.push({ layer: l, values: each(l, (_, k) => after[k] - before[k]) });
  else if (kind === 'responsibility' && l < last) {
    const weights = order === 'in-place' ? after : before;
    links.push({ layer: l + 1, values: each(l + 1, (j, k) => dZ[l + 1][j] * weights[k]) });
  }
  for (let layer = 1; layer <= last; layer++) {
    const pointed = keys.has(names.w(layer)) || (layer === last && keys.has('dW'));
    if (pointed) links.push({ layer, neuron: layer === last ? 0 : Math.min(row ?? 0, layers[layer] - 1), values: [] });
  }
  return links;
}

