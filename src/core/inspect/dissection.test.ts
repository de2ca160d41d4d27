import { expect } from 'chai';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { flatten, naiveForward, naiveResponsibilities, naiveStep, unflatten } from '../../testing/naive-network.js';
import {
  expectClose, expectSameBits, forEachNetwork, naiveFunctionsOf, randomNetwork, uniformNumbers,
} from '../../testing/network-cases.js';
import { Network, parameterAt, updateOrders } from '../network.js';
import { dissect } from './dissection.js';

const shapes = [[2, 1, 1], [2, 8, 1], [2, 6, 4, 1], [2, 3, 5, 2, 4, 1]];

describe('dissect', () => {
  for (const order of updateOrders) {
    const inPlace = order === 'in-place';

    it(`finds the numbers that independent arithmetic finds, ${order}`, () => {
      forEachNetwork(({ network, what, random }) => {
        const { layers } = network;
        const functions = naiveFunctionsOf(network);
        const [x, y] = uniformNumbers(random, 2);
        const rate = random();
        const found = dissect(network, { x, y, target: 1 }, rate, order);
        const naive = unflatten(layers, network.parameters);
        const { z, a } = naiveForward(naive, functions, [x, y]);
        const { dH, dZ } = naiveResponsibilities(naive, functions, [x, y], [1], rate, inPlace);
        const slopes = z.map((row, l) => row.map(functions[l].slope));
        for (const [name, wanted] of Object.entries({ z, slopes, dH, dZ, a: a.slice(1) })) {
          const arrays = found[name as 'z'];
          wanted.forEach((row, l) => expectClose(arrays[l + 1], row, 1e-13, `${what}: ${name} of ${l + 1}`));
        }
        expect(found.error, what).to.be.closeTo(a[a.length - 1][0] - 1, 1e-13);
        naiveStep(naive, functions, [x, y], [1], rate, inPlace);
        expectClose(found.after, flatten(naive), 1e-13, `${what}: after`);
      }, shapes, 0.1);
    });

    it(`does not change the network, and has the bits of its next step, ${order}`, () => {
      for (const layers of shapes) {
        const trainer = circleTrainer({ network: new Network({ layers }), updateOrder: order, seed: 5 });
        for (let k = 0; k < 40; k++) {
          const state = JSON.stringify(trainer.getState());
          const found = dissect(trainer.network, trainer.peek(), trainer.learningRate, order);
          expect(JSON.stringify(trainer.getState())).to.equal(state);
          expectSameBits(found.before, trainer.network.parameters, 'before');
          trainer.step();
          expectSameBits(found.after, trainer.network.parameters, `after, ${layers.join('-')}`);
        }
      }
    });

    it(`changes each parameter by learning rate · responsibility · input, to the bit, ${order}`, () => {
      for (const layers of shapes) {
        const network = randomNetwork({ layers }, '7');
        const { before, after, dZ, a } = dissect(network, { x: 0.3, y: -0.4, target: 0 }, 0.1, order);
        for (let l = 1; l < layers.length; l++) {
          for (let j = 0; j < layers[l]; j++) {
            [...a[l - 1], 1].forEach((input, i) => {
              const at = parameterAt(layers, l, j, i);
              expect(before[at] - 0.1 * (dZ[l][j] * input)).to.equal(after[at]);
            });
          }
        }
      }
    });
  }

  it("gives the guide's numbers", () => {
    const layers = [2, 8, 1];
    const network = new Network({ layers });
    for (let j = 0; j < 8; j++) network.parameters.set([0.5, -0.25], 2 * j);
    network.parameters.fill(0.1, 16, 24).fill(0.2, 24, 32);
    const sample = { x: 0.3, y: -0.4, target: 0 };
    const { z, error, dH, dZ, after } = dissect(network, sample, 0.1, 'simultaneous');
    const outputs = [after[parameterAt(layers, 2, 0, 0)], after[parameterAt(layers, 2, 0, 8)]];
    const found = [z[1][3], error, dZ[2][0], dH[1][0], dZ[1][0], ...outputs, after[parameterAt(layers, 1, 5, 2)]];
    expectClose(found, [0.35, 0.56, 0.56, 0.112, 0.112, 0.1804, -0.056, 0.0888], 1e-15, 'simultaneous');
    expect(dissect(network, sample, 0.1, 'in-place').after[0]).to.be.closeTo(0.49696928, 1e-15);
  });
});
