import { expect } from 'chai';
import { activationNames, createRandom, Network, type ModelState } from '../../core/index.js';
import { defaultAlpha, defaultModel } from './default-model.js';
import {
  accuracyOf, countPairLayers, dividingLine, flattenLayers, modelFromState, outputNeuronOf, randomLayers,
  readModel, stateOf,
} from './layers.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => (k + 1) / 8);
const shape = (count: number, hasOutput = false): number[] =>
  [...Array<number>(count + 1).fill(2), ...(hasOutput ? [1] : [])];
const tanh = { activation: 'tanh', alpha: 0.2 } as const;

describe('countPairLayers', () => {
  it('counts the layers of two behind the inputs, before anything else', () => {
    const cases: [layers: number[], count: number][] = [
      [[2, 8, 1], 0], [[2, 2, 1], 1], [[2, 2, 2, 1], 2], [[2, 2, 8, 2, 1], 1], [[2, 2, 2, 2, 2, 1], 4],
      [[2, 3, 2, 1], 0],
    ];
    for (const [layers, count] of cases) expect(countPairLayers(layers), layers.join()).to.equal(count);
  });
});

describe('dividingLine', () => {
  it('lies where the output of a network is 0.5, for every activation', () => {
    const random = createRandom('dividing line');
    for (const outputActivation of activationNames) {
      const network = new Network({ layers: [2, 2, 1], activation: 'linear', outputActivation });
      network.initialize(random, 'uniform');
      const output = outputNeuronOf(network)!;
      const [a, b, c] = dividingLine(output);
      const last = new Network({ layers: [2, 1], outputActivation });
      last.parameters.set(Array.from(output.weights));
      for (const x of [-1, 0, 2]) expect(last.forward([x, (c - a * x) / b])[0]).to.be.closeTo(0.5, 1e-12);
    }
  });

  it('does not exist for a network with another layer before its output', () => {
    for (const layers of [[2, 2, 3, 1], [2, 8, 1]]) expect(outputNeuronOf(new Network({ layers }))).to.equal(undefined);
  });
});

describe('the default model', () => {
  const { w, b, output } = defaultModel;
  const active = { w, b, activation: 'leaky-relu', alpha: defaultAlpha } as const;

  it('has two layers of two neurons and an output', () => {
    expect([w, b].map((layers) => layers.map((layer) => layer.map((row) => row.length)))).to.deep.equal([
      [[2, 2], [2, 2]], [[1, 1], [1, 1]],
    ]);
    expect(output!.weights).to.have.length(3);
  });

  it('has learned XOR better than a straight line in the input could, and fails with a weight of another sign', () => {
    expect(accuracyOf(active, output!, 'xor')).to.be.above(0.94);
    const flipped = [[w[0][0].map((weight) => -weight), w[0][1]], w[1]];
    expect(accuracyOf({ ...active, w: flipped }, output!, 'xor')).to.be.below(0.9);
  });
});

describe('accuracyOf', () => {
  it('counts what an output after the layers puts on the right side', () => {
    const identity = { w: [[[1, 0], [0, 1]]], b: [[[0], [0]]], activation: 'linear', alpha: 0 } as const;
    // x + y + 0.499 ≥ 0.5 where x + y > 0: the centre of no cell lies nearer.
    expect(accuracyOf(identity, { weights: [1, 1, 0.499], activation: 'linear' }, 'half')).to.equal(1);
    expect(accuracyOf(identity, { weights: [-1, -1, 0.499], activation: 'linear' }, 'half')).to.be.below(0.02);
  });
});

describe('randomLayers', () => {
  it('returns two layers, the same from one seed and others from another, with no bias 0', () => {
    const { w, b } = randomLayers('7');
    expect({ w, b }).to.deep.equal(randomLayers('7'));
    expect({ w, b }).to.not.deep.equal(randomLayers('8'));
    expect([w.length, b.length, new Set(w.flat(2)).size]).to.deep.equal([2, 2, 8]);
    expect(b.flat(2).every((value) => value !== 0 && Math.abs(value) <= 1)).to.equal(true);
  });
});

describe('readModel', () => {
  it('reads layers of two off the number of parameters, with or without an output', () => {
    for (const count of [1, 2, 3, 4]) {
      for (const hasOutput of [false, true]) {
        const given = numbers(6 * count + (hasOutput ? 3 : 0));
        for (const { model, problem } of [
          readModel(given, {}, 'tanh'),
          readModel(null, { parameters: given }, 'tanh'),
          readModel(given, { layers: shape(count, hasOutput) }, 'tanh'),
        ]) {
          expect([problem, flattenLayers(model!.w, model!.b)]).to.deep.equal([undefined, given.slice(0, 6 * count)]);
          expect(model!.output).to.deep.equal(hasOutput ? { weights: given.slice(-3), activation: 'tanh' } : undefined);
        }
      }
    }
    expect(readModel(null, {}, 'relu')).to.deep.equal({});
  });

  it('returns a problem with what was found and how many parameters were expected', () => {
    const problem = (...given: Parameters<typeof readModel>): string => readModel(...given).problem!;
    for (const count of [1, 5, 7, 10, 30, 33, 3]) {
      expect(problem(numbers(count), {}, 'relu')).to.match(new RegExp(`^${count} `));
    }
    for (const layers of [[2, 8, 1], [3, 2], [2, 1], [2], [2, 2, 2, 2, 2, 2], [2, 2, 1, 1], [1, 2, 2]]) {
      expect(problem(numbers(6), { layers }, 'relu')).to.contain(`[${layers.join(', ')}]`);
    }
    expect(problem(numbers(6), { layers: [2, 2, 1] }, 'relu')).to.match(/^6 .* 9 .*2-2-1/);
    expect(problem(null, { layers: [2, 2] }, 'relu')).to.contain('[2, 2]');
  });
});

describe('a state', () => {
  it('gives back the model that it is made of', () => {
    for (const output of [undefined, { weights: [1, 2, 3], activation: 'sigmoid' as const }]) {
      const model = { ...randomLayers('5'), ...(output && { output }) };
      const state = JSON.parse(JSON.stringify(stateOf({ ...model, ...tanh }))) as ModelState;
      expect(state.layers).to.deep.equal(shape(2, output !== undefined));
      expect(modelFromState(state)).to.deep.equal(model);
    }
  });

  it('is refused where it is of another shape, with a reason', () => {
    const sound = stateOf({ ...randomLayers('5'), ...tanh });
    for (const [wrong, why] of [
      [{ version: 2 }, /version.* 2/], [{ layers: [2, 8, 1], parameters: numbers(33) }, /layers.*\[2,8,1\]/],
      [{ outputActivation: 'relu' }, /outputActivation.* relu.* tanh/], [{ parameters: numbers(5) }, /12/],
    ] as const) expect(() => modelFromState({ ...sound, ...wrong }), String(why)).to.throw(RangeError, why);
  });
});
