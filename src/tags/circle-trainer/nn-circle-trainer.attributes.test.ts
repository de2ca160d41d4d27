import { expect } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import { createTarget } from '../../core/index.js';
import { constantCells, mistakes, numberCells, testTable, textCells } from '../../testing/attribute-table.js';
import { circleTrainer, parametersOf, stateOf } from '../../testing/circle-trainer.js';
import { listen, pictureOf } from '../../testing/figure-page.js';
import { createTrainer, eventsDuring, mountTrainer, quietPage, stateEvents } from '../../testing/trainer-page.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

/** What an author may write by mistake, or nearly so. */
const inputs = {
  ...mistakes, 'a list': '6 4', 'a list too long': '1 2 3 4 5', 'an expression': ' x^2 + y^2 < 0.25 ',
} as const;

const layers = {
  '-1': [[1], true], '0': [[1], true], '1e9': [[64], true], 'a list': [[6, 4], false],
  'a list too long': [[1, 2, 3, 4], true],
} as const;
const integers = (min: number, max: number) => ({ ...numberCells(min, max), 'a fraction': undefined });

describe('<nn-circle-trainer>, whatever its attributes say', () => {
  testTable<keyof typeof inputs>('nn-circle-trainer', {
    inputs,
    flags: ['score', 'chart', 'creases', 'mistakes', 'paused'],
    attributes: { 'max-steps': '1' },
    most: (attribute) => (attribute === 'at' ? 2 : 1), // beyond its bound, and then beyond max-steps
    rows: [
      { attribute: 'hidden-layers', initial: [8], cells: layers },
      { attribute: 'activation', initial: 'leaky-relu', cells: {} },
      { attribute: 'output-activation', initial: 'leaky-relu', cells: {} },
      { attribute: 'alpha', initial: 0.01, cells: numberCells(0, 1) },
      { attribute: 'learning-rate', initial: 0.1, cells: numberCells(0, 10) },
      { attribute: 'steps-per-frame', initial: 'auto', cells: integers(1, 10000) },
      { attribute: 'max-steps', initial: 100000, cells: integers(1, 1e9) },
      { attribute: 'at', initial: 0, cells: integers(0, 1) }, // max-steps is 1
      { attribute: 'init', initial: 'undecided', cells: {} },
      { attribute: 'update-order', initial: 'simultaneous', cells: {} },
      {
        attribute: 'target', initial: 'circle',
        cells: { ...constantCells, 'an expression': ['x^2 + y^2 < 0.25', false] },
      },
      { attribute: 'radius', initial: 0.5, cells: numberCells(0.05, 1) },
      { attribute: 'data', initial: null, cells: {} },
      { attribute: 'noise', initial: 0, cells: numberCells(0, 1) },
      { attribute: 'split', initial: 1, cells: numberCells(0.01, 1) },
      { attribute: 'grid', initial: 25, cells: integers(5, 64) },
      { attribute: 'threshold', initial: 0.5, cells: numberCells(0, 1) },
      { attribute: 'parameters', initial: null, cells: {} },
      // Any text is a seed; what is no text, or far too long, is not. An empty one is random.
      { attribute: 'seed', initial: /^\d{1,6}$/, cells: { ...textCells(inputs, ['', true]), empty: undefined } },
    ],
  });
});

describe('The attributes of <nn-circle-trainer>', () => {
  const page = quietPage({ mayWarn: true });

  it('read "none" as no limit, and "false" as present, with a warning', async () => {
    const trainer = await mountTrainer(createTrainer('max-steps="none" paused="false"'));
    expect([trainer.maxSteps, trainer.paused, page.warnings.length]).to.deep.equal([Infinity, true, 1]);
    expect(page.warnings[0]).to.contain('paused="false"');
  });

  /** Sets properties on a trainer that has taken 100 steps. Returns its state events meanwhile. */
  async function change(trainer: NnCircleTrainer, values: Partial<NnCircleTrainer>): Promise<string[]> {
    return eventsDuring(trainer, stateEvents, async () => {
      Object.assign(trainer, values);
      await trainer.updateComplete;
    });
  }

  const live: Partial<NnCircleTrainer> = {
    learningRate: 0.05, updateOrder: 'in-place', stepsPerFrame: 7, maxSteps: 5e4, target: 'heart', radius: 0.7,
    grid: 9, threshold: 0.2, label: 'x', noise: 0.1, split: 0.5,
  };
  it('apply to the present run, for most of them', async () => {
    const trainer = await mountTrainer(createTrainer('steps-per-frame="100" seed="12"'));
    page.timing.tick();
    const before = parametersOf(trainer.trainer);
    for (const [name, value] of Object.entries(live)) {
      expect(await change(trainer, { [name]: value }), name).to.deep.equal([]);
      expect(trainer[name as keyof NnCircleTrainer]).to.equal(value);
    }
    expect([trainer.trainer.steps, parametersOf(trainer.trainer)]).to.deep.equal([100, before]);
  });


  it('start another run once where several of the model change, and none where none changes', async () => {
    const trainer = await mountTrainer(createTrainer('steps-per-frame="100" seed="12" hidden-layers="6 4"'));
    page.timing.tick();
    trainer.setAttribute('hidden-layers', ' 6  4 ');
    expect(await change(trainer, { hiddenLayers: [6, 4], seed: '12', activation: 'leaky-relu' })).to.deep.equal([]);
    expect(trainer.trainer.steps).to.equal(100);
    expect(await change(trainer, { hiddenLayers: [4], seed: '3', activation: 'tanh' })).to.deep.equal(['nn-reset']);
    expect(trainer.trainer.steps).to.equal(0);
  });

  it('apply at once when a method is called, before it is on a page', () => {
    const trainer = createTrainer();
    trainer.hiddenLayers = [3];
    trainer.seed = '5';
    trainer.step(10);
    expect([trainer.trainer.network.layers, trainer.trainer.steps]).to.deep.equal([[2, 3, 1], 10]);
    trainer.learningRate = 0.5;
    expect(trainer.trainer.learningRate).to.equal(0.5);
  });
});

describe('The target of <nn-circle-trainer>', () => {
  const page = quietPage({ mayWarn: true });
  const select = (trainer: NnCircleTrainer): HTMLSelectElement =>
    trainer.shadowRoot!.querySelector('.toolbar .thirds select')!;
  const field = (trainer: NnCircleTrainer): HTMLInputElement | null =>
    trainer.shadowRoot!.querySelector('.toolbar .formula');

  type Field = HTMLInputElement | HTMLSelectElement;
  async function write(trainer: NnCircleTrainer, input: Field, value: string): Promise<void> {
    input.value = value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await trainer.updateComplete;
  }

  it('may be an expression, which is learned as core learns it, and named in quotes', async () => {
    const trainer = await mountTrainer(createTrainer('seed="7" paused target=" sin(3*x) > y "'));
    expect([trainer.target, trainer.surface!.ariaLabel]).to.deep.equal(
      ['sin(3*x) > y', 'A neural network learning the expression “\u2066sin(3*x) > y\u2069”']);
    trainer.step(500);
    const core = circleTrainer({ target: createTarget('sin(3*x) > y'), seed: '7' });
    core.step(500);
    expect(stateOf(trainer.trainer)).to.equal(stateOf(core));
    expect(page.warnings).to.deep.equal([]);
    await expect(trainer).to.be.accessible();
  });

  for (const [given, column] of [
    ['sin(x', 6], ['x = y', 3], ['0.5/x', 4], ['alert(1)', 1], ['x + '.repeat(60), 201],
  ] as const) {
    it(`is the circle instead of "${given.slice(0, 20)}", with a message that names column ${column}`, async () => {
      const trainer = await mountTrainer(createTrainer(`paused target="${given}"`));
      expect(page.warnings).to.have.length(1);
      expect(page.warnings[0]).to.contain(`target="${given.slice(0, 60)}`).and.contain(`column ${column}: `);
      expect([trainer.target, trainer.getAttribute('target')]).to.deep.equal(['circle', given]);
      expect(trainer.trainer.target(0.4, 0.2)).to.equal(1);
      expect(pictureOf(trainer)).not.to.equal('');
    });
  }

  it('has a choice and a field of its own while it is an expression', async () => {
    const trainer = await mountTrainer(createTrainer('controls paused target="x^2 &lt; y"'));
    expect(select(trainer).selectedOptions[0].textContent).to.equal('\u2066x^2 < y\u2069');
    expect([field(trainer)!.value, getComputedStyle(field(trainer)!).direction]).to.deep.equal(['x^2 < y', 'ltr']);
    await expect(trainer).to.be.accessible();
    const events = listen(trainer);
    await write(trainer, field(trainer)!, 'x^2 > y');
    expect(events).to.deep.equal([['nn-change', { attribute: 'target', value: 'x^2 > y' }]]);
    expect([trainer.target, select(trainer).value, trainer.trainer.target(0.5, 0)]).to.deep.equal(
      ['x^2 > y', 'x^2 > y', 1]);
    await write(trainer, select(trainer), 'ring');
    expect([trainer.target, field(trainer), select(trainer).options.length]).to.deep.equal(['ring', null, 8]);
  });

  it('stays in use when the reader writes no target, which is reported', async () => {
    const trainer = await mountTrainer(createTrainer('controls paused target="x^2 &lt; y"'));
    const events = listen(trainer, ['nn-change', 'nn-error']);
    await write(trainer, field(trainer)!, 'x^2 <');
    expect([trainer.target, field(trainer)!.value]).to.deep.equal(['x^2 < y', 'x^2 <']);
    const detail = { code: 'syntax', attribute: 'target', value: 'x^2 <', used: 'x^2 < y', fatal: false };
    expect(events).to.deep.equal([['nn-error', detail]]);
    expect(page.warnings, 'the field says so').to.deep.equal([]);
  });
});
