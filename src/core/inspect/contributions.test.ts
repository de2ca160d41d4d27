import { expect } from 'chai';
import { naiveForward, naiveFunctions, unflatten } from '../../testing/naive-network.js';
import { activationNames, type ActivationName } from '../activations.js';
import { Network } from '../network.js';
import { createRandom } from '../random.js';
import { cellCentres } from '../places.js';
import { NeuronContributions } from './contributions.js';

/** z of the output, with the output of a hidden neuron as it is or put to 0. */
function outputSum(network: Network, x: number, y: number, without?: { layer: number; index: number }): number {
  const layers = unflatten(network.layers, network.parameters);
  const f = naiveFunctions[network.activation](network.alpha);
  if (without) for (const row of layers[without.layer].w) row[without.index] = 0; // nothing of it goes on
  const { z } = naiveForward(layers, layers.map(() => f), [x, y]);
  return z[z.length - 1][0];
}

function drawn(layers: number[], activation: ActivationName): Network {
  const network = new Network({ layers, activation, alpha: 0.1 });
  network.initialize(createRandom(`shares ${layers.join()}`), 'uniform');
  return network;
}

describe('Shares', () => {
  const points = cellCentres(4);
  const shares = new NeuronContributions();

  for (const activation of activationNames) {
    for (const layers of [[2, 8, 1], [2, 5, 4, 1], [2, 3, 7, 2, 1]]) {
      it(`are what the output's sum loses without a neuron, in ${layers.join('-')} of ${activation}`, () => {
        const network = drawn(layers, activation);
        const before = [...network.parameters];
        const out = new Float64Array(16);
        for (let layer = 1; layer < layers.length - 1; layer++) {
          for (let index = 0; index < layers[layer]; index++) {
            shares.compute(network, { layer, index }, points, out);
            out.forEach((share, k) => {
              const [x, y] = [points[2 * k], points[2 * k + 1]];
              expect(share).to.be.closeTo(outputSum(network, x, y) - outputSum(network, x, y, { layer, index }), 1e-12);
            });
          }
        }
        expect([...network.parameters], 'only read').to.deep.equal(before);
      });
    }
  }

  it('add up to the output with its bias, in one hidden layer', () => {
    const network = drawn([2, 8, 1], 'tanh');
    const out = new Float64Array(1);
    let sum = network.biasOf(2, 0);
    for (let index = 0; index < 8; index++) {
      shares.compute(network, { layer: 1, index }, Float64Array.of(0.3, -0.4), out);
      sum += out[0];
    }
    expect(sum).to.be.closeTo(outputSum(network, 0.3, -0.4), 1e-12);
  });

  it('name what there is not', () => {
    const network = drawn([2, 8, 1], 'relu');
    const out = new Float64Array(16);
    for (const [layer, index] of [[0, 0], [2, 0], [1, 8], [1, -1]]) {
      expect(() => shares.compute(network, { layer, index }, points, out)).to.throw(RangeError, `neuron ${index} of layer ${layer}`);
    }
    expect(() => shares.compute(network, { layer: 1, index: 0 }, points, new Float64Array(15))).to.throw(RangeError, '32 coordinates and room for 15');
  });
});
