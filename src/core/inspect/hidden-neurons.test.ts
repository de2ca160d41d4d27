import { expect } from 'chai';
import { computeWeightedSums, hiddenCount, hiddenNeuron, sumOutgoingWeights } from './hidden-neurons.js';
import { Network } from '../network.js';
import { createRandom } from '../random.js';

const network = new Network({ layers: [2, 3, 4, 2, 1] });
network.initialize(createRandom('hidden'), 'uniform');

describe('The hidden neurons', () => {
  it('are counted layer by layer', () => {
    expect(hiddenCount(network)).to.equal(9);
    const all = Array.from({ length: 9 }, (_, k) => hiddenNeuron(network, k)).map(({ layer, index }) => `${layer} ${index}`);
    expect(all).to.deep.equal(['1 0', '1 1', '1 2', '2 0', '2 1', '2 2', '2 3', '3 0', '3 1']);
    for (const number of [-1, 9]) expect(() => hiddenNeuron(network, number)).to.throw(RangeError, `number ${number}`);
  });

  it('have outgoing weights whose sum is told', () => {
    const column = [0, 1, 2, 3].reduce((sum, j) => sum + network.weightsOf(2, j)[1], 0);
    expect(sumOutgoingWeights(network, { layer: 1, index: 1 })).to.be.closeTo(column, 1e-15);
    expect(sumOutgoingWeights(network, { layer: 3, index: 1 })).to.equal(network.weightsOf(4, 0)[1]);
  });

  it('add up what comes in, at many points at once', () => {
    const source = Float64Array.of(1, 2, 3, 4, 5, 6); // two inputs at three points
    const sink = new Float64Array(5).fill(9);
    computeWeightedSums(network, 1, 2, source, 3, sink, 1);
    const [u, v] = network.weightsOf(1, 2);
    const b = network.biasOf(1, 2);
    expect([...sink]).to.deep.equal([9, b + u * 1 + v * 4, b + u * 2 + v * 5, b + u * 3 + v * 6, 9]);
  });
});
