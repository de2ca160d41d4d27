import { expect, html } from '@open-wc/testing';
import type { NnCircleTrainer } from '../define/nn-circle-trainer.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { holdPage, mountTrainer, pictureOf } from '../testing/trainer-page.js';
import { forgetWarnings } from './report.js';

/** What an author may write by mistake, or nearly so. */
const inputs = {
  empty: '', abc: 'abc', '-1': '-1', '0': '0', '1e9': '1e9', NaN: 'NaN', Infinity: 'Infinity', '1,5': '1,5', '8px': '8px',
  '0x10': '0x10', 'a list': '6 4', 'a list too long': '1 2 3 4 5', 'a fraction': '8.5',
  'JSON of the wrong shape': '{"a": [1]}', '100 kB': 'x'.repeat(100_000),
} as const;

type Input = keyof typeof inputs;
type Cell = readonly [used: unknown, warns: boolean];

interface Row {
  readonly attribute: string;
  readonly property: keyof NnCircleTrainer;
  /** In use for every input that is not listed, with a warning. */
  readonly initial: unknown;
  readonly cells: Partial<Record<Input, Cell>>;
}

const named = (attribute: string, property: keyof NnCircleTrainer, initial: string): Row =>
  ({ attribute, property, initial, cells: {} });

const table: readonly Row[] = [
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
  named('target', 'target', 'circle'),
  { attribute: 'radius', property: 'radius', initial: 0.5, cells: { '-1': [0.05, true], '0': [0.05, true], '1e9': [1, true], 'a fraction': [1, true] } },
  { attribute: 'grid', property: 'grid', initial: 25, cells: { '-1': [5, true], '0': [5, true], '1e9': [64, true] } },
  { attribute: 'threshold', property: 'threshold', initial: 0.5, cells: { '-1': [0, true], '0': [0, false], '1e9': [1, true], 'a fraction': [1, true] } },
  {
    attribute: 'paused', property: 'paused', initial: true,
    cells: Object.fromEntries(Object.keys(inputs).map((input) => [input, [true, false]])),
  },
  { attribute: 'parameters', property: 'parameters', initial: null, cells: {} },
  {
    // Any text names a run; only what is no text, or far too long, does not.
    attribute: 'seed', property: 'seed', initial: /^\d{1,6}$/,
    cells: Object.fromEntries(Object.entries(inputs).filter(([input]) => input !== 'empty' && input !== '100 kB')
      .map(([input, text]) => [input, [text, false]])),
  },
  {
    attribute: 'label', property: 'label', initial: '',
    cells: {
      ...Object.fromEntries(Object.entries(inputs).filter(([input]) => input !== '100 kB').map(([input, text]) => [input, [text, false]])),
    },
  },
];

describe('<nn-circle-trainer>, whatever its attributes say', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  for (const { attribute, property, initial, cells } of table) {
    it(`uses a sane ${attribute}, says so when it is not the author's, and draws`, async () => {
      const trainer = await mountTrainer(timing, html`<nn-circle-trainer max-steps="1"></nn-circle-trainer>`);
      for (const [input, given] of Object.entries(inputs) as [Input, string][]) {
        const [used, warns] = cells[input] ?? [initial, true];
        forgetWarnings();
        warnings.length = 0;
        trainer.setAttribute(attribute, given);
        await trainer.updateComplete;
        const cell = `${attribute}="${input}"`;
        if (used instanceof RegExp) expect(trainer[property], cell).to.match(used);
        else expect(trainer[property], cell).to.deep.equal(used);
        expect(warnings.length, `${cell}: ${warnings.join()}`).to.equal(+warns);
        for (const warning of warnings) {
          expect(warning.startsWith(`<nn-circle-trainer> ${attribute}="${given.slice(0, 60)}`), warning).to.equal(true);
          expect(warning).to.contain('expected ');
          expect(warning.length).to.be.below(300);
        }
        if (input === '1,5' && warns && typeof initial === 'number') expect(warnings[0]).to.contain('use a point');
        expect(trainer.getAttribute(attribute), 'the attribute is the author\'s').to.equal(given);
        timing.settle(2000);
        expect(pictureOf(trainer).drawn, cell).to.equal(true);
        trainer.removeAttribute(attribute);
        await trainer.updateComplete;
        warnings.length = 0;
      }
      if (initial instanceof RegExp) expect(trainer[property]).to.match(initial);
      else expect(trainer[property], 'the default is back').to.deep.equal(attribute === 'paused' ? false : initial);
    });
  }

  it('reads "none" as no limit, and "false" as present, with a warning', async () => {
    const trainer = await mountTrainer(timing, html`<nn-circle-trainer max-steps="none" paused="false"></nn-circle-trainer>`);
    expect(trainer.maxSteps).to.equal(Infinity);
    expect(trainer.paused).to.equal(true);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('paused="false"');
  });

  it('has a row for every attribute', () => {
    const declared = (customElements.get('nn-circle-trainer') as unknown as { observedAttributes: string[] }).observedAttributes;
    expect(table.map(({ attribute }) => attribute).sort()).to.deep.equal(declared.filter((name) => name !== 'id').sort());
  });
});
