import type { ActivationName } from '../../core/index.js';
import { toDomain } from '../../core/places.js';
import { crossing, flatRegion, type Line as PlaneLine } from './picture/folds.js';
import type { Line } from './picture/line.js';
import type { Surface } from './picture/surface.js';

/** The sum and the output at a point of a neuron whose inputs are the coordinates: z = p·w + b and y = f(z). */
export interface Contribution {
  readonly w: readonly number[];
  readonly b: number;
  readonly z: number;
  readonly y: number;
}

/** The numbers behind a picture of a neuron. */
export interface NeuronModel {
  /** The least and the greatest y. */
  readonly least: number;
  readonly most: number;
  readonly activation: ActivationName;
  readonly alpha: number;
  /** Which neuron of a trainer's network it is, as `neuronKind` reads it; undefined for neurons of the page's own. */
  readonly neuron: string | undefined;
  /** Returns y at a point of the domain. A neuron with one input takes no second coordinate. */
  at(x: number, y?: number): number;
  /** Returns the contribution of each neuron at a point; none for a deeper neuron, whose inputs are no coordinates. */
  contributions(x: number, y?: number): Contribution[];
}

/** A surface, and the numbers behind it. */
export interface SurfaceModel extends NeuronModel {
  readonly surface: Surface;
}

/** A line, and the numbers behind it. */
export interface LineModel extends NeuronModel {
  readonly line: Line;
}

/** Returns points of the plane [−1, 1]² as points of the domain, both [n × 2]. */
export function toInputs(plane: ArrayLike<number>, domain: readonly number[]): Float64Array {
  return Float64Array.from(plane, (coordinate) => toDomain(coordinate, domain));
}

/** Returns the least and the greatest of some values. */
export function extentOf(values: Float64Array): [least: number, most: number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Returns points at these shares of the way from (u0, v0) to (u1, v1), as u, v, 0 each: heights come later. */
export function pointsAlong([u0, v0, u1, v1]: readonly number[], shares: readonly number[]): Float64Array {
  return Float64Array.from(shares.flatMap((share) => [u0 + (u1 - u0) * share, v0 + (v1 - v0) * share, 0]));
}

/** Returns u, v of points that have heights. */
export function withoutHeights(points: Float64Array): Float64Array {
  return points.filter((_, k) => k % 3 < 2);
}

/** Returns whether a neuron's surface is a plane. */
export function isPlane(activation: ActivationName, alpha: number): boolean {
  return activation === 'linear' || (activation === 'leaky-relu' && alpha === 1);
}

type Bends = Pick<Surface, 'folds' | 'flat' | 'zero'>;

/** Of a surface that bends smoothly. */
export const noBends: Bends = { folds: [], flat: [], zero: new Float64Array(0) };

/** Returns whether a neuron's surface has a fold. */
export function hasFolds(activation: ActivationName, alpha: number): boolean {
  return !isPlane(activation, alpha) && (activation === 'relu' || activation === 'leaky-relu');
}

/** Returns whether a neuron leaves y at 0 on one side of its fold. */
export function hasFlatPart(activation: ActivationName, alpha: number): boolean {
  return activation === 'relu' || (activation === 'leaky-relu' && alpha === 0);
}

/**
 * Finds where neurons fold their sum and where they leave it flat or, where the sum is a plane, where it crosses 0.
 * `lines` are where the neurons' z are 0, `sum` is where that of their sum is; `trace` returns u, v, height between
 * two ends.
 */
export function findBends(
  lines: readonly PlaneLine[], sum: PlaneLine, activation: ActivationName, alpha: number,
  trace: (ends: readonly number[]) => Float64Array,
): Bends {
  const traceLine = (line: PlaneLine): Float64Array => {
    const ends = crossing(line);
    return ends.length > 0 ? trace(ends) : new Float64Array(0);
  };
  if (isPlane(activation, alpha)) return { ...noBends, zero: traceLine(sum) };
  if (!hasFolds(activation, alpha)) return noBends;
  return {
    ...noBends,
    folds: lines.map((line, i) => ({ neuron: i + 1, points: traceLine(line) }))
      .filter(({ points }) => points.length > 0),
    flat: hasFlatPart(activation, alpha) ? flatRegion(lines) : [],
  };
}
