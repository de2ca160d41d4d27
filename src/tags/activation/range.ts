import type { Activation } from '../../core/index.js';
import { niceBound, niceStep } from '../../draw/nice.js';
import { axisValues, type Span } from '../../draw/plot.js';

/** A curve that climbs less than this share of the picture's height, at its slope at an end, is flat there. */
const FLAT = 0.5;
/** A bounded function as near as this to its limit approaches it there. */
const NEAR = 0.25;
/** Room beyond flat ends together, as a share of the height. */
const PAD = 0.2;
/** Number of steps that bounds are rounded to. */
const STEPS = 10;

/** Returns the limits to the left and to the right. A leaky ReLU's left side is nearly a ReLU's where it is flat. */
function limits({ name }: Activation): Span {
  return name === 'tanh' ? [-1, 1] : [0, 1];
}

/** Returns whether a function levels out on both sides; its slope changes smoothly. */
export function isBounded({ name }: Activation): boolean {
  return name === 'sigmoid' || name === 'tanh';
}

/**
 * Returns the heights to show of some functions over `domain`: 0, all values and, beyond a flat end, some room,
 * so that no curve lies on the picture's edge; with `derivative` all slopes too. Bounds are round numbers.
 */
export function fitRange(activations: readonly Activation[], domain: Span, derivative: boolean): Span {
  const [left, right] = domain;
  // Every function rises, so its extremes are at the ends; those of its slope are there or at 0.
  const bends = derivative ? [left, right, 0, Number.MIN_VALUE].filter((z) => z >= left && z <= right) : [];
  const slopes = activations.flatMap((each) => bends.map((z) => each.derivative(z)));
  const lowest = activations.reduce((a, b) => (b.value(left) < a.value(left) ? b : a));
  const highest = activations.reduce((a, b) => (b.value(right) > a.value(right) ? b : a));
  const low = Math.min(0, lowest.value(left), ...slopes);
  const high = Math.max(0, highest.value(right), ...slopes);
  const span = high - low;
  const step = niceStep(span, STEPS);
  const isFlat = (of: Activation, side: 0 | 1): boolean => of.derivative(domain[side]) * (right - left) < FLAT * span
    && (isBounded(of) ? Math.abs(limits(of)[side] - of.value(domain[side])) < NEAR : side === 0);
  const flatLow = isFlat(lowest, 0);
  const flatHigh = isFlat(highest, 1);
  const pad = (PAD * span) / (Number(flatLow) + Number(flatHigh) || 1);
  const round = (value: number): number => niceBound(Math.round(value / step) * step, step);
  const bottom = Math.min(niceBound(low, step, true), flatLow ? round(limits(lowest)[0] - pad) : 0);
  const top = Math.max(niceBound(high, step), flatHigh ? round(limits(highest)[1] + pad) : 0);
  return bottom < top ? [bottom, top] : [-1, 1]; // all values are 0, or too near to 0 for the arithmetic
}

/** Returns the numbers on the axis of heights, the most important first: limits of bounded functions, else the ends. */
export function rangeValues(activations: readonly Activation[], range: Span): number[] {
  if (!activations.every(isBounded)) return axisValues(range);
  const natural = activations.some(({ name }) => name === 'tanh') ? [0, -1, 1] : [0, 1, 0.5];
  return natural.every((value) => value >= range[0] && value <= range[1]) ? natural : axisValues(range);
}
