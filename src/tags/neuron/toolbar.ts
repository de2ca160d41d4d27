import { css, html, nothing, type TemplateResult } from 'lit';
import type { StringsController } from '../../page/strings-controller.js';
import { activationNames, type ActivationName, type Network } from '../../core/index.js';
import { icons } from '../../ui/buttons.js';
import { actionButton, choiceField, numberSlider, withNumberAt, sliderField } from '../../ui/fields.js';
import type { Contribution } from './surface-of-sum.js';
import type { SliderOptions } from '../../ui/slider.js';
import type { NumbersTable } from '../../features/toolbar/index.js';
import { indexed } from '../../ui/text.js';

type Matrix = readonly (readonly number[])[];

const MOST = 8;
/** Weights and biases go from −10 to 10, in the field by this much and by ten times that with the slider. */
const BOUND = 10;
const STEP = 0.01;

export const neuronToolbarStyles = css`
  .neuron { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; align-items: center; }
  .neuron > .name { grid-column: 1 / 3; color: var(--_muted, currentcolor); }
  .neuron > .drop { justify-self: end; }
  .neuron .field { grid-template-columns: auto minmax(0, 4.5em); justify-content: space-between; column-gap: 4px; }
  .neuron .exact { inline-size: 100%; padding: 0 4px; }
`;

export interface NeuronControls {
  readonly w: Matrix;
  readonly b: Matrix;
  readonly activation: ActivationName;
  /** Turn, tilt and the probe's place. */
  readonly sliders: readonly SliderOptions[];
}

export interface NeuronChanges {
  readonly change: (attribute: string, value: unknown) => void;
  /** There are more neurons, or fewer. */
  readonly replace: (w: Matrix, b: Matrix) => void;
}

/** A neuron to add to `count` others: as steep as the default one, and turned away from them all by the golden angle. */
export function anotherNeuron(count: number): { readonly w: readonly [number, number]; readonly b: readonly [number] } {
  const angle = -0.4 + count * Math.PI * (3 - Math.sqrt(5));
  const hundredth = (value: number): number => Math.round(value * 100) / 100;
  return { w: [hundredth(1.3 * Math.cos(angle)), hundredth(1.3 * Math.sin(angle))], b: [-0.2] };
}

export function neuronToolbar(
  { w, b, activation, sliders }: NeuronControls, strings: StringsController, { change, replace }: NeuronChanges,
): TemplateResult {
  const bounds = { min: -BOUND, max: BOUND, step: STEP, strings };
  const remove = (row: number): void => replace(w.filter((_, k) => k !== row), b.filter((_, k) => k !== row));
  const add = (): void => {
    const { w: weights, b: bias } = anotherNeuron(w.length);
    replace([...w, weights], [...b, bias]);
  };
  const neuron = (weights: readonly number[], row: number): TemplateResult => {
    const name = strings.text('neuronNumber', { number: strings.number(row + 1) });
    return html`
      <div class="neuron" role="group" aria-label=${name}>
        ${w.length === 1 ? nothing : html`
          <span class="name" aria-hidden="true">${name}</span>
          <span class="drop">${actionButton({
            name: strings.text('removeNeuron', { number: strings.number(row + 1) }), icon: icons.remove, bare: true, onClick: () => remove(row),
          })}</span>`}
        ${weights.map((value, i) => numberSlider({
          ...bounds, name: indexed('w', i + 1), value, onInput: (moved) => change('w', withNumberAt(w, row, i, moved)),
        }))}
        ${numberSlider({ ...bounds, name: 'b', value: b[row][0], onInput: (moved) => change('b', withNumberAt(b, row, 0, moved)) })}
      </div>`;
  };
  return html`
    ${w.map(neuron)}
    <div class="fields">
      <div class="double">${choiceField({
        name: strings.text('activation'), value: activation, choices: activationNames, nameOf: (each) => strings.text(each), onInput: (value) => change('activation', value),
      })}</div>
      <div class="double">${actionButton({ name: strings.text('addNeuron'), icon: icons.add, disabled: w.length >= MOST, onClick: add })}</div>
      ${sliders.map((options) => sliderField(options))}
    </div>`;
}

export interface LinkedControls {
  readonly neuron: string;
  /** All that there are. */
  readonly neurons: readonly string[];
  readonly nameOf: (neuron: string) => string;
  readonly sliders: readonly SliderOptions[];
}

/** The same for a trainer's neurons: which one, and how it is seen. */
export function linkedToolbar(
  { neuron, neurons, nameOf, sliders }: LinkedControls, strings: StringsController, change: (attribute: string, value: unknown) => void,
): TemplateResult {
  return html`
    <div class="fields">
      <div class="double">${choiceField({ name: strings.text('neuron'), value: neuron, choices: neurons, nameOf, onInput: (value) => change('neuron', value) })}</div>
      ${sliders.map((options) => sliderField(options))}
    </div>`;
}

/** The same of one neuron of a network's first layer, by its name. */
export function firstNumbers(network: Network, neuron: string, parts: readonly Contribution[] | undefined, strings: StringsController): NumbersTable {
  const index = Number(neuron.split('.')[1]) - 1;
  return neuronNumbers([Array.from(network.weightsOf(1, index))], [[network.biasOf(1, index)]], parts, strings, index + 1);
}

/** All weights and biases and, at a probe, what each neuron makes of it, numbered from `first`. */
export function neuronNumbers(w: Matrix, b: Matrix, parts: readonly Contribution[] | undefined, strings: StringsController, first = 1): NumbersTable {
  const { format } = strings;
  return {
    heads: [strings.text('neuron'), indexed('w', 1), indexed('w', 2), 'b', ...(parts ? ['z', 'y'] : [])],
    rows: w.map((weights, k) => ({
      name: strings.number(k + first),
      cells: [...weights, b[k][0], ...(parts ? [parts[k].z, parts[k].y] : [])].map((value) => format(value)),
    })),
  };
}
