import type { StringsController } from '../../page/strings-controller.js';
import { OUT } from './attributes.js';
import { sumText } from './formula.js';
import type { SurfaceModel } from './surface-model.js';

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
  { activation, alpha }: Pick<SurfaceModel, 'activation' | 'alpha'>, strings: StringsController,
): string {
  const name = strings.text(activation);
  return activation === 'leaky-relu' ? `${name}, α = ${strings.format(alpha)}` : name;
}

/** Describes a surface and, where there is a probe, the sum at that point. */
export function describeSurface(model: SurfaceModel, probe: readonly number[], strings: StringsController): string {
  const { neuron, least, most, surface: { count, domain, folds, flat } } = model;
  const { format } = strings;
  const sentences: string[] = [];
  if (neuron === OUT) sentences.push(strings.text('outputLinked'));
  else if (neuron !== undefined) sentences.push(strings.text('neuronLinked', placeOf(neuron, strings)));
  sentences.push(strings.text(neuron === undefined ? 'neuronSurface' : 'neuronHeights', {
    from: format(domain[0]), to: format(domain[1]), least: format(least), most: format(most),
    count: format(count), activation: functionName(model, strings),
  }));
  if (folds.length > 0) sentences.push(strings.text('neuronFolds', { folds: format(folds.length) }));
  if (flat.length > 0) sentences.push(strings.text('neuronFlat'));
  if (model.activation === 'linear' && (neuron === undefined || neuron.startsWith('1.'))) {
    sentences.push(strings.text('neuronPlane'));
  }
  if (probe.length > 0) {
    const [x, y] = probe;
    const values = { x: format(x), y: format(y), value: format(model.at(x, y)) };
    const sum = model.contributions(x, y).map((part) => `f(${sumText(probe, part, format)})`).join(' + ');
    sentences.push(sum === '' ? strings.text('neuronAt', values) : strings.text('neuronProbe', { ...values, sum }));
  }
  return strings.sentences(...sentences);
}
