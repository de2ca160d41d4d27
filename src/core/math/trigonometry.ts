import { productError, sumError } from './exact.js';

/**
 * Computes `sin`, `cos` and `tan` with + − × ÷ alone, with the same bits in every engine.
 *
 * Source: Taylor series on |r| ≤ π/4 with remainders below 1e-17, after subtracting k·π/2 with π/2 in three doubles
 * (160 bits) and exact products.
 * Error:  sin and cos within 4, tan within 6 units in the last place for |x| ≤ 2^50, about 1e15. Larger x are first
 * reduced by the double nearest 2π, which gives the value of another angle, but the same one in every engine.
 */

const HALF_PI = 1.5707963267948966;
const HALF_PI_2 = 6.123233995736766e-17;
const HALF_PI_3 = -1.4973849048591698e-33;
const MAX_EXACT_ANGLE = 1125899906842624; // 2^50

const S3 = -1 / 6;
const S5 = 1 / 120;
const S7 = -1 / 5040;
const S9 = 1 / 362880;
const S11 = -1 / 39916800;
const S13 = 1 / 6227020800;
const S15 = -1 / 1307674368000;
const S17 = 1 / 355687428096000;

const C4 = 1 / 24;
const C6 = -1 / 720;
const C8 = 1 / 40320;
const C10 = -1 / 3628800;
const C12 = 1 / 479001600;
const C14 = -1 / 87178291200;
const C16 = 1 / 20922789888000;

// Further results of `reduce`. Variables, because returning an array would allocate at every call.
let rest = 0;
let quadrant = 0;

/** Returns x − k·π/2 within ±π/4 for x ≥ 0, and stores its low part in `rest` and k modulo 4 in `quadrant`. */
function reduce(x: number): number {
  if (x <= 0.7853981633974483) {
    rest = 0;
    quadrant = 0;
    return x;
  }
  const angle = x <= MAX_EXACT_ANGLE ? x : x % (4 * HALF_PI);
  const k = Math.floor(angle / HALF_PI + 0.5);
  const p = k * HALF_PI;
  const q = k * HALF_PI_2;
  const pLow = productError(k, HALF_PI, p);
  const near = angle - p; // exact: they are within a factor of two
  const a = near - pLow;
  const b = a - q;
  // If b has only a few bits left, the sum of errors supplies the others.
  const tail = sumError(near, -pLow, a) + sumError(a, -q, b) - productError(k, HALF_PI_2, q) - k * HALF_PI_3;
  const r = b + tail;
  rest = sumError(b, tail, r);
  quadrant = k - 4 * Math.floor(k / 4);
  return r;
}

/** Returns sin(r + low) for |r| ≤ π/4. */
function sinReduced(r: number, low: number): number {
  const t = r * r;
  const c = S3 + t * (S5 + t * (S7 + t * (S9 + t * (S11 + t * (S13 + t * (S15 + t * S17))))));
  return r + (low * (1 - 0.5 * t) + r * t * c);
}

/** Returns cos(r + low) for |r| ≤ π/4. */
function cosReduced(r: number, low: number): number {
  const t = r * r;
  const c = C4 + t * (C6 + t * (C8 + t * (C10 + t * (C12 + t * (C14 + t * C16)))));
  const h = 0.5 * t;
  const w = 1 - h;
  return w + (1 - w - h + (t * t * c - r * low));
}

/** Returns the sine of an angle in radians. Exactly odd; keeps −0 and NaN; NaN for ±Infinity. */
export function sin(x: number): number {
  if (Math.abs(x) < 1e-8) return x; // x³/6 is below half a unit in the last place
  const r = reduce(Math.abs(x));
  const value = quadrant & 1 ? cosReduced(r, rest) : sinReduced(r, rest);
  return quadrant >= 2 === x < 0 ? value : -value;
}

/** Returns the cosine of an angle in radians. Exactly even; keeps NaN; NaN for ±Infinity. */
export function cos(x: number): number {
  const r = reduce(Math.abs(x));
  const value = quadrant & 1 ? sinReduced(r, rest) : cosReduced(r, rest);
  return quadrant === 1 || quadrant === 2 ? -value : value;
}

/** Returns the tangent of an angle in radians. Exactly odd; keeps −0 and NaN; NaN for ±Infinity. */
export function tan(x: number): number {
  if (Math.abs(x) < 1e-8) return x;
  const r = reduce(Math.abs(x));
  const opposite = sinReduced(r, rest);
  const adjacent = cosReduced(r, rest);
  const value = quadrant & 1 ? -adjacent / opposite : opposite / adjacent;
  return x < 0 ? -value : value;
}
