import { Activation, defaultAlpha, type ActivationName } from './activations.js';
import { BLOCK, Layer } from './layer.js';
import { normal } from './random.js';

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

  private readonly _memory: Float64Array; // the parameters, a of every neuron, dLoss/dz of every neuron, the learning rate
  private readonly _weightsAt: readonly number[]; // where layer l's weights begin there
  private readonly _outputsAt: readonly number[]; // where layer l's outputs begin there, the inputs at 0
  private readonly _steps: readonly Layer[]; // from the first hidden layer to the output
  private readonly _last: Layer;
  private readonly _inputs: number;
  private readonly _inputsAt: number; // where they begin in memory
  private readonly _rateAt: number; // and where the learning rate is
  private readonly _prediction: Float64Array; // the last layer's outputs
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
    const last = layers.length - 1;
    const weightsAt = [0, 0];
    for (let l = 1; l <= last; l++) weightsAt.push(weightsAt[l] + layers[l] * (layers[l - 1] + 1));
    const outputsAt = [weightsAt[last + 1]];
    for (let l = 1; l <= last; l++) outputsAt.push(outputsAt[l - 1] + layers[l - 1]);
    const neurons = outputsAt[last] + layers[last] - outputsAt[0];
    const rate = outputsAt[0] + 2 * neurons;
    const memory = new Float64Array(rate + 1);
    this._memory = memory;
    this._weightsAt = weightsAt;
    this._outputsAt = outputsAt;
    this.parameters = memory.subarray(0, outputsAt[0]);
    this._prediction = memory.subarray(outputsAt[last], outputsAt[last] + layers[last]);
    this._steps = layers.slice(1).map((outputs, l) => new Layer(layers[l], outputs, l + 1 === last ? output : hidden, {
      weights: weightsAt[l + 1],
      inputs: outputsAt[l],
      outputs: outputsAt[l + 1],
      inputDeltas: outputsAt[l] + neurons,
      deltas: outputsAt[l + 1] + neurons,
      rate,
    }));
    this._last = this._steps[last - 1];
    this._inputs = layers[0];
    this._inputsAt = outputsAt[0];
    this._rateAt = rate;
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
    const { _memory: memory, _inputs: inputs, _inputsAt: at } = this;
    if (input.length !== inputs) {
      throw new RangeError(`Network.forward: input has length ${input.length}, expected ${inputs}`);
    }
    for (let i = 0; i < inputs; i++) memory[at + i] = input[i];
    this._forward();
    return this._prediction;
  }

  /**
   * What layer l put out at the last `forward`, inputs at 0: a view [neurons], valid until the next call.
   * Throws: RangeError if there is no such layer.
   */
  layerOutputs(l: number): Float64Array {
    const { layers } = this;
    if (!(l in layers)) throw new RangeError(`Network.layerOutputs: layer ${l}, expected 0 to ${layers.length - 1}`);
    return this._memory.subarray(this._outputsAt[l], this._outputsAt[l] + layers[l]);
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
    const { _memory: memory, _steps: steps } = this;
    const loss = this._compare(input, target);
    for (let l = steps.length - 1; l > 0; l--) steps[l].backpropagate(memory, steps[l - 1]);
    for (const layer of steps) layer.gradient(memory, out);
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
    const loss = this._compare(input, target);
    this._memory[this._rateAt] = learningRate;
    this._descend(order === 'simultaneous');
    return loss;
  }

  /**
   * `train` on n examples in turn: inputs [n × inputs], targets [n × outputs]. Quicker than n calls.
   * Throws: RangeError if the arrays have no room for n examples.
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
      last.compare(memory, targets, k * last.outputs);
      this._descend(simultaneous);
    }
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

  /** Where the weights of layer l begin, if it has a neuron j. */
  private _checkNeuron(l: number, j: number, where: string): number {
    const { layers } = this;
    if (l < 1 || !(l in layers) || !(j >= 0 && j < layers[l] && Number.isInteger(j))) {
      throw new RangeError(`Network.${where}: neuron ${j} of layer ${l}, expected one of layers 1 to ${layers.length - 1} of ${layers.join('-')}`);
    }
    return this._weightsAt[l];
  }

  /** Forward, then dLoss/dz of the output layer. Returns the loss. */
  private _compare(input: ArrayLike<number>, target: ArrayLike<number>): number {
    const { _last: last } = this;
    if (target.length !== last.outputs) {
      throw new RangeError(`Network: target has length ${target.length}, expected ${last.outputs}`);
    }
    const prediction = this.forward(input);
    let loss = 0;
    for (let j = 0; j < last.outputs; j++) loss += 0.5 * (prediction[j] - target[j]) * (prediction[j] - target[j]);
    last.compare(this._memory, target, 0);
    return loss;
  }

  private _forward(): void {
    const { _memory: memory, _steps: steps } = this;
    for (let l = 0; l < steps.length; l++) steps[l].forward(memory);
  }

  /** From the deltas of the output layer back to the first. */
  private _descend(simultaneous: boolean): void {
    const { _memory: memory, _steps: steps } = this;
    for (let l = steps.length - 1; l > 0; l--) {
      if (simultaneous) {
        steps[l].descend(memory, steps[l - 1]);
      } else {
        steps[l].nudge(memory);
        steps[l].backpropagate(memory, steps[l - 1]);
      }
    }
    steps[0].nudge(memory);
  }
}

/** Uniform in (−1, 1): 0 would be −1, so it is drawn again. */
function symmetric(random: () => number): number {
  let u = random();
  while (u === 0) u = random();
  return 2 * u - 1;
}
