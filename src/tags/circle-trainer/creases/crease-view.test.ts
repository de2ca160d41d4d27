import { expect, html } from '@open-wc/testing';
import '../../../define/nn-circle-trainer.js';
import { mountFigure, pictureOf, point, slide } from '../../../testing/figure-page.js';
import { stateOf } from '../../../testing/circle-trainer.js';
import { quietPage } from '../../../testing/trainer-page.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';

/** One neuron that folds at x = 0, active to the right, and takes away twice what it puts out: at x = 1, −2. */
const fold = '[1, 0, 0, -2, 0.5]';
const folded = (attributes = {}): ReturnType<typeof html> => html`<nn-circle-trainer creases paused ?controls=${'controls' in attributes} hidden-layers="1" grid="5" parameters=${fold}></nn-circle-trainer>`;

describe('<nn-circle-trainer creases>', () => {
  const page = quietPage();
  const mount = (template = folded()): Promise<NnCircleTrainer> => mountFigure<NnCircleTrainer>(page.timing, template, 200);
  const tooltipOf = (trainer: NnCircleTrainer): HTMLElement => trainer.shadowRoot!.querySelector<HTMLElement>('.tooltip')!;
  const sliderOf = (trainer: NnCircleTrainer): HTMLInputElement => trainer.shadowRoot!.querySelector<HTMLInputElement>('[aria-label=neuron]')!;

  it('tells near a crease what its neuron adds there and at the most, and shows it', async () => {
    const trainer = await mount();
    const plain = pictureOf(trainer);
    point(trainer, [['pointermove', [120, 40]]]);
    page.timing.settle();
    // x = 0.2 there, and 0.8 in the middle of the last cell.
    expect(tooltipOf(trainer).textContent).to.equal('neuron 1 adds −0.40 here, up to −1.60');
    expect(pictureOf(trainer)).to.not.equal(plain);
    point(trainer, [['pointermove', [160, 40]]]);
    page.timing.settle();
    expect(tooltipOf(trainer).textContent, 'out of reach').to.match(/^\(0\.60, 0\.60\) → /);
    expect(pictureOf(trainer)).to.equal(plain);
    point(trainer, [['pointermove', [120, 40]], ['pointerleave', [120, 40]]]);
    page.timing.settle();
    expect(tooltipOf(trainer).hidden).to.equal(true);
    expect(pictureOf(trainer)).to.equal(plain);
  });

  it('follows the network as it learns', async () => {
    const trainer = await mount();
    point(trainer, [['pointermove', [120, 40]]]);
    const before = tooltipOf(trainer).textContent;
    trainer.step(500);
    await trainer.updateComplete;
    page.timing.settle();
    expect(tooltipOf(trainer).textContent).to.not.equal(before);
  });

  it('does the same by a slider that is unseen until it has the focus', async () => {
    const trainer = await mount();
    const plain = pictureOf(trainer);
    const slider = sliderOf(trainer);
    expect([slider.min, slider.max, slider.getAttribute('aria-valuetext')]).to.deep.equal(['0', '1', 'none']);
    slider.focus();
    slide(slider, 1);
    await trainer.updateComplete;
    page.timing.settle();
    expect(tooltipOf(trainer).textContent).to.equal('neuron 1 adds up to −1.60');
    expect(tooltipOf(trainer).hidden).to.equal(false);
    expect(slider.getAttribute('aria-valuetext')).to.equal('neuron 1 adds up to −1.60');
    const chosen = pictureOf(trainer);
    expect(chosen).to.not.equal(plain);
    slider.blur();
    await trainer.updateComplete;
    page.timing.settle();
    expect([pictureOf(trainer), tooltipOf(trainer).hidden]).to.deep.equal([plain, true]);
    slider.focus();
    await trainer.updateComplete;
    page.timing.settle();
    expect(pictureOf(trainer)).to.equal(chosen);
    slider.blur();
  });

  it('does the same by a list in the toolbar, where it stays', async () => {
    const trainer = await mount(folded({ controls: true }));
    const select = [...trainer.shadowRoot!.querySelectorAll('select')].find((each) => each.closest('label')!.textContent.includes('neuron'))!;
    expect([...select.options].map(({ text }) => text.trim())).to.deep.equal(['none', 'neuron 1']);
    const plain = pictureOf(trainer);
    select.value = '0';
    select.dispatchEvent(new Event('change'));
    await trainer.updateComplete;
    page.timing.settle();
    expect(pictureOf(trainer)).to.not.equal(plain);
    expect(tooltipOf(trainer).textContent).to.equal('neuron 1 adds up to −1.60');
    select.value = '-1';
    select.dispatchEvent(new Event('change'));
    await trainer.updateComplete;
    page.timing.settle();
    expect([pictureOf(trainer), tooltipOf(trainer).hidden]).to.deep.equal([plain, true]);
  });

  it('names neurons of several layers by both, and lets go of one that a smaller network has not', async () => {
    const trainer = await mount(html`<nn-circle-trainer creases paused seed="7" hidden-layers="3 2"></nn-circle-trainer>`);
    const slider = sliderOf(trainer);
    expect(slider.max).to.equal('5');
    slider.focus();
    slide(slider, 5);
    await trainer.updateComplete;
    expect(tooltipOf(trainer).textContent).to.match(/^layer 2, neuron 2 adds up to /);
    trainer.hiddenLayers = [2];
    await trainer.updateComplete;
    page.timing.settle();
    expect([sliderOf(trainer).max, sliderOf(trainer).value, sliderOf(trainer).getAttribute('aria-valuetext')]).to.deep.equal(['2', '0', 'none']);
    slider.blur();
  });

  it('is told to those who do not see it', async () => {
    const trainer = await mount();
    expect(trainer.shadowRoot!.querySelector('#description')!.textContent).to.match(/Lines across the picture: 1; each shows where a hidden neuron folds\.$/);
  });

  it('disturbs nothing: the run is the same to the bit', async () => {
    const trainer = await mount(html`<nn-circle-trainer creases score chart paused seed="7"></nn-circle-trainer>`);
    const plain = await mountFigure<NnCircleTrainer>(page.timing, html`<nn-circle-trainer paused seed="7"></nn-circle-trainer>`, 200);
    for (const each of [trainer, plain]) {
      for (let k = 0; k < 20; k++) {
        each.step(37);
        point(trainer, [['pointermove', [10 * k, 100]]]);
        page.timing.settle();
      }
    }
    expect(stateOf(trainer.trainer)).to.equal(stateOf(plain.trainer));
  });
});
