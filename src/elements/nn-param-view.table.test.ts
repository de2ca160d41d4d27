import '../define/nn-param-view.js';
import { never, numberCells, testTable, textCells, type Row } from '../testing/attribute-table.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { holdPage } from '../testing/trainer-page.js';

const side = { ...numberCells(-1, 1) };

const table: readonly Row[] = [
  { attribute: 'for', property: 'htmlFor', initial: '', cells: textCells(['', false]), wrong: [{}, [], () => 1] },
  { attribute: 'seed', property: 'seed', initial: '109', cells: textCells(['109', true]), wrong: [{}, [], () => 1, ''] },
  { attribute: 'parameters', property: 'parameters', initial: null, cells: {}, wrong: [...never, 'abc', 3] },
  { attribute: 'free', property: 'free', initial: 'y', cells: {}, wrong: [...never, 'z', ['x']] },
  { attribute: 'x', property: 'x', initial: 0, cells: side, wrong: [...never, 'abc', [0.5]] },
  { attribute: 'y', property: 'y', initial: 0, cells: side, wrong: [...never, 'abc', [0.5]] },
  { attribute: 'show', property: 'show', initial: 'flow', cells: {}, wrong: [...never, 'picture', ['flow']] },
  { attribute: 'label', property: 'label', initial: '', cells: textCells(['', false]), wrong: [{}, [], () => 1] },
];

describe('<nn-param-view>, whatever its attributes say', () => {
  let page: { timing: ManualTiming; warnings: string[]; release: () => void };

  beforeEach(() => {
    page = holdPage();
  });

  afterEach(() => page.release());

  testTable('nn-param-view', table, () => page);
});
