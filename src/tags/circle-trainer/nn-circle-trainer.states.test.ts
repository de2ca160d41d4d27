import { expect, fixture, html } from '@open-wc/testing';
import { Announcer, setAnnouncer } from '../../page/announcer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import { seen, until } from '../../testing/host.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { button, holdPage, mountTrainer, stateEvents } from '../../testing/trainer-page.js';

/** Events as they come, each with what can be seen of the state in its listener. */
function log(trainer: NnCircleTrainer): string[] {
  const told: string[] = [];
  for (const type of [...stateEvents, 'nn-step', 'nn-error']) {
    trainer.addEventListener(type, () => told.push(`${type.slice(3)} at ${trainer.trainer.steps}${trainer.paused ? '' : ', playing'}`));
  }
  return told;
}

describe('<nn-circle-trainer> from state to state', () => {
  let timing: ManualTiming;
  let release: () => void;
  let warnings: string[];

  beforeEach(() => {
    ({ timing, release, warnings } = holdPage());
  });

  afterEach(() => release());

  it('stays paused when a rest ends that no playing run came to', async () => {
    const mended = await mountTrainer(html`<nn-circle-trainer paused parameters="[1]"></nn-circle-trainer>`);
    const seen = log(mended);
    mended.removeAttribute('parameters');
    await mended.updateComplete;
    expect(seen).to.deep.equal(['reset at 0']);

    const stepped = await mountTrainer(html`<nn-circle-trainer seed="109" paused learning-rate="10"></nn-circle-trainer>`);
    stepped.step(1000);
    stepped.reset();
    expect(stepped.paused).to.equal(true);

    const rested = await mountTrainer(html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
    const state = rested.getState();
    timing.settle();
    rested.pause();
    rested.setState(state);
    expect(rested.paused, 'the reader paused it at its rest').to.equal(true);
  });

  it('tells the last steps before the end, and none of a run that is over', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="150"></nn-circle-trainer>`);
    const seen = log(trainer);
    timing.settle();
    expect(seen).to.deep.equal(['step at 100, playing', 'step at 150', 'pause at 150', 'done at 150']);
    seen.length = 0;
    trainer.step(5);
    trainer.reset();
    timing.tick(FRAME_MS);
    expect(seen[0]).to.equal('reset at 0');
    expect(seen.filter((entry) => entry.startsWith('step at 0'))).to.deep.equal([]);
  });

  it('does not announce an end that a listener has undone', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
    trainer.addEventListener('nn-pause', () => trainer.reset(), { once: true });
    const seen = log(trainer);
    timing.tick(FRAME_MS);
    expect(seen.filter((entry) => entry.startsWith('done'))).to.deep.equal([]);
    trainer.remove();
    timing.settle();
    const wild = await mountTrainer(html`<nn-circle-trainer seed="109" learning-rate="10"></nn-circle-trainer>`);
    timing.settle();
    wild.addEventListener('nn-reset', () => wild.pause(), { once: true });
    const told = log(wild);
    wild.play();
    expect(told.filter((entry) => entry.startsWith('play')), told.join()).to.deep.equal([]);
    expect(wild.paused, told.join()).to.equal(true);
  });

  it('changes its target whatever the parameters are just then, without throwing', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="0" paused learning-rate="10"></nn-circle-trainer>`);
    trainer.step(20);
    expect(trainer.trainer.network.parameters.some(Number.isNaN), 'it has not run away yet').to.equal(true);
    trainer.target = 'ring';
    trainer.play();
    expect(trainer.trainer.target(0, 0)).to.equal(0);
    const state = trainer.getState();
    expect(state.parameters.every(Number.isFinite), 'a state can be saved').to.equal(true);
    trainer.setState(JSON.parse(JSON.stringify(state)));
    expect(warnings).to.deep.equal([]);
  });

  it('begins anew in another update order after it diverged', async () => {
    const trainer = await mountTrainer(
      html`<nn-circle-trainer seed="109" learning-rate="10" update-order="in-place"></nn-circle-trainer>`);
    timing.settle();
    expect(trainer.trainer.diverged).to.equal(true);
    trainer.updateOrder = 'simultaneous';
    await trainer.updateComplete;
    expect([trainer.trainer.diverged, trainer.trainer.steps, trainer.paused]).to.deep.equal([false, 0, false]);
  });

  it('leaves the focus on the button that takes the place of the one that had it', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="109" learning-rate="10"></nn-circle-trainer>`);
    button(trainer, '.play').focus();
    timing.settle();
    await trainer.updateComplete;
    await trainer.updateComplete;
    expect(trainer.shadowRoot!.activeElement).to.equal(button(trainer, '.badge button'));
  });

  it('never plays where there is no canvas, whatever is written to it', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    try {
      const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
      timing.settle();
      const seen = log(trainer);
      trainer.seed = '5';
      await trainer.updateComplete;
      trainer.play();
      expect(seen).to.deep.equal(['reset at 0']);
      expect(trainer.paused).to.equal(true);
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
  });

  it('reads a seed at any time, and does as reset() does when the one it is given is none', async () => {
    const weights = Array.from({ length: 33 }, (_, i) => i / 100);
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="7" paused .parameters=${weights}></nn-circle-trainer>`);
    trainer.step(3);
    trainer.reset({} as never);
    expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(weights);
    expect(trainer.seed).to.equal('7');
    trainer.removeAttribute('seed');
    expect(trainer.seed).to.match(/^\d+$/);
    expect(trainer.trainer.seed).to.equal(trainer.seed);
  });

  it('refuses states that the attributes could not say, or that throw when looked at', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer seed="7" paused></nn-circle-trainer>`);
    const state = trainer.getState();
    const bad: unknown[] = [
      { ...state, learningRate: 1e300 }, { ...state, seed: 'x'.repeat(1000) }, { ...state, version: { toString: 1, valueOf: 1 } },
      Object.create(null), null, { ...state, parameters: state.parameters.map(() => 1e300) },
    ];
    for (const each of bad) trainer.setState(each as never);
    expect(trainer.getState()).to.deep.equal(state);
    expect(warnings.length).to.be.greaterThan(0);
  });

  it('ends in the colours in which a page that fades from light to dark ends', async () => {
    const holder = await fixture<HTMLElement>(html`
      <div style="color: rgb(20, 20, 20); transition: color 150ms; inline-size: 200px"><nn-circle-trainer paused></nn-circle-trainer></div>`);
    const trainer = holder.querySelector('nn-circle-trainer')!;
    await trainer.updateComplete;
    const ink = (): string => {
      if (timing.pending) timing.tick(FRAME_MS);
      return trainer.shadowRoot!.querySelector<HTMLElement>('.all')!.style.getPropertyValue('--_ink');
    };
    await until(() => ink() === 'rgba(20, 20, 20, 1)', 'never light');
    holder.style.color = 'rgb(240, 240, 240)';
    await until(() => ink() === 'rgba(240, 240, 240, 1)', 'stuck between light and dark');
  });

  it('takes no frame for a transition elsewhere on the page, and one for that of an ancestor', async () => {
    const holder = await fixture<HTMLElement>(html`
      <div style="inline-size: 200px"><a href="#top">a link that fades</a><nn-circle-trainer paused></nn-circle-trainer></div>`);
    const trainer = holder.querySelector('nn-circle-trainer')!;
    await trainer.updateComplete;
    await seen(trainer.shadowRoot!.querySelector('canvas')!);
    timing.settle();
    const end = (): TransitionEvent => new TransitionEvent('transitionend', { bubbles: true, propertyName: 'color' });
    holder.querySelector('a')!.dispatchEvent(end());
    expect(timing.pending).to.equal(false);
    holder.dispatchEvent(end());
    expect(timing.pending).to.equal(true);
  });

  it('says aloud how a run that the reader began has ended, and of no other', async () => {
    const said: (() => void)[] = [];
    setAnnouncer(window, new Announcer({ now: () => timing.now(), after: (_, callback) => void said.push(callback) }));
    try {
      const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="300"></nn-circle-trainer>`);
      timing.settle();
      expect([trainer.trainer.steps, said.length]).to.deep.equal([300, 0]);
      button(trainer, '.start').click();
      said.pop()!();
      timing.settle();
      expect(said.length).to.equal(1);
      await trainer.updateComplete;
      said.pop()!();
      expect(trainer.shadowRoot!.querySelector('[role=status]')!.textContent).to.match(/^Finished\. Trained 300 steps\. /);
    } finally {
      setAnnouncer(window, undefined);
    }
  });

  it('says in which language its words are', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="de"><nn-circle-trainer></nn-circle-trainer></div>`);
    const trainer = holder.querySelector('nn-circle-trainer')!;
    await trainer.updateComplete;
    expect(trainer.shadowRoot!.querySelector('.all')!.getAttribute('lang')).to.equal('en');
  });

  it('lets a finger scroll the page and takes its drags for itself', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
    expect(getComputedStyle(trainer.shadowRoot!.querySelector('canvas')!).touchAction).to.match(/^(pan-y pinch-zoom|pinch-zoom pan-y)$/);
    expect(getComputedStyle(button(trainer, '.start')).pointerEvents, 'what is unseen is not hit').to.equal('none');
  });
});
