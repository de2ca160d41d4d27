declare const process: { memoryUsage(): { readonly heapUsed: number } };

/** Bytes that `action` adds to the heap, at the median of many calls: now and then the engine itself adds some or collects. */
export function bytesPerCall(action: () => void): number {
  for (let k = 0; k < 300; k++) action(); // until it is compiled
  const grown = Array.from({ length: 101 }, () => {
    const before = process.memoryUsage().heapUsed;
    action();
    return process.memoryUsage().heapUsed - before;
  });
  return grown.sort((a, b) => a - b)[50];
}
