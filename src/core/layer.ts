import type { Activation } from './activations.js';

/** Where a layer finds its numbers in the one array that holds its network's. */
export interface LayerOffsets {
  /** Weights row-major [outputs × inputs], then biases [outputs]. */
  readonly weights: number;
  /** a of the layer before [inputs]. */
  readonly inputs: number;
  /** a of its own neurons [outputs]. */
  readonly outputs: number;
  /** dLoss/dz of the layer before [inputs]. */
  readonly inputDeltas: number;
  /** dLoss/dz of its own neurons [outputs]. */
  readonly deltas: number;
  /** The learning rate: passed as an argument, it would be a new object at every call that is not inlined. */
  readonly rate: number;
}

/** Points that `evaluate` takes through the layers together; a multiple of four. */
export const BLOCK = 32;

/**
 * A fully connected layer's arithmetic. Its numbers lie in an array that all layers share, which the
 * engine need check and look up only once a call.
 *
 * Four rows go at a time, since each sum must wait for its own last addition: bias first, then inputs
 * ascending, whichever method adds it up. Slopes of piecewise linear functions are looked up, not
 * branched on, for random samples would be mispredicted. docs/decisions/0008 has what each gains.
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

  constructor(inputs: number, outputs: number, activation: Activation, places: LayerOffsets) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.activation = activation;
    this._weights = places.weights;
    this._biases = places.weights + inputs * outputs;
    this._from = places.inputs;
    this._to = places.outputs;
    this._inputDeltas = places.inputDeltas;
    this._deltas = places.deltas;
    this._rate = places.rate;
    this._slopes = activation.slopes;
    this._curved = activation.curved;
  }

  /** a = f(w·inputs + b) of every neuron. */
  forward(m: Float64Array): void {
    if (this.inputs === 2) this._forwardPairs(m);
    else this._forwardRows(m);
    if (this._curved) this.activation.apply(m, this._to, this._to + this.outputs);
  }

  /** As `forward`, for `count` points at once: [inputs × BLOCK] into [outputs × BLOCK], neuron by neuron. */
  forwardBlock(m: Float64Array, source: Float64Array, sink: Float64Array, count: number): void {
    const { inputs, outputs, _biases: b, _slopes: slopes } = this;
    let w = this._weights;
    for (let j = 0, row = 0; j < outputs; j++, row += BLOCK, w += inputs) {
      const bias = m[b + j];
      // Whole fours: what lies beyond the last point is worked out too, and nobody reads it.
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

  /** dLoss/dz of its neurons, as the last layer, for ½‖outputs − targets‖², those from `at` on. */
  compare(m: Float64Array, targets: ArrayLike<number>, at: number): void {
    const { outputs, _to: to, _deltas: deltas } = this;
    for (let j = 0; j < outputs; j++) m[deltas + j] = m[to + j] - targets[at + j];
    this._scaleDeltas(m);
  }

  /** dLoss/dz of the layer `below` from its own and from the weights as they are now. */
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

  /** Weight −= rate · (delta · input), bias −= rate · delta. */
  nudge(m: Float64Array): void {
    if (this.inputs === 2) this._nudgePairs(m);
    else this._nudgeRows(m);
  }

  /** `backpropagate`, then `nudge`, to the same bits and reading each weight but once. */
  descend(m: Float64Array, below: Layer): void {
    if (this.outputs === 1) this._descendRow(m, below._slopes);
    else this._descendRows(m);
    if (this.outputs > 1 || below._curved) below._scaleDeltas(m);
  }

  /** dLoss/dparameter into `out`, laid out as the network's parameters. */
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
      m[to + j] = z * slopes[+(z > 0)] + 0; // + 0, or relu would give −0
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

  private _nudgePairs(m: Float64Array): void {
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

  private _nudgeRows(m: Float64Array): void {
    const { inputs, outputs, _biases: b, _from: from, _deltas: deltas } = this;
    const rate = m[this._rate];
    for (let j = 0, w = this._weights; j < outputs; j++) {
      const delta = m[deltas + j];
      for (let i = 0; i < inputs; i++) m[w++] -= rate * (delta * m[from + i]);
      m[b + j] -= rate * delta;
    }
  }

  /** Of a single neuron; takes in the slopes below as it goes, if they are of straight lines. */
  private _descendRow(m: Float64Array, slopes: Float64Array): void {
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

  private _descendRows(m: Float64Array): void {
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

  /** Turns dLoss/da of its neurons, where their deltas will be, into dLoss/dz. */
  private _scaleDeltas(m: Float64Array): void {
    const { outputs, activation, _to: to, _deltas: deltas, _slopes: slopes } = this;
    if (this._curved) activation.scaleBySlope(m, deltas, to, outputs);
    else for (let j = 0; j < outputs; j++) m[deltas + j] *= slopes[+(m[to + j] > 0)];
  }
}
