import { expect } from '@open-wc/testing';
import { BAD, expectAlwaysSound, expectReadings, LIST_COMMA } from '../testing/kinds.js';
import { viewKind } from './neuron-kinds.js';

describe('the kind of a view', () => {
  it('reads two angles, each within bounds of its own', () => {
    expect(viewKind.initial).to.deep.equal([42, 33]);
    expectReadings(viewKind, [
      ['30 40', [30, 40]], ['-180, 85', [-180, 85]], ['\u221290 5', [-90, 5]], [[10, 20], [10, 20]], ['1.5 2.5e1', [1.5, 25]],
      ['200 40', [180, 40], 'range'], ['-999 40', [-180, 40], 'range'], ['0 0', [0, 5], 'range'], ['0 90', [0, 85], 'range'],
      ['170 170', [170, 85], 'range'], ['1 10 3', [1, 10], 'range'], [[1, 10, 3], [1, 10], 'range'],
      ['30', BAD], ['', BAD], ['a b', BAD], [30, BAD], [[], BAD], [{}, BAD], ['1,5 2,5', BAD, 'syntax', LIST_COMMA],
    ]);
  });

  it('is always two angles that can be drawn', () => {
    expectAlwaysSound(viewKind, (value) => value.length === 2 && Math.abs(value[0]) <= 180 && value[1] >= 5 && value[1] <= 85);
  });
});
