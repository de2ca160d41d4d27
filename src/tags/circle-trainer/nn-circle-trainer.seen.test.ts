import { expect, fixture, html } from '@open-wc/testing';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import { descriptionOf } from '../../testing/figure-page.js';
import { seen, stub, until } from '../../testing/host.js';
import {
  button, createTrainer, eventsDuring, mountTrainer, quietPage, stateEvents,
} from '../../testing/trainer-page.js';

/** Mounts a trainer of 300 px so far below the fold that this share of it can be seen, and lets frames come. */
async function mountBelow(share: number, attributes = ''): Promise<NnCircleTrainer> {
  const space = `block-size: ${window.innerHeight - 300 * share}px`;
  const below = 'block-size: 300vh';
  const holder = await fixture<HTMLElement>(html`<div style="inline-size: 300px">
    <div style=${space}></div>${createTrainer(attributes)}<div style=${below}></div></div>`);
  const { top } = holder.getBoundingClientRect();
  window.scrollTo(0, window.scrollY + top);
  const trainer = holder.querySelector('nn-circle-trainer')!;
  await trainer.updateComplete;
  await until(() => descriptionOf(trainer) !== '', 'it was never described');
  await seen(trainer.surface!);
  return trainer;
}

describe('<nn-circle-trainer>, as a reader comes to see it', () => {
  const page = quietPage();
  afterEach(() => window.scrollTo(0, 0));
  const tick = (frames: number): void => {
    for (let k = 0; k < frames; k++) page.timing.tick();
  };

  it('learns from half a second after 60 % of the square can be seen, and tells no event of it', async () => {
    const trainer = await mountBelow(0.5);
    tick(300);
    expect([trainer.trainer.steps, trainer.paused]).to.deep.equal([0, false]);
    const events = await eventsDuring(trainer, [...stateEvents, 'nn-step'], async () => {
      window.scrollBy(0, 300 * 0.25);
      await until(() => page.timing.pending, 'it never noticed that it can be seen');
      tick(30);
    });
    expect([trainer.trainer.steps, events]).to.deep.equal([0, []]);
    tick(120);
    expect(trainer.trainer.steps).to.be.within(50, 80);
  });

  it('measures the square without its chart', async () => {
    const trainer = await mountBelow(0.7, 'chart'); // 420 px with the chart, of which 210 can be seen
    await until(() => page.timing.pending, 'it never noticed that it can be seen');
    tick(120);
    expect(trainer.trainer.steps).to.be.above(2);
  });

  it('learns where it is higher than the window, once it fills most of that', async () => {
    const holder = await fixture<HTMLElement>(html`<div style="inline-size: 480px">${createTrainer()}</div>`);
    const trainer = holder.querySelector('nn-circle-trainer')!;
    trainer.style.inlineSize = `${3 * window.innerHeight}px`;
    await trainer.updateComplete;
    trainer.shadowRoot!.querySelector<HTMLElement>('.figure')!.style.aspectRatio = '1';
    window.scrollTo(0, window.innerHeight);
    await seen(trainer.surface!);
    await until(() => page.timing.pending, 'it never noticed that it can be seen');
    tick(120);
    expect(trainer.trainer.steps).to.be.above(2);
  });

  it('learns at once when the reader plays, resets or starts anew, wherever it is on the page', async () => {
    for (const act of [
      (trainer: NnCircleTrainer) => trainer.play(), (trainer: NnCircleTrainer) => trainer.reset(),
      (trainer: NnCircleTrainer) => button(trainer, '.start').click(),
    ]) {
      const trainer = await mountBelow(0.3, 'steps-per-frame="10"');
      act(trainer);
      tick(1);
      expect(trainer.trainer.steps).to.equal(10);
      trainer.remove();
    }
  });

  it('flashes each sample at its place while they are few: filled inside the target, hollow outside', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12" paused'));
    const place = trainer.shadowRoot!.querySelector('.flashes')!;
    const { left, top, width } = trainer.surface!.getBoundingClientRect();
    for (let k = 0; k < 6; k++) {
      const sample = trainer.trainer.peek();
      trainer.step();
      const dot = place.lastElementChild as HTMLElement;
      expect(dot.className).to.equal(sample.target >= 0.5 ? 'inside' : 'outside');
      const box = dot.getBoundingClientRect();
      expect(box.left + box.width / 2).to.be.closeTo(left + (width * (sample.x + 1)) / 2, 0.1);
      expect(box.top + box.height / 2).to.be.closeTo(top + (width * (1 - sample.y)) / 2, 0.1);
    }
    trainer.step(100);
    expect(place.children.length).to.equal(6);
    for (const dot of place.children) for (const fading of dot.getAnimations()) fading.finish();
    await until(() => place.children.length === 0, 'a flash stays');
  });

  it('keeps the last sample marked where the reader asks for less motion, until the next steps', async () => {
    const query = Object.assign(new EventTarget(), { matches: true, media: '' }) as unknown as MediaQueryList;
    const { matchMedia } = window;
    const restore = stub(window, 'matchMedia',
      (media: string) => (media.includes('reduced-motion') ? query : matchMedia.call(window, media)));
    const trainer = await mountTrainer(createTrainer('seed="12"'));
    const place = trainer.shadowRoot!.querySelector('.flashes')!;
    const animations = (): number => [...place.children].flatMap((dot) => dot.getAnimations()).length;
    trainer.step();
    trainer.step();
    expect([place.children.length, animations()]).to.deep.equal([1, 0]);
    trainer.step(10);
    expect(place.children.length).to.equal(0);
    restore();
  });

  it('is first shown at the step `at`, to the bit, and goes there when it is set; a reset goes to 0', async () => {
    const events: string[] = [];
    const trainer = createTrainer('seed="12" at="1500" paused');
    trainer.addEventListener('nn-step', () => events.push(`step ${trainer.trainer.steps}`));
    await mountTrainer(trainer);
    page.timing.settle();
    const other = await mountTrainer(createTrainer('seed="12" paused'));
    other.step(1500);
    expect([trainer.trainer.steps, trainer.at, events]).to.deep.equal([1500, 1500, ['step 1500']]);
    expect(trainer.trainer.network.parameters).to.deep.equal(other.trainer.network.parameters);
    expect(await trainer.toHtml()).to.not.contain(' at=');
    trainer.at = 40;
    await trainer.updateComplete;
    page.timing.settle();
    expect(trainer.trainer.steps).to.equal(40);
    trainer.reset();
    expect(trainer.trainer.steps).to.equal(0);
  });
});
