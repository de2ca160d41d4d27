import type { Labels, Place } from './labels.js';
import type { Probe } from './probe.js';
import type { Projection } from './projection.js';
import { sizes } from '../../../draw/style.js';
import type { Run } from '../../../draw/text.js';
import type { FormatNumber, Theme } from '../../../draw/types.js';

/** The parts of a surface that have a name. */
export interface NamedRegions {
  /** Corners u, v of the region where nothing rises; may be empty. */
  readonly flat: readonly number[];
  /** Where it bends: u, v, height along each fold, with the number of its neuron from 1. */
  readonly folds: readonly { readonly neuron: number; readonly points: Float64Array }[];
  /** Number of neurons that are added. */
  readonly count: number;
}

export interface Words {
  readonly format: FormatNumber;
  /** Names of the flat region, of which the first that fits is written. */
  readonly flat: readonly (readonly Run[])[];
  readonly fold: string;
}

/** Writes the name of the flat region inside it, and the names of the folds at their ends. */
export function writeWords(
  labels: Labels, { flat, folds, count }: NamedRegions, probe: Probe | undefined, words: Words,
  projection: Projection, theme: Theme,
): void {
  const style = { size: sizes.name, colour: theme.ink, halo: true };
  const { front } = projection;
  if (probe) {
    const foot = projection.point(probe.u, probe.v);
    labels.keepOff(foot, projection.point(probe.u, front.v));
    labels.keepOff(foot, projection.point(front.u, probe.v));
  }
  const paths = folds.map(({ points }) => Array.from({ length: points.length / 3 }, (_, k) =>
    projection.point(points[3 * k], points[3 * k + 1], points[3 * k + 2])));
  for (const path of paths) path.slice(1).forEach((place, k) => labels.keepOff(path[k], place));
  const region = Array.from({ length: flat.length / 2 }, (_, k) => projection.point(flat[2 * k], flat[2 * k + 1]));
  // On the region's own colour, which a halo would erase.
  words.flat.some((runs) => labels.write(
    runs, within(region, labels.measure(runs, style.size)), { ...style, halo: false }, theme.wash,
  ));
  folds.forEach(({ neuron }, k) => {
    const runs = [count > 1 ? `${words.fold} ${words.format(neuron)}` : words.fold];
    const { width, height } = labels.measure(runs, style.size);
    const beside = width / 2 + 3;
    const beyond = height / 2 + 4;
    const nearFirst = [paths[k][0], paths[k][paths[k].length - 1]].sort((a, b) => b[1] - a[1]);
    labels.write(runs, nearFirst.flatMap(([x, y], far): Place[] => {
      const out = x < projection.x(front.u, front.v) ? -1 : 1;
      const down = far ? -1 : 1;
      return [
        [out * beside, beyond], [out * (beside + 12), beyond / 3], [out * beside, 1.6 * beyond],
        [-out * beside, beyond], [0, 1.6 * beyond],
      ].map(([dx, dy]) => [x + dx, y + down * dy]);
    }), style);
  });
}

/** Yields middles of boxes that lie within a convex polygon: in its own middle, and towards its corners. */
function* within(polygon: readonly Place[], { width, height }: { width: number; height: number }): Generator<Place> {
  if (polygon.length < 3) return;
  const mean = (axis: 0 | 1): number => polygon.reduce((sum, corner) => sum + corner[axis], 0) / polygon.length;
  const [middleX, middleY] = [mean(0), mean(1)];
  const isInside = ([x, y]: Place): boolean => {
    const sides = polygon.map(([x0, y0], k) => {
      const [x1, y1] = polygon[(k + 1) % polygon.length];
      return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
    });
    return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
  };
  for (const share of [0, 0.2, 0.4]) {
    for (const [cornerX, cornerY] of polygon) {
      const [x, y] = [middleX + (cornerX - middleX) * share, middleY + (cornerY - middleY) * share];
      const box = [-1, 1].flatMap((dx) => [-1, 1].map((dy): Place => [x + (dx * width) / 2, y + (dy * height) / 2]));
      if (box.every(isInside)) yield [x, y];
    }
  }
}
