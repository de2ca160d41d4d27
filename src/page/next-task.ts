/** Not in Safari. */
interface Scheduler { readonly scheduler?: { postTask?(callback: () => void): Promise<void> } }

/**
 * Calls back in the next task: in tabs in the background, browsers delay timers by a second and more, and messages may
 * be delivered several in one task.
 */
export function inNextTask(callback: () => void): void {
  const { scheduler } = globalThis as Scheduler;
  if (typeof scheduler?.postTask === 'function') return void scheduler.postTask(callback);
  if (typeof MessageChannel !== 'function') return void setTimeout(callback);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(0);
}
