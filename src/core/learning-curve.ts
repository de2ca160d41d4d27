import { exp } from './math/exp.js';
import type { Score } from './score.js';

/** A curve as plain JSON: each row is steps, loss, IoU, and the test loss if there is one. */
export interface LearningCurveState {
  readonly version: 1;
  readonly points: readonly (readonly number[])[];
}

const LN_10 = 2.302585092994046;
const PER_DECADE = 24;
const DECADES = 12;

/**
 * Steps at which a run is scored: 0, then 24 for each power of ten up to 10¹², as integers without repeats.
 * They are fixed, so that a curve does not depend on the speed of the machine that recorded it.
 */
export const milestones: Float64Array = findMilestones();

function findMilestones(): Float64Array {
  const found = [0, 1];
  for (let decade = 1, d = 0; d < DECADES; d++, decade *= 10) {
    for (let k = 1; k < PER_DECADE; k++) found.push(Math.round(decade * exp((k * LN_10) / PER_DECADE)));
    found.push(decade * 10); // a power of ten, which `exp` might miss by its last bit
  }
  return Float64Array.from(new Set(found));
}

/** Returns the index of the first milestone after `steps`; their number if there is none. */
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

/** Returns the index of the milestone that `steps` is; −1 if it is none. */
function indexOf(steps: number): number {
  const index = indexAfter(steps) - 1;
  return milestones[index] === steps ? index : -1;
}

/** Records loss and IoU of a run at each milestone, in a fixed amount of memory. */
export class LearningCurve {
  /** [milestones]; NaN where nothing is recorded. */
  readonly loss = new Float64Array(milestones.length).fill(NaN);
  readonly iou = new Float64Array(milestones.length).fill(NaN);
  /** Loss on the test data; NaN where there are none. */
  readonly testLoss = new Float64Array(milestones.length).fill(NaN);
  private _length = 0;

  /** Number of milestones up to the last recorded one. */
  get length(): number {
    return this._length;
  }

  /** Returns the next milestone after `steps`, or the next of every `every`th milestone; Infinity if there is none. */
  nextMilestone(steps: number, every = 1): number {
    return milestones[Math.ceil(indexAfter(steps) / every) * every] ?? Infinity;
  }

  /** Returns whether `steps` is a milestone at which nothing is recorded yet. */
  isMissing(steps: number): boolean {
    return Number.isNaN(this.loss[indexOf(steps)]);
  }

  /**
   * Records the score at a milestone; other steps are ignored. If a different loss was recorded there, the run has
   * changed its course, and everything after the milestone is forgotten.
   */
  record(steps: number, { loss, iou, testLoss = NaN }: Pick<Score, 'loss' | 'iou' | 'testLoss'>): void {
    const index = indexOf(steps);
    if (index < 0) return;
    const known = this.loss[index];
    if (!Number.isNaN(known) && known !== loss) this.forgetAfter(steps);
    this._set(index, loss, iou, testLoss);
  }

  /** Forgets everything after `steps`. */
  forgetAfter(steps: number): void {
    const from = indexAfter(steps);
    if (from >= this._length) return;
    for (const values of [this.loss, this.iou, this.testLoss]) values.fill(NaN, from);
    this._length = from;
    while (this._length > 0 && Number.isNaN(this.loss[this._length - 1])) this._length--;
  }

  /** Forgets everything. */
  clear(): void {
    this.forgetAfter(-1);
  }

  toJSON(): LearningCurveState {
    const points = Array.from(this.loss.subarray(0, this._length), (loss, k) => (
      [milestones[k], loss, this.iou[k], ...(Number.isNaN(this.testLoss[k]) ? [] : [this.testLoss[k]])]));
    return { version: 1, points: points.filter(([, loss]) => !Number.isNaN(loss)) };
  }

  /** Replaces the curve by one from outside. Throws: RangeError if that is not a curve; then nothing has changed. */
  restore(state: unknown): void {
    const points = checkPoints(state);
    this.clear();
    for (const [steps, loss, iou, testLoss = NaN] of points) this._set(indexOf(steps), loss, iou, testLoss);
  }

  private _set(index: number, loss: number, iou: number, testLoss: number): void {
    this.loss[index] = loss;
    this.iou[index] = iou;
    this.testLoss[index] = testLoss;
    if (!Number.isNaN(loss)) this._length = Math.max(this._length, index + 1);
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
  for (const [k, point] of points.entries()) { // entries() visits holes too
    const numbers: number[] = Array.isArray(point) ? Array.from<number>(point) : [];
    const [steps, loss, iou, testLoss = 0] = numbers;
    const sound = (numbers.length === 3 || numbers.length === 4) && numbers.every((value) => typeof value === 'number')
      && steps > last && indexOf(steps) >= 0
      && loss >= 0 && loss < Infinity && iou >= 0 && iou <= 1 && testLoss >= 0 && testLoss < Infinity;
    if (!sound) {
      throw new RangeError(`${where}: point ${k} is not a milestone after the point before it, with a loss and an IoU`);
    }
    last = steps;
  }
  return points as readonly (readonly number[])[];
}
