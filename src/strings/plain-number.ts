/** How many digits a number has, by the names that `Intl.NumberFormat` gives them. */
export type DigitOptions = Readonly<Pick<Intl.NumberFormatOptions, 'style' | 'useGrouping' | 'minimumFractionDigits'
  | 'maximumFractionDigits' | 'minimumSignificantDigits' | 'maximumSignificantDigits'>>;

/**
 * Writes a number as English and Japanese do: the text of `Intl.NumberFormat`, whose first use costs a browser 20 to
 * 60 ms in one piece, with U+2212 for minus and none before 0. Half a unit is rounded up, by the decimal digits: 1.005
 * is 1.01.
 */
export function plainNumber(value: number, options: DigitOptions = {}): string {
  const sign = value < 0 ? '\u2212' : '';
  const unit = options.style === 'percent' ? '%' : '';
  const size = Math.abs(value);
  if (!(size < Infinity)) return `${sign}${Number.isNaN(value) ? 'NaN' : '∞'}${unit}`;
  const { minimumSignificantDigits: least = 1, maximumSignificantDigits: most, minimumFractionDigits = 0 } = options;
  const { maximumFractionDigits: decimals = Math.max(minimumFractionDigits, unit ? 0 : 3), useGrouping } = options;
  const [mantissa, power] = size.toExponential().split('e');
  let digits = mantissa.replace('.', '');
  let point = Number(power) + 1 + (unit ? 2 : 0); // after so many of the digits
  const kept = Math.max(most ?? point + decimals, -1);
  if (kept < digits.length) {
    const rounded = String(BigInt(digits.slice(0, Math.max(kept, 0))) + (digits[kept] >= '5' ? 1n : 0n));
    if (rounded.length > kept) point++; // as 9.99 becomes 10.0
    digits = rounded;
  }
  digits = digits.replace(/0+$/, '');
  if (digits === '') point = 1;
  const fewest = most === undefined ? minimumFractionDigits : least - point;
  if (point < 1) digits = digits.padStart(digits.length + 1 - point, '0');
  point = Math.max(point, 1);
  const whole = digits.slice(0, point).padEnd(point, '0');
  const fraction = digits.slice(point).padEnd(fewest, '0');
  return `${digits && sign}${useGrouping === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')}`
    + `${fraction && '.'}${fraction}${unit}`;
}

/** Returns an integer in raised digits; it may be written with a sign, as `+12` or `-7`. */
export function raised(value: number | string): string {
  return String(value).replace('+', '').replace(/./g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]);
}
