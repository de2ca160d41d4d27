import { expect } from '@open-wc/testing';
import { activationNames, createRandom } from '../../core/index.js';
import { NeuronModel, type NeuronSettings } from './surface-of-sum.js';

const plain: NeuronSettings = { w: [[1.2, -0.5]], b: [[-0.2]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false };
const make = (settings: Partial<NeuronSettings> = {}): NeuronModel => new NeuronModel({ ...plain, ...settings });

/** Triples u, v, height of a traced line. */
function triples(points: Float64Array): number[][] {
  return Array.from({ length: points.length / 3 }, (_, k) => [...points.subarray(3 * k, 3 * k + 3)]);
}

describe('NeuronModel', () => {
  it('gives the article\'s numbers', () => {
    expect(make().at(0.8, 0.1)).to.be.closeTo(0.71, 1e-15);
    expect(make({ w: [[2, 0]], b: [[0.3]] }).at(0.2, 0)).to.be.closeTo(0.7, 1e-15);
    expect(make({ w: [[1.2, -0.5], [-0.8, 1]], b: [[-0.2], [0.1]] }).at(-0.2, 0.5)).to.be.closeTo(0.76, 1e-15);
  });

  it('has no rounding for a value: a sum that is 0 is 0', () => {
    const model = make({ w: [[-0.6, 0.9], [1.2, -0.5]], b: [[0], [-0.26]], activation: 'linear' });
    expect(-0.6 * 0.3 + 0.9 * 0.2, 'as computers add').to.not.equal(0);
    expect(model.contributions(0.3, 0.2).map(({ z, y }) => [z, y])).to.deep.equal([[0, 0], [0, 0]]);
    expect(model.at(0.3, 0.2)).to.equal(0);
    expect(make({ w: [[1e-9, 0]], b: [[0]], activation: 'linear' }).at(1e-3, 0), 'small, and no rounding').to.be.closeTo(1e-12, 1e-24);
  });

  it('takes a sum apart: each neuron\'s z and f(z), which add up', () => {
    const random = createRandom('apart');
    for (const activation of activationNames) {
      const w = Array.from({ length: 5 }, () => [20 * random() - 10, 20 * random() - 10]);
      const b = Array.from({ length: 5 }, () => [20 * random() - 10]);
      const model = make({ w, b, activation });
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

  it('knows the heights at every point of the grid, and the least and greatest y', () => {
    const model = make({ domain: [-2, 4], grid: 7 });
    const { heights, scale, most } = model.surface;
    expect(heights).to.have.length(49);
    heights.forEach((h, k) => expect(h).to.be.closeTo(scale.of(model.at(-2 + (k % 7), -2 + Math.floor(k / 7))), 1e-12));
    expect(model.least).to.equal(0);
    expect(model.most).to.be.closeTo(1.2 * 4 + 0.5 * 2 - 0.2, 1e-12);
    expect(most).to.be.closeTo(scale.of(model.most), 1e-12);
  });

  it('follows the edges and bends exactly where a neuron does', () => {
    const { edges } = make({ grid: 5 }).surface;
    expect(edges).to.have.length(4);
    const bend = triples(edges[0]).find(([u]) => Math.abs(u - (0.2 - 0.5) / 1.2) < 1e-12); // v = −1: 1.2 u + 0.5 = 0.2
    expect(bend).to.not.equal(undefined);
    expect(bend![2]).to.be.closeTo(0, 1e-12);
    expect(triples(edges[0])).to.have.length(5 + 1);
  });

  it('lifts each fold by what the other neurons give there, and leaves out those out of view', () => {
    const model = make({ w: [[1.2, -0.5], [0, 1], [1, 0]], b: [[-0.2], [0.5], [9]] });
    const { folds, scale, count } = model.surface;
    expect(count).to.equal(3);
    expect(folds.map(({ neuron }) => neuron)).to.deep.equal([1, 2]);
    for (const [u, v, h] of triples(folds[1].points)) {
      expect(v).to.be.closeTo(-0.5, 1e-12);
      expect(h).to.be.closeTo(scale.of(Math.max(0, 1.2 * u - 0.5 * v - 0.2) + u + 9), 1e-12);
    }
  });

  it('has folds where a neuron bends, and elsewhere none', () => {
    const kinds = activationNames.map((activation) => make({ activation }).surface.folds.length);
    expect(Object.fromEntries(activationNames.map((name, k) => [name, kinds[k]])))
      .to.deep.equal({ linear: 0, relu: 1, 'leaky-relu': 1, sigmoid: 0, tanh: 0 });
    expect(make({ activation: 'leaky-relu', alpha: 1 }).surface.folds).to.deep.equal([]);
  });

  it('fits the height to the parts too where they are drawn', () => {
    const opposite: Partial<NeuronSettings> = { w: [[5, 0], [-5, 0]], b: [[0], [0]], activation: 'linear' };
    expect(make(opposite).surface).to.deep.include({ parts: [] });
    expect(make(opposite).surface.scale.high).to.equal(1);
    const { parts, scale } = make({ ...opposite, parts: true }).surface;
    expect(parts).to.have.length(2);
    expect([scale.low, scale.high]).to.deep.equal([-6, 6]);
    for (const [u, , h] of triples(parts[1][0])) expect(h).to.be.closeTo(scale.of(-5 * u), 1e-12);
  });

  it('is finite whatever is in bounds', () => {
    for (const activation of activationNames) {
      for (const domain of [[-100, 100], [0, 5e-324], [99.99999999999999, 100], [-1e-300, 1e-300]]) {
        const { surface } = make({ activation, domain, w: Array<number[]>(8).fill([10, -10]), b: Array<number[]>(8).fill([10]), parts: true });
        const all = [surface.heights, ...surface.edges, ...surface.folds.map(({ points }) => points), ...surface.parts.flat(), surface.zero, Float64Array.from(surface.flat)];
        expect(all.every((points) => points.every(Number.isFinite)), `${activation} ${domain}`).to.equal(true);
      }
    }
  });
});
