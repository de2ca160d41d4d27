/** An equation as it can be read: `0.5 · 0.25 + −1`, what stands before its result, and that. */
export interface PrintedEquation {
  readonly text: string;
  readonly sign: string;
  readonly result: string;
  /** What f stands for in it. */
  readonly f?: (z: number) => number;
}

/** A decimal number, exactly: digits · 10^−scale. */
interface Decimal { readonly digits: bigint; readonly scale: number }

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function decimalOf(text: string): Decimal {
  const [, sign, whole, part = '', minus, power = ''] =
    /^(\u2212?)([\d,]+)(?:\.(\d+))?(?: × 10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text) ?? fail(text);
  const digits = BigInt(`${sign ? '-' : ''}${whole.replaceAll(',', '')}${part}`);
  const exponent = Number([...power].map((digit) => raised.indexOf(digit)).join('')) * (minus ? -1 : 1);
  const scale = part.length - exponent;
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function fail(text: string): never {
  throw new Error(`no number: ${text}`);
}

function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const scaled = (each: Decimal): bigint => each.digits * 10n ** BigInt(scale - each.scale);
  return { digits: scaled(a) + scaled(b), scale };
}

const multiply = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });
const negate = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });
const one: Decimal = { digits: 1n, scale: 0 };

function factorOf(text: string, f: PrintedEquation['f']): Decimal {
  const argument = /^f\((.*)\)$/.exec(text);
  if (argument) return decimalOf(f!(Number(decimalText(decimalOf(argument[1])))).toFixed(15).replace('-', '\u2212'));
  const complement = /^\(1 − (.*)\)$/.exec(text);
  if (complement) return add(one, negate(decimalOf(complement[1])));
  const square = /^\((.*)\)²$/.exec(text);
  if (square) return multiply(decimalOf(square[1]), decimalOf(square[1]));
  return decimalOf(text);
}

function decimalText({ digits, scale }: Decimal): string {
  return `${digits}e-${scale}`;
}

/** Returns whether an equation comes out to the last digit of its result, if no digit is lost on the way. */
export function comesOut({ text, result, f }: PrintedEquation): boolean {
  // A minus that takes away has spaces around it, but not within brackets.
  const terms = text.split(/ ([+−]) (?![^(]*\))/);
  let sum: Decimal = { digits: 0n, scale: 0 };
  for (let k = 0; k < terms.length; k += 2) {
    const product = terms[k].split(' · ').map((factor) => factorOf(factor, f)).reduce(multiply);
    sum = add(sum, terms[k - 1] === '−' ? negate(product) : product);
  }
  const difference = add(sum, negate(decimalOf(result)));
  // Half a unit of the result's last digit, doubled to stay whole.
  const unit = unitOf(result);
  const [a, b] = [{ digits: 2n * abs(difference.digits), scale: difference.scale }, unit];
  return add(a, negate(b)).digits <= 0n;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Returns one of the last digit of a number as it is printed. */
function unitOf(text: string): Decimal {
  const { scale } = decimalOf(text);
  const [, part = ''] = /\.(\d+)/.exec(text) ?? [];
  const isPower = text.includes('× 10');
  if (!isPower) return { digits: 1n, scale: part.length };
  const { digits } = decimalOf(text.replace(/^\u2212?[\d.]+/, part ? `0.${'0'.repeat(part.length - 1)}1` : '1'));
  return { digits, scale };
}
