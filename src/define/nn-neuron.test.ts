import { expect } from '@open-wc/testing';
import { NnNeuron as Unregistered } from '../elements/nn-neuron.js';
import { catchWarnings } from '../testing/warnings.js';

describe('the entry of nn-neuron', () => {
  it('registers the tag, which the class alone does not, and gives the class', async () => {
    expect(customElements.get('nn-neuron')).to.equal(undefined);
    const { messages, restore } = catchWarnings();
    const { NnNeuron } = await import('./nn-neuron.js');
    restore();
    expect(NnNeuron).to.equal(Unregistered);
    expect(customElements.get('nn-neuron')).to.equal(NnNeuron);
    expect(messages).to.deep.equal([]);
  });

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-neuron.js');
    const neuron = document.createElement('nn-neuron');
    expect(neuron.w).to.deep.equal([[1.2, -0.5]]);
    expect(neuron).to.be.instanceOf(Unregistered);
  });
});
