import { dissect, parameterAt, updateOrders, type ActivationName } from '../../../core/index.js';
import type { StringsController } from '../../../page/strings-controller.js';
import type { StringKey } from '../../../strings/en.js';
import {
  distinctTexts, nonzeroNumber, nonzeroText, nudgeTexts, parameterNumber, plainNumber, type StyledNumber,
} from './numbers.js';
import type { Phase, ShownStep } from './phases.js';
import {
  contributionsTable, hiddenNudgesTable, outputNudgesTable, outputsTable, responsibilitiesTable, type Table,
} from './tables.js';

/** A symbol of a formula, and the number under it. */
export interface Cell { readonly symbol: string; readonly number?: StyledNumber | string }

export interface Formula {
  readonly cells: readonly Cell[];
  readonly result?: StyledNumber;
  /** Whether the result ends the line of numbers; else it has a line of its own. */
  readonly isInline?: boolean;
  /** Explains the function or its slope. */
  readonly note?: string;
  /** The products that a sum adds. */
  readonly products?: string;
}

/** Everything that the panel says of a phase. */
export interface PhaseContent {
  readonly title: StringKey;
  readonly about: StringKey;
  /** Program names for the braces of both. */
  readonly values?: Readonly<Record<string, string>>;
  readonly formulas: readonly Formula[];
  readonly table?: Table;
  /** Whether a line of numbers shows prediction and target. */
  readonly showsError?: boolean;
  /** Whether a picture of the plane shows the sample. */
  readonly showsSample?: boolean;
  readonly sentences?: readonly string[];
  /** The results, as `outZ = 0.492`. */
  readonly facts: readonly string[];
}

/** Sums of more products are not written out. */
const MAX_PRODUCTS = 8;

const operator = (symbol: string): Cell => ({ symbol, number: symbol });
const equals = operator('=');
const times = operator('·');

type NumberCell = Cell & { readonly number: StyledNumber };

/** Returns a function that makes cells with numbers in the language of `strings`. */
const cellsIn = (strings: StringsController) => (symbol: string, value: number, write = nonzeroNumber): NumberCell =>
  ({ symbol, number: write(value, strings) });

/** Makes the formula that the value of a cell comes from. */
function equation(value: NumberCell, cells: readonly Cell[], more: Partial<Formula> = {}): Formula {
  return { cells: [{ symbol: value.symbol }, equals, ...cells], result: value.number, ...more };
}

const factOf = ({ symbol, number: { text } }: NumberCell): string => `${symbol} = ${text}`;

/** Works out what the panel says of a phase. */
export function contentOf(step: ShownStep, { kind, layer }: Phase): PhaseContent {
  const isOutput = layer === step.names.layers.length - 1;
  switch (kind) {
    case 'input': return inputContent(step);
    case 'forward': return forwardContent(step, layer);
    case 'error': return errorContent(step);
    case 'responsibility': return isOutput ? outputResponsibility(step) : hiddenResponsibility(step, layer);
    case 'nudge': return nudgeContent(step, layer);
  }
}

function inputContent({ dissection: { sample }, strings }: ShownStep): PhaseContent {
  const cell = cellsIn(strings);
  const [x, y, target] = [cell('x', sample.x), cell('y', sample.y), cell('target', sample.target, plainNumber)];
  return {
    title: 'inputTitle', about: 'inputAbout', showsSample: true,
    formulas: [{ cells: [x, y, operator('→'), target] }], facts: [x, y, target].map(factOf),
  };
}

function forwardContent(step: ShownStep, l: number): PhaseContent {
  const { dissection: { layers, z, a, before }, names, strings } = step;
  const last = layers.length - 1;
  const isOutput = l === last;
  const table = isOutput ? contributionsTable(step) : outputsTable(step, l);
  const j = isOutput ? 0 : table.row;
  const i = isOutput ? 'j' : 'i'; // the letter of the sum's loop
  const inputs = [...a[l - 1]];
  const weights = inputs.map((_, k) => before[parameterAt(layers, l, j, k)]);
  const sum = weights.reduce((total, weight, k) => total + weight * inputs[k], 0);
  const cell = cellsIn(strings);
  const bias = cell(names.b(l, j), before[parameterAt(layers, l, j, inputs.length)], parameterNumber);
  const summands = l === 1
    ? inputs.flatMap((input, k) =>
      [cell(names.w(l, j, k), weights[k], parameterNumber), times, cell(names.a(0, k), input), operator('+')])
    : [cell(`sum(${names.w(l, j, i)} · ${names.a(l - 1, i)})`, sum), operator('+')];
  const [zCell, aCell] = [cell(names.z(l, j), z[l][j]), cell(names.a(l, j), a[l][j])];
  const f = { symbol: `f(${zCell.symbol})`, number: `f(${zCell.number.text})` };
  const products = l > 1 && !isOutput ? productsOf(weights, inputs, strings) : undefined;
  return {
    title: isOutput ? 'outputTitle' : last > 2 ? 'layerTitle' : 'hiddenTitle',
    about: isOutput ? 'outputAbout' : 'hiddenAbout', values: { layer: strings.number(l) },
    formulas: [
      equation(zCell, [...summands, bias], { products }), equation(aCell, [f], { note: functionNote(step, l) }),
    ],
    table, facts: [zCell, aCell].map(factOf),
  };
}

/** Writes the products of two lists, as `0.500 · 0.200 + …`; undefined if they are too many. */
function productsOf(a: ArrayLike<number>, b: readonly number[], strings: StringsController): string | undefined {
  if (a.length > MAX_PRODUCTS) return undefined;
  return b.map((factor, k) => `${nonzeroText(a[k], strings)} · ${nonzeroText(factor, strings)}`).join(' + ');
}

function activationOf({ network, names }: ShownStep, l: number): ActivationName {
  return l === names.layers.length - 1 ? network.outputActivation : network.activation;
}

/** Says which function f is: `f: leaky ReLU, α = 0.01`. */
function functionNote(step: ShownStep, l: number): string {
  const { network: { alpha }, strings } = step;
  const name = activationOf(step, l);
  return `f: ${strings.text(name)}${name === 'leaky-relu' ? `, α = ${strings.format(alpha)}` : ''}`;
}

/** Says why the slope of f has its value. */
function slopeNote(step: ShownStep, l: number, j: number): string {
  const { dissection: { z, a }, names, strings } = step;
  const name = names.a(l, j);
  const value = nonzeroText(a[l][j], strings);
  switch (activationOf(step, l)) {
    case 'linear': return strings.text('slopeOfLine');
    case 'sigmoid': return `f′ = ${name} · (1 − ${name}) = ${value} · (1 − ${value})`;
    case 'tanh': return `f′ = 1 − ${name}² = 1 − (${value})²`;
    default: {
      const fact = factOf(cellsIn(strings)(names.z(l, j), z[l][j]));
      return strings.text('since', { fact: `${fact} ${z[l][j] > 0 ? '>' : '≤'} 0` });
    }
  }
}

function errorContent({ dissection: { a, error: value, sample }, strings }: ShownStep): PhaseContent {
  const cell = cellsIn(strings);
  const [error, prediction] = [cell('error', value), cell('prediction', a[a.length - 1][0])];
  return {
    title: 'errorTitle', about: 'errorAbout', showsError: true,
    formulas: [equation(error, [prediction, operator('−'), cell('target', sample.target, plainNumber)])],
    sentences: [strings.text(meaningOf(value))], facts: [factOf(error)],
  };
}

function meaningOf(error: number): StringKey {
  return error > 0 ? 'errorPositive' : error < 0 ? 'errorNegative' : 'errorNone';
}

function outputResponsibility(step: ShownStep): PhaseContent {
  const { dissection: { error, slopes, dZ }, names, strings } = step;
  const last = names.layers.length - 1;
  const cell = cellsIn(strings);
  const [dOutZ, slope] = [cell('dOutZ', dZ[last][0]), cell('f′(outZ)', slopes[last][0], plainNumber)];
  return {
    title: 'outputShareTitle', about: 'outputShareAbout', showsError: true,
    formulas: [equation(dOutZ, [cell('error', error), times, slope], { note: slopeNote(step, last, 0) })],
    sentences: [strings.text(meaningOf(error)), strings.text('shareFollows')], facts: [factOf(dOutZ)],
  };
}

function hiddenResponsibility(step: ShownStep, l: number): PhaseContent {
  const { dissection: { layers, dH, dZ, slopes, order, before, after }, names, strings } = step;
  const last = layers.length - 1;
  const isNextOutput = l + 1 === last;
  const table = responsibilitiesTable(step, l);
  const j = table.row;
  const parameters = order === 'in-place' ? after : before;
  const weights = Array.from(dZ[l + 1], (_, k) => parameters[parameterAt(layers, l + 1, k, j)]);
  const cell = cellsIn(strings);
  const [dHCell, dZCell] = [cell(names.dH(l, j), dH[l][j]), cell(names.dZ(l, j), dZ[l][j])];
  const slope = cell(`f′(${names.z(l, j)})`, slopes[l][j], plainNumber);
  const share = isNextOutput
    ? [cell('dOutZ', dZ[last][0]), times, cell(names.w(last, 0, j), weights[0], parameterNumber)]
    : [{ symbol: `sum(${names.dZ(l + 1, 'k')} · ${names.w(l + 1, 'k', j)})` }];
  const products = isNextOutput ? undefined : productsOf(dZ[l + 1], weights, strings);
  return {
    title: last > 2 ? 'layerShareTitle' : 'hiddenShareTitle', about: 'hiddenShareAbout',
    values: { layer: strings.number(l), share: names.dZ(l + 1) },
    formulas: [
      equation(dHCell, share, { isInline: true, products }),
      equation(dZCell, [dHCell, times, slope], { note: slopeNote(step, l, j) }),
    ],
    table, sentences: orderSentences(step, l, j), facts: [factOf(dZCell)],
  };
}

/** Says what the other update order would give, if that can be told apart. */
function orderSentences({ dissection, network, names, strings }: ShownStep, l: number, j: number): string[] {
  const { sample, learningRate, order, layers, before: parameters, dZ } = dissection;
  const { activation, outputActivation, alpha } = network;
  const [otherOrder] = updateOrders.filter((each) => each !== order);
  const other = dissect({ layers, activation, outputActivation, alpha, parameters }, sample, learningRate, otherOrder);
  const texts = distinctTexts(dZ[l][j], other.dZ[l][j], strings);
  if (!texts) return [];
  const values = { weights: names.w(l + 1), name: names.dZ(l, j), value: texts[0], other: texts[1] };
  return [strings.text(order === 'in-place' ? 'nudgedBefore' : 'nudgedAfter', values)];
}

function nudgeContent(step: ShownStep, l: number): PhaseContent {
  const { dissection: { layers, dZ, a, before, after, learningRate }, names, strings } = step;
  const isOutput = l === layers.length - 1;
  const table = isOutput ? outputNudgesTable(step) : hiddenNudgesTable(step, l);
  const [j, i] = isOutput ? [0, table.row] : [table.row, table.column];
  const index = parameterAt(layers, l, j, i);
  const isBias = i === layers[l - 1];
  const name = isBias ? names.b(l, j) : names.w(l, j, i);
  const cell = cellsIn(strings);
  const delta = cell(names.dZ(l, j), dZ[l][j]);
  const gradient = isBias ? [delta] : [delta, times, cell(names.a(l - 1, i), a[l - 1][i])];
  const dW = isOutput && !isBias ? cell(`dW[${i + 1}]`, dZ[l][0] * a[l - 1][i]) : undefined;
  const [from, to] = nudgeTexts(before[index], after[index], strings);
  const nudge: Formula = {
    cells: [
      { symbol: name, number: { text: from, tone: 'parameter' } }, { symbol: '−=', number: '−' },
      cell('learningRate', learningRate, plainNumber), times, ...(dW ? [dW] : gradient),
    ],
    result: { text: to, tone: 'parameter' }, isInline: true,
  };
  return {
    title: 'nudgeTitle', about: 'nudgeAbout', values: { weights: names.w(l), biases: names.b(l) },
    formulas: dW ? [equation(dW, gradient, { isInline: true }), nudge] : [nudge],
    table, facts: [`${name}: ${from} → ${to}`],
  };
}
