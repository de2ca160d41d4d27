import { sendKeys } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import type { ManualTiming } from './manual-clock.js';

let count = 0;

/** Defines an element under an unused name, and returns the class. */
export function defineHost<T extends CustomElementConstructor>(host: T): T {
  customElements.define(`test-host-${++count}`, host);
  return host;
}

/** An element that renders nothing of its own, for controllers. */
export class Host extends LitElement {
  override render(): TemplateResult | undefined {
    return undefined;
  }
}
defineHost(Host);

/** Replaces a property of an object, and returns a function that restores it. */
export function stub<T extends object, K extends keyof T>(owner: T, name: K, value: T[K]): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}

type Listener = EventListenerOrEventListenerObject | null;
type ListenerOptions = AddEventListenerOptions | boolean;

/** Counts the event listeners in force on a target: added, and neither removed, aborted nor used up. */
export function countListeners(target: EventTarget): { readonly count: number; readonly restore: () => void } {
  const listening = new Set<object>();
  const added: { type: string; listener: Listener; entry: object }[] = [];
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const restores = [
    stub(target, 'addEventListener', (type: string, listener: Listener, options?: ListenerOptions) => {
      const entry = {};
      listening.add(entry);
      added.push({ type, listener, entry });
      const { signal, once } = typeof options === 'object' ? options : {};
      signal?.addEventListener('abort', () => listening.delete(entry));
      add.call(target, type, listener, options);
      if (once) add.call(target, type, () => listening.delete(entry), { once, signal });
    }),
    stub(target, 'removeEventListener', (type: string, listener: Listener, options?: ListenerOptions) => {
      for (const one of added) if (one.type === type && one.listener === listener) listening.delete(one.entry);
      remove.call(target, type, listener, options);
    }),
  ];
  return {
    get count() {
      return listening.size;
    },
    restore: () => restores.forEach((restore) => restore()),
  };
}

/** Waits until all intersection observers so far know that an element is on screen; throws if it is not. */
export async function seen(element: Element): Promise<void> {
  const entry = await new Promise<IntersectionObserverEntry>((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      observer.disconnect();
      setTimeout(() => resolve(entries[0])); // observers are called in any order, but in one task
    });
    observer.observe(element);
  });
  if (!entry.isIntersecting) throw new Error(`${element.localName} is out of view`);
}

/** The most frames that a test waits for something: ten seconds of 60 Hz, more where the machine is busy. */
const MAX_FRAMES = 600;

/** Waits frame by frame until `ready` holds. */
export async function until(ready: () => boolean, what = String(ready)): Promise<void> {
  for (let count = 0; !ready(); count++) {
    if (count === MAX_FRAMES) throw new Error(`waited in vain: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Waits until `ready` holds, and lets a clock tick wherever it asks for a frame. */
export function tickUntil(timing: ManualTiming, ready: () => boolean, what = String(ready)): Promise<void> {
  return until(() => {
    if (timing.pending) timing.tick();
    return ready();
  }, what);
}

/** Waits for some frames, for tests of what must not happen in them. */
export async function frames(count = 4): Promise<void> {
  for (let k = 0; k < count; k++) await new Promise(requestAnimationFrame);
}

/** Sets properties of an element and waits for its update. */
export async function change<T extends LitElement>(
  element: T, values: Partial<Record<keyof T, unknown>>,
): Promise<void> {
  Object.assign(element, values);
  await element.updateComplete;
}

/** Gives a control the focus and presses keys. */
export async function press(control: HTMLElement, ...keys: string[]): Promise<void> {
  control.focus();
  for (const key of keys) await sendKeys({ press: key });
}

/** Returns a list that receives the details of the events of a type. */
export function detailsOf<T = unknown>(target: EventTarget, type: string): T[] {
  const details: T[] = [];
  target.addEventListener(type, (event) => details.push((event as CustomEvent<T>).detail));
  return details;
}

/** Counts observers at work, and listeners on some targets and on media queries, from now on until `restore`. */
export function watchLeaks(
  targets: readonly EventTarget[],
): { readonly observers: number; readonly listeners: number; readonly restore: () => void } {
  const observing = new Set<object>();
  const counters = targets.map(countListeners);
  const { matchMedia } = window;
  const restores = [stub(window, 'matchMedia', (query) => {
    const list = matchMedia.call(window, query);
    counters.push(countListeners(list));
    return list;
  })];
  const classes: unknown = [ResizeObserver, IntersectionObserver, MutationObserver];
  for (const { prototype } of classes as (typeof ResizeObserver)[]) {
    const { observe, disconnect } = prototype;
    restores.push(stub(prototype, 'observe', function (this: ResizeObserver, ...given) {
      observing.add(this);
      observe.apply(this, given);
    }), stub(prototype, 'disconnect', function (this: ResizeObserver) {
      observing.delete(this);
      disconnect.call(this);
    }));
  }
  return {
    get observers() {
      return observing.size;
    },
    get listeners() {
      return counters.reduce((sum, { count }) => sum + count, 0);
    },
    restore: () => {
      for (const restore of [...restores, ...counters.map((counter) => counter.restore)]) restore();
    },
  };
}

/** Stands in for the reader's wish for less motion, until `restore`; `set` changes it. */
export function holdMotion(isReduced: boolean): { readonly set: (isReduced: boolean) => void; restore: () => void } {
  const media = Object.assign(new EventTarget(), { matches: isReduced });
  const { matchMedia } = window;
  const restore = stub(window, 'matchMedia', (query) => (
    query.includes('reduced-motion') ? media as unknown as MediaQueryList : matchMedia.call(window, query)));
  return {
    set: (matches) => {
      media.matches = matches;
      media.dispatchEvent(new Event('change'));
    },
    restore,
  };
}
