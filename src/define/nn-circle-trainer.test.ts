import { expect } from '@open-wc/testing';
import { NnCircleTrainer } from '../tags/circle-trainer/nn-circle-trainer.js';
import { testEntry } from '../testing/entry.js';

describe('the entry of nn-circle-trainer', () => {
  testEntry('nn-circle-trainer', NnCircleTrainer, () => import('./nn-circle-trainer.js'));

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-circle-trainer.js');
    const element = document.createElement('nn-circle-trainer');
    expect(element.hiddenLayers).to.deep.equal([8]);
    expect(element).to.be.instanceOf(NnCircleTrainer);
  });
});
