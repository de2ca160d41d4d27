import { expect, html } from '@open-wc/testing';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { button, eventsDuring, holdPage, mountTrainer, pictureOf, stateEvents } from '../../testing/trainer-page.js';

describe('<nn-circle-trainer>', () => {
  let timing: ManualTiming;
  let release: () => void;

  beforeEach(() => {
    ({ timing, release } = holdPage());
  });

  afterEach(() => release());

  describe('paused', () => {
    it('as an attribute starts it still, without an event', async () => {
      const events = await eventsDuring(document, stateEvents, async () => {
        const trainer = await mountTrainer(html`<nn-circle-trainer paused></nn-circle-trainer>`);
        timing.settle();
        expect(trainer.trainer.steps).to.equal(0);
        expect(trainer.paused).to.equal(true);
        expect(pictureOf(trainer).drawn).to.equal(true);
      });
      expect(events).to.deep.equal([]);
    });

    it('as a property is the present state, is not reflected, and plays or pauses when set', async () => {
      const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
      const events = await eventsDuring(trainer, stateEvents, async () => {
        trainer.paused = true;
        await trainer.updateComplete;
        trainer.paused = false;
        await trainer.updateComplete;
        trainer.toggleAttribute('paused', true);
        await trainer.updateComplete;
        trainer.play();
      });
      expect(events).to.deep.equal(['nn-pause', 'nn-play', 'nn-pause', 'nn-play']);
      expect(trainer.paused).to.equal(false);
      expect(trainer.hasAttribute('paused')).to.equal(true);
    });

    it('goes on from its rest when set to false', async () => {
      const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
      timing.settle();
      trainer.paused = false;
      await trainer.updateComplete;
      timing.settle();
      expect(trainer.trainer.steps).to.equal(200);
    });

    it('stays paused through a new start, and a rest ends with one', async () => {
      const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
      trainer.pause();
      button(trainer, '.start').click();
      expect(trainer.paused).to.equal(true);
      trainer.play();
      timing.settle();
      expect(trainer.paused).to.equal(true);
      button(trainer, '.start').click();
      expect(trainer.paused).to.equal(false);
    });
  });

  describe('where motion is reduced', () => {
    const { matchMedia } = window;
    let listeners: (() => void)[];
    let reduced: boolean;

    beforeEach(() => {
      listeners = [];
      reduced = true;
      window.matchMedia = (query) => {
        const list = matchMedia.call(window, query);
        if (!query.includes('reduced-motion')) return list;
        return new Proxy(list, {
          get: (target, key) => key === 'matches' ? reduced
            : key === 'addEventListener' ? (_: string, listener: () => void) => void listeners.push(listener)
            : key === 'removeEventListener' ? () => undefined
            : Reflect.get(target, key) as unknown,
        });
      };
    });

    afterEach(() => {
      window.matchMedia = matchMedia;
    });

    it('starts paused, without an event, and plays when asked', async () => {
      const events = await eventsDuring(document, stateEvents, async () => {
        const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
        timing.settle();
        expect(trainer.paused).to.equal(true);
        expect(trainer.trainer.steps).to.equal(0);
        trainer.play();
        timing.tick(FRAME_MS);
        expect(trainer.trainer.steps).to.equal(100);
      });
      expect(events).to.deep.equal(['nn-play']);
    });

    it('does not begin to move at a new start', async () => {
      const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
      trainer.play();
      timing.settle();
      button(trainer, '.start').click();
      expect(trainer.paused).to.equal(true);
    });

    it('stops when it comes to be reduced', async () => {
      reduced = false;
      const trainer = await mountTrainer(html`<nn-circle-trainer></nn-circle-trainer>`);
      expect(trainer.paused).to.equal(false);
      reduced = true;
      for (const listener of listeners) listener();
      expect(trainer.paused).to.equal(true);
    });
  });
});
