import type { UpdateOrder } from '../../../core/index.js';
import { at, outputAt, weightAt, type Names } from './names.js';

/** What one phase computes: of the layer, where there are several of its kind. */
export interface Phase {
  readonly kind: 'input' | 'forward' | 'error' | 'responsibility' | 'nudge';
  readonly layer: number;
}

/** Phases that belong together, by the place of the first and how many they are. */
export interface PhaseGroup {
  readonly name: 'forward' | 'error' | 'responsibilities' | 'nudges' | 'backward';
  readonly first: number;
  readonly count: number;
}

/** A line of the listing, and the phase that it belongs to. */
export interface CodeLine { readonly text: string; readonly phase: number }

/** From a sample to the last nudge. In place, a layer is nudged before the one behind is told its share. */
export function phasesOf(layers: readonly number[], order: UpdateOrder): Phase[] {
  const last = layers.length - 1;
  const backward = layers.slice(1).map((_, k) => last - k);
  const of = (kind: Phase['kind']) => (layer: number): Phase => ({ kind, layer });
  return [
    of('input')(0),
    ...layers.slice(1).map((_, k) => of('forward')(k + 1)),
    of('error')(last),
    ...(order === 'in-place'
      ? backward.flatMap((l) => [of('responsibility')(l), of('nudge')(l)])
      : [...backward.map(of('responsibility')), ...backward.map(of('nudge'))]),
  ];
}

export function groupsOf(layers: readonly number[], order: UpdateOrder): PhaseGroup[] {
  const n = layers.length - 1;
  const first = n + 2;
  return [
    { name: 'forward', first: 0, count: n + 1 },
    { name: 'error', first: n + 1, count: 1 },
    ...(order === 'in-place'
      ? [{ name: 'backward', first, count: 2 * n } as const]
      : [{ name: 'responsibilities', first, count: n } as const, { name: 'nudges', first: first + n, count: n } as const]),
  ];
}

/** The step as a program, a few lines a phase. */
export function codeOf(names: Names, phases: readonly Phase[]): CodeLine[] {
  return phases.flatMap((phase, k) => linesOf(names, phase).map((text) => ({ text, phase: k })));
}

function linesOf(names: Names, { kind, layer: l }: Phase): string[] {
  const last = names.layers.length - 1;
  const { z, a, dH, dZ, w, b } = names;
  const j = (name: string, layer = l): string => at(names, name, layer, 'j');
  const bias = j(b(l));
  if (kind === 'input') return ['[x, y, target] = nextSample()'];
  if (kind === 'error') return ['error = prediction - target'];
  if (kind === 'forward') {
    const sum = l === 1
      ? `${weightAt(names, l, 'j', 0)} * x + ${weightAt(names, l, 'j', 1)} * y`
      : l === last ? `sum(${weightAt(names, l, '', 'j')} * ${outputAt(names, l - 1, 'j')})`
      : `sum(${weightAt(names, l, 'j', 'i')} * ${outputAt(names, l - 1, 'i')})`;
    return [`${j(z(l))} = ${sum} + ${bias}`, `${j(a(l))} = f(${j(z(l))})`];
  }
  if (kind === 'responsibility') {
    const slope = `fPrime(${j(z(l))})`;
    if (l === last) return [`dOutZ = error * ${slope}`];
    const share = l + 1 === last
      ? `dOutZ * ${weightAt(names, last, '', 'j')}`
      : `sum(${at(names, dZ(l + 1), l + 1, 'k')} * ${weightAt(names, l + 1, 'k', 'j')})`;
    return [`${j(dH(l))} = ${share}`, `${j(dZ(l))} = ${j(dH(l))} * ${slope}`];
  }
  if (l === last) return [`dW[j] = dOutZ * ${outputAt(names, l - 1, 'j')}`, `${w(l)}[j] -= learningRate * dW[j]`, `${b(l)} -= learningRate * dOutZ`];
  return [
    l === 1
      ? `${j(w(l))} -= learningRate * ${j(dZ(l))} * [x, y]`
      : `${weightAt(names, l, 'j', 'i')} -= learningRate * ${j(dZ(l))} * ${outputAt(names, l - 1, 'i')}`,
    `${bias} -= learningRate * ${j(dZ(l))}`,
  ];
}
