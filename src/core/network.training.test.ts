import { expect } from 'chai';
import { flatten, naiveForward, naiveLoss, naiveStep, unflatten } from '../testing/naive-network.js';
import {
  expectClose, expectSameBits, forEachNetwork, layerShapes, naiveFunctionsOf, randomNetwork, uniformNumbers,
  type NetworkCase,
} from '../testing/network-cases.js';
import { Network, updateOrders } from './network.js';
import { createRandom } from './random.js';

/** Further from any kink than a difference can step over. */
const CLEARANCE = 1e-4;
const H = 1e-6;

/** Draws parameters and an input until no kinked neuron is near its kink. Returns the input. */
function drawClearOfKinks({ network, what, random, inputs }: NetworkCase): number[] {
  const { layers, parameters, activation, outputActivation } = network;
  for (let draws = 0; draws < 100; draws++) {
    network.initialize(random, 'uniform');
    const input = uniformNumbers(random, inputs);
    const { z } = naiveForward(unflatten(layers, parameters), naiveFunctionsOf(network), input);
    const isClear = z.every((row, l) => !/relu/.test(l === z.length - 1 ? outputActivation : activation)
      || row.every((v) => Math.abs(v) > CLEARANCE));
    if (isClear) return input;
  }
  return expect.fail(`${what}: always near a kink`);
}

describe('Network.gradient', () => {
  it('is the slope of the loss for every shape and pair of activations', () => {
    forEachNetwork((each) => {
      const { network: { layers, parameters }, network, what, random, outputs } = each;
      const input = drawClearOfKinks(each);
      const target = uniformNumbers(random, outputs);
      const before = [...parameters];
      const lossAt = (k: number, value: number): number => naiveLoss(
        unflatten(layers, Object.assign([...before], { [k]: value })), naiveFunctionsOf(network), input, target);
      const found = new Float64Array(parameters.length);
      expect(network.gradient(input, target, found), what).to.be.closeTo(lossAt(0, before[0]), 1e-12);
      expectSameBits(parameters, before, `${what}: parameters`);
      expectClose(found, before.map((v, k) => (lossAt(k, v + H) - lossAt(k, v - H)) / (2 * H)), 1e-6, what);
    }, layerShapes, 0.1);
  });

  it('takes the slope of the left side at a kink', () => {
    const network = new Network({ layers: [1, 1], alpha: 0.25 });
    const out = new Float64Array(2);
    expect(network.gradient([3], [-1], out)).to.equal(0.5);
    expect([...out]).to.deep.equal([0.75, 0.25]);
  });

  it('names the lengths it found and those it needs', () => {
    const network = new Network({ layers: [2, 8, 1] });
    for (const [input, target, length, message] of [
      [[1, 2], [1], 32, 'Network.gradient: out has length 32, expected 33'],
      [[1], [1], 33, 'length 1, expected 2'],
      [[1, 2], [1, 0], 33, 'target has length 2, expected 1'],
    ] as const) expect(() => network.gradient(input, target, new Float64Array(length))).to.throw(RangeError, message);
  });
});

describe('Network.train', () => {
  it('takes exactly one step down the gradient if the updates are simultaneous', () => {
    forEachNetwork(({ network, what, random, inputs, outputs }) => {
      const input = uniformNumbers(random, inputs);
      const target = uniformNumbers(random, outputs);
      const gradient = new Float64Array(network.parameters.length);
      const loss = network.gradient(input, target, gradient);
      const wanted = network.parameters.map((v, k) => v - 0.07 * gradient[k]);
      expect(network.train(input, target, 0.07), what).to.equal(loss);
      expectSameBits(network.parameters, wanted, what);
    });
  });

  for (const order of updateOrders) {
    it(`learns what a network written as arrays of arrays learns, ${order}`, () => {
      forEachNetwork(({ network, what, random, inputs, outputs }) => {
        const functions = naiveFunctionsOf(network);
        const naive = unflatten(network.layers, network.parameters);
        for (let k = 0; k < 60; k++) {
          const input = uniformNumbers(random, inputs);
          const target = uniformNumbers(random, outputs);
          network.train(input, target, 0.02, order);
          naiveStep(naive, functions, input, target, 0.02, order === 'in-place');
        }
        expect(network.parameters.every(Number.isFinite), `${what}: finite`).to.equal(true);
        expectClose(network.parameters, flatten(naive), 1e-11, what);
      });
    });
  }

  it('learns differently in place and simultaneously if there is a hidden layer', () => {
    const [a, b] = updateOrders.map((order) => {
      const network = randomNetwork({ layers: [2, 4, 1] }, 'orders');
      network.train([0.5, -0.5], [1], 0.1, order);
      return [...network.parameters];
    });
    expect(a).not.to.deep.equal(b);
  });

  it('changes nothing at learning rate 0, for a right prediction, and if a length is wrong', () => {
    const network = randomNetwork({ layers: [2, 4, 1] }, 'still');
    const before = [...network.parameters];
    network.train([0.5, -0.5], [1], 0);
    network.train([0.5, -0.5], network.forward([0.5, -0.5]).slice(), 0.1);
    expect(() => network.train([1], [1], 0.1)).to.throw(RangeError, 'input has length 1, expected 2');
    expect(() => network.train([1, 1], [], 0.1)).to.throw(RangeError, 'target has length 0, expected 1');
    expect([...network.parameters]).to.deep.equal(before);
  });
});

describe('Network.trainEach', () => {
  for (const order of updateOrders) {
    it(`is train on one example after the other, ${order}`, () => {
      for (const layers of layerShapes) {
        const [one, all] = [0, 1].map(() => randomNetwork({ layers }, 'each'));
        const [n, width, outputs] = [20, layers[0], layers[layers.length - 1]];
        const inputs = Float64Array.from(uniformNumbers(createRandom('in'), n * width));
        const targets = Float64Array.from(uniformNumbers(createRandom('out'), n * outputs));
        for (let k = 0; k < n; k++) {
          const target = targets.subarray(k * outputs, (k + 1) * outputs);
          one.train(inputs.subarray(k * width, (k + 1) * width), target, 0.05, order);
        }
        all.trainEach(inputs, targets, n, 0.05, order);
        expectSameBits(all.parameters, one.parameters, layers.join('-'));
      }
    });
  }

  it('names the room it found and the room it needs, and changes nothing', () => {
    const network = randomNetwork({ layers: [2, 3, 1] }, 'room');
    const before = network.parameters.slice();
    for (const [inputs, targets, n] of [[7, 4, 4], [8, 3, 4], [8, 4, NaN]]) {
      expect(() => network.trainEach(new Float64Array(inputs), new Float64Array(targets), n, 0.1))
        .to.throw(RangeError, `${inputs} inputs and ${targets} targets, expected ${n} × 2 and ${n} × 1`);
    }
    expectSameBits(network.parameters, before, 'parameters');
  });
});

/** Trains the circle model by the formulas of the guide, line by line. Returns its parameters. */
function literalRun(
  parameters: ArrayLike<number>, samples: () => number, steps: number, eta: number, inPlace: boolean,
): number[] {
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

describe('Network against the guide, line by line', () => {
  for (const order of updateOrders) {
    it(`learns the circle ${order} to the same bits over 20,000 steps`, () => {
      const network = new Network({ layers: [2, 8, 1] });
      network.initialize(createRandom('literal'));
      const start = [...network.parameters];
      const wanted = literalRun(start, createRandom('literal samples'), 20_000, 0.05, order === 'in-place');
      const random = createRandom('literal samples');
      for (let k = 0; k < 20_000; k++) {
        const p = [2 * random() - 1, 2 * random() - 1];
        network.train(p, [Math.sqrt(p[0] * p[0] + p[1] * p[1]) < 0.5 ? 1 : 0], 0.05, order);
      }
      expect(network.parameters.every(Number.isFinite), 'finite').to.equal(true);
      expect(Math.max(...start.map((v, k) => Math.abs(v - wanted[k]))), 'it learned something').to.be.above(0.1);
      expectSameBits(network.parameters, wanted, order);
    });
  }
});
