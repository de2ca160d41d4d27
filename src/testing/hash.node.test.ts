import { expect } from 'chai';
import { hashOf } from './hash.js';

/** The definition, in integers without a bound. */
function slowHash(values: readonly number[]): string {
  let h = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(Float64Array.from(values).buffer)) {
    h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
  }
  return h.toString(16).padStart(16, '0');
}

describe('hashOf', () => {
  it('is FNV-1a of 64 bits, so that anybody can check a committed hash', () => {
    expect(hashOf([])).to.equal('cbf29ce484222325');
    const many = Array.from({ length: 500 }, (_, i) => Math.sqrt(i) - 9);
    for (const values of [[0], [-0], [1], [NaN], [Math.PI, -1e300, 5e-324], many]) {
      expect(hashOf(values), String(values[0])).to.equal(slowHash(values));
    }
  });

  it('tells apart numbers that differ in their last bit, and 0 from −0', () => {
    expect(hashOf([1])).not.to.equal(hashOf([1 + Number.EPSILON]));
    expect(hashOf([0])).not.to.equal(hashOf([-0]));
  });
});
