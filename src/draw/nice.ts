/** So that 0.3 / 0.1 counts as 3. */
const NOISE = 1e-9;
/** Keeps every step above 0. */
const MIN_STEP = 1e-300;

/** Returns the smallest step of 1, 2 or 5 times a power of ten that fits into `span` ≥ 0 at most `count` times. */
export function niceStep(span: number, count: number): number {
  const least = Math.max(span / count, MIN_STEP);
  const power = 10 ** Math.floor(Math.log10(least));
  return multiple([1, 2, 5].find((factor) => factor * power >= least * (1 - NOISE)) ?? 10, power);
}

/** Returns all multiples of `step` from `low` to `high`, ascending. */
export function ticks(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - NOISE);
  const count = Math.floor(high / step + NOISE) - first + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, k) => multiple(first + k, step));
}

/** Returns the multiple of `step` nearest to `value` and not below it, or with `down` not above it. */
export function niceBound(value: number, step: number, down = false): number {
  return multiple(down ? Math.floor(value / step + NOISE) : Math.ceil(value / step - NOISE), step);
}

/** Returns k · step as it is written: 3 · 0.1 is 0.3. Never −0. */
function multiple(k: number, step: number): number {
  return (step < 1 ? k / Math.round(1 / step) : k * step) + 0;
}
