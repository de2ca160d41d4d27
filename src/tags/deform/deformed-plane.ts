import { createRandom, Network, type ActivationName } from '../../core/index.js';
import { gridNodes } from '../../core/places.js';
import type { Layers } from './attributes.js';
import { GridLines, roomFor } from './grid-lines.js';
import { flattenLayers } from './layers.js';
import type { Frame, GridLine } from './picture.js';

export interface DeformedPlaneOptions {
  readonly w: Layers;
  readonly b: Layers;
  readonly activation: ActivationName;
  readonly alpha: number;
  /** Grid lines a side. */
  readonly grid: number;
}

/** The bounds of points. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Activations that fold the plane along a line and nowhere bend it smoothly. */
const folding: readonly ActivationName[] = ['linear', 'relu', 'leaky-relu'];
const POINTS = 160;
/** A plane smaller than this share of its distance from 0, or of 1, is one point. */
const TINY = 1e-9;

const random = createRandom('points');
/** Sample points of the input [points × 2], the same on every page. */
export const samples = Float64Array.from({ length: 2 * POINTS }, () => 2 * random() - 1);

/** The grid lines and sample points of the plane [−1, 1]², mapped through layers of two neurons. */
export class DeformedPlane {
  private readonly _lines: GridLines;
  private readonly _layers: readonly Network[]; // one network for each layer
  private readonly _sums: readonly Network[]; // weighted sums of layer 1, 2, … that fold at 0; none where they bend
  private readonly _room: Float64Array<ArrayBuffer>[]; // for the mesh after 1, 2, … layers
  private readonly _nodes: Float64Array[]; // where grid lines cross, after 0, 1, … layers
  private readonly _points: Float64Array[]; // the samples, likewise
  private readonly _shownPoints: Float64Array;
  private _meshes: readonly Float64Array[] = []; // points of the lines, likewise
  private _shownMesh = new Float64Array(0);
  private _frames: readonly Frame[] = [];
  private _areNodesStale = true;

  constructor({ w, b, activation, alpha, grid }: DeformedPlaneOptions) {
    const folds = folding.includes(activation);
    this._lines = new GridLines(grid, folds);
    this._layers = w.map(() => new Network({ layers: [2, 2], outputActivation: activation, alpha }));
    this._sums = !folds ? [] : w.map((_, k) =>
      new Network({ layers: Array<number>(k + 2).fill(2), activation, outputActivation: 'linear', alpha }));
    this._room = w.map(() => new Float64Array(0));
    const start = gridNodes(grid);
    this._nodes = [start, ...w.map(() => new Float64Array(start.length))];
    this._points = [samples, ...w.map(() => new Float64Array(2 * POINTS))];
    this._shownPoints = new Float64Array(2 * POINTS);
    this.setParameters(flattenLayers(w, b));
  }

  get layerCount(): number {
    return this._layers.length;
  }

  /** Which points of the mesh each line consists of. */
  get lines(): readonly GridLine[] {
    return this._lines.lines;
  }

  /** Sets weights and biases of the same layers, laid out as in core; more may follow them. */
  setParameters(parameters: ArrayLike<number>): void {
    for (const [l, { parameters: own }] of this._layers.entries()) {
      for (let k = 0; k < 6; k++) own[k] = parameters[6 * l + k];
    }
    for (const { parameters: own } of this._sums) for (let k = 0; k < own.length; k++) own[k] = parameters[k];
    const mesh = this._lines.trace(this._sums);
    this._room.forEach((room, l) => (this._room[l] = roomFor(room, mesh.length)));
    this._meshes = [mesh, ...this._room.map((room) => room.subarray(0, mesh.length))];
    this._evaluate(this._meshes);
    this._evaluate(this._points);
    this._areNodesStale = true;
    this._frames = this._meshes.map(frameOf);
  }

  /**
   * Returns the mesh, the sample points and the frame around them after `layer` layers; between whole layers each
   * point is on the straight way from one to the next. Valid until the next call.
   */
  at(layer: number): { mesh: Float64Array; points: Float64Array; frame: Frame } {
    const { from, to, mix } = this._between(layer);
    const blend = (stages: readonly Float64Array[], out: Float64Array): Float64Array => {
      for (let k = 0; k < stages[from].length; k++) out[k] = mix(stages[from][k], stages[to][k]);
      return out.subarray(0, stages[from].length);
    };
    this._shownMesh = roomFor(this._shownMesh, this._meshes[0].length);
    return {
      mesh: blend(this._meshes, this._shownMesh),
      points: blend(this._points, this._shownPoints),
      frame: this.frameAt(layer),
    };
  }

  /** Returns the square that the mesh needs after `layer` layers. */
  frameAt(layer: number): Frame {
    const { from, to, mix } = this._between(layer);
    const [f, g] = [this._frames[from], this._frames[to]];
    return { x: mix(f.x, g.x), y: mix(f.y, g.y), half: mix(f.half, g.half) };
  }

  /** Returns the bounds of the mesh after `layer` layers. */
  extentAt(layer: number): Extent {
    return extentOf(this.at(layer).mesh);
  }

  /** Returns where a place of the input lies after `layer` layers. */
  map([x, y]: readonly [x: number, y: number], layer: number): [x: number, y: number] {
    const { from, to, mix } = this._between(layer);
    const after = (count: number): readonly number[] => this._layers.slice(0, count)
      .reduce((place: readonly number[], network) => Array.from(network.forward(place)), [x, y]);
    const [a, b] = [after(from), after(to)];
    return [mix(a[0], b[0]), mix(a[1], b[1])];
  }

  /**
   * Returns the crossing of grid lines, in the input, that lies nearest to a place after `layer` layers; undefined
   * if none lies within `reach`.
   */
  nearestNode([x, y]: readonly [x: number, y: number], layer: number, reach: number): [number, number] | undefined {
    const { from, to, mix } = this._between(layer);
    if (this._areNodesStale) this._evaluate(this._nodes);
    this._areNodesStale = false;
    const [start, a, b] = [this._nodes[0], this._nodes[from], this._nodes[to]];
    let found = -1;
    let least = reach;
    for (let k = 0; k < start.length; k += 2) {
      const distance = Math.hypot(mix(a[k], b[k]) - x, mix(a[k + 1], b[k + 1]) - y);
      if (distance >= least) continue;
      least = distance;
      found = k;
    }
    return found < 0 ? undefined : [start[found], start[found + 1]];
  }

  /** The whole layers before and after `layer`, and a function that mixes numbers of the two. */
  private _between(layer: number): { from: number; to: number; mix: (a: number, b: number) => number } {
    const last = this._layers.length;
    const from = Math.min(Math.floor(layer), last);
    return { from, to: Math.min(from + 1, last), mix: (a, b) => a + (b - a) * (layer - from) };
  }

  /** Maps points after 0 layers to those after 1, 2, … */
  private _evaluate(stages: readonly Float64Array[]): void {
    this._layers.forEach((network, l) => network.evaluate(stages[l], stages[l + 1]));
  }
}

function extentOf(points: Float64Array): Extent {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let k = 0; k < points.length; k += 2) {
    left = Math.min(left, points[k]);
    right = Math.max(right, points[k]);
    bottom = Math.min(bottom, points[k + 1]);
    top = Math.max(top, points[k + 1]);
  }
  return { left, right, bottom, top };
}

function frameOf(points: Float64Array): Frame {
  const { left, right, bottom, top } = extentOf(points);
  const [x, y, half] = [(left + right) / 2, (bottom + top) / 2, Math.max(right - left, top - bottom) / 2];
  // A plane that was pressed into one point has no size of its own, but for what arithmetic rounds.
  return { x, y, half: half > TINY * Math.max(1, Math.abs(x), Math.abs(y)) ? half : 1 };
}
