import { expect } from 'chai';
import { wordsIn } from '../../testing/words.js';
import { describeNeuron, functionName, neuronName } from './description.js';
import { SumLine } from './line-of-sum.js';
import { namesOf } from './names.js';
import type { SurfaceModel } from './surface-model.js';
import { SumSurface, type SumSettings } from './surface-of-sum.js';

const strings = wordsIn();
const plain: SumSettings = {
  w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false,
};
const own = new SumSurface(plain);
const describeWith = (changes: Partial<SurfaceModel> = {}): string => describeNeuron({
  ...own, at: (x, y = 0) => own.at(x, y), contributions: (x, y = 0) => own.contributions(x, y), ...changes,
}, [0.8, 0.1], namesOf(changes.neuron, 2, strings), strings);

describe('describeNeuron', () => {
  it('says of own neurons how many are added, and the sum at the probe', () => {
    expect(describeWith()).to.equal('A surface: y over the inputs p₁ and p₂, each from \u22121 to 1. Neurons added: 1. '
      + 'Activation: ReLU. y goes from 0 to 1.5. Folds: 1. Part of it is flat at 0. '
      + 'At p₁ = 0.8, p₂ = 0.1: f(0.8·1.2 + 0.1·(\u22120.5) \u2212 0.2) = 0.71.');
  });

  it('says of neurons with one input that it is a line, and if each is drawn too', () => {
    const line = new SumLine({ ...plain, w: [[2], [-3]], b: [[0.3], [-1]], parts: true });
    expect(describeNeuron(line, [0.2], namesOf(undefined, 1, strings), strings)).to.equal(
      'A line: y over the input x, from \u22121 to 1. Neurons added: 2. Activation: ReLU. y goes from 0 to 2.3. '
      + 'Folds: 2. Part of it is flat at 0. Each neuron is also drawn on its own. '
      + 'At x = 0.2: f(0.2·2 + 0.3) + f(0.2·(\u22123) \u2212 1) = 0.7.');
  });

  it('says which neuron of a trainer it is, and only the value of one deeper in', () => {
    expect(describeWith({ neuron: '1.3' })).to.match(
      /^Neuron 3 of layer 1 of the network that is learning\. A surface: .+ Activation: ReLU\. .+ = 0\.71\.$/);
    expect(describeWith({
      neuron: 'out', activation: 'linear', least: -1, most: 2, surface: { ...own.surface, folds: [], flat: [] },
      at: () => 0.25, contributions: () => [],
    })).to.equal('The whole output of the network that is learning. A surface: prediction over the inputs '
      + 'x and y, each from \u22121 to 1. Activation: linear. The heights go from \u22121 to 2. '
      + 'At x = 0.8, y = 0.1: prediction = 0.25.');
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
