import { expect } from '@open-wc/testing';
import { NnDeform } from '../tags/deform/nn-deform.js';
import { testEntry } from '../testing/entry.js';

describe('the entry of nn-deform', () => {
  testEntry('nn-deform', NnDeform, () => import('./nn-deform.js'));

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-deform.js');
    const element = document.createElement('nn-deform');
    expect(element.grid).to.equal(21);
    expect(element).to.be.instanceOf(NnDeform);
  });
});
