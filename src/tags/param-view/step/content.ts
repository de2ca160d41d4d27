import { Activation, dissect, parameterAt, updateOrders, type ActivationName } from '../../../core/index.js';
import type { StringsController } from '../../../page/strings-controller.js';
import type { TextKey } from '../../../strings/en.js';
import { solve, solveNudge, solveProducts, type Cell, type Part, type Quantity, type Writing } from './equations.js';
import { inBraces } from './notation.js';
import { distinctTexts, MIN_DIGITS, writeNumber, type StyledNumber } from './numbers.js';
import type { Phase, ShownStep } from './phases.js';
import {
  contributionsTable, hiddenNudgesTable, outputNudgesTable, outputsTable, responsibilitiesTable, type Table,
} from './tables.js';

/** A line of symbols, the numbers under them, and the result. */
export interface Formula {
  readonly cells: readonly Cell[];
  /** What stands before the result: ≈ where the printed numbers do not give it to its last digit. */
  readonly sign?: '=' | '≈';
  readonly result?: StyledNumber;
  /** Whether the result ends the line of numbers; else it has a line of its own. */
  readonly isInline?: boolean;
  /** Explains the function or its slope. */
  readonly note?: string;
  /** The products that a sum adds. */
  readonly products?: string;
}

/** Everything that the panel says of a phase. Names of the program are in braces wherever they stand among words. */
export interface PhaseContent {
  readonly title: string;
  readonly about: string;
  readonly formulas: readonly Formula[];
  readonly table?: Table;
  /** Whether a line of numbers shows prediction and target. */
  readonly showsError?: boolean;
  /** Whether a picture of the plane shows the sample. */
  readonly showsSample?: boolean;
  readonly sentences?: readonly string[];
  /** The results, as `{outZ} = 0.492`. */
  readonly facts: readonly string[];
}

type Body = Omit<PhaseContent, 'title' | 'about'>;

/** Sums of more products are not written out. */
const MAX_PRODUCTS = 8;

const parameter = (symbol: string, value: number): Quantity => ({ symbol, value, isParameter: true });
const setting = (symbol: string, value: number): Quantity => ({ symbol, value, isSetting: true });

/** Makes the formula that a value comes from. */
function formulaOf(
  value: Quantity, parts: readonly Part[], writing: Writing, more: Partial<Formula> = {},
): Formula {
  const { cells, sign, result } = solve(parts, value, writing);
  return { cells: [{ symbol: value.symbol }, { symbol: '=', number: '=' }, ...cells], sign, result, ...more };
}

const factOf = (strings: StringsController, { symbol, value, isSetting }: Quantity): string =>
  `${inBraces(symbol)} = ${writeNumber(value, MIN_DIGITS, strings, isSetting ? 0 : MIN_DIGITS).text}`;

/** Works out what the panel says of a phase. */
export function contentOf(step: ShownStep, phase: Phase): PhaseContent {
  return { ...headOf(step, phase), ...bodyOf(step, phase) };
}

/** Returns the title of a phase, and the words under it. */
export function headOf({ names, strings }: ShownStep, { kind, layer: l }: Phase): { title: string; about: string } {
  const last = names.layers.length - 1;
  const [isOutput, isDeep] = [l === last, last > 2];
  const head = (title: TextKey, about: TextKey, values: Readonly<Record<string, string>> = {}) =>
    ({ title: strings.text(title, values), about: strings.text(about, values) });
  const layer = strings.number(l);
  const parameters = { weights: inBraces(names.w(l)), biases: inBraces(names.b(l)) };
  switch (kind) {
    case 'input': return head('inputTitle', 'inputAbout');
    case 'forward':
      if (isOutput) return head('outputTitle', 'outputAbout', parameters);
      return head(isDeep ? 'layerTitle' : 'hiddenTitle', 'hiddenAbout', { layer });
    case 'error': return head('errorTitle', 'errorAbout');
    case 'responsibility':
      if (isOutput) return head('outputShareTitle', 'outputShareAbout', { sum: inBraces('outZ') });
      return head(isDeep ? 'layerShareTitle' : 'hiddenShareTitle', 'hiddenShareAbout',
        { layer, share: inBraces(names.dZ(l + 1)) });
    case 'nudge': return head('nudgeTitle', 'nudgeAbout', parameters);
  }
}

function bodyOf(step: ShownStep, { kind, layer }: Phase): Body {
  const isOutput = layer === step.names.layers.length - 1;
  switch (kind) {
    case 'input': return inputBody(step);
    case 'forward': return isOutput ? outputBody(step) : hiddenBody(step, layer);
    case 'error': return errorBody(step);
    case 'responsibility': return isOutput ? outputResponsibility(step) : hiddenResponsibility(step, layer);
    case 'nudge': return nudgeBody(step, layer);
  }
}

function inputBody(step: ShownStep): Body {
  const { dissection: { sample: { x, y, target } }, strings } = step;
  const parts: Quantity[] = [{ symbol: 'x', value: x }, { symbol: 'y', value: y }, setting('target', target)];
  const { cells: [xCell, yCell, targetCell] } = solve(parts, parts[0], step);
  return {
    showsSample: true, formulas: [{ cells: [xCell, yCell, { symbol: '→', number: '→' }, targetCell] }],
    facts: parts.map((part) => factOf(strings, part)),
  };
}

/**
 * The formulas of the sum and the output of neuron j in layer l, of which `summands` gives all but the bias. Whether
 * the sum `isInline` depends on how long it is.
 */
function neuronFormulas(
  step: ShownStep, l: number, j: number, summands: readonly Part[], isInline = false,
): { formulas: [Formula, Formula]; facts: string[] } {
  const { dissection: { layers, z, a, before }, names, strings } = step;
  const bias = parameter(names.b(l, j), before[parameterAt(layers, l, j, layers[l - 1])]);
  const [sum, output] = [{ symbol: names.z(l, j), value: z[l][j] }, { symbol: names.a(l, j), value: a[l][j] }];
  const f = activationOf(step, l);
  const argument: Quantity = { symbol: `f(${sum.symbol})`, value: sum.value, f: (value) => f.value(value) };
  return {
    formulas: [
      formulaOf(sum, [...summands, '+', bias], step, { isInline }),
      formulaOf(output, [argument], step, { note: functionNote(step, l), isInline: true }),
    ],
    facts: [sum, output].map((each) => factOf(strings, each)),
  };
}

function hiddenBody(step: ShownStep, l: number): Body {
  const { dissection: { layers, a, before }, names } = step;
  const table = outputsTable(step, l);
  const j = table.row;
  const inputs = [...a[l - 1]];
  const weights = inputs.map((_, i) => before[parameterAt(layers, l, j, i)]);
  if (l === 1) {
    const summands = inputs.flatMap((input, i): Part[] => [
      ...(i > 0 ? ['+' as const] : []),
      parameter(names.w(l, j, i), weights[i]), '·', { symbol: names.a(0, i), value: input },
    ]);
    return { table, ...neuronFormulas(step, l, j, summands) };
  }
  const sum = sumOf(weights, inputs, `sum(${names.w(l, j, 'i')} · ${names.a(l - 1, 'i')})`);
  const { formulas: [first, second], facts } = neuronFormulas(step, l, j, [sum]);
  const { number } = first.cells[2];
  const products = productsOf(weights, inputs, number as StyledNumber, sum.value, step);
  return { table, formulas: [{ ...first, products }, second], facts };
}

function outputBody(step: ShownStep): Body {
  const { dissection: { layers, a, before }, names } = step;
  const l = layers.length - 1;
  const table = contributionsTable(step);
  const j = table.row;
  const inputs = [...a[l - 1]];
  const weights = inputs.map((_, i) => before[parameterAt(layers, l, 0, i)]);
  const [w, input] = [parameter(names.w(l, 0, j), weights[j]), { symbol: names.a(l - 1, j), value: inputs[j] }];
  const contribution = { symbol: '', value: w.value * input.value };
  const { cells, sign, result } = solve([w, '·', input], contribution, step);
  const sum = sumOf(weights, inputs, `sum(${names.w(l, 0, 'j')} · ${names.a(l - 1, 'j')})`);
  const { formulas, facts } = neuronFormulas(step, l, 0, [sum], true);
  return { table, formulas: [{ cells, sign, result, isInline: true }, ...formulas], facts };
}

/** Adds products up in the order of the network. */
function sumOf(weights: readonly number[], inputs: readonly number[], symbol: string): Quantity {
  return { symbol, value: weights.reduce((total, weight, i) => total + weight * inputs[i], 0) };
}

/** Writes the products that a sum adds; undefined if they are too many. */
function productsOf(
  a: ArrayLike<number>, b: readonly number[], sum: StyledNumber, value: number, writing: Writing,
): string | undefined {
  if (a.length > MAX_PRODUCTS) return undefined;
  return solveProducts(b.map((factor, k) => [a[k], factor] as const), sum, value, writing);
}

function nameOfActivation({ network, names }: ShownStep, l: number): ActivationName {
  return l === names.layers.length - 1 ? network.outputActivation : network.activation;
}

const activationOf = (step: ShownStep, l: number): Activation =>
  new Activation(nameOfActivation(step, l), step.network.alpha);

/** Says which function f is: `f: leaky ReLU, α = 0.01`. */
function functionNote(step: ShownStep, l: number): string {
  const { network: { alpha }, strings } = step;
  const name = nameOfActivation(step, l);
  return `f: ${strings.text(name)}${name === 'leaky-relu' ? `, α = ${strings.format(alpha)}` : ''}`;
}

/** Says why the slope of f has its value, and what a slope of zero means. */
function slopeNote(step: ShownStep, l: number, j: number): string {
  const { dissection: { slopes }, strings } = step;
  const reason = slopeReason(step, l, j);
  if (slopes[l][j] !== 0) return reason;
  return strings.sentences(`${reason}${strings.text('semicolon')}`, strings.text('passesNothing'));
}

function slopeReason(step: ShownStep, l: number, j: number): string {
  const { dissection: { z, a, slopes }, names, strings } = step;
  const name = inBraces(names.a(l, j));
  const output = { symbol: '', value: a[l][j] };
  const slope = { symbol: '', value: slopes[l][j] };
  const written = (f: (value: number) => number): { text: string; end: string } => {
    const { cells: [{ number }], sign, result } = solve([{ ...output, f }], slope, step);
    return { text: (number as string).slice(2, -1), end: `${sign} ${result.text}` };
  };
  switch (nameOfActivation(step, l)) {
    case 'linear': return strings.text('slopeOfLine');
    case 'sigmoid': {
      const { text, end } = written((value) => value * (1 - value));
      return `f′ = ${name} · (1 − ${name}) = ${text} · (1 − ${text}) ${end}`;
    }
    case 'tanh': {
      const { text, end } = written((value) => 1 - value * value);
      return `f′ = 1 − (${name})² = 1 − (${text})² ${end}`;
    }
    default: {
      const fact = factOf(strings, { symbol: names.z(l, j), value: z[l][j] });
      return strings.text('since', { fact: `${fact} ${z[l][j] > 0 ? '>' : '≤'} 0` });
    }
  }
}

function errorBody(step: ShownStep): Body {
  const { dissection: { a, error: value, sample }, strings } = step;
  const error = { symbol: 'error', value };
  const prediction = { symbol: 'prediction', value: a[a.length - 1][0] };
  return {
    showsError: true, formulas: [formulaOf(error, [prediction, '−', setting('target', sample.target)], step)],
    sentences: [strings.text(meaningOf(value))], facts: [factOf(strings, error)],
  };
}

function meaningOf(error: number): TextKey {
  return error > 0 ? 'errorPositive' : error < 0 ? 'errorNegative' : 'errorNone';
}

function outputResponsibility(step: ShownStep): Body {
  const { dissection: { error, slopes, dZ }, names, strings } = step;
  const last = names.layers.length - 1;
  const dOutZ = { symbol: 'dOutZ', value: dZ[last][0] };
  const parts: Part[] = [{ symbol: 'error', value: error }, '·', setting('f′(outZ)', slopes[last][0])];
  const next: TextKey[] = slopes[last][0] === 0 ? [] : ['shareFollows'];
  return {
    showsError: true, formulas: [formulaOf(dOutZ, parts, step, { note: slopeNote(step, last, 0) })],
    sentences: [meaningOf(error), ...next].map((key) => strings.text(key)), facts: [factOf(strings, dOutZ)],
  };
}

function hiddenResponsibility(step: ShownStep, l: number): Body {
  const { dissection: { layers, dH, dZ, slopes, order, before, after }, names, strings } = step;
  const last = layers.length - 1;
  const table = responsibilitiesTable(step, l);
  const j = table.row;
  const parameters = order === 'in-place' ? after : before;
  const weights = Array.from(dZ[l + 1], (_, k) => parameters[parameterAt(layers, l + 1, k, j)]);
  const [share, delta] = [{ symbol: names.dH(l, j), value: dH[l][j] }, { symbol: names.dZ(l, j), value: dZ[l][j] }];
  const slope = setting(`f′(${names.z(l, j)})`, slopes[l][j]);
  const shareFormula = l + 1 === last
    ? formulaOf(share, [
      { symbol: 'dOutZ', value: dZ[last][0] }, '·', parameter(names.w(last, 0, j), weights[0]),
    ], step, { isInline: true })
    : sumOfShares(share, `sum(${names.dZ(l + 1, 'k')} · ${names.w(l + 1, 'k', j)})`, dZ[l + 1], weights, step);
  return {
    formulas: [shareFormula, formulaOf(delta, [share, '·', slope], step, { note: slopeNote(step, l, j) })],
    table, sentences: orderSentences(step, l, j), facts: [factOf(strings, delta)],
  };
}

/** The formula of a share that several neurons have in: its products are the numbers. */
function sumOfShares(
  share: Quantity, symbol: string, deltas: ArrayLike<number>, weights: readonly number[], writing: Writing,
): Formula {
  const { result } = solve([share], share, writing);
  const products = productsOf(deltas, weights, result, share.value, writing);
  return {
    cells: [{ symbol: share.symbol }, { symbol: '=', number: '' }, { symbol }], result, isInline: true, products,
  };
}

/** Says what the other update order would give, if that can be told apart. */
function orderSentences({ dissection, network, names, strings, isMoving }: ShownStep, l: number, j: number): string[] {
  if (isMoving) return []; // it would come and go
  const { sample, learningRate, order, layers, before: parameters, dZ } = dissection;
  const { activation, outputActivation, alpha } = network;
  const [otherOrder] = updateOrders.filter((each) => each !== order);
  const other = dissect({ layers, activation, outputActivation, alpha, parameters }, sample, learningRate, otherOrder);
  const texts = distinctTexts(dZ[l][j], other.dZ[l][j], strings);
  if (!texts) return [];
  const [weights, name] = [names.w(l + 1), names.dZ(l, j)].map(inBraces);
  const values = { weights, name, value: texts[0], other: texts[1] };
  return [strings.text(order === 'in-place' ? 'nudgedBefore' : 'nudgedAfter', values)];
}

function nudgeBody(step: ShownStep, l: number): Body {
  const { dissection: { layers, dZ, a, before, after, learningRate }, names } = step;
  const isOutput = l === layers.length - 1;
  const table = isOutput ? outputNudgesTable(step) : hiddenNudgesTable(step, l);
  const [j, i] = isOutput ? [0, table.row] : [table.row, table.column];
  const index = parameterAt(layers, l, j, i);
  const isBias = i === layers[l - 1];
  const name = isBias ? names.b(l, j) : names.w(l, j, i);
  const delta = { symbol: names.dZ(l, j), value: dZ[l][j] };
  const gradient: Part[] = isBias ? [delta] : [delta, '·', { symbol: names.a(l - 1, i), value: a[l - 1][i] }];
  const dW = isOutput && !isBias ? { symbol: `dW[${i + 1}]`, value: dZ[l][0] * a[l - 1][i] } : undefined;
  const parts: Part[] = [
    parameter(name, before[index]), '−=', setting('learningRate', learningRate), '·', ...(dW ? [dW] : gradient),
  ];
  const solution = solveNudge(parts, parameter(name, after[index]), step);
  const nudge: Formula = { ...solution, isInline: true };
  const { number } = nudge.cells[0];
  return {
    formulas: dW ? [formulaOf(dW, gradient, step, { isInline: true }), nudge] : [nudge],
    table, facts: [`${inBraces(name)}: ${(number as StyledNumber).text} → ${nudge.result!.text}`],
  };
}
