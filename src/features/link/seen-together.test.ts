import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../define/nn-param-view.js';
import '../../define/nn-neuron.js';
import { seen, until } from '../../testing/host.js';
import { make, watchDrawing } from '../../testing/link-page.js';
import { quietPage } from '../../testing/trainer-page.js';

type FigureTag = 'nn-circle-trainer' | 'nn-neuron' | 'nn-param-view';

const views: readonly [FigureTag, Readonly<Record<string, string>>][] = [
  ['nn-param-view', {}], ['nn-param-view', { show: 'structure' }], ['nn-neuron', { neuron: 'out' }],
  ['nn-neuron', { neuron: '1.2' }], ['nn-param-view', { free: 'x' }], ['nn-param-view', { y: '0.3' }],
];

describe('A trainer and six linked views, all below the fold', () => {
  const page = quietPage();
  afterEach(() => window.scrollTo(0, 0));

  it('begin with the first of the seven to be seen, whichever it is, and show one step in every frame', async () => {
    for (const first of [0, 6]) {
      window.scrollTo(0, 0);
      const trainer = make('nn-circle-trainer', { id: 'together', seed: '7' });
      const all = views.map(([tag, attributes]): LitElement => make(tag, { for: 'together', ...attributes }));
      all.push(trainer);
      all.unshift(...all.splice(first, 1));
      const holder = await fixture<HTMLElement>(html`<div>
        <p style="block-size: ${window.innerHeight}px"></p><div style="inline-size: 320px">${all}</div>
        <p style="block-size: 300vh"></p></div>`);
      await Promise.all(all.map((tag) => tag.updateComplete));
      const pictures = all.map((tag) => tag.shadowRoot!.querySelector('canvas')!);
      await until(() => pictures.every(({ clientHeight }) => clientHeight > 0), 'some have no room');
      page.timing.settle();
      expect(trainer.trainer.steps, 'nobody has seen any').to.equal(0);

      window.scrollTo(0, pictures[0].getBoundingClientRect().bottom + window.scrollY - window.innerHeight);
      await seen(pictures[0]);
      await until(() => page.timing.pending, 'it never noticed that the first can be seen');
      expect(pictures[1].getBoundingClientRect().top, 'the second').to.be.above(window.innerHeight - 100);
      expect(trainer.trainer.steps).to.equal(0);
      for (let frame = 0; frame < 40; frame++) page.timing.tick();
      expect(trainer.trainer.steps).to.be.within(1, 3);

      all[0].parentElement!.style.cssText = 'display: grid; grid: auto / repeat(7, 104px); gap: 4px'; // all in view
      window.scrollTo(0, all[0].getBoundingClientRect().top + window.scrollY);
      for (const picture of pictures) await seen(picture);
      const shown = new Map<Element, number>();
      const stop = watchDrawing((host) => void shown.set(host, trainer.trainer.steps));
      for (let frame = 0; frame < 120; frame++) {
        const before = trainer.trainer.steps;
        page.timing.tick();
        if (trainer.trainer.steps === before) continue;
        expect(all.map((tag) => shown.get(tag)), `frame ${frame}`).to.deep.equal(all.map(() => trainer.trainer.steps));
      }
      stop();
      expect(trainer.trainer.steps).to.be.above(20);
      holder.remove();
    }
  });
});
