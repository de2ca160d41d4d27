import type { StringsController } from '../../../page/strings-controller.js';

/** A number that is written already, and how it looks: parameters on yellow, others in the colour of their sign. */
export interface Written {
  readonly text: string;
  readonly tone: 'positive' | 'negative' | 'plain' | 'parameter';
}

/** With three decimals; what is too large for them gives them up, from a hundred thousand on all but the power of ten. */
export function three(value: number, strings: StringsController): string {
  const size = Math.abs(value);
  if (size < 999.9995) return strings.format(value, 3);
  if (size < 99_999.95) return strings.format(value, 1);
  return strings.number(value, { notation: 'scientific', maximumFractionDigits: 1 });
}

/** As three decimals, but what they would make nothing keeps its first digits: a factor of 0.000 explains no nudge. */
export function worked(value: number, strings: StringsController): string {
  const size = Math.abs(value);
  if (!(size > 0 && size < 0.0005)) return three(value, strings);
  return strings.number(value, size < 0.000_01 ? { notation: 'scientific', maximumFractionDigits: 1 } : { maximumSignificantDigits: 2 });
}

function toneOf(value: number, least: number): Written['tone'] {
  return value >= least ? 'positive' : value <= -least ? 'negative' : 'plain';
}

/** With three decimals, of the sign that can be read: −0.0001 is written 0.000 and is neither. */
export function signed(value: number, strings: StringsController): Written {
  return { text: three(value, strings), tone: toneOf(value, 0.0005) };
}

/** For a formula. */
export function factor(value: number, strings: StringsController): Written {
  return { text: worked(value, strings), tone: toneOf(value, Number.MIN_VALUE) };
}

export function parameter(value: number, strings: StringsController): Written {
  return { text: worked(value, strings), tone: 'parameter' };
}

export function plain(text: string): Written {
  return { text, tone: 'plain' };
}

/** Whether a change can be seen in three decimals. */
export function isSeen(before: number, after: number, strings: StringsController): boolean {
  return three(before, strings) !== three(after, strings);
}

/** Two numbers with so many decimals, at least three, that one can be told from the other; undefined where `most` do not do. */
export function apart(one: number, other: number, strings: StringsController, most = 8): readonly [string, string] | undefined {
  for (let decimals = 3; decimals <= most; decimals++) {
    const texts = [strings.format(one, decimals), strings.format(other, decimals)] as const;
    if (texts[0] !== texts[1]) return texts;
  }
  return undefined;
}

/** A parameter before and after its nudge, with decimals enough to see it where six do. */
export function nudged(before: number, after: number, strings: StringsController): readonly [string, string] {
  const texts = [three(before, strings), three(after, strings)] as const;
  return texts[0] === texts[1] ? apart(before, after, strings, 6) ?? texts : texts;
}

/** The place of the number of the largest size, the first of equals. */
export function largestAt(values: ArrayLike<number>): number {
  let most = 0;
  for (let k = 1; k < values.length; k++) if (Math.abs(values[k]) > Math.abs(values[most])) most = k;
  return most;
}
