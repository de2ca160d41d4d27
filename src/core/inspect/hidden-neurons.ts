import { parameterAt, type Network } from '../network.js';

/** A hidden neuron: the number of its layer, from 1, and its index in the layer, from 0. */
export interface HiddenNeuron { readonly layer: number; readonly index: number }

/** Returns the number of hidden neurons. */
export function hiddenCount({ layers }: Network): number {
  return layers.slice(1, -1).reduce((sum, width) => sum + width, 0);
}

/** Returns a hidden neuron by its number, counted layer by layer from 0. Throws: RangeError if there is none. */
export function hiddenNeuron({ layers }: Network, number: number): HiddenNeuron {
  let index = number;
  for (let layer = 1; layer < layers.length - 1; layer++) {
    if (index >= 0 && index < layers[layer]) return { layer, index };
    index -= layers[layer];
  }
  throw new RangeError(`hiddenNeuron: number ${number}, expected one of the hidden neurons of ${layers.join('-')}`);
}

/**
 * Returns how much a hidden neuron bends what comes after it, where its sum is 0: the sum of its outgoing weights,
 * times the length of its own weight vector. It is below 0 if the neuron lowers what comes after it.
 */
export function bendOf({ layers, parameters }: Network, { layer, index }: HiddenNeuron): number {
  let outgoing = 0;
  for (let j = 0; j < layers[layer + 1]; j++) outgoing += parameters[parameterAt(layers, layer + 1, j, index)];
  let squares = 0;
  for (let i = 0; i < layers[layer - 1]; i++) {
    const weight = parameters[parameterAt(layers, layer, index, i)];
    squares += weight * weight;
  }
  return outgoing * Math.sqrt(squares);
}

/**
 * Computes z = bias + Σ weight · input of neuron j of layer l at n points: `source` [inputs × n] to `sink[at, at + n)`.
 * Allocates nothing.
 */
export function computeWeightedSums(
  { layers, parameters }: Network, l: number, j: number, source: Float64Array, n: number, sink: Float64Array,
  at: number,
): void {
  const inputs = layers[l - 1];
  sink.fill(parameters[parameterAt(layers, l, j, inputs)], at, at + n);
  for (let i = 0, from = 0; i < inputs; i++, from += n) {
    const weight = parameters[parameterAt(layers, l, j, i)];
    for (let k = 0; k < n; k++) sink[at + k] += weight * source[from + k];
  }
}
