import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { Clock, setClock } from '../page/clock.js';
import '../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../define/nn-circle-trainer.js';
import { circleTrainer } from './circle-trainer.js';
import { descriptionOf } from './figure-page.js';
import { seen, until } from './host.js';
import { ManualTiming } from './manual-clock.js';
import { catchWarnings } from './warnings.js';

/** The events that report a trainer's state. */
export const stateEvents: readonly string[] = ['nn-play', 'nn-pause', 'nn-reset', 'nn-done'];

/** Puts the page on a clock that the test ticks, until `release`. */
export function holdClock(): { timing: ManualTiming; release: () => void } {
  const timing = new ManualTiming();
  setClock(window, new Clock(timing));
  return { timing, release: () => setClock(window, undefined) };
}

/** Holds the clock and keeps the warnings off the console, until `release`. */
export function holdPage(): { timing: ManualTiming; warnings: string[]; release: () => void } {
  const { timing, release } = holdClock();
  const { messages: warnings, restore } = catchWarnings();
  return {
    timing,
    warnings,
    release: () => {
      restore();
      release();
    },
  };
}

/**
 * Declares hooks that hold the page in each test of a suite, in which nothing may warn unless `mayWarn`; a test that
 * expects warnings takes them with `warnings.splice(0)`.
 */
export function quietPage({ mayWarn = false } = {}): { readonly timing: ManualTiming; readonly warnings: string[] } {
  let held: ReturnType<typeof holdPage>;
  beforeEach(() => {
    held = holdPage();
  });
  afterEach(() => {
    held.release();
    if (!mayWarn) expect(held.warnings).to.deep.equal([]);
  });
  return {
    get timing() {
      return held.timing;
    },
    get warnings() {
      return held.warnings;
    },
  };
}

const parse = (html: string): DocumentFragment => document.createRange().createContextualFragment(html);

/** Creates a trainer, which is on no page, from its attributes and its content in HTML. */
export function createTrainer(attributes = '', content = ''): NnCircleTrainer {
  const fragment = parse(`<nn-circle-trainer ${attributes}>${content}</nn-circle-trainer>`);
  customElements.upgrade(fragment);
  return fragment.firstElementChild as NnCircleTrainer;
}

/** Returns a model script that says this, as HTML. */
export function modelScript(model: unknown): string {
  return `<script type="application/json">${JSON.stringify(model)}</script>`;
}

/** Appends a model script that says this. */
export function appendModelScript(to: Element, model: unknown): void {
  to.append(parse(modelScript(model)));
}

/**
 * Mounts a trainer and waits until the clock knows that it can be seen and its description is there. If it plays, it
 * trains from the next frame on: it does not wait until it has been seen for a while.
 */
export async function mountTrainer(template: TemplateResult | NnCircleTrainer): Promise<NnCircleTrainer> {
  const holder = await fixture<HTMLElement>(html`<div style="inline-size: 200px">${template}</div>`);
  const trainer = holder.querySelector('nn-circle-trainer')!;
  await trainer.updateComplete;
  await until(() => descriptionOf(trainer) !== '', 'the trainer was never described');
  await seen(trainer.shadowRoot!.querySelector('canvas')!); // only now, as it observes its canvas in a task of its own
  if (!trainer.paused) trainer.play();
  return trainer;
}

/** Returns the canvas of a trainer, its pixels, and whether anything is drawn. */
export function pictureOf(
  trainer: NnCircleTrainer,
): { canvas: HTMLCanvasElement; drawn: boolean; pixels: Uint8ClampedArray } {
  const canvas = trainer.surface!;
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')!.getImageData(0, 0, Math.max(width, 1), Math.max(height, 1)).data;
  return { canvas, pixels, drawn: pixels.some((value) => value > 0) };
}

/** Returns the parameters that core gives a trainer of the default layers after `steps`. */
export function expected(seed: string, steps: number, learningRate = 0.1): Float64Array {
  const trainer = circleTrainer({ seed, learningRate });
  trainer.step(steps);
  return trainer.network.parameters;
}

/** Returns a button of a trainer. */
export function button(trainer: NnCircleTrainer, selector: string): HTMLButtonElement {
  return trainer.shadowRoot!.querySelector<HTMLButtonElement>(selector)!;
}

/** Returns the types of the events, of these types, that `target` fires while `action` runs. */
export async function eventsDuring(
  target: EventTarget, types: readonly string[], action: () => unknown,
): Promise<string[]> {
  const seen: string[] = [];
  const listener = (event: Event): void => void seen.push(event.type);
  for (const type of types) target.addEventListener(type, listener);
  await action();
  for (const type of types) target.removeEventListener(type, listener);
  return seen;
}
