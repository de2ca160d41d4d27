import { expect } from 'chai';
import { shownStep } from '../../../testing/shown-step.js';
import {
  contributionsTable, hiddenNudgesTable, outputNudgesTable, outputsTable, responsibilitiesTable, type Table,
} from './tables.js';

describe('the tables of a step', () => {
  const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

  it('take the neuron of the largest responsibility for the example of all', () => {
    const step = shownStep([2, 8, 1]);
    const responsibilities = responsibilitiesTable(step, 1);
    const { values } = responsibilities.columns.find(({ hasBar }) => hasBar)!;
    expect(Math.abs(values[responsibilities.row])).to.equal(largest(values));
    for (const { row, rows } of [outputsTable(step, 1), contributionsTable(step), hiddenNudgesTable(step, 1)]) {
      expect(rows).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8']);
      expect(row).to.equal(responsibilities.row);
    }
    expect(outputNudgesTable(step).row).to.equal(responsibilities.row);
  });

  it('take the row and the column that the reader chose', () => {
    const step = shownStep([2, 8, 1], { row: 5, column: 1 });
    const tables: Table[] = [
      outputsTable(step, 1), contributionsTable(step), responsibilitiesTable(step, 1), outputNudgesTable(step),
      hiddenNudgesTable(step, 1),
    ];
    expect([tables.map(({ row }) => row), tables[4].column]).to.deep.equal([[5, 5, 5, 5, 5], 1]);
  });

  it('of the hidden layer have a column for each input and the bias, before and after', () => {
    const step = shownStep([2, 8, 1]);
    const { before, after } = step.dissection;
    const { columns, choices, shown } = hiddenNudgesTable(step, 1);
    const heads = ['w1.x', 'w1.y', 'b1'];
    expect([columns.map(({ head }) => head), choices, shown]).to.deep.equal([heads, heads, [0, 1, 2]]);
    expect([columns[1].before![3], columns[1].values[3], columns[2].before![3]])
      .to.deep.equal([before[7], after[7], before[19]]);
  });

  it('of the output have its weights and, last, its bias, which becomes the example only if it is chosen', () => {
    const step = shownStep([2, 3, 1]);
    const { rows, columns: [dW, w2], row } = outputNudgesTable(step);
    expect(rows).to.deep.equal(['1', '2', '3', 'b2']);
    expect([dW.values[3], w2.values[3]]).to.deep.equal([undefined, step.dissection.after[12]]);
    expect(row).to.be.below(3);
  });

  it('of a layer with many inputs show the chosen one beside the bias', () => {
    const { columns, choices, shown, column } = hiddenNudgesTable(shownStep([2, 6, 4, 1]), 2);
    expect([choices.length, shown, columns.length]).to.deep.equal([7, [column, 6], 2]);
    expect(hiddenNudgesTable(shownStep([2, 6, 4, 1], { column: 6 }), 2).shown).to.deep.equal([6]);
  });
});
