import { raised } from '../../../strings/plain-number.js';
import type { StringsController } from '../../../page/strings-controller.js';

/** How a number looks: parameters on yellow, others in the colour of their sign. */
type Tone = 'positive' | 'negative' | 'plain' | 'parameter';

/** A number as text, and how it looks. */
export interface StyledNumber { readonly text: string; readonly tone: Tone }

/** A number as it can be read: rounded as its text is. */
export interface WrittenNumber { readonly text: string; readonly value: number }

/** Smaller numbers have digits of their own, as three decimals would make them 0.000. */
const SMALL = 0.0005;
/** Smaller numbers are written as powers of ten, and so are those from HUGE on. */
const TINY = 0.000_01;
const HUGE = 99_999.95;
/** From here on numbers have two decimals less. */
const LARGE = 999.9995;

/** Digits of a number in an equation: at first, and at most. */
export const MIN_DIGITS = 3;
export const MAX_DIGITS = 6;
/** Powers of ten have no more digits than this. */
const MAX_MANTISSA = 3;

/**
 * Writes a number for an equation: with `digits` decimals, large ones with fewer, small ones with one significant digit
 * less than that unless `isFixed`. Zeros at the end go, down to `fewest` decimals.
 */
export function writeNumber(
  value: number, digits: number, strings: StringsController, fewest = MIN_DIGITS, isFixed = false,
): WrittenNumber {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0) return { text: strings.format(value, fewest), value };
  if ((size < TINY && !isFixed) || size >= HUGE) return powerOfTen(value, Math.min(digits - 1, MAX_MANTISSA), strings);
  if (size < SMALL && !isFixed) {
    const rounded = Number(value.toPrecision(digits - 1));
    return { text: strings.number(rounded, { maximumSignificantDigits: digits - 1 }), value: rounded };
  }
  const fewer = size < LARGE ? 0 : 2;
  const rounded = Number(value.toFixed(digits - fewer));
  let decimals = Math.max(fewest - fewer, 0);
  while (Number(value.toFixed(decimals)) !== rounded) decimals++;
  return { text: strings.format(rounded, decimals), value: rounded };
}

/** Writes a number as 3.7 × 10⁻⁷. */
function powerOfTen(value: number, significant: number, strings: StringsController): WrittenNumber {
  const rounded = Number(value.toPrecision(significant));
  const [mantissa, exponent] = rounded.toExponential().split('e');
  return { text: `${strings.number(Number(mantissa))} × 10${raised(exponent)}`, value: rounded };
}

/** Writes a number for a table with three decimals; large ones with one, huge ones as a power of ten. */
export function roundedText(value: number, strings: StringsController): string {
  const size = Math.abs(value);
  if (size < LARGE || !Number.isFinite(value)) return strings.format(value, MIN_DIGITS);
  return size < HUGE ? strings.format(value, 1) : powerOfTen(value, 2, strings).text;
}

/** Writes a number with three decimals, in the colour of the sign that can be read: 0.000 has none. */
export function roundedNumber(value: number, strings: StringsController): StyledNumber {
  return { text: roundedText(value, strings), tone: toneOf(value, SMALL) };
}

/** Returns the colour of a number's sign; numbers smaller than `smallest` have none. */
export function toneOf(value: number, smallest = Number.MIN_VALUE): Tone {
  return value >= smallest ? 'positive' : value <= -smallest ? 'negative' : 'plain';
}

/** Writes two numbers with as many decimals as it takes to tell them apart, from three; undefined if `most` do not. */
export function distinctTexts(
  one: number, other: number, strings: StringsController, most = 8,
): readonly [string, string] | undefined {
  for (let decimals = MIN_DIGITS; decimals <= most; decimals++) {
    const texts = [strings.format(one, decimals), strings.format(other, decimals)] as const;
    if (texts[0] !== texts[1]) return texts;
  }
  return undefined;
}

/** Returns how many digits it takes to see a parameter change in its nudge: from three to six. */
export function nudgeDigits(before: number, after: number, strings: StringsController): number {
  for (let digits = MIN_DIGITS; digits <= MAX_DIGITS; digits++) {
    if (writeNumber(before, digits, strings).value !== writeNumber(after, digits, strings).value) return digits;
  }
  return MIN_DIGITS;
}
