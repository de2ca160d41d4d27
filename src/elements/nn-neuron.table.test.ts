import { expect, html } from '@open-wc/testing';
import type { NnNeuron } from '../define/nn-neuron.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { mountNeuron, pictureOf } from '../testing/neuron-page.js';
import { holdPage } from '../testing/trainer-page.js';
import { forgetWarnings } from './report.js';

/** What an author may write by mistake, or nearly so. */
const inputs = {
  empty: '', abc: 'abc', '-1': '-1', '0': '0', '1e9': '1e9', NaN: 'NaN', Infinity: 'Infinity', '1,5': '1,5', '8px': '8px', '0x10': '0x10',
  'a fraction': '8.5', 'a pair': '0.5 0.75', 'a minus of print': '\u22120.5 0.75', commas: '0.5, 0.75', descending: '0.75 0.5', equal: '0.5 0.5',
  'a pair too large': '-2000000 2000000', 'three numbers': '0.25 0.5 3', 'two rows': '1 2; 3 4', ragged: '1 2; 3', 'a trailing semicolon': '1 2;',
  'nine rows': '1 1; 1 1; 1 1; 1 1; 1 1; 1 1; 1 1; 1 1; 1 1', 'two single rows': '1; 2', 'nine single rows': '1; 2; 3; 4; 5; 6; 7; 8; 9',
  layers: '1 2; 3 4 | 5 6; 7 8', JSON: '[[1, 2]]', 'a name': ' TANH ', 'names': 'relu tanh', '100 kB': 'x'.repeat(100_000),
} as const;

type Input = keyof typeof inputs;
type Cell = readonly [used: unknown, warns: boolean];

interface Row {
  readonly attribute: string;
  readonly property: keyof NnNeuron;
  /** In use for every input that is not listed, with a warning. */
  readonly initial: unknown;
  readonly cells: Partial<Record<Input, Cell>>;
  /** Written to the property and not of its kind. */
  readonly wrong: readonly unknown[];
}

const never: readonly unknown[] = [{}, 'abc', NaN, Infinity, () => 1, Symbol('s'), 10n, [[]], new Date(0)];
const texts = (used: (text: string) => Cell): Row['cells'] => Object.fromEntries(Object.entries(inputs).map(([input, text]) => [input, used(text)]));

const table: readonly Row[] = [
  {
    attribute: 'w', property: 'w', initial: [[1.2, -0.5]], wrong: [...never, [1, 2], [[1, 2, 3]], [[1, 2], [3]], [['1', null]], 3],
    cells: {
      'a pair': [[[0.5, 0.75]], false], 'a minus of print': [[[-0.5, 0.75]], false], commas: [[[0.5, 0.75]], false], descending: [[[0.75, 0.5]], false],
      equal: [[[0.5, 0.5]], false], 'a pair too large': [[[-10, 10]], true], 'two rows': [[[1, 2], [3, 4]], false],
      'nine rows': [Array(8).fill([1, 1]), true],
    },
  },
  {
    attribute: 'b', property: 'b', initial: [[-0.2]], wrong: [...never, [[1, 2]], [[null]], 3],
    cells: {
      '-1': [[[-1]], false], '0': [[[0]], false], '1e9': [[[10]], true], 'a fraction': [[[8.5]], false],
      'two single rows': [[[1]], true], 'nine single rows': [[[1]], true],
    },
  },
  { attribute: 'activation', property: 'activation', initial: 'relu', cells: { 'a name': ['tanh', false] }, wrong: [...never, ['tanh'], 1] },
  {
    attribute: 'alpha', property: 'alpha', initial: 0.01, wrong: [...never, [0.5], '1,5'],
    cells: { '-1': [0, true], '0': [0, false], '1e9': [1, true], 'a fraction': [1, true] },
  },
  {
    attribute: 'domain', property: 'domain', initial: [-1, 1], wrong: [...never, 1, [1], [2, 1], ['a', 1], []],
    cells: {
      'a pair': [[0.5, 0.75], false], 'a minus of print': [[-0.5, 0.75], false], commas: [[0.5, 0.75], false],
      'a pair too large': [[-100, 100], true], 'three numbers': [[0.25, 0.5], true],
    },
  },
  {
    attribute: 'range', property: 'range', initial: [], wrong: [...never, 1, [1], [2, 1]],
    cells: {
      'a pair': [[0.5, 0.75], false], 'a minus of print': [[-0.5, 0.75], false], commas: [[0.5, 0.75], false],
      'a pair too large': [[-1e6, 1e6], true], 'three numbers': [[0.25, 0.5], true],
    },
  },
  { attribute: 'grid', property: 'grid', initial: 21, cells: { '-1': [5, true], '0': [5, true], '1e9': [61, true] }, wrong: [...never, 7.5, [9]] },
  {
    attribute: 'view', property: 'view', initial: [42, 33], wrong: [...never, 1, [1]],
    cells: {
      'a pair': [[0.5, 5], true], 'a minus of print': [[-0.5, 5], true], commas: [[0.5, 5], true], descending: [[0.75, 5], true], equal: [[0.5, 5], true],
      'a pair too large': [[-180, 85], true], 'three numbers': [[0.25, 5], true],
    },
  },
  {
    attribute: 'probe', property: 'probe', initial: [], wrong: [...never, 1, [1]],
    cells: {
      'a pair': [[0.5, 0.75], false], 'a minus of print': [[-0.5, 0.75], false], commas: [[0.5, 0.75], false], descending: [[0.75, 0.5], false],
      equal: [[0.5, 0.5], false], 'a pair too large': [[-1, 1], true], 'three numbers': [[0.25, 0.5], true],
    },
  },
  { attribute: 'parts', property: 'parts', initial: true, cells: texts(() => [true, false]), wrong: [] },
  { attribute: 'label', property: 'label', initial: '', cells: { ...texts((text) => [text.trim(), false]), '100 kB': ['', true] }, wrong: [{}, [], () => 1, 10n] },
];

describe('<nn-neuron>, whatever its attributes say', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  for (const { attribute, property, initial, cells, wrong } of table) {
    it(`uses a sane ${attribute}, says so when it is not the author's, and draws`, async () => {
      const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`, 240);
      for (const [input, given] of Object.entries(inputs) as [Input, string][]) {
        const [used, warns] = cells[input] ?? [initial, true];
        const cell = `${attribute}="${input}"`;
        forgetWarnings();
        warnings.length = 0;
        neuron.setAttribute(attribute, given);
        await neuron.updateComplete;
        expect(neuron[property], cell).to.deep.equal(used);
        const most = input === 'nine single rows' || (input === 'a pair too large' && attribute === 'probe') ? 2 : 1; // of the kind, then of what it has to fit
        expect(warnings.length, `${cell}: ${warnings.join()}`).to.be.within(+warns, warns ? most : 0);
        for (const warning of warnings) {
          expect(warning.startsWith(`<nn-neuron> ${attribute}="`), warning).to.equal(true);
          expect(warning).to.match(/: expected .+(is used|is ignored)\.$/);
          expect(warning.length).to.be.below(300);
        }
        expect(neuron.getAttribute(attribute), 'the attribute is the author\'s').to.equal(given);
        timing.settle();
        expect(pictureOf(neuron), cell).to.not.equal('');
        neuron.removeAttribute(attribute);
        await neuron.updateComplete;
        warnings.length = 0;
      }
      expect(neuron[property], 'the default is back').to.deep.equal(attribute === 'parts' ? false : initial);
    });

    it(`uses the default where a script writes to ${property} what is not of its kind`, async () => {
      const neuron = await mountNeuron(timing, html`<nn-neuron></nn-neuron>`, 240);
      for (const value of wrong) {
        forgetWarnings();
        warnings.length = 0;
        (neuron as unknown as Record<string, unknown>)[property] = value;
        expect(neuron[property], String(value)).to.deep.equal(initial);
        await neuron.updateComplete;
        expect(warnings, String(value)).to.have.length(1);
        (neuron as unknown as Record<string, unknown>)[property] = null;
        await neuron.updateComplete;
      }
      timing.settle();
      expect(pictureOf(neuron)).to.not.equal('');
    });
  }

  it('says how a number with a comma is written', async () => {
    await mountNeuron(timing, html`<nn-neuron view="42,5 33" w="1,2 -0.5"></nn-neuron>`);
    expect(warnings).to.have.length(2);
    for (const warning of warnings) expect(warning).to.contain('use a point');
  });

  it('has a row for every attribute', () => {
    const declared = (customElements.get('nn-neuron') as unknown as { observedAttributes: string[] }).observedAttributes;
    expect(table.map(({ attribute }) => attribute).sort()).to.deep.equal([...declared].sort());
  });
});
