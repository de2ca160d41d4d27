import { Activation } from '../activations.js';
import { linkCells } from '../contour.js';
import type { Network } from '../network.js';
import { nodeCoordinate } from '../places.js';
import { computeWeightedSums } from './hidden-neurons.js';

/** Cells a side of the grid on which creases of deeper layers are traced. */
const CELLS = 36;
const NODES = CELLS + 1;
/** Parameters of the largest network whose deeper layers are traced; larger ones would take too long for a frame. */
const MAX_TRACED_PARAMETERS = 1000;

/**
 * Finds the creases of hidden neurons: the lines z = 0 on [−1, 1]², y upwards, each with z > 0 to its left.
 *
 * Exact in the first hidden layer, where they are straight. Those of deeper layers bend; they are traced by marching
 * squares on 36² cells, in networks of up to 1,000 parameters.
 * Source: Lorensen & Cline, Marching cubes (1987), in the plane.
 */
export class Creases {
  /** x and y of the points of all lines; the array is longer than what is used. */
  points = new Float64Array(256);
  private _lines = new Int32Array(64); // [lines × 3]: neuron, first point, end
  private _count = 0;
  private _used = 0; // points
  private _buffers = [new Float64Array(0), new Float64Array(0)]; // each [neurons of a layer × nodes]
  private readonly _z = new Float64Array(NODES * NODES);
  private readonly _active = new Uint8Array(NODES * NODES); // whether z > 0
  private readonly _next = new Int32Array(2 * NODES * NODES); // the edge after each edge; −1 for none
  private readonly _entered = new Uint8Array(2 * NODES * NODES);

  /** Number of lines. */
  get count(): number {
    return this._count;
  }

  /** Returns the hidden neuron of a line, counted layer by layer from 0. */
  neuronOfLine(line: number): number {
    return this._lines[3 * line];
  }

  /** Returns the index of a line's first point; its x and y are at twice that index in `points`. */
  startOfLine(line: number): number {
    return this._lines[3 * line + 1];
  }

  /** Returns the index after that of a line's last point. */
  endOfLine(line: number): number {
    return this._lines[3 * line + 2];
  }

  /** Finds the lines of a network of two inputs with its present parameters. */
  trace(network: Network): void {
    const { layers, parameters } = network;
    this._count = this._used = 0;
    const biases = 2 * layers[1];
    for (let j = 0; j < layers[1]; j++) this._cut(j, parameters[2 * j], parameters[2 * j + 1], parameters[biases + j]);
    if (layers.length > 3 && parameters.length <= MAX_TRACED_PARAMETERS) this._traceDeeper(network);
  }

  /** Adds the part of the straight line u·x + v·y + b = 0 that lies in the square. */
  private _cut(neuron: number, u: number, v: number, b: number): void {
    const norm = u * u + v * v;
    if (!(norm > 0)) return;
    const [x, y] = [(-b * u) / norm, (-b * v) / norm];
    const root = Math.sqrt(norm);
    const [dx, dy] = [v / root, -u / root];
    let [from, to] = [-Infinity, Infinity];
    for (const [at, along] of [[x, dx], [y, dy]]) {
      if (along === 0) {
        if (Math.abs(at) > 1) return;
        continue;
      }
      const [a, c] = [(-1 - at) / along, (1 - at) / along];
      from = Math.max(from, Math.min(a, c));
      to = Math.min(to, Math.max(a, c));
    }
    if (!(from < to)) return;
    this._begin(neuron);
    this._add(x + from * dx, y + from * dy);
    this._add(x + to * dx, y + to * dy);
    this._end();
  }

  private _traceDeeper(network: Network): void {
    const { layers } = network;
    const n = NODES * NODES;
    const widest = Math.max(...layers) * n;
    if (this._buffers[0].length < widest) this._buffers = this._buffers.map(() => new Float64Array(widest));
    let [source, sink] = this._buffers;
    const f = new Activation(network.activation, network.alpha);
    for (let k = 0; k < n; k++) {
      source[k] = nodeCoordinate(k % NODES, NODES);
      source[n + k] = nodeCoordinate(Math.floor(k / NODES), NODES);
    }
    let neuron = 0;
    for (let l = 1; l < layers.length - 1; l++) {
      for (let j = 0; j < layers[l]; j++, neuron++) {
        computeWeightedSums(network, l, j, source, n, sink, j * n);
        if (l === 1) continue;
        this._z.set(sink.subarray(j * n, (j + 1) * n));
        this._z.forEach((z, k) => { this._active[k] = +(z > 0); });
        this._march(neuron);
      }
      f.apply(sink, 0, layers[l] * n);
      [source, sink] = [sink, source];
    }
  }

  /** Adds the lines of one neuron from its z at the nodes. */
  private _march(neuron: number): void {
    const { _next: next, _entered: entered } = this;
    next.fill(-1);
    entered.fill(0);
    linkCells(this._active, NODES, (enter, leave) => {
      next[leave] = enter; // this direction has z > 0 to its left
      entered[enter] = 1;
    });
    // First the lines that begin at the border; the rest are closed.
    for (const open of [true, false]) {
      for (let first = 0; first < next.length; first++) {
        if (next[first] < 0 || (open && entered[first])) continue;
        this._begin(neuron);
        this._cross(first);
        for (let edge = first; next[edge] >= 0;) {
          const to = next[edge];
          next[edge] = -1;
          this._cross(to);
          edge = to;
        }
        this._end();
      }
    }
  }

  /** Adds the point of an edge where z is 0, by linear interpolation. */
  private _cross(edge: number): void {
    const z = this._z;
    const node = edge >> 1;
    const other = edge & 1 ? node + NODES : node + 1;
    const share = z[node] / (z[node] - z[other]);
    const x = nodeCoordinate(node % NODES, NODES);
    const y = nodeCoordinate(Math.floor(node / NODES), NODES);
    const step = (2 / CELLS) * share;
    this._add(edge & 1 ? x : x + step, edge & 1 ? y + step : y);
  }

  private _begin(neuron: number): void {
    if (3 * this._count + 3 > this._lines.length) {
      const grown = new Int32Array(2 * this._lines.length);
      grown.set(this._lines);
      this._lines = grown;
    }
    this._lines[3 * this._count] = neuron;
    this._lines[3 * this._count + 1] = this._used;
  }

  private _add(x: number, y: number): void {
    if (2 * this._used + 2 > this.points.length) {
      const grown = new Float64Array(2 * this.points.length);
      grown.set(this.points);
      this.points = grown;
    }
    this.points[2 * this._used] = x;
    this.points[2 * this._used + 1] = y;
    this._used++;
  }

  private _end(): void {
    this._lines[3 * this._count + 2] = this._used;
    this._count++;
  }
}
