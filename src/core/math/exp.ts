/**
 * Computes `exp` and `tanh` with + − × ÷ alone, so that a run has the same bits in every engine: the language leaves
 * the last bits of `Math.exp` and `Math.tanh` to each implementation.
 *
 * Source: the identity r·coth(r/2) = 2 + Σ 2·B₂ₙ·r²ⁿ/(2n)! (Abramowitz & Stegun 4.5.67) on a
 * reduced argument |r| ≤ ln 2 / 2, where six terms leave less than 1e-17.
 */

const LOG2_E = 1.4426950408889634;
/** ln 2 in two parts. The first ends in zeros, so that an integer × LN2_HIGH is exact. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;

// 2·B₂ₙ/(2n)! with the Bernoulli numbers B₂…B₁₂.
const C1 = 1 / 6;
const C2 = -1 / 360;
const C3 = 1 / 15120;
const C4 = -1 / 604800;
const C5 = 1 / 23950080;
const C6 = -691 / 653837184000;

/** 2^−538 … 2^512. Every power of two in a result is a product of two of these. */
const LOWEST = -538;
const POWERS = new Float64Array(512 - LOWEST + 1);
POWERS[-LOWEST] = 1;
for (let i = -LOWEST; i > 0; i--) POWERS[i - 1] = POWERS[i] / 2;
for (let i = -LOWEST; i < POWERS.length - 1; i++) POWERS[i + 1] = POWERS[i] * 2;

/** Returns m × 2^k, rounded once, for m within a factor of two of 1 and k in [−1076, 1024]. */
function scale(m: number, k: number): number {
  const half = k >> 1;
  return m * POWERS[half - LOWEST] * POWERS[k - half - LOWEST];
}

/** Returns e^r − 1 for |r| ≤ ln 2 / 2. */
function expm1Reduced(r: number): number {
  const t = r * r;
  const c = r - t * (C1 + t * (C2 + t * (C3 + t * (C4 + t * (C5 + t * C6)))));
  return r + (r * c) / (2 - c);
}

/** Returns e^x, within 2 units in the last place. Overflows to Infinity, underflows to 0, keeps NaN. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  return scale(1 + expm1Reduced(r), k);
}

/** Returns e^(x + low), where `low` is a few units in the last place of x. `pow` needs it. */
export function expOfSum(x: number, low: number): number {
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  return scale(1 + expm1Reduced(x - k * LN2_HIGH - (k * LN2_LOW - low)), k);
}

/** Returns the hyperbolic tangent, within 4 units in the last place. Exactly odd; keeps NaN and −0. */
export function tanh(x: number): number {
  const a = Math.abs(x);
  if (a > 20) return x > 0 ? 1 : -1; // 1 − tanh 20 is below half a unit in the last place of 1
  const k = Math.floor(2 * a * LOG2_E + 0.5);
  const q = expm1Reduced(2 * a - k * LN2_HIGH - k * LN2_LOW);
  const e = scale(q, k) + (scale(1, k) - 1); // e^2a − 1 without cancellation near 0
  const y = e / (e + 2);
  return x < 0 || Object.is(x, -0) ? -y : y;
}
