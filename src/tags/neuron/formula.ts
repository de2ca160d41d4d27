import { css, html, mathml, nothing, type TemplateResult } from 'lit';
import type { FormatNumber } from '../../draw/types.js';
import type { Run } from '../../draw/text.js';
import { mathNumber, variable } from '../../ui/mathml.js';
import type { Names } from './names.js';
import type { Contribution } from './surface-model.js';

/** More neurons than this are not written side by side. */
const SIDE_BY_SIDE = 2;

export const neuronFormulaStyles = css`
  .sum-of { container-type: inline-size; }
  .sum { margin: 8px 0 0; padding-inline: 8px; direction: ltr; text-align: left; }
  /* Where a line does not fit it goes on under its own beginning. */
  .sum p { margin: 0; padding-inline-start: 2.6em; text-indent: -2.6em; font-size: 15px; line-height: 28px; }
  /* As many lines as nn-elements.css reserves, whether the page's font needs them or not. */
  .sum { min-block-size: 86px; }
  .sum.of-two { min-block-size: 114px; }
  @container (inline-size < 340px) {
    .sum.of-two { min-block-size: 143px; }
    /* The name of f, which has no room beside two neurons, comes last. */
    .sum.twofold { display: flex; flex-direction: column; }
    .twofold .named { display: contents; }
    .twofold .symbols { padding-inline-start: 39px; text-indent: -39px; font-size: 15px; line-height: 28px; }
    .sum.twofold small { order: 1; margin: 0; line-height: 28px; text-indent: 0; }
  }
  @container (inline-size < 286px) { .sum { min-block-size: 114px; } }
  @container (inline-size < 262px) { .sum { min-block-size: 143px; } }
  .sum math { text-indent: 0; }
  .sum small { margin-inline-start: 1.5em; font-size: 13px; color: var(--_muted, currentcolor); white-space: nowrap; }
`;

const open = mathml`<mo stretchy="false">(</mo>`;
const close = mathml`<mo stretchy="false">)</mo>`;
const dot = mathml`<mo lspace="0.12em" rspace="0.12em">·</mo>`;
const infix = (sign: string): TemplateResult => mathml`<mo form="infix">${sign}</mo>`;
const comma = mathml`<mo separator="true" rspace="0.3em">,</mo>`;

/** Returns the sum of one neuron in plain text: `0.8·1.2 + 0.1·(−0.5) − 0.2`. */
export function sumText(at: readonly number[], { w, b }: Contribution, format: FormatNumber): string {
  const inner = (value: number): string => (value < 0 ? `(${format(value)})` : format(value));
  const products = at.map((value, k) => `${k > 0 ? inner(value) : format(value)}·${inner(w[k])}`);
  return `${products.join(' + ')} ${b < 0 ? '\u2212' : '+'} ${format(Math.abs(b))}`;
}

/** The parts of a formula besides its numbers. */
export interface FormulaTexts extends Names {
  /** Name of the activation. */
  readonly activation: string;
  /** Whether f is written as max(0, …), not as f(…). */
  readonly isMax: boolean;
  readonly format: FormatNumber;
}

const name = (of: Run): TemplateResult => (typeof of === 'string' ? mathml`<mi mathvariant="normal">${of}</mi>`
  : variable(of.variable, of.index));

/** Renders the beginning of f(…) or of max(0, …). */
const opening = ({ isMax, format }: FormulaTexts): TemplateResult => (isMax
  ? mathml`<mi>max</mi>${open}${mathNumber(format(0))}${comma}` : mathml`<mi>f</mi>${open}`);

/** Renders f(p₁·w₁ + p₂·w₂ + b) in symbols. */
function single(texts: FormulaTexts): TemplateResult {
  const { inputs } = texts;
  return mathml`${opening(texts)}${inputs.map((input, k) => mathml`${name(input)}${dot}${
    variable('w', inputs.length > 1 ? String(k + 1) : undefined)}${infix('+')}`)}${variable('b')}${close}`;
}

/** Renders f(p·w + b) in symbols, with the index of one of several neurons. */
function indexed(texts: FormulaTexts, index: string): TemplateResult {
  const point = texts.inputs.length > 1 ? variable('p') : name(texts.inputs[0]);
  return mathml`${opening(texts)}${point}${dot}${variable('w', index)}${infix('+')}${variable('b', index)}${close}`;
}

/** Renders one neuron with its numbers, in pieces between which the line may break. */
function numbers(
  lead: TemplateResult, at: readonly number[], { w, b }: Contribution, texts: FormulaTexts,
): TemplateResult {
  const { format } = texts;
  const input = (value: number, k: number): TemplateResult => (value < 0 && k > 0
    ? mathml`${open}${mathNumber(format(value))}${close}` : mathNumber(format(value)));
  const product = (value: number, k: number): TemplateResult =>
    mathml`${input(value, k)}${dot}${mathNumber(format(w[k]), true)}`;
  const products = at.map((value, k) => (k === 0 ? html`<math>${lead}${opening(texts)}${product(value, k)}</math>`
    : html`<wbr><math>${mathml` ${infix('+')} `}${product(value, k)}</math>`));
  return html`<p>${products}<wbr><math>${mathml` ${infix('+')} `}${mathNumber(format(b), true)}${close}</math></p>`;
}

/** Renders the sum at a point with its numbers, aligned at "=". */
export function neuronFormula(
  at: readonly number[], parts: readonly Contribution[], y: number, texts: FormulaTexts,
): TemplateResult {
  const { output, activation, isMax, format } = texts;
  const isSum = parts.length > 1;
  const head = !isSum ? single(texts)
    : parts.length > SIDE_BY_SIDE ? mathml`<msub><mo>∑</mo><mn>i</mn></msub>${indexed(texts, 'i')}`
    : indexed(texts, '1');
  // As wide as what stands before "=" on the first line.
  const indent = mathml`<mphantom>${name(output)}</mphantom>`;
  const isPair = parts.length === SIDE_BY_SIDE;
  const second = isPair
    ? html`<wbr><math>${infix('+')}${indexed(texts, '2')}</math>` : nothing;
  const term = ({ y: value }: Contribution): TemplateResult =>
    (value < 0 ? mathml`${open}${mathNumber(format(value))}${close}` : mathNumber(format(value)));
  const [first, ...others] = parts;
  const inner = isSum ? mathNumber(format(first.y)) : mathml`${opening(texts)}${mathNumber(format(first.z))}${close}`;
  return html`
    <div class="sum-of"><div class="sum ${isSum ? 'of-two' : ''} ${isPair ? 'twofold' : ''}" part="formula">
      <p class="named"><span class="symbols"><math>${name(output)}<mo>=</mo>${head}</math>${second}</span> ${
        isMax ? nothing : html`<small>f: ${activation}</small>`}</p>
      ${parts.map((part, i) =>
        numbers(mathml`${indent}${i > 0 ? infix('+') : mathml`<mo>=</mo>`}`, at, part, texts))}
      <p><math>${indent}<mo>=</mo>${inner}</math>${
        others.map((part) => html`<wbr><math>${infix('+')}${term(part)}</math>`)
      }<wbr><math><mo form="infix">=</mo><mn class="result">${format(y)}</mn></math></p>
    </div></div>`;
}
