import { expect } from 'chai';
import { naiveForward, naiveResponsibilities, naiveStep, flatten, unflatten } from '../../testing/naive-network.js';
import { expectClose, expectSameBits, forEachActivationPair, naiveFunctionsOf, randomNetwork, uniformNumbers } from '../../testing/network-cases.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { dissect } from './dissection.js';
import { Network, parameterAt, updateOrders } from '../network.js';
import { createRandom } from '../random.js';

const shapes = [[2, 1, 1], [2, 8, 1], [2, 6, 4, 1], [2, 3, 5, 2, 4, 1]];

describe('dissect', () => {
  for (const order of updateOrders) {
    it(`finds what independent arithmetic finds, ${order}`, () => {
      forEachActivationPair((activation, outputActivation) => {
        for (const layers of shapes) {
          const what = `${layers.join('-')} ${activation} ${outputActivation}`;
          const network = randomNetwork({ layers, activation, outputActivation, alpha: 0.1 }, what);
          const functions = naiveFunctionsOf(network);
          const [x, y, rate] = uniformNumbers(createRandom(what), 3);
          const learningRate = Math.abs(rate);
          const found = dissect(network, { x, y, target: 1 }, learningRate, order);
          const naive = unflatten(layers, network.parameters);
          const { z, a } = naiveForward(naive, functions, [x, y]);
          const { dH, dZ } = naiveResponsibilities(unflatten(layers, network.parameters), functions, [x, y], [1], learningRate, order === 'in-place');
          for (let l = 1; l < layers.length; l++) {
            expectClose(found.z[l], z[l - 1], 1e-13, `${what}: z of ${l}`);
            expectClose(found.a[l], a[l], 1e-13, `${what}: a of ${l}`);
            expectClose(found.slopes[l], z[l - 1].map(functions[l - 1].slope), 1e-13, `${what}: slopes of ${l}`);
            expectClose(found.dH[l], dH[l - 1], 1e-13, `${what}: dH of ${l}`);
            expectClose(found.dZ[l], dZ[l - 1], 1e-13, `${what}: dZ of ${l}`);
          }
          expect(found.error, what).to.be.closeTo(a[a.length - 1][0] - 1, 1e-13);
          naiveStep(naive, functions, [x, y], [1], learningRate, order === 'in-place');
          expectClose(found.after, flatten(naive), 1e-13, `${what}: after`);
        }
      });
    });

    it(`leaves the network alone, and says what its next step leaves, to the bit, ${order}`, () => {
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

    it(`has a change of each parameter that is the learning rate times responsibility times input, to the bit, ${order}`, () => {
      for (const layers of shapes) {
        const { before, after, dZ, a } = dissect(randomNetwork({ layers }, '7'), { x: 0.3, y: -0.4, target: 0 }, 0.1, order);
        for (let l = 1; l < layers.length; l++) {
          for (let j = 0; j < layers[l]; j++) {
            for (let i = 0; i <= layers[l - 1]; i++) {
              const at = parameterAt(layers, l, j, i);
              const input = i < layers[l - 1] ? a[l - 1][i] : 1;
              expect(before[at] - 0.1 * (dZ[l][j] * input)).to.equal(after[at]);
            }
          }
        }
      }
    });
  }

  it("gives the guide's numbers", () => {
    const network = new Network({ layers: [2, 8, 1] });
    for (let j = 0; j < 8; j++) network.parameters.set([0.5, -0.25], 2 * j);
    network.parameters.fill(0.1, 16, 24).fill(0.2, 24, 32);
    const sample = { x: 0.3, y: -0.4, target: 0 };
    const exact = dissect(network, sample, 0.1, 'simultaneous');
    expect(exact.z[1][3]).to.be.closeTo(0.35, 1e-15);
    expect(exact.error).to.be.closeTo(0.56, 1e-15);
    expect([exact.dZ[2][0], exact.dH[1][0], exact.dZ[1][0]].map((value) => value.toFixed(6))).to.deep.equal(['0.560000', '0.112000', '0.112000']);
    expect(exact.after[parameterAt([2, 8, 1], 2, 0, 0)]).to.be.closeTo(0.1804, 1e-15);
    expect(exact.after[parameterAt([2, 8, 1], 2, 0, 8)]).to.be.closeTo(-0.056, 1e-15);
    expect(exact.after[parameterAt([2, 8, 1], 1, 5, 2)]).to.be.closeTo(0.0888, 1e-15);
    expect(dissect(network, sample, 0.1, 'in-place').after[0]).to.be.closeTo(0.49696928, 1e-15);
  });
});

describe('parameterAt', () => {
  it('finds each weight and each bias where the network has them', () => {
    const network = randomNetwork({ layers: [2, 6, 4, 1] }, '3');
    network.layers.forEach((count, l) => {
      for (let j = 0; l > 0 && j < count; j++) {
        const weights = Array.from(network.weightsOf(l, j), (_, i) => network.parameters[parameterAt(network.layers, l, j, i)]);
        expect(weights).to.deep.equal([...network.weightsOf(l, j)]);
        expect(network.parameters[parameterAt(network.layers, l, j, network.layers[l - 1])]).to.equal(network.biasOf(l, j));
      }
    });
  });
});
