import type { LitElement } from 'lit';
import type { NnCircleTrainer } from '../define/nn-circle-trainer.js';
import { descriptionOf } from './figure-page.js';
import { stub, until } from './host.js';
import type { ManualTiming } from './manual-clock.js';

/** Returns a new element with attributes. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T, attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Returns a small trainer with the id `demo` and one hidden layer of two. */
export const trainerOf = (attributes: Readonly<Record<string, string>> = {}): NnCircleTrainer =>
  make('nn-circle-trainer', {
    id: 'demo', seed: '7', 'hidden-layers': '2', style: 'inline-size: 120px', ...attributes,
  });

/** Holds the second for which a view waits for its trainer: `pass` lets it go by, `release` gives timers back. */
export function holdPatience(): { pass(): void; release(): void } {
  const waits = new Map<number, () => void>();
  const { setTimeout: set, clearTimeout: clear } = window;
  let count = 0;
  const restores = [
    stub(window, 'setTimeout', ((callback: () => void, ms?: number, ...rest: unknown[]): number => {
      if (ms !== 1000) return set(callback, ms, ...rest);
      waits.set(--count, callback); // no id of a real timer
      return count;
    }) as typeof window.setTimeout),
    stub(window, 'clearTimeout', (id) => {
      if (!waits.delete(id as number)) clear(id);
    }),
  ];
  return {
    pass: () => {
      for (const callback of [...waits.values()]) callback();
      waits.clear();
    },
    release: () => restores.forEach((restore) => restore()),
  };
}

/** Ticks until all of them have been drawn. */
export async function show(timing: ManualTiming, ...elements: Element[]): Promise<void> {
  await until(() => {
    if (timing.pending) timing.tick();
    return elements.every((element) => {
      const canvas = element.shadowRoot?.querySelector('canvas');
      return canvas && (canvas.width !== 300 || canvas.height !== 150);
    });
  }, 'never drawn');
}

/** Ticks, without letting time pass, until a view's description holds a text that may change meanwhile. */
export async function tells(timing: ManualTiming, view: LitElement, text: () => string): Promise<void> {
  const told = (): string => (view.hasUpdated ? descriptionOf(view) : '');
  await until(() => {
    if (timing.pending) timing.tick(0);
    return text() !== '' && told().includes(text());
  }, `tells "${told()}", not "${text()}"`);
}

/** Returns a list that receives the codes of the errors that an element reports. */
export function errorsOf(element: Element): string[] {
  const codes: string[] = [];
  element.addEventListener('nn-error', (event) => codes.push((event as CustomEvent<{ code: string }>).detail.code));
  return codes;
}

/** Records `step()` each time one of the pictures is drawn, which begins with a cleared canvas, until `restore`. */
export function watchSteps(
  elements: readonly Element[], step: () => number,
): { seen: ReadonlyMap<Element, number[]>; restore: () => void } {
  const seen = new Map<Element, number[]>(elements.map((element) => [element, []]));
  const { prototype } = CanvasRenderingContext2D;
  const { clearRect } = prototype;
  const restore = stub(prototype, 'clearRect', function (this: CanvasRenderingContext2D, x, y, width, height) {
    const host = (this.canvas.getRootNode() as ShadowRoot).host;
    seen.get(host)?.push(step());
    clearRect.call(this, x, y, width, height);
  });
  return { seen, restore };
}
