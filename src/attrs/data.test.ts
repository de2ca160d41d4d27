import { expect } from 'chai';
import { badTexts, DEFAULT, expectDefault, expectReadings } from '../testing/kinds.js';
import { data, MAX_POINTS } from './data.js';

const sound = [[0.5, -0.25, 1], [-1, 1, 0]] as const;
const sameSide = [[0, 0, 1], [1, 1, 1]];

describe('data', () => {
  it('reads points from JSON and from arrays, and maps labels from −1 to 1', () => {
    expectReadings(data, [
      ['[[0.5, -0.25, 1], [-1, 1, 0]]', sound],
      [sound, sound],
      [[[0, 0, 1], [0, 0, -1], [1, 1, 0]], [[0, 0, 1], [0, 0, 0], [1, 1, 0.5]]],
      [[[0, 0, 0.7], [0, 0, 0.2]], [[0, 0, 0.7], [0, 0, 0.2]]],
      [[[0, 0, true], [0.5, 0, false]], [[0, 0, 1], [0.5, 0, 0]]],
    ]);
  });

  it('uses the usable points, and names the first other row, why, and how many there are', () => {
    const half = [...sound, ...sound];
    expectReadings(data, [
      [[...half, [2, 0, 1], [0, 0, NaN]], half, 'range', 'row 5: x is 2; 2 of 6 left out'],
      [[[0, 0, 1, 1], ...half, 7], half, 'range', 'row 1: not [x, y, label]; 2 of 6 left out'],
      [[...sound, [0, '0', 1]], sound, 'range', 'row 3: y is of type string; 1 of 3 left out'],
      [[...sound, [0, 0, 5]], sound, 'range', 'row 3: label is 5; 1 of 3 left out'],
    ]);
    const holes = [...sound, , [0, 0, 1]]; // eslint-disable-line no-sparse-arrays
    expectReadings(data, [
      [holes, [...sound, [0, 0, 1]], 'range', 'row 3: not [x, y, label]; 1 of 4 left out'],
    ]);
  });

  it('uses none where most are left out or the rest is on one side, and says what to write', () => {
    const grid = Array.from({ length: 200 }, (_, k) => [(k % 20) * 0.63 - 5.98, Math.floor(k / 20) * 0.6 - 3, k % 2]);
    const twos = Array.from({ length: 10 }, (_, k) => [k / 10, 0, 1 + k % 2]);
    const bytes = [[0, 0.5, 0], [0.5, 0, 255], [0.1, 0.2, 128]];
    const texts = [[0, 0, 'a'], [0.5, 0, 'b']];
    const both = [[12, 3, 7], [100, -255, 9]];
    for (const [rows, ...hints] of [
      [grid, 'row 1: x is -5.98', 'of 200 left out', 'divide x and y by 5.99'],
      [twos, 'row 2: label is 2', '5 of 10', 'labels from 0 to 1 where they are 1 and 2'],
      [bytes, 'row 2: label is 255', 'where they are 0 to 255'], [texts, 'row 1: label is of type string'],
      [both, 'divide x and y by 255', 'where they are 7 and 9'],
      [[{ x: 1, y: 2 }, ...sound, 1, 2], 'not [x, y, label]'],
    ] as const) {
      const { value, problem } = data.read(rows);
      expect([value, problem!.code], hints[0]).to.deep.equal([null, 'syntax']);
      for (const hint of hints) expect(problem!.hint).to.contain(hint);
    }
  });

  it('names line and column of a mistake in JSON', () => {
    expectReadings(data, [['[[0, 0, 1],\n [1, 1, 0],]', DEFAULT, 'syntax', 'line 2, column 12: "]" after a comma']]);
  });

  it('reports points of one side only, and a single point', () => {
    for (const rows of [sameSide, [[0, 0, 1]]]) {
      const { value, problem } = data.read(rows);
      expect([value, problem?.code]).to.deep.equal([rows, 'range']);
    }
  });

  it('uses the first 5,000 of a million points', () => {
    const { value, problem } = data.read(Array.from({ length: 1_000_000 }, (_, i) => [i / 1e6, 0, i % 2]));
    expect(value).to.have.length(MAX_POINTS);
    expect(problem?.hint).to.equal('row 5001: only 5000 are used; 995000 of 1000000 left out');
  });

  it('reads as many points as JSON, every number in full', () => {
    const root = (i: number): number => -Math.sqrt((i % 5000 + 1) / 5001);
    const rows = Array.from({ length: MAX_POINTS }, (_, i) => [root(i), root(7 * i), i % 2]);
    expect(data.read(JSON.stringify(rows)).value).to.deep.equal(rows);
  });

  it('uses the default for anything else', () => {
    expect(data.initial).to.equal(null);
    expectDefault(data, ...badTexts, '[[1,2,3]]', '[0,0,1,1,1,0]', '{"data": []}', 5, {}, [], [[]], null);
  });
});
