import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StringsController } from '../../../page/strings-controller.js';
import { choiceField } from '../../../ui/fields.js';
import type { Formula } from './content.js';
import type { Cell } from './equations.js';
import { errorFigure, sampleFigure } from './figures.js';
import { mentions, namesIn } from './names.js';
import { splitAtNames, symbolsOf } from './notation.js';
import { roundedNumber, roundedText, type StyledNumber } from './numbers.js';
import type { StepView } from './step-view.js';
import type { Column, Table } from './tables.js';

/** Up to so many columns to choose from are buttons side by side; more are a list. */
const MAX_TABS = 3;

/** Writes a formula, or a part of one, in a notation. */
type Write = (text: string) => TemplateResult;

/** Renders the present phase in words, formulas and numbers. */
export function panel(view: StepView): TemplateResult {
  const { content: { sentences = [], ...content }, shown: { dissection, strings, isMoving } } = view;
  const write = writerOf(view);
  const words = (text: string): unknown[] => splitAtNames(text).map((part, k) => (k % 2 === 1 ? write(part) : part));
  return html`
    <div class="panel ${content.table ? '' : 'airy'} ${isMoving ? 'moving' : ''}" part="panel" role="group"
      aria-labelledby="title">
      <div class="heading"><p id="title">${words(content.title)}</p>${notationChoice(view)}</div>
      <p class="about">${words(content.about)}</p>
      ${content.formulas.map((each, k) => formula(each, k === 0, view.pointed.names, write))}
      ${content.showsSample ? sampleFigure(dissection.sample, view.target) : nothing}
      ${content.showsError ? errorFigure(dissection, strings, view.notation.value) : nothing}
      ${sentences.length > 0 ? html`<p class="sentences">${words(strings.sentences(...sentences))}</p>` : nothing}
      ${content.table ? table(content.table, view, content.formulas.length === 1) : nothing}
    </div>`;
}

/** Returns a function that writes a formula of the program in the notation of a view. */
function writerOf({ notation, shown: { names: { layers } } }: StepView): Write {
  if (notation.value === 'program') return (text) => html`<code>${text}</code>`;
  return (text) => html`<span class="math">${symbolsOf(text, layers.length > 3).map((run) => {
    if (typeof run === 'string') return run;
    return html`<i>${run.variable}</i>${run.index === undefined ? nothing : html`<sub>${run.index}</sub>`}`;
  })}</span>`;
}

/** Renders the choice between names of the program and symbols, for all microscopes of the page. */
function notationChoice({ notation, shown: { strings } }: StepView): TemplateResult {
  const choices = [['program', 'dZ', 'programNames'], ['symbols', 'δ', 'symbolNames']] as const;
  return html`
    <div class="tabs notation" role="radiogroup" aria-label=${strings.text('notation')}>${
      choices.map(([value, sample, key]) => html`
      <label title=${strings.text(key)}><input type="radio" name="notation" aria-label=${strings.text(key)}
        .checked=${live(value === notation.value)} @change=${() => notation.choose(value)}><span aria-hidden="true">${
          value === 'symbols' ? html`<i>${sample}</i>` : sample}</span></label>`)}</div>`;
}

function styled({ text, tone }: StyledNumber): TemplateResult {
  return html`<span class=${tone === 'parameter' ? 'chip' : tone}>${text}</span>`;
}

/** Renders a line of symbols, in the same columns under them the numbers, then the result. */
function formula(
  { cells, sign = '=', result, isInline = false, note, products }: Formula, isFirst: boolean,
  pointed: ReadonlySet<string>, write: Write,
): TemplateResult {
  const tabStop = isFirst ? cells.findIndex(({ symbol }) => namesIn(symbol).length > 0) : -1;
  const end = isInline ? [html`<span></span>`, html`<span></span>`] : [];
  const explanation = note === undefined ? nothing : html` <span class="note">${
    splitAtNames(note).map((part, k) => (k % 2 === 1 ? write(part) : part))}</span>`;
  return html`
    <div class="formula" .style=${`--_cells: ${cells.length + end.length}`}>
      <span class="line symbols">${cells.map((cell, k) => symbolOf(cell, k === tabStop, pointed, write))}${end}</span>
      <span class="line">${cells.map(({ number }) => html`<span class=${isCall(number) ? 'call' : ''}>${
        typeof number === 'object' ? styled(number) : number ?? nothing}</span> `)}${isInline
        ? html`<span class="sign">${sign}</span> <span>${styled(result!)}${explanation}</span>` : nothing}</span>
      ${products === undefined ? nothing : html`<span class="terms">${products}</span>`}
      ${isInline || !result ? nothing : html`
        <span class="line"><span></span><span class="sign">${sign}</span> <span class="rest"><span class="result">${
          styled(result)}</span>${explanation}</span></span>`}
    </div>`;
}

/** Whether what stands under a symbol is f of a number. */
const isCall = (number: Cell['number']): boolean => typeof number === 'string' && number.startsWith('f(');

function symbolOf(
  { symbol }: Cell, isTabStop: boolean, pointed: ReadonlySet<string>, write: Write,
): TemplateResult {
  if (namesIn(symbol).length === 0) return html`<span>${symbol}</span> `;
  return html`<span class=${mentions(symbol, pointed) ? 'symbol pointed' : 'symbol'} data-names=${symbol}
    tabindex=${isTabStop ? 0 : -1}>${write(symbol)}</span> `;
}

/** Renders the numbers of all neurons. The example's row is a radio button, so that arrow keys go from row to row. */
function table(given: Table, view: StepView, isRoomy: boolean): TemplateResult {
  const { rows, columns, shown } = given;
  const { strings } = view.shown;
  const write = writerOf(view);
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
  const chooserOf = (row: number, column?: number) => (): void =>
    view.choose(column === undefined ? { row } : { row, column });
  return html`
    ${chooser(given, view)}
    <div class="rows own ${isRoomy ? 'roomy' : ''}" @pointerleave=${() => view.hover()}>
      <table class=${isBroad ? 'broad' : ''}>
        <thead><tr><th scope="col"><span class="unseen">${strings.text('neuron')}</span></th>${
          columns.map((column, k) => html`
          <th scope="col" data-names=${namesIn(column.head).length > 0 ? column.head : nothing}
            class=${headClasses(column, k)}>${write(column.head)}</th>`)}</tr></thead>
        <tbody>${rows.map((name, j) => html`
          <tr class=${j === given.row ? 'worked' : ''}>
            <th scope="row" @pointerenter=${hoverer(j)} @click=${chooserOf(j)}
              @keydown=${({ key }: KeyboardEvent) => key === 'Enter' && chooserOf(j)()}>
              <label><input type="radio" name="row" aria-label=${spokenRow(name, strings)}
                .checked=${live(j === given.row)} @change=${() => view.choose({ row: j })}>${
                  isNumber(name) ? name : write(name)}</label></th>
            ${columns.map((column, k) => html`
              <td class=${otherClass(k)} @pointerenter=${hoverer(j, shown[k])} @click=${chooserOf(j, shown[k])}>${
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

/** Rows are numbers of neurons, or the name of a bias. */
const isNumber = (name: string): boolean => /^\d/.test(name);

function spokenRow(name: string, strings: StringsController): string {
  return isNumber(name) ? strings.text('neuronNumber', { number: strings.number(Number(name)) }) : name;
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
        @change=${() => view.choose({ column: i })}><span>${writerOf(view)(choices[i])}</span></label>`)}</div>`;
}
