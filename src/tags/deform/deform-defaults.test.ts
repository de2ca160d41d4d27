import { expect } from '@open-wc/testing';
import { defaultAlpha, defaultB, defaultOutput, defaultW } from './deform-defaults.js';
import { shareRight } from './deformation.js';

describe('the default matrices', () => {
  const settings = { w: defaultW, b: defaultB, activation: 'leaky-relu', alpha: defaultAlpha, grid: 21 } as const;

  it('are two layers of two neurons and an output', () => {
    expect(defaultW.map((layer) => layer.map((row) => row.length))).to.deep.equal([[2, 2], [2, 2]]);
    expect(defaultB.map((layer) => layer.map((row) => row.length))).to.deep.equal([[1, 1], [1, 1]]);
    expect(defaultOutput).to.have.length(3);
  });

  it('learned XOR: no straight line in the input divides it so well', () => {
    expect(shareRight(settings, defaultOutput, 'xor')).to.be.above(0.94);
  });

  it('would not do so with a weight of another sign', () => {
    const [first, second] = defaultW;
    const w = [[[-first[0][0], -first[0][1]], first[1]], second];
    expect(shareRight({ ...settings, w }, defaultOutput, 'xor')).to.be.below(0.9);
  });
});
