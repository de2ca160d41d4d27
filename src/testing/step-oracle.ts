import {
  flatten, naiveForward, naiveResponsibilities, naiveStep, unflatten, type NaiveFunction, type NaiveLayer,
} from './naive-network.js';

/** A step to work out. */
interface OracleStep {
  readonly layers: readonly number[];
  readonly parameters: ArrayLike<number>;
  readonly functions: readonly NaiveFunction[];
  readonly x: number;
  readonly y: number;
  readonly target: number;
  readonly learningRate: number;
  readonly inPlace: boolean;
}

/**
 * Works out what each symbol of a step stands for, from the symbol's text: `h1_z[3]`, `w1[2].x`,
 * `sum(w2[j] · h1_a[j])`, `f′(outZ)`. It shares nothing with core or with the element.
 */
export class Oracle {
  private readonly _step: OracleStep;
  private readonly _before: NaiveLayer[];
  private readonly _after: NaiveLayer[];
  private readonly _z: number[][];
  private readonly _a: number[][];
  private readonly _dH: number[][];
  private readonly _dZ: number[][];

  constructor(step: OracleStep) {
    const { layers, parameters, functions, x, y, target, learningRate, inPlace } = step;
    this._step = step;
    this._before = unflatten(layers, parameters);
    this._after = unflatten(layers, parameters);
    const rest = [[target], learningRate, inPlace] as const;
    ({ z: this._z, a: this._a } = naiveForward(this._before, functions, [x, y]));
    ({ dH: this._dH, dZ: this._dZ } = naiveResponsibilities(this._before, functions, [x, y], ...rest));
    naiveStep(this._after, functions, [x, y], ...rest);
  }

  /** All parameters after the step, flat. */
  get after(): number[] {
    return flatten(this._after);
  }

  /** Returns the number of a symbol, of parameters before their nudge unless `after`. */
  valueOf(symbol: string, after = false): number {
    const { _step: { x, y, target, learningRate, layers, functions }, _z: z, _a: a, _dH: dH, _dZ: dZ } = this;
    const last = layers.length - 2; // of layers of weights, from 0
    const network = after ? this._after : this._before;
    const [prediction] = a[last + 1];
    const plain: Record<string, number> = {
      x, y, target, learningRate, prediction, outZ: z[last][0], error: prediction - target, dOutZ: dZ[last][0],
    };
    if (symbol in plain) return plain[symbol];
    // Layers and neurons in symbols count from 1; a layer that is left out is the first.
    const patterns: readonly [RegExp, (l: number, j: number, i: number) => number][] = [
      [/^h(\d)_z\[(\d+)\]$/, (l, j) => z[l][j]],
      [/^h(\d)_a\[(\d+)\]$/, (l, j) => a[l + 1][j]],
      [/^dH(\d?)\[(\d+)\]$/, (l, j) => dH[l][j]],
      [/^dZ(\d?)\[(\d+)\]$/, (l, j) => dZ[l][j]],
      [/^dW()\[(\d+)\]$/, (_, j) => dZ[last][0] * a[last][j]],
      [/^b(\d)$/, (l) => network[l].b[0]],
      [/^b(\d)\[(\d+)\]$/, (l, j) => network[l].b[j]],
      [/^w(1)\[(\d+)\]\.x$/, (l, j) => network[l].w[j][0]],
      [/^w(1)\[(\d+)\]\.y$/, (l, j) => network[l].w[j][1]],
      [/^w(\d)\[(\d+)\]\[(\d+)\]$/, (l, j, i) => network[l].w[j][i]],
      [/^w(\d)\[(\d+)\]$/, (l, i) => network[l].w[0][i]],
      [/^sum\(w(\d)\[j\] · h\d_a\[j\]\)$/, (l) => dot(this._before[l].w[0], a[l])],
      [/^sum\(w(\d)\[(\d+)\]\[i\] · h\d_a\[i\]\)$/, (l, j) => dot(this._before[l].w[j], a[l])],
      [/^f′\(h(\d)_z\[(\d+)\]\)$/, (l, j) => functions[l].slope(z[l][j])],
      [/^f′\(outZ\)$/, () => functions[last].slope(z[last][0])],
    ];
    for (const [pattern, read] of patterns) {
      const [l, j, i] = (pattern.exec(symbol) ?? []).slice(1).map((digits) => Number(digits || 1) - 1);
      if (pattern.test(symbol)) return read(l, j, i);
    }
    throw new Error(`the oracle of ${layers.join('-')} knows no ${symbol}`);
  }
}

function dot(weights: readonly number[], inputs: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * inputs[i], 0);
}

/** Writes a number as a step should in English, by other means than its own. */
export function threeDecimals(value: number): string {
  const size = Math.abs(value);
  const decimals = size < 999.9995 ? 3 : 1;
  if (size >= 99_999.95) return hugeText(value);
  const [whole, rest] = size.toFixed(decimals).split('.');
  const zero = /^[0.]*$/.test(`${whole}${rest}`);
  return `${value < 0 && !zero ? '\u2212' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

function hugeText(value: number): string {
  const [mantissa, power] = value.toExponential(1).replace('.0e', 'e').replace('-', '\u2212').split('e+');
  return `${mantissa} × 10${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

/** Returns whether a text is how a value is written; one that lies between two roundings may be either. */
export function isWritten(text: string, value: number): boolean {
  if (Math.abs(value) < 1e-12 && text === '0.000') return true;
  return [1 - 1e-11, 1, 1 + 1e-11].some((factor) => threeDecimals(value * factor) === text);
}

/** Returns whether a text is a value rounded to the text's last digit; of zero, three decimals. */
export function isRounded(text: string, value: number): boolean {
  const [, digits, power = '0'] = /^(\u2212?[\d,.]+)(?: × 10(.*))?$/.exec(text) ?? ['', 'NaN'];
  const plain = digits.replaceAll(',', '').replace('\u2212', '-');
  const lowered = power.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (each) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(each)));
  const exponent = Number(lowered.replace('⁻', '-'));
  const unit = 10 ** (exponent - (plain.split('.')[1]?.length ?? 0));
  const isNothing = Math.abs(value) > 1e-12 && Number(plain) === 0; // which would explain no nudge
  return !isNothing && Math.abs(Number(plain) * 10 ** exponent - value) <= 0.500001 * unit + 1e-9 * Math.abs(value);
}
