import { expect } from 'chai';
import { expectSameBits, uniformNumbers } from '../testing/network-cases.js';
import { Activation, activationNames, type ActivationName } from './activations.js';
import { BLOCK, Layer } from './layer.js';
import { createRandom } from './random.js';

/** Two layers of `widths` in one array `m` of random numbers, after a forward pass; the inputs begin at `inputsAt`. */
function randomLayers(
  widths: readonly [number, number, number], name: ActivationName,
): { m: Float64Array; below: Layer; layer: Layer; inputsAt: number } {
  const [inputs, middle, outputs] = widths;
  const second = middle * (inputs + 1);
  const inputsAt = second + outputs * (middle + 1);
  const neurons = inputs + middle + outputs;
  const rate = inputsAt + 2 * neurons;
  const activation = new Activation(name, 0.1);
  const below = new Layer(inputs, middle, activation, 0, inputsAt, inputsAt + inputs, neurons, rate);
  const middleAt = inputsAt + inputs;
  const layer = new Layer(middle, outputs, activation, second, middleAt, middleAt + middle, neurons, rate);
  const m = Float64Array.from(uniformNumbers(createRandom(widths.join()), rate + 1));
  below.forward(m);
  layer.forward(m);
  return { m, below, layer, inputsAt };
}

// Fewer than four neurons, four, and more that leave a rest; two inputs and one output are cases of their own.
const cases = [1, 2, 3, 4, 5, 8, 11].flatMap((inputs) => [1, 3, 4, 6, 9].map((outputs) => [inputs, outputs] as const));

describe('Layer', () => {
  for (const name of activationNames) {
    it(`backpropagates and updates together with the same bits as one after the other, with ${name}`, () => {
      for (const [inputs, outputs] of cases) {
        const { m, below, layer } = randomLayers([3, inputs, outputs], name);
        const before = [...m];
        const separate = m.slice();
        layer.backpropagate(separate, below);
        layer.update(separate);
        layer.backpropagateAndUpdate(m, below);
        expectSameBits(m, separate, `${inputs} inputs, ${outputs} outputs`);
        expect([...m], 'something changed').not.to.deep.equal(before);
      }
    });

    it(`computes a block of points with the same bits as each point, with ${name}`, () => {
      for (const [inputs, outputs] of cases) {
        const { m, below, inputsAt } = randomLayers([inputs, outputs, 1], name);
        for (const count of [1, 4, 7, BLOCK]) {
          const source = Float64Array.from(uniformNumbers(createRandom(`${count}`), BLOCK * inputs));
          const sink = new Float64Array(BLOCK * outputs);
          below.forwardBlock(m, source, sink, count);
          for (let k = 0; k < count; k++) {
            for (let i = 0; i < inputs; i++) m[inputsAt + i] = source[i * BLOCK + k];
            below.forward(m);
            const found = Array.from({ length: outputs }, (_, j) => sink[j * BLOCK + k]);
            const wanted = m.subarray(inputsAt + inputs, inputsAt + inputs + outputs);
            expectSameBits(found, wanted, `${inputs} to ${outputs}, point ${k} of ${count}`);
          }
        }
      }
    });
  }
});
