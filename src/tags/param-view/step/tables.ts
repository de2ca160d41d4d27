import { indexOfLargest } from '../../../attrs/number.js';
import { parameterAt, type Dissection } from '../../../core/index.js';
import type { ShownStep } from './phases.js';
import { workedNeuron } from './worked-neuron.js';

/** A column of numbers: parameters before and after their nudge, or what was computed. */
export interface Column {
  readonly head: string;
  /** [row]; shorter where the last row has no such number. */
  readonly values: readonly number[];
  /** Of nudged parameters: their values before the nudge. */
  readonly before?: readonly number[];
  /** Whether each number has a bar beside it: of the number, or of its change. */
  readonly hasBar?: boolean;
  readonly isParameter?: boolean;
  /** Whether the numbers have no colour for their sign. */
  readonly isPlain?: boolean;
}

/** The numbers of all neurons in a phase, a row each. */
export interface Table {
  readonly rows: readonly string[];
  readonly columns: readonly Column[];
  /** Indices of the example's row, and of its column among `choices`. */
  readonly row: number;
  readonly column: number;
  /** Names of the columns that the reader may choose from; empty where all belong together. */
  readonly choices: readonly string[];
  /** Indices in `choices` of the columns that are there: all, or of too many the chosen one and the bias. */
  readonly shown: readonly number[];
}

/** Columns of nudges that fit side by side. */
const MAX_COLUMNS = 3;

/** Lists the sums and outputs of hidden layer l. */
export function outputsTable({ dissection, names, row }: ShownStep, l: number): Table {
  const { z, a } = dissection;
  const columns = [{ head: names.z(l), values: [...z[l]] }, { head: names.a(l), values: [...a[l]], hasBar: true }];
  return tableOf(columns, row ?? workedNeuron(dissection, l));
}

/** Lists what the neurons of the last hidden layer contribute to the output. */
export function contributionsTable({ dissection, names, row }: ShownStep): Table {
  const { layers, a, before } = dissection;
  const last = layers.length - 1;
  const inputs = [...a[last - 1]];
  const weights = inputs.map((_, i) => before[parameterAt(layers, last, 0, i)]);
  const [w, input] = [names.w(last), names.a(last - 1)];
  return tableOf([
    { head: w, values: weights, isParameter: true },
    { head: input, values: inputs },
    { head: `${w} · ${input}`, values: weights.map((weight, i) => weight * inputs[i]), hasBar: true },
  ], row ?? workedNeuron(dissection, last - 1));
}

/** Lists the responsibilities of hidden layer l, and the two factors of each. */
export function responsibilitiesTable({ dissection, names, row }: ShownStep, l: number): Table {
  const { dH, dZ, slopes } = dissection;
  return tableOf([
    { head: names.dH(l), values: [...dH[l]] },
    { head: `f′(${names.z(l)})`, values: [...slopes[l]], isPlain: true },
    { head: names.dZ(l), values: [...dZ[l]], hasBar: true },
  ], row ?? workedNeuron(dissection, l));
}

/** Lists the output's parameters before and after their nudge, a row each, the bias last. */
export function outputNudgesTable({ dissection, names, row }: ShownStep): Table {
  const { layers, a, dZ } = dissection;
  const l = layers.length - 1;
  const [indices] = parameterIndices(layers, l);
  const gradients = Array.from(a[l - 1], (input) => dZ[l][0] * input);
  const columns = [{ head: 'dW', values: gradients }, nudgesColumn(dissection, names.w(l), indices)];
  const table = tableOf(columns, row ?? workedNeuron(dissection, l - 1));
  return { ...table, rows: [...table.rows, names.b(l)] };
}

/** Makes a table of a row for each neuron. */
function tableOf(columns: readonly Column[], row: number): Table {
  return { rows: numbersTo(columns[0].values.length), columns, row, column: 0, choices: [], shown: [] };
}

/** Lists the parameters of hidden layer l before and after their nudge, a column for each input and the bias. */
export function hiddenNudgesTable({ dissection, names, ...example }: ShownStep, l: number): Table {
  const { layers } = dissection;
  const inputs = layers[l - 1];
  const indices = parameterIndices(layers, l);
  const choices = indices[0].map((_, i) =>
    (i === inputs ? names.b(l) : l === 1 ? `${names.w(1)}.${names.a(0, i)}` : names.w(l, 'j', i)));
  const changes = indices.map((ofNeuron) => changesOf(dissection, ofNeuron));
  const row = example.row ?? workedNeuron(dissection, l);
  const isNarrow = choices.length > MAX_COLUMNS;
  const column = example.column ?? (isNarrow ? indexOfLargest(changes[row].slice(0, -1)) : 0);
  const shown = isNarrow ? [...new Set([column, inputs])] : choices.map((_, i) => i);
  return {
    rows: numbersTo(layers[l]),
    columns: shown.map((i) => nudgesColumn(dissection, choices[i], indices.map((ofNeuron) => ofNeuron[i]))),
    row, column, choices, shown,
  };
}

/** Where the parameters of layer l lie in a network's, [neuron][input], the bias last. */
function parameterIndices(layers: readonly number[], l: number): number[][] {
  return Array.from({ length: layers[l] }, (_, j) =>
    Array.from({ length: layers[l - 1] + 1 }, (__, i) => parameterAt(layers, l, j, i)));
}

function changesOf({ before, after }: Dissection, indices: readonly number[]): number[] {
  return indices.map((k) => after[k] - before[k]);
}

function nudgesColumn({ before, after }: Dissection, head: string, indices: readonly number[]): Column {
  return {
    head, values: indices.map((k) => after[k]), before: indices.map((k) => before[k]), hasBar: true, isParameter: true,
  };
}

function numbersTo(count: number): string[] {
  return Array.from({ length: count }, (_, k) => String(k + 1));
}
