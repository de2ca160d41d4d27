import type { LitElement } from 'lit';
import type { NnCircleTrainer } from '../define/nn-circle-trainer.js';
import { descriptionOf } from './figure-page.js';
import { stub, until } from './host.js';
import type { ManualTiming } from './manual-clock.js';

/** A tag with attributes. */
export function make<T extends keyof HTMLElementTagNameMap>(tag: T, attributes: Readonly<Record<string, string>> = {}): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** A small trainer that views find by the id `demo`, with a layer of two. */
export const trainerOf = (attributes: Readonly<Record<string, string>> = {}): NnCircleTrainer =>
  make('nn-circle-trainer', { id: 'demo', seed: '7', 'hidden-layers': '2', style: 'inline-size: 120px', ...attributes });

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

/** Codes of the errors that an element tells of. */
export function errorsOf(element: Element): string[] {
  const codes: string[] = [];
  element.addEventListener('nn-error', (event) => codes.push((event as CustomEvent<{ code: string }>).detail.code));
  return codes;
}

/** For each picture, `step()` at every time it is drawn, until `restore`: a picture begins with a cleared canvas. */
export function watchSteps(elements: readonly Element[], step: () => number): { seen: ReadonlyMap<Element, number[]>; restore: () => void } {
  const seen = new Map<Element, number[]>(elements.map((element) => [element, []]));
  const { clearRect } = CanvasRenderingContext2D.prototype;
  const restore = stub(CanvasRenderingContext2D.prototype, 'clearRect', function (this: CanvasRenderingContext2D, ...box: [number, number, number, number]) {
    const host = (this.canvas.getRootNode() as ShadowRoot).host;
    seen.get(host)?.push(step());
    clearRect.apply(this, box);
  });
  return { seen, restore };
}
