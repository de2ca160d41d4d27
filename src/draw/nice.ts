/** So that 0.3 / 0.1 counts as 3. */
const NOISE = 1e-9;
/** No step is less, so that every one is a number greater than 0. */
const LEAST = 1e-300;

/** The smallest step of 1, 2 or 5 times a power of ten that goes into `span` at most `count` times; `span` ≥ 0. */
export function niceStep(span: number, count: number): number {
  const least = Math.max(span / count, LEAST);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((each) => each * power >= least * (1 - NOISE)) ?? 10;
  return multiple(factor, power);
}

/** All multiples of `step` from `low` to `high`, ascending. */
export function ticks(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - NOISE);
  const last = Math.floor(high / step + NOISE);
  const found: number[] = [];
  for (let k = first; k <= last; k++) found.push(multiple(k, step));
  return found;
}

/** The multiple of `step` nearest to `value` that is not below it, or with `down` not above it. */
export function niceBound(value: number, step: number, down = false): number {
  return multiple(down ? Math.floor(value / step + NOISE) : Math.ceil(value / step - NOISE), step);
}

/** k · step, as it is written: 3 · 0.1 is 0.3. No −0. */
function multiple(k: number, step: number): number {
  return (step < 1 ? k / Math.round(1 / step) : k * step) + 0;
}
