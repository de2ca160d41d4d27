import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import { until } from '../../testing/host.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { button, eventsDuring, expected, holdPage, mountTrainer, pictureOf, stateEvents } from '../../testing/trainer-page.js';

describe('<nn-circle-trainer>', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  it('is accessible at the start, while it trains, at rest and diverged', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" max-steps="300"></nn-circle-trainer>`);
    await expect(trainer).to.be.accessible();
    timing.tick(FRAME_MS);
    await trainer.updateComplete;
    await expect(trainer).to.be.accessible();
    timing.settle();
    await trainer.updateComplete;
    await expect(trainer).to.be.accessible();
    trainer.learningRate = 10;
    trainer.play();
    timing.settle();
    await trainer.updateComplete;
    expect(button(trainer, '.badge button')).to.exist;
    await expect(trainer).to.be.accessible();
  });

  it('says in its description what the picture shows, under a name that stays the same', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" max-steps="20000"></nn-circle-trainer>`);
    const canvas = trainer.shadowRoot!.querySelector('canvas')!;
    const describedBy = trainer.shadowRoot!.getElementById(canvas.getAttribute('aria-describedby')!)!;
    expect(canvas.getAttribute('role')).to.equal('img');
    expect(canvas.hasAttribute('tabindex')).to.equal(false);
    expect(canvas.getAttribute('aria-label')).to.equal('A neural network learning a circle');
    expect(describedBy.textContent).to.contain('Training. Trained 0 steps.');
    timing.settle();
    await trainer.updateComplete;
    const { accuracy, iou } = trainer.trainer.score();
    expect(canvas.getAttribute('aria-label')).to.equal('A neural network learning a circle');
    expect(describedBy.textContent).to.contain('Finished. Trained 20,000 steps.');
    expect(describedBy.textContent).to.contain(`${+(accuracy * 100).toFixed(1)}% of points right`);
    expect(describedBy.textContent).to.contain('would give 80.4%');
    expect(describedBy.textContent).to.contain(`IoU ${+iou.toFixed(2)}.`);
    trainer.label = 'My circle';
    await trainer.updateComplete;
    expect(canvas.getAttribute('aria-label')).to.equal('My circle');
  });

  it('trains steps-per-frame samples a sixtieth of a second, and shows the very network that core gives', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
    for (let frame = 0; frame < 30; frame++) timing.tick(FRAME_MS);
    expect(trainer.trainer.steps).to.equal(3000);
    expect(trainer.trainer.network.parameters).to.deep.equal(expected('12', 3000));
    trainer.stepsPerFrame = 10;
    await trainer.updateComplete;
    for (let frame = 0; frame < 30; frame++) timing.tick(FRAME_MS);
    expect(trainer.trainer.steps).to.equal(3300);
    expect(pictureOf(trainer).drawn).to.equal(true);
  });

  it('draws the predictions of the network: another network, another picture; the same, the same', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
    timing.settle();
    const first = pictureOf(trainer).pixels.join();
    trainer.step(5000);
    timing.settle();
    expect(pictureOf(trainer).pixels.join() === first).to.equal(false);
    trainer.reset();
    timing.settle();
    expect(pictureOf(trainer).pixels.join() === first).to.equal(true);
  });

  it('rests at max-steps, fires nn-done once, and goes on for as many again when played', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" max-steps="250"></nn-circle-trainer>`);
    expect(await eventsDuring(trainer, stateEvents, () => timing.settle())).to.deep.equal(['nn-pause', 'nn-done']);
    expect(trainer.trainer.steps).to.equal(250);
    expect(trainer.paused).to.equal(true);
    expect(timing.pending).to.equal(false);
    expect(await eventsDuring(trainer, stateEvents, () => {
      trainer.play();
      expect(trainer.paused).to.equal(false);
      timing.settle();
    })).to.deep.equal(['nn-play', 'nn-pause', 'nn-done']);
    expect(trainer.trainer.steps).to.equal(500);
  });

  it('asks for no frame while it is paused, and none once it is gone', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
    timing.tick(FRAME_MS);
    trainer.pause();
    timing.settle();
    const { steps } = trainer.trainer;
    const { requested } = timing;
    await nextFrame();
    await nextFrame();
    expect(timing.requested).to.equal(requested);
    expect(trainer.trainer.steps).to.equal(steps);
    trainer.play();
    expect(timing.pending).to.equal(true);
    trainer.remove();
    timing.settle();
    expect(timing.pending).to.equal(false);
    expect(trainer.trainer.steps).to.equal(steps);
    expect(pictureOf(trainer).canvas.width).to.equal(0);
  });

  it('neither trains nor draws while hidden, and goes on where it stood when shown', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
    timing.tick(FRAME_MS);
    const { steps } = trainer.trainer;
    trainer.hidden = true;
    await until(() => {
      timing.tick(0);
      return !timing.pending;
    }, 'it never noticed that it is hidden');
    timing.tick(FRAME_MS);
    expect(trainer.trainer.steps).to.equal(steps);
    trainer.hidden = false;
    await until(() => timing.pending, 'it never noticed that it is shown');
    timing.tick(FRAME_MS);
    expect(trainer.trainer.steps).to.be.greaterThan(steps);
  });

  it('fires nn-step at most once a frame, with scores that are worked out when read', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
    timing.settle();
    const details: { steps: number; loss: number; accuracy: number; iou: number }[] = [];
    trainer.addEventListener('nn-step', (event) => details.push((event as CustomEvent).detail));
    let scored = 0;
    const { trainer: core } = trainer;
    const score = core.score.bind(core);
    core.score = (resolution) => {
      scored++;
      return score(resolution);
    };
    for (let k = 0; k < 50; k++) trainer.step(10);
    timing.settle();
    expect(details.map(({ steps }) => steps)).to.deep.equal([500]);
    const before = scored;
    const { loss, accuracy, iou } = details[0];
    expect({ loss, accuracy, iou }).to.deep.include({ loss: score().loss, accuracy: score().accuracy, iou: score().iou });
    expect(scored - before).to.be.at.most(1);
  });

  it('makes a new start at a click: the next seed of a sequence that the first one began', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
    timing.tick(FRAME_MS);
    const events = await eventsDuring(trainer, stateEvents, () => trainer.shadowRoot!.querySelector('canvas')!.click());
    expect(events).to.deep.equal(['nn-reset']);
    expect(trainer.trainer.steps).to.equal(0);
    expect(trainer.seed).to.equal('12-1');
    expect(trainer.getAttribute('seed')).to.equal('12');
    expect(trainer.trainer.network.parameters).to.deep.equal(expected('12-1', 0));
    trainer.shadowRoot!.querySelector('canvas')!.click();
    expect(trainer.seed).to.equal('12-2');
    trainer.reset();
    expect(trainer.seed, 'reset repeats the present run').to.equal('12-2');
    expect(trainer.trainer.network.parameters).to.deep.equal(expected('12-2', 0));
    trainer.seed = '12-1';
    await trainer.updateComplete;
    expect(trainer.trainer.network.parameters, 'a seed that was shown can be asked for').to.deep.equal(expected('12-1', 0));
  });

  it('starts anew without a seed at another place each time, and shows the seed in use', async () => {
    const seeds = new Set<string>();
    for (let k = 0; k < 5; k++) seeds.add((document.createElement('nn-circle-trainer')).seed);
    expect(seeds.size).to.be.greaterThan(1);
    const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
    expect(trainer.trainer.seed).to.equal(trainer.seed);
    expect(trainer.trainer.network.parameters).to.deep.equal(expected(trainer.seed, 0));
  });

  it('has a native button for everything the pointer does, and shows where the focus is', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
    const start = button(trainer, '.start');
    const play = button(trainer, '.play');
    expect(start.getAttribute('aria-label')).to.equal('new start');
    expect(getComputedStyle(start).opacity, 'unseen until it has the focus').to.equal('0');
    start.click();
    expect(trainer.seed).to.equal('12-1');
    expect(play.getAttribute('aria-label')).to.equal('pause');
    play.click();
    await trainer.updateComplete;
    expect(trainer.paused).to.equal(true);
    expect(play.getAttribute('aria-label')).to.equal('play');
    play.click();
    expect(trainer.paused).to.equal(false);
    const { width, height } = play.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('diverges into a message, the last sound picture and no more steps; a lower rate begins anew', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" learning-rate="10"></nn-circle-trainer>`);
    const errors: CustomEvent[] = [];
    trainer.addEventListener('nn-error', (event) => errors.push(event as CustomEvent));
    const events = await eventsDuring(trainer, stateEvents, () => timing.settle());
    await trainer.updateComplete;
    expect(events).to.deep.equal(['nn-pause']);
    expect(errors.map(({ detail }) => [detail.code, detail.fatal])).to.deep.equal([['diverged', true]]);
    expect(trainer.trainer.diverged).to.equal(true);
    expect(trainer.trainer.network.parameters.every(Number.isFinite)).to.equal(true);
    expect(trainer.shadowRoot!.querySelector('.badge')!.textContent).to.contain('diverged: try a lower learning rate');
    expect(pictureOf(trainer).drawn).to.equal(true);
    trainer.learningRate = 0.1;
    await trainer.updateComplete;
    expect(trainer.paused).to.equal(false);
    expect(trainer.shadowRoot!.querySelector('.badge')).to.equal(null);
    timing.tick(FRAME_MS);
    expect(trainer.trainer.network.parameters).to.deep.equal(expected('12', trainer.trainer.steps));
  });

  it('moves the focus to the play button when the message with its button goes', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" learning-rate="10"></nn-circle-trainer>`);
    timing.settle();
    await trainer.updateComplete;
    button(trainer, '.badge button').focus();
    button(trainer, '.badge button').click();
    await until(() => trainer.shadowRoot!.activeElement?.className === 'play', 'the focus was lost');
  });

  it('keeps its model when it is moved, and a clone starts its own', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
    for (let frame = 0; frame < 5; frame++) timing.tick(FRAME_MS);
    const { trainer: core } = trainer;
    const place = await fixture<HTMLElement>(html`<div style="inline-size: 200px"></div>`);
    place.append(trainer);
    expect(trainer.trainer === core).to.equal(true);
    expect(pictureOf(trainer).drawn, 'it does not flash').to.equal(true);
    await until(() => {
      timing.tick(FRAME_MS);
      return core.steps > 500;
    }, 'it does not go on');
    expect(pictureOf(trainer).canvas.width).to.be.greaterThan(0);
    const clone = trainer.cloneNode(true) as NnCircleTrainer;
    expect(clone.trainer === core).to.equal(false);
    expect(clone.trainer.steps).to.equal(0);
  });

  it('plays on for as many again after steps beyond its end', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="100" paused></nn-circle-trainer>`);
    trainer.step(150);
    trainer.play();
    timing.settle();
    expect(trainer.trainer.steps).to.equal(250);
  });

  it('takes a step count that is none for one step, and says so', () => {
    const trainer = document.createElement('nn-circle-trainer');
    trainer.step(NaN);
    expect(trainer.trainer.steps).to.equal(1);
    expect(warnings[0]).to.contain('step(');
  });

  it('shows its content where there is no 2D canvas, and nothing of its own', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    try {
      const trainer = await mountTrainer(html`<nn-circle-trainer><p>A picture of a circle.</p></nn-circle-trainer>`);
      await until(() => trainer.querySelector('p')!.getBoundingClientRect().height > 0, 'its content is hidden');
      timing.settle();
      expect(trainer.shadowRoot!.querySelector('.figure')!.getBoundingClientRect().height).to.equal(0);
      expect(warnings).to.have.length(1);
      expect(timing.pending).to.equal(false);
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
  });

  it('speaks the language around it, also when that changes', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="ja"><nn-circle-trainer></nn-circle-trainer></div>`);
    const trainer = holder.querySelector('nn-circle-trainer')!;
    await trainer.updateComplete;
    const canvas = trainer.shadowRoot!.querySelector('canvas')!;
    expect(canvas.getAttribute('aria-label')).to.equal('円を学習するニューラルネットワーク');
    holder.lang = 'en';
    await until(() => canvas.getAttribute('aria-label') === 'A neural network learning a circle', 'still Japanese');
  });
});
