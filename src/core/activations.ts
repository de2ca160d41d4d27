import { exp, tanh } from './math/exp.js';

export type ActivationName = 'linear' | 'relu' | 'leaky-relu' | 'sigmoid' | 'tanh';

/** The names of all activations, in the order of the documentation. */
export const activationNames: readonly ActivationName[] = ['linear', 'relu', 'leaky-relu', 'sigmoid', 'tanh'];

/** Default α of leaky ReLU. */
export const defaultAlpha = 0.01;

/**
 * A neuron's activation function a = f(z) and its derivative.
 *
 * f′ is computed from the value of f, so that z need not be stored: a piecewise linear f with slopes ≥ 0 keeps the sign
 * of z, σ′ = σ(1 − σ), and tanh′ = 1 − tanh².
 * Source: Goodfellow et al., Deep Learning (2016), sections 6.3.1 and 6.3.2.
 */
export class Activation {
  readonly name: ActivationName;
  /** Slope of `leaky-relu` for z ≤ 0; the others ignore it. */
  readonly alpha: number;
  /** f′ for z ≤ 0 and for z > 0 if f is piecewise linear; otherwise 1 and 1. */
  readonly slopes: Float64Array;
  /** Whether f is not piecewise linear. */
  readonly curved: boolean;

  /** Throws: RangeError if the name is unknown or alpha is not in [0, 1]. */
  constructor(name: ActivationName, alpha = defaultAlpha) {
    if (!activationNames.includes(name)) {
      throw new RangeError(`Activation: ${name} is none of ${activationNames.join(', ')}`);
    }
    if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`Activation: alpha is ${alpha}, not in [0, 1]`);
    this.name = name;
    this.alpha = alpha;
    this.slopes = Float64Array.of(name === 'relu' ? 0 : name === 'leaky-relu' ? alpha : 1, 1);
    this.curved = name === 'sigmoid' || name === 'tanh';
  }

  /** Returns f(z). */
  value(z: number): number {
    if (this.name === 'sigmoid') return 1 / (1 + exp(-z));
    if (this.name === 'tanh') return tanh(z);
    if (this.name === 'relu') return Math.max(0, z);
    return z * this.slopes[+(z > 0)];
  }

  /** Returns f′(z); at a kink, the slope of the left side. */
  derivative(z: number): number {
    return this.slopeAt(this.value(z));
  }

  /** Returns f′(z) from a = f(z). */
  slopeAt(a: number): number {
    if (this.name === 'sigmoid') return a * (1 - a);
    if (this.name === 'tanh') return 1 - a * a;
    return this.slopes[+(a > 0)];
  }

  /** Replaces z by f(z) in `values[from, to)`. */
  apply(values: Float64Array, from: number, to: number): void {
    if (this.name === 'sigmoid') {
      for (let i = from; i < to; i++) values[i] = 1 / (1 + exp(-values[i]));
    } else if (this.name === 'tanh') {
      for (let i = from; i < to; i++) values[i] = tanh(values[i]);
    } else {
      // Looked up instead of branched on, because random samples are mispredicted. + 0 turns relu's −0 into 0.
      const slopes = this.slopes;
      for (let i = from; i < to; i++) values[i] = values[i] * slopes[+(values[i] > 0)] + 0;
    }
  }

  /** Multiplies m[deltas + i] by f′, computed from f's value m[outputs + i], for i < count. */
  scaleBySlope(m: Float64Array, deltas: number, outputs: number, count: number): void {
    for (let i = 0; i < count; i++) m[deltas + i] *= this.slopeAt(m[outputs + i]);
  }
}
