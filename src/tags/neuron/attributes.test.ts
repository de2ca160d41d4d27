import { expect } from '@open-wc/testing';
import { DEFAULT, expectAlwaysSound, expectReadings, LIST_COMMA_HINT } from '../../testing/kinds.js';
import { neuronKind, neuronsOf, neuronsText, viewKind } from './attributes.js';

describe('the kind of a view', () => {
  it('reads two angles, each within bounds of its own', () => {
    expect(viewKind.initial).to.deep.equal([42, 33]);
    expectReadings(viewKind, [
      ['30 40', [30, 40]], ['-180, 85', [-180, 85]], ['\u221290 5', [-90, 5]], [[10, 20], [10, 20]], ['1.5 2.5e1', [1.5, 25]],
      ['200 40', [180, 40], 'range'], ['-999 40', [-180, 40], 'range'], ['0 0', [0, 5], 'range'], ['0 90', [0, 85], 'range'],
      ['170 170', [170, 85], 'range'], ['1 10 3', [1, 10], 'range'], [[1, 10, 3], [1, 10], 'range'],
      ['30', DEFAULT], ['', DEFAULT], ['a b', DEFAULT], [30, DEFAULT], [[], DEFAULT], [{}, DEFAULT], ['1,5 2,5', DEFAULT, 'syntax', LIST_COMMA_HINT],
    ]);
  });

  it('is always two angles that can be drawn', () => {
    expectAlwaysSound(viewKind, (value) => value.length === 2 && Math.abs(value[0]) <= 180 && value[1] >= 5 && value[1] <= 85);
  });
});

describe('the kind of a neuron', () => {
  it('reads a layer and a number, or all of the network', () => {
    expect(neuronKind.initial).to.equal('out');
    expectReadings(neuronKind, [
      ['1.3', '1.3'], [' 2.12 ', '2.12'], ['OUT', 'out'], [1.3, '1.3'],
      ['', DEFAULT], ['1', DEFAULT], ['0.1', DEFAULT], ['1.0', DEFAULT], ['1.03', DEFAULT], ['1.3.1', DEFAULT], ['-1.3', DEFAULT], ['100.1', DEFAULT], ['1,3', DEFAULT], [[1, 3], DEFAULT], [null, DEFAULT],
    ]);
  });

  it('is always one that a network may have', () => {
    expectAlwaysSound(neuronKind, (value) => value === 'out' || /^[1-9]\d?\.[1-9]\d?$/.test(value));
  });
});

describe('the neurons of a network', () => {
  it('are those of its hidden layers, and the output by its own name', () => {
    expect(neuronsOf([2, 3, 1, 1])).to.deep.equal(['1.1', '1.2', '1.3', '2.1', 'out']);
    expect(neuronsText([2, 3, 1, 1])).to.equal('1.1 to 1.3, 2.1, out');
    expect(neuronsText([2, 8, 1])).to.equal('1.1 to 1.8, out');
    for (const neuron of neuronsOf([2, 64, 64, 64, 64, 1])) expect(neuronKind.read(neuron)).to.deep.equal({ value: neuron });
  });
});
