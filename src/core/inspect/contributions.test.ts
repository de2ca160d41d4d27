import { expect } from 'chai';
import { naiveForward, unflatten } from '../../testing/naive-network.js';
import { forEachNetwork, naiveFunctionsOf, randomNetwork } from '../../testing/network-cases.js';
import type { Network } from '../network.js';
import { cellCentres } from '../places.js';
import { NeuronContributions } from './contributions.js';
import { hiddenCount, hiddenNeuron, type HiddenNeuron } from './hidden-neurons.js';

/** Returns z of the output, without a hidden neuron if one is given. */
function outputSum(network: Network, input: number[], without?: HiddenNeuron): number {
  const layers = unflatten(network.layers, network.parameters);
  if (without) for (const row of layers[without.layer].w) row[without.index] = 0;
  return naiveForward(layers, naiveFunctionsOf(network), input).z.at(-1)![0];
}

describe('NeuronContributions', () => {
  const points = cellCentres(4);
  const contributions = new NeuronContributions();
  const out = new Float64Array(16);

  it('are what the output loses without a neuron', () => {
    forEachNetwork(({ network, what }) => {
      const before = [...network.parameters];
      for (let number = 0; number < hiddenCount(network); number++) {
        const neuron = hiddenNeuron(network, number);
        contributions.compute(network, neuron, points, out);
        out.forEach((found, k) => {
          const point = [points[2 * k], points[2 * k + 1]];
          expect(found, what).to.be.closeTo(outputSum(network, point) - outputSum(network, point, neuron), 1e-12);
        });
      }
      expect([...network.parameters], 'only read').to.deep.equal(before);
    }, [[2, 8, 1], [2, 5, 4, 1], [2, 3, 7, 2, 1]], 0.1);
  });

  it('add up to the output without its bias, in a network of one hidden layer', () => {
    const network = randomNetwork({ layers: [2, 8, 1], activation: 'tanh' }, 'sum');
    const one = new Float64Array(1);
    let sum = network.biasOf(2, 0);
    for (let index = 0; index < 8; index++) {
      contributions.compute(network, { layer: 1, index }, Float64Array.of(0.3, -0.4), one);
      sum += one[0];
    }
    expect(sum).to.be.closeTo(outputSum(network, [0.3, -0.4]), 1e-12);
  });

  it('name a neuron that does not exist, and lengths that disagree', () => {
    const network = randomNetwork({ layers: [2, 8, 1] }, 'none');
    for (const [layer, index] of [[0, 0], [2, 0], [1, 8], [1, -1]]) {
      expect(() => contributions.compute(network, { layer, index }, points, out))
        .to.throw(RangeError, `neuron ${index} of layer ${layer}`);
    }
    expect(() => contributions.compute(network, { layer: 1, index: 0 }, points, new Float64Array(15)))
      .to.throw(RangeError, '32 coordinates and room for 15');
  });
});
