import { nodeCoordinate } from './places.js';
import type { Target } from './targets.js';

/** Closed outlines, each [points × 2] with x and y in turn; the last point joins the first. */
export type Outline = readonly Float64Array[];

/**
 * Bisections that locate a crossing on a cell's edge. With 64 cells its error is at most 2 / 64 / 2^12, which is below
 * a hundredth of a pixel on a canvas 2,000 pixels wide.
 */
const BISECTIONS = 12;
/** Calls of the target between two pauses of `outlineSteps`. */
const CALLS = 1000;
/** How often an edge of the outline may be halved to follow a curve or a corner. */
const MAX_REFINEMENTS = 5;

/**
 * Traces where a target crosses `level` on [−1, 1]². Outside the square the target counts as 0, so every outline is
 * closed and includes the border where the inside touches it.
 *
 * Marching squares on cells², with each crossing found by bisection and each edge refined until the outline is within
 * `tolerance` of the true one, corners included. Only where two insides touch in a point are corners cut, by less
 * than a cell.
 * Source: Lorensen & Cline, Marching cubes (1987), in the plane.
 */
export function traceOutline(target: Target, cells = 64, tolerance = 0.001, level = 0.5): Outline {
  return finish(outlineSteps(target, cells, tolerance, level));
}

/** Does what `traceOutline` does, and pauses each time that it has called the target about a thousand times. */
export function* outlineSteps(
  target: Target, cells = 64, tolerance = 0.001, level = 0.5,
): Generator<undefined, Outline> {
  const tracer = new Tracer(target, cells, level);
  yield* tracer.fill();
  const outline: Float64Array[] = [];
  for (const loop of yield* tracer.loops()) outline.push(yield* tracer.refine(loop, tolerance));
  return outline;
}

/** Runs through all steps and returns what they come to. */
export function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Marching squares: for each cell that the outline crosses, calls `link` with the edges by which it enters and leaves,
 * counterclockwise around the cell from outside to inside and from inside to outside. `inside` is [nodes²], row by
 * row. Edge 2 · node goes right from a node, edge 2 · node + 1 goes up.
 */
export function linkCells(inside: Uint8Array, nodes: number, link: (enter: number, leave: number) => void): void {
  for (let j = 0; j < nodes - 1; j++) {
    for (let i = 0; i < nodes - 1; i++) {
      const node = j * nodes + i;
      const sum = inside[node] + inside[node + 1] + inside[node + nodes] + inside[node + nodes + 1];
      if (sum === 0 || sum === 4) continue;
      const corners = [inside[node], inside[node + 1], inside[node + nodes + 1], inside[node + nodes]];
      const edges = [2 * node, 2 * (node + 1) + 1, 2 * (node + nodes), 2 * node + 1]; // from each corner to the next
      for (let k = 0; k < 4; k++) {
        if (corners[k] || !corners[(k + 1) % 4]) continue;
        let m = k + 1;
        while (corners[m % 4] === corners[(m + 1) % 4]) m++;
        link(edges[k], edges[m % 4]);
      }
    }
  }
}

class Tracer {
  private readonly _target: Target;
  private readonly _level: number;
  private readonly _nodes: number; // a side, with one ring of outside around the square
  private readonly _coordinates: readonly number[]; // of the nodes of a side
  private readonly _inside: Uint8Array; // [nodes²]
  private _calls = 0; // since the last pause

  constructor(target: Target, cells: number, level: number) {
    this._target = target;
    this._level = level;
    const nodes = cells + 3;
    this._nodes = nodes;
    this._coordinates = Array.from({ length: nodes }, (_, i) => nodeCoordinate(i - 1, cells + 1));
    this._inside = new Uint8Array(nodes * nodes);
  }

  /** Finds which nodes are inside. */
  *fill(): Generator<undefined, void> {
    const { _coordinates: at, _nodes: nodes } = this;
    for (let j = 1; j < nodes - 1; j++) {
      for (let i = 1; i < nodes - 1; i++) this._inside[j * nodes + i] = +this._isInside(at[i], at[j]);
      if (this._isDue()) yield;
    }
  }

  /** Returns the closed loops of crossings, each [x, y, …], with the inside always on the same side. */
  *loops(): Generator<undefined, number[][]> {
    const { _inside: inside, _nodes: nodes } = this;
    const next = new Map<number, number>(); // from each crossed edge of the grid to the next one
    linkCells(inside, nodes, (enter, leave) => next.set(enter, leave));
    const loops: number[][] = [];
    for (const first of [...next.keys()]) {
      const loop: number[] = [];
      for (let edge = first, following = next.get(edge); following !== undefined; following = next.get(edge)) {
        next.delete(edge);
        loop.push(...this._crossing(edge));
        edge = following;
        if (this._isDue()) yield;
      }
      if (loop.length > 0) loops.push(loop);
    }
    return loops;
  }

  /** Adds points where the outline bends away from the straight edges of `loop`. */
  *refine(loop: number[], tolerance: number): Generator<undefined, Float64Array> {
    const points: number[] = [];
    for (let k = 0; k < loop.length; k += 2) {
      const m = (k + 2) % loop.length;
      points.push(loop[k], loop[k + 1]);
      this._bend(points, loop[k], loop[k + 1], loop[m], loop[m + 1], tolerance, MAX_REFINEMENTS);
      if (this._isDue()) yield;
    }
    return Float64Array.from(points);
  }

  /** Whether it is time for a pause. */
  private _isDue(): boolean {
    if (this._calls < CALLS) return false;
    this._calls = 0;
    return true;
  }

  private _isInside(x: number, y: number): boolean {
    this._calls++;
    return Math.abs(x) <= 1 && Math.abs(y) <= 1 && this._target(x, y) >= this._level;
  }

  /** Returns the point on an edge of the grid where inside and outside meet. */
  private _crossing(edge: number): [number, number] {
    const { _coordinates: at, _nodes: nodes } = this;
    const node = edge >> 1;
    const i = node % nodes;
    const j = (node - i) / nodes;
    return edge & 1 ? this._bisect(at[i], at[j], at[i], at[j + 1]) : this._bisect(at[i], at[j], at[i + 1], at[j]);
  }

  /** Returns the crossing between two points, one of which is inside. */
  private _bisect(x0: number, y0: number, x1: number, y1: number): [number, number] {
    const first = this._isInside(x0, y0);
    let low = 0;
    let high = 1;
    for (let k = 0; k < BISECTIONS; k++) {
      const middle = (low + high) / 2;
      if (this._isInside(x0 + (x1 - x0) * middle, y0 + (y1 - y0) * middle) === first) low = middle;
      else high = middle;
    }
    return [x0 + (x1 - x0) * low, y0 + (y1 - y0) * low];
  }

  /** Looks for the outline near the middle of an edge, and adds a point if it is further off than `tolerance`. */
  private _bend(
    points: number[], x0: number, y0: number, x1: number, y1: number, tolerance: number, depth: number,
  ): void {
    const dx = x1 - x0;
    const dy = y1 - y0;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (depth === 0 || length < tolerance) return;
    const mx = (x0 + x1) / 2;
    const my = (y0 + y1) / 2;
    const near = tolerance / length;
    if (this._isInside(mx - near * dy, my + near * dx) !== this._isInside(mx + near * dy, my - near * dx)) return;
    // A corner is at most half an edge away if its sides meet at a right angle or wider.
    const here = this._isInside(mx, my);
    for (const side of [0.55, -0.55]) {
      const fx = mx - side * dy;
      const fy = my + side * dx;
      if (this._isInside(fx, fy) === here) continue;
      const [x, y] = this._bisect(mx, my, fx, fy);
      this._bend(points, x0, y0, x, y, tolerance, depth - 1);
      points.push(x, y);
      this._bend(points, x, y, x1, y1, tolerance, depth - 1);
      return;
    }
  }
}
