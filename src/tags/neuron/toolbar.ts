import { css, html, nothing, type TemplateResult } from 'lit';
import type { Matrix } from '../../attrs/list.js';
import { activationNames, type Network } from '../../core/index.js';
import type { NumbersTable } from '../../features/toolbar/index.js';
import type { StringsController } from '../../page/strings-controller.js';
import { icons } from '../../ui/buttons.js';
import { actionButton, choiceField, numberSlider, sliderField, withNumberAt } from '../../ui/fields.js';
import type { SliderOptions } from '../../ui/slider.js';
import { indexed } from '../../ui/text.js';
import { neuronsOf, OUT } from './attributes.js';
import { neuronName } from './description.js';
import type { NnNeuron } from './nn-neuron.js';
import type { Contribution } from './surface-model.js';

const MAX_NEURONS = 8;
/** Of weights and biases; the slider's step is ten times that of the field. */
const bounds = { min: -10, max: 10, step: 0.01 };

export const neuronToolbarStyles = css`
  .neuron { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; align-items: center; }
  .neuron > .name { grid-column: 1 / 3; color: var(--_muted, currentcolor); }
  .neuron > .drop { justify-self: end; }
  .neuron .field { grid-template-columns: auto minmax(0, 4.5em); justify-content: space-between; column-gap: 4px; }
  .neuron .exact { inline-size: 100%; padding: 0 4px; }
`;

/** Returns a neuron to add to `count` others: as steep as the default one, turned from each by the golden angle. */
export function anotherNeuron(
  count: number, inputs: number,
): { readonly w: readonly number[]; readonly b: readonly [number] } {
  const angle = -0.4 + count * Math.PI * (3 - Math.sqrt(5));
  const hundredth = (value: number): number => Math.round(value * 100) / 100;
  const w = [hundredth(1.3 * Math.cos(angle)), hundredth(1.3 * Math.sin(angle))];
  return { w: w.slice(0, inputs), b: [-0.2] };
}

/** Returns the name of a weight. */
function weightName(inputs: number, k: number): string {
  return inputs === 1 ? 'w' : indexed('w', k + 1);
}

/** Sets weights and biases that the reader chose, of more or fewer neurons than before. */
function replaceNeurons(host: NnNeuron, w: Matrix, b: Matrix): void {
  host.write('w', w);
  host.write('b', b);
  for (const name of ['w', 'b'] as const) host.fireChange(name, host[name]);
}

/** Renders the weights and the bias of neuron `row`, and a button that removes it unless it is the only one. */
function neuronFields(host: NnNeuron, row: number): TemplateResult {
  const { strings, w, b } = host;
  const number = strings.number(row + 1);
  const name = strings.text('neuronNumber', { number });
  const removed = (matrix: Matrix): Matrix => matrix.filter((_, k) => k !== row);
  const remove = actionButton({
    name: strings.text('removeNeuron', { number }), icon: icons.remove, bare: true,
    onClick: () => replaceNeurons(host, removed(host.w), removed(host.b)),
  });
  return html`
    <div class="neuron" role="group" aria-label=${name}>
      ${w.length === 1 ? nothing : html`
        <span class="name" aria-hidden="true">${name}</span>
        <span class="drop">${remove}</span>`}
      ${w[row].map((value, i) => numberSlider({
        ...bounds, strings, name: weightName(w[row].length, i), value,
        onInput: (moved) => host.changeByReader('w', withNumberAt(host.w, row, i, moved), 'b'),
      }))}
      ${numberSlider({
        ...bounds, strings, name: 'b', value: b[row][0],
        onInput: (moved) => host.changeByReader('b', withNumberAt(host.b, row, 0, moved)),
      })}
    </div>`;
}

/** Renders the controls of the page's own neurons; `sliders` are those of the picture. */
export function ownControls(host: NnNeuron, sliders: readonly SliderOptions[]): TemplateResult {
  const { strings, w } = host;
  const add = (): void => {
    const another = anotherNeuron(host.w.length, host.w[0].length);
    replaceNeurons(host, [...host.w, another.w], [...host.b, another.b]);
  };
  return html`
    ${w.map((_, row) => neuronFields(host, row))}
    <div class="fields">
      <div class="double">${choiceField({
        name: strings.text('activation'), value: host.activation, choices: activationNames,
        nameOf: (name) => strings.text(name), onInput: (name) => host.changeByReader('activation', name),
      })}</div>
      <div class="double">${actionButton({
        name: strings.text('addNeuron'), icon: icons.add, disabled: w.length >= MAX_NEURONS, onClick: add,
      })}</div>
      ${sliders.map((options) => sliderField(options))}
    </div>`;
}

/** Renders the controls of a trainer's neurons: which one is shown, and how it is seen. */
export function linkedControls(host: NnNeuron, { layers }: Network, sliders: readonly SliderOptions[]): TemplateResult {
  const { strings } = host;
  return html`
    <div class="fields">
      <div class="double">${choiceField({
        name: strings.text('neuron'), value: host.neuron, choices: neuronsOf(layers),
        nameOf: (neuron) => (neuron === OUT ? strings.text('output') : neuronName(neuron, strings)),
        onInput: (neuron) => host.changeByReader('neuron', neuron),
      })}</div>
      ${sliders.map((options) => sliderField(options))}
    </div>`;
}

/** Returns the weights and the bias of neurons numbered from `first` and, at a probe, z and the `output` of each. */
export function neuronTable(
  neurons: readonly Contribution[], first: number, hasProbe: boolean, output: string, strings: StringsController,
): NumbersTable {
  const { w: weights } = neurons[0];
  return {
    heads: [
      strings.text('neuron'), ...weights.map((_, k) => weightName(weights.length, k)), 'b',
      ...(hasProbe ? ['z', output] : []),
    ],
    rows: neurons.map(({ w, b, z, y }, k) => ({
      name: strings.number(k + first),
      cells: [...w, b, ...(hasProbe ? [z, y] : [])].map((value) => strings.format(value)),
    })),
  };
}
