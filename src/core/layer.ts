import type { Activation } from './activations.js';

/** Number of points that `Network.evaluate` takes through a layer together; a multiple of four. */
export const BLOCK = 32;

/**
 * Does the arithmetic of one fully connected layer. Its numbers lie in one array `m` that all layers of a network
 * share, so that the engine looks it up and checks it once a call.
 *
 * Rows are processed four at a time, because each sum has to wait for its own last addition. Every method adds
 * in the same order: bias first, then inputs ascending. Slopes of piecewise linear functions are looked up
 * instead of branched on, because branches on random samples are mispredicted. docs/decisions/0008 has what each gains.
 */
export class Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  private readonly _weights: number;
  private readonly _biases: number;
  private readonly _from: number;
  private readonly _to: number;
  private readonly _inputDeltas: number;
  private readonly _deltas: number;
  private readonly _rate: number;
  private readonly _slopes: Float64Array;
  private readonly _curved: boolean;

  /**
   * Takes the layer's width and the positions of its numbers in `m`: of its weights, row-major [outputs × inputs]
   * with the biases [outputs] behind them; of its inputs; of its outputs; and of the learning rate, which would be
   * a new number object at every call if it were an argument. dLoss/dz of a neuron lies `toDelta` behind its output.
   */
  constructor(
    inputs: number, outputs: number, activation: Activation, weights: number, from: number, to: number, toDelta: number,
    rate: number,
  ) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.activation = activation;
    this._weights = weights;
    this._biases = weights + inputs * outputs;
    this._from = from;
    this._to = to;
    this._inputDeltas = from + toDelta;
    this._deltas = to + toDelta;
    this._rate = rate;
    this._slopes = activation.slopes;
    this._curved = activation.curved;
  }

  /** Computes a = f(w·inputs + b) of every neuron. */
  forward(m: Float64Array): void {
    if (this.inputs === 2) this._forwardPairs(m);
    else this._forwardRows(m);
    if (this._curved) this.activation.apply(m, this._to, this._to + this.outputs);
  }

  /** Computes `forward` for `count` points together: `source` [inputs × BLOCK] to `sink` [outputs × BLOCK]. */
  forwardBlock(m: Float64Array, source: Float64Array, sink: Float64Array, count: number): void {
    const { inputs, outputs, _biases: b, _slopes: slopes } = this;
    let w = this._weights;
    for (let j = 0, row = 0; j < outputs; j++, row += BLOCK, w += inputs) {
      const bias = m[b + j];
      // Always four points: results beyond the last point are computed too, but not read.
      for (let k = 0; k < count; k += 4) {
        let z0 = bias;
        let z1 = bias;
        let z2 = bias;
        let z3 = bias;
        for (let i = 0, at = k; i < inputs; i++, at += BLOCK) {
          const weight = m[w + i];
          z0 += weight * source[at];
          z1 += weight * source[at + 1];
          z2 += weight * source[at + 2];
          z3 += weight * source[at + 3];
        }
        sink[row + k] = z0 * slopes[+(z0 > 0)] + 0;
        sink[row + k + 1] = z1 * slopes[+(z1 > 0)] + 0;
        sink[row + k + 2] = z2 * slopes[+(z2 > 0)] + 0;
        sink[row + k + 3] = z3 * slopes[+(z3 > 0)] + 0;
      }
      if (this._curved) this.activation.apply(sink, row, row + count);
    }
  }

  /** Computes dLoss/dz of the output layer, for a loss of ½‖outputs − targets‖²; the targets begin at index `at`. */
  compareOutputs(m: Float64Array, targets: ArrayLike<number>, at: number): void {
    const { outputs, _to: to, _deltas: deltas } = this;
    for (let j = 0; j < outputs; j++) m[deltas + j] = m[to + j] - targets[at + j];
    this._scaleDeltas(m);
  }

  /** Computes dLoss/dz of the layer `below` from its own and from the present weights. */
  backpropagate(m: Float64Array, below: Layer): void {
    const { inputs, outputs, _inputDeltas: into, _deltas: deltas } = this;
    let w = this._weights;
    for (let i = 0; i < inputs; i++) m[into + i] = 0;
    for (let j = 0; j < outputs; j++) {
      const delta = m[deltas + j];
      for (let i = 0; i < inputs; i++) m[into + i] += delta * m[w++];
    }
    below._scaleDeltas(m);
  }

  /** Updates the parameters: weight −= rate · (delta · input), bias −= rate · delta. */
  update(m: Float64Array): void {
    if (this.inputs === 2) this._updatePairs(m);
    else this._updateRows(m);
  }

  /** Does the same as `backpropagate` and then `update`, to the bit, but reads each weight only once. */
  backpropagateAndUpdate(m: Float64Array, below: Layer): void {
    if (this.outputs === 1) this._updateSingleRow(m, below._slopes);
    else this._updateRowsAndDeltas(m);
    if (this.outputs > 1 || below._curved) below._scaleDeltas(m);
  }

  /** Writes dLoss/dparameter to `out`, laid out as the network's parameters. */
  gradient(m: Float64Array, out: Float64Array): void {
    const { inputs, outputs, _biases: b, _from: from, _deltas: deltas } = this;
    let w = this._weights;
    for (let j = 0; j < outputs; j++) {
      const delta = m[deltas + j];
      for (let i = 0; i < inputs; i++) out[w++] = delta * m[from + i];
      out[b + j] = delta;
    }
  }

  private _forwardPairs(m: Float64Array): void {
    const { outputs, _biases: b, _from: from, _to: to, _slopes: slopes } = this;
    const x = m[from];
    const y = m[from + 1];
    for (let j = 0, w = this._weights; j < outputs; j++, w += 2) {
      const z = m[b + j] + m[w] * x + m[w + 1] * y;
      m[to + j] = z * slopes[+(z > 0)] + 0; // turns relu's −0 into 0
    }
  }

  private _forwardRows(m: Float64Array): void {
    const { inputs, outputs, _biases: b, _from: from, _to: to, _slopes: slopes } = this;
    let w = this._weights;
    let j = 0;
    for (; j + 3 < outputs; j += 4) {
      const w1 = w + inputs;
      const w2 = w1 + inputs;
      const w3 = w2 + inputs;
      let z0 = m[b + j];
      let z1 = m[b + j + 1];
      let z2 = m[b + j + 2];
      let z3 = m[b + j + 3];
      for (let i = 0; i < inputs; i++) {
        const a = m[from + i];
        z0 += m[w + i] * a;
        z1 += m[w1 + i] * a;
        z2 += m[w2 + i] * a;
        z3 += m[w3 + i] * a;
      }
      m[to + j] = z0 * slopes[+(z0 > 0)] + 0;
      m[to + j + 1] = z1 * slopes[+(z1 > 0)] + 0;
      m[to + j + 2] = z2 * slopes[+(z2 > 0)] + 0;
      m[to + j + 3] = z3 * slopes[+(z3 > 0)] + 0;
      w = w3 + inputs;
    }
    for (; j < outputs; j++, w += inputs) {
      let z = m[b + j];
      for (let i = 0; i < inputs; i++) z += m[w + i] * m[from + i];
      m[to + j] = z * slopes[+(z > 0)] + 0;
    }
  }

  private _updatePairs(m: Float64Array): void {
    const { outputs, _biases: b, _from: from, _deltas: deltas } = this;
    const rate = m[this._rate];
    const x = m[from];
    const y = m[from + 1];
    for (let j = 0, w = this._weights; j < outputs; j++, w += 2) {
      const delta = m[deltas + j];
      m[w] -= rate * (delta * x);
      m[w + 1] -= rate * (delta * y);
      m[b + j] -= rate * delta;
    }
  }

  private _updateRows(m: Float64Array): void {
    const { inputs, outputs, _biases: b, _from: from, _deltas: deltas } = this;
    const rate = m[this._rate];
    for (let j = 0, w = this._weights; j < outputs; j++) {
      const delta = m[deltas + j];
      for (let i = 0; i < inputs; i++) m[w++] -= rate * (delta * m[from + i]);
      m[b + j] -= rate * delta;
    }
  }

  /** `backpropagateAndUpdate` of a single neuron, also multiplying by `slopes` if f is piecewise linear below. */
  private _updateSingleRow(m: Float64Array, slopes: Float64Array): void {
    const { inputs, _weights: w, _biases: b, _from: from, _inputDeltas: into, _deltas: deltas } = this;
    const rate = m[this._rate];
    const delta = m[deltas];
    for (let i = 0; i < inputs; i++) {
      const weight = m[w + i];
      const a = m[from + i];
      m[into + i] = (0 + delta * weight) * slopes[+(a > 0)];
      m[w + i] = weight - rate * (delta * a);
    }
    m[b] -= rate * delta;
  }

  private _updateRowsAndDeltas(m: Float64Array): void {
    const { inputs, outputs, _biases: b, _from: from, _inputDeltas: into, _deltas: deltas } = this;
    const rate = m[this._rate];
    let w = this._weights;
    for (let i = 0; i < inputs; i++) m[into + i] = 0;
    let j = 0;
    for (; j + 3 < outputs; j += 4) {
      const w1 = w + inputs;
      const w2 = w1 + inputs;
      const w3 = w2 + inputs;
      const d0 = m[deltas + j];
      const d1 = m[deltas + j + 1];
      const d2 = m[deltas + j + 2];
      const d3 = m[deltas + j + 3];
      for (let i = 0; i < inputs; i++) {
        const a = m[from + i];
        const v0 = m[w + i];
        const v1 = m[w1 + i];
        const v2 = m[w2 + i];
        const v3 = m[w3 + i];
        m[into + i] = m[into + i] + d0 * v0 + d1 * v1 + d2 * v2 + d3 * v3;
        m[w + i] = v0 - rate * (d0 * a);
        m[w1 + i] = v1 - rate * (d1 * a);
        m[w2 + i] = v2 - rate * (d2 * a);
        m[w3 + i] = v3 - rate * (d3 * a);
      }
      m[b + j] -= rate * d0;
      m[b + j + 1] -= rate * d1;
      m[b + j + 2] -= rate * d2;
      m[b + j + 3] -= rate * d3;
      w = w3 + inputs;
    }
    for (; j < outputs; j++, w += inputs) {
      const delta = m[deltas + j];
      for (let i = 0; i < inputs; i++) {
        const weight = m[w + i];
        m[into + i] += delta * weight;
        m[w + i] = weight - rate * (delta * m[from + i]);
      }
      m[b + j] -= rate * delta;
    }
  }

  /** Turns dLoss/da of the layer's neurons into dLoss/dz, in place. */
  private _scaleDeltas(m: Float64Array): void {
    const { outputs, activation, _to: to, _deltas: deltas, _slopes: slopes } = this;
    if (this._curved) activation.scaleBySlope(m, deltas, to, outputs);
    else for (let j = 0; j < outputs; j++) m[deltas + j] *= slopes[+(m[to + j] > 0)];
  }
}
