declare const process: { memoryUsage(): { readonly heapUsed: number } };
declare const setTimeout: (done: () => void, ms: number) => unknown;

const SERIES = 200;
const CALLS = 101;

/** The median of a series of calls, since now and then the engine adds some of its own or collects. */
function bytesPerCall(action: () => void): number {
  const grown = Array.from({ length: CALLS }, () => {
    const before = process.memoryUsage().heapUsed;
    action();
    return process.memoryUsage().heapUsed - before;
  });
  return grown.sort((a, b) => a - b)[CALLS >> 1];
}

/**
 * Bytes that `action` adds to the heap once it is compiled, for a test that it is less than `most`.
 *
 * A busy machine compiles late, in a thread of its own, and until then every sum is an object: so a
 * series that is over `most` is tried again after a rest. Garbage that `action` makes itself is in all of them.
 */
export async function garbagePerCall(action: () => void, most: number): Promise<number> {
  let bytes = Infinity;
  for (let series = 0; series < SERIES && bytes >= most; series++) {
    bytes = Math.min(bytes, bytesPerCall(action));
    await new Promise<void>((done) => void setTimeout(done, 5));
  }
  return bytes;
}
