import { Network } from '../../core/index.js';
import { gridNodes } from '../../core/places.js';
import { edges, lineOf, stations, type Line } from './picture/folds.js';
import { HeightScale } from './picture/height-scale.js';
import type { Surface } from './picture/surface.js';
import type { NnNeuron } from './nn-neuron.js';
import {
  extentOf, findBends, isPlane, pointsAlong, toInputs, withoutHeights, type Contribution, type SurfaceModel,
} from './surface-model.js';

/** The attributes that such a surface depends on, as they are in use. */
export type SumSettings =
  Readonly<Pick<NnNeuron, 'w' | 'b' | 'activation' | 'alpha' | 'domain' | 'range' | 'grid' | 'parts'>>;

/** The surface of one neuron of the page's own, or of the sum of several. */
export class SumSurface implements SurfaceModel {
  readonly surface: Surface;
  readonly least: number;
  readonly most: number;
  readonly activation: SumSettings['activation'];
  readonly alpha: number;
  readonly neuron = undefined;
  private readonly _settings: SumSettings;
  private readonly _sum: Network; // Σ f(p·w + b)
  private readonly _each: Network; // f(p·w + b) of every neuron
  private readonly _inputs: Network; // p·w + b of every neuron

  constructor(settings: SumSettings) {
    const { w, b, activation, alpha, domain, grid } = this._settings = settings;
    this.activation = activation;
    this.alpha = alpha;
    const parameters = [...w.flat(), ...b.flat()];
    const layers = [2, w.length];
    this._sum = new Network({ layers: [...layers, 1], activation, outputActivation: 'linear', alpha });
    this._sum.parameters.set([...parameters, ...w.map(() => 1), 0]);
    this._each = new Network({ layers, outputActivation: activation, alpha });
    this._each.parameters.set(parameters);
    this._inputs = new Network({ layers, outputActivation: 'linear' });
    this._inputs.parameters.set(parameters);
    const values = new Float64Array(grid * grid);
    this._sum.evaluate(toInputs(gridNodes(grid), domain), values);
    [this.least, this.most] = extentOf(values);
    this.surface = this._surfaceOf(values);
  }

  at(x: number, y: number): number {
    const { w, b } = this._settings;
    const size = w.reduce((sum, row, i) => sum + sizeOfTerms(row, b[i][0], x, y), 0);
    return withoutRounding(this._sum.forward([x, y])[0], size);
  }

  contributions(x: number, y: number): Contribution[] {
    const { w, b } = this._settings;
    const z = this._inputs.forward([x, y]);
    const a = this._each.forward([x, y]);
    return w.map((row, i) => {
      const size = sizeOfTerms(row, b[i][0], x, y);
      return { w: row, b: b[i][0], z: withoutRounding(z[i], size), y: withoutRounding(a[i], size) };
    });
  }

  private _surfaceOf(values: Float64Array): Surface {
    const { w, b, activation, alpha, domain, grid, range } = this._settings;
    const lines = w.map((row, i) => lineOf(row, b[i][0], domain));
    const sum = lines.reduce((x, y) => ({ a: x.a + y.a, b: x.b + y.b, c: x.c + y.c }));
    const bent = isPlane(activation, alpha) ? [sum] : lines;
    const rims = edges.map((edge) => this._trace(edge, bent));
    const drawn = this._settings.parts && w.length > 1 ? w : [];
    const parts = drawn.map((_, part) => edges.map((edge) => this._trace(edge, bent, part)));
    const { folds, flat, zero } = findBends(lines, sum, activation, alpha, (ends) => this._trace(ends, bent));

    const reached = parts.flat().flatMap((points) => [...points.filter((_, k) => k % 3 === 2)]);
    const scale = new HeightScale(Math.min(this.least, ...reached), Math.max(this.most, ...reached), range);
    for (const points of [...rims, ...parts.flat(), ...folds.map((fold) => fold.points), zero]) {
      for (let k = 2; k < points.length; k += 3) points[k] = scale.of(points[k]);
    }
    const heights = values.map((value) => scale.of(value));
    const most = Math.max(...extentOf(heights).map(Math.abs));
    return { grid, domain, scale, heights, most, edges: rims, parts, count: w.length, folds, flat, zero };
  }

  /** Returns u, v and y along a straight line on the plane, of the sum or of one neuron of it. */
  private _trace(line: readonly number[], bent: readonly Line[], part?: number): Float64Array {
    const { grid, domain } = this._settings;
    const points = pointsAlong(line, stations(line, bent, grid - 1));
    const network = part === undefined ? this._sum : this._each;
    const outputs = network.layers.at(-1)!;
    const values = new Float64Array((points.length / 3) * outputs);
    network.evaluate(toInputs(withoutHeights(points), domain), values);
    for (let k = 0; k < points.length / 3; k++) points[3 * k + 2] = values[outputs * k + (part ?? 0)];
    return points;
  }
}

/** Returns the sum of the sizes of the terms of p·w + b. */
function sizeOfTerms([wx, wy]: readonly number[], b: number, x: number, y: number): number {
  return Math.abs(wx * x) + Math.abs(wy * y) + Math.abs(b);
}

/** Returns a sum of terms of this size, or 0 where it is no more than their rounding: −0.6 · 0.3 + 0.9 · 0.2. */
function withoutRounding(sum: number, size: number): number {
  return Math.abs(sum) <= 8 * Number.EPSILON * size ? 0 : sum;
}
