const PRIME_LOW = 0x1b3; // the prime is 2^40 + 0x1b3
const MASK = 0xffffffff;

/**
 * Returns the 64-bit FNV-1a hash, as 16 hexadecimal digits, of the bytes of doubles, least significant byte first.
 *
 * Source: Fowler, Noll & Vo. Products are computed in 16-bit parts, because BigInt is too slow here.
 */
export function hashOf(values: ArrayLike<number>): string {
  const view = new DataView(new ArrayBuffer(8));
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < values.length; i++) {
    view.setFloat64(0, values[i], true);
    for (let k = 0; k < 8; k++) {
      low = (low ^ view.getUint8(k)) >>> 0;
      // (high, low) · (2^40 + 0x1b3) modulo 2^64
      const first = (low & 0xffff) * PRIME_LOW;
      const second = (low >>> 16) * PRIME_LOW + Math.floor(first / 0x10000);
      const carry = Math.floor(second / 0x10000);
      high = (Math.imul(high, PRIME_LOW) + carry + (low << 8)) & MASK;
      low = (((second & 0xffff) << 16) | (first & 0xffff)) >>> 0;
    }
  }
  const digits = (v: number): string => (v >>> 0).toString(16).padStart(8, '0');
  return digits(high) + digits(low);
}
