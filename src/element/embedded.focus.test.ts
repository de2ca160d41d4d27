import { expect } from '@open-wc/testing';
import type { FigureElement } from './figure-element.js';
import { everyFigure, focusable, mountEmbedded } from '../testing/every-figure.js';
import { change, frames, until } from '../testing/host.js';
import { make } from '../testing/link-page.js';

const focusOf = (figure: FigureElement): HTMLElement | null => figure.shadowRoot!.activeElement as HTMLElement | null;
/** Waits long enough for a browser to drop the focus of what cannot have it. */
const settle = async (figure: FigureElement): Promise<void> => {
  await figure.updateComplete;
  await frames(3);
};

describe('the focus of the reader stays in a tag', () => {
  it('when “remove all points” disables itself: it goes to what comes next', async () => {
    const trainer = make('nn-circle-trainer', { controls: '', paused: '', seed: '1', data: '[[0,0,1],[0.5,0.5,0]]' });
    await mountEmbedded(trainer);
    const root = trainer.shadowRoot!;
    root.querySelector<HTMLElement>('[aria-pressed]')!.click();
    await trainer.updateComplete;
    const remove = [...root.querySelectorAll('button')].find(({ textContent }) => /remove all/.test(textContent!))!;
    remove.focus();
    remove.click();
    await settle(trainer);
    expect([trainer.data, remove.disabled]).to.deep.equal([null, true]);
    expect(focusOf(trainer)!.localName).to.equal('summary');
  });

  for (const [title, create] of everyFigure.filter(([each]) => each.includes('controls'))) {
    it(`when the page takes the toolbar of <${title}> away`, async () => {
      const figure = await mountEmbedded(create());
      const stops = focusable(figure).filter((stop) => stop.tabIndex === 0);
      for (const stop of [stops[0], stops.at(-1)!]) {
        stop.focus();
        await change(figure, { controls: false });
        await settle(figure);
        const isAny = focusable(figure).some((each) => each.tabIndex === 0);
        expect(focusOf(figure) !== null, stop.localName).to.equal(isAny);
        await change(figure, { controls: true });
        await settle(figure);
      }
    });
  }

  it('when one form of a view gives way to another', async () => {
    const [, create] = everyFigure.find(([title]) => title.includes('show="step"') && !title.includes('controls'))!;
    const view = await mountEmbedded(create());
    view.shadowRoot!.querySelector<HTMLElement>('.next')!.focus();
    await change(view, { show: 'flow' } as object);
    await settle(view);
    expect(focusOf(view)!.localName).to.equal('input');
  });

  it('when weights of its own give way to those of a trainer, and fields rest', async () => {
    const trainer = make('nn-circle-trainer', { id: 'demo', seed: '1', paused: '' });
    const neuron = make('nn-neuron', { controls: '' });
    await mountEmbedded(trainer);
    trainer.after(neuron);
    await neuron.updateComplete;
    neuron.shadowRoot!.querySelector<HTMLElement>('.neuron input')!.focus();
    neuron.htmlFor = 'demo';
    await until(() => neuron.shadowRoot!.querySelector('.neuron') === null, 'it was never linked');
    await settle(neuron);
    expect(focusOf(neuron)!.localName).to.equal('select');

    const activation = make('nn-activation', { controls: '', fn: 'leaky-relu' });
    trainer.after(activation);
    await activation.updateComplete;
    const alpha = [...activation.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=range]')].at(-1)!;
    alpha.focus();
    await change(activation, { fn: ['relu'] });
    await settle(activation);
    expect([alpha.disabled, focusOf(activation)!.localName]).to.deep.equal([true, 'summary']);
  });
});
