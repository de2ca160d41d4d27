import { Activation } from '../activations.js';
import { Network, parameterAt, type UpdateOrder } from '../network.js';
import type { Sample } from '../trainer.js';

/** All numbers of one training step. [layer] counts the inputs as layer 0, whose arrays are empty except in `a`. */
export interface Dissection {
  /** Neurons of each layer, inputs first. */
  readonly layers: readonly number[];
  readonly sample: Sample;
  readonly learningRate: number;
  readonly order: UpdateOrder;
  /** Weighted sums, [layer][neuron]. */
  readonly z: readonly Float64Array[];
  /** Outputs, [layer][neuron]: the inputs, then f(z). */
  readonly a: readonly Float64Array[];
  /** f′(z), [layer][neuron]. */
  readonly slopes: readonly Float64Array[];
  /** prediction − target. */
  readonly error: number;
  /** dLoss/da, [layer][neuron]; of the output layer, the error. */
  readonly dH: readonly Float64Array[];
  /** dLoss/dz, [layer][neuron]. */
  readonly dZ: readonly Float64Array[];
  /** The network's parameters before the step. */
  readonly before: Float64Array;
  /** Its parameters after the step, with the same bits as `Network.train` gives. */
  readonly after: Float64Array;
}

/** The parts of a network that `dissect` reads. */
export type Dissectable = Pick<Network, 'layers' | 'activation' | 'outputActivation' | 'alpha' | 'parameters'>;

/**
 * Computes every number of the step that `network.train` would take on a sample. The network is only read.
 *
 * `after` comes from `train` on a copy. Sums are added in its order, bias first and then inputs ascending, so that
 * `before` − learningRate · (dZ · a) has the bits of `after`. With `in-place`, the dH of each hidden layer are
 * computed from weights that are already updated.
 */
export function dissect(network: Dissectable, sample: Sample, learningRate: number, order: UpdateOrder): Dissection {
  const { layers, activation, outputActivation, alpha } = network;
  const last = layers.length - 1;
  const copy = new Network({ layers, activation, outputActivation, alpha });
  copy.parameters.set(network.parameters);
  copy.forward([sample.x, sample.y]);
  const before = copy.parameters.slice();
  const a = layers.map((_, l) => copy.layerOutputs(l).slice());
  copy.train([sample.x, sample.y], [sample.target], learningRate, order);
  const after = copy.parameters.slice();
  const hidden = new Activation(activation, alpha);
  const output = new Activation(outputActivation, alpha);
  const [z, slopes, dH, dZ] = [0, 1, 2, 3].map(() => layers.map((width, l) => new Float64Array(l === 0 ? 0 : width)));
  for (let l = 1; l <= last; l++) {
    for (let j = 0; j < layers[l]; j++) {
      const inputs = a[l - 1];
      z[l][j] = before[parameterAt(layers, l, j, inputs.length)];
      for (let i = 0; i < inputs.length; i++) z[l][j] += before[parameterAt(layers, l, j, i)] * inputs[i];
      slopes[l][j] = (l === last ? output : hidden).slopeAt(a[l][j]);
    }
  }
  const error = a[last][0] - sample.target;
  dH[last][0] = error;
  const read = order === 'in-place' ? after : before;
  for (let l = last; l > 0; l--) {
    for (let j = 0; l < last && j < layers[l + 1]; j++) {
      for (let i = 0; i < layers[l]; i++) dH[l][i] += dZ[l + 1][j] * read[parameterAt(layers, l + 1, j, i)];
    }
    for (let j = 0; j < layers[l]; j++) dZ[l][j] = dH[l][j] * slopes[l][j];
  }
  return { layers, sample, learningRate, order, z, a, slopes, error, dH, dZ, before, after };
}
