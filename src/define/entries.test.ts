import { expect } from '@open-wc/testing';
import { NnActivation } from '../tags/activation/nn-activation.js';
import { NnCircleTrainer } from '../tags/circle-trainer/nn-circle-trainer.js';
import { NnDeform } from '../tags/deform/nn-deform.js';
import { NnNeuron } from '../tags/neuron/nn-neuron.js';
import { NnParamView } from '../tags/param-view/nn-param-view.js';
import { catchWarnings } from '../testing/warnings.js';

/** Each tag's class, name, entry, which nothing else here may load, and a default as the compiler types it. */
const entries = [
  [NnActivation, 'nn-activation', () => import('./nn-activation.js'),
    () => document.createElement('nn-activation').fn, ['relu']],
  [NnCircleTrainer, 'nn-circle-trainer', () => import('./nn-circle-trainer.js'),
    () => document.createElement('nn-circle-trainer').hiddenLayers, [8]],
  [NnDeform, 'nn-deform', () => import('./nn-deform.js'), () => document.createElement('nn-deform').grid, 21],
  [NnNeuron, 'nn-neuron', () => import('./nn-neuron.js'), () => document.createElement('nn-neuron').w, [[1.2, -0.5]]],
  [NnParamView, 'nn-param-view', () => import('./nn-param-view.js'),
    () => document.createElement('nn-param-view').free, 'y'],
] as const;

describe('the entry of a tag', () => {
  for (const [constructor, tag, load, readDefault, initial] of entries) {
    it(`registers ${tag}, which the class alone does not, and exports the class`, async () => {
      expect(customElements.get(tag)).to.equal(undefined);
      const { messages, restore } = catchWarnings();
      const entry = await load();
      restore();
      expect(Object.values(entry)).to.deep.equal([constructor]);
      expect(customElements.get(tag)).to.equal(constructor);
      expect([messages, readDefault()]).to.deep.equal([[], initial]);
    });
  }
});
