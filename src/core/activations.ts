import { exp, tanh } from './math/exp.js';

export type ActivationName = 'linear' | 'relu' | 'leaky-relu' | 'sigmoid' | 'tanh';

/** Every activation's name, in the order in which documentation lists them. */
export const activationNames: readonly ActivationName[] = ['linear', 'relu', 'leaky-relu', 'sigmoid', 'tanh'];

/** α of leaky ReLU where none is given. */
export const defaultAlpha = 0.01;

/**
 * A neuron's nonlinearity a = f(z), over whole stretches of an array at a time.
 *
 * Each f′ can be told from f's own value, so that nothing need remember z: a piecewise linear f
 * with slope ≥ 0 keeps the sign, and σ′ = σ(1 − σ), tanh′ = 1 − tanh².
 * Source: Goodfellow et al., Deep Learning (2016), sections 6.3.1 and 6.3.2.
 */
export class Activation {
  readonly name: ActivationName;
  /** Slope for z ≤ 0 of `leaky-relu`, which alone uses it. */
  readonly alpha: number;
  /** f′ of the piecewise linear functions, for z ≤ 0 and for z > 0; 1 and 1 for the others. */
  readonly slopes: Float64Array;
  /** Whether it is more than two straight lines. */
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

  /** f(z). */
  value(z: number): number {
    if (this.name === 'sigmoid') return 1 / (1 + exp(-z));
    if (this.name === 'tanh') return tanh(z);
    if (this.name === 'relu') return Math.max(0, z);
    return z * this.slopes[+(z > 0)];
  }

  /** f′(z); at a kink the slope of the left side. */
  derivative(z: number): number {
    return this.slopeAt(this.value(z));
  }

  /** f′ where f has the value a. */
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
      // Looked up, not branched on: random samples would be mispredicted. The 0 makes relu's −0 a 0.
      const slopes = this.slopes;
      for (let i = from; i < to; i++) values[i] = values[i] * slopes[+(values[i] > 0)] + 0;
    }
  }

  /** Multiplies `count` numbers of m from `deltas` on by f′ where f has the values from `outputs` on. */
  scaleBySlope(m: Float64Array, deltas: number, outputs: number, count: number): void {
    for (let i = 0; i < count; i++) m[deltas + i] *= this.slopeAt(m[outputs + i]);
  }
}
