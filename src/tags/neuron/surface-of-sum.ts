import { Network, type ActivationName } from '../../core/index.js';
import { crossing, edges, flatRegion, lineOf, stations } from './picture/folds.js';
import { HeightScale } from './picture/height-scale.js';
import type { Surface } from './picture/surface.js';

/** The attributes that a surface depends on. */
export interface NeuronSettings {
  readonly w: readonly (readonly number[])[];
  /** One row of one for each row of `w`. */
  readonly b: readonly (readonly number[])[];
  readonly activation: ActivationName;
  readonly alpha: number;
  readonly domain: readonly number[];
  readonly range: readonly number[];
  readonly grid: number;
  readonly parts: boolean;
}

/** What one neuron of the sum makes of a point: z = p·w + b and f(z). */
export interface Contribution {
  readonly w: readonly number[];
  readonly b: number;
  readonly z: number;
  readonly y: number;
}

/** A neuron, or several added up, as core's networks. */
export class NeuronModel {
  readonly surface: Surface;
  /** The least and the greatest y on the grid. */
  readonly least: number;
  readonly most: number;
  private readonly _settings: NeuronSettings;
  private readonly _sum: Network; // Σ f(p·w + b)
  private readonly _each: Network; // f(p·w + b) of every neuron
  private readonly _inputs: Network; // p·w + b of every neuron

  constructor(settings: NeuronSettings) {
    const { w, b, activation, alpha, grid } = settings;
    const own = [...w.flat(), ...b.flat()];
    const network = (layers: number[], outputActivation: ActivationName, parameters: readonly number[]): Network => {
      const made = new Network({ layers, activation, outputActivation, alpha });
      made.parameters.set(parameters);
      return made;
    };
    this._settings = settings;
    this._sum = network([2, w.length, 1], 'linear', [...own, ...w.map(() => 1), 0]);
    this._each = network([2, w.length], activation, own);
    this._inputs = network([2, w.length], 'linear', own);
    const values = new Float64Array(grid * grid);
    const at = (index: number): number => -1 + (2 / (grid - 1)) * index;
    this._sum.evaluate(this._points(Array.from(values, (_, k) => [at(k % grid), at(Math.floor(k / grid))]).flat()), values);
    this.least = values.reduce((x, y) => Math.min(x, y));
    this.most = values.reduce((x, y) => Math.max(x, y));
    this.surface = this._surface(values);
  }

  /** y at a point of the domain. */
  at(x: number, y: number): number {
    const { w, b } = this._settings;
    const size = w.reduce((sum, row, i) => sum + termsOf(row, b[i][0], x, y), 0);
    return settled(this._sum.forward([x, y])[0], size);
  }

  /** What each neuron adds to that. */
  contributions(x: number, y: number): Contribution[] {
    const { w, b } = this._settings;
    const z = this._inputs.forward([x, y]);
    const a = this._each.forward([x, y]);
    return w.map((row, i) => {
      const size = termsOf(row, b[i][0], x, y);
      return { w: row, b: b[i][0], z: settled(z[i], size), y: settled(a[i], size) };
    });
  }

  private _surface(values: Float64Array): Surface {
    const { w, b, activation, alpha, domain, grid, range, parts } = this._settings;
    const lines = w.map((row, i) => lineOf(row, b[i][0], domain));
    const all = lines.reduce((x, y) => ({ a: x.a + y.a, b: x.b + y.b, c: x.c + y.c }));
    const straight = activation === 'linear' || (activation === 'leaky-relu' && alpha === 1);
    const bends = !straight && (activation === 'relu' || activation === 'leaky-relu');
    const trace = (along: readonly number[], part?: number): Float64Array =>
      this._trace(along, stations(along, straight ? [all] : lines, grid - 1), part);
    const rims = edges.map((edge) => trace(edge));
    const apart = parts && w.length > 1 ? w.map((_, part) => edges.map((edge) => trace(edge, part))) : [];
    const folds = lines.map((line, i) => ({ neuron: i + 1, ends: bends ? crossing(line) : [] }))
      .filter(({ ends }) => ends.length > 0).map(({ neuron, ends }) => ({ neuron, points: trace(ends) }));
    const zero = straight && crossing(all).length > 0 ? trace(crossing(all)) : new Float64Array(0);

    const reached = apart.flat().flatMap((points) => [...points.filter((_, k) => k % 3 === 2)]);
    const scale = new HeightScale(Math.min(this.least, ...reached), Math.max(this.most, ...reached), range);
    for (const points of [...rims, ...apart.flat(), ...folds.map((fold) => fold.points), zero]) {
      for (let k = 2; k < points.length; k += 3) points[k] = scale.of(points[k]);
    }
    const heights = values.map((value) => scale.of(value));
    return {
      grid, domain, scale, heights, folds, zero, edges: rims, parts: apart, count: w.length,
      most: heights.reduce((x, y) => Math.max(x, Math.abs(y)), 0),
      flat: activation === 'relu' || (bends && alpha === 0) ? flatRegion(lines) : [],
    };
  }

  /** u, v and y at shares of a straight line on the plane, of the sum or of one neuron of it. */
  private _trace([u0, v0, u1, v1]: readonly number[], shares: readonly number[], part?: number): Float64Array {
    const plane = shares.flatMap((share) => [u0 + (u1 - u0) * share, v0 + (v1 - v0) * share]);
    const outputs = part === undefined ? 1 : this._settings.w.length;
    const values = new Float64Array(shares.length * outputs);
    (part === undefined ? this._sum : this._each).evaluate(this._points(plane), values);
    return Float64Array.from(shares.flatMap((_, k) => [plane[2 * k], plane[2 * k + 1], values[outputs * k + (part ?? 0)]]));
  }

  /** Points of the plane [−1, 1]² as points of the domain. */
  private _points(plane: readonly number[]): Float64Array {
    const { domain: [low, high] } = this._settings;
    const half = (high - low) / 2;
    return Float64Array.from(plane, (at) => low + half + half * at);
  }
}

/** How much is added up, whatever its signs. */
function termsOf([wx, wy]: readonly number[], b: number, x: number, y: number): number {
  return Math.abs(wx * x) + Math.abs(wy * y) + Math.abs(b);
}

/** A sum of terms of this size, or 0 where it is no more than their rounding: −0.6 · 0.3 + 0.9 · 0.2. */
function settled(sum: number, size: number): number {
  return Math.abs(sum) <= 8 * Number.EPSILON * size ? 0 : sum;
}
