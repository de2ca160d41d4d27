import { createRandom, createTarget, Network, Trainer, type ActivationName, type TargetName } from '../core/index.js';
import type { Frame, GridLine } from '../draw/deform.js';
import { gridLines } from './deform-lines.js';

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
function flat(w: Layers, b: Layers): number[] {
  return w.flatMap((weights, k) => [...weights.flat(), ...b[k].flat()]);
}

/** A network that ends with layer `count`; it shows what the plane has become there, or `linear`, before it is bent there. */
function prefix({ w, b, activation, alpha }: DeformationSettings, count: number, outputActivation = activation): Network {
  const network = new Network({ layers: Array<number>(count + 1).fill(2), activation, outputActivation, alpha });
  network.parameters.set(flat(w.slice(0, count), b.slice(0, count)));
  return network;
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
  const p = network.parameters.map((value) => value || 2 * random() - 1); // He leaves biases 0
  const matrix = (at: number): number[][] => [[p[at], p[at + 1]], [p[at + 2], p[at + 3]]];
  const biases = (at: number): number[][] => [[p[at]], [p[at + 1]]];
  return { w: [matrix(0), matrix(6)], b: [biases(4), biases(10)] };
}

/** Share of the target that the layers and an output [w, w, b] after them put right, in [0, 1]. */
export function shareRight(settings: DeformationSettings, output: readonly number[], target: TargetName): number {
  const { w, b, activation, alpha } = settings;
  const layers = [...Array<number>(w.length + 1).fill(2), 1];
  const network = new Network({ layers, activation, outputActivation: activation, alpha });
  const parameters = [...flat(w, b), ...output];
  return new Trainer({ network, target: createTarget(target), parameters }).score().accuracy;
}

/** Where `count` lines a side cross. */
function knots(count: number): Float64Array {
  const at = (index: number): number => (2 * index) / (count - 1) - 1;
  return Float64Array.from({ length: 2 * count * count }, (_, k) => at(k % 2 === 0 ? (k >> 1) % count : Math.floor((k >> 1) / count)));
}

/** A grid of the plane, and points on it, taken through layers of two neurons. */
export class Deformation {
  readonly lines: readonly GridLine[];
  private readonly _stages: readonly Float64Array[]; // the grid after 0, 1, … layers
  private readonly _pointStages: readonly Float64Array[];
  private readonly _prefixes: readonly Network[]; // that end with layer 1, 2, …
  private readonly _grid: number;
  private _knots: readonly Float64Array[] | undefined; // where the grid's lines cross, after 0, 1, … layers; once somebody asks
  private readonly _frames: readonly Frame[];
  private readonly _shown: Float64Array;
  private readonly _shownPoints: Float64Array;

  constructor(settings: DeformationSettings) {
    const folds = folding.includes(settings.activation);
    const { points, lines } = gridLines(settings.grid, folds ? settings.w.map((_, k) => prefix(settings, k + 1, 'linear')) : undefined);
    const samples = samplePoints();
    this._grid = settings.grid;
    this._prefixes = settings.w.map((_, k) => prefix(settings, k + 1));
    this.lines = lines;
    this._stages = this._through(points);
    this._pointStages = this._through(samples);
    this._frames = this._stages.map(frameOf);
    this._shown = new Float64Array(points.length);
    this._shownPoints = new Float64Array(samples.length);
  }

  /** The points as they lie in the input, [points × 2]. */
  get samples(): Float64Array {
    return this._pointStages[0];
  }

  /**
   * The grid, the points and the frame around them after `layer` layers, between whole ones on the
   * straight way from one to the next. Valid until the next call.
   */
  at(layer: number): { mesh: Float64Array; points: Float64Array; frame: Frame } {
    const { from, to, mix } = this._between(layer);
    const blend = (stages: readonly Float64Array[], out: Float64Array): Float64Array => {
      for (let k = 0; k < out.length; k++) out[k] = mix(stages[from][k], stages[to][k]);
      return out;
    };
    return { mesh: blend(this._stages, this._shown), points: blend(this._pointStages, this._shownPoints), frame: this.frame(layer) };
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
    const after = (count: number): readonly number[] => (count === 0 ? [x, y] : Array.from(this._prefixes[count - 1].forward([x, y])));
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
    const last = this._prefixes.length;
    const from = Math.min(Math.floor(layer), last);
    return { from, to: Math.min(from + 1, last), mix: (a, b) => a + (b - a) * (layer - from) };
  }

  /** Points as they are and after each layer. */
  private _through(start: Float64Array): Float64Array[] {
    return [start, ...this._prefixes.map((network) => {
      const out = new Float64Array(start.length);
      network.evaluate(start, out);
      return out;
    })];
  }
}
