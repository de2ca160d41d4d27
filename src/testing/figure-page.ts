import { fixture } from '@open-wc/testing';
import { html, type LitElement, type TemplateResult } from 'lit';
import { seen, until } from './host.js';
import type { ManualTiming } from './manual-clock.js';

/** Mounts what `template` begins with in a column, waits until it can be seen, and lets the clock draw it. */
export async function mountFigure<T extends LitElement>(
  timing: ManualTiming, template: TemplateResult, width = 400,
): Promise<T> {
  for (const former of document.querySelectorAll('.mounted')) former.remove(); // or this one would be below the fold
  const style = `inline-size: ${width}px`;
  const holder = await fixture<HTMLElement>(html`<div class="mounted" style=${style}>${template}</div>`);
  const element = holder.firstElementChild as T;
  await element.updateComplete;
  await until(() => {
    if (timing.pending) timing.tick(); // which may be for what was there before
    return descriptionOf(element) !== '';
  }, `${element.localName} was never described`);
  await seen(element.shadowRoot!.querySelector('canvas')!);
  timing.settle();
  await element.updateComplete;
  timing.settle();
  return element;
}

/** Returns a hash of what is drawn; empty for a blank picture. */
export function pictureOf(element: Element): string {
  const canvas = element.shadowRoot!.querySelector('canvas')!;
  if (canvas.width === 0) return '';
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let hash = 0;
  let drawn = false;
  for (const pixel of new Uint32Array(data.buffer)) {
    hash = Math.imul(hash ^ pixel, 0x01000193) >>> 0;
    drawn ||= pixel !== 0;
  }
  return drawn ? String(hash) : '';
}

/** Returns the description of an element's picture. */
export function descriptionOf(element: Element): string {
  return element.shadowRoot!.getElementById('description')!.textContent!;
}

export function slidersOf(element: Element): HTMLInputElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=range]')];
}

/** Returns the inputs of a type or role in an element's toolbar. */
export function toolbarInputs(element: Element, type: string): HTMLInputElement[] {
  const selector = `.toolbar input:is([type=${type}], [role=${type}])`;
  return [...element.shadowRoot!.querySelectorAll<HTMLInputElement>(selector)];
}

/** Opens the numbers of a toolbar and reads them: the text of each row, its cells apart by a space. */
export async function openNumbers(element: Element): Promise<() => string[]> {
  const root = element.shadowRoot!;
  root.querySelector<HTMLElement>('.numbers-of summary')!.click();
  await until(() => root.querySelector('.numbers-of tr') !== null, 'the numbers never opened');
  return () => [...root.querySelectorAll('.numbers-of tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent).join(' '));
}

/** Moves a slider as the reader would. */
export function slide(input: HTMLInputElement, value: number): void {
  input.value = String(value);
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

type Place = readonly [x: number, y: number];

/** Fires pointer events on the picture at points of its own. */
export function point(
  element: Element, events: readonly (readonly [type: string, at: Place])[], pointerType = 'mouse',
): void {
  const canvas = element.shadowRoot!.querySelector('canvas')!;
  const { left, top } = canvas.getBoundingClientRect();
  for (const [type, [x, y]] of events) {
    canvas.dispatchEvent(new PointerEvent(type, {
      bubbles: true, composed: true, isPrimary: true, pointerType, pointerId: 5, button: 0,
      clientX: left + x, clientY: top + y,
    }));
  }
}

/** Presses, drags and lets go. */
export function drag(element: Element, from: Place, to: Place, pointerType = 'mouse'): void {
  point(element, [['pointerdown', from], ['pointermove', to], ['pointerup', to]], pointerType);
}

const readerEvents: readonly string[] = ['nn-input', 'nn-change', 'nn-play', 'nn-pause'];

/** Returns type and detail of the events that an element fires for what the reader does, in order. */
export function listen(element: Element, types = readerEvents): [string, unknown][] {
  const fired: [string, unknown][] = [];
  const add = (event: Event): void => void fired.push([event.type, (event as CustomEvent).detail]);
  for (const type of types) element.addEventListener(type, add);
  return fired;
}
