import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { Announcer, setAnnouncer } from '../../page/announcer.js';
import { change, holdMotion, stub, until } from '../../testing/host.js';
import {
  button, createTrainer, eventsDuring, mountTrainer, quietPage, stateEvents,
} from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

/** Records events, each with what can be read of the state in its listener. */
function record(trainer: NnCircleTrainer): string[] {
  const events: string[] = [];
  for (const type of [...stateEvents, 'nn-step', 'nn-error']) {
    trainer.addEventListener(type, () => {
      events.push(`${type.slice(3)} at ${trainer.trainer.steps}${trainer.paused ? '' : ', playing'}`);
    });
  }
  return events;
}

describe('The attribute and property `paused` of <nn-circle-trainer>', () => {
  const page = quietPage();

  it('is the present state, is not reflected, and plays or pauses when set', async () => {
    const trainer = await mountTrainer(createTrainer());
    const events = await eventsDuring(trainer, stateEvents, async () => {
      await change(trainer, { paused: true });
      await change(trainer, { paused: false });
      trainer.toggleAttribute('paused', true);
      await trainer.updateComplete;
      trainer.play();
    });
    expect(events).to.deep.equal(['nn-pause', 'nn-play', 'nn-pause', 'nn-play']);
    expect([trainer.paused, trainer.hasAttribute('paused')]).to.deep.equal([false, true]);
  });

  it('stays true through a new start, and a rest ends with one', async () => {
    const trainer = await mountTrainer(createTrainer('max-steps="100"'));
    trainer.pause();
    button(trainer, '.start').click();
    expect(trainer.paused).to.equal(true);
    trainer.play();
    page.timing.settle();
    expect(trainer.paused).to.equal(true);
    button(trainer, '.start').click();
    expect(trainer.paused).to.equal(false);
  });

  describe('where motion is reduced', () => {
    let motion: ReturnType<typeof holdMotion>;
    beforeEach(() => void (motion = holdMotion(true)));
    afterEach(() => motion.restore());

    it('is true at the start, without an event, until it plays; a new start does not make it play', async () => {
      const events = await eventsDuring(document, stateEvents, async () => {
        const trainer = await mountTrainer(createTrainer('max-steps="100"'));
        page.timing.settle();
        expect([trainer.paused, trainer.trainer.steps]).to.deep.equal([true, 0]);
        trainer.play();
        page.timing.settle();
        expect(trainer.trainer.steps).to.equal(100);
        button(trainer, '.start').click();
        expect(trainer.paused).to.equal(true);
      });
      expect(events).to.deep.equal(['nn-play', 'nn-pause', 'nn-done', 'nn-reset']);
    });

    it('becomes true when motion comes to be reduced', async () => {
      motion.set(false);
      const trainer = await mountTrainer(createTrainer());
      expect(trainer.paused).to.equal(false);
      motion.set(true);
      expect(trainer.paused).to.equal(true);
    });
  });
});

describe('<nn-circle-trainer> from state to state', () => {
  const page = quietPage({ mayWarn: true });

  it('stays paused when a rest ends that no playing run came to', async () => {
    const mended = await mountTrainer(createTrainer('paused parameters="[1]"'));
    const seen = record(mended);
    mended.removeAttribute('parameters');
    await mended.updateComplete;
    expect(seen).to.deep.equal(['reset at 0']);

    const stepped = await mountTrainer(createTrainer('seed="109" paused learning-rate="10"'));
    stepped.step(1000);
    stepped.reset();
    expect(stepped.paused).to.equal(true);

    const rested = await mountTrainer(createTrainer('max-steps="100"'));
    const state = await rested.getState();
    page.timing.settle();
    rested.pause();
    await rested.setState(state);
    expect(rested.paused, 'the reader paused it at its rest').to.equal(true);
  });

  it('fires the last nn-step before the end, and none of a run that is over', async () => {
    const trainer = await mountTrainer(createTrainer('steps-per-frame="100" max-steps="150"'));
    const seen = record(trainer);
    page.timing.settle();
    expect(seen).to.deep.equal(['step at 100, playing', 'step at 150', 'pause at 150', 'done at 150']);
    seen.length = 0;
    trainer.step(5);
    trainer.reset();
    page.timing.tick();
    expect([seen[0], seen.filter((entry) => entry.startsWith('step at 0'))]).to.deep.equal(['reset at 0', []]);
  });

  it('does not announce an end that a listener has undone', async () => {
    const trainer = await mountTrainer(createTrainer('max-steps="100"'));
    trainer.addEventListener('nn-pause', () => trainer.reset(), { once: true });
    const seen = record(trainer);
    page.timing.tick();
    expect(seen.filter((entry) => entry.startsWith('done'))).to.deep.equal([]);
    trainer.remove();
    page.timing.settle();
    const wild = await mountTrainer(createTrainer('seed="109" learning-rate="10"'));
    page.timing.settle();
    wild.addEventListener('nn-reset', () => wild.pause(), { once: true });
    const told = record(wild);
    wild.play();
    expect(told.filter((entry) => entry.startsWith('play')), told.join()).to.deep.equal([]);
    expect(wild.paused, told.join()).to.equal(true);
  });

  it('changes its target whatever the parameters are just then, without throwing', async () => {
    const trainer = await mountTrainer(createTrainer('seed="0" paused learning-rate="10"'));
    trainer.trainer.step(20); // as a script may, which no element looks after
    expect(trainer.trainer.network.parameters.some(Number.isNaN), 'it has not run away yet').to.equal(true);
    trainer.target = 'ring';
    trainer.play();
    expect(trainer.trainer.target(0, 0)).to.equal(0);
    const state = await trainer.getState();
    expect(state.parameters.every(Number.isFinite), 'a state can be saved').to.equal(true);
    await trainer.setState(JSON.parse(JSON.stringify(state)));
    expect(page.warnings).to.deep.equal([]);
  });

  it('leaves the focus on the button that takes the place of the one that had it', async () => {
    const trainer = await mountTrainer(createTrainer('seed="109" learning-rate="10"'));
    button(trainer, '.play').focus();
    page.timing.settle();
    await trainer.updateComplete;
    await trainer.updateComplete;
    expect(trainer.shadowRoot!.activeElement).to.equal(button(trainer, '.badge button'));
  });

  it('never plays where there is no canvas, whatever is written to it', async () => {
    const restore = stub(HTMLCanvasElement.prototype, 'getContext', () => null);
    const trainer = createTrainer();
    await fixture(html`<div>${trainer}</div>`);
    const isReplaced = (): boolean => trainer.shadowRoot!.querySelector('.all[hidden]') !== null;
    await until(isReplaced, 'its content is never shown').finally(restore);
    page.timing.settle();
    const events = record(trainer);
    await change(trainer, { seed: '5' });
    trainer.play();
    expect([events, trainer.paused]).to.deep.equal([['reset at 0'], true]);
  });

  it('ends in the colours in which a page that fades from light to dark ends', async () => {
    const trainer = await mountTrainer(createTrainer('paused'));
    const holder = trainer.parentElement!;
    const ink = (): string => {
      if (page.timing.pending) page.timing.tick();
      return trainer.shadowRoot!.querySelector<HTMLElement>('.all')!.style.getPropertyValue('--_ink');
    };
    holder.style.color = 'rgb(20, 20, 20)';
    await until(() => ink() === 'rgba(20, 20, 20, 1)', 'never light');
    holder.style.transition = 'color 150ms';
    holder.style.color = 'rgb(240, 240, 240)';
    await until(() => ink() === 'rgba(240, 240, 240, 1)', 'stuck between light and dark');
  });

  it('takes no frame for a transition elsewhere on the page, and one for that of an ancestor', async () => {
    const { parentElement } = await mountTrainer(createTrainer('paused'));
    page.timing.settle();
    const link = parentElement!.appendChild(document.createElement('a'));
    const end = (): TransitionEvent => new TransitionEvent('transitionend', { bubbles: true, propertyName: 'color' });
    link.dispatchEvent(end());
    expect(page.timing.pending).to.equal(false);
    parentElement!.dispatchEvent(end());
    expect(page.timing.pending).to.equal(true);
  });

  it('says aloud how a run that the reader began has ended, and of no other', async () => {
    const said: (() => void)[] = [];
    const after = (_: number, callback: () => void): void => void said.push(callback);
    setAnnouncer(window, new Announcer({ now: () => page.timing.now(), after }));
    try {
      const trainer = await mountTrainer(createTrainer('max-steps="300"'));
      page.timing.settle();
      expect([trainer.trainer.steps, said.length]).to.deep.equal([300, 0]);
      button(trainer, '.start').click();
      said.pop()!();
      page.timing.settle();
      expect(said.length).to.equal(1);
      await trainer.updateComplete;
      said.pop()!();
      expect(trainer.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('300');
    } finally {
      setAnnouncer(window, undefined);
    }
  });
});
