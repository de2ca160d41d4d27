import { expect, html } from '@open-wc/testing';
import '../../../define/nn-circle-trainer.js';
import { descriptionOf, mountFigure, pictureOf, point, slide } from '../../../testing/figure-page.js';
import { stateOf } from '../../../testing/circle-trainer.js';
import { createTrainer, quietPage } from '../../../testing/trainer-page.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';

/** One neuron that folds at x = 0, active to the right, and takes away twice what it puts out: at x = 1, −2. */
const fold = '[1, 0, 0, -2, 0.5]';
const folded = `hidden-layers="1" grid="5" parameters="${fold}"`;

describe('<nn-circle-trainer creases>', () => {
  const page = quietPage();
  const mount = (attributes = `creases ${folded}`): Promise<NnCircleTrainer> =>
    mountFigure<NnCircleTrainer>(page.timing, html`${createTrainer(`paused ${attributes}`)}`, 200);
  const draw = async (trainer: NnCircleTrainer): Promise<void> => {
    await trainer.updateComplete;
    page.timing.settle();
  };
  const tooltipOf = (trainer: NnCircleTrainer): HTMLElement =>
    trainer.shadowRoot!.querySelector<HTMLElement>('.tooltip')!;
  const sliderOf = (trainer: NnCircleTrainer): HTMLInputElement =>
    trainer.shadowRoot!.querySelector<HTMLInputElement>('[aria-label=neuron]')!;

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
    await draw(trainer);
    expect(tooltipOf(trainer).textContent).to.not.equal(before);
  });

  it('does the same by a slider that is unseen until it has the focus', async () => {
    const trainer = await mount();
    const plain = pictureOf(trainer);
    const slider = sliderOf(trainer);
    expect([slider.min, slider.max, slider.getAttribute('aria-valuetext')]).to.deep.equal(['0', '1', 'none']);
    slider.focus();
    slide(slider, 1);
    await draw(trainer);
    expect(tooltipOf(trainer).textContent).to.equal('neuron 1 adds up to −1.60');
    expect(tooltipOf(trainer).hidden).to.equal(false);
    expect(slider.getAttribute('aria-valuetext')).to.equal('neuron 1 adds up to −1.60');
    const chosen = pictureOf(trainer);
    expect(chosen).to.not.equal(plain);
    slider.blur();
    await draw(trainer);
    expect([pictureOf(trainer), tooltipOf(trainer).hidden]).to.deep.equal([plain, true]);
    slider.focus();
    await draw(trainer);
    expect(pictureOf(trainer)).to.equal(chosen);
    slider.blur();
  });

  it('does the same by a list in the toolbar, where it stays', async () => {
    const trainer = await mount(`creases controls ${folded}`);
    const select = trainer.shadowRoot!.querySelector<HTMLSelectElement>('.thirds ~ .fields select')!;
    const choose = async (value: string): Promise<void> => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await draw(trainer);
    };
    expect([...select.options].map(({ text }) => text.trim())).to.deep.equal(['none', 'neuron 1']);
    const plain = pictureOf(trainer);
    await choose('0');
    expect(pictureOf(trainer)).to.not.equal(plain);
    expect(tooltipOf(trainer).textContent).to.equal('neuron 1 adds up to −1.60');
    await choose('-1');
    expect([pictureOf(trainer), tooltipOf(trainer).hidden]).to.deep.equal([plain, true]);
  });

  it('names neurons of several layers by both, and lets go of one that a smaller network has not', async () => {
    const trainer = await mount('creases seed="7" hidden-layers="3 2"');
    const slider = sliderOf(trainer);
    expect(slider.max).to.equal('5');
    slider.focus();
    slide(slider, 5);
    await trainer.updateComplete;
    expect(tooltipOf(trainer).textContent).to.match(/^layer 2, neuron 2 adds up to /);
    trainer.hiddenLayers = [2];
    await draw(trainer);
    const { max, value, ariaValueText } = sliderOf(trainer);
    expect([max, value, ariaValueText]).to.deep.equal(['2', '0', 'none']);
    slider.blur();
  });

  it('is told to those who do not see it', async () => {
    const trainer = await mount();
    expect(descriptionOf(trainer)).to.match(/Lines across the picture: 1; /);
  });

  it('disturbs nothing: the run is the same to the bit', async () => {
    const trainer = await mount('creases score chart seed="7"');
    const plain = await mount('seed="7"');
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
