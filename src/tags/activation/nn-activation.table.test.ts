import { expect, html } from '@open-wc/testing';
import '../../define/nn-activation.js';
import type { NnActivation } from '../../define/nn-activation.js';
import { flagCells, mistakes, testTable, textCells, type Row } from '../../testing/attribute-table.js';
import { mountFigure } from '../../testing/figure-page.js';

/** What an author may write by mistake, or nearly so. */
const inputs = {
  ...mistakes, '0.5': '0.5', '7': '7', 'two numbers': '-2 3', 'with U+2212': '\u22122 3', descending: '3 -2', equal: '2 2',
  'beyond the bounds': '-1e9 1e9', 'three numbers': '1 2 3', 'one name': 'tanh', 'two names': 'ReLU, leaky-relu',
  'an unknown name': 'relu gelu tanh', 'the same twice': 'tanh tanh',
} as const;

const rows: readonly Row<keyof typeof inputs>[] = [
  {
    attribute: 'fn', property: 'fn', initial: ['relu'],
    cells: {
      'one name': [['tanh'], false], 'two names': [['relu', 'leaky-relu'], false], 'an unknown name': [['relu', 'tanh'], true], 'the same twice': [['tanh'], false],
    },
  },
  { attribute: 'alpha', property: 'alpha', initial: 0.01, cells: { '-1': [0, true], '0': [0, false], '0.5': [0.5, false], '7': [1, true], '1e9': [1, true], 'a fraction': [1, true] } },
  {
    attribute: 'domain', property: 'domain', initial: [-5, 5],
    cells: { 'two numbers': [[-2, 3], false], 'with U+2212': [[-2, 3], false], 'beyond the bounds': [[-100, 100], true], 'three numbers': [[1, 2], true] },
  },
  {
    attribute: 'range', property: 'range', initial: [],
    cells: { 'two numbers': [[-2, 3], false], 'with U+2212': [[-2, 3], false], 'beyond the bounds': [[-1e6, 1e6], true], 'three numbers': [[1, 2], true] },
  },
  { attribute: 'derivative', property: 'derivative', initial: false, cells: flagCells(inputs) },
  {
    attribute: 'probe', property: 'probe', initial: NaN,
    cells: { '-1': [-1, false], '0': [0, false], '0.5': [0.5, false], '7': [5, true], '1e9': [5, true], 'a fraction': [5, true] },
  },
  { attribute: 'controls', property: 'controls', initial: false, cells: flagCells(inputs) },
  { attribute: 'label', property: 'label', initial: '', cells: textCells(inputs, ['', false]) },
];

describe('<nn-activation>, whatever its attributes say', () => {
  const page = testTable('nn-activation', { inputs, rows });
  const mount = (): Promise<NnActivation> => mountFigure(page.timing, html`<nn-activation></nn-activation>`);

  it('moves a probe into the domain, back out of it when that widens, and says so once', async () => {
    const element = await mount();
    const errors: unknown[] = [];
    element.addEventListener('nn-error', (event) => errors.push((event as CustomEvent<object>).detail));
    element.setAttribute('probe', '4');
    element.setAttribute('domain', '-2 2');
    await element.updateComplete;
    expect(element.probe).to.equal(2);
    expect(errors).to.deep.equal([{ code: 'range', attribute: 'probe', value: 4, used: 2, fatal: false }]);
    expect(page.warnings).to.deep.equal(['<nn-activation> probe="4": expected a number within the domain, from -2 to 2; "2" is used.']);
    element.derivative = true;
    await element.updateComplete;
    expect(errors, 'no second time for something else').to.have.length(1);
    element.removeAttribute('domain');
    await element.updateComplete;
    expect(element.probe).to.equal(4);
    expect(page.warnings).to.have.length(1);
  });

  it('takes what scripts write, and an empty list or NaN for none', async () => {
    const element = await mount();
    Object.assign(element, { fn: ['tanh', 'sigmoid'], domain: [-1, 1], range: [-2, 2], probe: 0.5 });
    await element.updateComplete;
    expect([element.fn, element.domain, element.range, element.probe]).to.deep.equal([['tanh', 'sigmoid'], [-1, 1], [-2, 2], 0.5]);
    Object.assign(element, { fn: null, domain: undefined, range: [], probe: NaN });
    await element.updateComplete;
    expect([element.fn, element.domain, element.range, element.probe]).to.deep.equal([['relu'], [-5, 5], [], NaN]);
    expect(page.warnings).to.deep.equal([]);
  });
});
