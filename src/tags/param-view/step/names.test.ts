import { expect } from '@open-wc/testing';
import { at, isPointed, keysIn, namesOf, outputAt, weightAt } from './names.js';

describe('the names of a step', () => {
  it("are the article's where there is one hidden layer", () => {
    const names = namesOf([2, 8, 1]);
    expect([names.z(1), names.a(1), names.dH(1), names.dZ(1), names.w(1), names.b(1)]).to.deep.equal(['h1_z', 'h1_a', 'dH', 'dZ', 'w1', 'b1']);
    expect([names.z(2), names.a(2), names.dZ(2), names.w(2), names.b(2)]).to.deep.equal(['outZ', 'prediction', 'dOutZ', 'w2', 'b2']);
    expect([at(names, 'h1_z', 1, 2), at(names, 'outZ', 2, 0), outputAt(names, 0, 1), outputAt(names, 1, 'j')]).to.deep.equal(['h1_z[3]', 'outZ', 'y', 'h1_a[j]']);
    expect([weightAt(names, 1, 1, 0), weightAt(names, 2, 0, 4), weightAt(names, 1, 'j', 1)]).to.deep.equal(['w1[2].x', 'w2[5]', 'w1[j].y']);
  });

  it('have the number of the layer where there are several', () => {
    const names = namesOf([2, 6, 4, 1]);
    expect([names.dH(1), names.dZ(2), names.dZ(3), names.w(3)]).to.deep.equal(['dH1', 'dZ2', 'dOutZ', 'w3']);
    expect(weightAt(names, 2, 0, 3)).to.equal('w2[1][4]');
  });

  it('are found in formulas and lines of code, without what is a part of one or no name', () => {
    expect(keysIn('h1_z[j] = w1[j].x * x + w1[j].y * y + b1[j]')).to.deep.equal(['h1_z', 'w1', 'x', 'w1', 'y', 'b1']);
    expect(keysIn('f′(outZ)')).to.deep.equal(['outZ']);
    expect(keysIn('dW[j] = dOutZ * h1_a[j]')).to.deep.equal(['dW', 'dOutZ', 'h1_a']);
    expect(keysIn('[x, y, target] = nextSample()')).to.deep.equal(['x', 'y', 'target']);
    expect(keysIn('fPrime(f) · sum −=')).to.deep.equal([]);
    expect([isPointed('f′(outZ)', new Set(['outZ', 'x'])), isPointed('f′(outZ)', new Set(['x'])), isPointed('x', new Set())]).to.deep.equal([true, false, false]);
  });
});
