import type { Dissection, Network, UpdateOrder } from '../../../core/index.js';
import type { StringsController } from '../../../page/strings-controller.js';
import type { StepNames } from './names.js';
import type { Notation } from './notation.js';
import type { Example } from './worked-neuron.js';

/** What is computed at one time, and in which layer. */
export interface Phase {
  readonly kind: 'input' | 'forward' | 'error' | 'responsibility' | 'nudge';
  readonly layer: number;
}

/** A line of the listing, and the index of its phase. */
interface CodeLine { readonly text: string; readonly phase: number }

/** A step taken apart, with the row and the column of a table that the reader has chosen in the present phase. */
export interface ShownStep extends Example {
  readonly dissection: Dissection;
  readonly network: Pick<Network, 'activation' | 'outputActivation' | 'alpha'>;
  readonly names: StepNames;
  readonly strings: StringsController;
  /** Whether the numbers change all the time, because the model is learning. */
  readonly isMoving?: boolean;
  /** The program's names if left out. */
  readonly notation?: Notation;
}

/** Lists the phases of a step. In place, a layer is nudged before the one before it gets its responsibilities. */
export function phasesOf(layers: readonly number[], order: UpdateOrder): Phase[] {
  const last = layers.length - 1;
  const forward = layers.slice(1).map((_, k) => k + 1);
  const backward = [...forward].reverse();
  const inLayer = (kind: Phase['kind']) => (layer: number): Phase => ({ kind, layer });
  const [responsibility, nudge] = [inLayer('responsibility'), inLayer('nudge')];
  return [
    { kind: 'input', layer: 0 },
    ...forward.map(inLayer('forward')),
    { kind: 'error', layer: last },
    ...(order === 'in-place'
      ? backward.flatMap((l) => [responsibility(l), nudge(l)])
      : [...backward.map(responsibility), ...backward.map(nudge)]),
  ];
}

const groupNames = {
  input: 'forward', forward: 'forward', error: 'error', responsibility: 'responsibilities', nudge: 'nudges',
} as const;

/** Returns the name of the group that a phase is in. */
export function groupOf({ kind }: Phase, order: UpdateOrder): 'backward' | (typeof groupNames)[Phase['kind']] {
  return order === 'in-place' && (kind === 'responsibility' || kind === 'nudge') ? 'backward' : groupNames[kind];
}

/** Writes the step as a program, one to three lines a phase. */
export function codeOf(names: StepNames, phases: readonly Phase[]): CodeLine[] {
  return phases.flatMap((phase, k) => linesOf(names, phase).map((text) => ({ text, phase: k })));
}

function linesOf(names: StepNames, { kind, layer: l }: Phase): string[] {
  const last = names.layers.length - 1;
  const i = l === last ? 'j' : 'i'; // the output's only loop is over its inputs
  const [z, a, dZ, w, b] = [names.z(l, 'j'), names.a(l, 'j'), names.dZ(l, 'j'), names.w(l, 'j', i), names.b(l, 'j')];
  const nudgeBias = `${b} -= learningRate * ${dZ}`;
  switch (kind) {
    case 'input':
      return ['[x, y, target] = nextSample()'];
    case 'error':
      return ['error = prediction - target'];
    case 'forward': {
      const sum = l === 1 ? 'w1[j].x * x + w1[j].y * y' : `sum(${w} * ${names.a(l - 1, i)})`;
      return [`${z} = ${sum} + ${b}`, `${a} = f(${z})`];
    }
    case 'responsibility': {
      if (l === last) return [`dOutZ = error * fPrime(${z})`];
      const dH = names.dH(l, 'j');
      const share = l + 1 === last
        ? `dOutZ * ${names.w(last, 0, 'j')}`
        : `sum(${names.dZ(l + 1, 'k')} * ${names.w(l + 1, 'k', 'j')})`;
      return [`${dH} = ${share}`, `${dZ} = ${dH} * fPrime(${z})`];
    }
    case 'nudge':
      if (l === last) return [`dW[j] = dOutZ * ${names.a(l - 1, 'j')}`, `${w} -= learningRate * dW[j]`, nudgeBias];
      return [
        l === 1
          ? `w1[j] -= learningRate * ${dZ} * [x, y]`
          : `${w} -= learningRate * ${dZ} * ${names.a(l - 1, 'i')}`,
        nudgeBias,
      ];
  }
}
