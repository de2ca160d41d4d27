import { parameterAt } from '../../../core/index.js';
import type { StringKey } from '../../../strings/en.js';
import type { Look } from './look.js';
import { at, outputAt, weightAt } from './names.js';
import { apart, factor, nudged, parameter, plain, worked, type Written } from './number-text.js';
import type { Phase } from './phases.js';
import { changesOf, outputsOf, responsibilitiesOf, termsOf, type Table } from './table-data.js';

/** A symbol of a formula, and the number that stands under it. */
export interface Cell { readonly symbol: string; readonly number?: Written | string }

export interface Formula {
  readonly cells: readonly Cell[];
  readonly result?: Written;
  /** The result ends the numbers' line. */
  readonly inline?: boolean;
  /** Why a number is what it is. */
  readonly note?: string;
  /** The products that a sum adds. */
  readonly terms?: string;
}

/** What a phase says. */
export interface Content {
  readonly title: StringKey;
  readonly about: StringKey;
  /** Program names in both. */
  readonly values: Readonly<Record<string, string>>;
  readonly formulas: readonly Formula[];
  readonly table?: Table;
  /** Shows prediction and target on a line of numbers. */
  readonly compared?: boolean;
  /** Shows the sample in the plane. */
  readonly placed?: boolean;
  readonly sentences: readonly string[];
  /** The results in short, as `outZ = 0.492`. */
  readonly facts: readonly string[];
}

const op = (symbol: string): Cell => ({ symbol, number: symbol });
const equals: readonly Cell[] = [op('=')];

export function contentOf(look: Look, { kind, layer }: Phase): Content {
  if (kind === 'input') return inputContent(look);
  if (kind === 'error') return errorContent(look);
  if (kind === 'forward') return forwardContent(look, layer);
  if (kind === 'responsibility') return layer === look.dissection.layers.length - 1 ? outputShare(look) : hiddenShare(look, layer);
  return nudgeContent(look, layer);
}

function inputContent({ dissection: { sample }, strings }: Look): Content {
  const { x, y, target } = sample;
  const cells: Cell[] = [
    { symbol: 'x', number: factor(x, strings) }, { symbol: 'y', number: factor(y, strings) }, op('→'),
    { symbol: 'target', number: plain(strings.format(target)) },
  ];
  return {
    title: 'inputTitle', about: 'inputAbout', values: {}, placed: true, sentences: [],
    formulas: [{ cells }],
    facts: [`x = ${worked(x, strings)}`, `y = ${worked(y, strings)}`, `target = ${strings.format(target)}`],
  };
}

/** `f: leaky ReLU, α = 0.01`. */
function functionNote({ functions, alpha, strings }: Look, isLast: boolean): string {
  const name = functions[+isLast];
  return `f: ${strings.text(name)}${name === 'leaky-relu' ? `, α = ${strings.format(alpha)}` : ''}`;
}

function forwardContent(look: Look, l: number): Content {
  const { dissection: { layers, z, a, before }, names, strings } = look;
  const last = layers.length - 1;
  const inputs = layers[l - 1];
  const table = l === last ? termsOf(look) : outputsOf(look, l);
  const j = l === last ? 0 : table.row;
  const number = (i: number): number => before[parameterAt(layers, l, j, i)];
  const zName = at(names, names.z(l), l, j);
  const aName = at(names, names.a(l), l, j);
  const bias: Cell = { symbol: at(names, names.b(l), l, j), number: parameter(number(inputs), strings) };
  const products = Array.from({ length: inputs }, (_, i) => number(i) * a[l - 1][i]);
  const index = l === last ? 'j' : 'i';
  const cells: Cell[] = l === 1
    ? [0, 1].flatMap((i) => [
      { symbol: weightAt(names, l, j, i), number: parameter(number(i), strings) }, op('·'),
      { symbol: outputAt(names, 0, i), number: factor(a[0][i], strings) }, op('+'),
    ])
    : [{
      symbol: `sum(${weightAt(names, l, j, index)} · ${outputAt(names, l - 1, index)})`,
      number: factor(products.reduce((sum, each) => sum + each, 0), strings),
    }, op('+')];
  const terms = l > 1 && l < last && inputs <= 8
    ? Array.from(products, (_, i) => `${worked(number(i), strings)} · ${worked(a[l - 1][i], strings)}`).join(' + ')
    : undefined;
  return {
    title: l === last ? 'outputTitle' : last > 2 ? 'layerTitle' : 'hiddenTitle',
    about: l === last ? 'outputAbout' : 'hiddenAbout',
    values: { layer: strings.number(l) },
    formulas: [
      { cells: [{ symbol: zName }, ...equals, ...cells, bias], result: factor(z[l][j], strings), terms },
      {
        cells: [{ symbol: aName }, ...equals, { symbol: `f(${zName})`, number: `f(${worked(z[l][j], strings)})` }],
        result: factor(a[l][j], strings), note: functionNote(look, l === last),
      },
    ],
    table,
    sentences: [],
    facts: [`${zName} = ${worked(z[l][j], strings)}`, `${aName} = ${worked(a[l][j], strings)}`],
  };
}

function errorContent({ dissection: { a, error, sample: { target } }, strings }: Look): Content {
  const [prediction] = a[a.length - 1];
  const cells = [
    { symbol: 'error' }, ...equals, { symbol: 'prediction', number: factor(prediction, strings) },
    op('−'), { symbol: 'target', number: plain(strings.format(target)) },
  ];
  return {
    title: 'errorTitle', about: 'errorAbout', values: {}, compared: true,
    formulas: [{ cells, result: factor(error, strings) }],
    sentences: [strings.text(meaningOf(error))],
    facts: [`error = ${worked(error, strings)}`],
  };
}

function meaningOf(error: number): StringKey {
  return error > 0 ? 'errorPositive' : error < 0 ? 'errorNegative' : 'errorNone';
}

/** Why f′ is what it is there. */
function slopeNote({ dissection: { z, a, layers }, functions, names, strings }: Look, l: number, j: number): string {
  const name = functions[+(l === layers.length - 1)];
  const [zName, aName] = [at(names, names.z(l), l, j), at(names, names.a(l), l, j)];
  const [sum, value] = [z[l][j], worked(a[l][j], strings)];
  if (name === 'linear') return strings.text('slopeOfLine');
  if (name === 'sigmoid') return `f′ = ${aName} · (1 − ${aName}) = ${value} · (1 − ${value})`;
  if (name === 'tanh') return `f′ = 1 − ${aName}² = 1 − (${value})²`;
  return strings.text('since', { fact: `${zName} = ${worked(sum, strings)} ${sum > 0 ? '>' : '≤'} 0` });
}

function outputShare(look: Look): Content {
  const { dissection: { error, slopes, dZ, layers }, strings } = look;
  const last = layers.length - 1;
  const cells = [
    { symbol: 'dOutZ' }, ...equals, { symbol: 'error', number: factor(error, strings) }, op('·'),
    { symbol: 'f′(outZ)', number: plain(strings.format(slopes[last][0])) },
  ];
  return {
    title: 'outputShareTitle', about: 'outputShareAbout', values: {}, compared: true,
    formulas: [{ cells, result: factor(dZ[last][0], strings), note: slopeNote(look, last, 0) }],
    sentences: [strings.text(meaningOf(error)), strings.text('shareFollows')],
    facts: [`dOutZ = ${worked(dZ[last][0], strings)}`],
  };
}

function hiddenShare(look: Look, l: number): Content {
  const { dissection, names, strings } = look;
  const { layers, dH, dZ, slopes, order, before, after } = dissection;
  const last = layers.length - 1;
  const table = responsibilitiesOf(look, l);
  const j = table.row;
  const weights = order === 'in-place' ? after : before;
  const weight = (k: number): number => weights[parameterAt(layers, l + 1, k, j)];
  const [hName, zName] = [at(names, names.dH(l), l, j), at(names, names.dZ(l), l, j)];
  const next = layers[l + 1];
  const cells: Cell[] = l + 1 === last
    ? [{ symbol: 'dOutZ', number: factor(dZ[last][0], strings) }, op('·'), { symbol: weightAt(names, last, 0, j), number: parameter(weight(0), strings) }]
    : [{ symbol: `sum(${at(names, names.dZ(l + 1), l + 1, 'k')} · ${weightAt(names, l + 1, 'k', j)})` }];
  const terms = l + 1 < last && next <= 8
    ? Array.from(dZ[l + 1], (delta, k) => `${worked(delta, strings)} · ${worked(weight(k), strings)}`).join(' + ')
    : undefined;
  return {
    title: last > 2 ? 'layerShareTitle' : 'hiddenShareTitle',
    about: 'hiddenShareAbout',
    values: { layer: strings.number(l), share: names.dZ(l + 1) },
    formulas: [
      { cells: [{ symbol: hName }, ...equals, ...cells], result: factor(dH[l][j], strings), inline: true, terms },
      {
        cells: [{ symbol: zName }, ...equals, { symbol: hName, number: factor(dH[l][j], strings) }, op('·'),
          { symbol: `f′(${at(names, names.z(l), l, j)})`, number: plain(strings.format(slopes[l][j])) }],
        result: factor(dZ[l][j], strings), note: slopeNote(look, l, j),
      },
    ],
    table,
    sentences: orderSentences(look, l, j),
    facts: [`${zName} = ${worked(dZ[l][j], strings)}`],
  };
}

/** What the other update order would give, where that is something else. */
function orderSentences({ dissection: { dZ, order }, names, strings, other }: Look, l: number, j: number): string[] {
  const texts = apart(dZ[l][j], other().dZ[l][j], strings);
  if (!texts) return [];
  const values = { weights: names.w(l + 1), name: at(names, names.dZ(l), l, j), value: texts[0], other: texts[1] };
  return [strings.text(order === 'in-place' ? 'nudgedBefore' : 'nudgedAfter', values)];
}

function nudgeContent(look: Look, l: number): Content {
  const { dissection: { layers, dZ, a, before, after, learningRate }, names, strings } = look;
  const last = layers.length - 1;
  const table = changesOf(look, l);
  const inputs = layers[l - 1];
  const [j, i] = l === last ? [0, table.row] : [table.row, table.column];
  const parameterIndex = parameterAt(layers, l, j, i);
  const isBias = i === inputs;
  const name = isBias ? at(names, names.b(l), l, j) : weightAt(names, l, j, i);
  const delta: Cell = { symbol: at(names, names.dZ(l), l, j), number: factor(dZ[l][j], strings) };
  const input: Cell = isBias ? delta : { symbol: outputAt(names, l - 1, i), number: factor(a[l - 1][i], strings) };
  const dW = `dW[${i + 1}]`;
  const product = dZ[l][j] * (isBias ? 1 : a[l - 1][i]);
  const factors = l === last && !isBias ? [{ symbol: dW, number: factor(product, strings) }] : isBias ? [delta] : [delta, op('·'), input];
  const [from, to] = nudged(before[parameterIndex], after[parameterIndex], strings);
  const nudge: Formula = {
    cells: [
      { symbol: name, number: { text: from, tone: 'parameter' } }, { symbol: '−=', number: '−' },
      { symbol: 'learningRate', number: plain(strings.format(learningRate)) }, op('·'), ...factors,
    ],
    result: { text: to, tone: 'parameter' }, inline: true,
  };
  const first: Formula[] = l === last && !isBias
    ? [{ cells: [{ symbol: dW }, ...equals, delta, op('·'), input], result: factor(product, strings), inline: true }]
    : [];
  return {
    title: 'nudgeTitle', about: 'nudgeAbout', values: { weights: names.w(l), biases: names.b(l) },
    formulas: [...first, nudge],
    table,
    sentences: [],
    facts: [`${name}: ${from} → ${to}`],
  };
}

