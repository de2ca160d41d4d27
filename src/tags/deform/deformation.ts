import { createRandom, createTarget, Network, Trainer, type ActivationName, type TargetName } from '../../core/index.js';
import type { Frame, GridLine } from './picture.js';
import { GridLines, roomFor } from './grid-lines.js';

/** Layers of two neurons: [layer][neuron][input], and [layer][neuron][1] for biases. */
export type Layers = readonly (readonly (readonly number[])[])[];

export interface DeformationSettings {
  readonly w: Layers;
  readonly b: Layers;
  readonly activation: ActivationName;
  readonly alpha: number;
  /** Grid lines a side. */
  readonly grid: number;
}

/** What bends at 0 and nowhere else. */
const folding: readonly ActivationName[] = ['linear', 'relu', 'leaky-relu'];
const POINTS = 160;

/** Row-major weights and then biases of each layer, as core lays them out. */
export function flat(w: Layers, b: Layers): number[] {
  return w.flatMap((weights, k) => [...weights.flat(), ...b[k].flat()]);
}

/** Weights and biases of `count` layers of two, as core lays them out, in rows. */
export function layersOf(parameters: ArrayLike<number>, count: number): { w: Layers; b: Layers } {
  const layer = <T>(make: (at: number) => T): readonly T[] => Object.freeze(Array.from({ length: count }, (_, k) => make(6 * k)));
  const rows = (...given: number[][]): readonly (readonly number[])[] => Object.freeze(given.map((row) => Object.freeze(row)));
  return {
    w: layer((at) => rows([parameters[at], parameters[at + 1]], [parameters[at + 2], parameters[at + 3]])),
    b: layer((at) => rows([parameters[at + 4]], [parameters[at + 5]])),
  };
}

/** The bounds of points. */
export interface Extent { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number }

export function extentOf(points: Float64Array): Extent {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let k = 0; k < points.length; k += 2) {
    left = Math.min(left, points[k]);
    right = Math.max(right, points[k]);
    bottom = Math.min(bottom, points[k + 1]);
    top = Math.max(top, points[k + 1]);
  }
  return { left, right, bottom, top };
}

/** The square that `points` need, in the middle of them. */
export function frameOf(points: Float64Array): Frame {
  const { left, right, bottom, top } = extentOf(points);
  // A plane that was pressed into one point has no size of its own.
  return { x: (left + right) / 2, y: (bottom + top) / 2, half: Math.max(right - left, top - bottom) / 2 || 1 };
}

/** Same points on every page: the picture of a target is part of what a page shows. */
function samplePoints(): Float64Array {
  const random = createRandom('points');
  return Float64Array.from({ length: 2 * POINTS }, () => 2 * random() - 1);
}

/** Random matrices of two layers from a seed: He weights, which keep the plane's size, and biases uniform in (−1, 1). */
export function randomLayers(seed: string): { w: Layers; b: Layers } {
  const network = new Network({ layers: [2, 2, 2] });
  const random = createRandom(`weights ${seed}`);
  network.initialize(random);
  return layersOf(network.parameters.map((value) => value || 2 * random() - 1), 2); // He leaves biases 0
}

/** Share of the target that the layers and an output [w, w, b] after them put right, in [0, 1]. */
export function shareRight(
  settings: DeformationSettings, output: ArrayLike<number>, target: TargetName, outputActivation = settings.activation,
): number {
  const { w, b, activation, alpha } = settings;
  const layers = [...Array<number>(w.length + 1).fill(2), 1];
  const network = new Network({ layers, activation, outputActivation, alpha });
  const parameters = [...flat(w, b), ...Array.from(output)];
  return new Trainer({ network, target: createTarget(target), parameters }).score().accuracy;
}

/** Where `count` lines a side cross. */
function knots(count: number): Float64Array {
  const at = (index: number): number => (2 * index) / (count - 1) - 1;
  return Float64Array.from({ length: 2 * count * count }, (_, k) => at(k % 2 === 0 ? (k >> 1) % count : Math.floor((k >> 1) / count)));
}

/** A grid of the plane, and points on it, taken through layers of two neurons. */
export class Deformation {
  private readonly _lines: GridLines;
  private readonly _samples = samplePoints();
  private readonly _layers: readonly Network[]; // each by itself
  private readonly _sums: readonly Network[]; // what the neurons of layer 1, 2, … bend at 0; none where they bend smoothly
  private readonly _grid: number;
  private readonly _room: Float64Array<ArrayBuffer>[]; // for the grid after 1, 2, … layers, and as it is shown
  private _stages: readonly Float64Array[] = []; // the grid after 0, 1, … layers
  private readonly _pointStages: readonly Float64Array[];
  private _knots: readonly Float64Array[] | undefined; // where the grid's lines cross, after 0, 1, … layers; once somebody asks
  private _frames: readonly Frame[] = [];
  private _shown = new Float64Array(0);
  private readonly _shownPoints: Float64Array;

  constructor({ w, b, activation, alpha, grid }: DeformationSettings) {
    const folds = folding.includes(activation);
    const sum = (_: unknown, k: number): Network =>
      new Network({ layers: Array<number>(k + 2).fill(2), activation, outputActivation: 'linear', alpha });
    this._lines = new GridLines(grid, folds);
    this._grid = grid;
    this._layers = w.map(() => new Network({ layers: [2, 2], outputActivation: activation, alpha }));
    this._sums = folds ? w.map(sum) : [];
    this._room = w.map(() => new Float64Array(0));
    this._pointStages = [this._samples, ...w.map(() => new Float64Array(this._samples.length))];
    this._shownPoints = new Float64Array(this._samples.length);
    this.bend(flat(w, b));
  }

  /** The grid's lines, as they now are. */
  get lines(): readonly GridLine[] {
    return this._lines.lines;
  }

  /** The points as they lie in the input, [points × 2]. */
  get samples(): Float64Array {
    return this._samples;
  }

  /** Takes other weights and biases for the same layers, laid out as in core; there may be more behind them. */
  bend(parameters: ArrayLike<number>): void {
    for (const [l, { parameters: own }] of this._layers.entries()) for (let k = 0; k < 6; k++) own[k] = parameters[6 * l + k];
    for (const { parameters: own } of this._sums) for (let k = 0; k < own.length; k++) own[k] = parameters[k];
    const points = this._lines.trace(this._sums);
    const stages = [points];
    this._layers.forEach((network, l) => {
      this._room[l] = roomFor(this._room[l], points.length);
      stages.push(this._room[l].subarray(0, points.length));
      network.evaluate(stages[l], stages[l + 1]);
      network.evaluate(this._pointStages[l], this._pointStages[l + 1]);
    });
    this._stages = stages;
    this._frames = stages.map(frameOf);
    this._knots = undefined;
  }

  /**
   * The grid, the points and the frame around them after `layer` layers, between whole ones on the
   * straight way from one to the next. Valid until the next call.
   */
  at(layer: number): { mesh: Float64Array; points: Float64Array; frame: Frame } {
    const { from, to, mix } = this._between(layer);
    const blend = (stages: readonly Float64Array[], out: Float64Array): Float64Array => {
      for (let k = 0; k < stages[from].length; k++) out[k] = mix(stages[from][k], stages[to][k]);
      return out;
    };
    const { length } = this._stages[0];
    this._shown = roomFor(this._shown, length);
    return { mesh: blend(this._stages, this._shown).subarray(0, length), points: blend(this._pointStages, this._shownPoints), frame: this.frame(layer) };
  }

  /** The frame alone. */
  frame(layer: number): Frame {
    const { from, to, mix } = this._between(layer);
    const [f, g] = [this._frames[from], this._frames[to]];
    return { x: mix(f.x, g.x), y: mix(f.y, g.y), half: mix(f.half, g.half) };
  }

  /** Where a place of the input comes to lie after `layer` layers, between whole ones on the straight way. */
  follow([x, y]: readonly [x: number, y: number], layer: number): [x: number, y: number] {
    const { from, to, mix } = this._between(layer);
    const after = (count: number): readonly number[] =>
      this._layers.slice(0, count).reduce((at: readonly number[], network) => Array.from(network.forward(at)), [x, y]);
    const [a, b] = [after(from), after(to)];
    return [mix(a[0], b[0]), mix(a[1], b[1])];
  }

  /** From where in the input the grid's point came that lies nearest to a place after `layer` layers, unless none is within `reach`. */
  origin([x, y]: readonly [x: number, y: number], layer: number, reach: number): [x: number, y: number] | undefined {
    const { from, to, mix } = this._between(layer);
    this._knots ??= this._through(knots(this._grid));
    const [start, a, b] = [this._knots[0], this._knots[from], this._knots[to]];
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

  /** What the grid covers after `layer` layers. */
  extent(layer: number): Extent {
    return extentOf(this.at(layer).mesh);
  }

  /** The whole layers before and after `layer`, and what lies as far between two numbers as it does between them. */
  private _between(layer: number): { readonly from: number; readonly to: number; readonly mix: (a: number, b: number) => number } {
    const last = this._layers.length;
    const from = Math.min(Math.floor(layer), last);
    return { from, to: Math.min(from + 1, last), mix: (a, b) => a + (b - a) * (layer - from) };
  }

  /** Points as they are and after each layer. */
  private _through(start: Float64Array): Float64Array[] {
    const stages = [start];
    for (const network of this._layers) {
      const out = new Float64Array(start.length);
      network.evaluate(stages[stages.length - 1], out);
      stages.push(out);
    }
    return stages;
  }
}
