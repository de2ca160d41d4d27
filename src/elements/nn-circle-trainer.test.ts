import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { Network, Trainer, createTarget } from '../core/index.js';
import type { NnCircleTrainer } from '../define/nn-circle-trainer.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { eventsDuring, holdClock, mountTrainer, pictureOf } from '../testing/trainer-page.js';
import { forgetWarnings } from './report.js';

const stateEvents = ['nn-play', 'nn-pause', 'nn-reset', 'nn-done'];
const frameMs = 1000 / 60;

/** What a trainer of the default shape must hold after `steps`. */
function expected(seed: string, steps: number, learningRate = 0.1): Float64Array {
  const trainer = new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('circle'), seed, learningRate });
  trainer.step(steps);
  return trainer.network.parameters;
}

function button(trainer: NnCircleTrainer, selector: string): HTMLButtonElement {
  return trainer.shadowRoot!.querySelector<HTMLButtonElement>(selector)!;
}

describe('<nn-circle-trainer>', () => {
  let timing: ManualTiming;
  let release: () => void;
  let warnings: string[];
  const warn = console.warn;

  beforeEach(() => {
    ({ timing, release } = holdClock());
    warnings = [];
    forgetWarnings();
    console.warn = (message: string) => void warnings.push(message);
  });

  afterEach(() => {
    console.warn = warn;
    release();
  });

  it('is accessible at the start, while it trains, at rest and diverged', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" max-steps="300"></nn-circle-trainer>`);
    await expect(trainer).to.be.accessible();
    timing.tick(frameMs);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" max-steps="20000"></nn-circle-trainer>`);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
    for (let frame = 0; frame < 30; frame++) timing.tick(frameMs);
    expect(trainer.trainer.steps).to.equal(3000);
    expect(trainer.trainer.network.parameters).to.deep.equal(expected('12', 3000));
    trainer.stepsPerFrame = 10;
    await trainer.updateComplete;
    for (let frame = 0; frame < 30; frame++) timing.tick(frameMs);
    expect(trainer.trainer.steps).to.equal(3300);
    expect(pictureOf(trainer).drawn).to.equal(true);
  });

  it('draws the predictions of the network: another network, another picture; the same, the same', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" max-steps="250"></nn-circle-trainer>`);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer></nn-circle-trainer>`);
    timing.tick(frameMs);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer></nn-circle-trainer>`);
    timing.tick(frameMs);
    const { steps } = trainer.trainer;
    trainer.hidden = true;
    await waitUntil(() => {
      timing.tick(0);
      return !timing.pending;
    }, 'it never noticed that it is hidden');
    timing.tick(frameMs);
    expect(trainer.trainer.steps).to.equal(steps);
    trainer.hidden = false;
    await waitUntil(() => timing.pending, 'it never noticed that it is shown');
    timing.tick(frameMs);
    expect(trainer.trainer.steps).to.be.greaterThan(steps);
  });

  it('fires nn-step at most once a frame, with scores that are worked out when read', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
    timing.tick(frameMs);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer></nn-circle-trainer>`);
    expect(trainer.trainer.seed).to.equal(trainer.seed);
    expect(trainer.trainer.network.parameters).to.deep.equal(expected(trainer.seed, 0));
  });

  it('has a native button for everything the pointer does, and shows where the focus is', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
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
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" learning-rate="10"></nn-circle-trainer>`);
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
    timing.tick(frameMs);
    expect(trainer.trainer.network.parameters).to.deep.equal(expected('12', trainer.trainer.steps));
  });

  it('moves the focus to the play button when the message with its button goes', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" learning-rate="10"></nn-circle-trainer>`);
    timing.settle();
    await trainer.updateComplete;
    button(trainer, '.badge button').focus();
    button(trainer, '.badge button').click();
    await waitUntil(() => trainer.shadowRoot!.activeElement?.className === 'play', 'the focus was lost');
  });

  it('keeps its model when it is moved, and a clone starts its own', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer></nn-circle-trainer>`);
    for (let frame = 0; frame < 5; frame++) timing.tick(frameMs);
    const { trainer: core } = trainer;
    const place = await fixture<HTMLElement>(html`<div style="inline-size: 200px"></div>`);
    place.append(trainer);
    expect(trainer.trainer === core).to.equal(true);
    expect(pictureOf(trainer).drawn, 'it does not flash').to.equal(true);
    await waitUntil(() => {
      timing.tick(frameMs);
      return core.steps > 500;
    }, 'it does not go on');
    expect(pictureOf(trainer).canvas.width).to.be.greaterThan(0);
    const clone = trainer.cloneNode(true) as NnCircleTrainer;
    expect(clone.trainer === core).to.equal(false);
    expect(clone.trainer.steps).to.equal(0);
  });

  describe('changed while it trains', () => {
    const live = ['learningRate', 'updateOrder', 'stepsPerFrame', 'maxSteps', 'target', 'radius', 'grid', 'threshold', 'label'] as const;
    const values: Record<string, unknown> = {
      learningRate: 0.05, updateOrder: 'in-place', stepsPerFrame: 7, maxSteps: 5e4, target: 'heart', radius: 0.7, grid: 9,
      threshold: 0.2, label: 'x', hiddenLayers: [3], activation: 'tanh', outputActivation: 'linear', alpha: 0.2,
      init: 'uniform', seed: 'other', parameters: Array.from({ length: 33 }, (_, i) => i / 33 - 0.5),
    };

    for (const name of live) {
      it(`${name} applies without a restart`, async () => {
        const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
        timing.tick(frameMs);
        const before = Array.from(trainer.trainer.network.parameters);
        const events = await eventsDuring(trainer, stateEvents, async () => {
          Object.assign(trainer, { [name]: values[name] });
          await trainer.updateComplete;
        });
        expect(events).to.deep.equal([]);
        expect(trainer.trainer.steps).to.equal(100);
        expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(before);
        expect(trainer[name]).to.deep.equal(values[name]);
      });
    }

    it('learns the new target from the next sample on', async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
      trainer.step(100);
      trainer.target = 'half';
      trainer.step(200);
      const core = new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('circle'), seed: '12' });
      core.step(100);
      const other = new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('half'), seed: '12' });
      other.setState(core.getState());
      other.step(200);
      expect(trainer.trainer.network.parameters).to.deep.equal(other.network.parameters);
    });

    for (const name of ['hiddenLayers', 'activation', 'outputActivation', 'alpha', 'init', 'seed', 'parameters'] as const) {
      it(`${name} begins anew, once`, async () => {
        const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
        timing.tick(frameMs);
        const events = await eventsDuring(trainer, stateEvents, async () => {
          Object.assign(trainer, { [name]: values[name] });
          await trainer.updateComplete;
        });
        expect(events).to.deep.equal(['nn-reset']);
        expect(trainer.trainer.steps).to.equal(0);
        expect(trainer[name]).to.deep.equal(values[name]);
        timing.tick(frameMs);
        expect(trainer.trainer.steps, 'and trains on').to.equal(100);
      });
    }

    it('many at a time begin anew once', async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
      const events = await eventsDuring(trainer, stateEvents, async () => {
        trainer.hiddenLayers = [4, 4];
        trainer.setAttribute('activation', 'tanh');
        trainer.setAttribute('seed', '3');
        trainer.init = 'uniform';
        await trainer.updateComplete;
      });
      expect(events).to.deep.equal(['nn-reset']);
      expect(trainer.trainer.network.layers).to.deep.equal([2, 4, 4, 1]);
    });

    it('written again with the same value, nothing happens', async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer seed="12" hidden-layers="6 4"></nn-circle-trainer>`);
      timing.tick(frameMs);
      const events = await eventsDuring(trainer, stateEvents, async () => {
        trainer.setAttribute('hidden-layers', ' 6  4 ');
        trainer.hiddenLayers = [6, 4];
        trainer.seed = '12';
        trainer.activation = 'leaky-relu';
        await trainer.updateComplete;
      });
      expect(events).to.deep.equal([]);
      expect(trainer.trainer.steps).to.equal(100);
    });

    it('has what was set the moment before when a method is called', () => {
      const trainer = document.createElement('nn-circle-trainer');
      trainer.hiddenLayers = [3];
      trainer.seed = '5';
      trainer.step(10);
      expect(trainer.trainer.network.layers).to.deep.equal([2, 3, 1]);
      expect(trainer.trainer.steps).to.equal(10);
      trainer.learningRate = 0.5;
      expect(trainer.trainer.learningRate).to.equal(0.5);
    });
  });

  describe('paused', () => {
    it('as an attribute starts it still, without an event', async () => {
      const events = await eventsDuring(document, stateEvents, async () => {
        const trainer = await mountTrainer(timing, html`<nn-circle-trainer paused></nn-circle-trainer>`);
        timing.settle();
        expect(trainer.trainer.steps).to.equal(0);
        expect(trainer.paused).to.equal(true);
        expect(pictureOf(trainer).drawn).to.equal(true);
      });
      expect(events).to.deep.equal([]);
    });

    it('as a property is the present state, is not reflected, and plays or pauses when set', async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer></nn-circle-trainer>`);
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
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
      timing.settle();
      trainer.paused = false;
      await trainer.updateComplete;
      timing.settle();
      expect(trainer.trainer.steps).to.equal(200);
    });

    it('stays paused through a new start, and a rest ends with one', async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
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
        const trainer = await mountTrainer(timing, html`<nn-circle-trainer></nn-circle-trainer>`);
        timing.settle();
        expect(trainer.paused).to.equal(true);
        expect(trainer.trainer.steps).to.equal(0);
        trainer.play();
        timing.tick(frameMs);
        expect(trainer.trainer.steps).to.equal(100);
      });
      expect(events).to.deep.equal(['nn-play']);
    });

    it('does not begin to move at a new start', async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer max-steps="100"></nn-circle-trainer>`);
      trainer.play();
      timing.settle();
      button(trainer, '.start').click();
      expect(trainer.paused).to.equal(true);
    });

    it('stops when it comes to be reduced', async () => {
      reduced = false;
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer></nn-circle-trainer>`);
      expect(trainer.paused).to.equal(false);
      reduced = true;
      for (const listener of listeners) listener();
      expect(trainer.paused).to.equal(true);
    });
  });

  describe('given a model', () => {
    const weights = Array.from({ length: 33 }, (_, i) => Math.sin(i) / 2);

    it('starts from the parameters of the attribute, again at reset, and from others at a new start', async () => {
      const trainer = await mountTrainer(timing,
        html`<nn-circle-trainer paused seed="1" parameters=${JSON.stringify(weights)}></nn-circle-trainer>`);
      expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(weights);
      trainer.step(10);
      trainer.reset();
      expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(weights);
      button(trainer, '.start').click();
      expect(trainer.trainer.network.parameters).to.deep.equal(expected('1-1', 0));
    });

    it('takes layers and parameters from a child script, also one that comes later', async () => {
      const json = JSON.stringify({ layers: [2, 3, 1], parameters: weights.slice(0, 13), data: [] });
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer paused></nn-circle-trainer>`);
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = json;
      trainer.append(script);
      await waitUntil(() => trainer.trainer.network.layers.length === 3 && trainer.trainer.network.layers[1] === 3, 'never read');
      expect(Array.from(trainer.trainer.network.parameters)).to.deep.equal(weights.slice(0, 13));
      expect(warnings).to.deep.equal([]);
    });

    for (const [name, given] of [
      ['too few', '[1, 2, 3]'], ['no JSON', '[1, 2'], ['an object', '{"a": 1}'], ['not numbers', '["a"]'], ['not finite', '[1e999]'],
    ] as const) {
      it(`says so visibly when the parameters are ${name}, draws what there is, and rests`, async () => {
        const trainer = await mountTrainer(timing, html`<nn-circle-trainer parameters=${given}></nn-circle-trainer>`);
        timing.settle();
        await trainer.updateComplete;
        expect(trainer.shadowRoot!.querySelector('.badge')!.textContent).to.contain('these parameters cannot be used');
        expect(trainer.trainer.steps).to.equal(0);
        expect(pictureOf(trainer).drawn).to.equal(true);
        expect(warnings).to.have.length(1);
        trainer.removeAttribute('parameters');
        await trainer.updateComplete;
        expect(trainer.shadowRoot!.querySelector('.badge')).to.equal(null);
        timing.tick(frameMs);
        expect(trainer.trainer.steps).to.equal(100);
      });
    }

    it('reads back the layers in use, and lets the attribute win over the child, and go again', async () => {
      const trainer = await mountTrainer(timing,
        html`<nn-circle-trainer><script type="application/json">{"layers": [2, 4, 1]}</script></nn-circle-trainer>`);
      expect(trainer.hiddenLayers).to.deep.equal([4]);
      trainer.setAttribute('hidden-layers', '8');
      expect(trainer.trainer.network.layers).to.deep.equal([2, 8, 1]);
      trainer.removeAttribute('hidden-layers');
      expect(trainer.trainer.network.layers).to.deep.equal([2, 4, 1]);
      expect(trainer.hiddenLayers).to.deep.equal([4]);
      trainer.querySelector('script')!.remove();
      await waitUntil(() => trainer.trainer.network.layers[1] === 8, 'the default is not back');
    });

    it('does not train on a model that cannot be used, whatever is asked of it, until the reader starts another', async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer parameters="[1]"></nn-circle-trainer>`);
      trainer.play();
      trainer.reset();
      trainer.step(10);
      trainer.paused = false;
      await trainer.updateComplete;
      timing.settle();
      expect(trainer.trainer.steps).to.equal(0);
      expect(trainer.paused).to.equal(true);
      button(trainer, '.badge button').click();
      await trainer.updateComplete;
      expect(trainer.shadowRoot!.querySelector('.badge')).to.equal(null);
      timing.tick(frameMs);
      expect(trainer.trainer.steps).to.equal(100);
    });

    it('refuses layers it cannot train, and a child script that is no object', async () => {
      const trainer = await mountTrainer(timing,
        html`<nn-circle-trainer><script type="application/json">{"layers": [3, 8, 1]}</script></nn-circle-trainer>`);
      timing.settle();
      await trainer.updateComplete;
      expect(trainer.shadowRoot!.querySelector('.badge')).to.exist;
      trainer.querySelector('script')!.textContent = '[]';
      await waitUntil(() => warnings.some((text) => text.includes('child script')), 'never said');
      expect(trainer.trainer.network.layers).to.deep.equal([2, 8, 1]);
    });
  });

  it('goes on from a state bit for bit, and refuses another shape whole', async () => {
    const one = await mountTrainer(timing, html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
    one.step(500);
    const state = JSON.parse(JSON.stringify(one.getState()));
    const two = document.createElement('nn-circle-trainer');
    two.setState(state);
    expect(two.seed).to.equal('12');
    two.step(500);
    expect(two.trainer.network.parameters).to.deep.equal(expected('12', 1000));
    two.setState({ ...state, layers: [2, 3, 1] });
    two.setState(undefined as never);
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('layers');
    expect(two.trainer.network.parameters).to.deep.equal(expected('12', 1000));
  });

  it('resets to the seed it is given, and keeps the present one when that is none', () => {
    const trainer = document.createElement('nn-circle-trainer');
    trainer.reset(42);
    expect(trainer.seed).to.equal('42');
    trainer.step(5);
    trainer.reset('');
    expect(warnings[0]).to.contain('reset(');
    expect([trainer.seed, trainer.trainer.seed, trainer.trainer.steps]).to.deep.equal(['42', '42', 0]);
  });

  it('plays on for as many again after steps beyond its end', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer max-steps="100" paused></nn-circle-trainer>`);
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
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer><p>A picture of a circle.</p></nn-circle-trainer>`);
      expect(trainer.querySelector('p')!.getBoundingClientRect().height).to.equal(0);
      timing.settle();
      await trainer.updateComplete;
      expect(trainer.querySelector('p')!.getBoundingClientRect().height).to.be.greaterThan(0);
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
    await waitUntil(() => canvas.getAttribute('aria-label') === 'A neural network learning a circle', 'still Japanese');
  });
});
