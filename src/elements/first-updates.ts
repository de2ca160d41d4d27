/** The first updates of many tags take no longer than this in one task; the rest go on in the next. */
const LONGEST_MS = 16;

let begun: number | undefined;
let next: Promise<void> | undefined;

/** The next task, if first updates have had their time in this one. */
export function turnOfFirstUpdate(): Promise<void> | undefined {
  if (next) return next;
  const now = performance.now();
  if (begun === undefined) {
    begun = now;
    setTimeout(() => (begun = undefined));
  }
  if (now - begun < LONGEST_MS) return undefined;
  next = new Promise((resolve) => setTimeout(() => {
    next = begun = undefined;
    resolve();
  }));
  return next;
}
