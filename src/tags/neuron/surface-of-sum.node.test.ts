import { expect } from 'chai';
import { activationNames, createRandom } from '../../core/index.js';
import { SumSurface, type SumSettings } from './surface-of-sum.js';

const plain: SumSettings = {
  w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false,
};
const surfaceOf = (settings: Partial<SumSettings> = {}): SumSurface => new SumSurface({ ...plain, ...settings });

/** The points u, v, height of a line. */
function pointsOf(line: Float64Array): number[][] {
  return Array.from({ length: line.length / 3 }, (_, k) => [...line.subarray(3 * k, 3 * k + 3)]);
}

describe('SumSurface', () => {
  it('gives the numbers of the article', () => {
    expect(surfaceOf().at(0.8, 0.1)).to.be.closeTo(0.71, 1e-15);
    expect(surfaceOf({ w: [[2, 0]], b: [[0.3]] }).at(0.2, 0)).to.be.closeTo(0.7, 1e-15);
    expect(surfaceOf({ w: [[1.2, -0.5], [-0.8, 1]], b: [[-0.2], [0.1]] }).at(-0.2, 0.5)).to.be.closeTo(0.76, 1e-15);
  });

  it('takes a sum that is nothing but rounding for 0, and no other', () => {
    const model = surfaceOf({ w: [[-0.6, 0.9], [1.2, -0.5]], b: [[0], [-0.26]], activation: 'linear' });
    expect(-0.6 * 0.3 + 0.9 * 0.2, 'as computers add').to.not.equal(0);
    expect(model.contributions(0.3, 0.2).map(({ z, y }) => [z, y])).to.deep.equal([[0, 0], [0, 0]]);
    expect(model.at(0.3, 0.2)).to.equal(0);
    expect(surfaceOf({ w: [[1e-9, 0]], b: [[0]], activation: 'linear' }).at(1e-3, 0)).to.be.closeTo(1e-12, 1e-24);
  });

  it('gives z and f(z) of each neuron, which add up', () => {
    const random = createRandom('apart');
    for (const activation of activationNames) {
      const w = Array.from({ length: 5 }, () => [20 * random() - 10, 20 * random() - 10]);
      const b = Array.from({ length: 5 }, () => [20 * random() - 10]);
      const model = surfaceOf({ w, b, activation });
      const parts = model.contributions(0.3, -0.7);
      parts.forEach((part, i) => {
        expect(part).to.deep.include({ w: w[i], b: b[i][0] });
        expect(part.z).to.be.closeTo(0.3 * w[i][0] - 0.7 * w[i][1] + b[i][0], 1e-12);
        if (activation === 'relu') expect(part.y).to.equal(Math.max(0, part.z));
        if (activation === 'tanh') expect(part.y).to.be.closeTo(Math.tanh(part.z), 1e-12);
        if (activation === 'linear') expect(part.y).to.equal(part.z);
      });
      expect(parts.reduce((sum, { y }) => sum + y, 0)).to.be.closeTo(model.at(0.3, -0.7), 1e-12);
    }
  });

  it('has a height at every point of the grid, and the least and greatest y', () => {
    const model = surfaceOf({ domain: [-2, 4], grid: 7 });
    const { heights, scale, most } = model.surface;
    expect(heights).to.have.length(49);
    heights.forEach((h, k) => {
      expect(h).to.be.closeTo(scale.of(model.at(-2 + (k % 7), -2 + Math.floor(k / 7))), 1e-12);
    });
    expect(model.least).to.equal(0);
    expect(model.most).to.be.closeTo(1.2 * 4 + 0.5 * 2 - 0.2, 1e-12);
    expect(most).to.be.closeTo(scale.of(model.most), 1e-12);
  });

  it('follows the edges and bends exactly where a neuron does', () => {
    const { edges } = surfaceOf({ grid: 5 }).surface;
    expect(edges).to.have.length(4);
    const points = pointsOf(edges[0]);
    const bend = points.find(([u]) => Math.abs(u - (0.2 - 0.5) / 1.2) < 1e-12)!; // v = −1: 1.2 u + 0.5 = 0.2
    expect(bend[2]).to.be.closeTo(0, 1e-12);
    expect(points).to.have.length(5 + 1);
  });

  it('lifts each fold by what the other neurons give there, and leaves out those out of view', () => {
    const { folds, scale, count } = surfaceOf({ w: [[1.2, -0.5], [0, 1], [1, 0]], b: [[-0.2], [0.5], [9]] }).surface;
    expect([count, folds.map(({ neuron }) => neuron)]).to.deep.equal([3, [1, 2]]);
    for (const [u, v, h] of pointsOf(folds[1].points)) {
      expect(v).to.be.closeTo(-0.5, 1e-12);
      expect(h).to.be.closeTo(scale.of(Math.max(0, 1.2 * u - 0.5 * v - 0.2) + u + 9), 1e-12);
    }
  });

  it('has folds where a neuron bends, and elsewhere none', () => {
    expect(activationNames.map((activation) => [activation, surfaceOf({ activation }).surface.folds.length]))
      .to.deep.equal([['linear', 0], ['relu', 1], ['leaky-relu', 1], ['sigmoid', 0], ['tanh', 0]]);
    expect(surfaceOf({ activation: 'leaky-relu', alpha: 1 }).surface.folds).to.deep.equal([]);
  });

  it('fits its scale to the parts too where they are drawn', () => {
    const opposite: Partial<SumSettings> = { w: [[5, 0], [-5, 0]], b: [[0], [0]], activation: 'linear' };
    const without = surfaceOf(opposite).surface;
    expect([without.parts, without.scale.high]).to.deep.equal([[], 1]);
    const { parts, scale } = surfaceOf({ ...opposite, parts: true }).surface;
    expect([parts.length, scale.low, scale.high]).to.deep.equal([2, -6, 6]);
    for (const [u, , h] of pointsOf(parts[1].edges[0])) expect(h).to.be.closeTo(scale.of(-5 * u), 1e-12);
  });

  it('is finite whatever is in bounds', () => {
    const [w, b] = [Array<number[]>(8).fill([10, -10]), Array<number[]>(8).fill([10])];
    for (const activation of activationNames) {
      for (const domain of [[-100, 100], [0, 5e-324], [99.99999999999999, 100], [-1e-300, 1e-300]]) {
        const { heights, edges, folds, parts, zero, flat } =
          surfaceOf({ activation, domain, w, b, parts: true }).surface;
        const lines = [
          heights, ...edges, ...folds.map(({ points }) => points), ...parts.map((part) => part.heights), zero,
        ];
        const all = [...lines.flatMap((line) => [...line]), ...flat];
        expect(all.every(Number.isFinite), `${activation} ${domain}`).to.equal(true);
      }
    }
  });
});
