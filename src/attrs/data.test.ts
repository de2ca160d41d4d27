import { expect } from 'chai';
import { badTexts, expectDefault, expectReadings } from '../testing/kinds.js';
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
    ]);
  });

  it('uses the usable points and says how many are left out', () => {
    expectReadings(data, [
      [[...sound, [2, 0, 1], [0, 0, NaN], ['0', 0, 1], [0, 0], [0, 0, 1, 1], 7], sound, 'range', '6 of 8 left out'],
    ]);
    const holes = [...sound, , [0, 0, 1]]; // eslint-disable-line no-sparse-arrays
    expectReadings(data, [[holes, [...sound, [0, 0, 1]], 'range', '1 of 4 left out']]);
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
    expect(problem?.hint).to.equal('995000 of 1000000 left out');
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
