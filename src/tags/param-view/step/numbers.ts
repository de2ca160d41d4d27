import type { StringsController } from '../../../page/strings-controller.js';

/** A number as text, and how it looks: parameters on yellow, others in the colour of their sign. */
export interface StyledNumber {
  readonly text: string;
  readonly tone: 'positive' | 'negative' | 'plain' | 'parameter';
}

const powerOfTen = { notation: 'scientific', maximumFractionDigits: 1 } as const;

/** Writes a number with three decimals; large ones with one, from a hundred thousand on as a power of ten. */
export function roundedText(value: number, strings: StringsController): string {
  const size = Math.abs(value);
  if (size < 999.9995) return strings.format(value, 3);
  return size < 99_999.95 ? strings.format(value, 1) : strings.number(value, powerOfTen);
}

/** Writes a number as `roundedText`, but with two digits where that is 0.000: such a factor would explain no nudge. */
export function nonzeroText(value: number, strings: StringsController): string {
  const size = Math.abs(value);
  if (!(size > 0 && size < 0.0005)) return roundedText(value, strings);
  return strings.number(value, size < 0.000_01 ? powerOfTen : { maximumSignificantDigits: 2 });
}

/** Writes a number with three decimals, in the colour of the sign that can be read: 0.000 has none. */
export function roundedNumber(value: number, strings: StringsController): StyledNumber {
  return { text: roundedText(value, strings), tone: toneOf(value, 0.0005) };
}

/** Writes a number for a formula, in the colour of its sign. */
export function nonzeroNumber(value: number, strings: StringsController): StyledNumber {
  return { text: nonzeroText(value, strings), tone: toneOf(value, Number.MIN_VALUE) };
}

function toneOf(value: number, smallest: number): StyledNumber['tone'] {
  return value >= smallest ? 'positive' : value <= -smallest ? 'negative' : 'plain';
}

/** Writes a weight or a bias for a formula. */
export function parameterNumber(value: number, strings: StringsController): StyledNumber {
  return { text: nonzeroText(value, strings), tone: 'parameter' };
}

/** Writes a number for a formula with three significant digits. */
export function plainNumber(value: number, strings: StringsController): StyledNumber {
  return { text: strings.format(value), tone: 'plain' };
}

/** Writes two numbers with as many decimals as it takes to tell them apart, from three; undefined if `most` do not. */
export function distinctTexts(
  one: number, other: number, strings: StringsController, most = 8,
): readonly [string, string] | undefined {
  for (let decimals = 3; decimals <= most; decimals++) {
    const texts = [strings.format(one, decimals), strings.format(other, decimals)] as const;
    if (texts[0] !== texts[1]) return texts;
  }
  return undefined;
}

/** Writes a parameter before and after its nudge, with up to six decimals if the nudge cannot be seen in three. */
export function nudgeTexts(before: number, after: number, strings: StringsController): readonly [string, string] {
  const texts = [roundedText(before, strings), roundedText(after, strings)] as const;
  return texts[0] === texts[1] ? distinctTexts(before, after, strings, 6) ?? texts : texts;
}
