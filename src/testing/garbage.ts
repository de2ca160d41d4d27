declare const process: { memoryUsage(): { readonly heapUsed: number } };

const SERIES = 12;
const CALLS = 101;

/**
 * Bytes that `action` adds to the heap once it is compiled. The median of a series of calls, since now and then the engine
 * adds some of its own or collects; the least of several series, since a busy machine compiles late, and garbage that
 * `action` makes itself is in all of them.
 */
export function bytesPerCall(action: () => void): number {
  const grown = new Float64Array(CALLS);
  let least = Infinity;
  for (let series = 0; series < SERIES; series++) {
    for (let k = 0; k < CALLS; k++) {
      const before = process.memoryUsage().heapUsed;
      action();
      grown[k] = process.memoryUsage().heapUsed - before;
    }
    least = Math.min(least, grown.sort()[CALLS >> 1]);
  }
  return least;
}
