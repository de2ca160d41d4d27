import { expect } from 'chai';
import { DEFAULT, expectAlwaysSound, expectReadings, LIST_COMMA_HINT } from '../../testing/kinds.js';
import { biasesKind, layerKind, targetKind, weightsKind, type Layers } from './attributes.js';

const one = [[1, 2], [3, 4]];

/** 1 to 4 layers of two rows of `columns` numbers within ±10. */
const sound = (columns: number) => (layers: Layers): boolean => layers.length >= 1 && layers.length <= 4
  && layers.every((rows) => rows.length === 2 && rows.every((row) => row.length === columns))
  && layers.flat(2).every((value) => Math.abs(value) <= 10);

describe('weightsKind', () => {
  it('reads one to four layers of two rows of two', () => {
    expectReadings(weightsKind, [
      ['1 2; 3 4', [one]], ['1 2;3 4|1 2;3 4', [one, one]], [[one, one], [one, one]],
      ['1 .5; -.5 1 | \u22121e1 0; 0 1', [[[1, 0.5], [-0.5, 1]], [[-10, 0], [0, 1]]]],
      ['1 2; 3 40', [[[1, 2], [3, 10]]], 'range'], ['1 2; 3 4; 5 6', [one], 'range'],
      [Array(5).fill(one), Array(4).fill(one), 'range'],
      ['1 2', DEFAULT], ['1 2; 3', DEFAULT], ['1 2; 3 4 |', DEFAULT], ['1 2 3 4', DEFAULT],
      ['1,2 3; 4 5', DEFAULT, 'syntax', LIST_COMMA_HINT],
    ]);
    expectAlwaysSound(weightsKind, sound(2));
  });
});

describe('biasesKind', () => {
  it('reads one to four layers of two, between which a semicolon or a space may stand', () => {
    const two = [[[0.1], [-0.2]], [[0], [0.3]]];
    expectReadings(biasesKind, [
      ['0.1; -0.2 | 0; 0.3', two], ['0.1 -0.2 | 0 0.3', two], ['0.1, -0.2|0;0.3', two],
      [two, two], [[[0.1, -0.2], [0, 0.3]], two],
      ['0.1 20', [[[0.1], [10]]], 'range'], ['0.1 0.2 0.3', [[[0.1], [0.2]]], 'range'],
      ['0.1', DEFAULT], ['0.1; 0.2 0.3', DEFAULT], ['0.1; ', DEFAULT], ['1 | 2', DEFAULT],
      ['0,1 2', DEFAULT, 'syntax', LIST_COMMA_HINT],
    ]);
    expectAlwaysSound(biasesKind, sound(1));
  });
});

describe('layerKind', () => {
  it('reads a number from 0, or all', () => {
    expectReadings(layerKind, [
      [1.5, 1.5], ['0', 0], ['-1', 0, 'range'], [' ALL ', 'all'], ['all', 'all'], ['9', 9], [NaN, DEFAULT],
    ]);
    const { expected } = layerKind.read('abc').problem!;
    expect([layerKind.initial, expected, layerKind.read(-1).problem?.expected]).to.deep.equal([
      'all', 'a number from 0, or all', expected,
    ]);
  });
});

describe('targetKind', () => {
  it('reads a target, or none', () => {
    expectReadings(targetKind, [['ring', 'ring'], [' None ', 'none'], ['x > y', 'x > y'], ['', DEFAULT]]);
    expect(targetKind.initial).to.equal('xor');
  });
});
