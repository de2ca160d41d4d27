import { expect } from 'chai';
import { hashOf } from './hash.js';

/** Returns the hash by its definition, in unbounded integers. */
function slowHash(values: readonly number[]): string {
  let h = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(Float64Array.from(values).buffer)) {
    h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
  }
  return h.toString(16).padStart(16, '0');
}

describe('hashOf', () => {
  it('is the 64-bit FNV-1a hash, so that anyone can check a committed hash', () => {
    expect(hashOf([])).to.equal('cbf29ce484222325');
    const roots = Array.from({ length: 500 }, (_, i) => Math.sqrt(i) - 9);
    for (const values of [[0], [-0], [1], [1 + Number.EPSILON], [NaN], [Math.PI, -1e300, 5e-324], roots]) {
      expect(hashOf(values), String(values[0])).to.equal(slowHash(values));
    }
  });
});
