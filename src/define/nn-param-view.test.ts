import { expect } from '@open-wc/testing';
import { NnParamView as Unregistered } from '../elements/nn-param-view.js';
import { catchWarnings } from '../testing/warnings.js';

describe('the entry of nn-param-view', () => {
  it('registers the tag, which the class alone does not, and gives the class', async () => {
    expect(customElements.get('nn-param-view')).to.equal(undefined);
    const { messages, restore } = catchWarnings();
    const { NnParamView } = await import('./nn-param-view.js');
    restore();
    expect(NnParamView).to.equal(Unregistered);
    expect(customElements.get('nn-param-view')).to.equal(NnParamView);
    expect(messages).to.deep.equal([]);
  });

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-param-view.js');
    const view = document.createElement('nn-param-view');
    expect(view.free).to.equal('y');
    expect(view).to.be.instanceOf(Unregistered);
  });
});
