import { productError, sumError } from './exact.js';
import { expOfSum, LN2_HIGH, LN2_LOW } from './exp.js';

/**
 * Computes `log` and `pow` with + − × ÷ alone, with the same bits in every engine.
 *
 * Source: log(m·2^e) = e·log 2 + 2·atanh s with s = (m − 1) / (m + 1) and m in [√½, √2), where eleven
 * terms of s + s³/3 + s⁵/5 + … leave less than 1e-18. The sum is kept in two doubles, within 1e-17 of
 * the true logarithm, so that pow(x, y) = e^(y·log x) is within 2e-14 even where the power is near 1e308.
 */

const TWO_54 = 18014398509481984;

const view = new DataView(new ArrayBuffer(8));

/** The low part of the last result of `logParts`. A variable, because returning a pair would allocate at every call. */
let logLow = 0;

/** Returns the natural logarithm of a finite x > 0, and stores its low part in `logLow`. */
function logParts(x: number): number {
  const subnormal = x < 2.2250738585072014e-308;
  view.setFloat64(0, subnormal ? x * TWO_54 : x);
  const high = view.getInt32(0);
  let e = (high >> 20) - (subnormal ? 1077 : 1023);
  view.setInt32(0, (high & 0xfffff) | 0x3ff00000);
  let m = view.getFloat64(0); // in [1, 2)
  if (m >= 1.4142135623730951) {
    m /= 2;
    e++;
  }
  const f = m - 1;
  const d = m + 1;
  const s = f / d;
  const p = s * d;
  const sLow = (f - p - productError(s, d, p) - s * sumError(m, 1, d)) / d;
  const t = s * s;
  let sum = 0;
  for (let n = 23; n >= 3; n -= 2) sum = t * (1 / n + sum);
  const k = e * LN2_HIGH;
  const head = k + 2 * s;
  const tail = sumError(k, 2 * s, head) + (e * LN2_LOW + 2 * sLow) + 2 * s * sum;
  const value = head + tail;
  logLow = tail - (value - head);
  return value;
}

/** Returns the natural logarithm, within 2 units in the last place. −Infinity at 0, NaN below 0; keeps NaN. */
export function log(x: number): number {
  if (x > 0 && x < Infinity) return logParts(x);
  return x === 0 ? -Infinity : x > 0 ? x : NaN;
}

/** Returns x^n for an integer n ≥ 0 by multiplication: exact if the power is, else within n units in the last place. */
export function integerPower(x: number, n: number): number {
  let value = 1;
  let square = x;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) value *= square;
    square *= square;
  }
  return value;
}

/** Returns a^y for a > 0, a ≠ 1 and y ≠ 0, neither of them NaN. */
function magnitude(a: number, y: number): number {
  if (a === Infinity || Math.abs(y) === Infinity) return a > 1 === y > 0 ? Infinity : 0;
  const l = logParts(a);
  const p = y * l;
  if (!(Math.abs(p) < 750)) return p > 0 ? Infinity : 0;
  return expOfSum(p, productError(y, l, p) + y * logLow);
}

/**
 * Returns x^y, within 2e-14 of the true power; integer exponents from 0 to 32 by multiplication. Special cases are
 * those of `Math.pow`: x^0 is 1, (±1)^±∞ is NaN, and so is a negative x with a fractional y.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const whole = Math.floor(y) === y;
  const odd = whole && Math.abs(y) < 9007199254740992 && y % 2 !== 0;
  if (whole && y > 0 && y <= 32) return integerPower(x, y);
  const a = Math.abs(x);
  const negative = odd && (x < 0 || Object.is(x, -0));
  if (a === 0) return y > 0 ? (negative ? -0 : 0) : negative ? -Infinity : Infinity;
  if (a === 1 && Math.abs(y) === Infinity) return NaN;
  if (x < 0 && !whole && x !== -Infinity) return NaN;
  const value = a === 1 ? 1 : magnitude(a, y);
  return negative ? -value : value;
}
