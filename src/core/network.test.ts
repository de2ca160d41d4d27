import { expect } from 'chai';
import { naiveForward, unflatten } from '../testing/naive-network.js';
import { expectClose, expectSameBits, forEachActivationPair, naiveFunctionsOf, randomNetwork, layerShapes, uniformNumbers } from '../testing/network-cases.js';
import type { ActivationName } from './activations.js';
import { Network, updateOrders } from './network.js';
import { createRandom } from './random.js';

describe('Network: the worked example', () => {
  const worked = {
    simultaneous: { w1: [0.49664, -0.24552], b1: 0.0888 },
    'in-place': { w1: [0.49696928, -0.24595904], b1: 0.0898976 },
  };

  for (const order of updateOrders) {
    it(`comes out as on paper when weights are nudged ${order}`, () => {
      const network = new Network({ layers: [2, 8, 1] });
      const eight = Array.from({ length: 8 });
      network.parameters.set([...eight.flatMap(() => [0.5, -0.25]), ...eight.map(() => 0.1), ...eight.map(() => 0.2), 0]);
      expect(network.forward([0.3, -0.4])[0]).to.be.closeTo(0.56, 1e-12);
      expect(network.train([0.3, -0.4], [0], 0.1, order)).to.be.closeTo(0.5 * 0.56 * 0.56, 1e-12);
      const { w1, b1 } = worked[order];
      expectClose(
        network.parameters,
        [...eight.flatMap(() => w1), ...eight.map(() => b1), ...eight.map(() => 0.1804), -0.056],
        1e-12,
        order,
      );
    });
  }

  it('gives the single neurons of the guide: 0.7 and 0.71', () => {
    const one = new Network({ layers: [1, 1], outputActivation: 'relu' });
    one.parameters.set([2, 0.3]);
    expect(one.forward([0.2])[0]).to.be.closeTo(0.7, 1e-12);
    const two = new Network({ layers: [2, 1], outputActivation: 'relu' });
    two.parameters.set([1.2, -0.5, -0.2]);
    expect(two.forward([0.8, 0.1])[0]).to.be.closeTo(0.71, 1e-12);
  });
});

describe('Network.forward', () => {
  it('predicts what a network written as arrays of arrays predicts', () => {
    forEachActivationPair((activation, outputActivation) => {
      for (const layers of layerShapes) {
        const what = `${layers.join('-')} ${activation} ${outputActivation}`;
        const network = randomNetwork({ layers, activation, outputActivation, alpha: 0.2 }, what);
        const random = createRandom(`inputs ${what}`);
        for (let k = 0; k < 20; k++) {
          const input = uniformNumbers(random, layers[0]).map((v) => 3 * v);
          const { a } = naiveForward(unflatten(layers, network.parameters), naiveFunctionsOf(network), input);
          expectClose(network.forward(input), a[a.length - 1], 1e-12, what);
        }
      }
    });
  });

  it('makes no array once it runs: not to predict, to train, nor to evaluate', () => {
    const network = new Network({ layers: [2, 8, 4, 1] });
    const point = Float64Array.of(0.3, -0.4);
    const target = Float64Array.of(1);
    const points = new Float64Array(2 * 100);
    const out = new Float64Array(100);
    const gradient = new Float64Array(network.parameters.length);
    network.evaluate(points, out); // its scratch is made once, when first needed
    const original = globalThis.Float64Array;
    let made = 0;
    globalThis.Float64Array = new Proxy(original, {
      construct: (target_, args, newTarget) => {
        made++;
        return Reflect.construct(target_, args, newTarget) as object;
      },
    });
    try {
      for (let k = 0; k < 10; k++) {
        network.forward(point);
        network.train(point, target, 0.1, k % 2 ? 'in-place' : 'simultaneous');
        network.gradient(point, target, gradient);
        network.evaluate(points, out);
      }
    } finally {
      globalThis.Float64Array = original;
    }
    expect(made).to.equal(0);
  });

  it('answers in the same array each time, so that a million predictions make no garbage', () => {
    const network = randomNetwork({ layers: [2, 8, 3] }, 'view');
    const first = network.forward([0.1, 0.2]);
    const before = [...first];
    expect(network.forward([-0.3, 0.9])).to.equal(first);
    expect([...first]).not.to.deep.equal(before);
    network.train([0, 1], [0, 0, 0], 0.1);
    expect(network.forward([0.1, 0.2])).to.equal(first);
  });

  it('leaves the parameters and the input as they were', () => {
    const network = randomNetwork({ layers: [2, 8, 1] }, 'pure');
    const before = [...network.parameters];
    const input = [0.4, -0.6];
    network.forward(input);
    expect([...network.parameters]).to.deep.equal(before);
    expect(input).to.deep.equal([0.4, -0.6]);
  });

  it('names the length it found and the one it needs', () => {
    const network = new Network({ layers: [2, 8, 1] });
    expect(() => network.forward([1, 2, 3])).to.throw(RangeError, 'Network.forward: input has length 3, expected 2');
    expect(() => network.forward([])).to.throw(RangeError, 'length 0, expected 2');
  });
});

describe('Network.evaluate', () => {
  it('gives each bit as forward does, whatever the number of points', () => {
    forEachActivationPair((activation, outputActivation) => {
      for (const layers of layerShapes) {
        const what = `${layers.join('-')} ${activation} ${outputActivation}`;
        const [inputs, outputs] = [layers[0], layers[layers.length - 1]];
        const network = randomNetwork({ layers, activation, outputActivation }, what);
        const random = createRandom(`points ${what}`);
        for (const n of [100, 0, 1, 31, 32, 33, 64, 65]) {
          const points = Float64Array.from(uniformNumbers(random, n * inputs));
          const wanted = Array.from({ length: n }, (_, k) => [...network.forward(points.subarray(k * inputs, (k + 1) * inputs))]).flat();
          const out = new Float64Array(n * outputs).fill(NaN);
          network.evaluate(points, out);
          expectSameBits(out, wanted, `${what}, ${n} points`);
        }
      }
    });
  });

  it('predicts 0 and never −0 where relu is off, in both', () => {
    const network = new Network({ layers: [1, 1], outputActivation: 'relu' });
    network.parameters.set([1, -0]);
    const out = new Float64Array(2);
    network.evaluate(Float64Array.of(-0, -2), out);
    expectSameBits(out, [0, 0], 'evaluate');
    expectSameBits(network.forward([-2]), [0], 'forward');
  });

  it('does not disturb a later step', () => {
    const [a, b] = [randomNetwork({ layers: [2, 4, 1] }, 'apart'), randomNetwork({ layers: [2, 4, 1] }, 'apart')];
    a.evaluate(new Float64Array(66), new Float64Array(33));
    a.train([0.2, 0.3], [1], 0.1);
    b.train([0.2, 0.3], [1], 0.1);
    expectSameBits(a.parameters, b.parameters, 'parameters');
  });

  it('names the lengths that disagree', () => {
    const network = new Network({ layers: [2, 8, 1] });
    expect(() => network.evaluate(new Float64Array(3), new Float64Array(1)))
      .to.throw(RangeError, '3 coordinates and room for 1 predictions, expected multiples of 2 and 1');
    expect(() => network.evaluate(new Float64Array(4), new Float64Array(3))).to.throw(RangeError, '4 coordinates and room for 3');
  });
});

describe('Network.initialize', () => {
  /** Where each drawn parameter lies, in the order of drawing: neuron by neuron, weights then bias. */
  function drawOrder(layers: readonly number[]): { at: number; layer: number; bias: boolean }[] {
    const order = [];
    let start = 0;
    for (let l = 1; l < layers.length; l++) {
      for (let j = 0; j < layers[l]; j++) {
        for (let i = 0; i < layers[l - 1]; i++) order.push({ at: start + j * layers[l - 1] + i, layer: l, bias: false });
        order.push({ at: start + layers[l] * layers[l - 1] + j, layer: l, bias: true });
      }
      start += layers[l] * (layers[l - 1] + 1);
    }
    return order;
  }

  it('uniform draws layer by layer, neuron by neuron, weights then bias, so that a seed keeps its meaning', () => {
    for (const layers of [...layerShapes, [2, 8, 1]]) {
      const network = new Network({ layers });
      let draws = 0;
      network.initialize(() => ++draws / 1000, 'uniform');
      expect(draws).to.equal(network.parameters.length);
      drawOrder(layers).forEach(({ at }, k) => expect(network.parameters[at], `draw ${k}`).to.equal(2 * ((k + 1) / 1000) - 1));
    }
  });

  it('he draws twelve numbers for each weight, none for a bias, and scales by the inputs of the layer', () => {
    for (const layers of layerShapes) {
      const network = new Network({ layers });
      network.parameters.fill(9);
      let draws = 0;
      // The sum of twelve such minus 6 is their number within the run, so far as it is a multiple of 12.
      network.initialize(() => 0.5 + (Math.floor(draws++ / 12) + 1) / 12 / 1000);
      let weights = 0;
      for (const { at, layer, bias } of drawOrder(layers)) {
        if (bias) expect(network.parameters[at]).to.equal(0);
        else expect(network.parameters[at]).to.be.closeTo(Math.sqrt(2 / layers[layer - 1]) * (++weights / 1000), 1e-12);
      }
      expect(draws).to.equal(12 * weights);
    }
  });

  it('he spreads weights as a normal distribution of variance 2 / inputs in every layer', () => {
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

  it('uniform fills (−1, 1), biases too, and never gives an end', () => {
    const network = new Network({ layers: [100, 100, 10] });
    network.initialize(createRandom('range'), 'uniform');
    const values = [...network.parameters];
    expect(Math.min(...values)).to.be.within(-1, -0.998);
    expect(Math.max(...values)).to.be.within(0.998, 1);
    expect(values.filter((v) => v === 0).length).to.equal(0);
    const queue = [0, 0, 0.25, 0.5, 0, 0.75];
    const small = new Network({ layers: [2, 1] });
    small.initialize(() => queue.shift()!, 'uniform');
    expect([...small.parameters]).to.deep.equal([-0.5, 0, 0.5]);
    expect(queue).to.have.length(0);
  });

  it('replaces all that was there', () => {
    const [a, b] = [randomNetwork({ layers: [2, 8, 1] }, 'again'), new Network({ layers: [2, 8, 1] })];
    b.parameters.fill(NaN);
    b.initialize(createRandom('again'), 'uniform');
    expect([...a.parameters]).to.deep.equal([...b.parameters]);
  });
});

describe('Network: construction', () => {
  it('makes the circle model of 33 parameters from its layers alone', () => {
    const network = new Network({ layers: [2, 8, 1] });
    expect(network.parameters).to.have.length(33);
    expect(network.activation).to.equal('leaky-relu');
    expect(network.outputActivation).to.equal('leaky-relu');
    expect(network.alpha).to.equal(0.01);
  });

  it('keeps its layers though the caller changes the array', () => {
    const layers = [2, 8, 1];
    const network = new Network({ layers });
    layers[1] = 3;
    expect(network.layers).to.deep.equal([2, 8, 1]);
    expect(() => (network.layers as number[]).push(1)).to.throw(TypeError);
  });

  it('names layers it cannot make', () => {
    for (const layers of [[], [2], [2, 0, 1], [2, -1], [2, 1.5, 1], [2, NaN], [2, Infinity]]) {
      expect(() => new Network({ layers }), layers.join()).to.throw(RangeError, `layers are [${layers.join(', ')}], expected`);
    }
  });

  it('names an activation or a slope it does not know', () => {
    expect(() => new Network({ layers: [2, 1], activation: 'constructor' as ActivationName })).to.throw(RangeError, 'constructor is none of linear');
    expect(() => new Network({ layers: [2, 1], outputActivation: 'Relu' as ActivationName })).to.throw(RangeError, 'Relu');
    for (const alpha of [-0.1, 1.1, NaN]) {
      expect(() => new Network({ layers: [2, 1], alpha }), String(alpha)).to.throw(RangeError, `alpha is ${alpha}`);
    }
  });

  describe('looked into', () => {
    const network = new Network({ layers: [2, 3, 2, 1] });
    network.parameters.set(Array.from(network.parameters, (_, k) => k / 10 - 1));

    it('gives what each layer put out at the last forward, inputs first', () => {
      network.forward([0.5, -0.25]);
      const bend = (z: number): number => (z > 0 ? z : 0.01 * z);
      let at = [0.5, -0.25];
      expect([...network.layerOutputs(0)]).to.deep.equal(at);
      for (let l = 1; l < 4; l++) {
        at = Array.from({ length: network.layers[l] }, (_, j) => bend(at.reduce((sum, a, i) => sum + a * network.weightsOf(l, j)[i], network.biasOf(l, j))));
        [...network.layerOutputs(l)].forEach((a, j) => expect(a).to.be.closeTo(at[j], 1e-12));
      }
    });

    it('gives the weights and the bias of a neuron as they lie in the parameters', () => {
      expect([...network.weightsOf(1, 2)]).to.deep.equal([...network.parameters.subarray(4, 6)]);
      expect(network.biasOf(1, 2)).to.equal(network.parameters[8]);
      expect([...network.weightsOf(2, 1)]).to.deep.equal([...network.parameters.subarray(12, 15)]);
      expect(network.biasOf(2, 1)).to.equal(network.parameters[16]);
      expect([...network.weightsOf(3, 0)]).to.deep.equal([...network.parameters.subarray(17, 19)]);
      expect(network.biasOf(3, 0)).to.equal(network.parameters[19]);
    });

    it('names a layer or neuron that there is not', () => {
      expect(() => network.layerOutputs(4)).to.throw(RangeError, 'layer 4, expected 0 to 3');
      expect(() => network.layerOutputs(-1)).to.throw(RangeError);
      expect(() => network.weightsOf(0, 0)).to.throw(RangeError, 'neuron 0 of layer 0');
      expect(() => network.weightsOf(1, 3)).to.throw(RangeError, 'neuron 3 of layer 1, expected one of layers 1 to 3 of 2-3-2-1');
      expect(() => network.biasOf(2, -1)).to.throw(RangeError);
      expect(() => network.biasOf(2, 0.5)).to.throw(RangeError);
    });
  });
});
