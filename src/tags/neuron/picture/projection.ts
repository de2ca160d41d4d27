import type { Box } from '../../../draw/types.js';

/** Degrees: how far the plane is turned, and how high the eye stands above it. */
export type View = readonly number[];

/** A point of the plane of the square [−1, 1]². */
export interface PlanePoint { readonly u: number; readonly v: number }

/** From the middle of the square to a corner. */
const REACH = Math.SQRT2;

/** Room above the highest point and below the lowest, above the axis of heights, and below the floor, in CSS pixels. */
const OVER = 6;
const OVER_AXIS = 26;
const UNDER = 24;

/** How far a picture reaches from the middle of the floor, seen from one side, in half sides of the square. */
export interface Extent {
  /** Up to the highest point of the surface. */
  readonly roof: number;
  /** Up to the end of the axis of heights. */
  readonly axis: number;
  /** Down to the lowest point. */
  readonly hang: number;
}

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
   * Returns the largest projection of what reaches this far whose floor stays in `box` whatever the turn. The floor
   * keeps to the bottom, so that only what does not fit there changes size or place.
   */
  static fit(view: View, { roof, axis, hang }: Extent, box: Box): Projection {
    const floor = REACH * direction(view[1]).v;
    // What has to fit above the middle of the floor and below it, and the room beyond, in CSS pixels.
    const ups = [[floor, OVER], [roof, OVER], [axis, OVER_AXIS]];
    const downs = [[floor, UNDER], [hang, OVER]];
    const scales = ups.flatMap(([up, over]) => downs.map(([down, under]) => (box.height - over - under) / (up + down)));
    const scale = Math.max(0, Math.min(box.width / (2 * REACH), ...scales));
    const below = Math.max(...downs.map(([down, under]) => scale * down + under));
    return new Projection(view, box.x + box.width / 2, box.y + box.height - below, scale);
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
