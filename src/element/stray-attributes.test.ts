import { expect, fixture, html } from '@open-wc/testing';
import '../index.js';
import type { NnErrorDetail } from '../page/events.js';
import { make } from '../testing/link-page.js';
import { holdWarnings } from '../testing/warnings.js';
import type { FigureElement } from './figure-element.js';

const strays = {
  'nn-activation': {
    'function': 'fn', 'size': undefined, 'domian': 'domain', 'data-alpha': 'alpha', 'derivate': 'derivative',
  },
  'nn-circle-trainer': {
    'learningrate': 'learning-rate', 'hidden-layer': 'hidden-layers', 'learning_rate': 'learning-rate',
    'data-data': 'data', 'steps': 'steps-per-frame', 'noize': 'noise', 'speed': 'steps-per-frame',
  },
  'nn-deform': { 'layers': 'layer', 'auto-play': 'autoplay', 'biases': 'b' },
  'nn-neuron': { 'activaton': 'activation', 'data-w': 'w', 'part-s': 'parts', 'bias': 'b' },
  'nn-param-view': { 'parameter': 'parameters', 'shows': 'show', 'mode': 'show', 'data-y': 'y' },
} as const;

/** What pages and frameworks write on any tag. */
const others = {
  'class': 'figure', 'id': 'a1', 'style': 'margin: 0', 'title': 'x', 'lang': 'en', 'dir': 'ltr', 'hidden': '',
  'slot': '', 'part': 'x', 'role': 'group', 'tabindex': '-1', 'translate': 'no', 'aria-hidden': 'true',
  'data-id': '1', 'data-v-7ba5bd90': '', 'data-reactroot': '', 'v-cloak': '', 'x-data': '{}', 'ng-version': '1',
  'is': 'x', 'key': '1', 'ref': 'x', 'width': '300', 'height': '200', 'loading': 'lazy',
  'onclick': '', 'exportparts': 'canvas',
};

describe('Attributes that are nearly those of a tag', () => {
  const warnings = holdWarnings();

  for (const [tag, names] of Object.entries(strays) as [keyof typeof strays, Record<string, string | undefined>][]) {
    it(`are told once with the one that is meant, on <${tag}>`, async () => {
      const all = Object.fromEntries([...Object.keys(names), ...Object.keys(others)].map((name) => [name, '1']));
      const element = make(tag, { ...others, ...all, hidden: '', onclick: '', style: '' }) as FigureElement;
      const errors: string[] = [];
      element.addEventListener('nn-error', (event) => (
        errors.push((event as CustomEvent<NnErrorDetail>).detail.attribute)));
      await fixture(html`<div>${element}</div>`);
      await element.updateComplete;
      element.requestUpdate();
      await element.updateComplete;
      const meant = Object.entries(names).filter(([, name]) => name !== undefined);
      expect(errors).to.deep.equal(meant.map(([name]) => name));
      expect(warnings.map((warning) => /> ([\w-]+):.*did you mean ([\w-]+)\?/.exec(warning)!.slice(1)))
        .to.deep.equal(meant);
    });
  }

  for (const tag of Object.keys(strays) as (keyof typeof strays)[]) {
    it(`are told apart from a child script, which <${tag}> reads or says that it does not`, async () => {
      const element = make(tag, { seed: '1', paused: '' }) as FigureElement;
      element.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: '{}' }));
      await fixture(html`<div>${element}</div>`);
      await element.updateComplete;
      const isRead = !['nn-activation', 'nn-neuron'].includes(tag);
      expect(warnings.filter((warning) => warning.includes('child script')).length).to.equal(isRead ? 0 : 1);
    });
  }

  it('are not told where the one that is meant is there too', async () => {
    const element = make('nn-neuron', { 'w': '1 1', 'data-w': '1 1', 'grids': '9', 'grid': '9' });
    await fixture(html`<div>${element}</div>`);
    await element.updateComplete;
    expect(warnings).to.deep.equal([]);
  });
});
