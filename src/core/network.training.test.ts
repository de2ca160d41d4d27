import { expect } from 'chai';
import { flatten, naiveForward, naiveLoss, naiveStep, unflatten } from '../testing/naive-network.js';
import { expectClose, expectSameBits, forEachActivationPair, naiveFunctionsOf, randomNetwork, layerShapes, uniformNumbers } from '../testing/network-cases.js';
import type { ActivationName } from './activations.js';
import { Network, updateOrders } from './network.js';
import { createRandom } from './random.js';

/** Further from any kink than a difference can step over. */
const CLEARANCE = 1e-4;
const H = 1e-6;

function isKinked(name: ActivationName): boolean {
  return name === 'relu' || name === 'leaky-relu';
}

describe('Network.gradient', () => {
  forEachActivationPair((activation, outputActivation) => {
    it(`is the slope of the loss with ${activation} neurons and ${outputActivation} outputs`, () => {
      for (const layers of layerShapes) {
        const what = `${layers.join('-')} ${activation} ${outputActivation}`;
        const network = new Network({ layers, activation, outputActivation, alpha: 0.1 });
        const functions = naiveFunctionsOf(network);
        const { parameters } = network;
        const random = createRandom(what);
        let input: number[];
        let clear: boolean;
        let draws = 0;
        do {
          network.initialize(random, 'uniform');
          input = uniformNumbers(random, layers[0]);
          const { z } = naiveForward(unflatten(layers, parameters), functions, input);
          clear = z.every((row, l) =>
            !isKinked(l === z.length - 1 ? outputActivation : activation) || row.every((v) => Math.abs(v) > CLEARANCE));
        } while (!clear && ++draws < 100);
        expect(clear, `${what}: away from kinks`).to.equal(true);

        const target = uniformNumbers(random, layers[layers.length - 1]);
        const found = new Float64Array(parameters.length);
        const before = [...parameters];
        const loss = network.gradient(input, target, found);
        expectSameBits(parameters, before, `${what}: parameters`);
        expect(loss, what).to.be.closeTo(naiveLoss(unflatten(layers, parameters), functions, input, target), 1e-12);
        const wanted = before.map((value, k) => {
          const at = (v: number): number =>
            naiveLoss(unflatten(layers, Object.assign([...before], { [k]: v })), functions, input, target);
          return (at(value + H) - at(value - H)) / (2 * H);
        });
        expectClose(found, wanted, 1e-6, what);
      }
    });
  });

  it('at a kink takes the slope of the left side', () => {
    const network = new Network({ layers: [1, 1], alpha: 0.25 });
    network.parameters.set([0, 0]);
    const out = new Float64Array(2);
    expect(network.gradient([3], [-1], out)).to.equal(0.5);
    expect([...out]).to.deep.equal([0.75, 0.25]);
  });

  it('names the lengths it found and those it needs', () => {
    const network = new Network({ layers: [2, 8, 1] });
    const out = new Float64Array(33);
    expect(() => network.gradient([1, 2], [1], new Float64Array(32)))
      .to.throw(RangeError, 'Network.gradient: out has length 32, expected 33');
    expect(() => network.gradient([1], [1], out)).to.throw(RangeError, 'length 1, expected 2');
    expect(() => network.gradient([1, 2], [1, 0], out)).to.throw(RangeError, 'target has length 2, expected 1');
  });
});

describe('Network.train', () => {
  it('simultaneous goes exactly one step down the gradient', () => {
    forEachActivationPair((activation, outputActivation) => {
      for (const layers of layerShapes) {
        const what = `${layers.join('-')} ${activation} ${outputActivation}`;
        const network = randomNetwork({ layers, activation, outputActivation }, what);
        const random = createRandom(`step ${what}`);
        const input = uniformNumbers(random, layers[0]);
        const target = uniformNumbers(random, layers[layers.length - 1]);
        const gradient = new Float64Array(network.parameters.length);
        const loss = network.gradient(input, target, gradient);
        const wanted = network.parameters.map((v, k) => v - 0.07 * gradient[k]);
        expect(network.train(input, target, 0.07), what).to.equal(loss);
        expectSameBits(network.parameters, wanted, what);
      }
    });
  });

  for (const order of updateOrders) {
    it(`${order} keeps to a literal version of itself in deeper networks`, () => {
      forEachActivationPair((activation, outputActivation) => {
        for (const layers of layerShapes) {
          const what = `${layers.join('-')} ${activation} ${outputActivation}`;
          const network = randomNetwork({ layers, activation, outputActivation }, what);
          const functions = naiveFunctionsOf(network);
          const naive = unflatten(layers, network.parameters);
          const random = createRandom(`samples ${what}`);
          for (let k = 0; k < 60; k++) {
            const input = uniformNumbers(random, layers[0]);
            const target = uniformNumbers(random, layers[layers.length - 1]);
            network.train(input, target, 0.02, order);
            naiveStep(naive, functions, input, target, 0.02, order === 'in-place');
          }
          expect(network.parameters.every(Number.isFinite), `${what}: finite`).to.equal(true);
          expectClose(network.parameters, flatten(naive), 1e-11, what);
        }
      });
    });
  }

  it('in place and simultaneous are different learners as soon as there is a hidden layer', () => {
    const [a, b] = [randomNetwork({ layers: [2, 4, 1] }, 'orders'), randomNetwork({ layers: [2, 4, 1] }, 'orders')];
    a.train([0.5, -0.5], [1], 0.1, 'simultaneous');
    b.train([0.5, -0.5], [1], 0.1, 'in-place');
    expect([...a.parameters]).not.to.deep.equal([...b.parameters]);
  });

  it('changes nothing at learning rate 0, nor where the prediction is right', () => {
    const network = randomNetwork({ layers: [2, 4, 1] }, 'still');
    const before = [...network.parameters];
    network.train([0.5, -0.5], [1], 0);
    network.train([0.5, -0.5], network.forward([0.5, -0.5]).slice(), 0.1);
    expect([...network.parameters]).to.deep.equal(before);
  });

  it('changes nothing when a length is wrong', () => {
    const network = randomNetwork({ layers: [2, 4, 1] }, 'lengths');
    const before = [...network.parameters];
    expect(() => network.train([1], [1], 0.1)).to.throw(RangeError, 'input has length 1, expected 2');
    expect(() => network.train([1, 1], [], 0.1)).to.throw(RangeError, 'target has length 0, expected 1');
    expect([...network.parameters]).to.deep.equal(before);
  });
});

/** The circle model and its two orders of update, a line for each line of the guide. */
function literalRun(parameters: ArrayLike<number>, samples: () => number, steps: number, eta: number, inPlace: boolean): number[] {
  const alpha = 0.01;
  const f = (z: number): number => (z > 0 ? z : alpha * z);
  const fPrime = (z: number): number => (z > 0 ? 1 : alpha);
  const all = Array.from(parameters);
  const w1 = Array.from({ length: 8 }, (_, j) => [all[2 * j], all[2 * j + 1]]);
  const b1 = all.slice(16, 24);
  const w2 = all.slice(24, 32);
  let b2 = all[32];
  for (let step = 0; step < steps; step++) {
    const p = [2 * samples() - 1, 2 * samples() - 1];
    const target = Math.sqrt(p[0] * p[0] + p[1] * p[1]) < 0.5 ? 1 : 0;
    const hZ: number[] = [];
    const hA: number[] = [];
    let outZ = b2;
    for (let j = 0; j < 8; j++) {
      hZ[j] = b1[j] + p[0] * w1[j][0] + p[1] * w1[j][1];
      hA[j] = f(hZ[j]);
      outZ += hA[j] * w2[j];
    }
    const error = f(outZ) - target;
    const dOutZ = error * fPrime(outZ);
    const dZ: number[] = [];
    if (!inPlace) for (let j = 0; j < 8; j++) dZ[j] = (dOutZ * w2[j]) * fPrime(hZ[j]);
    for (let j = 0; j < 8; j++) w2[j] -= eta * (dOutZ * hA[j]);
    b2 -= eta * dOutZ;
    if (inPlace) for (let j = 0; j < 8; j++) dZ[j] = (dOutZ * w2[j]) * fPrime(hZ[j]);
    for (let j = 0; j < 8; j++) {
      w1[j][0] -= eta * (dZ[j] * p[0]);
      w1[j][1] -= eta * (dZ[j] * p[1]);
      b1[j] -= eta * dZ[j];
    }
  }
  return [...w1.flat(), ...b1, ...w2, b2];
}

describe('Network.trainEach', () => {
  for (const order of ['simultaneous', 'in-place'] as const) {
    it(`is train on one example after the other, ${order}`, () => {
      for (const layers of layerShapes) {
        const [one, all] = [randomNetwork({ layers }, 'each'), randomNetwork({ layers }, 'each')];
        const n = 20;
        const outputs = layers[layers.length - 1];
        const inputs = Float64Array.from(uniformNumbers(createRandom('in'), n * layers[0]));
        const targets = Float64Array.from(uniformNumbers(createRandom('out'), n * outputs));
        for (let k = 0; k < n; k++) {
          one.train(inputs.subarray(k * layers[0], (k + 1) * layers[0]), targets.subarray(k * outputs, (k + 1) * outputs), 0.05, order);
        }
        all.trainEach(inputs, targets, n, 0.05, order);
        expectSameBits(all.parameters, one.parameters, layers.join('-'));
      }
    });
  }

  it('names the room it found and the room it needs, and changes nothing', () => {
    const network = randomNetwork({ layers: [2, 3, 1] }, 'room');
    const before = network.parameters.slice();
    expect(() => network.trainEach(new Float64Array(7), new Float64Array(4), 4, 0.1)).to.throw(RangeError, '7 inputs and 4 targets, expected 4 × 2 and 4 × 1');
    expect(() => network.trainEach(new Float64Array(8), new Float64Array(3), 4, 0.1)).to.throw(RangeError, '8 inputs and 3 targets');
    expect(() => network.trainEach(new Float64Array(8), new Float64Array(4), NaN, 0.1)).to.throw(RangeError, 'expected NaN');
    expectSameBits(network.parameters, before, 'parameters');
  });
});

describe('Network against the guide, line by line', () => {
  for (const order of updateOrders) {
    it(`learns the circle ${order} to the same bits over 20,000 steps`, () => {
      const network = new Network({ layers: [2, 8, 1] });
      network.initialize(createRandom('literal'));
      const wanted = literalRun(network.parameters, createRandom('literal samples'), 20_000, 0.05, order === 'in-place');
      const start = [...network.parameters];
      const random = createRandom('literal samples');
      for (let k = 0; k < 20_000; k++) {
        const p = [2 * random() - 1, 2 * random() - 1];
        network.train(p, [Math.sqrt(p[0] * p[0] + p[1] * p[1]) < 0.5 ? 1 : 0], 0.05, order);
      }
      expect(network.parameters.every(Number.isFinite), 'finite').to.equal(true);
      expect(Math.max(...start.map((v, k) => Math.abs(v - wanted[k]))), 'it learned something').to.be.above(0.1);
      expectClose(network.parameters, wanted, 1e-10, order);
      expectSameBits(network.parameters, wanted, order);
    });
  }
});
