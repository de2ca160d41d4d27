import { expect } from 'chai';
import { naiveForward, unflatten } from '../testing/naive-network.js';
import {
  expectClose, expectSameBits, forEachNetwork, layerShapes, naiveFunctionsOf, randomNetwork, uniformNumbers,
} from '../testing/network-cases.js';
import { Activation, activationNames } from './activations.js';
import { Network, parameterAt, updateOrders, type NetworkOptions } from './network.js';
import { createRandom } from './random.js';

describe('Network: the worked example', () => {
  const worked = {
    simultaneous: { w1: [0.49664, -0.24552], b1: 0.0888 },
    'in-place': { w1: [0.49696928, -0.24595904], b1: 0.0898976 },
  };

  for (const order of updateOrders) {
    it(`gives the numbers of the guide, updated ${order}`, () => {
      const network = new Network({ layers: [2, 8, 1] });
      const eight = Array.from({ length: 8 });
      const parametersOf = (w1: number[], b1: number, w2: number, b2: number): number[] => (
        [...eight.flatMap(() => w1), ...eight.map(() => b1), ...eight.map(() => w2), b2]);
      network.parameters.set(parametersOf([0.5, -0.25], 0.1, 0.2, 0));
      expect(network.forward([0.3, -0.4])[0]).to.be.closeTo(0.56, 1e-12);
      expect(network.train([0.3, -0.4], [0], 0.1, order)).to.be.closeTo(0.5 * 0.56 * 0.56, 1e-12);
      const { w1, b1 } = worked[order];
      expectClose(network.parameters, parametersOf(w1, b1, 0.1804, -0.056), 1e-12, order);
    });
  }

  it('gives the single neurons of the guide: 0.7 and 0.71', () => {
    for (const [parameters, input, output] of [
      [[2, 0.3], [0.2], 0.7], [[1.2, -0.5, -0.2], [0.8, 0.1], 0.71],
    ] as const) {
      const network = new Network({ layers: [input.length, 1], outputActivation: 'relu' });
      network.parameters.set(parameters);
      expect(network.forward(input)[0]).to.be.closeTo(output, 1e-12);
    }
  });
});

describe('Network.forward', () => {
  it('predicts what a network written as arrays of arrays predicts', () => {
    forEachNetwork(({ network, what, random, inputs }) => {
      for (let k = 0; k < 20; k++) {
        const input = uniformNumbers(random, inputs).map((v) => 3 * v);
        const { a } = naiveForward(unflatten(network.layers, network.parameters), naiveFunctionsOf(network), input);
        expectClose(network.forward(input), a[a.length - 1], 1e-12, what);
      }
    });
  });

  it('makes no array, and neither do train, gradient and evaluate', () => {
    const network = new Network({ layers: [2, 8, 4, 1] });
    const [point, target, points, out] = [2, 1, 200, 100].map((length) => new Float64Array(length));
    const gradient = new Float64Array(network.parameters.length);
    network.evaluate(points, out); // allocates its buffers, once
    const original = globalThis.Float64Array;
    let made = 0;
    globalThis.Float64Array = new Proxy(original, {
      construct: (constructor, args, newTarget) => {
        made++;
        return Reflect.construct(constructor, args, newTarget) as object;
      },
    });
    try {
      for (const order of updateOrders) {
        network.forward(point);
        network.train(point, target, 0.1, order);
        network.gradient(point, target, gradient);
        network.evaluate(points, out);
      }
    } finally {
      globalThis.Float64Array = original;
    }
    expect(made).to.equal(0);
  });

  it('returns the same array each time, and leaves parameters and input as they were', () => {
    const network = randomNetwork({ layers: [2, 8, 3] }, 'view');
    const parameters = [...network.parameters];
    const input = [0.1, 0.2];
    const first = network.forward(input);
    const before = [...first];
    expect(network.forward([-0.3, 0.9])).to.equal(first);
    expect([...first]).not.to.deep.equal(before);
    expect([...network.parameters]).to.deep.equal(parameters);
    expect(input).to.deep.equal([0.1, 0.2]);
    network.train([0, 1], [0, 0, 0], 0.1);
    expect(network.forward(input)).to.equal(first);
  });

  it('names the length it found and the one it needs', () => {
    const network = new Network({ layers: [2, 8, 1] });
    expect(() => network.forward([1, 2, 3])).to.throw(RangeError, 'Network.forward: input has length 3, expected 2');
    expect(() => network.forward([])).to.throw(RangeError, 'length 0, expected 2');
  });
});

describe('Network.evaluate', () => {
  it('gives the same bits as forward, whatever the number of points', () => {
    forEachNetwork(({ network, what, random, inputs, outputs }) => {
      for (const n of [100, 0, 1, 31, 32, 33, 64, 65]) {
        const points = Float64Array.from(uniformNumbers(random, n * inputs));
        const pointAt = (k: number): Float64Array => points.subarray(k * inputs, (k + 1) * inputs);
        const wanted = Array.from({ length: n }, (_, k) => [...network.forward(pointAt(k))]).flat();
        const out = new Float64Array(n * outputs).fill(NaN);
        network.evaluate(points, out);
        expectSameBits(out, wanted, `${what}, ${n} points`);
      }
    });
  });

  it('predicts 0 and never −0 where relu is off, as forward does', () => {
    const network = new Network({ layers: [1, 1], outputActivation: 'relu' });
    network.parameters.set([1, -0]);
    const out = new Float64Array(2);
    network.evaluate(Float64Array.of(-0, -2), out);
    expectSameBits([...out, ...network.forward([-2])], [0, 0, 0], 'predictions');
  });

  it('does not change a later step', () => {
    const [a, b] = [0, 1].map(() => randomNetwork({ layers: [2, 4, 1] }, 'apart'));
    a.evaluate(new Float64Array(66), new Float64Array(33));
    for (const network of [a, b]) network.train([0.2, 0.3], [1], 0.1);
    expectSameBits(a.parameters, b.parameters, 'parameters');
  });

  it('names the lengths that disagree', () => {
    const network = new Network({ layers: [2, 8, 1] });
    for (const [coordinates, room] of [[3, 1], [4, 3]]) {
      expect(() => network.evaluate(new Float64Array(coordinates), new Float64Array(room)))
        .to.throw(RangeError, `${coordinates} coordinates and room for ${room} predictions`);
    }
  });
});

describe('Network.initialize', () => {
  /** Calls `body` for each parameter in the order of drawing: neuron by neuron, weights then bias. */
  function inOrderOfDrawing(layers: readonly number[], body: (at: number, l: number, isBias: boolean) => void): void {
    for (let l = 1; l < layers.length; l++) {
      for (let j = 0; j < layers[l]; j++) {
        for (let i = 0; i <= layers[l - 1]; i++) body(parameterAt(layers, l, j, i), l, i === layers[l - 1]);
      }
    }
  }

  it('with "uniform" draws neuron by neuron, weights then bias, so that a seed keeps its meaning', () => {
    for (const layers of layerShapes) {
      const network = new Network({ layers });
      let draws = 0;
      network.initialize(() => ++draws / 1000, 'uniform');
      expect(draws).to.equal(network.parameters.length);
      let k = 0;
      inOrderOfDrawing(layers, (at) => expect(network.parameters[at], `draw ${k}`).to.equal(2 * (++k / 1000) - 1));
    }
  });

  it('with "he" draws twelve numbers for each weight, none for a bias, and scales by the inputs of the layer', () => {
    for (const layers of layerShapes) {
      const network = new Network({ layers });
      network.parameters.fill(9);
      let draws = 0;
      // The sum of twelve of these minus 6 is the number of the weight / 1000.
      network.initialize(() => 0.5 + (Math.floor(draws++ / 12) + 1) / 12 / 1000, 'he');
      let weights = 0;
      inOrderOfDrawing(layers, (at, l, isBias) => {
        const wanted = isBias ? 0 : Math.sqrt(2 / layers[l - 1]) * (++weights / 1000);
        expect(network.parameters[at]).to.be.closeTo(wanted, isBias ? 0 : 1e-12);
      });
      expect(draws).to.equal(12 * weights);
    }
  });

  it('with "he" spreads weights as a normal distribution of variance 2 / inputs in every layer', () => {
    const layers = [100, 200, 50, 8];
    const network = new Network({ layers });
    network.initialize(createRandom('statistics'), 'he');
    for (const [l, { w, b }] of unflatten(layers, network.parameters).entries()) {
      const sigma = Math.sqrt(2 / layers[l]);
      const values = w.flat();
      const n = values.length;
      const mean = values.reduce((sum, v) => sum + v, 0) / n;
      const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n);
      const within = values.filter((v) => Math.abs(v) < sigma).length / n;
      expect(Math.abs(mean), `mean of layer ${l}`).to.be.below((4 * sigma) / Math.sqrt(n));
      expect(deviation / sigma, `σ of layer ${l}`).to.be.closeTo(1, 3 / Math.sqrt(n));
      expect(within, `share within σ of layer ${l}`).to.be.closeTo(0.6827, 2.5 / Math.sqrt(n));
      expect(b.every((v) => v === 0), `biases of layer ${l}`).to.equal(true);
    }
  });

  it('with "undecided", the default, draws as "he" and sets the output biases where the output is ½', () => {
    for (const outputActivation of activationNames) {
      const [he, undecided] = (['he', undefined] as const).map((scheme) => {
        const network = new Network({ layers: [2, 3, 4, 2], outputActivation });
        network.initialize(createRandom('half'), scheme);
        return network;
      });
      const biases = [undecided.biasOf(3, 0), undecided.biasOf(3, 1)];
      for (const bias of biases) {
        expect(new Activation(outputActivation).value(bias), outputActivation).to.be.closeTo(0.5, 1e-15);
      }
      const rest = undecided.parameters.slice(0, -2);
      expect([...rest], outputActivation).to.deep.equal([...he.parameters.slice(0, -2)]);
    }
  });

  it('with "uniform" fills (−1, 1), biases too, and never gives an end', () => {
    const values = [...randomNetwork({ layers: [100, 100, 10] }, 'range').parameters];
    expect(Math.min(...values)).to.be.within(-1, -0.998);
    expect(Math.max(...values)).to.be.within(0.998, 1);
    expect(values.includes(0)).to.equal(false);
    const queue = [0, 0, 0.25, 0.5, 0, 0.75];
    const small = new Network({ layers: [2, 1] });
    small.initialize(() => queue.shift()!, 'uniform');
    expect([...small.parameters]).to.deep.equal([-0.5, 0, 0.5]);
    expect(queue).to.have.length(0);
  });

  it('replaces all parameters', () => {
    const network = new Network({ layers: [2, 8, 1] });
    network.parameters.fill(NaN);
    network.initialize(createRandom('again'), 'uniform');
    expectSameBits(network.parameters, randomNetwork({ layers: [2, 8, 1] }, 'again').parameters, 'parameters');
  });
});

describe('Network: construction', () => {
  it('makes the circle model of 33 parameters from its layers alone', () => {
    const { parameters, activation, outputActivation, alpha } = new Network({ layers: [2, 8, 1] });
    expect([parameters.length, alpha]).to.deep.equal([33, 0.01]);
    expect([activation, outputActivation]).to.deep.equal(['leaky-relu', 'leaky-relu']);
  });

  it('keeps its layers when the caller changes the array', () => {
    const layers = [2, 8, 1];
    const network = new Network({ layers });
    layers[1] = 3;
    expect(network.layers).to.deep.equal([2, 8, 1]);
    expect(() => (network.layers as number[]).push(1)).to.throw(TypeError);
  });

  it('names layers, an activation or a slope that it cannot use', () => {
    for (const layers of [[], [2], [2, 0, 1], [2, -1], [2, 1.5, 1], [2, NaN], [2, Infinity]]) {
      expect(() => new Network({ layers }), layers.join()).to.throw(RangeError, `layers are [${layers.join(', ')}]`);
    }
    for (const part of [{ activation: 'constructor' }, { outputActivation: 'Relu' }]) {
      const options = { layers: [2, 1], ...part } as NetworkOptions;
      expect(() => new Network(options)).to.throw(RangeError, `${Object.values(part)[0]} is none of linear`);
    }
    for (const alpha of [-0.1, 1.1, NaN]) {
      expect(() => new Network({ layers: [2, 1], alpha }), String(alpha)).to.throw(RangeError, `alpha is ${alpha}`);
    }
  });
});

describe('Network: the parts of a network', () => {
  const network = new Network({ layers: [2, 3, 2, 1] });
  network.parameters.set(Array.from(network.parameters, (_, k) => k / 10 - 1));

  it('are the outputs of each layer at the last forward, inputs first', () => {
    network.forward([0.5, -0.25]);
    const { a } = naiveForward(unflatten(network.layers, network.parameters), naiveFunctionsOf(network), [0.5, -0.25]);
    a.forEach((wanted, l) => expectClose(network.layerOutputs(l), wanted, 1e-12, `layer ${l}`));
  });

  it('are the weights and the bias of a neuron, as parameterAt finds them', () => {
    unflatten(network.layers, network.parameters).forEach(({ w, b }, k) => w.forEach((row, j) => {
      const l = k + 1;
      expectSameBits(network.weightsOf(l, j), row, `weights of ${l} ${j}`);
      expect(network.biasOf(l, j)).to.equal(b[j]);
      [...row, b[j]].forEach((v, i) => expect(network.parameters[parameterAt(network.layers, l, j, i)]).to.equal(v));
    }));
  });

  it('are named if there is no such layer or neuron', () => {
    expect(() => network.layerOutputs(4)).to.throw(RangeError, 'layer 4, expected 0 to 3');
    expect(() => network.layerOutputs(-1)).to.throw(RangeError);
    for (const [l, j] of [[0, 0], [1, 3], [2, -1], [2, 0.5], [4, 0]]) {
      const message = `neuron ${j} of layer ${l}, expected one of layers 1 to 3 of 2-3-2-1`;
      expect(() => network.weightsOf(l, j)).to.throw(RangeError, `weightsOf: ${message}`);
      expect(() => network.biasOf(l, j)).to.throw(RangeError, `biasOf: ${message}`);
    }
  });
});
