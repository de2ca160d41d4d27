import { expect, html } from '@open-wc/testing';
import '../../define/nn-activation.js';
import type { NnActivation } from '../../define/nn-activation.js';
import { mistakes, testTable, type Cell, type Row } from '../../testing/attribute-table.js';
import { mountFigure } from '../../testing/figure-page.js';
import { change, detailsOf } from '../../testing/host.js';

/** What an author may write by mistake, or nearly so. */
const inputs = {
  ...mistakes, '0.5': '0.5', '7': '7', 'two numbers': '-2 3', 'with U+2212': '\u22122 3', descending: '3 -2',
  equal: '2 2', 'beyond the bounds': '-1e9 1e9', 'three numbers': '1 2 3', 'one name': 'tanh',
  'two names': 'ReLU, leaky-relu', 'an unknown name': 'relu gelu tanh', 'the same twice': 'tanh tanh',
} as const;

type Input = keyof typeof inputs;

/** Cells of two ascending numbers. */
const pairs: Partial<Record<Input, Cell>> =
  { 'two numbers': [[-2, 3], false], 'with U+2212': [[-2, 3], false], 'three numbers': [[1, 2], true] };

const rows: readonly Row<Input>[] = [
  {
    attribute: 'fn', initial: ['relu'],
    cells: {
      'one name': [['tanh'], false], 'two names': [['relu', 'leaky-relu'], false],
      'an unknown name': [['relu', 'tanh'], true], 'the same twice': [['tanh'], false],
    },
  },
  {
    attribute: 'alpha', initial: 0.01,
    cells: {
      '-1': [0, true], '0': [0, false], '0.5': [0.5, false], '7': [1, true], '1e9': [1, true], 'a fraction': [1, true],
    },
  },
  { attribute: 'domain', initial: [-5, 5], cells: { ...pairs, 'beyond the bounds': [[-100, 100], true] } },
  { attribute: 'range', initial: [], cells: { ...pairs, 'beyond the bounds': [[-1e6, 1e6], true] } },
  {
    attribute: 'probe', initial: 1.5,
    cells: {
      '-1': [-1, false], '0': [0, false], '0.5': [0.5, false], '7': [5, true], '1e9': [5, true],
      'a fraction': [5, true],
    },
  },
];

describe('<nn-activation>, whatever its attributes say', () => {
  const page = testTable('nn-activation', { inputs, rows, flags: ['derivative'] });
  const mount = (): Promise<NnActivation> => mountFigure(page.timing, html`<nn-activation></nn-activation>`);

  it('moves a probe into the domain, back out of it when that widens, and reports it once', async () => {
    const element = await mount();
    const errors = detailsOf(element, 'nn-error');
    element.setAttribute('probe', '4');
    element.setAttribute('domain', '-2 2');
    await element.updateComplete;
    expect(element.probe).to.equal(2);
    expect(errors).to.deep.equal([{ code: 'range', attribute: 'probe', value: 4, used: 2, fatal: false }]);
    expect(page.warnings[0]).to.contain('<nn-activation> probe="4"').and.to.contain('from -2 to 2; "2" is used');
    await change(element, { derivative: true });
    element.removeAttribute('domain');
    await element.updateComplete;
    expect([element.probe, errors.length, page.warnings.length]).to.deep.equal([4, 1, 1]);
  });

  it('takes what scripts write, and an empty list or NaN for none', async () => {
    const element = await mount();
    const read = (): unknown[] => [element.fn, element.domain, element.range, element.probe];
    for (const [fn, domain, range, probe] of [
      [['tanh', 'sigmoid'], [-1, 1], [-2, 2], 0.5], [null, undefined, [], NaN],
    ]) {
      await change(element, { fn, domain, range, probe });
      expect(read()).to.deep.equal([fn ?? ['relu'], domain ?? [-5, 5], range, probe]);
    }
    expect(page.warnings).to.deep.equal([]);
  });
});
