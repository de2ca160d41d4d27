import { css, html, mathml, nothing, type TemplateResult } from 'lit';
import type { FormatNumber } from '../../draw/types.js';
import { mathNumber, mathVector, parameterChip, variable } from '../../ui/mathml.js';
import type { Contribution } from './surface-model.js';

/** More neurons than this are not written side by side. */
const SIDE_BY_SIDE = 2;

export const neuronFormulaStyles = css`
  .sum { margin: 8px 0 0; padding-inline: 8px; direction: ltr; text-align: left; }
  /* Where a line does not fit it goes on under its own beginning. */
  .sum p { margin: 0; padding-inline-start: 2.6em; text-indent: -2.6em; font-size: 15px; line-height: 1.9; }
  .sum math { text-indent: 0; }
  .sum small { margin-inline-start: 1.5em; font-size: 13px; color: var(--_muted, currentcolor); white-space: nowrap; }
`;

const open = mathml`<mo stretchy="false">(</mo>`;
const close = mathml`<mo stretchy="false">)</mo>`;
const dot = mathml`<mo lspace="0.12em" rspace="0.12em">·</mo>`;
const infix = (sign: string): TemplateResult => mathml`<mo form="infix">${sign}</mo>`;
/** As wide as what stands before "=" on the first line. */
const indent = mathml`<mphantom><mi>y</mi></mphantom>`;

/** Returns the sum of one neuron in plain text: `[0.8 0.1]·[1.2 −0.5] − 0.2`. */
export function sumText(at: readonly number[], { w, b }: Contribution, format: FormatNumber): string {
  const list = (numbers: readonly number[]): string => `[${numbers.map((value) => format(value)).join(' ')}]`;
  return `${list(at)}·${list(w)} ${b < 0 ? '\u2212' : '+'} ${format(Math.abs(b))}`;
}

/** Renders f(p·w + b) in symbols, with an index where there are several neurons. */
function symbols(index?: string): TemplateResult {
  return mathml`<mi>f</mi>${open}<mi>p</mi>${dot}${variable('w', index)}${infix('+')}${variable('b', index)}${close}`;
}

/** Renders a bias; the sign of a negative one is part of the parameter. */
function bias(b: number, format: FormatNumber): TemplateResult {
  if (b >= 0) return mathml` ${infix('+')} ${mathNumber(format(b), true)}`;
  const sign = mathml`<mo form="infix" lspace="0" rspace="0.2em">\u2212</mo>`;
  return mathml` <mspace width="0.2em"></mspace>${parameterChip(mathml`${sign} <mn>${format(-b)}</mn>`)}`;
}

/** Renders one neuron with its numbers, in pieces between which the line may break. */
function numbers(
  lead: TemplateResult, at: readonly number[], { w, b }: Contribution, format: FormatNumber,
): TemplateResult {
  const texts = (values: readonly number[]): string[] => values.map((value) => format(value));
  return html`<p><math>${lead}<mi>f</mi>${open}${mathVector(texts(at))}</math><wbr><math>${
    dot}${mathVector(texts(w), true)}</math><wbr><math>${bias(b, format)}${close}</math></p>`;
}

/** Renders the sum at a point with its numbers, aligned at "=". `name` is the activation's. */
export function neuronFormula(
  at: readonly number[], parts: readonly Contribution[], y: number, name: string, format: FormatNumber,
): TemplateResult {
  const isSum = parts.length > 1;
  const head = !isSum ? symbols()
    : parts.length > SIDE_BY_SIDE ? mathml`<msub><mo>∑</mo><mn>i</mn></msub>${symbols('i')}`
    : symbols('1');
  const second = parts.length === SIDE_BY_SIDE ? html`<wbr><math>${infix('+')}${symbols('2')}</math>` : nothing;
  const term = ({ y: value }: Contribution): TemplateResult =>
    (value < 0 ? mathml`${open}${mathNumber(format(value))}${close}` : mathNumber(format(value)));
  const [first, ...others] = parts;
  const inner = isSum ? mathNumber(format(first.y)) : mathml`<mi>f</mi>${open}${mathNumber(format(first.z))}${close}`;
  return html`
    <div class="sum" part="formula">
      <p><math><mi>y</mi><mo>=</mo>${head}</math>${second} <small>f: ${name}</small></p>
      ${parts.map((part, i) =>
        numbers(mathml`${indent}${i > 0 ? infix('+') : mathml`<mo>=</mo>`}`, at, part, format))}
      <p><math>${indent}<mo>=</mo>${inner}</math>${
        others.map((part) => html`<wbr><math>${infix('+')}${term(part)}</math>`)
      }<wbr><math><mo form="infix">=</mo><mn class="result">${format(y)}</mn></math></p>
    </div>`;
}
