import { expect, fixture, html } from '@open-wc/testing';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import type { NnErrorDetail } from '../../page/events.js';
import { circleTrainer, stateOf } from '../../testing/circle-trainer.js';
import { descriptionOf, pictureOf } from '../../testing/figure-page.js';
import { change, detailsOf, tickUntil, until } from '../../testing/host.js';
import {
  button, createTrainer, eventsDuring, expected, mountTrainer, quietPage, stateEvents,
} from '../../testing/trainer-page.js';

describe('<nn-circle-trainer>', () => {
  const page = quietPage({ mayWarn: true });

  /** Lets so many frames come, then the update that is due. */
  async function tick(trainer: NnCircleTrainer, frames: number): Promise<void> {
    for (let k = 0; k < frames; k++) page.timing.tick();
    await trainer.updateComplete;
  }

  /** Lets frames come until none is asked for, then the update that is due. */
  async function settle(trainer: NnCircleTrainer): Promise<void> {
    page.timing.settle();
    await trainer.updateComplete;
  }

  it('is accessible at the start, while it trains, at rest and diverged', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12" max-steps="300"'));
    await expect(trainer).to.be.accessible();
    await tick(trainer, 1);
    await expect(trainer).to.be.accessible();
    await settle(trainer);
    await expect(trainer).to.be.accessible();
    trainer.learningRate = 10;
    trainer.play();
    await settle(trainer);
    expect(button(trainer, '.badge button')).to.exist;
    await expect(trainer).to.be.accessible();
  });

  it('describes what the picture shows', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12" max-steps="20000"'));
    expect(descriptionOf(trainer)).to.contain(' 0 ');
    await settle(trainer);
    const { accuracy, iou } = trainer.run.score();
    for (const part of ['20,000', `${+(accuracy * 100).toFixed(1)}%`, '80.4%', `IoU ${+iou.toFixed(2)}.`]) {
      expect(descriptionOf(trainer)).to.contain(part);
    }
  });

  it('trains steps-per-frame samples a sixtieth of a second, and shows the very network that core gives', async () => {
    const trainer = await mountTrainer(createTrainer('steps-per-frame="100" seed="12"'));
    await tick(trainer, 30);
    expect([trainer.trainer.steps, trainer.trainer.network.parameters]).to.deep.equal([3000, expected('12', 3000)]);
    await change(trainer, { stepsPerFrame: 10 });
    await tick(trainer, 30);
    expect(trainer.trainer.steps).to.equal(3300);
  });

  it('draws the predictions of the network: another network, another picture; the same, the same', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12" paused'));
    const picture = (): string => {
      page.timing.settle();
      return pictureOf(trainer);
    };
    const first = picture();
    expect(first).not.to.equal('');
    trainer.step(5000);
    expect(picture()).not.to.equal(first);
    trainer.reset();
    expect(picture()).to.equal(first);
  });

  it('rests at max-steps, fires nn-done once, and trains as many again when it plays', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12" max-steps="250"'));
    expect(await eventsDuring(trainer, stateEvents, () => page.timing.settle())).to.deep.equal(['nn-pause', 'nn-done']);
    expect([trainer.trainer.steps, trainer.paused, page.timing.pending]).to.deep.equal([250, true, false]);
    expect(await eventsDuring(trainer, stateEvents, () => {
      trainer.play();
      expect(trainer.paused).to.equal(false);
      page.timing.settle();
    })).to.deep.equal(['nn-play', 'nn-pause', 'nn-done']);
    expect(trainer.trainer.steps).to.equal(500);
    trainer.step(50);
    trainer.paused = false;
    await settle(trainer);
    await settle(trainer);
    expect(trainer.trainer.steps).to.equal(800);
  });

  it('makes a new start at a click: the next seed of a sequence that the first one began', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12"'));
    await tick(trainer, 1);
    expect(await eventsDuring(trainer, stateEvents, () => trainer.surface!.click())).to.deep.equal(['nn-reset']);
    expect([trainer.seed, trainer.getAttribute('seed')]).to.deep.equal(['12-1', '12']);
    expect(stateOf(trainer.trainer)).to.equal(stateOf(circleTrainer({ seed: '12-1' })));
    trainer.surface!.click();
    trainer.reset();
    expect(trainer.seed, 'a reset repeats the present run').to.equal('12-2');
    expect(stateOf(trainer.trainer)).to.equal(stateOf(circleTrainer({ seed: '12-2' })));
    trainer.seed = '12-1';
    expect(stateOf(trainer.trainer), 'a seed that was shown').to.equal(stateOf(circleTrainer({ seed: '12-1' })));
  });

  it('has a native button for everything the pointer does, and shows where the focus is', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12"'));
    const [start, play] = [button(trainer, '.start'), button(trainer, '.play')];
    const { opacity, pointerEvents } = getComputedStyle(start); // what is unseen is not hit
    expect([start.ariaLabel, opacity, pointerEvents]).to.deep.equal(['new start', '0', 'none']);
    start.click();
    expect(trainer.seed).to.equal('12-1');
    for (const [name, isPaused] of [['pause', true], ['play', false]]) {
      expect(play.ariaLabel).to.equal(name);
      play.click();
      await trainer.updateComplete;
      expect(trainer.paused).to.equal(isPaused);
    }
    const { width, height } = play.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('diverges into a message and the last sound picture, until a lower rate starts it over', async () => {
    const trainer = await mountTrainer(createTrainer('steps-per-frame="100" seed="12" learning-rate="10"'));
    const errors = detailsOf<NnErrorDetail>(trainer, 'nn-error');
    expect(await eventsDuring(trainer, stateEvents, () => page.timing.settle())).to.deep.equal(['nn-pause']);
    await trainer.updateComplete;
    const detail = { code: 'diverged', attribute: 'learning-rate', value: 10, used: 10, fatal: true };
    expect([errors, page.warnings]).to.deep.equal([[detail], []]);
    expect([trainer.trainer.diverged, trainer.trainer.network.parameters.every(Number.isFinite)]).to.deep.equal(
      [true, true]);
    expect(pictureOf(trainer)).not.to.equal('');
    await change(trainer, { learningRate: 0.1 });
    expect([trainer.paused, trainer.shadowRoot!.querySelector('.badge')]).to.deep.equal([false, null]);
    await tick(trainer, 1);
    expect(trainer.trainer.network.parameters).to.deep.equal(expected('12', 100));
  });

  it('moves the focus to the play button when the message with its button goes', async () => {
    const trainer = await mountTrainer(createTrainer('seed="12" learning-rate="10"'));
    await settle(trainer);
    button(trainer, '.badge button').focus();
    button(trainer, '.badge button').click();
    await until(() => trainer.shadowRoot!.activeElement?.className === 'play', 'the focus was lost');
  });

  it('keeps its model when it is moved, and a clone starts its own', async () => {
    const trainer = await mountTrainer(createTrainer());
    await tick(trainer, 5);
    const { trainer: core } = trainer;
    (await fixture<HTMLElement>(html`<div style="inline-size: 200px"></div>`)).append(trainer);
    expect(trainer.trainer === core).to.equal(true);
    expect(pictureOf(trainer), 'it does not flash').not.to.equal('');
    await tickUntil(page.timing, () => core.steps > 500, 'it does not go on');
    const clone = trainer.cloneNode(true) as NnCircleTrainer;
    expect([clone.trainer === core, clone.trainer.steps]).to.deep.equal([false, 0]);
  });

  it('takes one step instead of a count that is none, and says so', () => {
    const trainer = createTrainer();
    trainer.step(NaN);
    expect([trainer.trainer.steps, page.warnings.length]).to.deep.equal([1, 1]);
    expect(page.warnings[0]).to.contain('step(');
  });
});
