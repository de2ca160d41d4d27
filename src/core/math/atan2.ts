/**
 * Computes the angle of a point with + − × ÷ and `Math.sqrt` alone, with the same bits in every engine.
 *
 * Source: atan q = 2·atan(q / (1 + √(1 + q²))), twice, then the series t − t³/3 + t⁵/5 − … on |t| ≤ tan(π/16), with a
 * remainder below 1e-17.
 */

const PI = 3.141592653589793;

/** Returns the arc tangent of q in [0, 1]. */
function arcTangent(q: number): number {
  if (q < 1e-8) return q; // q³/3 is below half a unit in the last place
  const h = q / (1 + Math.sqrt(1 + q * q));
  const t = h / (1 + Math.sqrt(1 + h * h));
  const s = t * t;
  let sum = 0;
  for (let n = 23; n >= 3; n -= 2) sum = s * (1 / n - sum);
  return 4 * (t - t * sum);
}

/**
 * Returns the angle in [−π, π] from the x axis to (x, y), within 8 units in the last place. Signed zeros and infinities
 * give the results of IEEE 754: atan2(−0, −1) = −π, atan2(0, 0) = 0; keeps NaN.
 */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const a = Math.abs(x);
  const b = Math.abs(y);
  const larger = Math.max(a, b);
  const smaller = Math.min(a, b);
  let angle = arcTangent(larger === 0 ? 0 : smaller === larger ? 1 : smaller / larger); // ∞ / ∞ would be NaN
  if (b > a) angle = PI / 2 - angle;
  if (x < 0 || Object.is(x, -0)) angle = PI - angle;
  return y < 0 || Object.is(y, -0) ? -angle : angle;
}
