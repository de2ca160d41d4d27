import { exp } from './math/exp.js';
import type { Score } from './score.js';

/** A curve as plain JSON: each row is steps, loss, IoU, and the test loss where one is known. */
export interface LearningCurveState {
  readonly version: 1;
  readonly points: readonly (readonly number[])[];
}

const LN_10 = 2.302585092994046;
const PER_DECADE = 24;
const DECADES = 12;

/**
 * Steps at which a run is looked at: 0, then 24 a power of ten, as far as they are different integers,
 * up to 10¹². They depend on nothing, so that a curve does not depend on who drew it, or how fast.
 */
export const milestones: Float64Array = findMilestones();

function findMilestones(): Float64Array {
  const found = [0, 1];
  for (let decade = 1, d = 0; d < DECADES; d++, decade *= 10) {
    // The last of a decade is a power of ten itself, which `exp` might miss by its last bit.
    for (let k = 1; k < PER_DECADE; k++) found.push(Math.round(decade * exp((k * LN_10) / PER_DECADE)));
    found.push(decade * 10);
  }
  return Float64Array.from(new Set(found));
}

/** Index of the first milestone after `steps`; their number where there is none. */
function indexAfter(steps: number): number {
  let low = 0;
  let high = milestones.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (milestones[middle] > steps) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How a run has gone: loss and IoU at each milestone that it has come by, in the same memory however long it is. */
export class LearningCurve {
  /** [milestones]; NaN where the run has not been. */
  readonly loss = new Float64Array(milestones.length).fill(NaN);
  readonly iou = new Float64Array(milestones.length).fill(NaN);
  /** Of data that are not learned from; NaN where there are none. */
  readonly testLoss = new Float64Array(milestones.length).fill(NaN);
  private _end = 0; // nothing is known from this milestone on

  /** How many milestones there are up to the last one recorded. */
  get length(): number {
    return this._end;
  }

  /** The next step after `steps` to be looked at, or with `every` the next of those that are so many apart; Infinity where there is none. */
  nextMilestone(steps: number, every = 1): number {
    const index = Math.ceil(indexAfter(steps) / every) * every;
    return index < milestones.length ? milestones[index] : Infinity;
  }

  /** Whether a step is one to be looked at, and unknown yet. */
  isMissing(steps: number): boolean {
    const index = indexAfter(steps) - 1;
    return milestones[index] === steps && Number.isNaN(this.loss[index]);
  }

  /**
   * Keeps the score at a milestone; any other step is passed over. Where another score was known for it,
   * the run goes another way now, and what came after is forgotten.
   */
  record(steps: number, { loss, iou, testLoss = NaN }: Pick<Score, 'loss' | 'iou' | 'testLoss'>): void {
    const index = indexAfter(steps) - 1;
    if (milestones[index] !== steps) return;
    const known = this.loss[index];
    if (!Number.isNaN(known) && known !== loss) this.forgetAfter(steps);
    this._set(index, loss, iou, testLoss);
  }

  /** Forgets what came after `steps`. */
  forgetAfter(steps: number): void {
    const from = indexAfter(steps);
    if (from >= this._end) return;
    for (const values of [this.loss, this.iou, this.testLoss]) values.fill(NaN, from);
    this._end = from;
    while (this._end > 0 && Number.isNaN(this.loss[this._end - 1])) this._end--;
  }

  /** Forgets everything. */
  clear(): void {
    this.forgetAfter(-1);
  }

  toJSON(): LearningCurveState {
    const points: number[][] = [];
    for (let k = 0; k < this._end; k++) {
      const [loss, iou, testLoss] = [this.loss[k], this.iou[k], this.testLoss[k]];
      if (Number.isNaN(loss)) continue;
      points.push(Number.isNaN(testLoss) ? [milestones[k], loss, iou] : [milestones[k], loss, iou, testLoss]);
    }
    return { version: 1, points };
  }

  /** Takes a curve that came from outside. Throws: RangeError if it is none; nothing has changed then. */
  restore(state: unknown): void {
    const points = checkPoints(state);
    this.clear();
    for (const [steps, loss, iou, testLoss = NaN] of points) this._set(indexAfter(steps) - 1, loss, iou, testLoss);
  }

  private _set(index: number, loss: number, iou: number, testLoss: number): void {
    this.loss[index] = loss;
    this.iou[index] = iou;
    this.testLoss[index] = testLoss;
    if (!Number.isNaN(loss)) this._end = Math.max(this._end, index + 1);
  }
}

function checkPoints(state: unknown): readonly (readonly number[])[] {
  const where = 'LearningCurve.restore';
  const { version, points } = (typeof state === 'object' && state !== null ? state : {}) as Record<string, unknown>;
  if (version !== 1) throw new RangeError(`${where}: version is ${String(version).slice(0, 60)}, expected 1`);
  if (!Array.isArray(points) || points.length > milestones.length) {
    throw new RangeError(`${where}: expected at most ${milestones.length} points`);
  }
  let last = -1;
  Array.from<unknown>(points).forEach((point, k) => { // forEach alone would pass over holes
    const numbers = Array.isArray(point) ? Array.from<unknown>(point) : [];
    const [steps, loss, iou, testLoss = 0] = numbers as number[];
    const sound = (numbers.length === 3 || numbers.length === 4) && steps > last && milestones[indexAfter(steps) - 1] === steps
      && loss >= 0 && loss < Infinity && iou >= 0 && iou <= 1 && testLoss >= 0 && testLoss < Infinity;
    if (!sound || numbers.some((value) => typeof value !== 'number')) {
      throw new RangeError(`${where}: point ${k} is no milestone after the one before with a loss and an IoU`);
    }
    last = steps;
  });
  return points as readonly (readonly number[])[];
}
