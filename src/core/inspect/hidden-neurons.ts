import type { Network } from '../network.js';

/** A hidden neuron: its layer, from 1 on, and its place in it, from 0 on. */
export interface HiddenNeuron { readonly layer: number; readonly index: number }

/** How many hidden neurons a network has. */
export function hiddenCount({ layers }: Network): number {
  let count = 0;
  for (let l = 1; l < layers.length - 1; l++) count += layers[l];
  return count;
}

/** Hidden neuron number `number`, from 0 on, counted layer by layer. Throws: RangeError if there is none. */
export function hiddenNeuron({ layers }: Network, number: number): HiddenNeuron {
  let index = number;
  for (let layer = 1; layer < layers.length - 1; layer++) {
    if (index >= 0 && index < layers[layer]) return { layer, index };
    index -= layers[layer];
  }
  throw new RangeError(`hiddenNeuron: number ${number}, expected one of the hidden neurons of ${layers.join('-')}`);
}

/** Where the weights of layer l ≥ 1 begin in a network's parameters. */
export function weightsAt(layers: readonly number[], l: number): number {
  let at = 0;
  for (let k = 1; k < l; k++) at += layers[k] * (layers[k - 1] + 1);
  return at;
}

/** What a hidden neuron's output is multiplied by on its way, summed: above 0 if it raises what comes next, by and large. */
export function sumOutgoingWeights({ layers, parameters }: Network, { layer, index }: HiddenNeuron): number {
  const at = weightsAt(layers, layer + 1);
  let sum = 0;
  for (let j = 0; j < layers[layer + 1]; j++) sum += parameters[at + j * layers[layer] + index];
  return sum;
}

/**
 * z of neuron j of layer l at n points: bias, then weights times `source` [inputs × n], neuron by neuron,
 * into `sink` from `to` on. Allocates nothing.
 */
export function computeWeightedSums(
  { layers, parameters }: Network, l: number, j: number, source: Float64Array, n: number, sink: Float64Array, to: number,
): void {
  const inputs = layers[l - 1];
  const at = weightsAt(layers, l);
  sink.fill(parameters[at + layers[l] * inputs + j], to, to + n);
  for (let i = 0, from = 0; i < inputs; i++, from += n) {
    const weight = parameters[at + j * inputs + i];
    for (let k = 0; k < n; k++) sink[to + k] += weight * source[from + k];
  }
}
