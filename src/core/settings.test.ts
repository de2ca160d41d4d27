import { expect } from 'chai';
import type { RunSettings } from './history.js';
import { checkSettings } from './settings.js';

const sound: RunSettings = { learningRate: 0.1, updateOrder: 'simultaneous', target: () => 0, data: undefined, noise: 0, split: 1 };
const data = (points: number[], labels: number[]) => ({ data: { points: Float64Array.from(points), labels: Float64Array.from(labels) } });

describe('checkSettings', () => {
  it('takes what is in range', () => {
    for (const part of [{}, { noise: 1 }, { split: 0.01 }, data([0, 1, 7, -3], [0, 0.5])]) {
      expect(() => checkSettings({ ...sound, ...part }, 'x')).not.to.throw();
    }
  });

  const cases: [Partial<Record<keyof RunSettings, unknown>>, string][] = [
    [{ learningRate: -1 }, 'x: learning rate is -1, expected a finite number ≥ 0'],
    [{ updateOrder: 'none' }, 'x: none is none of simultaneous, in-place'],
    [{ noise: NaN }, 'x: noise is NaN, not in [0, 1]'],
    [{ noise: 1.5 }, 'x: noise is 1.5, not in [0, 1]'],
    [{ split: 0 }, 'x: split is 0, not in (0, 1]'],
    [data([], []), 'x: 0 coordinates and 0 labels, expected two for each, and one label at least'],
    [data([1, 2, 3], [1]), 'x: 3 coordinates and 1 labels'],
    [data([1, NaN], [1]), 'x: a coordinate is not finite'],
    [data([1, 1], [1.5]), 'x: a label is not in [0, 1]'],
    [data([1, 1], [NaN]), 'x: a label is not in [0, 1]'],
  ];
  for (const [part, message] of cases) {
    it(`says "${message}"`, () => expect(() => checkSettings({ ...sound, ...part } as RunSettings, 'x')).to.throw(RangeError, message));
  }
});
