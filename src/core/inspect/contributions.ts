import { Activation } from '../activations.js';
import type { Network } from '../network.js';
import { computeWeightedSums, type HiddenNeuron } from './hidden-neurons.js';

/**
 * Computes the contribution of one hidden neuron to the output's z: z with the neuron minus z without it.
 * For a neuron of the last hidden layer that is its output times its outgoing weight.
 */
export class NeuronContributions {
  private _buffers = [0, 0, 0].map((length) => new Float64Array(length)); // each [neurons of a layer × points]

  /**
   * Computes the contributions at n points [n × 2] into `out` [n]. The network is only read.
   * Throws: RangeError if there is no such neuron, or the lengths disagree.
   */
  compute(network: Network, { layer, index }: HiddenNeuron, points: Float64Array, out: Float64Array): void {
    const { layers, parameters } = network;
    const n = out.length;
    const last = layers.length - 1;
    if (points.length !== 2 * n) {
      throw new RangeError(`NeuronContributions.compute: ${points.length} coordinates and room for ${n} values`);
    }
    if (!(layer >= 1 && layer < last && index >= 0 && index < layers[layer])) {
      throw new RangeError(`NeuronContributions.compute: neuron ${index} of layer ${layer}, `
        + `expected a hidden one of ${layers.join('-')}`);
    }
    const size = Math.max(...layers) * n;
    if (this._buffers[0].length < size) this._buffers = this._buffers.map(() => new Float64Array(size));
    const [first, second, kept] = this._buffers;
    points.forEach((value, k) => { first[(k % 2) * n + (k >> 1)] = value; });
    const outputs = forward(network, 0, layer, first, second, n);
    if (layer === last - 1) {
      const weight = parameters[parameters.length - 1 - layers[layer] + index];
      for (let k = 0; k < n; k++) out[k] = weight * outputs[index * n + k] + 0;
      return;
    }
    kept.set(outputs.subarray(0, layers[layer] * n));
    const whole = forward(network, layer, last, outputs, outputs === first ? second : first, n);
    out.set(whole.subarray(0, n));
    kept.fill(0, index * n, (index + 1) * n);
    const without = forward(network, layer, last, kept, whole === first ? second : first, n);
    for (let k = 0; k < n; k++) out[k] -= without[k];
  }
}

/** Computes the outputs (of the output layer, z) of layer `to` from those of layer `from`. Returns their buffer. */
function forward(
  network: Network, from: number, to: number, source: Float64Array, sink: Float64Array, n: number,
): Float64Array {
  const { layers, activation, alpha } = network;
  const f = new Activation(activation, alpha);
  for (let l = from + 1; l <= to; l++) {
    for (let j = 0; j < layers[l]; j++) computeWeightedSums(network, l, j, source, n, sink, j * n);
    if (l < layers.length - 1) f.apply(sink, 0, layers[l] * n);
    [source, sink] = [sink, source];
  }
  return source;
}
