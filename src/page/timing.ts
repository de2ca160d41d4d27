/** How long movement takes and how often numbers and words follow it in all tags, in ms. */
export const durations = {
  /** From one layer to the next. */
  glide: 600,
  /** At a whole layer. */
  rest: 400,
  /** At a whole layer where the reader asks for less motion: each layer appears at once and stays for a while. */
  stillRest: 1200,
  /** Shortest time between two updates of visible numbers: faster ones cannot be read. */
  numbers: 100,
  /** Between two updates of the text for readers who do not see the picture. */
  words: 2000,
} as const;

/** Decides when something is due that may happen at most once in a stretch of time. */
export class Throttle {
  private _last = -Infinity;

  /**
   * Returns whether `everyMs` have passed at `now` since it last returned true. Infinity as `now` stands for
   * a moment after which nothing moves: always true, and not remembered.
   */
  isDue(now: number, everyMs: number): boolean {
    if (now - this._last < everyMs) return false;
    this._last = now < Infinity ? now : -Infinity;
    return true;
  }

  /** Makes the next `isDue` return true. */
  reset(): void {
    this._last = -Infinity;
  }
}

/** Returns the share of the way at a share t of the time, on the curve `cubic-bezier(0.2, 0, 0, 1)` of all movement. */
export function ease(t: number): number {
  let low = 0;
  let high = 1;
  for (let k = 0; k < 24; k++) {
    const s = (low + high) / 2;
    const x = 0.6 * s * (1 - s) * (1 - s) + s * s * s;
    if (x < t) low = s;
    else high = s;
  }
  return low * low * (3 - 2 * low);
}
