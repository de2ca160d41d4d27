import { expect } from 'chai';
import { DEFAULT, expectAlwaysSound, expectReadings, LIST_COMMA_HINT } from '../../testing/kinds.js';
import { neuronKind, neuronsOf, neuronsText, probeKind, viewKind } from './attributes.js';

describe('viewKind', () => {
  it('reads two angles, each within bounds of its own', () => {
    expect(viewKind.initial).to.deep.equal([42, 33]);
    expectReadings(viewKind, [
      ['30 40', [30, 40]], ['-180, 85', [-180, 85]], ['\u221290 5', [-90, 5]], [[10, 20], [10, 20]],
      ['1.5 2.5e1', [1.5, 25]], ['200 40', [180, 40], 'range'], ['-999 40', [-180, 40], 'range'],
      ['0 0', [0, 5], 'range'], ['0 90', [0, 85], 'range'], ['170 170', [170, 85], 'range'],
      ['1 10 3', [1, 10], 'range'], [[1, 10, 3], [1, 10], 'range'], ['30', DEFAULT], ['', DEFAULT], ['a b', DEFAULT],
      [30, DEFAULT], [[], DEFAULT], [{}, DEFAULT], ['1,5 2,5', DEFAULT, 'syntax', LIST_COMMA_HINT],
    ]);
  });

  it('always reads two angles that can be drawn', () => {
    expectAlwaysSound(viewKind, ([turn, tilt, ...rest]) =>
      rest.length === 0 && Math.abs(turn) <= 180 && tilt >= 5 && tilt <= 85);
  });
});

describe('probeKind', () => {
  it('reads one coordinate or two, or none', () => {
    expectReadings(probeKind, [
      ['0.8 0.1', [0.8, 0.1]], ['0.2', [0.2]], [0.2, [0.2]], [[1, 2], [1, 2]], [' NONE ', []], [[], []],
      ['-200 3', [-100, 3], 'range'], ['1 2 3', [1, 2], 'range'], ['', DEFAULT], ['nothing', DEFAULT], [{}, DEFAULT],
    ]);
  });

  it('always reads coordinates that can be used', () => {
    expectAlwaysSound(probeKind, (point) => point.length <= 2 && point.every((at) => Math.abs(at) <= 100));
  });
});

describe('neuronKind', () => {
  it('reads a layer and a number, or out', () => {
    expect(neuronKind.initial).to.equal('out');
    expectReadings(neuronKind, [['1.3', '1.3'], [' 2.12 ', '2.12'], ['OUT', 'out'], [1.3, '1.3']]);
    const wrong = ['', '1', '0.1', '1.0', '1.03', '1.3.1', '-1.3', '100.1', '1,3', [1, 3], null];
    expectReadings(neuronKind, wrong.map((raw) => [raw, DEFAULT]));
  });

  it('always reads a neuron that a network may have', () => {
    expectAlwaysSound(neuronKind, (value) => value === 'out' || /^[1-9]\d?\.[1-9]\d?$/.test(value));
  });
});

describe('neuronsOf', () => {
  it('lists the neurons of the hidden layers, and the output by its own name', () => {
    expect(neuronsOf([2, 3, 1, 1])).to.deep.equal(['1.1', '1.2', '1.3', '2.1', 'out']);
    for (const neuron of neuronsOf([2, 64, 64, 64, 64, 1])) {
      expect(neuronKind.read(neuron)).to.deep.equal({ value: neuron });
    }
  });
});

describe('neuronsText', () => {
  it('lists them in few words', () => {
    expect(neuronsText([2, 3, 1, 1])).to.equal('1.1 to 1.3, 2.1, out');
    expect(neuronsText([2, 8, 1])).to.equal('1.1 to 1.8, out');
  });
});
