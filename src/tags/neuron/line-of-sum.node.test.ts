import { expect } from 'chai';
import { SumLine } from './line-of-sum.js';
import type { SumSettings } from './surface-of-sum.js';

const lineOf = (settings: Partial<SumSettings> = {}): SumLine => new SumLine({
  w: [[2]], b: [[0.3]], activation: 'relu', alpha: 0.01, domain: [-1, 1], range: [], grid: 21, parts: false,
  ...settings,
});

describe('SumLine', () => {
  it('gives the first number of the article', () => {
    expect(lineOf().at(0.2)).to.be.closeTo(0.7, 1e-15);
  });

  it('knows where it folds and where it is flat', () => {
    expect(lineOf().line).to.deep.include({ folds: [{ neuron: 1, x: -0.15 }], flat: [[-1, -0.15]], count: 1 });
    const { folds, flat } = lineOf({ w: [[2], [-3]], b: [[0.3], [-1.2]] }).line;
    expect(folds.map(({ neuron, x }) => [neuron, Number(x.toFixed(9))])).to.deep.equal([[1, -0.15], [2, -0.4]]);
    expect(flat.flat().map((x) => Number(x.toFixed(9)))).to.deep.equal([-0.4, -0.15]);
    expect(lineOf({ activation: 'leaky-relu' }).line).to.deep.include({ flat: [] });
    expect(lineOf({ activation: 'linear' }).line).to.deep.include({ folds: [], flat: [] });
    expect(lineOf({ w: [[0]] }).line.folds, 'no slope, no fold').to.deep.equal([]);
  });

  it('calls flat only where every neuron is idle', () => {
    expect(lineOf({ w: [[1], [1]], b: [[0], [0]] }).line.flat).to.deep.equal([[-1, 0]]);
    expect(lineOf({ w: [[0], [0]], b: [[1], [-1]], activation: 'relu' }).line.flat).to.deep.equal([]);
  });

  it('has bounds that hold all values, those of its parts, and 0', () => {
    expect(lineOf().line.range).to.deep.equal([0, 2.5]);
    expect([lineOf().least, lineOf().most]).to.deep.equal([0, 2.3]);
    expect(lineOf({ activation: 'linear' }).line.range).to.deep.equal([-2, 3]);
    expect(lineOf({ w: [[0]], b: [[0]] }).line.range, 'nothing to see').to.deep.equal([0, 1]);
    expect(lineOf({ range: [0, 0.5] }).line.range).to.deep.equal([0, 0.5]);
    const opposite = lineOf({ w: [[3], [-3]], b: [[0], [0]], activation: 'linear', parts: true }).line;
    expect(opposite.range[1]).to.be.at.least(3);
    expect(opposite.parts.map((part) => part(0.5))).to.deep.equal([1.5, -1.5]);
  });
});
