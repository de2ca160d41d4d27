import { valueOrUndefined } from '../attrs/kind.js';

/** Returns a random seed of at most six digits, short enough to read out and type. A page may lack `crypto`. */
export function randomSeed(): string {
  const bits = valueOrUndefined(() => crypto.getRandomValues(new Uint32Array(1))[0]) ?? Math.random() * 2 ** 32;
  return String(Math.floor(bits) % 1_000_000);
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
