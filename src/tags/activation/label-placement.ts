import type { Box } from '../../draw/types.js';

/** A text that names a curve. */
export interface LabelWish {
  readonly width: number;
  readonly height: number;
  /** Which of the curves. */
  readonly curve: number;
}

export interface PlacedLabel {
  readonly box: Box;
  /** From the text to the curve, where it does not stand beside it: x, y, x, y. */
  readonly leader?: readonly [number, number, number, number];
}

/** What to keep off, all in CSS pixels. */
export interface Surroundings {
  /** Labels lie within. */
  readonly within: Box;
  /** Points x, y, x, y … of each curve, x ascending. */
  readonly curves: readonly Float64Array[];
  /** Where there is something already. */
  readonly taken: readonly Box[];
  /** Straight lines that a label may cover, but not gladly: x across, y up and down. */
  readonly lines: { readonly x: readonly number[]; readonly y: readonly number[] };
}

/** Between a label and anything else. */
const GAP = 3;
/** A label this near to its curve needs no leader, if no other curve is as near as `ALONE`. */
const BESIDE = [4, 7, 10, 14];
const ALONE = 20;
const LEADERS = [18, 28, 40, 56, 80];
/** A leader may meet other curves this near to where it ends: they coincide there. */
const TIP = 5;
/** Two labels that point to places nearer than this look like one. */
const SPREAD = 48;
/** Places along the curve that are tried. */
const TRIES = 24;
/** Where along the curve a label is best, from its left end to its right. */
const BEST = 0.8;

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/** Whether a line through points, x ascending, enters `box` grown by `gap`; exact to a step between two points. */
export function meets(points: Float64Array, { x, y, width, height }: Box, gap: number): boolean {
  const left = x - gap;
  const right = x + width + gap;
  for (let k = firstAfter(points, left); k < points.length && points[k - 2] <= right; k += 2) {
    const low = Math.min(points[k - 1], points[k + 1]);
    const high = Math.max(points[k - 1], points[k + 1]);
    if (low <= y + height + gap && high >= y - gap) return true;
  }
  return false;
}

/** Index of the x of the first point, the very first aside, that is not left of `x`. */
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

interface Candidate extends PlacedLabel {
  readonly tip: readonly [x: number, y: number];
  readonly cost: number;
}

/** Every place for a label that touches nothing, with what speaks against it; dearer ones than `limit` allows are not looked at. */
function* candidates({ width, height, curve }: LabelWish, { within, curves, taken, lines }: Surroundings, limit: () => number): Generator<Candidate> {
  const own = curves[curve];
  const others = curves.filter((_, k) => k !== curve);
  const isFree = (box: Box): boolean => box.x >= within.x + GAP && box.y >= within.y && box.x + box.width <= within.x + within.width - GAP
    && box.y + box.height <= within.y + within.height && !taken.some((other) => overlaps(box, other, GAP))
    && !curves.some((points) => meets(points, box, GAP));
  const covers = ({ x, y, ...box }: Box): boolean => lines.x.some((line) => line > x - GAP && line < x + box.width + GAP)
    || lines.y.some((line) => line > y && line < y + box.height);
  for (let k = 1; k < TRIES; k++) {
    const index = 2 * Math.round((k / TRIES) * (own.length / 2 - 1));
    const [x, y] = [own[index], own[index + 1]];
    if (y < within.y || y > within.y + within.height) continue;
    const tip: Box = { x, y, width: 0, height: 0 };
    const shared = others.some((points) => meets(points, tip, TIP));
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      for (const gap of [...BESIDE, ...LEADERS]) {
        const beside = gap <= BESIDE[BESIDE.length - 1];
        const least = gap / 4 + (beside ? 0 : 12) + 25 * Math.abs(k / TRIES - BEST) + (shared ? 25 : 0);
        if (least >= limit()) continue;
        const box = {
          x: x - width / 2 + dx * (width / 2 + gap), y: y - height / 2 + dy * (height / 2 + gap), width, height,
        };
        if (!isFree(box)) continue;
        if (beside && others.some((points) => meets(points, box, ALONE))) continue;
        const cost = least + (covers(box) ? 40 : 0);
        if (beside) {
          yield { box, tip: [x, y], cost };
          continue;
        }
        const leader = [x + dx * (gap - 2), y + dy * (gap - 2), x, y] as const;
        const line: Box = {
          x: Math.min(leader[0], x + dx * TIP), y: Math.min(leader[1], y + dy * TIP),
          width: Math.abs(dx) * (gap - 2 - TIP), height: Math.abs(dy) * (gap - 2 - TIP),
        };
        if (curves.some((points) => meets(points, line, 0)) || taken.some((other) => overlaps(line, other, 1))) continue;
        yield { box, leader, tip: [x, y], cost };
      }
    }
  }
}

/**
 * Finds a place for each label where it touches neither curve nor label nor what is there already, near
 * its own curve and, where that may not be clear, with a leader to it. Undefined where there is none.
 */
export function placeLabels(wishes: readonly LabelWish[], around: Surroundings): (PlacedLabel | undefined)[] {
  const taken = [...around.taken];
  const tips: (readonly [number, number])[] = [];
  return wishes.map((wish) => {
    let best: Candidate | undefined;
    let least = Infinity;
    for (const candidate of candidates(wish, { ...around, taken }, () => least)) {
      const [x, y] = candidate.tip;
      const cost = candidate.cost + (tips.some((tip) => Math.hypot(tip[0] - x, tip[1] - y) < SPREAD) ? 25 : 0);
      if (cost >= least) continue;
      best = candidate;
      least = cost;
    }
    if (!best) return undefined;
    const { box, leader, tip } = best;
    tips.push(tip);
    taken.push(box);
    if (leader) {
      const [x0, y0, x1, y1] = leader;
      taken.push({ x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) });
    }
    return leader ? { box, leader } : { box };
  });
}
