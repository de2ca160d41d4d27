import { Activation, defaultAlpha, type ActivationName } from './activations.js';

/** When an earlier layer's responsibilities are computed: before the later weights are nudged, or after. */
export type UpdateOrder = 'simultaneous' | 'in-place';

export const updateOrders: readonly UpdateOrder[] = ['simultaneous', 'in-place'];

export type InitScheme = 'he' | 'uniform';

export const initSchemes: readonly InitScheme[] = ['he', 'uniform'];

export interface NetworkOptions {
  /** Neurons a layer, inputs first, e.g. [2, 8, 1]. */
  readonly layers: readonly number[];
  /** Of the hidden layers. Default `leaky-relu`. */
  readonly activation?: ActivationName;
  /** Default `leaky-relu`. */
  readonly outputActivation?: ActivationName;
  /** Slope of leaky ReLU for z ≤ 0, in [0, 1]. Default 0.01. */
  readonly alpha?: number;
}

/** Points that `evaluate` takes through the layers together. */
const BLOCK = 32;

/**
 * A fully connected feed-forward network, trained by stochastic gradient descent.
 *
 * Everything lives in flat arrays made once: `forward`, `gradient`, `train` and `evaluate` allocate
 * nothing. Sums run in one order, bias first and then inputs ascending, so that results are the same
 * bits in every engine and in `forward` as in `evaluate`.
 * Source: Rumelhart, Hinton & Williams, Learning representations by back-propagating errors (1986).
 */
export class Network {
  readonly layers: readonly number[];
  /** Per layer: weights row-major [outputs × inputs], then biases [outputs]. May be written to. */
  readonly parameters: Float64Array;
  readonly activation: ActivationName;
  readonly outputActivation: ActivationName;
  readonly alpha: number;

  private readonly _functions: readonly Activation[]; // of layer l at l; none at 0
  private readonly _weightsAt: readonly number[]; // where layer l's weights begin in `parameters`
  private readonly _neuronsAt: readonly number[]; // where layer l's neurons begin in the two below
  private readonly _outputs: Float64Array; // a of every neuron, the inputs first
  private readonly _deltas: Float64Array; // dLoss/dz of every neuron
  private readonly _prediction: Float64Array; // the last layer's part of `_outputs`
  private _blocks: [Float64Array, Float64Array] | undefined; // for `evaluate`: [neuron × point]

  /** Throws: RangeError if there are fewer than two layers, a width is no positive integer, or alpha is not in [0, 1]. */
  constructor({
    layers, activation = 'leaky-relu', outputActivation = 'leaky-relu', alpha = defaultAlpha,
  }: NetworkOptions) {
    if (layers.length < 2 || !Array.from(layers).every((width) => Number.isInteger(width) && width > 0)) {
      throw new RangeError(`Network: layers are [${layers.join(', ')}], expected at least two positive integers`);
    }
    this.layers = Object.freeze([...layers]);
    this.activation = activation;
    this.outputActivation = outputActivation;
    this.alpha = alpha;
    const hidden = new Activation(activation, alpha);
    const output = new Activation(outputActivation, alpha);
    this._functions = layers.map((_, l) => (l === layers.length - 1 ? output : hidden));
    const weightsAt = [0, 0];
    const neuronsAt = [0];
    for (let l = 1; l < layers.length; l++) {
      weightsAt.push(weightsAt[l] + layers[l] * (layers[l - 1] + 1));
      neuronsAt.push(neuronsAt[l - 1] + layers[l - 1]);
    }
    const neurons = neuronsAt[layers.length - 1] + layers[layers.length - 1];
    this._weightsAt = weightsAt;
    this._neuronsAt = neuronsAt;
    this.parameters = new Float64Array(weightsAt[layers.length]);
    this._outputs = new Float64Array(neurons);
    this._deltas = new Float64Array(neurons);
    this._prediction = this._outputs.subarray(neuronsAt[layers.length - 1]);
  }

  /**
   * Draws new parameters, layer by layer, neuron by neuron, weights then bias.
   *
   * `he`: weights normal with σ = √(2 / inputs of the layer), biases 0 (He et al. 2015, arXiv 1502.01852);
   * a normal draw is the sum of 12 uniform ones minus 6. `uniform`: all of them uniform in (−1, 1).
   */
  initialize(random: () => number, scheme: InitScheme = 'he'): void {
    const { layers, parameters } = this;
    for (let l = 1; l < layers.length; l++) {
      const inputs = layers[l - 1];
      const sigma = Math.sqrt(2 / inputs);
      const biases = this._weightsAt[l] + layers[l] * inputs;
      for (let j = 0; j < layers[l]; j++) {
        const row = this._weightsAt[l] + j * inputs;
        for (let i = 0; i < inputs; i++) {
          parameters[row + i] = scheme === 'he' ? sigma * normal(random) : symmetric(random);
        }
        parameters[biases + j] = scheme === 'he' ? 0 : symmetric(random);
      }
    }
  }

  /**
   * The prediction for one input [inputs]: a view [outputs], valid until the next call of any method.
   * Throws: RangeError if the length is not the number of inputs.
   */
  forward(input: ArrayLike<number>): Float64Array {
    const { layers, parameters: p, _outputs: a } = this;
    if (input.length !== layers[0]) {
      throw new RangeError(`Network.forward: input has length ${input.length}, expected ${layers[0]}`);
    }
    for (let i = 0; i < layers[0]; i++) a[i] = input[i];
    for (let l = 1; l < layers.length; l++) {
      const inputs = layers[l - 1];
      const outputs = layers[l];
      const from = this._neuronsAt[l - 1];
      const to = this._neuronsAt[l];
      let w = this._weightsAt[l];
      const b = w + outputs * inputs;
      for (let j = 0; j < outputs; j++) {
        let z = p[b + j];
        for (let i = 0; i < inputs; i++) z += p[w++] * a[from + i];
        a[to + j] = z;
      }
      this._functions[l].apply(a, to, to + outputs);
    }
    return this._prediction;
  }

  /**
   * What layer l put out at the last `forward`, inputs at 0: a view [neurons], valid until the next call.
   * Throws: RangeError if there is no such layer.
   */
  layerOutputs(l: number): Float64Array {
    const { layers } = this;
    if (!(l in layers)) throw new RangeError(`Network.layerOutputs: layer ${l}, expected 0 to ${layers.length - 1}`);
    return this._outputs.subarray(this._neuronsAt[l], this._neuronsAt[l] + layers[l]);
  }

  /**
   * The weights of neuron j of layer l ≥ 1: a view [inputs] of `parameters`.
   * Throws: RangeError if there is no such neuron.
   */
  weightsOf(l: number, j: number): Float64Array {
    const at = this._checkNeuron(l, j, 'weightsOf') + j * this.layers[l - 1];
    return this.parameters.subarray(at, at + this.layers[l - 1]);
  }

  /** The bias of neuron j of layer l ≥ 1. Throws: RangeError if there is no such neuron. */
  biasOf(l: number, j: number): number {
    return this.parameters[this._checkNeuron(l, j, 'biasOf') + this.layers[l] * this.layers[l - 1] + j];
  }

  /**
   * dLoss/dparameter of ½‖prediction − target‖² into `out`, laid out as `parameters`; returns the loss.
   * Throws: RangeError if the lengths are not those of the network.
   */
  gradient(input: ArrayLike<number>, target: ArrayLike<number>, out: Float64Array): number {
    if (out.length !== this.parameters.length) {
      throw new RangeError(`Network.gradient: out has length ${out.length}, expected ${this.parameters.length}`);
    }
    const { layers, _outputs: a, _deltas: d } = this;
    const loss = this._outputDeltas(input, target);
    for (let l = layers.length - 1; l > 0; l--) {
      if (l > 1) this._backpropagate(l);
      const inputs = layers[l - 1];
      const from = this._neuronsAt[l - 1];
      const to = this._neuronsAt[l];
      let w = this._weightsAt[l];
      const b = w + layers[l] * inputs;
      for (let j = 0; j < layers[l]; j++) {
        for (let i = 0; i < inputs; i++) out[w++] = d[to + j] * a[from + i];
        out[b + j] = d[to + j];
      }
    }
    return loss;
  }

  /**
   * One step of gradient descent on one example: parameter −= learningRate · (delta · input).
   *
   * `simultaneous` follows the exact gradient. `in-place` nudges from the output back and reads each
   * earlier delta from weights just nudged, which is not the gradient.
   * Returns the loss ½‖prediction − target‖² before the step.
   * Throws: RangeError if the lengths are not those of the network.
   */
  train(
    input: ArrayLike<number>, target: ArrayLike<number>, learningRate: number, order: UpdateOrder = 'simultaneous',
  ): number {
    const { layers, parameters: p, _outputs: a, _deltas: d } = this;
    const loss = this._outputDeltas(input, target);
    for (let l = layers.length - 1; l > 0; l--) {
      if (l > 1 && order === 'simultaneous') this._backpropagate(l);
      const inputs = layers[l - 1];
      const from = this._neuronsAt[l - 1];
      const to = this._neuronsAt[l];
      let w = this._weightsAt[l];
      const b = w + layers[l] * inputs;
      for (let j = 0; j < layers[l]; j++) {
        const delta = d[to + j];
        for (let i = 0; i < inputs; i++) p[w++] -= learningRate * (delta * a[from + i]);
        p[b + j] -= learningRate * delta;
      }
      if (l > 1 && order === 'in-place') this._backpropagate(l);
    }
    return loss;
  }

  /**
   * Predictions for n points: [n × inputs] into `out` [n × outputs], each bit as `forward` gives it.
   * Throws: RangeError if the lengths disagree.
   */
  evaluate(points: Float64Array, out: Float64Array): void {
    const { layers } = this;
    const inputs = layers[0];
    const outputs = layers[layers.length - 1];
    const n = points.length / inputs;
    if (!Number.isInteger(n) || out.length !== n * outputs) {
      throw new RangeError(`Network.evaluate: ${points.length} coordinates and room for ${out.length} predictions, `
        + `expected multiples of ${inputs} and ${outputs}`);
    }
    const size = BLOCK * Math.max(...layers);
    let [source, sink] = (this._blocks ??= [new Float64Array(size), new Float64Array(size)]);
    for (let start = 0; start < n; start += BLOCK) {
      const count = Math.min(BLOCK, n - start);
      for (let i = 0; i < inputs; i++) {
        for (let k = 0; k < count; k++) source[i * BLOCK + k] = points[(start + k) * inputs + i];
      }
      for (let l = 1; l < layers.length; l++) {
        this._layerOverBlock(l, source, sink, count);
        [source, sink] = [sink, source];
      }
      for (let j = 0; j < outputs; j++) {
        for (let k = 0; k < count; k++) out[(start + k) * outputs + j] = source[j * BLOCK + k];
      }
    }
  }

  /** Where the weights of layer l begin, if it has a neuron j. */
  private _checkNeuron(l: number, j: number, where: string): number {
    const { layers } = this;
    if (l < 1 || !(l in layers) || !(j >= 0 && j < layers[l] && Number.isInteger(j))) {
      throw new RangeError(`Network.${where}: neuron ${j} of layer ${l}, expected one of layers 1 to ${layers.length - 1} of ${layers.join('-')}`);
    }
    return this._weightsAt[l];
  }

  /** Layer l for `count` points, neuron by neuron, so that a neuron's numbers stay at hand. */
  private _layerOverBlock(l: number, source: Float64Array, sink: Float64Array, count: number): void {
    const { layers, parameters: p } = this;
    const inputs = layers[l - 1];
    let w = this._weightsAt[l];
    const b = w + layers[l] * inputs;
    for (let j = 0; j < layers[l]; j++) {
      const row = j * BLOCK;
      const bias = p[b + j];
      for (let k = 0; k < count; k++) sink[row + k] = bias;
      for (let i = 0; i < inputs; i++) {
        const weight = p[w++];
        const column = i * BLOCK;
        for (let k = 0; k < count; k++) sink[row + k] += weight * source[column + k];
      }
      this._functions[l].apply(sink, row, row + count);
    }
  }

  /** Forward, then dLoss/dz of the output layer: (prediction − target)·f′(z). Returns the loss. */
  private _outputDeltas(input: ArrayLike<number>, target: ArrayLike<number>): number {
    const prediction = this.forward(input);
    const outputs = prediction.length;
    if (target.length !== outputs) {
      throw new RangeError(`Network: target has length ${target.length}, expected ${outputs}`);
    }
    const last = this.layers.length - 1;
    const at = this._neuronsAt[last];
    let loss = 0;
    for (let j = 0; j < outputs; j++) {
      const error = prediction[j] - target[j];
      this._deltas[at + j] = error;
      loss += 0.5 * error * error;
    }
    this._functions[last].scaleBySlope(this._deltas, this._outputs, at, at + outputs);
    return loss;
  }

  /** dLoss/dz of layer l − 1 from that of layer l and the weights between them as they are now. */
  private _backpropagate(l: number): void {
    const { layers, parameters: p, _deltas: d } = this;
    const inputs = layers[l - 1];
    const from = this._neuronsAt[l - 1];
    const to = this._neuronsAt[l];
    let w = this._weightsAt[l];
    for (let i = 0; i < inputs; i++) d[from + i] = 0;
    for (let j = 0; j < layers[l]; j++) {
      const delta = d[to + j];
      for (let i = 0; i < inputs; i++) d[from + i] += delta * p[w++];
    }
    this._functions[l - 1].scaleBySlope(d, this._outputs, from, from + inputs);
  }
}

/** Standard normal to within the tails beyond ±6: the sum of 12 uniform draws minus 6. */
function normal(random: () => number): number {
  let sum = 0;
  for (let k = 0; k < 12; k++) sum += random();
  return sum - 6;
}

/** Uniform in (−1, 1): 0 would be −1, so it is drawn again. */
function symmetric(random: () => number): number {
  let u = random();
  while (u === 0) u = random();
  return 2 * u - 1;
}
