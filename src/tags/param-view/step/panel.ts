import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StringsController } from '../../../page/strings-controller.js';
import { choiceField } from '../../../ui/fields.js';
import type { Cell, Formula } from './content.js';
import { errorFigure, sampleFigure } from './figures.js';
import { mentions, namesIn } from './names.js';
import { roundedNumber, roundedText, type StyledNumber } from './numbers.js';
import type { StepView } from './step-view.js';
import type { Column, Table } from './tables.js';

/** Up to so many columns to choose from are buttons side by side; more are a list. */
const MAX_TABS = 3;

/** Renders the present phase in words, formulas and numbers. */
export function panel(view: StepView): TemplateResult {
  const { content: { values = {}, sentences = [], ...content }, shown: { dissection, strings } } = view;
  return html`
    <div class="panel" part="panel" role="group" aria-labelledby="title">
      <p id="title">${withNames(strings.text(content.title), values)}</p>
      <p class="about">${withNames(strings.text(content.about), values)}</p>
      ${content.formulas.map((each, k) => formula(each, k === 0, view.pointed.names))}
      ${content.showsSample ? sampleFigure(dissection.sample, view.target) : nothing}
      ${content.showsError ? errorFigure(dissection, strings) : nothing}
      ${sentences.length > 0 ? html`<p class="sentences">${strings.sentences(...sentences)}</p>` : nothing}
      ${content.table ? table(content.table, view) : nothing}
    </div>`;
}

/** Puts program names in place of the braces in a text. */
function withNames(text: string, names: Readonly<Record<string, string>>): TemplateResult {
  return html`${text.split(/\{(\w+)\}/).map((part, k) => (k % 2 === 1 ? html`<code>${names[part]}</code>` : part))}`;
}

function styled({ text, tone }: StyledNumber): TemplateResult {
  return html`<span class=${tone === 'parameter' ? 'chip' : tone}>${text}</span>`;
}

/** Renders a line of symbols, in the same columns under them the numbers, then the result. */
function formula(
  { cells, result, isInline = false, note, products }: Formula, isFirst: boolean, pointed: ReadonlySet<string>,
): TemplateResult {
  const tabStop = isFirst ? cells.findIndex(({ symbol }) => namesIn(symbol).length > 0) : -1;
  const end = isInline ? [html`<span></span>`, html`<span></span>`] : [];
  const explanation = note === undefined ? nothing : html` <span class="note">${note}</span>`;
  return html`
    <div class="formula" .style=${`--_cells: ${cells.length + end.length}`}>
      <span class="line symbols">${cells.map((cell, k) => symbolOf(cell, k === tabStop, pointed))}${end}</span>
      <span class="line">${cells.map(({ number }) => html`<span>${
        typeof number === 'object' ? styled(number) : number ?? nothing}</span> `)}${
        isInline ? html`<span>=</span> <span>${styled(result!)}</span>` : nothing}</span>
      ${products === undefined ? nothing : html`<span class="terms">${products}</span>`}
      ${isInline || !result ? nothing : html`
        <span class="line"><span></span><span>=</span> <span class="rest"><span class="result">${
          styled(result)}</span>${explanation}</span></span>`}
    </div>`;
}

function symbolOf({ symbol }: Cell, isTabStop: boolean, pointed: ReadonlySet<string>): TemplateResult {
  if (namesIn(symbol).length === 0) return html`<span>${symbol}</span> `;
  return html`<span class=${mentions(symbol, pointed) ? 'symbol pointed' : 'symbol'} data-names=${symbol}
    tabindex=${isTabStop ? 0 : -1}>${symbol}</span> `;
}

/** Renders the numbers of all neurons. The example's row is a radio button, so that arrow keys go from row to row. */
function table(given: Table, view: StepView): TemplateResult {
  const { rows, columns, shown } = given;
  const { strings } = view.shown;
  const sizes = columns.flatMap((column) => (column.hasBar ? rows.map((_, k) => Math.abs(changeOf(column, k))) : []));
  const largest = Math.max(0, ...sizes);
  const isBroad = columns.filter(({ before }) => before).length > 2;
  const otherClass = (k: number): string => (shown.length > 1 && shown[k] !== given.column ? 'other' : '');
  const headClasses = ({ head, before, hasBar }: Column, k: number): string =>
    `${before ? 'changed' : hasBar ? 'barred' : ''} ${otherClass(k)} ${
      mentions(head, view.pointed.names) ? 'pointed' : ''}`;
  const hoverer = (row: number, column?: number) => ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') view.hover({ row, column }); // a finger is about to scroll
  };
  return html`
    ${chooser(given, view)}
    <div class="rows" @pointerleave=${() => view.hover()}>
      <table class=${isBroad ? 'broad' : ''}>
        <thead><tr><th scope="col"><span class="unseen">${strings.text('neuron')}</span></th>${
          columns.map((column, k) => html`
          <th scope="col" data-names=${namesIn(column.head).length > 0 ? column.head : nothing}
            class=${headClasses(column, k)}>${column.head}</th>`)}</tr></thead>
        <tbody>${rows.map((name, j) => html`
          <tr class=${j === given.row ? 'worked' : ''}>
            <th scope="row" @pointerenter=${hoverer(j)}>
              <label><input type="radio" name="row" aria-label=${spokenRow(name, strings)}
                .checked=${live(j === given.row)} @change=${() => view.choose({ row: j })}>${name}</label></th>
            ${columns.map((column, k) => html`
              <td class=${otherClass(k)} @pointerenter=${hoverer(j, shown[k])}>${
                tableCell(column, j, largest, strings)}</td>`)}
          </tr>`)}</tbody>
      </table>
    </div>`;
}

/** Scrolls the table to the example, if the table has a box of its own to scroll in. */
export function revealExample(root: ParentNode): void {
  const box = root.querySelector('.rows');
  const row = box?.querySelector('.worked');
  if (!box || !row) return;
  const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.bottom <= outer.bottom && inner.top >= outer.top + inner.height) return;
  box.scrollTop += inner.top - (outer.top + outer.bottom) / 2;
}

function spokenRow(name: string, strings: StringsController): string {
  return /^\d/.test(name) ? strings.text('neuronNumber', { number: strings.number(Number(name)) }) : name;
}

/** Returns what a bar shows: how far a parameter was nudged, or the number itself. */
function changeOf({ values, before }: Column, k: number): number {
  return (values[k] ?? 0) - (before?.[k] ?? 0);
}

function tableCell(column: Column, k: number, largest: number, strings: StringsController): unknown {
  const value = column.values[k];
  if (value === undefined) return nothing;
  const bar = column.hasBar ? barOf(changeOf(column, k), largest) : nothing;
  const { text, tone } = roundedNumber(value, strings);
  if (column.before) {
    const before = roundedText(column.before[k], strings);
    return html`<span class="change"><span class="before">${before}</span> <span class="arrow">→</span> <span class=${
      before === text ? 'before' : 'chip'}>${text}</span>${bar}</span>`;
  }
  const className = column.isParameter ? 'chip' : column.isPlain ? 'plain' : tone;
  return html`<span class="value"><span class=${className}>${text}</span>${bar}</span>`;
}

/** Renders a bar from the middle to the right for more, to the left for less. */
function barOf(value: number, largest: number): TemplateResult {
  const share = largest > 0 ? Math.min(1, Math.abs(value) / largest) : 0;
  const style = `inline-size: ${50 * share}%`;
  return html`<span class="bar"><i class=${value < 0 ? 'less' : 'more'} .style=${style}></i></span>`;
}

/** Renders the choice of a column, for where not all fit side by side. */
function chooser({ choices, column, shown }: Table, view: StepView): unknown {
  if (choices.length === 0) return nothing;
  const name = view.shown.strings.text('column');
  if (choices.length > MAX_TABS) {
    const onInput = (choice: string): void => view.choose({ column: choices.indexOf(choice) });
    const field = choiceField({ name, value: choices[column], choices, nameOf: (choice) => choice, onInput });
    return html`<div class="list">${field}</div>`;
  }
  return html`
    <div class="tabs" role="radiogroup" aria-label=${name}>${shown.map((i) => html`
      <label><input type="radio" name="column" .checked=${live(i === column)}
        @change=${() => view.choose({ column: i })}><span>${choices[i]}</span></label>`)}</div>`;
}
