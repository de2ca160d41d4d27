import type { Projection } from './projection.js';
import { sizes } from '../../../draw/style.js';
import type { Labels, Place } from './labels.js';
import type { Probe } from './probe.js';
import type { Run } from '../../../draw/text.js';
import type { FormatNumber, Theme } from '../../../draw/types.js';

/** What of a surface has a name. */
export interface NamedRegions {
  /** Corners u, v of the region where nothing rises; may be empty. */
  readonly flat: readonly number[];
  /** Where it bends: u, v, height along each fold, with the number of its neuron from 1. */
  readonly folds: readonly { readonly neuron: number; readonly points: Float64Array }[];
  /** How many neurons are added. */
  readonly count: number;
}

export interface Words {
  readonly format: FormatNumber;
  /** For the flat region: the first that fits. */
  readonly flat: readonly (readonly Run[])[];
  readonly fold: string;
}

/** Beside the ring, on that side where there is room. */
export function writeProbe(labels: Labels, { u, v, h }: Probe, runs: readonly Run[], projection: Projection, theme: Theme): void {
  const { width, height } = labels.measure(runs, sizes.label);
  const [x, y] = [projection.x(u, v), projection.y(u, v, h)];
  const aside = width / 2 + 10;
  const places: Place[] = [[x + aside, y - height / 2], [x - aside, y - height / 2], [x + aside, y + height / 2], [x - aside, y + height / 2]];
  labels.write(runs, places, { size: sizes.label, colour: theme.ink, halo: theme.paper });
  labels.keepOff(x, y, x, projection.y(u, v));
}

/** Names the flat region within it and the folds at their ends. */
export function writeWords(
  labels: Labels, { flat, folds, count }: NamedRegions, probe: Probe | undefined, words: Words, projection: Projection, theme: Theme,
): void {
  const style = { size: sizes.name, colour: theme.ink, halo: theme.paper };
  const { front } = projection;
  if (probe) {
    const [x, y] = [projection.x(probe.u, probe.v), projection.y(probe.u, probe.v)];
    for (const [u, v] of [[probe.u, front.v], [front.u, probe.v]]) labels.keepOff(x, y, projection.x(u, v), projection.y(u, v));
  }
  const ends = folds.map(({ points }) => {
    const places = Array.from({ length: points.length / 3 }, (_, k): Place =>
      [projection.x(points[3 * k], points[3 * k + 1]), projection.y(points[3 * k], points[3 * k + 1], points[3 * k + 2])]);
    for (let k = 1; k < places.length; k++) labels.keepOff(...places[k - 1], ...places[k]);
    return [places[0], places[places.length - 1]].sort((a, b) => b[1] - a[1]); // the nearer one first
  });
  const region: Place[] = [];
  for (let k = 0; k < flat.length; k += 2) region.push([projection.x(flat[k], flat[k + 1]), projection.y(flat[k], flat[k + 1])]);
  words.flat.some((runs) => labels.write(runs, within(region, labels.measure(runs, style.size)), style));
  folds.forEach(({ neuron }, k) => {
    const runs = [count > 1 ? `${words.fold} ${words.format(neuron)}` : words.fold];
    const { width, height } = labels.measure(runs, style.size);
    const middle = projection.x(front.u, front.v);
    const places = ends[k].flatMap(([x, y], far): Place[] => {
      const side = x < middle ? -1 : 1;
      const down = far ? -1 : 1;
      const beside = width / 2 + 3;
      const beyond = height / 2 + 4;
      return [[side * beside, beyond], [side * (beside + 12), beyond / 3], [side * beside, 1.6 * beyond], [-side * beside, beyond], [0, 1.6 * beyond]]
        .map(([dx, dy]) => [x + dx, y + down * dy]);
    });
    labels.write(runs, places, style);
  });
}

/** Middles of boxes that lie within a convex polygon: in its own middle, and towards its corners. */
function* within(polygon: readonly Place[], { width, height }: { width: number; height: number }): Generator<Place> {
  if (polygon.length < 3) return;
  const mean = (axis: 0 | 1): number => polygon.reduce((sum, corner) => sum + corner[axis], 0) / polygon.length;
  const middle: Place = [mean(0), mean(1)];
  const isInside = ([x, y]: Place): boolean => {
    const sides = polygon.map(([x0, y0], k) => {
      const [x1, y1] = polygon[(k + 1) % polygon.length];
      return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
    });
    return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
  };
  for (const share of [0, 0.2, 0.4]) {
    for (const [x, y] of polygon) {
      const place: Place = [middle[0] + (x - middle[0]) * share, middle[1] + (y - middle[1]) * share];
      const corners = [-1, 1].flatMap((dx) => [-1, 1].map((dy): Place => [place[0] + (dx * width) / 2, place[1] + (dy * height) / 2]));
      if (corners.every(isInside)) yield place;
    }
  }
}
