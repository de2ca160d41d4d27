import { expect } from 'chai';
import { Network } from '../../core/index.js';
import { wordsIn } from '../../testing/words.js';
import { networkTables } from './network-tables.js';

describe('networkTables', () => {
  const network = new Network({ layers: [2, 3, 1], activation: 'linear', outputActivation: 'linear' });
  network.parameters.set([1, 2, 3, 4, 5, -6, 0.1, 0.2, 0.3, 7, 8, 9, -0.5]);

  it('has every weight and bias, in the row of its neuron, a table a layer', () => {
    expect(networkTables(network, wordsIn())).to.deep.equal([
      {
        caption: 'layer 1', heads: ['neuron', 'w₁', 'w₂', 'b'],
        rows: [
          { name: '1', cells: ['1', '2', '0.1'] }, { name: '2', cells: ['3', '4', '0.2'] },
          { name: '3', cells: ['5', '−6', '0.3'] },
        ],
      },
      { caption: 'output', heads: ['neuron', 'w', 'b'], rows: [{ name: '1', cells: ['7\u20028\u20029', '−0.5'] }] },
    ]);
  });

  it('has what each neuron puts out, if asked', () => {
    network.forward([1, 0.5]);
    const tables = networkTables(network, wordsIn(), true);
    expect(tables.map(({ heads }) => heads.at(-1))).to.deep.equal(['a', 'a']);
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells.at(-1))))
      .to.deep.equal([['2.1', '5.2', '2.3'], [wordsIn().format(7 * 2.1 + 8 * 5.2 + 9 * 2.3 - 0.5)]]);
  });
});
