import { Activation } from '../activations.js';
import { computeWeightedSums, type HiddenNeuron } from './hidden-neurons.js';
import type { Network } from '../network.js';

/**
 * What single hidden neurons add to the output's sum: z of the output with the neuron less z without it.
 * Of one in the last hidden layer that is its output times its outgoing weight.
 */
export class NeuronContributions {
  private _buffers: [Float64Array, Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0), new Float64Array(0)];

  /** At n points [n × 2] into `out` [n]. The network is only read. Throws: RangeError if there is no such neuron, or `out` is of another length. */
  compute(network: Network, { layer, index }: HiddenNeuron, points: Float64Array, out: Float64Array): void {
    const { layers, activation, alpha, parameters } = network;
    const n = out.length;
    const last = layers.length - 1;
    if (points.length !== 2 * n) throw new RangeError(`Shares.of: ${points.length} coordinates and room for ${n} shares`);
    if (!(layer >= 1 && layer < last && index >= 0 && index < layers[layer])) {
      throw new RangeError(`Shares.of: neuron ${index} of layer ${layer}, expected a hidden one of ${layers.join('-')}`);
    }
    const widest = Math.max(...layers) * n;
    if (this._buffers[0].length < widest) this._buffers = [new Float64Array(widest), new Float64Array(widest), new Float64Array(widest)];
    const [first, second, kept] = this._buffers;
    const f = new Activation(activation, alpha);
    for (let k = 0; k < n; k++) {
      first[k] = points[2 * k];
      first[n + k] = points[2 * k + 1];
    }
    const before = forward(network, 0, layer, first, second, n, f);
    if (layer === last - 1) {
      const weight = parameters[parameters.length - 1 - layers[layer] + index];
      for (let k = 0; k < n; k++) out[k] = weight * before[index * n + k] + 0;
      return;
    }
    kept.set(before.subarray(0, layers[layer] * n));
    const spare = before === first ? second : first;
    const whole = forward(network, layer, last, before, spare, n, f);
    for (let k = 0; k < n; k++) out[k] = whole[k];
    kept.fill(0, index * n, (index + 1) * n);
    const without = forward(network, layer, last, kept, whole === first ? second : first, n, f);
    for (let k = 0; k < n; k++) out[k] -= without[k];
  }
}

/** From the outputs of layer `from` to those of layer `to`, of the output layer to z; returns which of the two holds them. */
function forward(network: Network, from: number, to: number, source: Float64Array, sink: Float64Array, n: number, f: Activation): Float64Array {
  const { layers } = network;
  for (let l = from + 1; l <= to; l++) {
    for (let j = 0; j < layers[l]; j++) computeWeightedSums(network, l, j, source, n, sink, j * n);
    if (l < layers.length - 1) f.apply(sink, 0, layers[l] * n);
    [source, sink] = [sink, source];
  }
  return source;
}
