import { expect } from 'chai';
import type { UpdateOrder } from '../../../core/index.js';
import { StepNames } from './names.js';
import { codeOf, groupOf, phasesOf } from './phases.js';

describe('phasesOf', () => {
  const textsOf = (layers: readonly number[], order: UpdateOrder): string[] =>
    phasesOf(layers, order).map(({ kind, layer }) => `${kind} ${layer}`);

  it('lists eight for the circle model: all responsibilities, then all nudges', () => {
    expect(textsOf([2, 8, 1], 'simultaneous')).to.deep.equal([
      'input 0', 'forward 1', 'forward 2', 'error 2', 'responsibility 2', 'responsibility 1', 'nudge 2', 'nudge 1',
    ]);
  });

  it('nudges a layer before the responsibilities of the one before it, in place', () => {
    expect(textsOf([2, 6, 4, 1], 'in-place').slice(5)).to.deep.equal([
      'responsibility 3', 'nudge 3', 'responsibility 2', 'nudge 2', 'responsibility 1', 'nudge 1',
    ]);
  });
});

describe('groupOf', () => {
  it('puts phases that follow one another into one group', () => {
    const groupsOf = (order: UpdateOrder): string[] => phasesOf([2, 8, 1], order).map((phase) => groupOf(phase, order));
    const [forward, error] = [Array(3).fill('forward'), 'error'];
    expect(groupsOf('simultaneous')).to.deep.equal(
      [...forward, error, 'responsibilities', 'responsibilities', 'nudges', 'nudges']);
    expect(groupsOf('in-place')).to.deep.equal([...forward, error, ...Array(4).fill('backward')]);
  });
});

describe('codeOf', () => {
  const codeFor = (layers: readonly number[], order: UpdateOrder): (readonly [string, number])[] =>
    codeOf(new StepNames(layers), phasesOf(layers, order)).map(({ text, phase }) => [text, phase]);

  it("is the article's program, each line in its phase", () => {
    expect(codeFor([2, 8, 1], 'simultaneous')).to.deep.equal([
      ['[x, y, target] = nextSample()', 0],
      ['h1_z[j] = w1[j].x * x + w1[j].y * y + b1[j]', 1], ['h1_a[j] = f(h1_z[j])', 1],
      ['outZ = sum(w2[j] * h1_a[j]) + b2', 2], ['prediction = f(outZ)', 2],
      ['error = prediction - target', 3],
      ['dOutZ = error * fPrime(outZ)', 4],
      ['dH[j] = dOutZ * w2[j]', 5], ['dZ[j] = dH[j] * fPrime(h1_z[j])', 5],
      ['dW[j] = dOutZ * h1_a[j]', 6], ['w2[j] -= learningRate * dW[j]', 6], ['b2 -= learningRate * dOutZ', 6],
      ['w1[j] -= learningRate * dZ[j] * [x, y]', 7], ['b1[j] -= learningRate * dZ[j]', 7],
    ]);
  });

  it('follows the update order, and deeper networks', () => {
    const assigned = codeFor([2, 8, 1], 'in-place').slice(7).map(([text]) => text.split(' ')[0]);
    expect(assigned).to.deep.equal(['dW[j]', 'w2[j]', 'b2', 'dH[j]', 'dZ[j]', 'w1[j]', 'b1[j]']);
    expect(codeFor([2, 6, 4, 1], 'simultaneous').map(([text]) => text)).to.include.members([
      'h2_z[j] = sum(w2[j][i] * h1_a[i]) + b2[j]', 'dH1[j] = sum(dZ2[k] * w2[k][j])',
      'w2[j][i] -= learningRate * dZ2[j] * h1_a[i]', 'dH2[j] = dOutZ * w3[j]',
    ]);
  });
});
