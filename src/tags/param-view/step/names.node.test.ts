import { expect } from 'chai';
import { mentions, namesIn, StepNames } from './names.js';

describe('StepNames', () => {
  it("has the article's names if there is one hidden layer", () => {
    const names = new StepNames([2, 8, 1]);
    expect([names.z(1), names.a(1), names.dH(1), names.dZ(1), names.w(1), names.b(1)])
      .to.deep.equal(['h1_z', 'h1_a', 'dH', 'dZ', 'w1', 'b1']);
    expect([names.z(2), names.a(2), names.dZ(2), names.w(2), names.b(2)])
      .to.deep.equal(['outZ', 'prediction', 'dOutZ', 'w2', 'b2']);
    expect([names.z(1, 2), names.z(2, 0), names.a(0, 1), names.a(1, 'j'), names.b(1, 4), names.b(2, 'j')])
      .to.deep.equal(['h1_z[3]', 'outZ', 'y', 'h1_a[j]', 'b1[5]', 'b2']);
    expect([names.w(1, 1, 0), names.w(1, 'j', 1), names.w(1, 'j'), names.w(2, 0, 4)])
      .to.deep.equal(['w1[2].x', 'w1[j].y', 'w1[j]', 'w2[5]']);
  });

  it('has the number of the layer in its names if there are several', () => {
    const names = new StepNames([2, 6, 4, 1]);
    expect([names.dH(1), names.dZ(2), names.dZ(3), names.w(3), names.w(2, 0, 3)])
      .to.deep.equal(['dH1', 'dZ2', 'dOutZ', 'w3', 'w2[1][4]']);
  });
});

describe('namesIn', () => {
  it('finds the names in formulas and lines of code, and neither parts of one nor other words', () => {
    for (const [text, names] of [
      ['h1_z[j] = w1[j].x * x + w1[j].y * y + b1[j]', 'h1_z w1 x w1 y b1'], ['f′(outZ)', 'outZ'],
      ['dW[j] = dOutZ * h1_a[j]', 'dW dOutZ h1_a'], ['[x, y, target] = nextSample()', 'x y target'],
      ['fPrime(f) · sum −=', ''],
    ]) expect(namesIn(text).join(' '), text).to.equal(names);
  });
});

describe('mentions', () => {
  it('finds one of several names in a text', () => {
    const found = [['f′(outZ)', ['outZ', 'x']], ['f′(outZ)', ['x']], ['x', []]] as const;
    expect(found.map(([text, names]) => mentions(text, new Set(names)))).to.deep.equal([true, false, false]);
  });
});
