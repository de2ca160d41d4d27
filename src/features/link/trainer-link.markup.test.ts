import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import '../../index.js';
import { descriptionOf, pictureOf } from '../../testing/figure-page.js';
import { until } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';
import type { FigureElement } from '../../element/figure-element.js';
import type { NnCircleTrainer } from '../../tags/circle-trainer/nn-circle-trainer.js';

const plane = [0.5, -0.3, 0.8, 0.4, 0.1, -0.2, 1, 0.2, -0.4, 0.6, 0, 0.3, 1, -1, 0.2];

describe('The HTML of a view', () => {
  const page = quietPage();

  /** Puts markup on the page and waits until the tag is drawn. */
  async function mount<T extends LitElement>(content: DocumentFragment | TemplateResult, tag: string): Promise<T> {
    for (const former of document.querySelectorAll('.pasted')) former.remove();
    const holder = await fixture<HTMLElement>(html`<div class="pasted" style="inline-size: 300px">${content}</div>`);
    const found = holder.querySelector<T>(tag)!;
    await until(() => {
      if (page.timing.pending) page.timing.tick();
      return found.shadowRoot?.querySelector('canvas') != null && pictureOf(found) !== '' && descriptionOf(found) !== '';
    }, `${tag} was never drawn`);
    page.timing.settle(3000);
    await found.updateComplete;
    page.timing.settle(3000);
    return found;
  }

  const bytesOf = (element: Element): Uint8ClampedArray => {
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  };

  const paste = (text: string): DocumentFragment => document.createRange().createContextualFragment(text);

  const cases: Record<string, readonly [tag: string, TemplateResult, trained?: number]> = {
    'a linked flow': ['nn-param-view', html`<nn-circle-trainer id="t" paused seed="7" target="y - sin(3*x) + 0.5" hidden-layers="4 3" activation="tanh"></nn-circle-trainer><nn-param-view for="t" free="both" x="0.3"></nn-param-view>`, 700],
    'a linked microscope': ['nn-param-view', html`<nn-circle-trainer id="t" paused seed="7" update-order="in-place"></nn-circle-trainer><nn-param-view for="t" show="step"></nn-param-view>`, 300],
    'a linked plane': ['nn-deform', html`<nn-circle-trainer id="t" paused seed="3" hidden-layers="2 2" target="xor"></nn-circle-trainer><nn-deform for="t" layer="1"></nn-deform>`, 900],
    'a linked neuron': ['nn-neuron', html`<nn-circle-trainer id="t" paused seed="7"></nn-circle-trainer><nn-neuron for="t" neuron="1.3" probe="0.2 0.3"></nn-neuron>`, 400],
    'a view of its own model': ['nn-param-view', html`<nn-param-view y="0.4"></nn-param-view>`],
    'a microscope of its own': ['nn-param-view', html`<nn-param-view show="step"></nn-param-view>`],
    'a view of given parameters': ['nn-param-view', html`<nn-param-view parameters=${JSON.stringify(Array.from({ length: 33 }, (_, k) => Math.sin(k)))}></nn-param-view>`],
    'a plane of given parameters': ['nn-deform', html`<nn-deform parameters=${JSON.stringify(plane)} target="xor"></nn-deform>`],
    'a plane of given matrices': ['nn-deform', html`<nn-deform w="1 .5; -.5 1 | 1 0; 0 1" b="0.1 -0.2" target="ring"></nn-deform>`],
    'a plane by chance': ['nn-deform', html`<nn-deform seed="4" layer="1"></nn-deform>`],
    'the default plane': ['nn-deform', html`<nn-deform target="xor"></nn-deform>`],
    'a neuron': ['nn-neuron', html`<nn-neuron w="1.2 -0.5; -0.8 1" b="-0.2; 0.1" activation="tanh" probe="0.1 0.2" view="30 40"></nn-neuron>`],
    'a curve': ['nn-activation', html`<nn-activation fn="sigmoid tanh" derivative probe="1.5"></nn-activation>`],
  };

  for (const [name, [tag, template, trained = 0]] of Object.entries(cases)) {
    it(`shows the very picture of ${name}, pixel for pixel`, async () => {
      const view = await mount<FigureElement>(template, tag);
      const trainer = document.querySelector<NnCircleTrainer & LitElement>('#t');
      if (trained > 0) trainer!.step(trained);
      page.timing.settle(3000);
      await view.updateComplete;
      page.timing.settle(3000);
      const [before, words, text] = [bytesOf(view), descriptionOf(view), view.toHtml()];
      const again = await mount<FigureElement>(paste(text), tag);
      const after = bytesOf(again);
      const others = [...before.keys()].filter((k) => before[k] !== after[k]);
      // WebKit rounds a coverage otherwise in one byte of a surface.
      expect(others.length, 'other bytes').to.be.at.most(1);
      for (const k of others) expect(Math.abs(before[k] - after[k])).to.be.at.most(12);
      expect(after.length).to.equal(before.length);
      expect(descriptionOf(again)).to.equal(words);
    });
  }

  it('goes on to train as the linked one does', async () => {
    const view = await mount<FigureElement>(cases['a linked neuron'][1], 'nn-neuron');
    const trainer = document.querySelector<NnCircleTrainer & LitElement>('#t')!;
    trainer.step(50);
    const text = view.toHtml();
    trainer.step(20);
    const later = JSON.stringify(trainer.getState());
    await mount(paste(text), 'nn-neuron');
    const copy = document.querySelector<NnCircleTrainer & LitElement>('#t')!;
    expect(copy.hidden).to.equal(true);
    copy.step(20);
    expect(JSON.stringify(copy.getState())).to.equal(later);
  });
});
