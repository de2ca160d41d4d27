import { expect } from 'chai';
import { Network } from '../core/index.js';
import { parameterCount, resolveModel, type ModelOptions, type ResolvedModel } from './model-options.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i / 100);

/** Resolves these options; the others are not given. */
function resolve(options: Partial<ModelOptions> = {}): ResolvedModel {
  return resolveModel({ hiddenLayers: undefined, parameters: null, script: {}, ...options });
}

describe('parameterCount', () => {
  for (const layers of [[2, 8, 1], [2, 1, 1], [2, 6, 4, 1], [2, 64, 64, 64, 64, 1], [3, 2]]) {
    it(`is what a ${layers.join('-')} network holds`, () => {
      expect(parameterCount(layers)).to.equal(new Network({ layers }).parameters.length);
    });
  }
});

describe('resolveModel', () => {
  const own = numbers(13).map((v) => -v);
  const script = { layers: [2, 3, 1], parameters: numbers(13) };
  const cases: [string, Partial<ModelOptions>, number[], readonly number[] | undefined][] = [
    ['gives the default network with random parameters', {}, [2, 8, 1], undefined],
    ['puts hidden layers between two inputs and one output', { hiddenLayers: [6, 4] }, [2, 6, 4, 1], undefined],
    ['takes layers and parameters from the script', { script }, [2, 3, 1], script.parameters],
    ['prefers the attribute’s parameters', { script, parameters: own }, [2, 3, 1], own],
    ['prefers the attribute’s layers', { script: { layers: [2, 3, 1] }, hiddenLayers: [5] }, [2, 5, 1], undefined],
    ['takes the layers of a state', { script: { state: { layers: [2, 5, 1] } } }, [2, 5, 1], undefined],
    ['leaves a state of other layers alone', { script: { state: { layers: [3, 5, 1] } } }, [2, 8, 1], undefined],
    ['accepts the smallest layers', { script: { layers: [2, 1, 1] } }, [2, 1, 1], undefined],
    ['accepts the largest layers', { script: { layers: [2, 64, 64, 64, 64, 1] } }, [2, 64, 64, 64, 64, 1], undefined],
  ];
  for (const [title, options, layers, parameters] of cases) {
    it(title, () => expect(resolve(options)).to.deep.equal({ layers, parameters, problem: undefined }));
  }

  const misfits: [string, Partial<ModelOptions>, string][] = [
    ['too few parameters', { parameters: numbers(32) }, '32 parameters: expected 33 for a 2-8-1 network'],
    ['too many parameters', { parameters: numbers(34) }, '34 parameters: expected 33 for a 2-8-1 network'],
    ['them, with the shape that is expected', { parameters: numbers(1) },
      'flat: 8 × 2 + 8 + 1 × 8 + 1'],
    ['a script’s parameters for other layers', { script, hiddenLayers: [8] }, '13 parameters: expected 33'],
  ];
  for (const layers of [
    [3, 8, 1], [2, 8, 2], [2, 1], [2, 8, 8, 8, 8, 8, 1], [2, 65, 1], [2, 0, 1], [2, 2.5, 1], [2], [],
  ]) {
    const text = `[${layers.join(', ')}]`;
    misfits.push([`layers ${text}`, { script: { layers, parameters: numbers(33) } }, text]);
  }
  for (const [what, options, problem] of misfits) {
    it(`refuses ${what}, and keeps the default network`, () => {
      const resolved = resolve(options);
      expect([resolved.layers, resolved.parameters]).to.deep.equal([[2, 8, 1], undefined]);
      expect(resolved.problem).to.contain(problem);
    });
  }

  it('does not fill the console with a long list of layers', () => {
    expect(resolve({ script: { layers: numbers(1000) } }).problem!.length).to.be.below(200);
  });
});
