import { expect } from 'chai';

/** Of the server-side registry that Lit brings to Node, which has no other. */
const registered = (tag: string): unknown => (globalThis as { customElements?: CustomElementRegistry }).customElements?.get(tag);

describe('the package in bare Node', () => {
  it('can be imported where there is no page, and registers its tags with Lit’s server side', async () => {
    expect('document' in globalThis || 'window' in globalThis).to.equal(false);
    expect(registered('nn-circle-trainer')).to.equal(undefined);
    const { NnActivation, NnCircleTrainer, NnDeform, NnNeuron, NnParamView } = await import('../index.js');
    expect(NnCircleTrainer).to.be.a('function');
    for (const [tag, constructor] of Object.entries({
      'nn-activation': NnActivation, 'nn-circle-trainer': NnCircleTrainer, 'nn-deform': NnDeform, 'nn-neuron': NnNeuron, 'nn-param-view': NnParamView,
    })) expect(registered(tag), tag).to.equal(constructor);
    expect('document' in globalThis || 'window' in globalThis).to.equal(false);
  });
});
