import { Network } from '../../core/index.js';
import { crossing, edges, flatRegion, lineOf } from './picture/folds.js';
import { HeightScale } from './picture/height-scale.js';
import type { Surface } from './picture/surface.js';
import type { Contribution } from './surface-of-sum.js';
import { OUT } from './attributes.js';

/** Points along each edge of the square, close together: folds lie anywhere. */
const EDGE = 81;
/** Where heights need less than this share of the scale, it is fitted anew. */
const LOOSE = 0.4;

export interface NetworkSurfaceSettings {
  /** As `neuronKind` names it; one that the network has. */
  readonly neuron: string;
  readonly domain: readonly number[];
  readonly range: readonly number[];
  readonly grid: number;
}

/**
 * What one neuron of a network makes of two inputs, or the whole network, as a surface whose heights
 * follow the network's numbers in arrays that are kept.
 *
 * Its scale stays where it is while the heights fit: it grows at once, and shrinks only where most of it
 * has become empty, so that an axis can be read while the network learns.
 */
export class NetworkSurface {
  least = 0;
  most = 0;
  private _network: Network;
  private readonly _settings: NetworkSurfaceSettings;
  private readonly _part: Network; // as far as to the neuron, which is its output
  private readonly _sum: Network | undefined; // what a neuron of the first layer bends
  private readonly _layer: number;
  private readonly _index: number;
  private readonly _points: Float64Array; // of the grid, then along the edges
  private readonly _values: Float64Array;
  private readonly _heights: Float64Array;
  private readonly _edges: readonly Float64Array[];
  private _reach: [least: number, most: number] | undefined; // of the scale
  private _scale = new HeightScale(0, 0);
  private _surface!: Surface;

  constructor(network: Network, settings: NetworkSurfaceSettings) {
    const { neuron, grid, domain: [low, high] } = settings;
    const { layers, activation, outputActivation, alpha } = network;
    const [layer, index] = neuron === OUT ? [layers.length - 1, 0] : neuron.split('.').map((part, k) => Number(part) - k);
    this._network = network;
    this._settings = settings;
    this._layer = layer;
    this._index = index;
    const last = layer === layers.length - 1;
    this._part = new Network({ layers: [...layers.slice(0, layer), 1], activation, outputActivation: last ? outputActivation : activation, alpha });
    this._sum = layer === 1 ? new Network({ layers: [2, 1], outputActivation: 'linear' }) : undefined;
    const at = (index: number, count: number): number => (2 * index) / (count - 1) - 1;
    this._edges = edges.map(([u0, v0, u1, v1]) => Float64Array.from({ length: 3 * EDGE }, (_, k) => {
      const share = Math.floor(k / 3) / (EDGE - 1);
      return [u0 + (u1 - u0) * share, v0 + (v1 - v0) * share, 0][k % 3];
    }));
    const plane = Array.from({ length: grid * grid }, (_, k) => [at(k % grid, grid), at(Math.floor(k / grid), grid)]);
    for (const edge of this._edges) for (let k = 0; k < edge.length; k += 3) plane.push([edge[k], edge[k + 1]]);
    this._points = Float64Array.from(plane.flat(), (place) => low + ((place + 1) * (high - low)) / 2);
    this._values = new Float64Array(plane.length);
    this._heights = new Float64Array(grid * grid);
    this.follow();
  }

  /** Whether it is a neuron of the first layer: a plane of the inputs that is bent once. */
  get first(): boolean {
    return this._sum !== undefined;
  }

  /** As it was when last followed. */
  get surface(): Surface {
    return this._surface;
  }

  /** The network as far as to the neuron, which is its output. */
  get part(): Network {
    return this._part;
  }

  /** y at a point of the domain. */
  at(x: number, y: number): number {
    return this._part.forward([x, y])[0];
  }

  /** What a neuron of the first layer makes of a point; nothing of deeper ones, whose inputs are others. */
  contributions(x: number, y: number): Contribution[] {
    if (!this._sum) return [];
    return [{ w: Array.from(this._part.weightsOf(1, 0)), b: this._part.biasOf(1, 0), z: this._sum.forward([x, y])[0], y: this.at(x, y) }];
  }

  /** The heights that its axis has room for, where it has kept more than it would begin with now; for `range`. */
  get keptRange(): readonly [number, number] | undefined {
    const { low, high } = new HeightScale(Math.min(0, this.least), Math.max(0, this.most), this._settings.range);
    return low === this._scale.low && high === this._scale.high ? undefined : [this._scale.low, this._scale.high];
  }

  /** Takes the network's numbers as they are now, or those of another one of the same shape. */
  follow(network = this._network): void {
    this._network = network;
    const { parameters } = network;
    const { _part: { parameters: own }, _values: values, _heights: heights, _edges: lines } = this;
    const weights = network.weightsOf(this._layer, this._index);
    const before = own.length - weights.length - 1; // of the layers before, which are the same
    for (let k = 0; k < before; k++) own[k] = parameters[k];
    own.set(weights, before);
    own[own.length - 1] = network.biasOf(this._layer, this._index);
    this._sum?.parameters.set(own);
    this._part.evaluate(this._points, values);
    this.least = Infinity;
    this.most = -Infinity;
    for (let k = 0; k < heights.length; k++) {
      this.least = Math.min(this.least, values[k]);
      this.most = Math.max(this.most, values[k]);
    }
    this._fit();
    let most = 0;
    for (let k = 0; k < heights.length; k++) {
      heights[k] = this._scale.of(values[k]);
      most = Math.max(most, Math.abs(heights[k]));
    }
    lines.forEach((line, l) => {
      for (let k = 0; k < EDGE; k++) line[3 * k + 2] = this._scale.of(values[heights.length + l * EDGE + k]);
    });
    const { grid, domain } = this._settings;
    this._surface = { grid, domain, scale: this._scale, heights, most, edges: lines, parts: [], count: 1, ...this._bends() };
  }

  /** Grows the scale to what it has to hold, from 0 on, and fits it anew where that is far less. */
  private _fit(): void {
    const [least, most] = [Math.min(0, this.least), Math.max(0, this.most)];
    const [low, high] = this._reach ?? [least, most];
    const loose = most - least < LOOSE * (high - low);
    const reach: [number, number] = loose ? [least, most] : [Math.min(low, least), Math.max(high, most)];
    if (this._reach && reach[0] === low && reach[1] === high) return;
    this._reach = reach;
    this._scale = new HeightScale(reach[0], reach[1], this._settings.range);
  }

  /** Where a neuron of the first layer is folded or flat or, where it is neither, crosses 0. */
  private _bends(): Pick<Surface, 'folds' | 'flat' | 'zero'> {
    const { outputActivation: activation, alpha } = this._part;
    const none = new Float64Array(0);
    const folds = activation === 'relu' || (activation === 'leaky-relu' && alpha !== 1);
    if (!this.first || activation === 'sigmoid' || activation === 'tanh') return { folds: [], flat: [], zero: none };
    const line = lineOf(Array.from(this._part.weightsOf(1, 0)), this._part.biasOf(1, 0), this._settings.domain);
    const [u0, v0, u1, v1] = crossing(line);
    const floor = this._scale.of(0);
    const points = u0 === undefined ? none : Float64Array.of(u0, v0, floor, u1, v1, floor);
    return folds
      ? { folds: points.length > 0 ? [{ neuron: 1, points }] : [], flat: activation === 'relu' || alpha === 0 ? flatRegion([line]) : [], zero: none }
      : { folds: [], flat: [], zero: points };
  }
}
