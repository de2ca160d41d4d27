import type { Run } from '../../draw/text.js';
import type { StringsController } from '../../page/strings-controller.js';
import { indexed } from '../../ui/text.js';
import { OUT } from './attributes.js';

/** The names of the inputs and of the output of the neurons shown. */
export interface Names {
  readonly inputs: readonly Run[];
  readonly output: Run;
}

/**
 * Returns the names of the inputs and of the output. For a neuron of the page's own they are p₁, p₂ and y, or x and y
 * if it has one input; for a trainer's output x, y and the prediction; for a hidden neuron x, y and h.
 */
export function namesOf(neuron: string | undefined, inputs: number, strings: Pick<StringsController, 'text'>): Names {
  const [x, y] = [{ variable: 'x' }, { variable: 'y' }];
  if (neuron === OUT) return { inputs: [x, y], output: strings.text('prediction') };
  if (neuron !== undefined) return { inputs: [x, y], output: { variable: 'h' } };
  if (inputs === 1) return { inputs: [x], output: y };
  return { inputs: ['1', '2'].map((index) => ({ variable: 'p', index })), output: y };
}

/** Returns a name in plain text: p₁. */
export function nameText(name: Run): string {
  if (typeof name === 'string') return name;
  return name.index === undefined ? name.variable : indexed(name.variable, Number(name.index));
}
