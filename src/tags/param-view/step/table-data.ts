import { parameterAt } from '../../../core/index.js';
import type { Look } from './look.js';
import { outputAt, weightAt } from './names.js';
import { largestAt } from './number-text.js';

/** A column of numbers: parameters before and after, or what was computed. */
export interface Column {
  readonly head: string;
  /** [row]; what a row has none of is undefined. */
  readonly values: readonly (number | undefined)[];
  /** Where it is a column of nudged parameters: what they were. */
  readonly before?: readonly (number | undefined)[];
  /** Has a bar beside each number: of the number, or of its change. */
  readonly bar?: boolean;
  readonly parameters?: boolean;
  /** Has no sign to tell. */
  readonly plain?: boolean;
}

/** The numbers of all neurons in a phase, a row each. */
export interface Table {
  /** Names of the rows, and of a row's neuron as it is spoken. */
  readonly rows: readonly string[];
  readonly columns: readonly Column[];
  /** The worked example. */
  readonly row: number;
  /** Its column, of those that can be chosen. */
  readonly column: number;
  /** Names of columns to choose from, one at a time where there is no room or are too many. */
  readonly choices: readonly string[];
  /** Places in `choices` of the columns that are there: all, or where they are too many the chosen one and the bias. */
  readonly shown: readonly number[];
}

/** Columns of changes that find room side by side. */
const MOST_COLUMNS = 3;

const one = { column: 0, choices: [], shown: [] } as const;

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, k) => String(k + 1));
}

/** What the neurons of a hidden layer make of their inputs. */
export function outputsOf({ dissection: { z, a }, names, row }: Look, l: number): Table {
  return {
    ...one,
    rows: numbered(a[l].length),
    columns: [{ head: names.z(l), values: [...z[l]] }, { head: names.a(l), values: [...a[l]], bar: true }],
    row: row ?? largestAt(a[l]),
  };
}

/** What the last hidden layer's neurons add to the output. */
export function termsOf({ dissection: { layers, a, before }, names, row }: Look): Table {
  const last = layers.length - 1;
  const inputs = a[last - 1];
  const weights = Array.from(inputs, (_, i) => before[parameterAt(layers, last, 0, i)]);
  const products = weights.map((weight, i) => weight * inputs[i]);
  return {
    ...one,
    rows: numbered(inputs.length),
    columns: [
      { head: names.w(last), values: weights, parameters: true },
      { head: names.a(last - 1), values: [...inputs] },
      { head: `${names.w(last)} · ${names.a(last - 1)}`, values: products, bar: true },
    ],
    row: row ?? largestAt(products),
  };
}

/** The shares and responsibilities of a hidden layer. */
export function responsibilitiesOf({ dissection: { dH, dZ, slopes }, names, row }: Look, l: number): Table {
  return {
    ...one,
    rows: numbered(dZ[l].length),
    columns: [
      { head: names.dH(l), values: [...dH[l]] },
      { head: `f′(${names.z(l)})`, values: [...slopes[l]], plain: true },
      { head: names.dZ(l), values: [...dZ[l]], bar: true },
    ],
    row: row ?? largestAt(dZ[l]),
  };
}

/** Parameters of layer l before and after their nudge: of the output in one column, of a hidden layer one a column for each input and the bias. */
export function changesOf(look: Look, l: number): Table {
  return l === look.dissection.layers.length - 1 ? outputChanges(look, l) : hiddenChanges(look, l);
}

function outputChanges({ dissection: { layers, a, dZ, before, after }, names, row }: Look, l: number): Table {
  const inputs = layers[l - 1];
  const places = Array.from({ length: inputs + 1 }, (_, i) => parameterAt(layers, l, 0, i));
  const changes = places.slice(0, inputs).map((k) => after[k] - before[k]);
  return {
    ...one,
    rows: [...numbered(inputs), names.b(l)],
    columns: [
      { head: 'dW', values: [...Array.from(a[l - 1], (input) => dZ[l][0] * input), undefined] },
      { head: names.w(l), values: places.map((k) => after[k]), before: places.map((k) => before[k]), bar: true, parameters: true },
    ],
    row: row ?? largestAt(changes),
  };
}

function hiddenChanges({ dissection: { layers, before, after }, names, row, column }: Look, l: number): Table {
  const [inputs, count] = [layers[l - 1], layers[l]];
  const change = (j: number, i: number): number => {
    const k = parameterAt(layers, l, j, i);
    return after[k] - before[k];
  };
  const largest = (j: number): number => Array.from({ length: inputs + 1 }, (_, i) => Math.abs(change(j, i))).reduce((most, each) => Math.max(most, each), 0);
  const worked = row ?? largestAt(Array.from({ length: count }, (_, j) => largest(j)));
  const many = inputs + 1 > MOST_COLUMNS;
  const chosen = column ?? (many ? largestAt(Array.from({ length: inputs }, (_, i) => change(worked, i))) : 0);
  const shown = many ? [...new Set([chosen, inputs])] : Array.from({ length: inputs + 1 }, (_, i) => i);
  const headOf = (i: number): string => (i === inputs ? names.b(l) : l === 1 ? `${names.w(1)}.${outputAt(names, 0, i)}` : weightAt(names, l, 'j', i));
  const choices = Array.from({ length: inputs + 1 }, (_, i) => headOf(i));
  return {
    rows: numbered(count),
    columns: shown.map((i) => {
      const places = Array.from({ length: count }, (_, j) => parameterAt(layers, l, j, i));
      return { head: choices[i], values: places.map((k) => after[k]), before: places.map((k) => before[k]), bar: true, parameters: true };
    }),
    row: worked,
    column: chosen,
    choices,
    shown,
  };
}
