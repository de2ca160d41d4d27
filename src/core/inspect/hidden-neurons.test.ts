import { expect } from 'chai';
import { randomNetwork } from '../../testing/network-cases.js';
import { computeWeightedSums, hiddenCount, hiddenNeuron, bendOf } from './hidden-neurons.js';

const network = randomNetwork({ layers: [2, 3, 4, 2, 1] }, 'hidden');

describe('The hidden neurons', () => {
  it('are counted layer by layer', () => {
    expect(hiddenCount(network)).to.equal(9);
    const all = Array.from({ length: 9 }, (_, k) => Object.values(hiddenNeuron(network, k)).join(' '));
    expect(all).to.deep.equal(['1 0', '1 1', '1 2', '2 0', '2 1', '2 2', '2 3', '3 0', '3 1']);
    for (const number of [-1, 9]) expect(() => hiddenNeuron(network, number)).to.throw(RangeError, `number ${number}`);
  });

  it('bend what comes next by their outgoing weights, the more the steeper they are', () => {
    const outgoing = [0, 1, 2, 3].reduce((sum, j) => sum + network.weightsOf(2, j)[1], 0);
    const wanted = outgoing * Math.hypot(...network.weightsOf(1, 1));
    expect(bendOf(network, { layer: 1, index: 1 })).to.be.closeTo(wanted, 1e-15);
    const last = network.weightsOf(4, 0)[1] * Math.hypot(...network.weightsOf(3, 1));
    expect(bendOf(network, { layer: 3, index: 1 })).to.be.closeTo(last, 1e-15);
  });

  it('have weighted sums that are computed at many points together', () => {
    const source = Float64Array.of(1, 2, 3, 4, 5, 6); // two inputs at three points
    const sink = new Float64Array(5).fill(9);
    computeWeightedSums(network, 1, 2, source, 3, sink, 1);
    const [u, v] = network.weightsOf(1, 2);
    const b = network.biasOf(1, 2);
    expect([...sink]).to.deep.equal([9, b + u * 1 + v * 4, b + u * 2 + v * 5, b + u * 3 + v * 6, 9]);
  });
});
