import { LitElement, type TemplateResult } from 'lit';

let count = 0;

/** Defines an element of a name that nobody else has, and returns the class. */
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

/** Replaces a property of an object, and returns what puts the old one back. */
export function stub<T extends object, K extends keyof T>(owner: T, name: K, value: T[K]): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}

type Listener = EventListenerOrEventListenerObject | null;

/** Counts the event listeners in force on a target: added, and neither removed, aborted nor used up. */
export function countListeners(target: EventTarget): { readonly count: number; readonly restore: () => void } {
  const listening = new Set<object>();
  const added: { type: string; listener: unknown; entry: object }[] = [];
  const restores = [
    stub(target, 'addEventListener', (type: string, listener: Listener, options?: AddEventListenerOptions | boolean) => {
      const entry = {};
      listening.add(entry);
      added.push({ type, listener, entry });
      const { signal, once } = typeof options === 'object' ? options : {};
      signal?.addEventListener('abort', () => listening.delete(entry));
      const add = EventTarget.prototype.addEventListener.bind(target, type);
      add(listener, options);
      if (once) add(() => listening.delete(entry), { once, signal });
    }),
    stub(target, 'removeEventListener', (type: string, listener: Listener, options?: EventListenerOptions | boolean) => {
      for (const one of added) if (one.type === type && one.listener === listener) listening.delete(one.entry);
      EventTarget.prototype.removeEventListener.call(target, type, listener, options);
    }),
  ];
  return {
    get count() {
      return listening.size;
    },
    restore: () => restores.forEach((restore) => restore()),
  };
}

/** Waits until the browser has told all who asked so far that an element is on screen, as it must be. */
export async function seen(element: Element): Promise<void> {
  const entry = await new Promise<IntersectionObserverEntry>((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      observer.disconnect();
      setTimeout(() => resolve(entries[0])); // they are told in any order, but in one task
    });
    observer.observe(element);
  });
  if (!entry.isIntersecting) throw new Error(`${element.localName} is out of view`);
}

/** Waits frame by frame until `ready` holds. What is waited for may be slow where tests run; it is not measured. */
export async function until(ready: () => boolean, what = String(ready)): Promise<void> {
  const end = performance.now() + 10_000;
  while (!ready()) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Waits for some frames, in which what is not to happen would have happened. */
export async function frames(count = 4): Promise<void> {
  for (let k = 0; k < count; k++) await new Promise(requestAnimationFrame);
}
