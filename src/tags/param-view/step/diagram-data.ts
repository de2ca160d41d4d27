import { parameterAt } from '../../../core/index.js';
import type { Run } from '../../../draw/text.js';
import { narrow } from '../description.js';
import type { Light, StepLinks, StepPicture, StepPlace } from './diagram.js';
import { nameInPicture, type StepNames } from './names.js';
import { symbolsOf } from './notation.js';
import type { Phase, ShownStep } from './phases.js';
import { layerOfRows, type Example } from './worked-neuron.js';

/** Smaller numbers are written as 0.000, and their neurons stay at rest. */
const SMALLEST_VISIBLE = 0.0005;

/** Returns the row and the column of a phase's table that stand for a neuron or a weight of the diagram. */
export function exampleAt({ layer, neuron, from }: StepPlace, phase: Phase, names: StepNames): Example {
  const rows = layerOfRows(phase, names);
  if (layer === rows) return { row: neuron, column: from };
  const isOutputWeight = from !== undefined && layer === rows + 1 && layer === names.layers.length - 1;
  return isOutputWeight ? { row: from } : {};
}

/** Returns the program's names for a neuron or a weight of the diagram. */
export function namesAt({ layer, neuron, from }: StepPlace, names: StepNames): string[] {
  if (from !== undefined) return [names.w(layer)];
  if (layer === 0) return [names.a(0, neuron)];
  const isOutput = layer === names.layers.length - 1;
  return [names.z(layer), names.a(layer), names.dZ(layer), ...(isOutput ? ['error', 'target'] : [names.dH(layer)])];
}

/**
 * Works out what the diagram shows in a phase, its numbers with up to `decimals`. `row` is the example of the phase's
 * table, and what has one of the `pointed` names is lit.
 */
export function pictureOf(
  step: ShownStep, phase: Phase, row: number | undefined, pointed: ReadonlySet<string>, decimals: number,
): StepPicture {
  const { dissection: { layers, a, dZ, sample }, names, strings } = step;
  const { kind, layer } = phase;
  const last = layers.length - 1;
  const isOutputNudge = kind === 'nudge' && layer === last;
  const isHiddenShare = kind === 'responsibility' && layer < last;
  const isAboutOutput = kind === 'error' || (kind === 'responsibility' && layer === last);
  const reached = kind === 'input' ? 0 : kind === 'forward' ? layer : last;
  // A layer shows its responsibilities, or else its outputs.
  const showsShare = layers.map((_, l) =>
    (kind === 'nudge' && l === layer) || (isHiddenShare && (l === layer || l === layer + 1)));
  const isVisible = (value: number): boolean => Math.abs(value) >= SMALLEST_VISIBLE;
  const isUsed = (l: number, j: number): boolean => {
    if (isOutputNudge) return l === last || (l === last - 1 && isVisible(a[l][j]));
    if (kind === 'nudge') return (l === layer && isVisible(dZ[l][j])) || (l === 0 && layer === 1);
    if (isHiddenShare) return (l === layer && isVisible(dZ[l][j])) || l === layer + 1;
    return l === layer;
  };
  const rows = layerOfRows(phase, names);
  const lightOf = (l: number, j: number): Light => {
    const isPointed = [...namesAt({ layer: l, neuron: j }, names), names.b(l)].some((name) => pointed.has(name));
    const isExample = l === rows && j === row && (kind !== 'forward' || l === layer);
    return isPointed || isExample ? 2 : isUsed(l, j) ? 1 : 0;
  };
  const textsOf = (l: number): string[] =>
    Array.from(showsShare[l] ? dZ[l] : a[l], (value) => (l > reached ? '' : narrow(value, decimals, strings)));
  const written = (name: string): readonly Run[] => (
    step.notation === 'symbols' ? symbolsOf(name, last > 2) : [nameInPicture(name, strings)]);
  return {
    texts: layers.map((_, l) => textsOf(l)),
    lights: layers.map((count, l) => Array.from({ length: count }, (_, j) => lightOf(l, j))),
    links: linksOf(step, phase, row, pointed),
    names: layers.slice(1).map((_, k) => {
      const l = k + 1;
      const isComputed = kind !== 'input' && (l === layer || showsShare[l]);
      return {
        runs: l > reached ? [] : written(showsShare[l] ? names.dZ(l) : names.a(l)),
        lit: isComputed || (isOutputNudge && l === last - 1),
      };
    }),
    target: {
      runs: [...written('target'), ` ${strings.format(sample.target)}`],
      lit: kind === 'input' || isAboutOutput || pointed.has('target'),
    },
    ringed: isAboutOutput,
  };
}

function linksOf(
  { dissection, names }: ShownStep, { kind, layer: l }: Phase, row: number | undefined, pointed: ReadonlySet<string>,
): StepLinks[] {
  const { layers, dZ, before, after, order } = dissection;
  const last = layers.length - 1;
  const links: StepLinks[] = [];
  const linksInto = (layer: number, valueOf: (j: number, index: number) => number): StepLinks => {
    const inputs = layers[layer - 1];
    const values = Array.from({ length: layers[layer] * inputs }, (_, n) => {
      const j = Math.floor(n / inputs);
      return valueOf(j, parameterAt(layers, layer, j, n % inputs));
    });
    return { layer, values };
  };
  if (kind === 'forward') links.push(l === last ? { layer: l, neuron: 0, from: row } : { layer: l, neuron: row });
  else if (kind === 'nudge') links.push(linksInto(l, (_, index) => after[index] - before[index]));
  else if (kind === 'responsibility' && l < last) {
    const parameters = order === 'in-place' ? after : before;
    links.push(linksInto(l + 1, (j, index) => dZ[l + 1][j] * parameters[index]));
  }
  for (let layer = 1; layer <= last; layer++) {
    if (!pointed.has(names.w(layer)) && !(layer === last && pointed.has('dW'))) continue;
    links.push({ layer, neuron: layer === last ? 0 : Math.min(row ?? 0, layers[layer] - 1), values: [] });
  }
  return links;
}
