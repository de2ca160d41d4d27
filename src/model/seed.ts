/** Returns a random seed of at most six digits, short enough to read out and type. */
export function randomSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000);
}

/** Longest part of a seed that is kept, which leaves room for the number in an attribute of 200 characters. */
const MAX_LENGTH = 180;

/**
 * Numbers the new starts after a seed: `7-1`, `7-2` and so on after `7`. Each of these seeds, written into
 * the attribute, gives that very run.
 */
export class SeedSequence {
  private _first = '';
  private _count = 0;

  /** Starts over with this seed. */
  restart(seed: string): void {
    this._first = seed.slice(0, MAX_LENGTH);
    this._count = 0;
  }

  next(): string {
    this._count++;
    return `${this._first}-${this._count}`;
  }
}
