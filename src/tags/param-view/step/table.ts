import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StringsController } from '../../../page/strings-controller.js';
import { choiceField } from '../../../ui/fields.js';
import { isPointed, keysIn } from './names.js';
import { isSeen, signed, three } from './number-text.js';
import type { Column, Table } from './table-data.js';
import type { StepView } from './step-view.js';

/** So many names stand side by side; of more, one is chosen from a list. */
const MOST_RADIOS = 3;

/** The numbers of all neurons. The row of the worked example is a radio button: arrow keys go from one to the next. */
export function table(given: Table, view: StepView, strings: StringsController): TemplateResult {
  const { rows, columns, row: worked } = given;
  const most = columns.flatMap((column) => (column.bar ? rows.map((_, k) => Math.abs(barOf(column, k))) : [])).reduce((a, b) => Math.max(a, b), 0);
  const isOther = (k: number): boolean => given.shown.length > 1 && given.shown[k] !== given.column;
  return html`
    ${chooser(given, view, strings)}
    <div class="rows" @pointerleave=${() => view.hover()}>
      <table class=${columns.filter((column) => column.before).length > 2 ? 'broad' : ''}>
        <thead><tr><th scope="col"><span class="unseen">${strings.text('neuron')}</span></th>${columns.map((column, k) => html`
          <th scope="col" data-names=${keysIn(column.head).length > 0 ? column.head : nothing} class="${
            column.before ? 'changed' : column.bar ? 'barred' : ''} ${isOther(k) ? 'other' : ''} ${
            isPointed(column.head, view.pointed.names) ? 'pointed' : ''}">${column.head}</th>`)}</tr></thead>
        <tbody>${rows.map((name, j) => html`
          <tr class=${j === worked ? 'worked' : ''}>
            <th scope="row" @pointerenter=${(event: PointerEvent) => hover(event, view, j)}>
              <label><input type="radio" name="row" aria-label=${rowName(name, strings)} .checked=${live(j === worked)}
                @change=${() => view.choose({ row: j })}>${name}</label></th>
            ${columns.map((column, k) => html`
              <td class=${isOther(k) ? 'other' : ''} @pointerenter=${(event: PointerEvent) => hover(event, view, j, given.shown[k])}>${
                cell(column, j, most, strings)}</td>`)}
          </tr>`)}</tbody>
      </table>
    </div>`;
}

/** Scrolls the rows to the worked example, where they have a box of their own to scroll in. */
export function revealExample(root: ParentNode): void {
  const box = root.querySelector('.rows');
  const row = box?.querySelector('.worked');
  if (!box || !row) return;
  const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.bottom <= outer.bottom && inner.top >= outer.top + inner.height) return;
  box.scrollTop += inner.top - (outer.top + outer.bottom) / 2;
}

function rowName(name: string, strings: StringsController): string {
  return /^\d/.test(name) ? strings.text('neuronNumber', { number: strings.number(Number(name)) }) : name;
}

/** A finger on the table is about to scroll it. */
function hover({ pointerType }: PointerEvent, view: StepView, row: number, column?: number): void {
  if (pointerType !== 'touch') view.hover({ row, column });
}

/** What its bar shows: how far it was nudged, or what it is. */
function barOf({ values, before }: Column, k: number): number {
  return (values[k] ?? 0) - (before?.[k] ?? 0);
}

function cell(column: Column, k: number, most: number, strings: StringsController): TemplateResult | typeof nothing {
  const value = column.values[k];
  if (value === undefined) return nothing;
  const before = column.before?.[k];
  const bar = column.bar ? barAt(barOf(column, k), most) : nothing;
  if (before !== undefined) {
    return html`<span class="change"><span class="before">${three(before, strings)}</span> <span class="arrow">→</span> <span class=${
      isSeen(before, value, strings) ? 'chip' : 'before'}>${three(value, strings)}</span>${bar}</span>`;
  }
  const { text, tone } = signed(value, strings);
  return html`<span class="value"><span class=${column.parameters ? 'chip' : column.plain ? 'plain' : tone}>${text}</span>${bar}</span>`;
}

/** From a hairline to the right for more, to the left for less. */
function barAt(value: number, most: number): TemplateResult {
  const share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
  return html`<span class="bar"><i class=${value < 0 ? 'less' : 'more'} .style=${`inline-size: ${50 * share}%`}></i></span>`;
}

/** Where columns find no room side by side, one is chosen. */
function chooser({ choices, column, shown }: Table, view: StepView, strings: StringsController): TemplateResult | typeof nothing {
  if (choices.length === 0) return nothing;
  const onInput = (name: string): void => view.choose({ column: choices.indexOf(name) });
  if (choices.length > MOST_RADIOS) {
    return html`<div class="list">${choiceField({ name: strings.text('column'), value: choices[column], choices, nameOf: (name) => name, onInput })}</div>`;
  }
  return html`
    <div class="tabs" role="radiogroup" aria-label=${strings.text('column')}>${shown.map((i) => html`
      <label><input type="radio" name="column" .checked=${live(i === column)} @change=${() => view.choose({ column: i })}><span>${choices[i]}</span></label>`)}</div>`;
}
