import { activationNames, targetNames } from '../../core/index.js';
import '../../define/nn-deform.js';
import {
  constantCells, mistakes, never, numberCells, testTable, textCells, type Row,
} from '../../testing/attribute-table.js';
import { biasesKind, weightsKind } from './attributes.js';
import { defaultAlpha } from './default-model.js';

const pair = [[1, 2], [3, 4]];
const other = [[5, 6], [7, 8]];
const zeros = [[0], [0]];

const inputs = {
  ...mistakes, 'a pair': '0.5 0.75', descending: '0.75 0.5', 'three numbers': '0.25 0.5 3', 'two rows': '1 2; 3 4',
  ragged: '1 2; 3', 'two layers': '1 2; 3 4 | 5 6; 7 8', 'two columns': '1; 2', 'a name': ' TANH ',
  'five layers': '1 2; 3 4 | 5 6; 7 8 | 1 2; 3 4 | 5 6; 7 8 | 1 2; 3 4',
} as const;

const rows: readonly Row<keyof typeof inputs>[] = [
  { attribute: 'parameters', initial: null, cells: {}, wrong: [...never, 'abc', 3] },
  {
    attribute: 'w', initial: weightsKind.initial,
    wrong: [...never, 'abc', 3, pair, [[[1, 2], [3]]], [[[1, 2]]]],
    cells: {
      'two rows': [[pair], false], 'two layers': [[pair, other], false],
      'five layers': [[pair, other, pair, other], true],
    },
  },
  {
    attribute: 'b', initial: biasesKind.initial, wrong: [...never, 'abc', 3, [[1, 2, 3, 'x']], [pair]],
    cells: {
      'a pair': [[[[0.5], [0.75]], zeros], false], descending: [[[[0.75], [0.5]], zeros], false],
      'three numbers': [[[[0.25], [0.5]], zeros], true], 'two columns': [[[[1], [2]], zeros], false],
    },
  },
  {
    attribute: 'activation', initial: 'leaky-relu', cells: { 'a name': ['tanh', false] },
    wrong: [...never, ...activationNames.map((name) => [name])],
  },
  {
    attribute: 'alpha', initial: defaultAlpha, cells: numberCells(0, 1),
    wrong: [...never, 'abc', [0.5]],
  },
  {
    attribute: 'layer', initial: 'all', cells: { ...numberCells(0, 2), 'a fraction': [2, true] },
    wrong: [...never, 'abc', [1]],
  },
  {
    attribute: 'grid', initial: 21, cells: { ...numberCells(5, 61), 'a fraction': [21, true] },
    wrong: [...never, 'abc', 8.5],
  },
  { attribute: 'seed', initial: '', cells: textCells(inputs, ['', true]), wrong: [{}, [], () => 1] },
  {
    attribute: 'target', initial: 'xor', cells: constantCells,
    wrong: [...never, 'abc', ...targetNames.map((name) => [name])],
  },
];

describe('The attributes of <nn-deform>', () => {
  testTable('nn-deform', { inputs, rows, flags: ['autoplay'], blank: ['parameters'] });
});
