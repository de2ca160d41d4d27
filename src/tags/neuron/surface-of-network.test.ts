import { expect } from '@open-wc/testing';
import { createRandom, Network, type ActivationName } from '../../core/index.js';
import { NetworkSurface, type NetworkSurfaceSettings } from './surface-of-network.js';
import { NeuronModel } from './surface-of-sum.js';

const random = createRandom('network surface');

function networkOf(layers: readonly number[], activation: ActivationName = 'leaky-relu', outputActivation: ActivationName = activation): Network {
  const network = new Network({ layers, activation, outputActivation, alpha: 0.1 });
  network.initialize(random, 'uniform');
  return network;
}
const surfaceOf = (network: Network, more: Partial<NetworkSurfaceSettings> = {}): NetworkSurface =>
  new NetworkSurface(network, { neuron: 'out', domain: [-1, 1], range: [], grid: 9, ...more });

describe('NetworkSurface', () => {
  it('has the height of any neuron over each point of the grid, as the network itself gives it', () => {
    const network = networkOf([2, 4, 3, 1], 'tanh', 'sigmoid');
    for (const [neuron, layer, index] of [['1.4', 1, 3], ['2.1', 2, 0], ['2.3', 2, 2], ['out', 3, 0]] as const) {
      const model = surfaceOf(network, { neuron, domain: [-2, 1], grid: 5 });
      const { scale, heights } = model.surface;
      for (let k = 0; k < 25; k++) {
        const [x, y] = [-2 + (3 * (k % 5)) / 4, -2 + (3 * Math.floor(k / 5)) / 4];
        network.forward([x, y]);
        const value = network.layerOutputs(layer)[index];
        expect(heights[k]).to.be.closeTo(scale.of(value), 1e-12);
        expect(model.at(x, y)).to.be.closeTo(value, 1e-12);
        expect(value).to.be.within(model.least - 1e-12, model.most + 1e-12);
      }
    }
  });

  it('is the surface of a neuron by itself where it is of the first layer: heights, fold, flat part and sum', () => {
    for (const activation of ['relu', 'leaky-relu', 'linear', 'tanh'] as const) {
      const network = networkOf([2, 3, 1], activation);
      const model = surfaceOf(network, { neuron: '1.2' });
      const [w, b] = [Array.from(network.weightsOf(1, 1)), network.biasOf(1, 1)];
      const alone = new NeuronModel({ w: [w], b: [[b]], activation, alpha: 0.1, domain: [-1, 1], range: [], grid: 9, parts: false });
      for (const key of ['heights', 'flat'] as const) {
        const [found, wanted] = [Array.from(model.surface[key]), Array.from(alone.surface[key])];
        expect(found.length, key).to.equal(wanted.length);
        found.forEach((value, k) => expect(value, key).to.be.closeTo(wanted[k], 1e-9));
      }
      expect(model.surface.zero.length > 0).to.equal(alone.surface.zero.length > 0);
      expect(model.surface.folds.length).to.equal(alone.surface.folds.length);
      model.surface.folds.forEach(({ points }, k) => {
        const wanted = alone.surface.folds[k].points;
        [...wanted.subarray(0, 3), ...wanted.subarray(-3)].forEach((value, i) => expect(points[i]).to.be.closeTo(value, 1e-9));
      });
      const [found, wanted] = [model.contributions(0.3, -0.4)[0], alone.contributions(0.3, -0.4)[0]];
      expect([found.w, found.b]).to.deep.equal([w, b]);
      expect(found.z).to.be.closeTo(wanted.z, 1e-12);
      expect(found.y).to.be.closeTo(wanted.y, 1e-12);
      expect(model.first).to.equal(true);
    }
  });

  it('has no fold, no flat part and no sum of inputs deeper in', () => {
    const model = surfaceOf(networkOf([2, 3, 1], 'relu'));
    expect([model.surface.folds, model.surface.flat, model.contributions(0, 0), model.first]).to.deep.equal([[], [], [], false]);
  });

  it('follows the network in the same arrays, its edges too, or another network of the shape', () => {
    const [network, other] = [networkOf([2, 4, 1]), networkOf([2, 4, 1])];
    const model = surfaceOf(network);
    const { heights, edges } = model.surface;
    const before = Array.from(heights);
    network.initialize(random, 'uniform');
    model.follow();
    expect(model.surface.heights).to.equal(heights);
    expect(Array.from(heights)).to.not.deep.equal(before);
    for (const edge of model.surface.edges) {
      for (let k = 0; k < edge.length; k += 3) expect(edge[k + 2]).to.be.closeTo(model.surface.scale.of(network.forward([edge[k], edge[k + 1]])[0]), 1e-12);
    }
    expect(model.surface.edges).to.equal(edges);
    model.follow(other);
    expect(model.at(0.2, 0.3)).to.equal(other.forward([0.2, 0.3])[0]);
  });

  it('keeps its scale while heights fit, lets it grow at once, and fits it anew where most of it is empty', () => {
    const network = networkOf([2, 1, 1], 'linear');
    network.parameters.fill(0);
    const most = (value: number): void => {
      network.parameters.set([0, 0, 0, 1, value]); // its bias everywhere
      model.follow();
    };
    const model = surfaceOf(network);
    most(1);
    const { scale } = model.surface;
    for (const value of [0.9, 0.6, 0.99, 0.41]) {
      most(value);
      expect(model.surface.scale, String(value)).to.equal(scale);
    }
    most(3);
    expect(model.surface.scale.high).to.be.at.least(3);
    const grown = model.surface.scale;
    most(1.3);
    expect(model.surface.scale).to.equal(grown);
    most(1.1);
    expect(model.surface.scale.high).to.be.within(1.1, 2);
  });

  it('cuts off at a range', () => {
    const model = surfaceOf(networkOf([2, 4, 1]), { range: [-0.01, 0.01] });
    const { scale, heights } = model.surface;
    expect([scale.low, scale.high]).to.deep.equal([-0.01, 0.01]);
    for (const height of heights) expect(height).to.be.within(scale.of(-0.01), scale.of(0.01));
  });
});
