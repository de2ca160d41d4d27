import { expect } from 'chai';
import type { ModelData } from '../../attrs/model.js';
import { traceOutline } from '../../core/contour.js';
import { createTarget, type Trainer } from '../../core/index.js';
import { traceLevels } from '../../core/levels.js';
import { namedOutline } from '../../core/outlines.js';
import { TrainingRun, type RunChange } from '../../model/training-run.js';
import { circleTrainer, parametersOf, stateOf } from '../../testing/circle-trainer.js';
import { RunBuilder, type RunHost } from './run-builder.js';

const defaults = {
  activation: 'leaky-relu', alpha: 0.01, chart: false, data: null, hiddenLayers: [8], init: 'undecided',
  learningRate: 0.1,
  maxSteps: 1000, noise: 0, outputActivation: 'leaky-relu', parameters: null, paused: false, radius: 0.5, seed: '7',
  split: 1, stepsPerFrame: 100, target: 'circle', updateOrder: 'simultaneous',
} as const;
type Attributes = Partial<Pick<RunHost, keyof typeof defaults>>;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => (i % 7) / 10 - 0.3);

describe('RunBuilder', () => {
  let changes: RunChange[];
  let problems: string[];
  let host: RunHost;
  let run: TrainingRun;
  let builder: RunBuilder;

  beforeEach(() => {
    changes = [];
    problems = [];
    const given = new Set<string>();
    const dirty = new Set<string>();
    run = new TrainingRun({ mayResume: true, onRun: (change) => void changes.push(change) });
    host = {
      ...defaults,
      dirty,
      run,
      canvas: { redraw() {} },
      script: { value: {}, isUnusable: false, fail: (...[, , problem]: string[]) => problems.push(problem) },
      isGiven: (name: string) => given.has(name),
      isUnusable: () => false,
      setInUse: (name: string, value: unknown) => Object.assign(host, { [name]: value }),
      requestUpdate() {},
      report: (_: unknown, sentence: string) => problems.push(sentence),
      reportState: (_: unknown, problem: string) => problems.push(problem),
    } as unknown as RunHost;
    builder = new RunBuilder(host);
    give = (attributes) => {
      Object.assign(host, attributes);
      for (const name of Object.keys(attributes)) {
        given.add(name);
        dirty.add(name);
      }
    };
  });

  let give: (attributes: Attributes) => void;

  /** Gives attributes as a page would, and applies them. */
  function apply(attributes: Attributes = {}): void {
    give(attributes);
    builder.applyChanges();
  }

  /** Gives another model script, and applies it. */
  function applyScript(value: ModelData, isUnusable = false): void {
    Object.assign(host.script, { value, isUnusable });
    builder.readScript();
    builder.applyChanges();
  }

  /** Starts the default run, takes 50 steps and forgets what it announced. */
  function startAndStep(): Trainer {
    apply();
    run.step(50);
    changes.length = 0;
    return run.trainer!;
  }

  it('leaves a run on its way as it is, and applies what is written meanwhile, and no more, on arrival', () => {
    apply({ hiddenLayers: [64, 64] });
    run.unit.pictures.add({ visible: true, prominent: true, stale: false, draw() {} });
    run.step(400);
    apply({ learningRate: 0.02 });
    run.step(100);
    void run.goTo(300);
    let looks = 0;
    run.advance(16, () => looks++ === 0); // back at its start, with the settings of that time
    expect(run.urgent).to.equal(true);
    apply({ canvas: host.canvas } as Attributes); // none of its settings
    apply({ radius: 0.8 });
    while (run.urgent) run.advance(16, () => false);
    builder.readBack();
    builder.applyChanges();
    const { settings, steps } = run.trainer!;
    expect([steps, settings.learningRate, host.learningRate, host.radius]).to.deep.equal([300, 0.1, 0.1, 0.8]);
    expect(settings.target(0.6, 0)).to.equal(1);
  });

  it('builds the trainer that the attributes describe, and announces nothing', () => {
    apply({
      activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2, learningRate: 0.3, hiddenLayers: [6, 4],
      stepsPerFrame: 5, maxSteps: 77, init: 'uniform', updateOrder: 'in-place', seed: 'abc', target: 'square',
      radius: 0.8,
    });
    expect(run.trainer!.getState()).to.deep.include({
      layers: [2, 6, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', alpha: 0.2, learningRate: 0.3,
      updateOrder: 'in-place', seed: 'abc', steps: 0, init: 'uniform',
    });
    expect([run.stepsPerFrame, run.maxSteps, run.playing]).to.deep.equal([5, 77, true]);
    const { baseline } = circleTrainer({ target: createTarget('square', { radius: 0.8 }) }).score();
    expect(run.trainer!.score().baseline).to.equal(baseline);
    expect([changes, problems]).to.deep.equal([[], []]);
  });

  it('starts paused where the attribute says so', () => {
    apply({ paused: true });
    expect([run.playing, changes]).to.deep.equal([false, []]);
  });

  const restarts: readonly Attributes[] = [
    { hiddenLayers: [3] }, { activation: 'tanh' }, { outputActivation: 'sigmoid' }, { alpha: 0.3 }, { init: 'uniform' },
    { seed: '8' }, { parameters: numbers(33) }, { seed: '8', activation: 'tanh', target: 'ring', learningRate: 0.2 },
  ];
  for (const attributes of restarts) {
    it(`starts another run, once, with another ${Object.keys(attributes).join(', ')}, and plays on`, () => {
      startAndStep();
      apply(attributes);
      expect([run.trainer!.steps, changes, run.playing]).to.deep.equal([0, ['reset'], true]);
    });
  }

  const live: [keyof typeof defaults, string | number, () => unknown, string[]][] = [
    ['learningRate', 0.25, () => run.trainer!.learningRate, ['settings']],
    ['updateOrder', 'in-place', () => run.trainer!.updateOrder, ['settings']],
    ['stepsPerFrame', 7, () => run.stepsPerFrame, []],
    ['maxSteps', 9999, () => run.maxSteps, []],
    ['target', 'half', () => run.trainer!.target(0.9, 0.9), ['target']],
    ['radius', 1, () => run.trainer!.target(0.9, 0), ['target']],
  ];
  for (const [name, value, read, heard] of live) {
    it(`applies another ${name} to the present run`, () => {
      const trainer = startAndStep();
      const learned = parametersOf(trainer);
      const views: string[] = [];
      run.watch((change) => views.push(change));
      apply({ [name]: value });
      expect(read()).to.equal(heard[0] === 'target' ? 1 : value);
      expect([run.trainer === trainer, trainer.steps, parametersOf(trainer)]).to.deep.equal([true, 50, learned]);
      expect([changes, views]).to.deep.equal([[], heard]);
      apply({ [name]: value });
      expect(views, 'written again').to.deep.equal(heard);
    });
  }

  it('tells views once of several settings, the target first', () => {
    startAndStep();
    const views: string[] = [];
    run.watch((change) => views.push(change));
    apply({ learningRate: 0.3, updateOrder: 'in-place' });
    apply({ target: 'half', learningRate: 0.2 });
    expect(views).to.deep.equal(['settings', 'target']);
  });

  it('learns another target from the next sample on, and scores by it at once', () => {
    const trainer = startAndStep();
    const next = trainer.peek();
    apply({ target: 'half' });
    expect(trainer.peek()).to.deep.equal({ ...next, target: +(next.x + next.y > 0) });
    trainer.reset();
    expect(stateOf(trainer)).to.equal(stateOf(circleTrainer({ target: createTarget('half'), seed: '7' })));
    apply({ target: 'circle', radius: 1 });
    expect(run.score().baseline).to.be.closeTo(Math.PI / 4, 0.005);
  });

  it('finds the outline of the target in use once', () => {
    apply();
    const { outline } = builder.shape;
    expect(outline).to.deep.equal(namedOutline('circle', 0.5));
    apply({ seed: '8' });
    expect(builder.shape.outline).to.equal(outline);
    apply({ radius: 0.8 });
    expect(builder.shape.outline).to.deep.equal(namedOutline('circle', 0.8));
    apply({ target: 'heart' });
    expect(builder.shape.outline).to.deep.equal(namedOutline('heart', 0.8));
  });

  it('traces the levels of a target with values between, whatever the radius', () => {
    const target = createTarget('0.5 + 0.5*x');
    apply({ target: '0.5 + 0.5*x' });
    const { shape } = builder;
    for (let k = 0; !shape.isWhole && k < 100; k++) expect(builder.shape).to.equal(shape);
    expect([shape.outline, shape.levels]).to.deep.equal([traceOutline(target), traceLevels(target)]);
    apply({ radius: 0.2 });
    expect(builder.shape).to.equal(shape);
    apply({ target: 'circle' });
    expect(builder.shape.levels).to.deep.equal([]);
  });

  it('takes layers and parameters from the script, and sets the hidden layers in use', () => {
    applyScript({ layers: [2, 1, 1], parameters: [1, 2, 3, 4, 5] });
    expect([run.trainer!.network.layers, parametersOf(run.trainer!)]).to.deep.equal([[2, 1, 1], [1, 2, 3, 4, 5]]);
    expect([host.hiddenLayers, builder.hasFixedLayers]).to.deep.equal([[1], true]);
    applyScript({ layers: [2, 5, 1] });
    expect([host.hiddenLayers, builder.hasFixedLayers]).to.deep.equal([[5], false]);
    apply({ hiddenLayers: [8] });
    expect(run.trainer!.network.layers).to.deep.equal([2, 8, 1]);
  });

  it('rests with parameters that do not fit, reports each kind of misfit once, and plays once they fit', () => {
    apply({ parameters: numbers(5) });
    expect([run.rest, run.playing, changes]).to.deep.equal(['unusable', false, []]);
    apply({ parameters: numbers(5) });
    expect(problems).to.have.length(1);
    expect(problems[0]).to.contain('5 parameters: expected 33 for a 2-8-1 network');
    apply({ parameters: numbers(6) });
    expect(problems).to.have.length(2);
    expect(changes, 'it does not play in between').to.deep.equal(['reset']);
    apply({ parameters: numbers(33) });
    expect([run.rest, run.playing, problems.length]).to.deep.equal([undefined, true, 2]);
    expect(changes.slice(1)).to.deep.equal(['reset', 'play']);
  });

  const ends: readonly Attributes[] =
    [{ learningRate: 0.1 }, { target: 'half' }, { noise: 0.1 }, { updateOrder: 'in-place' }];
  for (const changed of ends) {
    it(`starts another run after divergence with ${JSON.stringify(changed)}, and with nothing less`, () => {
      apply({ learningRate: 10 });
      run.step(10_000);
      expect(run.rest).to.equal('diverged');
      changes.length = 0;
      apply({ stepsPerFrame: 50 });
      expect(run.rest).to.equal('diverged');
      apply(changed);
      expect([run.rest, run.playing, run.trainer!.steps]).to.deep.equal([undefined, true, 0]);
      expect(changes).to.deep.equal(['reset', 'play']);
    });
  }
});
