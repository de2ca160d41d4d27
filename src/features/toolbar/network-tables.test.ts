import { expect } from '@open-wc/testing';
import { Network } from '../../core/index.js';
import { StringsController } from '../../page/strings-controller.js';
import { defineHost, Host } from '../../testing/host.js';
import { networkTables } from './network-tables.js';

class Speaker extends Host {
  readonly strings = new StringsController(this);
}
defineHost(Speaker);

const { strings } = new Speaker();
const network = new Network({ layers: [2, 3, 1], activation: 'linear', outputActivation: 'linear' });
network.parameters.set([1, 2, 3, 4, 5, -6, 0.1, 0.2, 0.3, 7, 8, 9, -0.5]);

describe('networkTables', () => {
  it('has every weight and bias, in the row of its neuron, a table a layer', () => {
    const [hidden, output] = networkTables(network, strings);
    expect([hidden.caption, output.caption]).to.deep.equal(['layer 1', 'output']);
    expect(hidden.heads).to.deep.equal(['neuron', 'w₁', 'w₂', 'b']);
    expect(hidden.rows).to.deep.equal([
      { name: '1', cells: ['1', '2', '0.1'] }, { name: '2', cells: ['3', '4', '0.2'] }, { name: '3', cells: ['5', '−6', '0.3'] },
    ]);
    expect(output).to.deep.include({ heads: ['neuron', 'w', 'b'], rows: [{ name: '1', cells: ['7\u20028\u20029', '−0.5'] }] });
  });

  it('has what each neuron puts out, if asked', () => {
    network.forward([1, 0.5]);
    const [hidden, output] = networkTables(network, strings, true);
    expect(hidden.heads.at(-1)).to.equal('a');
    expect(hidden.rows.map(({ cells }) => cells.at(-1))).to.deep.equal(['2.1', '5.2', '2.3']);
    expect(output.rows[0].cells.at(-1)).to.equal(strings.format(7 * 2.1 + 8 * 5.2 + 9 * 2.3 - 0.5));
  });
});
