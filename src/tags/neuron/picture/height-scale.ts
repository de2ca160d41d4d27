import { niceBound, niceStep, ticks } from '../../../draw/nice.js';

/** Height of all values together, in half sides of the square: on one side of the floor, and on both. */
const ONE_SIDED = 1;
const TWO_SIDED = 1.6;
const MAX_TICKS = 5;
/** Values this close together count as one. */
const TINY = 1e-12;

/** Maps values to heights over the floor, which is at 0 or, if 0 is out of range, at the bound next to it. */
export class HeightScale {
  readonly low: number;
  readonly high: number;
  /** Between ticks. */
  readonly step: number;
  /** The value at the floor. */
  readonly base: number;
  private readonly _unit: number;
  private readonly _clips: boolean;

  /** For values from `least` to `most`. A `range` with two bounds is taken as it is, and heights are cut off there. */
  constructor(least: number, most: number, range: readonly number[] = []) {
    this._clips = range[1] - range[0] > TINY;
    let [low, high] = range;
    if (!this._clips) {
      low = Math.min(least, 0);
      high = most - low > TINY || low < -TINY ? Math.max(most, 0) : 1; // something to see where nothing is
    }
    this.step = niceStep(high - low, MAX_TICKS);
    this.low = low = this._clips ? low : outwards(low, this.step, true);
    this.high = high = this._clips ? high : outwards(high, this.step, false);
    this.base = Math.min(Math.max(0, low), high);
    const smaller = Math.min(high - this.base, this.base - low) / (high - low);
    this._unit = (ONE_SIDED + (TWO_SIDED - ONE_SIDED) * 2 * smaller) / (high - low);
  }

  /** Heights over and under the floor, in half sides of the square. */
  get above(): number {
    return (this.high - this.base) * this._unit;
  }

  get below(): number {
    return (this.base - this.low) * this._unit;
  }

  get ticks(): number[] {
    return ticks(this.low, this.high, this.step).filter((tick) => tick !== this.base);
  }

  /** Returns the height of a value over the floor, in half sides of the square. */
  of(value: number): number {
    const shown = this._clips ? Math.min(Math.max(value, this.low), this.high) : value;
    return (shown - this.base) * this._unit;
  }
}

/**
 * Rounds a bound outwards to a tick. A bound within half a step of 0 is kept: otherwise the step below a leaky ReLU
 * would be almost empty.
 */
function outwards(bound: number, step: number, down: boolean): number {
  return Math.abs(bound) < step / 2 ? bound : niceBound(bound, step, down);
}
