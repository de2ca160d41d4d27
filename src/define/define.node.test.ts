import { expect } from 'chai';

/** The global object; its registry is the server-side one that Lit brings to Node. */
const page: { customElements?: CustomElementRegistry } = globalThis;
const registered = (tag: string): unknown => page.customElements?.get(tag);

describe('the package in bare Node', () => {
  it('can be imported where there is no page, and registers its tags with Lit’s server side', async () => {
    expect('document' in globalThis || 'window' in globalThis).to.equal(false);
    expect(registered('nn-circle-trainer')).to.equal(undefined);
    const { NnActivation, NnCircleTrainer, NnDeform, NnNeuron, NnParamView } = await import('../index.js');
    expect(NnCircleTrainer).to.be.a('function');
    const tags = ['nn-activation', 'nn-circle-trainer', 'nn-deform', 'nn-neuron', 'nn-param-view'];
    expect(tags.map(registered)).to.deep.equal([NnActivation, NnCircleTrainer, NnDeform, NnNeuron, NnParamView]);
    expect('document' in globalThis || 'window' in globalThis).to.equal(false);
  });
});
