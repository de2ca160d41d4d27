import { inNextTask } from '../page/next-task.js';

/** How long the first updates of many tags may take in one task; the rest follow in the next. */
const MAX_MS = 16;

let beganAt: number | undefined = performance.now(); // the task that runs this script is one of them
let nextTurn: Promise<void> | undefined;

inNextTask(() => (beganAt = undefined));

/** Returns a promise of the next task if first updates have had their time in this one, otherwise undefined. */
export function turnOfFirstUpdate(): Promise<void> | undefined {
  if (nextTurn) return nextTurn;
  const now = performance.now();
  if (beganAt === undefined) {
    beganAt = now;
    inNextTask(() => (beganAt = undefined));
  }
  if (now - beganAt < MAX_MS) return undefined;
  return nextTurn = new Promise((resolve) => inNextTask(() => {
    nextTurn = beganAt = undefined;
    resolve();
  }));
}
