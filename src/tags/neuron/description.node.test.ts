import { expect } from 'chai';
import { wordsIn } from '../../testing/words.js';
import { describeSurface, functionName, neuronName } from './description.js';
import type { SurfaceModel } from './surface-model.js';
import { SumSurface } from './surface-of-sum.js';

const strings = wordsIn();
const own = new SumSurface({
  w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false,
});
const describeWith = (changes: Partial<SurfaceModel> = {}): string => describeSurface({
  ...own, at: (x, y) => own.at(x, y), contributions: (x, y) => own.contributions(x, y), ...changes,
}, [0.8, 0.1], strings);

describe('describeSurface', () => {
  it('says of own neurons how many are added, and the sum at the probe', () => {
    expect(describeWith()).to.equal('A surface: y over the inputs p₁ and p₂, each from \u22121 to 1. Neurons added: 1. '
      + 'Activation: ReLU. y goes from 0 to 1.5. Folds: 1. One part is flat at y = 0. '
      + 'At p₁ = 0.8, p₂ = 0.1: f([0.8 0.1]·[1.2 \u22120.5] \u2212 0.2) = 0.71.');
  });

  it('says which neuron of a trainer it is, and only the value of one deeper in', () => {
    expect(describeWith({ neuron: '1.3' })).to.match(
      /^Neuron 3 of layer 1 of the network that is learning\. A surface: .+ Activation: ReLU\. .+ = 0\.71\.$/);
    expect(describeWith({
      neuron: 'out', activation: 'linear', least: -1, most: 2, surface: { ...own.surface, folds: [], flat: [] },
      at: () => 0.25, contributions: () => [],
    })).to.equal('The whole output of the network that is learning. A surface: y over the inputs p₁ and p₂, '
      + 'each from \u22121 to 1. Activation: linear. y goes from \u22121 to 2. At p₁ = 0.8, p₂ = 0.1: y = 0.25.');
  });
});

describe('names', () => {
  it('are a neuron’s layer and number, and an activation with its slope', () => {
    expect([neuronName('2.12', strings), neuronName('out', strings)])
      .to.deep.equal(['layer 2, neuron 12', 'the whole network’s output']);
    expect(functionName({ activation: 'leaky-relu', alpha: 0.2 }, strings)).to.equal('leaky ReLU, α = 0.2');
    expect(functionName({ activation: 'tanh', alpha: 0.2 }, strings)).to.equal('tanh');
  });
});
