/** Steps at a rate given per sixtieth of a second, whatever the display's own: fractions are carried on. */
export class Pace {
  private _fraction = 0;

  /** Whole steps due after `elapsedMs` at `perFrame` steps a 1/60 s. */
  take(elapsedMs: number, perFrame: number): number {
    const due = this._fraction + ((elapsedMs * 60) / 1000) * perFrame;
    // A hair of rounding must not cost a step: 1000 / 60 · 60 / 1000 need not be 1.
    const whole = Math.floor(due + 1e-9);
    this._fraction = Math.max(0, due - whole);
    return whole;
  }

  /** Forgets the fraction, at a new start. */
  reset(): void {
    this._fraction = 0;
  }
}
