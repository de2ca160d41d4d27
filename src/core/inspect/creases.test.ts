import { expect } from 'chai';
import type { ActivationName } from '../activations.js';
import { Network } from '../network.js';
import { createRandom } from '../random.js';
import { Creases } from './creases.js';
import { hiddenNeuron } from './hidden-neurons.js';

type Point = readonly [x: number, y: number];

/** Returns z of a hidden neuron at a point, from the outputs of the layer before. */
function zOf(network: Network, number: number, [x, y]: Point): number {
  const { layer, index } = hiddenNeuron(network, number);
  network.forward([x, y]);
  const before = network.layerOutputs(layer - 1);
  return network.weightsOf(layer, index).reduce((sum, w, i) => sum + w * before[i], network.biasOf(layer, index));
}

function draw(layers: number[], seed: string, scheme: 'he' | 'uniform', activation?: ActivationName): Network {
  const network = new Network({ layers, activation });
  network.initialize(createRandom(seed), scheme);
  return network;
}

const creases = new Creases();

/** Returns all lines of a network. */
function trace(network: Network): { neuron: number; points: Point[] }[] {
  creases.trace(network);
  return Array.from({ length: creases.count }, (_, line) => {
    const xys = [...creases.points.subarray(2 * creases.startOfLine(line), 2 * creases.endOfLine(line))];
    const points = xys.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, xys[i + 1]]] : []));
    return { neuron: creases.neuronOfLine(line), points };
  });
}

const isOnBorder = ([x, y]: Point): boolean => Math.abs(Math.max(Math.abs(x), Math.abs(y)) - 1) < 1e-9;

/** Checks that z is 0 at all points, > 0 left of the middle of each piece of a line and < 0 right of it. */
function expectCrease(network: Network, neuron: number, points: Point[], tolerance: number, off: number): void {
  for (const point of points) expect(zOf(network, neuron, point)).to.be.closeTo(0, tolerance);
  for (let k = 1; k < points.length; k++) {
    const [[x0, y0], [x1, y1]] = [points[k - 1], points[k]];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length < 1e-6) continue;
    const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
    const [nx, ny] = [(-(y1 - y0) / length) * off, ((x1 - x0) / length) * off];
    expect(zOf(network, neuron, [mx + nx, my + ny]), `left of ${mx} ${my}`).to.be.above(0);
    expect(zOf(network, neuron, [mx - nx, my - ny]), `right of ${mx} ${my}`).to.be.below(0);
  }
}

describe('Creases', () => {
  it('are where z is 0 in the first layer, from border to border, with z > 0 to the left', () => {
    for (let seed = 0; seed < 40; seed++) {
      const network = draw([2, 8, 1], `creases ${seed}`, 'uniform');
      const lines = trace(network);
      for (const { neuron, points } of lines) {
        expect(points.map(isOnBorder)).to.deep.equal([true, true]);
        expectCrease(network, neuron, points, 1e-12, 1e-3);
      }
      for (let j = 0; j < 8; j++) {
        const signs = [[1, 1], [1, -1], [-1, 1], [-1, -1]].map(([x, y]) => zOf(network, j, [x, y]) > 0);
        const found = lines.some(({ neuron }) => neuron === j);
        expect(found, `neuron ${j} of ${seed}`).to.equal(new Set(signs).size === 2);
      }
    }
  });

  it('are upright or level if one weight is 0, and missing if both are', () => {
    const network = new Network({ layers: [2, 4, 1] });
    network.parameters.set([2, 0, 0, -2, 0, 0, 1, 0, /* biases */ 1, 1, 1, 3]);
    expect(trace(network)).to.deep.equal([
      { neuron: 0, points: [[-0.5, 1], [-0.5, -1]] },
      { neuron: 1, points: [[1, 0.5], [-1, 0.5]] },
    ]);
  });

  for (const activation of ['leaky-relu', 'relu', 'tanh', 'sigmoid'] as const) {
    it(`follow z = 0 in deeper layers of ${activation}, open only at the border`, () => {
      let deeper = 0;
      for (let seed = 0; seed < 10; seed++) {
        const network = draw([2, 6, 5, 4, 1], `deep ${seed}`, 'he', activation);
        network.parameters.forEach((v, k) => { if (v === 0) network.parameters[k] = 0.1; }); // biases
        for (const { neuron, points } of trace(network).filter((line) => line.neuron >= 6)) {
          deeper++;
          for (const [x, y] of points) {
            const around: number[] = []; // z in a cross as large as a cell
            for (let k = -20; k <= 20; k++) {
              around.push(zOf(network, neuron, [x + k / 360, y]), zOf(network, neuron, [x, y + k / 360]));
            }
            expect(Math.min(...around)).to.be.below(1e-9);
            expect(Math.max(...around)).to.be.above(-1e-9);
          }
          const [first, last] = [points[0], points[points.length - 1]];
          const closed = Math.hypot(first[0] - last[0], first[1] - last[1]) < 1e-12;
          expect(closed || (isOnBorder(first) && isOnBorder(last)), `from ${first} to ${last}`).to.equal(true);
        }
      }
      expect(deeper).to.be.above(10);
    });
  }

  it('are exact in deeper layers of a linear network, with z > 0 to the left', () => {
    for (let seed = 0; seed < 10; seed++) {
      const network = draw([2, 3, 2, 1], `plane ${seed}`, 'uniform', 'linear');
      for (const { neuron, points } of trace(network)) expectCrease(network, neuron, points, 1e-9, 1e-4);
    }
  });

  it('are only those of the first layer if a network is too large', () => {
    const lines = trace(draw([2, 40, 40, 1], 'large', 'uniform'));
    expect(lines.every(({ neuron }) => neuron < 40)).to.equal(true);
    expect(lines.length).to.be.above(10);
  });

  it('are the same the next time, in the same memory', () => {
    const network = draw([2, 8, 6, 1], 'again', 'he');
    const lines = trace(network);
    const { points } = creases;
    expect(trace(network)).to.deep.equal(lines);
    expect(creases.points).to.equal(points);
  });
});
