import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../define/nn-circle-trainer.js';
import '../define/nn-param-view.js';
import type { NnParamView } from '../define/nn-param-view.js';
import { mountFigure } from './figure-page.js';
import { until } from './host.js';
import { FRAME_MS, type ManualTiming } from './manual-clock.js';
import { holdPage } from './trainer-page.js';

/** A view that takes a model of its own apart. */
export const own = html`<nn-param-view show="step"></nn-param-view>`;

export const one = <T extends Element = HTMLElement>(view: Element, selector: string): T => view.shadowRoot!.querySelector<T>(selector)!;
export const all = <T extends Element = HTMLElement>(view: Element, selector: string): T[] => [...view.shadowRoot!.querySelectorAll<T>(selector)];
export const textOf = (view: Element, selector: string): string => one(view, selector).textContent!.trim();
/** Sample and phase, as they are written. */
export const placeOf = (view: Element): string => `${textOf(view, '.sample')}, ${textOf(view, '.position')}`;

/** Presses a button. */
export async function press(view: NnParamView, selector: string): Promise<void> {
  one<HTMLButtonElement>(view, selector).click();
  await view.updateComplete;
}

/** Goes to a phase, counted from 0. */
export async function go(view: NnParamView, phase: number): Promise<void> {
  all<HTMLButtonElement>(view, '.segment')[phase].click();
  await view.updateComplete;
}

export interface Linked { readonly view: NnParamView; readonly trainer: NnCircleTrainer }

export interface MicroscopePage {
  readonly timing: ManualTiming;
  readonly mount: (template?: TemplateResult, width?: number) => Promise<NnParamView>;
  /** A view of a trainer that stands still after so many steps. */
  readonly linked: (attributes: Record<string, string>, steps: number, width?: number) => Promise<Linked>;
  /** Presses Back and lets frames pass: going back in time takes some. */
  readonly back: (view: NnParamView) => Promise<void>;
}

/** Declares the hooks that hold the page for each test of a suite, in which nothing may warn but a run that diverges. */
export function microscopePage(): MicroscopePage {
  let held: ReturnType<typeof holdPage>;
  beforeEach(() => {
    held = holdPage();
  });
  afterEach(() => {
    held.release();
    expect(held.warnings.filter((message) => !message.includes('diverged'))).to.deep.equal([]);
  });
  const mount = (template: TemplateResult = own, width = 720): Promise<NnParamView> => mountFigure(held.timing, template, width);
  return {
    get timing() {
      return held.timing;
    },
    mount,
    async linked(attributes, steps, width) {
      for (const former of document.querySelectorAll('.linked')) former.remove();
      const holder = await fixture<HTMLElement>(html`<div class="linked" style="inline-size: 60px"></div>`);
      const trainer = document.createElement('nn-circle-trainer');
      for (const [name, value] of Object.entries({ id: 'steps', seed: '3', paused: '', ...attributes })) trainer.setAttribute(name, value);
      holder.append(trainer);
      await trainer.updateComplete;
      if (steps > 0) trainer.step(steps);
      const view = await mount(html`<nn-param-view show="step" for="steps"></nn-param-view>`, width);
      return { view, trainer };
    },
    async back(view) {
      const from = placeOf(view);
      await press(view, '.back');
      await until(() => {
        if (held.timing.pending) held.timing.tick(FRAME_MS);
        return placeOf(view) !== from;
      }, `never back from ${from}`);
    },
  };
}
