import { expect } from '@open-wc/testing';
import { createRandom, Network, type ActivationName, type ModelState } from '../../core/index.js';
import { defaultAlpha, defaultB, defaultOutput, defaultW } from './deform-defaults.js';
import { flat, randomLayers } from './deformation.js';
import { dividingLine, leadingPairs, outputOf, planeInUse, planeOfState, planeState, resolvePlane, type PlaneOrigin } from './layers.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => (k + 1) / 8);
const layers = (count: number, output = false): number[] => [...Array<number>(count + 1).fill(2), ...(output ? [1] : [])];

describe('leadingPairs', () => {
  it('counts the layers of two behind the inputs, before anything else', () => {
    for (const [widths, count] of [[[2, 8, 1], 0], [[2, 2, 1], 1], [[2, 2, 2, 1], 2], [[2, 2, 8, 2, 1], 1], [[2, 2, 2, 2, 2, 1], 4], [[2, 3, 2, 1], 0]] as const) {
      expect(leadingPairs(widths), widths.join()).to.equal(count);
    }
  });
});

describe('dividingLine', () => {
  it('lies where the output of a network is 0.5, for every activation', () => {
    const random = createRandom('dividing line');
    for (const outputActivation of ['linear', 'relu', 'leaky-relu', 'sigmoid', 'tanh'] as ActivationName[]) {
      const network = new Network({ layers: [2, 2, 1], activation: 'linear', outputActivation });
      network.initialize(random, 'uniform');
      const output = outputOf(network)!;
      const [a, b, c] = dividingLine(output);
      const last = new Network({ layers: [2, 1], outputActivation });
      last.parameters.set(Array.from(output.weights));
      for (const x of [-1, 0, 2]) expect(last.forward([x, (c - a * x) / b])[0]).to.be.closeTo(0.5, 1e-12);
    }
  });

  it('is of no network with another layer between', () => {
    expect(outputOf(new Network({ layers: [2, 2, 3, 1] }))).to.equal(undefined);
    expect(outputOf(new Network({ layers: [2, 8, 1] }))).to.equal(undefined);
  });
});

describe('resolvePlane', () => {
  it('reads layers of two off their number, with or without an output', () => {
    for (const count of [1, 2, 3, 4]) {
      for (const output of [false, true]) {
        const given = numbers(6 * count + (output ? 3 : 0));
        for (const found of [
          resolvePlane(given, {}, 'tanh'), resolvePlane(null, { parameters: given }, 'tanh'), resolvePlane(given, { layers: layers(count, output) }, 'tanh'),
        ]) {
          expect(found.problem).to.equal(undefined);
          expect(flat(found.model!.w, found.model!.b)).to.deep.equal(given.slice(0, 6 * count));
          expect(found.model!.output).to.deep.equal(output ? { weights: given.slice(-3), activation: 'tanh' } : undefined);
        }
      }
    }
    expect(resolvePlane(null, {}, 'relu')).to.deep.equal({});
  });

  it('says what is wrong with others', () => {
    for (const count of [1, 5, 7, 10, 30, 33, 3]) expect(resolvePlane(numbers(count), {}, 'relu').problem, String(count)).to.contain(`${count} parameters: expected`);
    for (const widths of [[2, 8, 1], [3, 2], [2, 1], [2], [2, 2, 2, 2, 2, 2], [2, 2, 1, 1], [1, 2, 2]]) {
      expect(resolvePlane(numbers(6), { layers: widths }, 'relu').problem, widths.join()).to.contain('expected 2 inputs');
    }
    expect(resolvePlane(numbers(6), { layers: [2, 2, 1] }, 'relu').problem).to.equal('6 parameters: expected 9 for a 2-2-1 network');
    expect(resolvePlane(null, { layers: [2, 2] }, 'relu').problem).to.contain('expected parameters');
  });
});

describe('states of a plane', () => {
  it('come back as they went', () => {
    for (const output of [undefined, { weights: [1, 2, 3], activation: 'sigmoid' as const }]) {
      const plane = { ...randomLayers('5'), ...(output && { output }) };
      const state = JSON.parse(JSON.stringify(planeState(plane, 'tanh', 0.2))) as ModelState;
      expect(state.layers).to.deep.equal(layers(2, output !== undefined));
      expect(planeOfState(state)).to.deep.equal(plane);
    }
  });

  it('are refused where they are of another shape, with a reason', () => {
    const sound = planeState(randomLayers('5'), 'tanh', 0.2);
    for (const [wrong, why] of [
      [{ version: 2 }, 'version is 2'], [{ layers: [2, 8, 1], parameters: numbers(33) }, 'layers are [2,8,1], expected 2 inputs, 1 to 4 layers of 2'],
      [{ outputActivation: 'relu' }, 'outputActivation is relu, expected tanh'], [{ parameters: numbers(5) }, 'expected 12 numbers'],
    ] as const) expect(() => planeOfState({ ...sound, ...wrong }), why).to.throw(RangeError, why);
  });
});

describe('planeInUse', () => {
  const none: PlaneOrigin = { w: undefined, b: undefined, model: undefined, seed: '', activation: 'leaky-relu', alpha: defaultAlpha };

  it('is the default where nothing is given, whose output divides what it learned while nothing else is changed', () => {
    const plane = planeInUse(none);
    expect([plane.w, plane.b]).to.deep.equal([defaultW, defaultB]);
    expect(plane.output).to.deep.equal({ weights: defaultOutput, activation: 'leaky-relu', learned: 'xor' });
    for (const change of [{ activation: 'relu' }, { alpha: 0.2 }, { seed: '3' }, { b: defaultB }, { w: defaultW }] as const) {
      expect(planeInUse({ ...none, ...change }).output, Object.keys(change)[0]).to.equal(undefined);
    }
  });

  it('is by weights before numbers, by numbers before a seed; biases stand by themselves', () => {
    const [model, other] = [{ ...randomLayers('1'), output: { weights: [1, 2, 3], activation: 'relu' as const } }, randomLayers('2')];
    expect(planeInUse({ ...none, model, seed: '4' })).to.deep.equal(model);
    expect(planeInUse({ ...none, seed: '2' })).to.deep.equal(other);
    expect(planeInUse({ ...none, model, b: other.b })).to.deep.equal({ w: model.w, b: other.b });
    const single = planeInUse({ ...none, model, w: [other.w[0]], b: other.b });
    expect(single).to.deep.equal({ w: [other.w[0]], b: [other.b[0]] });
    expect(planeInUse({ ...none, w: other.w }).b).to.deep.equal([[[0], [0]], [[0], [0]]]);
  });
});
