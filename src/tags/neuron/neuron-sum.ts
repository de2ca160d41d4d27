import { Network, type ActivationName } from '../../core/index.js';
import type { NnNeuron } from './nn-neuron.js';
import type { Contribution } from './surface-model.js';

/** The attributes that a sum of neurons depends on, as they are in use. */
type NeuronSettings = Readonly<Pick<NnNeuron, 'w' | 'b' | 'activation' | 'alpha'>>;

/** Neurons that share their one or two inputs, and their sum. */
export class NeuronSum {
  readonly activation: ActivationName;
  readonly alpha: number;
  /** Gives Σ f(p·w + b). */
  readonly sum: Network;
  /** Gives f(p·w + b) of every neuron. */
  readonly each: Network;
  private readonly _inputs: Network; // p·w + b of every neuron
  private readonly _settings: NeuronSettings;

  constructor(settings: NeuronSettings) {
    const { w, b, activation, alpha } = this._settings = settings;
    this.activation = activation;
    this.alpha = alpha;
    const parameters = [...w.flat(), ...b.flat()];
    const layers = [w[0].length, w.length];
    this.sum = new Network({ layers: [...layers, 1], activation, outputActivation: 'linear', alpha });
    this.sum.parameters.set([...parameters, ...w.map(() => 1), 0]);
    this.each = new Network({ layers, outputActivation: activation, alpha });
    this.each.parameters.set(parameters);
    this._inputs = new Network({ layers, outputActivation: 'linear' });
    this._inputs.parameters.set(parameters);
  }

  /** Returns the sum at a point. */
  at(point: readonly number[]): number {
    const { w, b } = this._settings;
    const size = w.reduce((sum, row, i) => sum + sizeOfTerms(row, b[i][0], point), 0);
    return withoutRounding(this.sum.forward(point)[0], size);
  }

  /** Returns the contribution of each neuron at a point. */
  contributions(point: readonly number[]): Contribution[] {
    const { w, b } = this._settings;
    const z = this._inputs.forward(point);
    const a = this.each.forward(point);
    return w.map((row, i) => {
      const size = sizeOfTerms(row, b[i][0], point);
      return { w: row, b: b[i][0], z: withoutRounding(z[i], size), y: withoutRounding(a[i], size) };
    });
  }
}

/** Returns the sum of the sizes of the terms of p·w + b. */
function sizeOfTerms(w: readonly number[], b: number, point: readonly number[]): number {
  return w.reduce((sum, weight, k) => sum + Math.abs(weight * point[k]), Math.abs(b));
}

/** Returns a sum of terms of this size, or 0 where it is no more than their rounding: −0.6 · 0.3 + 0.9 · 0.2. */
function withoutRounding(sum: number, size: number): number {
  return Math.abs(sum) <= 8 * Number.EPSILON * size ? 0 : sum;
}
