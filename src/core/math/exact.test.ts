import { expect } from 'chai';
import fc from 'fast-check';
import { exact, PRECISE_BITS } from '../../testing/precise.js';
import { productError, sumError } from './exact.js';

const factor = fc.double({ min: -1e120, max: 1e120, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-120);

describe('sumError and productError', () => {
  it('return the exact rounding error', () => {
    fc.assert(fc.property(factor, factor, (a, b) => {
      expect(exact(a + b) + exact(sumError(a, b, a + b))).to.equal(exact(a) + exact(b));
      expect((exact(a * b) + exact(productError(a, b, a * b))) << PRECISE_BITS).to.equal(exact(a) * exact(b));
    }));
    expect(sumError(1, 2 ** -60, 1)).to.equal(2 ** -60);
    expect(productError(1 + 2 ** -30, 1 + 2 ** -30, 1 + 2 ** -29)).to.equal(2 ** -60);
  });
});
