import { expect } from '@open-wc/testing';
import type { StringsController } from '../../../page/strings-controller.js';
import { lookAt } from '../../../testing/look.js';
import { stringsOf } from '../../../testing/strings.js';
import { changesOf, outputsOf, responsibilitiesOf, termsOf } from './table-data.js';

describe('the tables of a step', () => {
  let strings: StringsController;

  beforeEach(async () => {
    strings = await stringsOf();
  });

  const sizes = (values: readonly (number | undefined)[]): number[] => values.map((value) => Math.abs(value ?? 0));
  const isLargest = (values: readonly (number | undefined)[], row: number): boolean => sizes(values)[row] === Math.max(...sizes(values));

  it('take the row of the largest output, contribution or responsibility for the example', () => {
    const look = lookAt(strings, [2, 8, 1]);
    const tables = [outputsOf(look, 1), termsOf(look), responsibilitiesOf(look, 1)];
    for (const { columns, row, rows } of tables) {
      expect(rows).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8']);
      expect(isLargest(columns.find(({ bar }) => bar)!.values, row)).to.equal(true);
    }
  });

  it('take the row and the column that the reader chose', () => {
    const look = lookAt(strings, [2, 8, 1], { row: 5, column: 1 });
    expect([outputsOf(look, 1).row, termsOf(look).row, responsibilitiesOf(look, 1).row, changesOf(look, 2).row]).to.deep.equal([5, 5, 5, 5]);
    expect([changesOf(look, 1).row, changesOf(look, 1).column]).to.deep.equal([5, 1]);
  });

  it('of the hidden layer have a column for each input and the bias, before and after', () => {
    const look = lookAt(strings, [2, 8, 1]);
    const { columns, choices, shown, row } = changesOf(look, 1);
    expect([columns.map(({ head }) => head), choices, shown]).to.deep.equal([['w1.x', 'w1.y', 'b1'], ['w1.x', 'w1.y', 'b1'], [0, 1, 2]]);
    const { before, after } = look.dissection;
    expect([columns[1].before![3], columns[1].values[3], columns[2].before![3]]).to.deep.equal([before[7], after[7], before[19]]);
    const largest = Array.from({ length: 8 }, (_, j) => Math.max(...columns.map(({ values, before: were }) => Math.abs(values[j]! - were![j]!))));
    expect(largest[row]).to.equal(Math.max(...largest));
  });

  it('of the output have its weights and, last, its bias, which is not the example by itself', () => {
    const look = lookAt(strings, [2, 3, 1]);
    const { rows, columns: [dW, w2], row } = changesOf(look, 2);
    expect([rows, dW.values[3], w2.values[3]]).to.deep.equal([['1', '2', '3', 'b2'], undefined, look.dissection.after[12]]);
    expect(row).to.be.below(3);
  });

  it('of a layer with many inputs show the chosen one beside the bias', () => {
    const { columns, choices, shown, column } = changesOf(lookAt(strings, [2, 6, 4, 1]), 2);
    expect([choices.length, shown, columns.length]).to.deep.equal([7, [column, 6], 2]);
    expect(changesOf(lookAt(strings, [2, 6, 4, 1], { column: 6 }), 2).shown).to.deep.equal([6]);
  });
});
