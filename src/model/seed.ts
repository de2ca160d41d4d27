/** A seed nobody chose: up to six digits, short enough to read out and type. */
export function randomSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000);
}

/** Leaves room for the number within what the attribute takes. */
const LONGEST = 180;

/**
 * The seeds of one reader's new starts: `7`, then `7-1`, `7-2` and so on. Each of them, written into
 * the attribute, gives that very run.
 */
export class SeedSequence {
  private _first = '';
  private _count = 0;

  /** Begins the sequence of another seed. */
  begin(seed: string): void {
    this._first = seed.slice(0, LONGEST);
    this._count = 0;
  }

  next(): string {
    this._count++;
    return `${this._first}-${this._count}`;
  }
}
