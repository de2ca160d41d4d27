import { expect } from '@open-wc/testing';
import { Network } from '../core/index.js';
import { parameterCount, resolveModel, type GivenModel } from './model-options.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i / 100);

/** What a page without a word of its own says, but for `said`. */
function resolve(said: Partial<GivenModel> = {}): ReturnType<typeof resolveModel> {
  return resolveModel({ hiddenLayers: undefined, parameters: null, child: {}, ...said });
}

describe('parameterCount', () => {
  for (const layers of [[2, 8, 1], [2, 1, 1], [2, 6, 4, 1], [2, 64, 64, 64, 64, 1], [3, 2]]) {
    it(`is what a ${layers.join('-')} network holds`, () => {
      expect(parameterCount(layers)).to.equal(new Network({ layers }).parameters.length);
    });
  }

  it('is 33 for the article’s network', () => {
    expect(parameterCount([2, 8, 1])).to.equal(33);
  });
});

describe('resolveModel', () => {
  it('gives the default network, its parameters to be drawn, where nothing is said', () => {
    expect(resolve()).to.deep.equal({ layers: [2, 8, 1], parameters: undefined, problem: undefined });
  });

  it('puts hidden layers between two inputs and one output', () => {
    expect(resolve({ hiddenLayers: [6, 4] }).layers).to.deep.equal([2, 6, 4, 1]);
  });

  it('takes layers and parameters from the child', () => {
    const child = { layers: [2, 3, 1], parameters: numbers(13) };
    expect(resolve({ child })).to.deep.equal({ layers: [2, 3, 1], parameters: child.parameters, problem: undefined });
  });

  it('lets the attributes win over the child, each for itself', () => {
    const child = { layers: [2, 3, 1], parameters: numbers(13) };
    const own = numbers(13).map((v) => -v);
    expect(resolve({ child, parameters: own })).to.deep.equal({ layers: [2, 3, 1], parameters: own, problem: undefined });
    expect(resolve({ child: { layers: [2, 3, 1] }, hiddenLayers: [5] }).layers).to.deep.equal([2, 5, 1]);
  });

  it('prefers the child’s layers to the default', () => {
    expect(resolve({ child: { layers: [2, 4, 1] }, hiddenLayers: undefined }).layers).to.deep.equal([2, 4, 1]);
  });

  it('refuses parameters that are too many or too few, and says how many there should be', () => {
    for (const count of [32, 34]) {
      expect(resolve({ parameters: numbers(count) })).to.deep.equal({
        layers: [2, 8, 1],
        parameters: undefined,
        problem: `${count} parameters: expected 33 for a 2-8-1 network`,
      });
    }
  });

  it('measures the child’s parameters by the layers that win', () => {
    const child = { layers: [2, 3, 1], parameters: numbers(13) };
    const { layers, parameters, problem } = resolve({ child, hiddenLayers: [8] });
    expect(layers).to.deep.equal([2, 8, 1]);
    expect(parameters).to.equal(undefined);
    expect(problem).to.contain('13 parameters: expected 33');
  });

  for (const layers of [[3, 8, 1], [2, 8, 2], [2, 1], [2, 8, 8, 8, 8, 8, 1], [2, 65, 1], [2, 0, 1], [2, 2.5, 1], [2], []]) {
    it(`refuses a child’s layers [${layers.join(', ')}] and keeps its own network`, () => {
      const { layers: used, parameters, problem } = resolve({ child: { layers, parameters: numbers(33) } });
      expect(used).to.deep.equal([2, 8, 1]);
      expect(parameters).to.equal(undefined);
      expect(problem).to.contain(`layers [${layers.join(', ')}]: expected 2 inputs`);
    });
  }

  it('takes a child’s layers at their bounds', () => {
    for (const layers of [[2, 1, 1], [2, 64, 64, 64, 64, 1]]) {
      expect(resolve({ child: { layers } })).to.deep.equal({ layers, parameters: undefined, problem: undefined });
    }
  });

  it('does not fill the console with a long list of layers', () => {
    expect(resolve({ child: { layers: numbers(1000) } }).problem!.length).to.be.below(200);
  });
});
