/**
 * Computes rounding errors. The error of a sum or a product is itself a double, and + − × are enough to compute it.
 * Source: Dekker, A floating-point technique for extending the available precision (1971); Knuth, TAOCP 2, 4.2.2.
 */

/** 2^27 + 1, which splits a double into two halves of 26 bits, whose products are exact. */
const SPLITTER = 134217729;

/** Returns a + b − sum exactly, where `sum` is the rounded a + b. */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** Returns a × b − product exactly, where `product` is the rounded a × b; |a|, |b| < 2^996 and nothing is subnormal. */
export function productError(a: number, b: number, product: number): number {
  const c = SPLITTER * a;
  const d = SPLITTER * b;
  const aHigh = c - (c - a);
  const bHigh = d - (d - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
