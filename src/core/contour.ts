import { nodeCoordinate } from './places.js';
import type { Target } from './targets.js';

/** Closed outlines, each [points × 2] with x and y in turn; the last point joins the first. */
export type Outline = readonly Float64Array[];

/** Halvings that place a crossing: 2 / 64 / 2^12 is a hundredth of a pixel on a canvas of 2,000. */
const BISECTIONS = 12;
/** How often an edge of the outline may be halved to follow a curve or a corner. */
const REFINEMENTS = 5;

/**
 * Traces where a target crosses `level` on [−1, 1]²; what lies outside the square counts as 0, so every
 * outline is closed and the border is part of it where the inside touches it.
 *
 * Marching squares on cells², with each crossing found by bisection and each edge refined until the
 * outline is within `tolerance` of the true one, corners included. Only where two insides touch in a
 * point are its corners cut, by less than a cell.
 * Source: Lorensen & Cline, Marching cubes (1987), in the plane.
 */
export function traceOutline(target: Target, cells = 64, tolerance = 0.001, level = 0.5): Outline {
  const tracer = new Tracer(target, cells, level);
  return tracer.loops().map((loop) => tracer.refine(loop, tolerance));
}

class Tracer {
  private readonly _cells: number;
  private readonly _target: Target;
  private readonly _level: number;
  private readonly _inside: Uint8Array; // of nodes, one ring of outside around the square

  constructor(target: Target, cells: number, level: number) {
    this._cells = cells;
    this._target = target;
    this._level = level;
    const nodes = cells + 3;
    this._inside = new Uint8Array(nodes * nodes);
    const at = Array.from({ length: nodes }, (_, i) => this._at(i));
    for (let j = 1; j <= cells + 1; j++) {
      for (let i = 1; i <= cells + 1; i++) this._inside[j * nodes + i] = +(target(at[i], at[j]) >= level);
    }
  }

  /** Walks along crossings with the inside on one hand until each is used. */
  loops(): number[][] {
    const inside = this._inside;
    const nodes = this._cells + 3;
    // Edge e between two nodes -> the edge that follows it; edges are 2·node for right, 2·node + 1 for up.
    const next = new Map<number, number>();
    for (let j = 0; j < nodes - 1; j++) {
      for (let i = 0; i < nodes - 1; i++) {
        const node = j * nodes + i;
        const sum = inside[node] + inside[node + 1] + inside[node + nodes] + inside[node + nodes + 1];
        if (sum > 0 && sum < 4) this._linkCell(node, nodes, next); // few cells are neither out nor in
      }
    }
    const loops: number[][] = [];
    for (const first of [...next.keys()]) {
      if (!next.has(first)) continue;
      const loop: number[] = [];
      for (let edge: number | undefined = first; edge !== undefined;) {
        const following: number | undefined = next.get(edge);
        if (following === undefined) break;
        next.delete(edge);
        loop.push(...this._crossing(edge, nodes));
        edge = following;
      }
      loops.push(loop);
    }
    return loops;
  }

  /** Adds points where the outline bends away from the straight edges of `loop`. */
  refine(loop: number[], tolerance: number): Float64Array {
    const points: number[] = [];
    for (let k = 0; k < loop.length; k += 2) {
      const m = (k + 2) % loop.length;
      points.push(loop[k], loop[k + 1]);
      this._bend(points, loop[k], loop[k + 1], loop[m], loop[m + 1], tolerance, REFINEMENTS);
    }
    return Float64Array.from(points);
  }

  /** The coordinate of node i; the ring around the square lies one cell out. */
  private _at(i: number): number {
    return nodeCoordinate(i - 1, this._cells + 1);
  }

  private _isInside(x: number, y: number): boolean {
    return Math.abs(x) <= 1 && Math.abs(y) <= 1 && this._target(x, y) >= this._level;
  }

  /** Joins the crossings of one cell, each from where the outline enters to where it leaves. */
  private _linkCell(node: number, nodes: number, next: Map<number, number>): void {
    const a = this._inside[node];
    const b = this._inside[node + 1];
    const c = this._inside[node + nodes + 1];
    const d = this._inside[node + nodes];
    const bottom = 2 * node;
    const right = 2 * (node + 1) + 1;
    const top = 2 * (node + nodes);
    const left = 2 * node + 1;
    // Around the cell, an outline enters where outside turns to inside and leaves at the next change.
    const edges = [[a, b, bottom], [b, c, right], [c, d, top], [d, a, left]];
    for (let k = 0; k < 4; k++) {
      const [from, to, edge] = edges[k];
      if (from || !to) continue;
      let m = k + 1;
      while (edges[m % 4][0] === edges[m % 4][1]) m++;
      next.set(edge, edges[m % 4][2]);
    }
  }

  /** The point on an edge of the grid where inside and outside meet. */
  private _crossing(edge: number, nodes: number): [number, number] {
    const node = edge >> 1;
    const i = node % nodes;
    const j = (node - i) / nodes;
    const x = this._at(i);
    const y = this._at(j);
    return edge & 1 ? this._bisect(x, y, x, this._at(j + 1)) : this._bisect(x, y, this._at(i + 1), y);
  }

  /** Between one end inside and the other outside. */
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

  /** Looks for the outline across the middle of an edge, and if it is off, bends the edge there. */
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
    // A corner is at most half an edge away when its sides meet at a right angle or wider.
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
