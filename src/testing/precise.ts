/**
 * Functions to some hundred bits, which share nothing with those of core or of an engine. A number is an integer
 * divided by 2^1200, since doubles go down to 2^−1074.
 */
export const PRECISE_BITS = 1200n;
const ONE = 1n << PRECISE_BITS;

const view = new DataView(new ArrayBuffer(8));

/** Returns a finite double as a precise number. */
export function exact(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const m = exponent === 0 ? fraction : fraction | (1n << 52n);
  const shift = PRECISE_BITS + BigInt(Math.max(exponent, 1) - 1075);
  const value = m << shift;
  return bits >> 63n ? -value : value;
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> PRECISE_BITS;
const over = (a: bigint, b: bigint): bigint => (a << PRECISE_BITS) / b;
const abs = (a: bigint): bigint => (a < 0n ? -a : a);

/** Returns the sum of share(term, k), from a first term until terms vanish. */
function series(
  first: bigint, next: (term: bigint, k: bigint) => bigint, share: (term: bigint, k: bigint) => bigint,
): bigint {
  let sum = 0n;
  let term = first;
  for (let k = 0n; abs(term) > 1n; k++) {
    sum += share(term, k);
    term = next(term, k);
  }
  return sum;
}

function inverseTangentOf(n: bigint): bigint {
  return series(ONE / n, (term) => -term / (n * n), (term, k) => term / (2n * k + 1n));
}

/** Machin's formula. */
const PI = 4n * (4n * inverseTangentOf(5n) - inverseTangentOf(239n));
const LN2 = 2n * series(ONE / 3n, (term) => term / 9n, (term, k) => term / (2n * k + 1n));

/** Returns the series of sine or cosine: each term is the one before times −x² / (k (k + 1)). */
const circular = (first: bigint, x: bigint, from: bigint): bigint =>
  series(first, (term, k) => -times(times(term, x), x) / ((2n * k + from) * (2n * k + from + 1n)), (term) => term);

/** Returns an angle reduced to [−π, π]. */
const reduced = (x: number): bigint => {
  const r = exact(x) % (2n * PI);
  return r > PI ? r - 2n * PI : r < -PI ? r + 2n * PI : r;
};

export const precise = {
  sin: (x: number): bigint => circular(reduced(x), reduced(x), 2n),
  cos: (x: number): bigint => circular(ONE, reduced(x), 1n),
  tan: (x: number): bigint => over(precise.sin(x), precise.cos(x)),
  log: (x: number): bigint => logOf(exact(x)),
  /** Takes x > 0. */
  pow: (x: number, y: number): bigint => expOf(times(exact(y), logOf(exact(x)))),
  atan2(y: number, x: number): bigint {
    const [a, b] = [abs(exact(x)), abs(exact(y))];
    let angle = b > a ? PI / 2n - arcTangent(over(a, b)) : arcTangent(over(b, a));
    if (x < 0 || Object.is(x, -0)) angle = PI - angle;
    return y < 0 || Object.is(y, -0) ? -angle : angle;
  },
};

function logOf(x: bigint): bigint {
  let e = 0n;
  let m = x;
  for (; m > 2n * ONE; e++) m >>= 1n;
  for (; m < ONE; e--) m <<= 1n;
  const s = over(m - ONE, m + ONE);
  return e * LN2 + 2n * series(s, (term) => times(times(term, s), s), (term, k) => term / (2n * k + 1n));
}

function expOf(x: bigint): bigint {
  const k = x / LN2;
  const value = series(ONE, (term, n) => times(term, x - k * LN2) / (n + 1n), (term) => term);
  return k >= 0n ? value << k : value >> -k;
}

/** Returns the arc tangent of q in [0, 1], by halving the angle five times first. */
function arcTangent(q: bigint): bigint {
  let t = q;
  for (let n = 0; n < 5; n++) t = over(t, ONE + root(ONE + times(t, t)));
  return 32n * series(t, (term) => -times(times(term, t), t), (term, k) => term / (2n * k + 1n));
}

/** Returns the square root, by Newton's method. */
function root(a: bigint): bigint {
  const wanted = a << PRECISE_BITS;
  let x = 1n << BigInt(wanted.toString(2).length + 1 >> 1);
  for (;;) {
    const next = (x + wanted / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** Returns the error of a double relative to the truth. */
export function relativeError(found: number, truth: bigint): number {
  if (!Number.isFinite(found)) return Infinity;
  const apart = abs(exact(found) - truth);
  if (apart === 0n) return 0;
  return truth === 0n ? Infinity : Number((apart << 80n) / abs(truth)) / 2 ** 80;
}
