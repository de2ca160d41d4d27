import type { StringsController } from '../../page/strings-controller.js';
import { OUT } from './attributes.js';
import { sumText } from './formula.js';
import { nameText, type Names } from './names.js';
import type { LineModel, NeuronModel, SurfaceModel } from './surface-model.js';

/** Returns the layer and the number of a hidden neuron, for `neuronOf` and `neuronLinked`. */
function placeOf(neuron: string, strings: StringsController): { readonly layer: string; readonly neuron: string } {
  const [layer, index] = neuron.split('.').map((part) => strings.number(Number(part)));
  return { layer, neuron: index };
}

/** Returns the name of a neuron of a network, under its picture and in lists. */
export function neuronName(neuron: string, strings: StringsController): string {
  return neuron === OUT ? strings.text('networkOutput') : strings.text('neuronOf', placeOf(neuron, strings));
}

/** Returns the name of an activation, with its slope where it has one. */
export function functionName(
  { activation, alpha }: Pick<NeuronModel, 'activation' | 'alpha'>, strings: StringsController,
): string {
  const name = strings.text(activation);
  return activation === 'leaky-relu' ? `${name}, α = ${strings.format(alpha)}` : name;
}

/** Describes a surface or a line and, where there is a probe, the sum at that point. */
export function describeNeuron(
  model: SurfaceModel | LineModel, probe: readonly number[], names: Names, strings: StringsController,
): string {
  const { neuron, least, most } = model;
  const { count, domain, folds, flat, parts } = 'line' in model ? model.line : model.surface;
  const { format } = strings;
  const sentences: string[] = [];
  if (neuron === OUT) sentences.push(strings.text('outputLinked'));
  else if (neuron !== undefined) sentences.push(strings.text('neuronLinked', placeOf(neuron, strings)));
  const output = nameText(names.output);
  const numbers = {
    from: format(domain[0]), to: format(domain[1]), least: format(least), most: format(most),
    activation: functionName(model, strings),
  };
  if (neuron !== undefined) sentences.push(strings.text('neuronHeights', { ...numbers, output }));
  else {
    const key = names.inputs.length === 1 ? 'neuronLine' : 'neuronSurface';
    sentences.push(strings.text(key, { ...numbers, count: format(count) }));
  }
  if (folds.length > 0) sentences.push(strings.text('neuronFolds', { folds: format(folds.length) }));
  if (flat.length > 0) sentences.push(strings.text('neuronFlat'));
  const isPlane = 'surface' in model && (neuron === undefined || neuron.startsWith('1.'));
  if (isPlane && model.activation === 'linear') sentences.push(strings.text('neuronPlane'));
  if (parts.length > 0) sentences.push(strings.text('neuronParts'));
  if (probe.length > 0) {
    const [x, y] = probe;
    const point = strings.list(probe.map((value, k) => `${nameText(names.inputs[k])} = ${format(value)}`));
    const value = format(model.at(x, y));
    const sum = model.contributions(x, y).map((part) => `f(${sumText(probe, part, format)})`).join(' + ');
    sentences.push(sum === '' ? strings.text('neuronAt', { point, output, value })
      : strings.text('neuronProbe', { point, sum, value }));
  }
  return strings.sentences(...sentences);
}
