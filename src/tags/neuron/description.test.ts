import { expect } from '@open-wc/testing';
import { StringsController } from '../../page/strings-controller.js';
import { defineHost, Host } from '../../testing/host.js';
import { NeuronModel } from './surface-of-sum.js';
import { describeSurface, functionName, neuronName, type SurfaceSettings } from './description.js';

class TestWords extends Host {
  readonly strings = new StringsController(this);
}
defineHost(TestWords);

describe('the words of a surface', () => {
  const { strings } = new TestWords();
  const model = new NeuronModel({ w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false });
  const settings: SurfaceSettings = { domain: [-1, 1], probe: [0.8, 0.1], count: 1, activation: 'relu', alpha: 0.01, neuron: undefined };

  it('tell of an element’s own neurons how many are added, and the sum at the probe', () => {
    expect(describeSurface(settings, model, strings)).to.equal('A surface: y over the inputs p₁ and p₂, each from \u22121 to 1. Neurons added: 1. '
      + 'Activation: ReLU. y goes from 0 to 1.5. Folds: 1. One part is flat at y = 0. At p₁ = 0.8, p₂ = 0.1: f([0.8 0.1]·[1.2 \u22120.5] \u2212 0.2) = 0.71.');
  });

  it('tell of a trainer’s neuron which one it is, and of one deeper in only its value', () => {
    expect(describeSurface({ ...settings, neuron: '1.3' }, model, strings)).to.match(/^Neuron 3 of layer 1 of the network that is learning\. A surface: .+ Activation: ReLU\. .+ = 0\.71\.$/);
    const deep = { ...model, least: -1, most: 2, surface: { ...model.surface, folds: [], flat: [] }, at: () => 0.25, contributions: () => [] };
    expect(describeSurface({ ...settings, activation: 'linear', neuron: 'out' }, deep, strings)).to.equal('The whole output of the network that is learning. '
      + 'A surface: y over the inputs p₁ and p₂, each from \u22121 to 1. Activation: linear. y goes from \u22121 to 2. At p₁ = 0.8, p₂ = 0.1: y = 0.25.');
  });

  it('name a neuron by its layer and its number, and an activation with its slope', () => {
    expect([neuronName('2.12', strings), neuronName('out', strings)]).to.deep.equal(['layer 2, neuron 12', 'the whole network’s output']);
    expect(functionName({ activation: 'leaky-relu', alpha: 0.2 }, strings)).to.equal('leaky ReLU, α = 0.2');
    expect(functionName({ activation: 'tanh', alpha: 0.2 }, strings)).to.equal('tanh');
  });
});
