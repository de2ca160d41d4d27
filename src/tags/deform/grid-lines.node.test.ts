import { expect } from 'chai';
import { createRandom, Network } from '../../core/index.js';
import { GridLines } from './grid-lines.js';

const random = createRandom('deform lines');

/** Returns networks of random parameters whose outputs are what the first and the second layer bend. */
function randomSums(): Network[] {
  const whole = new Network({ layers: [2, 2, 2], activation: 'relu', outputActivation: 'linear' });
  whole.initialize(random, 'uniform');
  const first = new Network({ layers: [2, 2], outputActivation: 'linear' });
  first.parameters.set(whole.parameters.subarray(0, 6));
  return [first, whole];
}

/** Traces lines once. */
function gridLines(grid: number, sums?: readonly Network[]): { points: Float64Array; lines: GridLines['lines'] } {
  const made = new GridLines(grid, sums !== undefined);
  return { points: made.trace(sums ?? []), lines: made.lines };
}

describe('GridLines', () => {
  it('needs only the ends of lines that nothing folds', () => {
    const { points, lines } = gridLines(3, []);
    expect(lines.map(({ count }) => count)).to.deep.equal(Array(8).fill(2));
    expect([...points.subarray(0, 4)]).to.deep.equal([-1, -1, -1, 1]);
    expect([...points.subarray(4 * 3, 4 * 3 + 4)]).to.deep.equal([-1, -1, 1, -1]);
    expect([...points.subarray(4 * 6)]).to.deep.equal([0, -1, 0, 1, -1, 0, 1, 0]);
    expect(lines.map(({ from, axis }) => [from, axis])).to.deep.equal(lines.map((_, k) => [2 * k, k > 5]));
  });

  it('puts a point on every fold, in order along the line, so that no sum changes its sign between two points', () => {
    let folds = 0;
    for (let round = 0; round < 20; round++) {
      const sums = randomSums();
      const { points, lines } = gridLines(6, sums);
      const z = sums.map((network) => {
        const out = new Float64Array(points.length);
        network.evaluate(points, out);
        return out;
      });
      for (const { from, count } of lines) {
        folds += count - 2;
        for (let k = from; k < from + count - 1; k++) {
          const forth = points[2 * k + 2] - points[2 * k] + points[2 * k + 3] - points[2 * k + 1];
          expect(forth).to.be.at.least(0);
          for (const sum of z) for (const j of [0, 1]) expect(sum[2 * k + j] * sum[2 * k + 2 + j]).to.be.above(-1e-12);
        }
      }
    }
    expect(folds).to.be.above(300);
  });

  it('has even points, close together, where lines are bent smoothly', () => {
    const { points, lines } = gridLines(5);
    for (const { from, count } of lines) {
      expect(count).to.equal(81);
      for (let k = from; k < from + 80; k++) {
        const step = Math.hypot(points[2 * k + 2] - points[2 * k], points[2 * k + 3] - points[2 * k + 1]);
        expect(step).to.be.closeTo(1 / 40, 1e-12);
      }
    }
  });

  it('traces into the same arrays what it traces the first time', () => {
    const made = new GridLines(7, true);
    for (let round = 0; round < 20; round++) {
      const sums = randomSums();
      const { points, lines } = gridLines(7, sums);
      expect([[...made.trace(sums)], made.lines]).to.deep.equal([[...points], lines]);
    }
  });
});
