import { expect } from '@open-wc/testing';
import { NnCircleTrainer as Unregistered } from '../elements/nn-circle-trainer.js';
import { catchWarnings } from '../testing/warnings.js';

describe('the entry of nn-circle-trainer', () => {
  it('registers the tag, which the class alone does not, and gives the class', async () => {
    expect(customElements.get('nn-circle-trainer')).to.equal(undefined);
    const { messages, restore } = catchWarnings();
    const { NnCircleTrainer } = await import('./nn-circle-trainer.js');
    restore();
    expect(NnCircleTrainer).to.equal(Unregistered);
    expect(customElements.get('nn-circle-trainer')).to.equal(NnCircleTrainer);
    expect(messages).to.deep.equal([]);
  });

  it('makes what a script creates by name the class, for the compiler too', async () => {
    await import('./nn-circle-trainer.js');
    const trainer = document.createElement('nn-circle-trainer');
    expect(trainer.hiddenLayers).to.deep.equal([8]);
    expect(trainer).to.be.instanceOf(Unregistered);
  });
});
