import { expect } from 'chai';
import { badTexts, expectReadings } from '../testing/kinds.js';
import { data, MAX_POINTS } from './data.js';

const sound = [[0.5, -0.25, 1], [-1, 1, 0]] as const;

describe('data', () => {
  it('reads points from JSON and from arrays, and maps labels from −1 to 1', () => {
    expectReadings(data, [
      ['[[0.5, -0.25, 1], [-1, 1, 0]]', sound],
      [sound, sound],
      [[[0, 0, 1], [0, 0, -1], [1, 1, 0]], [[0, 0, 1], [0, 0, 0], [1, 1, 0.5]]],
      [[[0, 0, 0.7], [0, 0, 0.2]], [[0, 0, 0.7], [0, 0, 0.2]]],
    ]);
  });

  it('uses what is usable, and says how much is not', () => {
    expectReadings(data, [
      [[...sound, [2, 0, 1], [0, 0, NaN], ['0', 0, 1], [0, 0], [0, 0, 1, 1], null, 7], sound, 'range', '7 of 9 left out'],
      [[...sound, , [0, 0, 1]], [...sound, [0, 0, 1]], 'range', '1 of 4 left out'], // eslint-disable-line no-sparse-arrays
      [[[0, 0, 1], [1, 1, 1]], [[0, 0, 1], [1, 1, 1]], 'range', 'all are on one side'],
      ['[[0, 0, 1]]', [[0, 0, 1]], 'range', 'one alone'],
    ]);
  });

  it('uses the first 5,000 of a million points', () => {
    const many = Array.from({ length: 1_000_000 }, (_, i) => [i / 1e6, 0, i % 2]);
    const { value, problem } = data.read(many);
    expect(value).to.have.length(MAX_POINTS);
    expect(problem?.hint).to.equal('995000 of 1000000 left out');
  });

  it('reads as many points as JSON, each number in full', () => {
    const rows = Array.from({ length: MAX_POINTS }, (_, i) => [-Math.sqrt((i + 1) / 5001), -Math.sqrt((i * 7 % 5000 + 1) / 5001), i % 2]);
    expect(data.read(JSON.stringify(rows)).value).to.deep.equal(rows);
  });

  it('takes nothing else', () => {
    expectReadings(data, [...badTexts, '[[1,2,3]]', '[0,0,1,1,1,0]', '{"data": []}', 5, {}, [], [[]], null].map((raw) => [raw, null, 'syntax'] as const));
  });
});
