import { flatten, naiveForward, naiveResponsibilities, naiveStep, unflatten, type NaiveFunction, type NaiveLayer } from './naive-network.js';

/** What an oracle is told of a step: the sample, the rate and the order, not what core makes of them. */
export interface OracleStep {
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
 * Works out by itself what each name of a microscope stands for, from the name's text: `h1_z[3]`,
 * `w1[2].x`, `sum(w2[j] · h1_a[j])`, `f′(outZ)`. It shares nothing with core or with the element.
 */
export class Oracle {
  private readonly _step: OracleStep;
  private readonly _before: NaiveLayer[];
  private readonly _after: NaiveLayer[];
  private readonly _z: number[][];
  private readonly _a: number[][];
  private readonly _dH: number[][];
  private readonly _dZ: number[][];
  private readonly _last: number;

  constructor(step: OracleStep) {
    const { layers, parameters, functions, x, y, target, learningRate, inPlace } = step;
    this._step = step;
    this._last = layers.length - 2; // of layers of weights, from 0
    this._before = unflatten(layers, parameters);
    ({ z: this._z, a: this._a } = naiveForward(this._before, functions, [x, y]));
    ({ dH: this._dH, dZ: this._dZ } = naiveResponsibilities(this._before, functions, [x, y], [target], learningRate, inPlace));
    this._after = unflatten(layers, parameters);
    naiveStep(this._after, functions, [x, y], [target], learningRate, inPlace);
  }

  /** All parameters after the step, flat. */
  get after(): number[] {
    return flatten(this._after);
  }

  /** A symbol's number, before any nudge unless `after`. Weights that share out responsibilities in place are those after it. */
  valueOf(symbol: string, after = false): number {
    const { x, y, target, learningRate, layers, functions } = this._step;
    const plain: Record<string, number> = {
      x, y, target, learningRate, outZ: this._z[this._last][0], prediction: this._a[this._last + 1][0],
      error: this._a[this._last + 1][0] - target, dOutZ: this._dZ[this._last][0],
    };
    if (symbol in plain) return plain[symbol];
    const network = after ? this._after : this._before;
    const match = (pattern: RegExp): number[] | undefined => pattern.exec(symbol)?.slice(1).map(Number);
    const layerOf = (digit: string): number => (digit === '' ? 0 : Number(digit) - 1);
    let found = match(/^h(\d)_z\[(\d+)\]$/);
    if (found) return this._z[found[0] - 1][found[1] - 1];
    found = match(/^h(\d)_a\[(\d+)\]$/);
    if (found) return this._a[found[0]][found[1] - 1];
    const share = /^d([HZ])(\d?)\[(\d+)\]$/.exec(symbol);
    if (share) return (share[1] === 'H' ? this._dH : this._dZ)[layerOf(share[2])][Number(share[3]) - 1];
    found = match(/^dW\[(\d+)\]$/);
    if (found) return this._dZ[this._last][0] * this._a[this._last][found[0] - 1];
    found = match(/^b(\d)$/);
    if (found) return network[found[0] - 1].b[0];
    found = match(/^b(\d)\[(\d+)\]$/);
    if (found) return network[found[0] - 1].b[found[1] - 1];
    const first = /^w1\[(\d+)\]\.([xy])$/.exec(symbol);
    if (first) return network[0].w[Number(first[1]) - 1][first[2] === 'x' ? 0 : 1];
    found = match(/^w(\d)\[(\d+)\]\[(\d+)\]$/);
    if (found) return network[found[0] - 1].w[found[1] - 1][found[2] - 1];
    found = match(/^w(\d)\[(\d+)\]$/);
    if (found) return network[found[0] - 1].w[0][found[1] - 1];
    const slope = /^f′\((.*)\)$/.exec(symbol);
    if (slope) return functions[slope[1] === 'outZ' ? this._last : Number(slope[1][1]) - 1].slope(this.valueOf(slope[1]));
    found = match(/^sum\(w(\d)\[j\] · h\d_a\[j\]\)$/);
    if (found) return sum(this._before[this._last].w[0], this._a[this._last]);
    found = match(/^sum\(w(\d)\[(\d+)\]\[i\] · h\d_a\[i\]\)$/);
    if (found) return sum(this._before[found[0] - 1].w[found[1] - 1], this._a[found[0] - 1]);
    throw new Error(`the oracle of ${layers.join('-')} knows no ${symbol}`);
  }
}

function sum(weights: readonly number[], inputs: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * inputs[i], 0);
}

/** A number as the microscope should write it in English, by other means than its own. */
export function threeDecimals(value: number): string {
  const size = Math.abs(value);
  const decimals = size < 999.9995 ? 3 : 1;
  if (size >= 99_999.95) return value.toExponential(1).replace('e+', 'E').replace(/\.0E/, 'E').replace('-', '\u2212');
  const [whole, rest] = size.toFixed(decimals).split('.');
  const zero = /^[0.]*$/.test(`${whole}${rest}`);
  return `${value < 0 && !zero ? '\u2212' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** Whether a text is how a value is written; one that lies between two roundings may be either. */
export function isWritten(text: string, value: number): boolean {
  return [1 - 1e-11, 1, 1 + 1e-11].some((factor) => threeDecimals(value * factor) === text) || (Math.abs(value) < 1e-12 && text === '0.000');
}

const numberOf = (text: string): number => Number(text.replaceAll(',', '').replaceAll('\u2212', '-').replace('E', 'e'));

/** Whether a text is how a formula writes a value: three decimals, but the first two digits of what those would make nothing. */
export function isWorked(text: string, value: number): boolean {
  if (Math.abs(value) < 1e-12) return Math.abs(numberOf(text)) < 1e-12;
  if (Math.abs(value) >= 0.0005) return isWritten(text, value);
  return [1 - 1e-9, 1, 1 + 1e-9].some((factor) => Number((value * factor).toPrecision(2)) === numberOf(text)) || isWritten(text, value) && Math.abs(value) > 0.0004999;
}

/** Whether two texts are how a formula writes a parameter before and after its nudge: with decimals enough to see it, at most six. */
export function isNudge(texts: readonly [string, string], values: readonly [number, number]): boolean {
  const decimals = texts.map((text) => text.split('.')[1]?.length ?? 0);
  if (texts[0] === texts[1] && Math.abs(values[0] - values[1]) > 1e-6) return false;
  return texts.every((text, k) => isWritten(text, values[k])
    || decimals[k] > 3 && decimals[k] <= 6 && Math.abs(numberOf(text) - values[k]) <= 0.5000001 * 10 ** -decimals[k]);
}
