import { expect } from '@open-wc/testing';
import { TrainingRun, type RunChange } from '../../model/training-run.js';
import { traceOutline } from '../../core/contour.js';
import { createTarget, Network, Trainer } from '../../core/index.js';
import { traceLevels } from '../../core/levels.js';
import { TrainerModel, type ModelOrigin, type Refusals, type TrainerSettings } from './model.js';

const defaults: TrainerSettings = {
  activation: 'leaky-relu', outputActivation: 'leaky-relu', alpha: 0.01, learningRate: 0.1,
  stepsPerFrame: 100, maxSteps: 1000, init: 'he', updateOrder: 'simultaneous', seed: '7', target: 'circle', radius: 0.5, noise: 0, split: 1,
  paused: false,
};
const nothing: ModelOrigin = { hiddenLayers: undefined, parameters: null, script: {}, unusable: false, data: null, given: () => false };
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => (i % 7) / 10 - 0.3);

describe('TrainerModel', () => {
  let changes: RunChange[];
  let run: TrainingRun;
  let model: TrainerModel;
  let settings: TrainerSettings;

  beforeEach(() => {
    changes = [];
    run = new TrainingRun({ mayResume: true, onRun: (change) => void changes.push(change) });
    model = new TrainerModel(run);
    settings = defaults;
  });

  /** Applies the settings with these in their place, and says so. */
  function apply(changed: Partial<TrainerSettings> = {}, origin: Partial<ModelOrigin> = {}): Refusals {
    settings = { ...settings, ...changed };
    return model.follow(settings, { ...nothing, ...origin });
  }

  it('begins with the network that the settings describe, announcing nothing', () => {
    const problem = apply({
      activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2, learningRate: 0.3,
      stepsPerFrame: 5, maxSteps: 77, init: 'uniform', updateOrder: 'in-place', seed: 'abc', target: 'square', radius: 0.8,
    }, { hiddenLayers: [6, 4] });
    expect(problem).to.deep.equal({});
    const { network, learningRate, updateOrder, seed, steps } = run.trainer!;
    expect(network.layers).to.deep.equal([2, 6, 4, 1]);
    expect([network.activation, network.outputActivation, network.alpha]).to.deep.equal(['tanh', 'sigmoid', 0.2]);
    expect([learningRate, updateOrder, seed, steps]).to.deep.equal([0.3, 'in-place', 'abc', 0]);
    expect(run.trainer!.getState().init).to.equal('uniform');
    expect([run.stepsPerFrame, run.maxSteps, run.playing]).to.deep.equal([5, 77, true]);
    expect(run.trainer!.score().baseline).to.equal(new Trainer({ network, target: createTarget('square', { radius: 0.8 }) }).score().baseline);
    expect(changes).to.deep.equal([]);
  });

  it('begins still where it is paused', () => {
    apply({ paused: true });
    expect(run.playing).to.equal(false);
    expect(changes).to.deep.equal([]);
  });

  it('gives the weights that core gives for the same seed', () => {
    apply();
    const trainer = new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('circle'), seed: '7' });
    expect(run.trainer!.network.parameters).to.deep.equal(trainer.network.parameters);
  });

  const anew: [string, Partial<TrainerSettings>, Partial<ModelOrigin>?][] = [
    ['hidden layers', {}, { hiddenLayers: [3] }],
    ['child’s layers', {}, { script: { layers: [2, 3, 1] } }],
    ['activation', { activation: 'tanh' }],
    ['outputActivation', { outputActivation: 'sigmoid' }],
    ['alpha', { alpha: 0.3 }],
    ['init', { init: 'uniform' }],
    ['seed', { seed: '8' }],
    ['first parameters', {}, { parameters: numbers(33) }],
  ];
  for (const [name, changed, origin] of anew) {
    it(`begins anew with another ${name}, once, and goes on playing`, () => {
      apply();
      run.step(50);
      changes.length = 0;
      apply(changed, origin);
      expect(run.trainer!.steps).to.equal(0);
      expect(changes).to.deep.equal(['reset']);
      expect(run.playing).to.equal(true);
    });
  }

  it('begins anew once for several changes at a time, the target among them', () => {
    apply();
    run.step(50);
    changes.length = 0;
    apply({ seed: '8', activation: 'tanh', target: 'ring', learningRate: 0.2 });
    expect(changes).to.deep.equal(['reset']);
    expect(run.trainer!.score().baseline).to.equal(
      new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('ring') }).score().baseline,
    );
  });

  const live: [string, Partial<TrainerSettings>, (trainer: Trainer) => unknown, unknown][] = [
    ['learning rate', { learningRate: 0.25 }, (trainer) => trainer.learningRate, 0.25],
    ['update order', { updateOrder: 'in-place' }, (trainer) => trainer.updateOrder, 'in-place'],
    ['pace', { stepsPerFrame: 7 }, () => run.stepsPerFrame, 7],
    ['end', { maxSteps: 9999 }, () => run.maxSteps, 9999],
  ];
  for (const [what, changed, read, value] of live) {
    it(`takes another ${what} without losing what was learned`, () => {
      apply();
      run.step(50);
      const { trainer } = run;
      const learned = [...trainer!.network.parameters];
      changes.length = 0;
      apply(changed);
      expect(read(run.trainer!)).to.equal(value);
      expect(run.trainer).to.equal(trainer);
      expect([...run.trainer!.network.parameters]).to.deep.equal(learned);
      expect(run.trainer!.steps).to.equal(50);
      expect(changes).to.deep.equal([]);
    });
  }

  it('tells views of another learning rate or update order once, and of the same not at all', () => {
    apply();
    const heard: string[] = [];
    run.watch((change) => heard.push(change));
    apply({ learningRate: 0.3, updateOrder: 'in-place' });
    apply({ stepsPerFrame: 7 });
    apply({ target: 'half', learningRate: 0.2 });
    expect(heard).to.deep.equal(['settings', 'target']);
  });

  it('learns another target from where it stands, as one that changed its mind', () => {
    apply();
    run.step(50);
    changes.length = 0;
    const { network } = run.trainer!;
    const learned = [...network.parameters];
    const next = run.trainer!.peek();
    apply({ target: 'half' });
    expect(run.trainer!.network).to.equal(network);
    expect([...network.parameters]).to.deep.equal(learned);
    expect([run.trainer!.steps, run.trainer!.seed, run.trainer!.learningRate]).to.deep.equal([50, '7', 0.1]);
    expect(run.trainer!.peek()).to.deep.equal({ ...next, target: +(next.x + next.y > 0) });
    expect(changes).to.deep.equal([]);
    run.trainer!.reset();
    const fresh = new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('half'), seed: '7' });
    expect(run.trainer!.network.parameters).to.deep.equal(fresh.network.parameters);
  });

  it('scores by the new target at once, though no step was taken', () => {
    apply();
    expect(run.score().baseline).to.be.closeTo(0.804, 0.001);
    apply({ radius: 1 });
    expect(run.score().baseline).to.be.closeTo(Math.PI / 4, 0.005);
  });

  it('traces the outline of the target, anew only if that changed', () => {
    apply();
    const { shape: { outline } } = model;
    expect(outline).to.deep.equal(traceOutline(createTarget('circle')));
    apply({ seed: '8' });
    expect(model.shape.outline).to.equal(outline);
    apply({ radius: 0.8 });
    expect(model.shape.outline).to.deep.equal(traceOutline(createTarget('circle', { radius: 0.8 })));
    apply({ target: 'heart' });
    expect(model.shape.outline).to.deep.equal(traceOutline(createTarget('heart', { radius: 0.8 })));
  });

  it('traces the levels of a target with values between, whose radius means nothing', () => {
    apply({ target: '0.5 + 0.5*x' });
    const { shape } = model;
    expect(shape).to.deep.equal({ outline: traceOutline(createTarget('0.5 + 0.5*x')), levels: traceLevels(createTarget('0.5 + 0.5*x')) });
    apply({ target: '0.5 + 0.5*x', radius: 0.2 });
    expect(model.shape).to.equal(shape);
    apply({ target: 'circle', radius: 0.2 });
    expect(model.shape.levels).to.deep.equal([]);
  });

  it('starts from given parameters, and comes back to them at a reset', () => {
    const given = numbers(33);
    apply({}, { parameters: given });
    expect([...run.trainer!.network.parameters]).to.deep.equal(given);
    run.step(10);
    run.reset();
    expect([...run.trainer!.network.parameters]).to.deep.equal(given);
  });

  it('takes layers and parameters from the child', () => {
    apply({}, { script: { layers: [2, 1, 1], parameters: [1, 2, 3, 4, 5] } });
    expect(run.trainer!.network.layers).to.deep.equal([2, 1, 1]);
    expect([...run.trainer!.network.parameters]).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('rests with parameters that do not fit, and says why', () => {
    expect(apply({}, { parameters: numbers(5) })).to.deep.equal({ model: '5 parameters: expected 33 for a 2-8-1 network' });
    expect([run.rest, run.playing]).to.deep.equal(['unusable', false]);
    expect(changes).to.deep.equal([]);
    run.step(10);
    expect(run.trainer!.steps).to.equal(0);
  });

  it('rests with a child that is no model, which was told of already', () => {
    expect(apply({}, { unusable: true })).to.deep.equal({});
    expect([run.rest, run.playing]).to.deep.equal(['unusable', false]);
  });

  it('goes on by itself once the parameters are mended', () => {
    apply({}, { parameters: numbers(5) });
    changes.length = 0;
    expect(apply({}, { parameters: numbers(33) })).to.deep.equal({});
    expect([run.rest, run.playing]).to.deep.equal([undefined, true]);
    expect(changes).to.deep.equal(['reset', 'play']);
  });

  it('begins anew with another learning rate after it diverged, and with nothing less', () => {
    apply({ learningRate: 10 });
    run.step(10_000);
    expect(run.rest).to.equal('diverged');
    changes.length = 0;
    apply({ stepsPerFrame: 50 });
    expect(run.rest).to.equal('diverged');
    apply({ learningRate: 0.1 });
    expect([run.rest, run.playing, run.trainer!.steps, run.trainer!.diverged]).to.deep.equal([undefined, true, 0, false]);
    expect(changes).to.deep.equal(['reset', 'play']);
  });

  it('begins anew with another target after it diverged: no step goes on behind the message', () => {
    apply({ learningRate: 10 });
    run.step(10_000);
    apply({ target: 'half' });
    expect([run.rest, run.trainer!.steps]).to.deep.equal([undefined, 0]);
  });

  it('says nothing and does nothing when settings that cannot be used are still the same', () => {
    apply({}, { parameters: numbers(5) });
    changes.length = 0;
    expect(apply({}, { parameters: numbers(5) })).to.deep.equal({});
    expect(changes).to.deep.equal([]);
    expect(apply({}, { parameters: numbers(6) }).model).to.contain('6 parameters');
    expect(changes, 'nothing plays in between').to.deep.equal(['reset']);
  });

  it('knows the hidden layers in use, from wherever they come', () => {
    apply();
    expect(model.hiddenLayers).to.deep.equal([8]);
    apply({}, { script: { layers: [2, 5, 1] } });
    expect(model.hiddenLayers).to.deep.equal([5]);
    apply({}, { script: { layers: [2, 5, 1] }, hiddenLayers: [8] });
    expect(model.hiddenLayers).to.deep.equal([8]);
  });
});
