import { expect } from '@open-wc/testing';
import { NnActivation } from '../tags/activation/nn-activation.js';
import { testEntry } from '../testing/entry.js';

describe('the entry of nn-activation', () => {
  testEntry('nn-activation', NnActivation, () => import('./nn-activation.js'));

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-activation.js');
    const element = document.createElement('nn-activation');
    expect(element.fn).to.deep.equal(['relu']);
    expect(element).to.be.instanceOf(NnActivation);
  });
});
