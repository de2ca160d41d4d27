import { html, nothing, type TemplateResult } from 'lit';
import type { StringsController } from '../../../page/strings-controller.js';
import type { Cell, Formula } from './formulas.js';
import { compared, placed } from './figures.js';
import { isPointed, keysIn } from './names.js';
import type { Written } from './number-text.js';
import { table } from './table.js';
import type { StepView } from './step-view.js';

/** A string with program names in the places of its braces. */
export function filled(text: string, values: Readonly<Record<string, string>>): TemplateResult {
  return html`${text.split(/(\{\w+\})/).map((part) => (/^\{\w+\}$/.test(part) ? html`<code>${values[part.slice(1, -1)]}</code>` : part))}`;
}

/** A number that is written already. */
export function written({ text, tone }: Written): TemplateResult {
  return html`<span class=${tone === 'parameter' ? 'chip' : tone}>${text}</span>`;
}

/** The phase in words, formulas and numbers. */
export function panel(view: StepView, strings: StringsController): TemplateResult {
  const { content, dissection } = view;
  return html`
    <div class="panel" part="panel" role="group" aria-labelledby="title">
      <p id="title">${filled(strings.text(content.title), content.values)}</p>
      <p class="about">${filled(strings.text(content.about), content.values)}</p>
      ${content.formulas.map((each, k) => formula(each, k === 0, view.pointed.names))}
      ${content.placed ? placed(dissection.sample, view.target) : nothing}
      ${content.compared ? compared(dissection, strings) : nothing}
      ${content.sentences.length > 0 ? html`<p class="sentences">${strings.sentences(...content.sentences)}</p>` : nothing}
      ${content.table ? table(content.table, view, strings) : nothing}
    </div>`;
}

/** Symbols, and in the same order under them the numbers, then the result. Arrow keys go from symbol to symbol. */
function formula({ cells, result, inline = false, note, terms }: Formula, isFirst: boolean, pointed: ReadonlySet<string>): TemplateResult {
  const first = isFirst ? cells.findIndex(({ symbol }) => keysIn(symbol).length > 0) : -1;
  const end = inline && result ? 2 : 0;
  const blanks = Array.from({ length: end }, () => html`<span></span>`);
  return html`
    <div class="formula" .style=${`--_cells: ${cells.length + end}`}>
      <span class="line symbols">${cells.map((cell, k) => symbolOf(cell, k === first, pointed))}${blanks}</span>
      <span class="line">${cells.map(({ number }) => html`<span>${typeof number === 'object' ? written(number) : number ?? nothing}</span> `)}${
        inline && result ? html`<span>=</span> <span>${written(result)}</span>` : nothing}</span>
      ${terms === undefined ? nothing : html`<span class="terms">${terms}</span>`}
      ${inline || !result ? nothing : html`
        <span class="line"><span></span><span>=</span> <span class="rest"><span class="result">${written(result)}</span>${
          note === undefined ? nothing : html` <span class="note">${note}</span>`}</span></span>`}
    </div>`;
}

function symbolOf({ symbol }: Cell, isFirst: boolean, pointed: ReadonlySet<string>): TemplateResult {
  if (keysIn(symbol).length === 0) return html`<span>${symbol}</span> `;
  return html`<span class=${isPointed(symbol, pointed) ? 'symbol pointed' : 'symbol'} data-names=${symbol} tabindex=${isFirst ? 0 : -1}>${symbol}</span> `;
}
