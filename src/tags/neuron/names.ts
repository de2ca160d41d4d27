import type { Run } from '../../draw/text.js';
import type { StringsController } from '../../page/strings-controller.js';
import { indexed } from '../../ui/text.js';
import { OUT } from './attributes.js';

/** What the inputs and the output of what is shown are called. */
export interface Names {
  readonly inputs: readonly Run[];
  readonly output: Run;
}

/**
 * Returns the names of the inputs and of y: of a neuron of the page's own p₁, p₂ and y, or x and y where it has one
 * input; of a trainer's x and y, and the prediction or, of a hidden neuron, h.
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
