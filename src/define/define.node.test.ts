import { expect } from 'chai';

/** Of the server-side registry that Lit brings to Node, which has no other. */
const registered = (tag: string): unknown => (globalThis as { customElements?: CustomElementRegistry }).customElements?.get(tag);

describe('the package in bare Node', () => {
  it('can be imported where there is no page, and registers its tags with Lit’s server side', async () => {
    expect('document' in globalThis || 'window' in globalThis).to.equal(false);
    expect(registered('nn-circle-trainer')).to.equal(undefined);
    const { NnCircleTrainer } = await import('../index.js');
    expect(NnCircleTrainer).to.be.a('function');
    expect(registered('nn-circle-trainer')).to.equal(NnCircleTrainer);
    expect('document' in globalThis || 'window' in globalThis).to.equal(false);
  });
});
