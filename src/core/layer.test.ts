import { expect } from 'chai';
import { expectSameBits, uniformNumbers } from '../testing/network-cases.js';
import { Activation, activationNames, type ActivationName } from './activations.js';
import { BLOCK, Layer } from './layer.js';
import { createRandom } from './random.js';

/** Two layers on one array of random numbers: inputs-neurons-outputs. */
function made(inputs: number, neurons: number, outputs: number, name: ActivationName, seed: string): { m: Float64Array; below: Layer; layer: Layer } {
  const widths = [inputs, neurons, outputs];
  let length = 0;
  const take = (count: number): number => (length += count) - count;
  const weights = [1, 2].map((l) => take(widths[l] * (widths[l - 1] + 1)));
  const a = widths.map(take);
  const deltas = widths.map(take);
  const rate = take(1);
  const [below, layer] = [0, 1].map((l) => new Layer(widths[l], widths[l + 1], new Activation(name, 0.1), {
    weights: weights[l], inputs: a[l], outputs: a[l + 1], inputDeltas: deltas[l], deltas: deltas[l + 1], rate,
  }));
  const m = Float64Array.from(uniformNumbers(createRandom(seed), length));
  below.forward(m);
  layer.forward(m);
  return { m, below, layer };
}

// Fewer than four neurons, four, and more that leave a rest; two inputs and one output are cases of their own.
const cases = [1, 2, 3, 4, 5, 8, 11].flatMap((inputs) => [1, 3, 4, 6, 9].map((outputs) => [inputs, outputs] as const));

describe('Layer', () => {
  for (const name of activationNames) {
    it(`goes down and back in one sweep, to the bits of one after the other, ${name}`, () => {
      for (const [inputs, outputs] of cases) {
        const { m, below, layer } = made(3, inputs, outputs, name, `${inputs} ${outputs}`);
        const apart = m.slice();
        layer.backpropagate(apart, below);
        layer.nudge(apart);
        const before = m.slice();
        layer.descend(m, below);
        expectSameBits(m, apart, `${inputs} inputs, ${outputs} outputs`);
        expect([...m], 'something moved').not.to.deep.equal([...before]);
      }
    });

    it(`takes many points through as it takes each, ${name}`, () => {
      for (const [inputs, outputs] of cases) {
        const { m, below } = made(inputs, outputs, 1, name, `block ${inputs} ${outputs}`);
        for (const count of [1, 4, 7, BLOCK]) {
          const source = Float64Array.from(uniformNumbers(createRandom(`${count}`), BLOCK * inputs));
          const sink = new Float64Array(BLOCK * outputs);
          below.forwardBlock(m, source, sink, count);
          for (let k = 0; k < count; k++) {
            const one = m.slice();
            const at = inputs * outputs + outputs + (outputs + 1); // behind both layers' parameters
            for (let i = 0; i < inputs; i++) one[at + i] = source[i * BLOCK + k];
            below.forward(one);
            const found = Array.from({ length: outputs }, (_, j) => sink[j * BLOCK + k]);
            expectSameBits(found, one.subarray(at + inputs, at + inputs + outputs), `${inputs} to ${outputs}, point ${k} of ${count}`);
          }
        }
      }
    });
  }
});
