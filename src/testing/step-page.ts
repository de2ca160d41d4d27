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

export const all = <T extends Element = HTMLElement>(view: Element, selector: string): T[] =>
  [...view.shadowRoot!.querySelectorAll<T>(selector)];
export const one = <T extends Element = HTMLElement>(view: Element, selector: string): T => all<T>(view, selector)[0];
export const textOf = (view: Element, selector: string): string => one(view, selector).textContent!.trim();
/** Sample and phase, as they are written. */
export const placeOf = (view: Element): string => `${textOf(view, '.sample')}, ${textOf(view, '.position')}`;

/** Presses a button. */
export async function press(view: NnParamView, selector: string): Promise<void> {
  one(view, selector).click();
  await view.updateComplete;
}

/** Goes to a phase by its index. */
export async function go(view: NnParamView, phase: number): Promise<void> {
  all(view, '.segment')[phase].click();
  await view.updateComplete;
}

interface Linked { readonly view: NnParamView; readonly trainer: NnCircleTrainer }

/** A page with a clock by hand, which shows one step at a time. */
class StepPage {
  private _held: ReturnType<typeof holdPage> | undefined;

  get timing(): ManualTiming {
    return this._held!.timing;
  }

  hold(): void {
    this._held = holdPage();
  }

  /** Gives the page its own clock back; nothing may have warned but a run that diverges. */
  release(): void {
    this._held!.release();
    expect(this._held!.warnings.filter((message) => !message.includes('diverged'))).to.deep.equal([]);
  }

  mount(template: TemplateResult = own, width = 720): Promise<NnParamView> {
    return mountFigure(this.timing, template, width);
  }

  /** Mounts a view of a trainer that stands still after so many steps. */
  async linked(attributes: Record<string, string>, steps: number, width?: number): Promise<Linked> {
    for (const former of document.querySelectorAll('.linked')) former.remove();
    const holder = await fixture<HTMLElement>(html`<div class="linked" style="inline-size: 60px"></div>`);
    const trainer = document.createElement('nn-circle-trainer');
    for (const [name, value] of Object.entries({ id: 'steps', seed: '3', paused: '', ...attributes })) {
      trainer.setAttribute(name, value);
    }
    holder.append(trainer);
    await trainer.updateComplete;
    if (steps > 0) trainer.step(steps);
    const view = await this.mount(html`<nn-param-view show="step" for="steps"></nn-param-view>`, width);
    return { view, trainer };
  }

  /** Lets the clock draw what has changed, and the view show it. */
  async settle(view: NnParamView): Promise<void> {
    this.timing.settle();
    await view.updateComplete;
  }

  /** Presses Back, and lets frames pass until the view has moved: going back in time takes some. */
  async back(view: NnParamView): Promise<void> {
    const from = placeOf(view);
    await press(view, '.back');
    await this._passFrames(() => placeOf(view) !== from, `never back from ${from}`);
  }

  /** Lets frames pass until the view is at a place. */
  async reaches(view: NnParamView, place: string): Promise<void> {
    await this._passFrames(() => placeOf(view) === place, `never at ${place}`);
  }

  private _passFrames(isDone: () => boolean, message: string): Promise<void> {
    return until(() => {
      if (this.timing.pending) this.timing.tick(FRAME_MS);
      return isDone();
    }, message);
  }
}

/** Declares the hooks that hold the page for each test of a suite. */
export function stepPage(): StepPage {
  const page = new StepPage();
  beforeEach(() => page.hold());
  afterEach(() => page.release());
  return page;
}
