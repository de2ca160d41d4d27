import '../../define/nn-param-view.js';
import {
  flagCells, mistakes, never, numberCells, testTable, textCells, type Row,
} from '../../testing/attribute-table.js';

const inputs = { ...mistakes, 'two names': 'x y' } as const;

const noText = [{}, [], () => 1];

const rows: readonly Row<keyof typeof inputs>[] = [
  { attribute: 'for', property: 'htmlFor', initial: '', cells: textCells(inputs, ['', false]), wrong: noText },
  {
    attribute: 'seed', property: 'seed', initial: '495',
    cells: textCells(inputs, ['495', true]), wrong: [...noText, ''],
  },
  { attribute: 'parameters', property: 'parameters', initial: null, cells: {}, wrong: [...never, 'abc', 3] },
  { attribute: 'free', property: 'free', initial: 'y', cells: {}, wrong: [...never, 'z', ['x']] },
  { attribute: 'x', property: 'x', initial: 0, cells: numberCells(-1, 1), wrong: [...never, 'abc', [0.5]] },
  { attribute: 'y', property: 'y', initial: -0.4, cells: numberCells(-1, 1), wrong: [...never, 'abc', [0.5]] },
  { attribute: 'show', property: 'show', initial: 'flow', cells: {}, wrong: [...never, 'picture', ['flow']] },
  { attribute: 'controls', property: 'controls', initial: false, cells: flagCells(inputs) },
  { attribute: 'label', property: 'label', initial: '', cells: textCells(inputs, ['', false]), wrong: noText },
];

describe('<nn-param-view>, whatever its attributes say', () => {
  testTable('nn-param-view', { inputs, rows, blank: ['parameters', 'for'] });
});
