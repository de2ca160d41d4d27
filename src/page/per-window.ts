/**
 * Keeps one object for each window, under a registered symbol, so that two bundles on a page share it. `name` ends
 * with the version of what they expect of it.
 */
export class PerWindow<T> {
  private readonly _key: symbol;
  private readonly _create: (view: Window & typeof globalThis) => T;

  constructor(name: string, create: (view: Window & typeof globalThis) => T) {
    this._key = Symbol.for(`nn-elements.${name}`);
    this._create = create;
  }

  /** Returns the object of a window, created at the first call. */
  get(view: Window): T {
    const owner = view as unknown as Record<symbol, T | undefined>;
    return (owner[this._key] ??= this._create(view as Window & typeof globalThis));
  }

  /** Replaces the object of a window; after undefined, the next call of `get` creates a new one. For tests. */
  set(view: Window, object: T | undefined): void {
    (view as unknown as Record<symbol, T | undefined>)[this._key] = object;
  }
}
