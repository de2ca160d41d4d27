import { expect } from '@open-wc/testing';
import { NnActivation as Unregistered } from '../elements/nn-activation.js';
import { catchWarnings } from '../testing/warnings.js';

describe('the entry of nn-activation', () => {
  it('registers the tag, which the class alone does not, and gives the class', async () => {
    expect(customElements.get('nn-activation')).to.equal(undefined);
    const { messages, restore } = catchWarnings();
    const { NnActivation } = await import('./nn-activation.js');
    restore();
    expect(NnActivation).to.equal(Unregistered);
    expect(customElements.get('nn-activation')).to.equal(NnActivation);
    expect(messages).to.deep.equal([]);
  });

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-activation.js');
    const element = document.createElement('nn-activation');
    expect(element.fn).to.deep.equal(['relu']);
    expect(element).to.be.instanceOf(Unregistered);
  });
});
