import { expect, html } from '@open-wc/testing';
import '../../define/nn-neuron.js';
import { mistakes, never, testTable, type Cell, type Row } from '../../testing/attribute-table.js';
import { mountFigure } from '../../testing/figure-page.js';

/** What an author may write by mistake, or nearly so. */
const inputs = {
  ...mistakes, 'a pair': '0.5 0.75', 'a minus of print': '\u22120.5 0.75', commas: '0.5, 0.75',
  descending: '0.75 0.5', equal: '0.5 0.5', 'a pair too large': '-2000000 2000000', 'three numbers': '0.25 0.5 3',
  'two rows': '1 2; 3 4', ragged: '1 2; 3', 'a trailing semicolon': '1 2;',
  'nine rows': '1 1; 1 1; 1 1; 1 1; 1 1; 1 1; 1 1; 1 1; 1 1', 'two single rows': '1; 2',
  'nine single rows': '1; 2; 3; 4; 5; 6; 7; 8; 9', layers: '1 2; 3 4 | 5 6; 7 8', 'an array': '[[1, 2]]',
  'a name': ' TANH ', names: 'relu tanh', 'a neuron': ' 1.3 ', 'a name of all': ' OUT ',
} as const;

type Input = keyof typeof inputs;

/** Cells of two ascending numbers. */
const pairs: Partial<Record<Input, Cell>> = {
  'a pair': [[0.5, 0.75], false], 'a minus of print': [[-0.5, 0.75], false], commas: [[0.5, 0.75], false],
  'three numbers': [[0.25, 0.5], true],
};

const rows: readonly Row<Input>[] = [
  {
    attribute: 'neuron', initial: 'out', wrong: [...never, 'abc', '0.1', '1.0', '1.3.1', 100.5, [1, 3]],
    cells: { 'a fraction': ['8.5', false], 'a neuron': ['1.3', false], 'a name of all': ['out', false] },
  },
  {
    attribute: 'w', initial: [[1.2, -0.5]],
    wrong: [...never, 'abc', [[1, 2, 3]], [['1', null]], 3],
    cells: {
      'a pair': [[[0.5, 0.75]], false], 'a minus of print': [[[-0.5, 0.75]], false],
      commas: [[[0.5, 0.75]], false], descending: [[[0.75, 0.5]], false], equal: [[[0.5, 0.5]], false],
      'a pair too large': [[[-10, 10]], true], 'two rows': [[[1, 2], [3, 4]], false],
      'nine rows': [Array(8).fill([1, 1]), true], ragged: [[[1, 2], [3, 0]], true],
      '-1': [[[-1]], false], '0': [[[0]], false], '1e9': [[[10]], true], 'a fraction': [[[8.5]], false],
      'two single rows': [[[1], [2]], false],
      'nine single rows': [[1, 2, 3, 4, 5, 6, 7, 8].map((each) => [each]), true], 'a neuron': [[[1.3]], false],
    },
  },
  {
    attribute: 'b', initial: [[-0.2]], wrong: [...never, 'abc', [[1, 2]], [[null]], 3],
    cells: {
      '-1': [[[-1]], false], '0': [[[0]], false], '1e9': [[[10]], true], 'a fraction': [[[8.5]], false],
      'two single rows': [[[1]], true], 'nine single rows': [[[1]], true], 'a neuron': [[[1.3]], false],
    },
  },
  {
    attribute: 'activation', initial: 'relu', wrong: [...never, 'abc', ['tanh'], 1],
    cells: { 'a name': ['tanh', false] },
  },
  {
    attribute: 'alpha', initial: 0.01, wrong: [...never, 'abc', [0.5], '1,5'],
    cells: { '-1': [0, true], '0': [0, false], '1e9': [1, true], 'a fraction': [1, true], 'a neuron': [1, true] },
  },
  {
    attribute: 'domain', initial: [-1, 1], wrong: [...never, 'abc', 1, [1], [2, 1], ['a', 1], []],
    cells: { ...pairs, 'a pair too large': [[-100, 100], true] },
  },
  {
    attribute: 'range', initial: [], wrong: [...never, 'abc', 1, [1], [2, 1]],
    cells: { ...pairs, 'a pair too large': [[-1e6, 1e6], true] },
  },
  {
    attribute: 'grid', initial: 21, wrong: [...never, 'abc', 7.5, [9]],
    cells: { '-1': [5, true], '0': [5, true], '1e9': [61, true] },
  },
  {
    attribute: 'view', initial: [42, 33], wrong: [...never, 'abc', 1, [1]],
    cells: {
      'a pair': [[0.5, 5], true], 'a minus of print': [[-0.5, 5], true], commas: [[0.5, 5], true],
      descending: [[0.75, 5], true], equal: [[0.5, 5], true], 'a pair too large': [[-180, 85], true],
      'three numbers': [[0.25, 5], true],
    },
  },
  {
    attribute: 'probe', initial: [0.8, 0.1], wrong: [...never, 'abc', ['a']],
    cells: {
      ...pairs, descending: [[0.75, 0.5], false], equal: [[0.5, 0.5], false], 'a pair too large': [[-1, 1], true],
      '-1': [[-1, 0], true], '0': [[0, 0], true], '1e9': [[1, 0], true], 'a fraction': [[1, 0], true],
      'a neuron': [[1, 0], true],
    },
  },
];

describe('<nn-neuron>, whatever its attributes say', () => {
  const page = testTable('nn-neuron', {
    inputs, rows, flags: ['parts'],
    // Of the kind, and then of what it has to fit.
    most: (attribute, input) =>
      ((attribute === 'b' && input === 'nine single rows') || (attribute === 'probe' && /^1e9$|large$/.test(input)) ? 2
        : 1),
  });

  it('says how a number with a comma is written', async () => {
    await mountFigure(page.timing, html`<nn-neuron view="42,5 33" w="1,2 -0.5"></nn-neuron>`);
    expect(page.warnings).to.have.length(2);
    for (const warning of page.warnings) expect(warning).to.contain('use a point');
  });
});
