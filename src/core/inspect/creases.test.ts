import { expect } from 'chai';
import type { Activation } from '../activations.js';
import { Creases } from './creases.js';
import { hiddenNeuron } from './hidden-neurons.js';
import { Network } from '../network.js';
import { createRandom } from '../random.js';

/** z of a hidden neuron at a point, from what the layer before puts out. */
function zOf(network: Network, number: number, x: number, y: number): number {
  const { layer, index } = hiddenNeuron(network, number);
  network.forward([x, y]);
  const before = network.layerOutputs(layer - 1);
  return network.weightsOf(layer, index).reduce((sum, w, i) => sum + w * before[i], network.biasOf(layer, index));
}

function drawn(layers: number[], seed: string, scheme: 'he' | 'uniform' = 'uniform', activation: Activation['name'] = 'leaky-relu'): Network {
  const network = new Network({ layers, activation });
  network.initialize(createRandom(seed), scheme);
  return network;
}

function linesOf(creases: Creases): { neuron: number; points: [number, number][] }[] {
  return Array.from({ length: creases.count }, (_, line) => ({
    neuron: creases.neuronOfLine(line),
    points: Array.from({ length: creases.endOfLine(line) - creases.startOfLine(line) }, (__, k): [number, number] => {
      const at = 2 * (creases.startOfLine(line) + k);
      return [creases.points[at], creases.points[at + 1]];
    }),
  }));
}

const isOnBorder = ([x, y]: readonly [number, number]): boolean => Math.abs(Math.max(Math.abs(x), Math.abs(y)) - 1) < 1e-9;

/** Beside the middle of each stretch of a line, z > 0 to its left and z ≤ 0 to its right. */
function expectActiveLeft(network: Network, neuron: number, points: readonly (readonly [number, number])[], off: number): void {
  for (let k = 1; k < points.length; k++) {
    const [[x0, y0], [x1, y1]] = [points[k - 1], points[k]];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length < 1e-6) continue;
    const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
    const [nx, ny] = [(-(y1 - y0) / length) * off, ((x1 - x0) / length) * off];
    expect(zOf(network, neuron, mx + nx, my + ny), `left of ${mx} ${my}`).to.be.above(0);
    expect(zOf(network, neuron, mx - nx, my - ny), `right of ${mx} ${my}`).to.be.below(0);
  }
}

describe('Creases', () => {
  const creases = new Creases();

  it('are where z is 0 in the first layer, from border to border, with the active side to the left', () => {
    for (let seed = 0; seed < 40; seed++) {
      const network = drawn([2, 8, 1], `creases ${seed}`);
      creases.trace(network);
      for (const { neuron, points } of linesOf(creases)) {
        expect(points).to.have.length(2);
        for (const point of points) {
          expect(isOnBorder(point), String(point)).to.equal(true);
          expect(zOf(network, neuron, ...point)).to.be.closeTo(0, 1e-12);
        }
        expectActiveLeft(network, neuron, points, 1e-3);
      }
      const found = new Set(linesOf(creases).map(({ neuron }) => neuron));
      for (let j = 0; j < 8; j++) {
        const corners = [[1, 1], [1, -1], [-1, 1], [-1, -1]].map(([x, y]) => zOf(network, j, x, y) > 0);
        expect(found.has(j), `neuron ${j} of ${seed}`).to.equal(corners.includes(true) && corners.includes(false));
      }
    }
  });

  it('are upright or level where a weight is 0, and nowhere where both are', () => {
    const network = new Network({ layers: [2, 4, 1] });
    network.parameters.set([2, 0, 0, -2, 0, 0, 1, 0, /* biases */ 1, 1, 1, 3]);
    creases.trace(network);
    expect(linesOf(creases)).to.deep.equal([
      { neuron: 0, points: [[-0.5, 1], [-0.5, -1]] },
      { neuron: 1, points: [[1, 0.5], [-1, 0.5]] },
    ]);
  });

  for (const activation of ['leaky-relu', 'relu', 'tanh', 'sigmoid'] as const) {
    it(`follow z = 0 of deeper layers of ${activation} where they bend, each once, open at the border alone`, () => {
      let deeper = 0;
      for (let seed = 0; seed < 10; seed++) {
        const network = drawn([2, 6, 5, 4, 1], `deep ${seed}`, 'he', activation);
        for (let k = 0; k < network.parameters.length; k++) if (network.parameters[k] === 0) network.parameters[k] = 0.1; // biases
        creases.trace(network);
        for (const { neuron, points } of linesOf(creases).filter((line) => line.neuron >= 6)) {
          deeper++;
          for (const [x, y] of points) {
            const around: number[] = []; // both signs within a cell
            for (let k = -20; k <= 20; k++) around.push(zOf(network, neuron, x + k / 360, y), zOf(network, neuron, x, y + k / 360));
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

  it('keep the active side of deeper layers to the left too', () => {
    for (let seed = 0; seed < 10; seed++) {
      // Of one straight neuron behind a linear one: z is a plane, and the crease is exact.
      const network = drawn([2, 3, 2, 1], `plane ${seed}`, 'uniform', 'linear');
      creases.trace(network);
      for (const { neuron, points } of linesOf(creases)) {
        for (const point of points) expect(zOf(network, neuron, ...point)).to.be.closeTo(0, 1e-9);
        expectActiveLeft(network, neuron, points, 1e-4);
      }
    }
  });

  it('are those of the first layer alone where a network is too large', () => {
    const network = drawn([2, 40, 40, 1], 'large');
    creases.trace(network);
    expect(linesOf(creases).every(({ neuron }) => neuron < 40)).to.equal(true);
    expect(creases.count).to.be.above(10);
  });

  it('are found anew in the same memory', () => {
    const network = drawn([2, 8, 6, 1], 'again', 'he');
    creases.trace(network);
    const [lines, { points }] = [linesOf(creases), creases];
    creases.trace(network);
    expect(linesOf(creases)).to.deep.equal(lines);
    expect(creases.points).to.equal(points);
  });
});
