import type { Idleness } from '../page/idle-pictures.js';

/** Idle time that comes when a test says so. */
export class ManualIdleness implements Idleness {
  asked = 0;
  readonly reported: unknown[] = [];
  private _slice: ((left: () => number) => void) | undefined;
  private _left = 0;

  request(slice: (left: () => number) => void): void {
    this.asked++;
    this._slice = slice;
  }

  windowHeight(): number {
    return 600;
  }

  report(error: unknown): void {
    this.reported.push(error);
  }

  spend(ms: number): void {
    this._left -= ms;
  }

  /** Gives `ms` of idle time. Returns whether it was asked for. */
  give(ms = 50): boolean {
    const slice = this._slice;
    this._slice = undefined;
    this._left = ms;
    slice?.(() => this._left);
    return slice !== undefined;
  }
}
