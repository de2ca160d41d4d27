import { gridNodes } from '../../core/places.js';
import { edges, lineOf, stations, type Line } from './picture/folds.js';
import { HeightScale } from './picture/height-scale.js';
import type { Surface } from './picture/surface.js';
import { NeuronSum } from './neuron-sum.js';
import type { NnNeuron } from './nn-neuron.js';
import {
  extentOf, findBends, isPlane, pointsAlong, toInputs, withoutHeights, type Contribution, type SurfaceModel,
} from './surface-model.js';

/** The attributes that such a surface depends on, as they are in use. */
export type SumSettings =
  Readonly<Pick<NnNeuron, 'w' | 'b' | 'activation' | 'alpha' | 'domain' | 'range' | 'grid' | 'parts'>>;

/** Most points a side of the small surface of one neuron of a sum. */
const PART_GRID = 11;

/** The surface of one neuron of the page's own, or of the sum of several. */
export class SumSurface implements SurfaceModel {
  readonly surface: Surface;
  readonly least: number;
  readonly most: number;
  readonly activation: SumSettings['activation'];
  readonly alpha: number;
  readonly neuron = undefined;
  private readonly _settings: SumSettings;
  private readonly _neurons: NeuronSum;

  constructor(settings: SumSettings) {
    const { activation, alpha, domain, grid } = this._settings = settings;
    this.activation = activation;
    this.alpha = alpha;
    this._neurons = new NeuronSum(settings);
    const values = new Float64Array(grid * grid);
    this._neurons.sum.evaluate(toInputs(gridNodes(grid), domain), values);
    [this.least, this.most] = extentOf(values);
    this.surface = this._surfaceOf(values);
  }

  at(x: number, y: number): number {
    return this._neurons.at([x, y]);
  }

  contributions(x: number, y: number): Contribution[] {
    return this._neurons.contributions([x, y]);
  }

  private _surfaceOf(values: Float64Array): Surface {
    const { w, b, activation, alpha, domain, grid, range, parts: hasParts } = this._settings;
    const lines = w.map((row, i) => lineOf(row, b[i][0], domain));
    const sum = lines.reduce((x, y) => ({ a: x.a + y.a, b: x.b + y.b, c: x.c + y.c }));
    const bent = isPlane(activation, alpha) ? [sum] : lines;
    const rims = edges.map((edge) => this._trace(edge, bent));
    const { folds, flat, zero } = findBends(lines, sum, activation, alpha, (ends) => this._trace(ends, bent));

    const single = (hasParts && w.length > 1 ? w : [])
      .map((row, i) => ({ ...this._settings, w: [row], b: [b[i]], parts: false }));
    const alone = single.map((settings) => new SumSurface({ ...settings, range: [], grid: Math.min(grid, PART_GRID) }));
    const least = Math.min(this.least, ...alone.map((part) => part.least));
    const most = Math.max(this.most, ...alone.map((part) => part.most));
    const scale = new HeightScale(least, most, range);
    for (const points of [...rims, ...folds.map((fold) => fold.points), zero]) {
      for (let k = 2; k < points.length; k += 3) points[k] = scale.of(points[k]);
    }
    const heights = values.map((value) => scale.of(value));
    // One scale for all, so that heights can be added by eye.
    const parts = single.map((settings) =>
      new SumSurface({ ...settings, range: [scale.low, scale.high], grid: Math.min(grid, PART_GRID) }).surface);
    return {
      grid, domain, scale, heights, most: Math.max(...extentOf(heights).map(Math.abs)), edges: rims, parts,
      count: w.length, folds, flat, zero,
    };
  }

  /** Returns u, v and y along a straight line on the plane. */
  private _trace(line: readonly number[], bent: readonly Line[]): Float64Array {
    const { grid, domain } = this._settings;
    const points = pointsAlong(line, stations(line, bent, grid - 1));
    const values = new Float64Array(points.length / 3);
    this._neurons.sum.evaluate(toInputs(withoutHeights(points), domain), values);
    for (let k = 0; k < values.length; k++) points[3 * k + 2] = values[k];
    return points;
  }
}
