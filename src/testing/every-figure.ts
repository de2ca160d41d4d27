import { fixture, html } from '@open-wc/testing';
import '../index.js';
import type { FigureElement } from '../element/figure-element.js';
import { until } from './host.js';
import { make } from './link-page.js';

type Attributes = Readonly<Record<string, string>>;

/** Every tag in each of its forms that has controls of its own: the tag, and attributes that lead there. */
const forms: readonly (readonly [tag: keyof HTMLElementTagNameMap & `nn-${string}`, attributes: Attributes])[] = [
  ['nn-activation', { fn: 'leaky-relu tanh' }],
  ['nn-circle-trainer', { seed: '109', paused: '', target: 'x > 0', creases: '' }],
  ['nn-deform', { grid: '9' }],
  ['nn-neuron', { w: '1 0; 0 1', grid: '9' }],
  ['nn-param-view', { free: 'both' }],
  ['nn-param-view', { show: 'structure' }],
  ['nn-param-view', { show: 'step' }],
];

const toolbars: readonly Attributes[] = [{}, { controls: '' }];

/** Those forms, plain and with a toolbar, by a title. */
export const everyFigure: readonly (readonly [title: string, create: () => FigureElement])[] = forms
  .flatMap(([tag, attributes]) => toolbars.map((toolbar) => {
    const all = { ...attributes, ...toolbar };
    return [[tag, ...Object.entries(all).map(([name, value]) => `${name}="${value}"`)].join(' '),
      () => make(tag, all) as FigureElement] as const;
  }));

/** Mounts a figure in a box of 400 px, within `around` if that is given, and waits for all that it renders. */
export async function mountEmbedded(figure: FigureElement, around?: HTMLElement): Promise<FigureElement> {
  around?.append(figure);
  await fixture(html`<div style="inline-size: 400px">${around ?? figure}</div>`);
  await figure.updateComplete;
  if (figure.getAttribute('show') === 'step') await until(() => buttonNamed(figure, '.next') !== null, 'no model came');
  return figure;
}

/** Returns the button in a figure that a selector finds. */
export function buttonNamed(figure: FigureElement, selector: string): HTMLButtonElement | null {
  return figure.shadowRoot!.querySelector<HTMLButtonElement>(`button${selector}`);
}

/** Returns what can have the focus in a figure. */
export function focusable(figure: FigureElement): HTMLElement[] {
  return [...figure.shadowRoot!.querySelectorAll<HTMLElement>(
    'button:enabled, input:enabled, select:enabled, textarea, summary, [tabindex]')];
}
