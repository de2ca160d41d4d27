import { css, html, mathml, nothing, svg, type TemplateResult } from 'lit';
import type { StringsController } from '../../page/strings-controller.js';
import type { Activation } from '../../core/index.js';
import type { ActivationPicture } from './picture.js';
import { curveStyle } from './curve.js';
import { placeText, slopeText, steadyText } from './description.js';
import { variable, mathNumber } from '../../ui/mathml.js';
import type { NumbersTable } from '../../features/toolbar/index.js';

export const activationTableStyles = css`
  .numbers { container-type: inline-size; margin-block-start: 6px; }
  .numbers table {
    inline-size: 100%; border-collapse: collapse; table-layout: fixed; font: inherit; direction: ltr; text-align: left;
  }
  .numbers :is(th, td) { padding: 3px 8px; font-weight: 400; color: inherit; vertical-align: baseline; }
  .numbers thead th { color: var(--_muted, currentcolor); }
  /* At least this high in every font, so that nn-elements.css can reserve it. */
  .numbers thead tr { block-size: 28px; }
  .numbers tbody tr { block-size: 46px; }
  i { font-family: "Iowan Old Style", Palatino, P052, Georgia, serif; font-size: 1.12em; line-height: 1; }
  .numbers .number { box-sizing: border-box; inline-size: 64px; padding-inline-start: 0; text-align: right; }
  thead .number { font-size: 11px; } /* “Steigung” and “pendiente” have to fit */
  table:not(.probed) .number { visibility: hidden; }
  .function math { line-height: inherit; white-space: nowrap; margin-inline-end: 8px; }
  .function svg { inline-size: 18px; margin-inline-end: 6px; vertical-align: middle; }
  .ink { stroke: var(--_ink, currentcolor); }
  .accent { stroke: var(--_accent, currentcolor); }
  .muted { stroke: var(--_muted, currentcolor); }
  /* The plate that browsers put under text here would cover the line above. */
  @media (forced-colors: active) {
    .function { forced-color-adjust: none; color: var(--_ink, CanvasText); }
  }
  @container (inline-size >= 400px) {
    .numbers tbody tr { block-size: 28px; }
    .numbers .number { inline-size: 84px; }
    thead .number { font-size: inherit; }
    td.number { font-size: 15px; line-height: 1.2; }
    .function { display: grid; grid-template-columns: 9em 1fr; align-items: baseline; }
    .function svg { inline-size: 24px; margin-inline-end: 8px; }
  }
`;

const open = mathml`<mo stretchy="false">(</mo>`;
const close = mathml`<mo stretchy="false">)</mo>`;
const z = variable('z');
const comma = mathml`<mo separator="true" rspace="0.3em">,</mo>`;

/** Renders f(z) in MathML, and the value of α where it has one. */
function formula({ name, alpha }: Activation, { format }: StringsController): TemplateResult {
  const math = (content: TemplateResult): TemplateResult => html`<math>${content}</math>`;
  if (name === 'linear') return math(z);
  if (name === 'relu') return math(mathml`<mi>max</mi>${open}${mathNumber(format(0))}${comma}${z}${close}`);
  if (name === 'tanh') return math(mathml`<mi>tanh</mi><mspace width="0.25em"></mspace>${z}`);
  if (name === 'sigmoid') {
    const power = mathml`<msup><mi>e</mi><mrow><mo form="prefix">\u2212</mo>${z}</mrow></msup>`;
    const one = mathml`<mn>${format(1)}</mn>`;
    const fraction = mathml`<mfrac>${one}<mrow>${one}<mo>+</mo>${power}</mrow></mfrac>`;
    return math(mathml`<mstyle displaystyle="true">${fraction}</mstyle>`);
  }
  return html`${math(mathml`<mi>max</mi>${open}${variable('α')}${z}${comma}${z}${close}`)}<wbr>${
    math(mathml`${variable('α')}<mo>=</mo>${mathNumber(format(alpha))}`)}`;
}

/** Renders a piece of a curve in the style that it has in the picture. */
function swatch(index: number, count: number): TemplateResult {
  const { colour, width, alpha, dash } = curveStyle(index, count);
  const dashes = dash.length > 0 ? dash.join(' ') : nothing;
  return html`<svg width="24" height="8" viewBox="0 0 24 8" preserveAspectRatio="xMinYMid slice" aria-hidden="true">${
    svg`<line x1="0" y1="4" x2="24" y2="4" class=${colour} stroke-width=${width} stroke-opacity=${alpha}
      stroke-dasharray=${dashes}></line>`}</svg>`;
}

/** Renders a row for each function: its name, its formula, and its value and slope at the probe. */
export function activationTable(
  { activations, domain, probe }: ActivationPicture, strings: StringsController,
): TemplateResult {
  const hasProbe = !Number.isNaN(probe);
  const place = hasProbe ? html`<i>z</i> = ${placeText(probe, domain, strings)}` : html`<i>f</i>(<i>z</i>)`;
  // Without a probe the columns keep their room, so that nothing moves when there is one.
  const numbers = (each: Activation): string[] =>
    (hasProbe ? [steadyText(each.value(probe), strings), slopeText(each, probe, strings)] : ['\u00a0', '\u00a0']);
  return html`
    <div class="numbers"><table part="table" class=${hasProbe ? 'probed' : ''}>
      <thead>
        <tr>
          <th scope="col">${place}</th>
          <th scope="col" class="number">${strings.text('value')}</th>
          <th scope="col" class="number">${strings.text('slope')}</th>
        </tr>
      </thead>
      <tbody>
        ${activations.map((each, k) => html`
          <tr>
            <th scope="row"><div class="function"><div>${
              activations.length > 1 ? swatch(k, activations.length) : nothing}${strings.text(each.name)}</div
              ><div>${formula(each, strings)}</div></div></th>
            ${numbers(each).map((text) => html`<td class="number">${text}</td>`)}
          </tr>`)}
      </tbody>
    </table></div>`;
}

/** Rows of the table of numbers. */
const POINTS = 11;

/** Returns the values of the functions at evenly spaced z. */
export function activationNumbers(
  { activations, domain: [low, high] }: ActivationPicture, strings: StringsController,
): NumbersTable {
  const { format } = strings;
  return {
    heads: ['z', ...activations.map(({ name }) => strings.text(name))],
    rows: Array.from({ length: POINTS }, (_, k) => {
      const at = low + ((high - low) * k) / (POINTS - 1);
      return { name: format(at), cells: activations.map((each) => format(each.value(at))) };
    }),
  };
}
