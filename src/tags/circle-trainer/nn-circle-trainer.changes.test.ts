import { expect, html } from '@open-wc/testing';
import { createTarget } from '../../core/index.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { eventsDuring, holdPage, mountTrainer, stateEvents } from '../../testing/trainer-page.js';

describe('<nn-circle-trainer>', () => {
  let timing: ManualTiming;
  let release: () => void;

  beforeEach(() => {
    ({ timing, release } = holdPage());
  });

  afterEach(() => release());

  describe('changed while it trains', () => {
    const live = ['learningRate', 'updateOrder', 'stepsPerFrame', 'maxSteps', 'target', 'radius', 'grid', 'threshold', 'label'] as const;
    const values: Record<string, unknown> = {
      learningRate: 0.05, updateOrder: 'in-place', stepsPerFrame: 7, maxSteps: 5e4, target: 'heart', radius: 0.7, grid: 9,
      threshold: 0.2, label: 'x', hiddenLayers: [3], activation: 'tanh', outputActivation: 'linear', alpha: 0.2,
      init: 'uniform', seed: 'other', parameters: Array.from({ length: 33 }, (_, i) => i / 33 - 0.5),
    };

    for (const name of live) {
      it(`${name} applies without a restart`, async () => {
        const trainer = await mountTrainer(html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
        timing.tick(FRAME_MS);
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
      const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" paused></nn-circle-trainer>`);
      trainer.step(100);
      trainer.target = 'half';
      trainer.step(200);
      const core = circleTrainer({ seed: '12' });
      core.step(100);
      const other = circleTrainer({ target: createTarget('half'), seed: '12' });
      other.setState(core.getState());
      other.step(200);
      expect(trainer.trainer.network.parameters).to.deep.equal(other.network.parameters);
    });

    for (const name of ['hiddenLayers', 'activation', 'outputActivation', 'alpha', 'init', 'seed', 'parameters'] as const) {
      it(`${name} begins anew, once`, async () => {
        const trainer = await mountTrainer(html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
        timing.tick(FRAME_MS);
        const events = await eventsDuring(trainer, stateEvents, async () => {
          Object.assign(trainer, { [name]: values[name] });
          await trainer.updateComplete;
        });
        expect(events).to.deep.equal(['nn-reset']);
        expect(trainer.trainer.steps).to.equal(0);
        expect(trainer[name]).to.deep.equal(values[name]);
        timing.tick(FRAME_MS);
        expect(trainer.trainer.steps, 'and trains on').to.equal(100);
      });
    }

    it('many at a time begin anew once', async () => {
      const trainer = await mountTrainer(html`<nn-circle-trainer seed="12"></nn-circle-trainer>`);
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
      const trainer = await mountTrainer(html`<nn-circle-trainer seed="12" hidden-layers="6 4"></nn-circle-trainer>`);
      timing.tick(FRAME_MS);
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
});
