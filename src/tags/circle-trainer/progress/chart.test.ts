import { expect, html } from '@open-wc/testing';
import '../../../define/nn-circle-trainer.js';
import { descriptionOf, mountFigure, openNumbers, point, pictureOf } from '../../../testing/figure-page.js';
import { change } from '../../../testing/host.js';
import { createTrainer, eventsDuring, quietPage } from '../../../testing/trainer-page.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';

/** The height of the chart and of the space over it. */
const CHART_HEIGHT = 120;

describe('<nn-circle-trainer chart>', () => {
  const page = quietPage();
  const tooltipOf = (trainer: NnCircleTrainer): HTMLElement =>
    trainer.shadowRoot!.querySelector<HTMLElement>('.tooltip')!;

  /** Mounts a paused trainer that has taken steps. */
  async function mount(steps = 1000, width = 300, attributes = 'chart'): Promise<NnCircleTrainer> {
    const content = createTrainer(`paused seed="7" ${attributes}`);
    const trainer = await mountFigure<NnCircleTrainer>(page.timing, html`${content}`, width);
    if (steps > 0) trainer.step(steps);
    await trainer.updateComplete;
    page.timing.settle();
    return trainer;
  }

  it('stands on the same canvas under a square as wide as the figure, in any width', async () => {
    for (const width of [240, 300, 480]) {
      const trainer = await mount(10, width);
      const { clientWidth, clientHeight } = trainer.shadowRoot!.querySelector('canvas')!;
      expect([clientWidth, clientHeight]).to.deep.equal([width, width + CHART_HEIGHT]);
      expect(trainer.getBoundingClientRect().height).to.equal(width + CHART_HEIGHT);
    }
  });

  it('tells what is known nearest to the pointer, above the lines, and marks it', async () => {
    const trainer = await mount();
    const plain = pictureOf(trainer);
    point(trainer, [['pointermove', [297, 350]]]);
    page.timing.settle();
    const { loss, iou } = trainer.run.score();
    expect(tooltipOf(trainer).hidden).to.equal(false);
    expect(tooltipOf(trainer).textContent).to.equal(
      `step 1,000: loss ${loss.toPrecision(3)}, IoU ${iou.toFixed(2)}`);
    expect(pictureOf(trainer)).to.not.equal(plain);
    point(trainer, [['pointermove', [1, 350]]]);
    expect(tooltipOf(trainer).textContent).to.match(/^step 0: /);
    point(trainer, [['pointerleave', [1, 350]]]);
    page.timing.settle();
    expect(tooltipOf(trainer).hidden).to.equal(true);
    expect(pictureOf(trainer)).to.equal(plain);
  });

  it('gives way to the prediction over the square, whose places are as without a chart', async () => {
    const trainer = await mount();
    point(trainer, [['pointermove', [200, 350]], ['pointermove', [225, 75]]]);
    expect(tooltipOf(trainer).textContent).to.match(/^\(0\.50, 0\.50\) → /);
    point(trainer, [['pointermove', [225, 305]]]);
    expect(tooltipOf(trainer).textContent).to.match(/^step/);
  });

  it('begins no new run at a click on it', async () => {
    const trainer = await mount();
    const click = (y: number) => (): void => {
      const { left, top } = trainer.surface!.getBoundingClientRect();
      trainer.surface!.dispatchEvent(new MouseEvent('click', { clientX: left + 100, clientY: top + y, bubbles: true }));
    };
    expect(await eventsDuring(trainer, ['nn-reset', 'nn-change'], click(350))).to.deep.equal([]);
    expect(await eventsDuring(trainer, ['nn-reset', 'nn-change'], click(250))).to.deep.equal(['nn-reset', 'nn-change']);
  });

  it('keeps buttons, sliders and messages on the square', async () => {
    const trainer = await mount();
    const top = trainer.getBoundingClientRect().top;
    const input = trainer.shadowRoot!.querySelector<HTMLElement>('input[type=range]')!;
    expect(input.getBoundingClientRect().bottom - top).to.be.at.most(300);
    trainer.learningRate = 10;
    trainer.step(50_000);
    await trainer.updateComplete;
    const { top: badgeTop, bottom } = trainer.shadowRoot!.querySelector('.badge')!.getBoundingClientRect();
    expect((badgeTop + bottom) / 2 - top).to.be.closeTo(150, 1);
  });

  it('is told to those who do not see it, and as a table of at most 20 rows', async () => {
    const trainer = await mount();
    const first = trainer.shadowRoot!.querySelector('#description')!.textContent!;
    expect(first).to.match(/Chart: from step 0 to step 1,000 the loss went from [\d.]+ to [\d.]+\. [^.]+\.$/);
    await change(trainer, { controls: true });
    const rows = (await openNumbers(trainer))();
    const at = rows.findIndex((row) => row.startsWith('neuron'));
    expect(rows[0]).to.equal('step loss IoU');
    expect(at - 1).to.be.within(15, 20);
    const { loss, iou } = trainer.run.score();
    expect(rows[at - 1]).to.equal(`1,000 ${loss.toPrecision(3)} ${iou.toFixed(2)}`);
  });

  it('begins with the run, or when it is asked for later, and ends when it is no more', async () => {
    const trainer = await mount(950, 300, '');
    await change(trainer, { chart: true });
    trainer.step(50);
    await trainer.updateComplete;
    expect(descriptionOf(trainer)).to.contain('from step 1,000 to step 1,000');
    trainer.reset();
    trainer.step(10);
    await trainer.updateComplete;
    expect(descriptionOf(trainer)).to.contain('from step 0 to step 10');
    await change(trainer, { chart: false });
    expect(descriptionOf(trainer)).to.not.contain('Chart');
    expect(trainer.getBoundingClientRect().height).to.equal(300);
  });

  it('keeps later steps when the run goes back, until it is sent another way', async () => {
    const trainer = await mount(1000);
    const told = (): string => descriptionOf(trainer);
    const arrived = trainer.goTo(100);
    page.timing.settle();
    await arrived;
    await trainer.updateComplete;
    page.timing.settle();
    const back = pictureOf(trainer);
    expect(trainer.trainer.steps).to.equal(100);
    expect(told()).to.contain('from step 0 to step 1,000');
    await change(trainer, { learningRate: 0.05 });
    page.timing.settle();
    expect(told()).to.contain('from step 0 to step 100');
    expect(pictureOf(trainer)).to.not.equal(back);
  });

  it('is drawn of a run of no steps, of a diverged one and of unusable parameters', async () => {
    expect(pictureOf(await mount(0))).to.not.equal('');
    expect(pictureOf(await mount(100_000, 300, 'chart score creases learning-rate="10"'))).to.not.equal('');
  });
});
