import { Activation } from '../activations.js';
import { Network, type UpdateOrder } from '../network.js';
import type { Sample } from '../trainer.js';

/** Everything that one step of training computes; [layer] has inputs at 0, where a layer of inputs has no such number it is empty. */
export interface Dissection {
  /** Neurons a layer, inputs first. */
  readonly layers: readonly number[];
  readonly sample: Sample;
  readonly learningRate: number;
  readonly order: UpdateOrder;
  /** Sums before f, [layer][neuron]. */
  readonly z: readonly Float64Array[];
  /** What comes out, [layer][neuron]: the inputs, then f(z). */
  readonly a: readonly Float64Array[];
  /** f′(z), [layer][neuron]. */
  readonly slopes: readonly Float64Array[];
  /** prediction − target. */
  readonly error: number;
  /** dLoss/da, [layer][neuron]: of the output the error. */
  readonly dH: readonly Float64Array[];
  /** dLoss/dz, [layer][neuron]. */
  readonly dZ: readonly Float64Array[];
  /** Parameters as they are, laid out as the network's. */
  readonly before: Float64Array;
  /** And as the step leaves them, to the bit. */
  readonly after: Float64Array;
}

/** What is taken apart: a network, or what makes one. */
export type Dissectable = Pick<Network, 'layers' | 'activation' | 'outputActivation' | 'alpha' | 'parameters'>;

/** Where weight i of neuron j of layer l ≥ 1 lies in a network's parameters; i = the layer's inputs is its bias. */
export function parameterAt(layers: readonly number[], l: number, j: number, i: number): number {
  let at = 0;
  for (let k = 1; k < l; k++) at += layers[k] * (layers[k - 1] + 1);
  const inputs = layers[l - 1];
  return i === inputs ? at + layers[l] * inputs + j : at + j * inputs + i;
}

/**
 * Takes the step apart that `network.train` would make of a sample; the network stays as it is.
 *
 * `after` is what `train` itself leaves in a copy. Sums run in its order, bias first and then inputs
 * ascending, so that `before` − learningRate · (dZ · a) is `after` to the bit. With `in-place` each
 * layer's dH is read from weights nudged already.
 */
export function dissect(network: Dissectable, sample: Sample, learningRate: number, order: UpdateOrder): Dissection {
  const { layers, activation, outputActivation, alpha } = network;
  const last = layers.length - 1;
  const copy = new Network({ layers, activation, outputActivation, alpha });
  copy.parameters.set(network.parameters);
  copy.forward([sample.x, sample.y]);
  const before = Float64Array.from(copy.parameters);
  const a = layers.map((_, l) => Float64Array.from(copy.layerOutputs(l)));
  copy.train([sample.x, sample.y], [sample.target], learningRate, order);
  const after = Float64Array.from(copy.parameters);
  const functions = [new Activation(activation, alpha), new Activation(outputActivation, alpha)];
  const z = layers.map((_, l) => (l === 0 ? new Float64Array(0) : sumsOf(layers, l, before, a[l - 1])));
  const slopes = a.map((outputs, l) => (l === 0 ? new Float64Array(0) : outputs.map((value) => functions[+(l === last)].slopeAt(value))));
  const error = a[last][0] - sample.target;
  const dH = layers.map((count, l) => new Float64Array(l === 0 ? 0 : count));
  const dZ = layers.map((count, l) => new Float64Array(l === 0 ? 0 : count));
  dH[last][0] = error;
  for (let l = last; l > 0; l--) {
    if (l < last) share(layers, l, order === 'in-place' ? after : before, dZ[l + 1], dH[l]);
    for (let j = 0; j < layers[l]; j++) dZ[l][j] = dH[l][j] * slopes[l][j];
  }
  return { layers, sample, learningRate, order, z, a, slopes, error, dH, dZ, before, after };
}

function sumsOf(layers: readonly number[], l: number, parameters: Float64Array, inputs: Float64Array): Float64Array {
  return Float64Array.from({ length: layers[l] }, (_, j) => {
    let z = parameters[parameterAt(layers, l, j, inputs.length)];
    for (let i = 0; i < inputs.length; i++) z += parameters[parameterAt(layers, l, j, i)] * inputs[i];
    return z;
  });
}

/** What layer l is told of the next one's responsibilities, through that one's weights. */
function share(layers: readonly number[], l: number, parameters: Float64Array, deltas: Float64Array, out: Float64Array): void {
  const first = parameterAt(layers, l + 1, 0, 0);
  for (let j = 0; j < deltas.length; j++) {
    for (let i = 0; i < out.length; i++) out[i] += deltas[j] * parameters[first + j * out.length + i];
  }
}
