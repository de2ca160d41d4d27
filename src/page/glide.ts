import { Unit, type Mover } from './clock.js';
import { ease, durations } from './timing.js';

/** Moves a position from whole number to whole number, back and forth, with a rest at each. */
export class Glide implements Mover {
  readonly unit = new Unit(this);
  private readonly _onMove: (position: number) => void;
  private readonly _still: () => boolean;
  private _moving = false;
  private _last = 0; // the positions go from 0 to this
  private _from = 0;
  private _to = 0;
  private _passed = 0; // of the glide, then of the rest, in ms
  private _forth = true;
  private _written = 0;
  private _writtenMs = 0; // ago

  /** `still` says whether to jump instead of glide. */
  constructor(onMove: (position: number) => void, still: () => boolean) {
    this._onMove = onMove;
    this._still = still;
  }

  get moving(): boolean {
    return this._moving;
  }

  /** The position as it may be written out: while it moves, a recent one, that does not flicker. */
  get written(): number {
    return this._written;
  }

  /** Moves on from `position` between 0 and `last`, if so told after a rest; from an end it turns back. */
  start(position: number, last: number, rested = true): void {
    this._moving = last > 0;
    this._last = last;
    this._written = position;
    this._turn(position);
    this._aim(position);
    if (!rested) this._to = position;
  }

  stop(): void {
    this._moving = false;
  }

  advance(elapsedMs: number): void {
    const still = this._still();
    const glide = still ? 0 : durations.glide * Math.abs(this._to - this._from); // a shorter way takes less
    const rest = still ? durations.stillRest : durations.rest;
    const before = this._passed;
    this._passed += elapsedMs;
    this._writtenMs += elapsedMs;
    if (before < glide || before === 0) { // else it rests
      const t = glide === 0 ? 1 : Math.min(1, this._passed / glide);
      const position = t === 1 ? this._to : this._from + (this._to - this._from) * ease(t); // a whole layer to the bit
      if (t === 1 || this._writtenMs >= durations.numbers) {
        this._written = position;
        this._writtenMs = 0;
      }
      this._onMove(position);
    }
    if (this._passed < glide + rest || !this._moving) return;
    this._turn(this._to);
    this._aim(this._to);
  }

  private _turn(position: number): void {
    if (position >= this._last) this._forth = false;
    else if (position <= 0) this._forth = true;
  }

  /** The next whole position in the present direction. */
  private _aim(position: number): void {
    this._from = position;
    this._to = this._forth ? Math.min(this._last, Math.floor(position) + 1) : Math.max(0, Math.ceil(position) - 1);
    this._passed = 0;
  }
}
