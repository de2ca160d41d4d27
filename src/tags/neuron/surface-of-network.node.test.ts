import { expect } from 'chai';
import { createRandom, Network, type ActivationName } from '../../core/index.js';
import { NetworkSurface, type NetworkSurfaceSettings } from './surface-of-network.js';
import { SumSurface } from './surface-of-sum.js';

const random = createRandom('network surface');

function networkOf(
  layers: readonly number[], activation: ActivationName = 'leaky-relu', outputActivation = activation,
): Network {
  const network = new Network({ layers, activation, outputActivation, alpha: 0.1 });
  network.initialize(random, 'uniform');
  return network;
}
const surfaceOf = (network: Network, settings: Partial<NetworkSurfaceSettings> = {}): NetworkSurface =>
  new NetworkSurface(network, { neuron: 'out', domain: [-1, 1], range: [], grid: 9, ...settings });

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, what: string): void {
  expect(found.length, what).to.equal(wanted.length);
  Array.from(found).forEach((value, k) => expect(value, what).to.be.closeTo(wanted[k], 1e-9));
}

/** Expects a height, or 0 in place of one within 2 % of the largest. */
function expectHeight(found: number, wanted: number, { least, most, surface }: NetworkSurface, error = 1e-12): void {
  const isFlat = Math.abs(wanted) <= surface.scale.of(0.02 * Math.max(most, -least));
  expect(found).to.be.closeTo(isFlat ? 0 : wanted, error);
}

describe('NetworkSurface', () => {
  it('has the height of any neuron over each point of the grid', () => {
    const network = networkOf([2, 4, 3, 1], 'tanh', 'sigmoid');
    for (const [neuron, layer, index] of [['1.4', 1, 3], ['2.1', 2, 0], ['2.3', 2, 2], ['out', 3, 0]] as const) {
      const model = surfaceOf(network, { neuron, domain: [-2, 1], grid: 5 });
      const { scale, heights } = model.surface;
      for (let k = 0; k < 25; k++) {
        const [x, y] = [-2 + (3 * (k % 5)) / 4, -2 + (3 * Math.floor(k / 5)) / 4];
        network.forward([x, y]);
        const value = network.layerOutputs(layer)[index];
        expectHeight(heights[k], scale.of(value), model);
        expect(model.at(x, y)).to.be.closeTo(value, 1e-12);
        expect(value).to.be.within(model.least - 1e-12, model.most + 1e-12);
      }
    }
  });

  it('equals the surface of a single neuron where it is one of the first layer: heights, fold, flat part, sum', () => {
    for (const activation of ['relu', 'leaky-relu', 'linear', 'tanh'] as const) {
      const network = networkOf([2, 3, 1], activation);
      const [w, b] = [Array.from(network.weightsOf(1, 1)), network.biasOf(1, 1)];
      const model = surfaceOf(network, { neuron: '1.2' });
      const single = new SumSurface({
        w: [w], b: [[b]], activation, alpha: 0.1, domain: [-1, 1], range: [], grid: 9, parts: false,
      });
      const [found, wanted] = [model.surface, single.surface];
      found.heights.forEach((height, k) => expectHeight(height, wanted.heights[k], model, 1e-9));
      expectClose(found.flat, wanted.flat, 'flat');
      expect(found.zero.length > 0).to.equal(wanted.zero.length > 0);
      expect(found.folds.length).to.equal(wanted.folds.length);
      found.folds.forEach(({ points }, k) => {
        const line = wanted.folds[k].points;
        expectClose(points, [...line.subarray(0, 3), ...line.subarray(-3)], 'the ends of the fold');
      });
      const [part, singlePart] = [model.contributions(0.3, -0.4)[0], single.contributions(0.3, -0.4)[0]];
      expect([part.w, part.b]).to.deep.equal([w, b]);
      expectClose([part.z, part.y], [singlePart.z, singlePart.y], 'z and y');
    }
  });

  it('has no fold, no flat part and no sum of inputs deeper in', () => {
    const model = surfaceOf(networkOf([2, 3, 1], 'relu'));
    expect([model.surface.folds, model.surface.flat, model.contributions(0, 0)]).to.deep.equal([[], [], []]);
  });

  it('follows the network, or another of the same shape, in the same arrays', () => {
    const [network, other] = [networkOf([2, 4, 1]), networkOf([2, 4, 1])];
    const model = surfaceOf(network);
    const { heights, edges } = model.surface;
    const before = Array.from(heights);
    network.initialize(random, 'uniform');
    model.follow();
    expect([model.surface.heights === heights, model.surface.edges === edges]).to.deep.equal([true, true]);
    expect(Array.from(heights)).to.not.deep.equal(before);
    for (const edge of edges) {
      for (let k = 0; k < edge.length; k += 3) {
        expectHeight(edge[k + 2], model.surface.scale.of(network.forward([edge[k], edge[k + 1]])[0]), model);
      }
    }
    model.follow(other);
    expect(model.at(0.2, 0.3)).to.equal(other.forward([0.2, 0.3])[0]);
  });

  it('keeps its scale while heights fit, grows it at once, and fits it again where most of it is empty', () => {
    const network = networkOf([2, 1, 1], 'linear');
    network.parameters.fill(0);
    const model = surfaceOf(network);
    const scaleAt = (height: number): NetworkSurface['surface']['scale'] => {
      network.parameters.set([0, 0, 0, 1, height]); // its bias everywhere
      model.follow();
      return model.surface.scale;
    };
    const scale = scaleAt(1);
    for (const height of [0.9, 0.6, 0.99, 0.41]) expect(scaleAt(height), String(height)).to.equal(scale);
    const grown = scaleAt(3);
    expect(grown.high).to.be.at.least(3);
    expect(scaleAt(1.3)).to.equal(grown);
    expect(scaleAt(1.1).high).to.be.within(1.1, 2);
  });

  it('draws as flat what is within 2 % of the largest, and tells it as it is', () => {
    const network = networkOf([2, 1, 1], 'linear');
    network.parameters.set([1, 0, 0, 1, 0]); // y is the first input
    const model = surfaceOf(network, { grid: 61, domain: [-3, 3] }); // a point each 0.1
    const { heights, edges: [front], scale } = model.surface;
    const at = (x: number): number => heights[30 * 61 + Math.round((x + 3) * 10)];
    expect([at(0), at(0.1)].map((height) => height === 0)).to.deep.equal([true, false]);
    network.parameters.set([1, 0, 0, 1, 0.03]); // the largest is 3.03
    model.follow();
    expect(at(0), '0.03, within 2 %').to.equal(0);
    expect(at(0.1)).to.be.closeTo(scale.of(0.13), 1e-12);
    expect(front.filter((height, k) => k % 3 === 2 && Math.abs(height) < scale.of(0.06)).every((h) => h === 0))
      .to.equal(true);
    expect(model.at(0, 0)).to.equal(0.03);
  });

  it('cuts off at a range', () => {
    const { scale, heights } = surfaceOf(networkOf([2, 4, 1]), { range: [-0.01, 0.01] }).surface;
    expect([scale.low, scale.high]).to.deep.equal([-0.01, 0.01]);
    for (const height of heights) expect(height).to.be.within(scale.of(-0.01), scale.of(0.01));
  });
});
