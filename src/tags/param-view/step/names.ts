import type { StringsController } from '../../../page/strings-controller.js';
import { inputNames } from '../network-layout.js';

/** Index of a neuron, from 0, or the letter of a loop over neurons. */
type Index = number | string;

const indexText = (index: Index): string => (typeof index === 'number' ? String(index + 1) : index);

/**
 * Names the numbers that a network computes as the article's program does. Without `j` a name stands for a whole
 * layer, as `h1_z`, with it for one neuron, as `h1_z[3]`; the output is one neuron and has no index. Networks with
 * several hidden layers have the layer in each name: `dZ2`, not `dZ`.
 */
export class StepNames {
  readonly layers: readonly number[];
  private readonly _last: number;

  constructor(layers: readonly number[]) {
    this.layers = layers;
    this._last = layers.length - 1;
  }

  /** Names the sums of layer l ≥ 1. */
  z(l: number, j?: Index): string {
    return this._indexed(l === this._last ? 'outZ' : `h${l}_z`, l, j);
  }

  /** Names the outputs of layer l: of layer 0, `x` and `y`. */
  a(l: number, j?: Index): string {
    return l === 0 ? inputNames[Number(j)] : this._indexed(l === this._last ? 'prediction' : `h${l}_a`, l, j);
  }

  /** Names the derivatives of the loss with respect to the outputs of hidden layer l. */
  dH(l: number, j?: Index): string {
    return this._indexed(`dH${this._digit(l)}`, l, j);
  }

  /** Names the responsibilities of layer l ≥ 1: the derivatives of the loss with respect to its weighted sums. */
  dZ(l: number, j?: Index): string {
    return this._indexed(l === this._last ? 'dOutZ' : `dZ${this._digit(l)}`, l, j);
  }

  /** Names the weights of layer l, or the one from neuron i: `w1[2].x`, `w2[1][3]`, and `w3[3]` of the output. */
  w(l: number, j?: Index, i?: Index): string {
    const name = this._indexed(`w${l}`, l, j);
    if (i === undefined) return name;
    return l === 1 && l < this._last ? `${name}.${inputNames[Number(i)]}` : `${name}[${indexText(i)}]`;
  }

  b(l: number, j?: Index): string {
    return this._indexed(`b${l}`, l, j);
  }

  private _indexed(name: string, l: number, j: Index | undefined): string {
    return j === undefined || l === this._last ? name : `${name}[${indexText(j)}]`;
  }

  private _digit(l: number): string {
    return this._last > 2 ? String(l) : '';
  }
}

/** Writes a name of the program in a picture: one that is a word of English, in the reader's language. */
export function nameInPicture(name: string, strings: Pick<StringsController, 'text'>): string {
  return name === 'target' || name === 'prediction' || name === 'error' ? strings.text(name) : name;
}

const programName = /^(x|y|target|prediction|error|learningRate|outZ|dOutZ|dW|h\d_[za]|d[HZ]\d?|[wb]\d)$/;

/** Finds the program's names in a formula or a line of code; what follows a point belongs to the name before it. */
export function namesIn(text: string): string[] {
  return (text.match(/\.?[A-Za-z]\w*/g) ?? []).filter((name) => programName.test(name));
}

/** Returns whether a formula or a line of code has one of these names in it. */
export function mentions(text: string, names: ReadonlySet<string>): boolean {
  return names.size > 0 && namesIn(text).some((name) => names.has(name));
}
