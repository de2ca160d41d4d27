import { Activation } from '../activations.js';
import { nodeCoordinate } from '../places.js';
import { computeWeightedSums } from './hidden-neurons.js';
import type { Network } from '../network.js';

/** Cells a side on which the creases of deeper layers are traced. */
const CELLS = 36;
const NODES = CELLS + 1;
/** Parameters of a network whose deeper layers are traced: more than a frame has time for, and than anybody can read. */
const MOST_TRACED = 1000;

/**
 * Where hidden neurons fold: the lines z = 0 on [−1, 1]², y upwards, each with its active side, z > 0, to
 * the left of its way.
 *
 * Exact in the first hidden layer, where they are straight. Those of deeper layers bend; they are traced by
 * marching squares on 36² cells, in networks of up to 1,000 parameters.
 * Source: Lorensen & Cline, Marching cubes (1987), in the plane.
 */
export class Creases {
  /** x, y of all lines; what lies beyond the last line's end is old. */
  points = new Float64Array(256);
  private _lines = new Int32Array(64); // neuron, first point, end, of each
  private _count = 0;
  private _used = 0; // points
  private _grid: { readonly a: Float64Array; readonly b: Float64Array } | undefined;
  private readonly _z = new Float64Array(NODES * NODES);
  private readonly _next = new Int32Array(2 * NODES * NODES); // edge that follows an edge; −1 for none
  private readonly _entered = new Uint8Array(2 * NODES * NODES);

  /** How many lines there are. */
  get count(): number {
    return this._count;
  }

  /** The hidden neuron of a line, counted layer by layer from 0. */
  neuronOfLine(line: number): number {
    return this._lines[3 * line];
  }

  /** A line's first point, and the one after its last: x and y are at twice that place in `points`. */
  startOfLine(line: number): number {
    return this._lines[3 * line + 1];
  }

  endOfLine(line: number): number {
    return this._lines[3 * line + 2];
  }

  /** Finds the lines of a network of two inputs as it is now. */
  trace(network: Network): void {
    const { layers, parameters } = network;
    this._count = this._used = 0;
    const biases = 2 * layers[1];
    for (let j = 0; j < layers[1]; j++) this._cut(j, parameters[2 * j], parameters[2 * j + 1], parameters[biases + j]);
    if (layers.length > 3 && parameters.length <= MOST_TRACED) this._traceDeeper(network);
  }

  /** The straight line u·x + v·y + b = 0, as far as it lies in the square. */
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
    if (!this._grid || this._grid.a.length < widest) this._grid = { a: new Float64Array(widest), b: new Float64Array(widest) };
    let { a: source, b: sink } = this._grid;
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
        this._march(neuron);
      }
      f.apply(sink, 0, layers[l] * n);
      [source, sink] = [sink, source];
    }
  }

  /** The lines of one neuron, whose z at the nodes is known. */
  private _march(neuron: number): void {
    const { _next: next, _entered: entered } = this;
    next.fill(-1);
    entered.fill(0);
    let links = 0;
    for (let j = 0; j < CELLS; j++) for (let i = 0; i < CELLS; i++) links += this._link(j * NODES + i);
    if (links === 0) return;
    // Those that begin at the border first; what is left runs in circles.
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

  /** Joins the crossings of the cell right of and above a node, each from where z > 0 comes to lie left; returns how many. */
  private _link(node: number): number {
    const z = this._z;
    const [a, b, c, d] = [z[node] > 0, z[node + 1] > 0, z[node + NODES + 1] > 0, z[node + NODES] > 0];
    const code = +a + 2 * +b + 4 * +c + 8 * +d;
    if (code === 0 || code === 15) return 0;
    const on = [a, b, c, d, a];
    // Edges are 2·node to the right and 2·node + 1 up: bottom, right, top, left of the cell.
    const edges = [2 * node, 2 * (node + 1) + 1, 2 * (node + NODES), 2 * node + 1];
    let links = 0;
    for (let k = 0; k < 4; k++) {
      if (on[k] || !on[k + 1]) continue;
      let m = (k + 1) % 4;
      while (!(on[m] && !on[m + 1])) m = (m + 1) % 4;
      // Around the cell counterclockwise, z > 0 begins at edge k and ends at m: on the way from m to k it lies left.
      this._next[edges[m]] = edges[k];
      this._entered[edges[k]] = 1;
      links++;
    }
    return links;
  }

  /** Adds the point of an edge where z is 0, by straight interpolation. */
  private _cross(edge: number): void {
    const z = this._z;
    const node = edge >> 1;
    const other = edge & 1 ? node + NODES : node + 1;
    const share = z[node] / (z[node] - z[other]);
    const [x, y] = [nodeCoordinate(node % NODES, NODES), nodeCoordinate(Math.floor(node / NODES), NODES)];
    const step = (2 / CELLS) * share;
    this._add(edge & 1 ? x : x + step, edge & 1 ? y + step : y);
  }

  private _begin(neuron: number): void {
    if (3 * this._count + 3 > this._lines.length) this._lines = grown(this._lines, new Int32Array(2 * this._lines.length));
    this._lines[3 * this._count] = neuron;
    this._lines[3 * this._count + 1] = this._used;
  }

  private _add(x: number, y: number): void {
    if (2 * this._used + 2 > this.points.length) this.points = grown(this.points, new Float64Array(2 * this.points.length));
    this.points[2 * this._used] = x;
    this.points[2 * this._used + 1] = y;
    this._used++;
  }

  private _end(): void {
    this._lines[3 * this._count + 2] = this._used;
    this._count++;
  }
}

function grown<T extends Int32Array | Float64Array>(old: T, into: T): T {
  into.set(old);
  return into;
}
