/** The first updates of many tags take no longer than this in one task; the rest go on in the next. */
const LONGEST_MS = 16;

let begun: number | undefined;
let next: Promise<void> | undefined;

/** By a message: browsers hold back timers, in tabs that nobody looks at by a second and more. */
export function inNextTask(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(0);
}

/** The next task, if first updates have had their time in this one. */
export function turnOfFirstUpdate(): Promise<void> | undefined {
  if (next) return next;
  const now = performance.now();
  if (begun === undefined) {
    begun = now;
    inNextTask(() => (begun = undefined));
  }
  if (now - begun < LONGEST_MS) return undefined;
  next = new Promise((resolve) => inNextTask(() => {
    next = begun = undefined;
    resolve();
  }));
  return next;
}
