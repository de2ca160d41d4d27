import type { Box } from '../../../draw/types.js';

/** Degrees: how far the plane is turned, and how high the eye stands above it. */
export type View = readonly number[];

/** A point of the plane of the square [−1, 1]². */
export interface PlanePoint { readonly u: number; readonly v: number }

/** From the middle of the square to a corner. */
const REACH = Math.SQRT2;

/** An edge seen steeper than the angle with this sine would have its numbers under the axis of heights. */
const STEEP = 0.07;

const sign = (value: number): number => (value < 0 ? -1 : 1);

/**
 * Parallel projection of the square [−1, 1]² and of heights over it, seen from above at an angle.
 *
 * u and v lie in the plane, h stands on it, all in one unit; `scale` is that unit in CSS pixels. At
 * turn 0 u runs to the right and v away from the eye; a positive turn takes the front to the right.
 */
export class Projection {
  readonly scale: number;
  /** The corner nearest to the eye, where two front edges meet. */
  readonly front: PlanePoint;
  /** The corner furthest to the left; of two that nearly are, the one that shares no edge with the rightmost corner. */
  readonly left: PlanePoint;
  private readonly _centreX: number;
  private readonly _centreY: number;
  private readonly _turn: PlanePoint; // cosine and sine
  private readonly _tilt: PlanePoint;

  constructor([turn, tilt]: View, centreX: number, centreY: number, scale: number) {
    this._turn = direction(turn);
    this._tilt = direction(tilt);
    this._centreX = centreX;
    this._centreY = centreY;
    this.scale = scale;
    const { u: cos, v: sin } = this._turn;
    const right = Math.abs(cos) < STEEP ? sign(sin) : sign(cos);
    const away = Math.abs(sin) < STEEP ? -right : sign(sin);
    this.front = { u: -away, v: -right };
    this.left = { u: -right, v: away };
  }

  /**
   * Returns the largest projection of heights from `below` under the plane to `above` over it that stays in
   * `box` whatever the turn, so that turning changes neither size nor place.
   */
  static fit(view: View, above: number, below: number, box: Box): Projection {
    const { u: cos, v: sin } = direction(view[1]);
    const up = REACH * sin + above * cos;
    const down = REACH * sin + below * cos;
    const scale = Math.max(0, Math.min(box.width / (2 * REACH), box.height / (up + down)));
    const spare = box.height - scale * (up + down);
    return new Projection(view, box.x + box.width / 2, box.y + spare / 2 + scale * up, scale);
  }

  /** Whether rows of equal v lie across the view rather than along it. */
  get across(): boolean {
    return Math.abs(this._turn.u) >= Math.abs(this._turn.v);
  }

  /** A unit of height in CSS pixels. */
  get lift(): number {
    return this.scale * this._tilt.u;
  }

  x(u: number, v: number): number {
    return this._centreX + this.scale * (u * this._turn.u - v * this._turn.v);
  }

  y(u: number, v: number, h = 0): number {
    return this._centreY - this.scale * (this.depth(u, v) * this._tilt.v + h * this._tilt.u);
  }

  /** Returns where a point is seen, in CSS pixels. */
  point(u: number, v: number, h = 0): [x: number, y: number] {
    return [this.x(u, v), this.y(u, v, h)];
  }

  /** Returns how far behind the middle a point of the plane is. */
  depth(u: number, v: number): number {
    return u * this._turn.v + v * this._turn.u;
  }

  /** Returns the point of the plane seen at (x, y). */
  floor(x: number, y: number): PlanePoint {
    const across = (x - this._centreX) / this.scale;
    const depth = (this._centreY - y) / this.scale / this._tilt.v;
    const { u: cos, v: sin } = this._turn;
    return { u: across * cos + depth * sin, v: depth * cos - across * sin };
  }
}

function direction(degrees: number): PlanePoint {
  const angle = (degrees * Math.PI) / 180;
  return { u: Math.cos(angle), v: Math.sin(angle) };
}
