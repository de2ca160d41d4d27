import { Network, type ActivationName } from '../../core/index.js';
import { gridNodes } from '../../core/places.js';
import { SlicedEvaluation } from '../../core/sliced-evaluation.js';
import { OUT } from './attributes.js';
import { edges, lineOf } from './picture/folds.js';
import { HeightScale } from './picture/height-scale.js';
import type { Surface } from './picture/surface.js';
import type { NnNeuron } from './nn-neuron.js';
import {
  extentOf, findBends, noBends, pointsAlong, toInputs, withoutHeights, type Contribution, type SurfaceModel,
} from './surface-model.js';

/** Points along each edge of the square, close together: folds lie anywhere. */
const EDGE_POINTS = 81;
/** Values this small, beside the largest, are drawn as flat. */
const FLAT_SHARE = 0.02;
/** The scale shrinks where heights need less than this share of it. */
const MIN_USED_SHARE = 0.4;

/** The attributes that such a surface depends on, as they are in use. */
export type NetworkSurfaceSettings = Readonly<Pick<NnNeuron, 'neuron' | 'domain' | 'range' | 'grid'>>;

/**
 * The surface of one neuron of a network of two inputs, or of its whole output. `follow` reads the network's
 * numbers again, into arrays that are kept; of a large network some rows a call, until `isWhole`.
 *
 * Its scale stays where it is while the heights fit: it grows at once, and shrinks only where most of it
 * has become empty, so that an axis can be read while the network learns.
 */
export class NetworkSurface implements SurfaceModel {
  surface!: Surface;
  least = 0;
  most = 0;
  readonly activation: ActivationName;
  readonly alpha: number;
  readonly neuron: string;
  private _network: Network;
  private readonly _settings: NetworkSurfaceSettings;
  private readonly _part: Network; // as far as to the neuron, which is its output
  private readonly _input: Network | undefined; // z of a neuron of the first layer
  private readonly _layer: number;
  private readonly _index: number;
  private readonly _nodes: SlicedEvaluation;
  private readonly _edgePoints: Float64Array;
  private readonly _edgeValues: Float64Array;
  private readonly _heights: Float64Array;
  private readonly _edges: readonly Float64Array[];
  private _reach: [least: number, most: number] | undefined; // of the scale
  private _scale = new HeightScale(0, 0);

  constructor(network: Network, settings: NetworkSurfaceSettings) {
    const { neuron, grid, domain } = this._settings = settings;
    const { layers, activation, outputActivation, alpha } = this._network = network;
    const last = layers.length - 1;
    [this._layer, this._index] = neuron === OUT ? [last, 0] : neuron.split('.').map((part, k) => Number(part) - k);
    this.neuron = neuron;
    this.alpha = alpha;
    this.activation = this._layer === last ? outputActivation : activation;
    this._part = new Network({
      layers: [...layers.slice(0, this._layer), 1], activation, outputActivation: this.activation, alpha,
    });
    if (this._layer === 1) this._input = new Network({ layers: [2, 1], outputActivation: 'linear' });
    const shares = Array.from({ length: EDGE_POINTS }, (_, k) => k / (EDGE_POINTS - 1));
    this._edges = edges.map((edge) => pointsAlong(edge, shares));
    this._nodes = new SlicedEvaluation(toInputs(gridNodes(grid), domain), grid);
    this._edgePoints = toInputs(this._edges.flatMap((edge) => [...withoutHeights(edge)]), domain);
    this._edgeValues = new Float64Array(this._edgePoints.length / 2);
    this._heights = new Float64Array(grid * grid);
    this.follow();
  }

  /** Whether all heights are of the network's numbers at the last `follow`. */
  get isWhole(): boolean {
    return this._nodes.isWhole;
  }

  at(x: number, y: number): number {
    return this._part.forward([x, y])[0];
  }

  contributions(x: number, y: number): Contribution[] {
    if (!this._input) return [];
    const [w, b] = [Array.from(this._part.weightsOf(1, 0)), this._part.biasOf(1, 0)];
    return [{ w, b, z: this._input.forward([x, y])[0], y: this.at(x, y) }];
  }

  /** The bounds of the axis where it has kept more room than a new one would have, for `range`; otherwise undefined. */
  get keptRange(): readonly [number, number] | undefined {
    const { low, high } = new HeightScale(Math.min(0, this.least), Math.max(0, this.most), this._settings.range);
    return low === this._scale.low && high === this._scale.high ? undefined : [this._scale.low, this._scale.high];
  }

  /** Takes the network's present numbers, or those of a new network of the same shape. */
  follow(network = this._network): void {
    this._network = network;
    const { _part: { parameters: own }, _nodes: { values }, _heights: heights } = this;
    const weights = network.weightsOf(this._layer, this._index);
    const before = own.length - weights.length - 1; // of the layers before, which are the same
    own.set(network.parameters.subarray(0, before));
    own.set(weights, before);
    own[own.length - 1] = network.biasOf(this._layer, this._index);
    this._input?.parameters.set(own);
    const { version } = this._nodes;
    this._nodes.follow(this._part);
    if (version === this._nodes.version) return;
    this._part.evaluate(this._edgePoints, this._edgeValues);
    [this.least, this.most] = extentOf(values);
    this._fitScale();
    const flat = FLAT_SHARE * Math.max(this.most, -this.least);
    const heightOf = (value: number): number => (Math.abs(value) <= flat ? 0 : this._scale.of(value));
    for (let k = 0; k < heights.length; k++) heights[k] = heightOf(values[k]);
    this._edges.forEach((edge, l) => {
      for (let k = 0; k < EDGE_POINTS; k++) {
        edge[3 * k + 2] = heightOf(this._edgeValues[l * EDGE_POINTS + k]);
      }
    });
    const { grid, domain } = this._settings;
    this.surface = {
      grid, domain, scale: this._scale, heights, most: Math.max(...extentOf(heights).map(Math.abs)),
      edges: this._edges, parts: [], count: 1, ...this._bends(),
    };
  }

  /** Grows the scale until it holds all values and 0, and shrinks it where they need far less. */
  private _fitScale(): void {
    const [least, most] = [Math.min(0, this.least), Math.max(0, this.most)];
    const [low, high] = this._reach ?? [least, most];
    const isLoose = most - least < MIN_USED_SHARE * (high - low);
    const reach: [number, number] = isLoose ? [least, most] : [Math.min(low, least), Math.max(high, most)];
    if (this._reach && reach[0] === low && reach[1] === high) return;
    this._reach = reach;
    this._scale = new HeightScale(...reach, this._settings.range);
  }

  /**
   * Finds the folds, the flat part and the zero line. Computed only for first-layer neurons, where they are straight;
   * empty for others.
   */
  private _bends(): typeof noBends {
    if (!this._input) return noBends;
    const line = lineOf(Array.from(this._part.weightsOf(1, 0)), this._part.biasOf(1, 0), this._settings.domain);
    const floor = this._scale.of(0);
    return findBends([line], line, this.activation, this.alpha, ([u0, v0, u1, v1]) =>
      Float64Array.of(u0, v0, floor, u1, v1, floor));
  }
}
