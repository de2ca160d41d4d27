import type { Timing } from '../page/clock.js';

/** The interval of a display of 60 Hz. */
export const FRAME_MS = 1000 / 60;

/** Time that stands still until a test moves it: `new Clock(timing)`, then `timing.tick()` for each frame. */
export class ManualTiming implements Timing {
  /** Frames asked for so far, and those of them that were taken back. */
  requested = 0;
  cancelled = 0;
  /** What the clock reported, in order. */
  readonly reported: unknown[] = [];
  /** Milliseconds that each look at the time costs. */
  lookMs = 0;
  private _now: number;
  private _frame: ((time: number) => void) | undefined;

  /** Starts at `now`; pages are seldom young when elements come. */
  constructor(now = 5000) {
    this._now = now;
  }

  /** Whether a frame is asked for and has not come. */
  get pending(): boolean {
    return this._frame !== undefined;
  }

  now(): number {
    return (this._now += this.lookMs);
  }

  request(frame: (time: number) => void): number {
    if (this._frame) throw new Error('a second frame was asked for before the first came');
    this._frame = frame;
    return ++this.requested;
  }

  cancel(id: number): void {
    if (id !== this.requested) throw new Error(`frame ${id} was taken back, ${this.requested} is the last`);
    this.cancelled++;
    this._frame = undefined;
  }

  report(error: unknown): void {
    this.reported.push(error);
  }

  /** Lets script time pass within a frame. */
  spend(ms: number): void {
    this._now += ms;
  }

  /** Lets `ms` pass and then the frame come, if one is asked for; returns the script time it took. */
  tick(ms = FRAME_MS): number {
    this._now += ms;
    const frame = this._frame;
    this._frame = undefined;
    const begin = this._now;
    frame?.(begin);
    const took = this._now - begin;
    this._now = begin; // a frame's script time lies within the interval to the next
    return took;
  }

  /** Ticks until nobody asks for a frame, and returns how often. */
  settle(most = 1000): number {
    let ticks = 0;
    for (; this.pending; ticks++) {
      if (ticks === most) throw new Error(`frames are still asked for after ${most}`);
      this.tick();
    }
    return ticks;
  }
}
