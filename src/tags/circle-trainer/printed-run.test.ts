import { expect, fixture, html } from '@open-wc/testing';
import '../../define/nn-param-view.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { pictureOf } from '../../testing/figure-page.js';
import { createTrainer, eventsDuring, quietPage, stateEvents } from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

describe('A printed page', () => {
  const page = quietPage();
  const print = (): boolean => window.dispatchEvent(new Event('beforeprint'));
  const close = (): boolean => window.dispatchEvent(new Event('afterprint'));
  const pixelsOf = (trainer: NnCircleTrainer): string => pictureOf(trainer);

  /** Mounts a trainer that waits to be seen, below the fold. */
  async function mountWaiting(attributes = ''): Promise<NnCircleTrainer> {
    const holder = await fixture<HTMLElement>(html`<div style="inline-size: 200px">
      <p style="block-size: 200vh"></p>${createTrainer(`seed="7" score ${attributes}`)}</div>`);
    const trainer = holder.querySelector('nn-circle-trainer')!;
    await trainer.updateComplete;
    trainer.canvas.draw();
    return trainer;
  }

  it('shows a copy of a run that has not begun at 2,000 steps, at `at`, or at max-steps; the run stays', async () => {
    for (const [attributes, step] of [['', 2000], ['at="300"', 300], ['max-steps="500"', 500]] as const) {
      const trainer = await mountWaiting(attributes);
      const before = pixelsOf(trainer);
      expect(await eventsDuring(trainer, [...stateEvents, 'nn-step'], async () => {
        print();
        await trainer.updateComplete;
      })).to.deep.equal([]);
      const printed = pixelsOf(trainer);
      expect([trainer.trainer.steps, trainer.paused]).to.deep.equal([0, false]);
      expect(trainer.shadowRoot!.querySelector('.score')!.textContent).to.contain(step.toLocaleString('en'));
      close();
      await trainer.updateComplete;
      trainer.canvas.draw();
      expect(pixelsOf(trainer) === before, 'after it').to.equal(true);
      trainer.pause();
      trainer.step(step);
      await trainer.updateComplete;
      trainer.canvas.draw();
      expect(pixelsOf(trainer) === printed, 'on paper').to.equal(true);
      trainer.remove();
    }
  });

  it('shows the copy in linked views too, and the run where it has begun, is paused, or moves again', async () => {
    const trainer = await mountWaiting('id="printed"');
    const view = document.createElement('nn-param-view');
    view.htmlFor = 'printed';
    trainer.after(view);
    await view.updateComplete;
    const expected = circleTrainer({ seed: 7 }, 2000);
    print();
    expect(view.model.network!.parameters).to.deep.equal(expected.network.parameters);
    close();
    expect(view.model.network!.parameters).to.deep.equal(trainer.trainer.network.parameters);
    view.remove();
    const paused = await mountWaiting('paused');
    const begun = await mountWaiting();
    begun.play();
    const steps = [paused, begun].map((each) => each.trainer.steps);
    print();
    expect([paused, begun].map(({ run }) => run.trainer!.steps)).to.deep.equal(steps);
    void trainer.goTo(5);
    page.timing.tick();
    expect(trainer.run.trainer).to.equal(trainer.trainer);
    close();
  });

  it('gives all trainers of a page 300 ms together', async () => {
    const trainer = await mountWaiting('at="1000000" max-steps="1000000" hidden-layers="64 64"');
    const event = new Event('beforeprint');
    window.dispatchEvent(event);
    expect(trainer.run.trainer!.steps).to.be.below(1_000_000);
    close();
    const late = new Event('beforeprint');
    Object.defineProperty(late, 'timeStamp', { value: performance.now() - 300 });
    window.dispatchEvent(late);
    expect(trainer.run.trainer!.steps).to.equal(0);
    close();
  });
});
