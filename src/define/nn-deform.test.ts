import { expect } from '@open-wc/testing';
import { NnDeform as Unregistered } from '../elements/nn-deform.js';
import { catchWarnings } from '../testing/warnings.js';

describe('the entry of nn-deform', () => {
  it('registers the tag, which the class alone does not, and gives the class', async () => {
    expect(customElements.get('nn-deform')).to.equal(undefined);
    const { messages, restore } = catchWarnings();
    const { NnDeform } = await import('./nn-deform.js');
    restore();
    expect(NnDeform).to.equal(Unregistered);
    expect(customElements.get('nn-deform')).to.equal(NnDeform);
    expect(messages).to.deep.equal([]);
  });

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-deform.js');
    const deform = document.createElement('nn-deform');
    expect(deform.grid).to.equal(21);
    expect(deform).to.be.instanceOf(Unregistered);
  });
});
