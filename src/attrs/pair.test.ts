import { expect } from 'chai';
import { DEFAULT, expectAlwaysSound, expectReadings } from '../testing/kinds.js';
import { optionalPair } from './pair.js';

describe('optionalPair', () => {
  const range = optionalPair({ min: -10, max: 10, ascending: true });

  it('reads two numbers, or none', () => {
    expect(range.initial).to.deep.equal([]);
    expectReadings(range, [
      ['-1 2', [-1, 2]], [[0, 0.5], [0, 0.5]], [[], []], ['-99 2', [-10, 2], 'range'], ['1 2 3', [1, 2], 'range'],
      ['2 -1', DEFAULT], ['1 1', DEFAULT], ['1', DEFAULT], ['', DEFAULT], ['fitted', DEFAULT], [7, DEFAULT], [[1], DEFAULT],
    ]);
    expectReadings(optionalPair({ min: -1, max: 1 }), [['1 -1', [1, -1]], ['0 0', [0, 0]]]);
  });

  it('is always none or two in order', () => {
    expectAlwaysSound(range, (value) => value.length === 0 || (value.length === 2 && value[0] < value[1]));
  });
});
