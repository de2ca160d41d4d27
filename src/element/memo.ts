/** Returns a function that computes a value once for each object, and keeps it as long as the object is there. */
export function oncePer<K extends WeakKey, T>(compute: (key: K) => T): (key: K) => T {
  const kept = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = kept.get(key) ?? { value: compute(key) };
    kept.set(key, found);
    return found.value;
  };
}

/** Keeps a value until one of its inputs changes. */
export class Memo<T> {
  private _key: readonly unknown[] | undefined;
  private _value!: T;

  /** Returns the value kept if each part of `key` is the same as at the last call, otherwise that of `compute`. */
  get(key: readonly unknown[], compute: () => T): T {
    if (!this._key || key.some((part, k) => !Object.is(part, this._key![k]))) {
      this._value = compute();
      this._key = key;
    }
    return this._value;
  }
}
