import { expect } from 'chai';
import { checkSettings, type RunSettings } from './settings.js';

const sound = { learningRate: 0.1, updateOrder: 'simultaneous', target: () => 0, data: undefined, noise: 0, split: 1 };

function check(part: Partial<Record<keyof RunSettings, unknown>>): void {
  checkSettings({ ...sound, ...part } as RunSettings, 'x');
}

const dataOf = (points: number[], labels: number[]): { data: RunSettings['data'] } => (
  { data: { points: Float64Array.from(points), labels: Float64Array.from(labels) } });

describe('checkSettings', () => {
  it('accepts settings in range', () => {
    for (const part of [{}, { noise: 1 }, { split: 0.01 }, dataOf([0, 1, 7, -3], [0, 0.5])]) check(part);
  });

  it('refuses the first setting out of range and names it', () => {
    const cases: [Parameters<typeof check>[0], string][] = [
      [{ learningRate: -1 }, 'x: learning rate is -1'],
      [{ updateOrder: 'none' }, 'x: none is none of simultaneous, in-place'],
      [{ noise: NaN }, 'x: noise is NaN, not in [0, 1]'],
      [{ noise: 1.5 }, 'x: noise is 1.5, not in [0, 1]'],
      [{ split: 0 }, 'x: split is 0, not in (0, 1]'],
      [dataOf([], []), 'x: 0 coordinates and 0 labels'],
      [dataOf([1, 2, 3], [1]), 'x: 3 coordinates and 1 labels'],
      [dataOf([1, NaN], [1]), 'x: a coordinate'],
      [dataOf([1, 1], [1.5]), 'x: a label'],
      [dataOf([1, 1], [NaN]), 'x: a label'],
    ];
    for (const [part, message] of cases) expect(() => check(part), message).to.throw(RangeError, message);
  });
});
