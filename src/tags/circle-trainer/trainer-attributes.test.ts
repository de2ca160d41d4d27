import { expect, html } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import { constantCells, flagCells, mistakes, testTable, textCells, type Row } from '../../testing/attribute-table.js';
import { mountTrainer } from '../../testing/trainer-page.js';

/** What an author may write by mistake, or nearly so. */
const inputs = { ...mistakes, 'a list': '6 4', 'a list too long': '1 2 3 4 5', 'an expression': ' x^2 + y^2 < 0.25 ' } as const;

const named = (attribute: string, property: string, initial: string): Row => ({ attribute, property, initial, cells: {} });

const seeds = { ...textCells(inputs, ['', true]), empty: undefined }; // none is drawn by chance

const rows: readonly Row<keyof typeof inputs>[] = [
  {
    attribute: 'hidden-layers', property: 'hiddenLayers', initial: [8],
    cells: {
      '-1': [[1], true], '0': [[1], true], '1e9': [[64], true], 'a list': [[6, 4], false],
      'a list too long': [[1, 2, 3, 4], true],
    },
  },
  named('activation', 'activation', 'leaky-relu'),
  named('output-activation', 'outputActivation', 'leaky-relu'),
  { attribute: 'alpha', property: 'alpha', initial: 0.01, cells: { '-1': [0, true], '0': [0, false], '1e9': [1, true], 'a fraction': [1, true] } },
  { attribute: 'learning-rate', property: 'learningRate', initial: 0.1, cells: { '-1': [0, true], '0': [0, false], '1e9': [10, true], 'a fraction': [8.5, false] } },
  { attribute: 'steps-per-frame', property: 'stepsPerFrame', initial: 100, cells: { '-1': [1, true], '0': [1, true], '1e9': [10000, true] } },
  { attribute: 'max-steps', property: 'maxSteps', initial: 100000, cells: { '-1': [1, true], '0': [1, true], '1e9': [1e9, false] } },
  named('init', 'init', 'he'),
  named('update-order', 'updateOrder', 'simultaneous'),
  {
    attribute: 'target', property: 'target', initial: 'circle',
    cells: { ...constantCells, 'an expression': ['x^2 + y^2 < 0.25', false] },
  },
  { attribute: 'radius', property: 'radius', initial: 0.5, cells: { '-1': [0.05, true], '0': [0.05, true], '1e9': [1, true], 'a fraction': [1, true] } },
  { attribute: 'data', property: 'data', initial: null, cells: {} },
  { attribute: 'noise', property: 'noise', initial: 0, cells: { '-1': [0, true], '0': [0, false], '1e9': [1, true], 'a fraction': [1, true] } },
  { attribute: 'split', property: 'split', initial: 1, cells: { '-1': [0.01, true], '0': [0.01, true], '1e9': [1, true], 'a fraction': [1, true] } },
  { attribute: 'grid', property: 'grid', initial: 25, cells: { '-1': [5, true], '0': [5, true], '1e9': [64, true] } },
  { attribute: 'threshold', property: 'threshold', initial: 0.5, cells: { '-1': [0, true], '0': [0, false], '1e9': [1, true], 'a fraction': [1, true] } },
  { attribute: 'score', property: 'score', initial: false, cells: flagCells(inputs) },
  { attribute: 'chart', property: 'chart', initial: false, cells: flagCells(inputs) },
  { attribute: 'creases', property: 'creases', initial: false, cells: flagCells(inputs) },
  { attribute: 'paused', property: 'paused', initial: false, cells: flagCells(inputs) },
  { attribute: 'parameters', property: 'parameters', initial: null, cells: {} },
  // Any text names a run; only what is no text, or far too long, does not.
  { attribute: 'seed', property: 'seed', initial: /^\d{1,6}$/, cells: seeds },
  { attribute: 'controls', property: 'controls', initial: false, cells: flagCells(inputs) },
  { attribute: 'label', property: 'label', initial: '', cells: textCells(inputs, ['', false]) },
];

describe('<nn-circle-trainer>, whatever its attributes say', () => {
  const page = testTable('nn-circle-trainer', { inputs, rows, attributes: { 'max-steps': '1' } });

  it('reads "none" as no limit, and "false" as present, with a warning', async () => {
    const trainer = await mountTrainer(html`<nn-circle-trainer max-steps="none" paused="false"></nn-circle-trainer>`);
    expect(trainer.maxSteps).to.equal(Infinity);
    expect(trainer.paused).to.equal(true);
    expect(page.warnings).to.have.length(1);
    expect(page.warnings[0]).to.contain('paused="false"');
  });
});
