import { expect } from 'chai';
import fc from 'fast-check';
import { exact } from '../../testing/precise.js';
import { productError, sumError } from './exact.js';

const factor = fc.double({ min: -1e120, max: 1e120, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-120);

describe('Errors of rounding', () => {
  it('are what a sum lacks, to the last bit', () => {
    fc.assert(fc.property(factor, factor, (a, b) => {
      expect(exact(a + b) + exact(sumError(a, b, a + b))).to.equal(exact(a) + exact(b));
    }));
    expect(sumError(1, 2 ** -60, 1)).to.equal(2 ** -60);
  });

  it('are what a product lacks, to the last bit', () => {
    fc.assert(fc.property(factor, factor, (a, b) => {
      const bits = 1200n; // of what an oracle's integer has behind its point
      expect((exact(a * b) + exact(productError(a, b, a * b))) << bits).to.equal(exact(a) * exact(b));
    }));
    expect(productError(1 + 2 ** -30, 1 + 2 ** -30, 1 + 2 ** -29)).to.equal(2 ** -60);
  });
});
