import { expect } from 'chai';
import {
  badTexts, badValues, DEFAULT, expectAlwaysSound, expectDefault, expectReadings, LIST_COMMA_HINT,
} from '../testing/kinds.js';
import { isSameList, layers, list, optionalPair, rows } from './list.js';

const hidden = list([8], { integers: true, min: 1, max: 64, minLength: 1, maxLength: 4 });
const domain = list([-1, 1], { min: -100, max: 100, minLength: 2, maxLength: 2, ascending: true });
const range = optionalPair({ min: -10, max: 10, ascending: true });
const weights = rows([[1.2, -0.5]], { min: -10, max: 10, columns: 2, maxRows: 3 });
const matrices = layers([[[1, 0.5], [-0.5, 1]]], { min: -10, max: 10, rows: 2, columns: 2, maxLayers: 2 });

const areWithin = (values: readonly unknown[], min: number, max: number): boolean => (
  Array.from(values).every((v) => typeof v === 'number' && v >= min && v <= max));

/** Whether nested arrays are frozen on every level. */
const isFrozen = (v: unknown): boolean => !Array.isArray(v) || (Object.isFrozen(v) && v.every(isFrozen));

describe('Lists of every depth', () => {
  const kinds = [hidden, domain, weights, matrices];

  it('use the default for what is not a list, and for text that is too long', () => {
    for (const kind of kinds) {
      expectDefault<unknown>(kind, ...badTexts, ...badValues);
      for (const text of ['1 '.repeat(50_000), '1 2;'.repeat(25_000), '1 2; 3 4 |'.repeat(10_000)]) {
        expectReadings<unknown>(kind, [[text, DEFAULT, 'syntax', 'longer than 2000 characters']]);
      }
    }
  });

  it('give a hint for a decimal comma, which half the world writes', () => {
    for (const kind of kinds) {
      for (const text of ['1,5', '-1,5 1,5', '1,5 2; 3 4']) {
        expectReadings<unknown>(kind, [[text, DEFAULT, 'syntax', LIST_COMMA_HINT]]);
      }
    }
  });

  it('say what is accepted', () => {
    const numbers = kinds.map((kind) => kind.read('x').problem!.expected.match(/-?\d+/g)!.join(' '));
    expect(numbers).to.deep.equal(['1 4 1 64', '2 -100 100', '1 3 2 -10 10', '1 2 2 2 -10 10']);
  });

  it('are frozen on every level, and copies of what a script writes', () => {
    const own = [6, 4];
    const { value } = hidden.read(own);
    own[0] = 9;
    expect(value).to.deep.equal([6, 4]);
    const read = [value, weights.read('1 2; 3 4').value, matrices.read('1 2; 3 4').value];
    expect([...read, ...kinds.map(({ initial }) => initial)].every(isFrozen)).to.equal(true);
  });

  it('have their lengths and bounds, and never throw', () => {
    const isMatrix = (m: unknown, min: number, max: number): boolean => (
      Array.isArray(m) && m.length >= min && m.length <= max
      && Array.from<unknown>(m).every((row) => Array.isArray(row) && row.length === 2 && areWithin(row, -10, 10)));
    const isHidden = (v: readonly number[]): boolean => v.length >= 1 && v.length <= 4 && v.every(Number.isInteger);
    expectAlwaysSound(hidden, (v) => isHidden(v) && areWithin(v, 1, 64));
    expectAlwaysSound(domain, (v) => v.length === 2 && v[0] < v[1] && areWithin(v, -100, 100));
    expectAlwaysSound(range, (v) => v.length === 0 || (v.length === 2 && v[0] < v[1] && areWithin(v, -10, 10)));
    expectAlwaysSound(weights, (v) => isMatrix(v, 1, 3));
    expectAlwaysSound(matrices, (v) => v.length >= 1 && v.length <= 2 && Array.from(v).every((m) => isMatrix(m, 2, 2)));
  });
});

describe('list', () => {
  it('reads numbers between spaces, or between commas followed by a space', () => {
    expectReadings(hidden, [
      ['8', [8]], ['6 4', [6, 4]], [' 6  4\n2 ', [6, 4, 2]], ['6, 4', [6, 4]], ['6,\t4, 2, 1', [6, 4, 2, 1]],
      ['1e1', [10]], ['8.0', [8]],
    ]);
    expectReadings(domain, [['-5 5', [-5, 5]], ['\u22125 5', [-5, 5]], ['-.5, .5', [-0.5, 0.5]]]);
  });

  it('clamps each number, cuts what is too long, and reports it', () => {
    expectReadings(hidden, [
      ['0', [1], 'range'], ['-1', [1], 'range'], ['1e9', [64], 'range'], ['8 65', [8, 64], 'range'],
      ['1 2 3 4 5', [1, 2, 3, 4], 'range'],
    ]);
    expectReadings(domain, [['-200 3', [-100, 3], 'range'], ['-1 1 2', [-1, 1], 'range']]);
  });

  it('uses the default for too few numbers, a fraction, the wrong order, or another comma', () => {
    expectDefault(hidden, '6 4.5', '6 ,4', '6 , 4', '8 x', '8 8px', '8 ８', Infinity);
    expectDefault(domain, '5', '0', '1 -1', '1 1', '200 300');
  });

  it('uses the default for numbers that are one on an axis, and says how far apart they must be', () => {
    expectReadings(domain, [
      ['0 5e-324', DEFAULT, 'syntax', 'too close together: at least 0.000001 apart'],
      ['1 1.0000000000000001', DEFAULT, 'syntax', 'too close together: at least 0.000001 apart'],
      ['99.99999 100', DEFAULT, 'syntax', 'too close together: at least 0.0001 apart'],
      ['1e308 -1e308', DEFAULT], ['300 200', DEFAULT], ['-1e308 1e308', [-100, 100], 'range'],
      ['0 1e-6', [0, 1e-6]], ['99.9 100', [99.9, 100]],
    ]);
  });

  it('takes arrays and single numbers from a script', () => {
    expectReadings(hidden, [[[6, 4], [6, 4]], [8, [8]], [['6', 4], [6, 4]], [[0, 4], [1, 4], 'range']]);
    expectDefault(hidden, [1.5], [6, [4]], Int8Array.of(6));
    expectReadings(domain, [[[-2, 2], [-2, 2]]]);
    expectDefault(domain, [2, -2], [-2]);
  });
});

describe('optionalPair', () => {
  it('reads two numbers, or none', () => {
    expect(range.initial).to.deep.equal([]);
    expectReadings(range, [
      ['-1 2', [-1, 2]], [[0, 0.5], [0, 0.5]], [[], []], ['-99 2', [-10, 2], 'range'], ['1 2 3', [1, 2], 'range'],
    ]);
    expectDefault(range, '2 -1', '1 1', '1', '', 'fitted', 7, [1]);
    expectReadings(optionalPair({ min: -1, max: 1 }), [['1 -1', [1, -1]], ['0 0', [0, 0]]]);
  });
});

describe('rows', () => {
  it('reads lists between semicolons, and arrays of arrays', () => {
    expectReadings(weights, [
      ['1 2', [[1, 2]]], ['1.2 -0.5; -0.8 1', [[1.2, -0.5], [-0.8, 1]]], [' 1 2 ;3 4', [[1, 2], [3, 4]]],
      ['1, \u22122; 3, 4', [[1, -2], [3, 4]]], [[[1, 2], [3, 4]], [[1, 2], [3, 4]]],
      [['1 2', [3, 4]], [[1, 2], [3, 4]]],
    ]);
  });

  it('clamps, cuts surplus rows, and reports it', () => {
    expectReadings(weights, [
      ['11 0', [[10, 0]], 'range'], ['1 2; 3 -1e9', [[1, 2], [3, -10]], 'range'],
      ['1 2; 3 4; 5 6; 7 8', [[1, 2], [3, 4], [5, 6]], 'range'],
    ]);
  });

  it('uses the default if a row is too short, too long, missing or not a list', () => {
    expectDefault(weights, '1', '0', '-1', '1e9', '1 2 3', '1 2; 3', '1 2;', '1 2; x y', '1 2 | 3 4', [1, 2], 5);
    expectDefault(weights, [[1, 2], , [3, 4]], [[1, ,]]); // eslint-disable-line no-sparse-arrays
  });
});

describe('layers', () => {
  const [a, b] = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]];

  it('reads rows between bars, and arrays of arrays of arrays', () => {
    expectReadings(matrices, [
      ['1 2; 3 4', [a]], ['1 2; 3 4 | 5 6; 7 8', [a, b]], ['1 2;3 4|5 6;7 8', [a, b]], [[a, b], [a, b]],
      [[a, '5 6; 7 8'], [a, b]],
    ]);
  });

  it('clamps, cuts surplus layers and rows, and reports it', () => {
    expectReadings(matrices, [
      ['1 2; 3 99', [[[1, 2], [3, 10]]], 'range'], ['1 2; 3 4 | 5 6; 7 8 | 1 2; 3 4', [a, b], 'range'],
      ['1 2; 3 4; 5 6', [a], 'range'],
    ]);
  });

  it('uses the default if a layer has another shape', () => {
    expectDefault(matrices, '1 2', '1 2 3; 4 5 6', '1 2; 3 4 | 5 6', '1 2; 3 4 |', a);
    expectDefault(matrices, [a, , b]); // eslint-disable-line no-sparse-arrays
  });
});

describe('isSameList', () => {
  it('compares numbers, lengths and what is not there', () => {
    const same = [isSameList([1, 2], [1, 2]), isSameList([], []), isSameList(undefined, undefined)];
    const different = [
      isSameList([1, 2], [1, 3]), isSameList([1], [1, 2]), isSameList([], undefined), isSameList(undefined, []),
    ];
    expect([...same, ...different]).to.deep.equal([true, true, true, false, false, false, false]);
  });
});
