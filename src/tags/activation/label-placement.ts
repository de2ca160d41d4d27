import { overlaps } from '../../draw/style.js';
import type { Box } from '../../draw/types.js';

/** The size of a text that names a curve. */
type LabelSize = Pick<Box, 'width' | 'height'>;

export interface PlacedLabel {
  readonly box: Box;
  /** A line x, y, x, y from the text to the curve, unless the text is beside it. */
  readonly leader?: readonly [number, number, number, number];
}

/** Shapes that labels keep clear of, all in CSS pixels. */
export interface Surroundings {
  /** Labels stay inside. */
  readonly within: Box;
  /** Points x, y, x, y … of each curve, x ascending. */
  readonly curves: readonly Float64Array[];
  /** Boxes where something is already drawn. */
  readonly taken: readonly Box[];
  /** Straight lines that a label covers only if nothing else is free: x of upright ones, y of level ones. */
  readonly lines: { readonly x: readonly number[]; readonly y: readonly number[] };
}

/** Between a label and anything else. */
const GAP = 3;
/** A label this near to its curve needs no leader, unless another curve is as near as `ALONE`. */
const BESIDE = [4, 7, 10, 14];
const ALONE = 20;
const LEADERS = [18, 28, 40, 56, 80];
/** A leader may meet other curves this near to its end: they coincide there. */
const TIP = 5;
/** Two labels that point to places nearer than this look like one. */
const SPREAD = 48;
/** Number of places along the curve that are tried. */
const TRIES = 24;
/** Where along the curve a label is best, from its left end to its right. */
const BEST = 0.8;

/** Whether a line through points, x ascending, enters `box` grown by `gap`; exact to a step between two points. */
export function meets(points: Float64Array, { x, y, width, height }: Box, gap: number): boolean {
  for (let k = firstAfter(points, x - gap); k < points.length && points[k - 2] <= x + width + gap; k += 2) {
    const [low, high] = [Math.min(points[k - 1], points[k + 1]), Math.max(points[k - 1], points[k + 1])];
    if (low <= y + height + gap && high >= y - gap) return true;
  }
  return false;
}

/** Returns the index of the x of the first point that is not left of `x`, never that of the very first point. */
function firstAfter(points: Float64Array, x: number): number {
  let low = 1;
  let high = points.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[2 * middle] < x) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** Returns the box around a line. */
const around = (x0: number, y0: number, x1: number, y1: number): Box =>
  ({ x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) });

interface Candidate extends PlacedLabel {
  readonly tip: readonly [x: number, y: number];
  readonly cost: number;
}

/** Yields every place for a curve's label that touches nothing, with its cost; skips those of `limit()` or more. */
function* candidates(
  curve: number, { width, height }: LabelSize, { within, curves, taken, lines }: Surroundings, limit: () => number,
): Generator<Candidate> {
  const own = curves[curve];
  const others = curves.filter((_, k) => k !== curve);
  const isFree = (box: Box): boolean => box.x >= within.x + GAP && box.y >= within.y
    && box.x + box.width <= within.x + within.width - GAP && box.y + box.height <= within.y + within.height
    && !taken.some((other) => overlaps(box, other, GAP)) && !curves.some((points) => meets(points, box, GAP));
  const covers = ({ x, y }: Box): boolean => lines.x.some((line) => line > x - GAP && line < x + width + GAP)
    || lines.y.some((line) => line > y && line < y + height);
  for (let k = 1; k < TRIES; k++) {
    const index = 2 * Math.round((k / TRIES) * (own.length / 2 - 1));
    const [x, y] = [own[index], own[index + 1]];
    if (y < within.y || y > within.y + within.height) continue;
    const shared = others.some((points) => meets(points, around(x, y, x, y), TIP));
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      for (const gap of [...BESIDE, ...LEADERS]) {
        const beside = BESIDE.includes(gap);
        const least = gap / 4 + (beside ? 0 : 12) + 25 * Math.abs(k / TRIES - BEST) + (shared ? 25 : 0);
        if (least >= limit()) continue;
        const [left, top] = [x - width / 2 + dx * (width / 2 + gap), y - height / 2 + dy * (height / 2 + gap)];
        const box = { x: left, y: top, width, height };
        if (!isFree(box)) continue;
        if (beside && others.some((points) => meets(points, box, ALONE))) continue;
        const found = { box, tip: [x, y], cost: least + (covers(box) ? 40 : 0) } as const;
        if (beside) {
          yield found;
          continue;
        }
        const leader = [x + dx * (gap - 2), y + dy * (gap - 2), x, y] as const;
        const line = around(leader[0], leader[1], x + dx * TIP, y + dy * TIP);
        const isCovered = curves.some((points) => meets(points, line, 0))
          || taken.some((other) => overlaps(line, other, 1));
        if (!isCovered) yield { ...found, leader };
      }
    }
  }
}

/**
 * Finds a place for the label of each curve where it touches no curve, no label and nothing that is there already:
 * near its own curve and, where that would be unclear, with a leader to it. Undefined for a label without a place.
 */
export function placeLabels(labels: readonly LabelSize[], surroundings: Surroundings): (PlacedLabel | undefined)[] {
  const taken = [...surroundings.taken];
  const tips: (readonly [number, number])[] = [];
  return labels.map((label, curve) => {
    let best: Candidate | undefined;
    let least = Infinity;
    for (const candidate of candidates(curve, label, { ...surroundings, taken }, () => least)) {
      const [x, y] = candidate.tip;
      const cost = candidate.cost + (tips.some((tip) => Math.hypot(tip[0] - x, tip[1] - y) < SPREAD) ? 25 : 0);
      if (cost < least) [best, least] = [candidate, cost];
    }
    if (!best) return undefined;
    tips.push(best.tip);
    taken.push(best.box);
    if (best.leader) taken.push(around(...best.leader));
    return best;
  });
}
