import { expect } from '@open-wc/testing';
import { NnParamView } from '../tags/param-view/nn-param-view.js';
import { testEntry } from '../testing/entry.js';

describe('the entry of nn-param-view', () => {
  testEntry('nn-param-view', NnParamView, () => import('./nn-param-view.js'));

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-param-view.js');
    const element = document.createElement('nn-param-view');
    expect(element.free).to.equal('y');
    expect(element).to.be.instanceOf(NnParamView);
  });
});
