import { expect } from '@open-wc/testing';
import { NnNeuron } from '../tags/neuron/nn-neuron.js';
import { testEntry } from '../testing/entry.js';

describe('the entry of nn-neuron', () => {
  testEntry('nn-neuron', NnNeuron, () => import('./nn-neuron.js'));

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-neuron.js');
    const element = document.createElement('nn-neuron');
    expect(element.w).to.deep.equal([[1.2, -0.5]]);
    expect(element).to.be.instanceOf(NnNeuron);
  });
});
