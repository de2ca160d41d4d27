import { expect } from 'chai';
import { DEFAULT, badTexts, badValues, LIST_COMMA_HINT, expectAlwaysSound, expectReadings } from '../testing/kinds.js';
import { layers, list, rows } from './list.js';

const hidden = list([8], { integers: true, min: 1, max: 64, minLength: 1, maxLength: 4 });
const domain = list([-1, 1], { min: -100, max: 100, minLength: 2, maxLength: 2, ascending: true });
const weights = rows([[1.2, -0.5]], { min: -10, max: 10, columns: 2, maxRows: 3 });
const matrices = layers([[[1, 0.5], [-0.5, 1]]], { min: -10, max: 10, rows: 2, columns: 2, maxLayers: 2 });

const within = (v: unknown, min: number, max: number): boolean => typeof v === 'number' && v >= min && v <= max;
const tooLong = 'longer than 2000 characters';

describe('list', () => {
  it('reads numbers between spaces, or commas followed by a space', () => {
    expectReadings(hidden, [
      ['8', [8]], ['6 4', [6, 4]], [' 6  4\n2 ', [6, 4, 2]], ['6, 4', [6, 4]], ['6,\t4, 2, 1', [6, 4, 2, 1]], ['1e1', [10]], ['8.0', [8]],
    ]);
    expectReadings(domain, [['-5 5', [-5, 5]], ['\u22125 5', [-5, 5]], ['-.5, .5', [-0.5, 0.5]]]);
  });

  it('does not take a comma for a space, which in half the world stands in numbers', () => {
    expectReadings(hidden, [['6,4', DEFAULT, 'syntax', LIST_COMMA_HINT], ['1,5', DEFAULT, 'syntax', LIST_COMMA_HINT], ['6 ,4', DEFAULT], ['6 , 4', DEFAULT]]);
    expectReadings(domain, [['-1,5 1,5', DEFAULT, 'syntax', LIST_COMMA_HINT]]);
  });

  it('clamps each number and cuts what is too many, and says so', () => {
    expectReadings(hidden, [
      ['0', [1], 'range'], ['-1', [1], 'range'], ['1e9', [64], 'range'], ['8 65', [8, 64], 'range'], ['1 2 3 4 5', [1, 2, 3, 4], 'range'],
    ]);
    expectReadings(domain, [['-200 3', [-100, 3], 'range'], ['-1 1 2', [-1, 1], 'range']]);
  });

  it('uses the default where there are too few, a fraction, or the wrong order', () => {
    expectReadings(hidden, [['6 4.5', DEFAULT], ['', DEFAULT]]);
    expectReadings(domain, [['5', DEFAULT], ['0', DEFAULT], ['1 -1', DEFAULT], ['1 1', DEFAULT], ['200 300', DEFAULT]]);
  });

  it('uses the default for anything else and says so', () => {
    for (const kind of [hidden, domain]) {
      expectReadings(kind, [...badTexts.map((text) => [text, DEFAULT] as const), ...badValues.map((value) => [value, DEFAULT] as const)]);
      expectReadings(kind, [['1 '.repeat(50_000), DEFAULT, 'syntax', tooLong]]);
    }
    expectReadings(hidden, [['8 x', DEFAULT], ['8 8px', DEFAULT], ['8 ８', DEFAULT], [Infinity, DEFAULT]]);
  });

  it('takes arrays and single numbers from a script', () => {
    expectReadings(hidden, [[[6, 4], [6, 4]], [8, [8]], [['6', 4], [6, 4]], [[0, 4], [1, 4], 'range'], [[1.5], DEFAULT], [[6, [4]], DEFAULT], [Int8Array.of(6), DEFAULT]]);
    expectReadings(domain, [[[-2, 2], [-2, 2]], [[2, -2], DEFAULT], [[-2], DEFAULT]]);
  });

  it('says what is accepted', () => {
    expect(hidden.read('x').problem?.expected).to.equal('1 to 4 integers from 1 to 64, separated by spaces');
    expect(domain.read('x').problem?.expected).to.equal('2 numbers from -100 to 100, ascending, separated by spaces');
  });

  it('cannot be changed behind the element’s back', () => {
    const own = [6, 4];
    const { value } = hidden.read(own);
    own[0] = 9;
    expect(value).to.deep.equal([6, 4]);
    expect(Object.isFrozen(value)).to.equal(true);
    expect(Object.isFrozen(hidden.initial)).to.equal(true);
  });

  it('is of its length and within its bounds and never throws', () => {
    expectAlwaysSound(hidden, (v) => v.length >= 1 && v.length <= 4 && v.every((n) => Number.isInteger(n) && within(n, 1, 64)));
    expectAlwaysSound(domain, (v) => v.length === 2 && v[0] < v[1] && v.every((n) => within(n, -100, 100)));
  });
});

describe('rows', () => {
  it('reads lists between semicolons', () => {
    expectReadings(weights, [
      ['1 2', [[1, 2]]], ['1.2 -0.5; -0.8 1', [[1.2, -0.5], [-0.8, 1]]], [' 1 2 ;3 4', [[1, 2], [3, 4]]], ['1, \u22122; 3, 4', [[1, -2], [3, 4]]],
    ]);
  });

  it('clamps, and cuts surplus rows, and says so', () => {
    expectReadings(weights, [['11 0', [[10, 0]], 'range'], ['1 2; 3 -1e9', [[1, 2], [3, -10]], 'range'], ['1 2; 3 4; 5 6; 7 8', [[1, 2], [3, 4], [5, 6]], 'range']]);
  });

  it('uses the default where a row is too short, too long or no list', () => {
    expectReadings(weights, [['1', DEFAULT], ['1 2 3', DEFAULT], ['1 2; 3', DEFAULT], ['1 2;', DEFAULT], ['1 2; x y', DEFAULT], ['1,5 2', DEFAULT, 'syntax', LIST_COMMA_HINT], ['1 2 | 3 4', DEFAULT]]);
    expectReadings(weights, [...badTexts.map((text) => [text, DEFAULT] as const), ...badValues.map((value) => [value, DEFAULT] as const)]);
    expectReadings(weights, [['1 2;'.repeat(25_000), DEFAULT, 'syntax', tooLong], ['0', DEFAULT], ['-1', DEFAULT], ['1e9', DEFAULT]]);
  });

  it('takes arrays of arrays from a script, without holes', () => {
    expectReadings(weights, [
      [[[1, 2], [3, 4]], [[1, 2], [3, 4]]], [['1 2', [3, 4]], [[1, 2], [3, 4]]], [[[1, 2], , [3, 4]], DEFAULT], [[[1, ,]], DEFAULT], [[1, 2], DEFAULT], [5, DEFAULT], // eslint-disable-line no-sparse-arrays
    ]);
  });

  it('says what is accepted', () => {
    expect(weights.read('x').problem?.expected).to.equal('1 to 3 rows of 2 from -10 to 10, separated by ;');
  });

  it('is rows of its width within its bounds, frozen, and never throws', () => {
    expectAlwaysSound(weights, (v) => v.length >= 1 && v.length <= 3
      && Array.from(v).every((row) => row.length === 2 && Array.from(row).every((n) => within(n, -10, 10))));
    const { value } = weights.read('1 2; 3 4');
    expect([value, ...value, weights.initial, ...weights.initial].every(Object.isFrozen)).to.equal(true);
  });
});

describe('layers', () => {
  const [a, b] = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]];

  it('reads rows between bars', () => {
    expectReadings(matrices, [['1 2; 3 4', [a]], ['1 2; 3 4 | 5 6; 7 8', [a, b]], ['1 2;3 4|5 6;7 8', [a, b]]]);
  });

  it('clamps, and cuts surplus layers, and says so', () => {
    expectReadings(matrices, [['1 2; 3 99', [[[1, 2], [3, 10]]], 'range'], ['1 2; 3 4 | 5 6; 7 8 | 1 2; 3 4', [a, b], 'range']]);
    expectReadings(matrices, [['1 2; 3 4; 5 6', [a], 'range']]);
  });

  it('uses the default where a layer is of another shape', () => {
    expectReadings(matrices, [['1 2', DEFAULT], ['1 2 3; 4 5 6', DEFAULT], ['1 2; 3 4 | 5 6', DEFAULT], ['1 2; 3 4 |', DEFAULT], ['1,5 2; 3 4', DEFAULT, 'syntax', LIST_COMMA_HINT]]);
    expectReadings(matrices, [...badTexts.map((text) => [text, DEFAULT] as const), ...badValues.map((value) => [value, DEFAULT] as const)]);
    expectReadings(matrices, [['1 2; 3 4 |'.repeat(10_000), DEFAULT, 'syntax', tooLong]]);
  });

  it('takes arrays of arrays of arrays from a script, without holes', () => {
    expectReadings(matrices, [[[a, b], [a, b]], [[a, '5 6; 7 8'], [a, b]], [[a, , b], DEFAULT], [a, DEFAULT]]); // eslint-disable-line no-sparse-arrays
  });

  it('says what is accepted', () => {
    expect(matrices.read('x').problem?.expected).to.equal('1 to 2 layers of 2 rows of 2 from -10 to 10, separated by | and ;');
  });

  it('is layers of its shape within its bounds, frozen to the numbers, and never throws', () => {
    for (const value of [matrices.read('1 2; 3 4').value, matrices.initial]) {
      expect([value, ...value, ...value.flat()].every(Object.isFrozen)).to.equal(true);
    }
    expectAlwaysSound(matrices, (v) => v.length >= 1 && v.length <= 2 && Array.from(v).every((layer) => layer.length === 2
      && Array.from(layer).every((row) => row.length === 2 && Array.from(row).every((n) => within(n, -10, 10)))));
  });
});
