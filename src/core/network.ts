import { Activation, defaultAlpha, type ActivationName } from './activations.js';
import { BLOCK, Layer } from './layer.js';
import { normal } from './random.js';

/** Whether the deltas of earlier layers are computed before the later weights are updated, or after. */
export type UpdateOrder = 'simultaneous' | 'in-place';

export const updateOrders: readonly UpdateOrder[] = ['simultaneous', 'in-place'];

export type InitScheme = 'undecided' | 'he' | 'uniform';

export const initSchemes: readonly InitScheme[] = ['undecided', 'he', 'uniform'];

/** For each activation, the z at which it is ½: midway between the labels 0 and 1. */
const HALF: Readonly<Record<ActivationName, number>> = {
  linear: 0.5, relu: 0.5, 'leaky-relu': 0.5, sigmoid: 0, tanh: 0.5493061443340549, // ln(3) / 2
};

export interface NetworkOptions {
  /** Neurons of each layer, inputs first, e.g. [2, 8, 1]. */
  readonly layers: readonly number[];
  /** Activation of the hidden layers. Default `leaky-relu`. */
  readonly activation?: ActivationName;
  /** Default `leaky-relu`. */
  readonly outputActivation?: ActivationName;
  /** Slope of leaky ReLU for z ≤ 0, in [0, 1]. Default 0.01. */
  readonly alpha?: number;
}

/** Returns the index in `Network.parameters` of weight i, or with i = inputs the bias, of neuron j of layer l ≥ 1. */
export function parameterAt(layers: readonly number[], l: number, j: number, i: number): number {
  let at = 0;
  for (let k = 1; k < l; k++) at += layers[k] * (layers[k - 1] + 1);
  const inputs = layers[l - 1];
  return i === inputs ? at + layers[l] * inputs + j : at + j * inputs + i;
}

/**
 * A fully connected feed-forward network, trained by stochastic gradient descent.
 *
 * All numbers lie in arrays that are allocated once: `forward`, `gradient`, `train` and `evaluate` allocate nothing.
 * Sums are added in a fixed order, bias first and then inputs ascending, so that results have the same bits in
 * every engine, and in `forward` as in `evaluate`.
 * Source: Rumelhart, Hinton & Williams, Learning representations by back-propagating errors (1986).
 */
export class Network {
  readonly layers: readonly number[];
  /** For each layer: weights row-major [outputs × inputs], then biases [outputs]. May be written to. */
  readonly parameters: Float64Array;
  readonly activation: ActivationName;
  readonly outputActivation: ActivationName;
  readonly alpha: number;

  private readonly _memory: Float64Array; // parameters, a of every neuron, dLoss/dz of every neuron, learning rate
  private readonly _outputsAt: readonly number[]; // index in memory of the first output of each layer, inputs included
  private readonly _steps: readonly Layer[]; // from the first hidden layer to the output
  private readonly _last: Layer;
  private readonly _inputs: number;
  private readonly _inputsAt: number; // index in memory
  private readonly _rateAt: number; // index in memory
  private readonly _prediction: Float64Array; // view of the last layer's outputs
  private _blocks: [Float64Array, Float64Array] | undefined; // for `evaluate`: [neuron × point]

  /** Throws: RangeError unless there are two layers or more, widths are positive integers, and alpha is in [0, 1]. */
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
    const last = layers.length - 1;
    const inputsAt = parameterAt(layers, last + 1, 0, 0); // behind the last parameter
    const outputsAt = [inputsAt];
    for (const width of layers) outputsAt.push(outputsAt[outputsAt.length - 1] + width);
    const neurons = outputsAt.pop()! - inputsAt;
    this._inputs = layers[0];
    this._inputsAt = inputsAt;
    this._rateAt = inputsAt + 2 * neurons;
    this._outputsAt = outputsAt;
    this._memory = new Float64Array(this._rateAt + 1);
    this.parameters = this._memory.subarray(0, inputsAt);
    this._prediction = this._memory.subarray(outputsAt[last], outputsAt[last] + layers[last]);
    const hidden = new Activation(activation, alpha);
    const output = new Activation(outputActivation, alpha);
    this._steps = layers.slice(1).map((width, k) => new Layer(
      layers[k], width, k + 1 === last ? output : hidden, parameterAt(layers, k + 1, 0, 0), outputsAt[k],
      outputsAt[k + 1], neurons, this._rateAt,
    ));
    this._last = this._steps[last - 1];
  }

  /**
   * Draws new parameters, layer by layer, neuron by neuron, weights then bias.
   *
   * `he`: weights normal with σ = √(2 / inputs of the layer), biases 0 (He et al. 2015, arXiv 1502.01852); a normal
   * number is the sum of 12 uniform ones minus 6. `undecided`: the same, but the output's biases are where its
   * activation is ½, so that the untrained network answers neither 0 nor 1. `uniform`: all parameters uniform in
   * (−1, 1).
   */
  initialize(random: () => number, scheme: InitScheme = 'undecided'): void {
    const { layers, parameters } = this;
    const last = layers.length - 1;
    const outputBias = scheme === 'undecided' ? HALF[this.outputActivation] : 0;
    for (let l = 1; l <= last; l++) {
      const inputs = layers[l - 1];
      const sigma = Math.sqrt(2 / inputs);
      for (let j = 0; j < layers[l]; j++) {
        for (let i = 0; i < inputs; i++) {
          parameters[parameterAt(layers, l, j, i)] = scheme === 'uniform' ? symmetric(random) : sigma * normal(random);
        }
        const bias = scheme === 'uniform' ? symmetric(random) : l === last ? outputBias : 0;
        parameters[parameterAt(layers, l, j, inputs)] = bias;
      }
    }
  }

  /**
   * Returns the prediction for one input [inputs]: a view [outputs], valid until the next call of any method.
   * Throws: RangeError if the length is not the number of inputs.
   */
  forward(input: ArrayLike<number>): Float64Array {
    const { _memory: memory, _inputs: inputs, _inputsAt: at } = this;
    if (input.length !== inputs) {
      throw new RangeError(`Network.forward: input has length ${input.length}, expected ${inputs}`);
    }
    for (let i = 0; i < inputs; i++) memory[at + i] = input[i];
    this._forward();
    return this._prediction;
  }

  /**
   * Returns the outputs of layer l (inputs: 0) at the last `forward`: a view [neurons], valid until the next call.
   * Throws: RangeError if there is no such layer.
   */
  layerOutputs(l: number): Float64Array {
    const { layers } = this;
    if (!(l in layers)) throw new RangeError(`Network.layerOutputs: layer ${l}, expected 0 to ${layers.length - 1}`);
    return this._memory.subarray(this._outputsAt[l], this._outputsAt[l] + layers[l]);
  }

  /**
   * Returns the weights of neuron j of layer l ≥ 1: a view [inputs] of `parameters`.
   * Throws: RangeError if there is no such neuron.
   */
  weightsOf(l: number, j: number): Float64Array {
    this._checkNeuron(l, j, 'weightsOf');
    const at = parameterAt(this.layers, l, j, 0);
    return this.parameters.subarray(at, at + this.layers[l - 1]);
  }

  /** Returns the bias of neuron j of layer l ≥ 1. Throws: RangeError if there is no such neuron. */
  biasOf(l: number, j: number): number {
    this._checkNeuron(l, j, 'biasOf');
    return this.parameters[parameterAt(this.layers, l, j, this.layers[l - 1])];
  }

  /**
   * Computes dLoss/dparameter of ½‖prediction − target‖² into `out`, laid out as `parameters`. Returns the loss.
   * Throws: RangeError if the lengths are not those of the network.
   */
  gradient(input: ArrayLike<number>, target: ArrayLike<number>, out: Float64Array): number {
    if (out.length !== this.parameters.length) {
      throw new RangeError(`Network.gradient: out has length ${out.length}, expected ${this.parameters.length}`);
    }
    const { _memory: memory, _steps: steps } = this;
    const loss = this._forwardAndCompare(input, target);
    for (let l = steps.length - 1; l > 0; l--) steps[l].backpropagate(memory, steps[l - 1]);
    for (const layer of steps) layer.gradient(memory, out);
    return loss;
  }

  /**
   * Takes one step of gradient descent on one example: parameter −= learningRate · (delta · input).
   *
   * `simultaneous` follows the exact gradient. `in-place` updates from the output back and computes each earlier
   * delta from weights that are already updated, which is not the gradient.
   * Returns the loss ½‖prediction − target‖² before the step.
   * Throws: RangeError if the lengths are not those of the network.
   */
  train(
    input: ArrayLike<number>, target: ArrayLike<number>, learningRate: number, order: UpdateOrder = 'simultaneous',
  ): number {
    const loss = this._forwardAndCompare(input, target);
    this._memory[this._rateAt] = learningRate;
    this._backpropagateAndUpdate(order === 'simultaneous');
    return loss;
  }

  /**
   * Calls `train` on n examples in turn, faster than n calls: inputs [n × inputs], targets [n × outputs].
   * Throws: RangeError if the arrays hold fewer than n examples.
   */
  trainEach(
    inputs: Float64Array, targets: Float64Array, n: number, learningRate: number, order: UpdateOrder = 'simultaneous',
  ): void {
    const { _memory: memory, _inputs: width, _inputsAt: at, _last: last } = this;
    if (!(inputs.length >= n * width && targets.length >= n * last.outputs)) {
      throw new RangeError(`Network.trainEach: ${inputs.length} inputs and ${targets.length} targets, `
        + `expected ${n} × ${width} and ${n} × ${last.outputs}`);
    }
    const simultaneous = order === 'simultaneous';
    memory[this._rateAt] = learningRate;
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < width; i++) memory[at + i] = inputs[k * width + i];
      this._forward();
      last.compareOutputs(memory, targets, k * last.outputs);
      this._backpropagateAndUpdate(simultaneous);
    }
  }

  /**
   * Computes the predictions for n points [n × inputs] into `out` [n × outputs], with the same bits as `forward`.
   * Throws: RangeError if the lengths disagree.
   */
  evaluate(points: Float64Array, out: Float64Array): void {
    const { layers, _inputs: inputs, _last: { outputs } } = this;
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
      for (const layer of this._steps) {
        layer.forwardBlock(this._memory, source, sink, count);
        const spare = source;
        source = sink;
        sink = spare;
      }
      for (let j = 0; j < outputs; j++) {
        for (let k = 0; k < count; k++) out[(start + k) * outputs + j] = source[j * BLOCK + k];
      }
    }
  }

  private _checkNeuron(l: number, j: number, where: string): void {
    const { layers } = this;
    if (l < 1 || !(l in layers) || !(j >= 0 && j < layers[l] && Number.isInteger(j))) {
      throw new RangeError(`Network.${where}: neuron ${j} of layer ${l}, `
        + `expected one of layers 1 to ${layers.length - 1} of ${layers.join('-')}`);
    }
  }

  /** Computes the prediction, then dLoss/dz of the output layer. Returns the loss. */
  private _forwardAndCompare(input: ArrayLike<number>, target: ArrayLike<number>): number {
    const { _last: last } = this;
    if (target.length !== last.outputs) {
      throw new RangeError(`Network: target has length ${target.length}, expected ${last.outputs}`);
    }
    const prediction = this.forward(input);
    let loss = 0;
    for (let j = 0; j < last.outputs; j++) loss += 0.5 * (prediction[j] - target[j]) * (prediction[j] - target[j]);
    last.compareOutputs(this._memory, target, 0);
    return loss;
  }

  private _forward(): void {
    const { _memory: memory, _steps: steps } = this;
    for (let l = 0; l < steps.length; l++) steps[l].forward(memory);
  }

  /** Updates all layers, from the deltas of the output layer back to the first layer. */
  private _backpropagateAndUpdate(simultaneous: boolean): void {
    const { _memory: memory, _steps: steps } = this;
    for (let l = steps.length - 1; l > 0; l--) {
      if (simultaneous) {
        steps[l].backpropagateAndUpdate(memory, steps[l - 1]);
      } else {
        steps[l].update(memory);
        steps[l].backpropagate(memory, steps[l - 1]);
      }
    }
    steps[0].update(memory);
  }
}

/** Returns a number that is uniform in (−1, 1): 0 would give −1, so it is drawn again. */
function symmetric(random: () => number): number {
  let u = random();
  while (u === 0) u = random();
  return 2 * u - 1;
}
