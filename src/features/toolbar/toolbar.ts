import { css, html, nothing, type TemplateResult } from 'lit';
import type { FigureElement } from '../../element/figure-element.js';
import { icons } from '../../ui/buttons.js';
import { fieldStyles } from '../../ui/fields.js';
import { CopyButtons, copyButtonStyles } from './copy-buttons.js';

/** Styles of the controls of a figure: rows of buttons and a grid of fields, without a box around them. */
export const toolbarStyles = [
  fieldStyles,
  copyButtonStyles,
  css`
    .toolbar {
      container-type: inline-size; margin-block-start: 12px; line-height: 18px; color-scheme: var(--_scheme, normal);
      text-align: start; text-indent: 0; text-transform: none; text-shadow: none;
      letter-spacing: normal; word-spacing: normal;
    }
    .toolbar :focus-visible { outline: 2px solid var(--_accent, currentcolor); outline-offset: 2px; }
    .toolbar > * + * { margin-block-start: 12px; }
    .actions { display: flex; gap: 8px; align-items: center; }
    .fields { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px 16px; align-items: end; }
    .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4px 16px; }
    .thirds { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
    .thirds > :last-child { grid-column: 1 / -1; }
    .fields .double { grid-column: span 2; }
    .together { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; align-items: end; }
    .toolbar .action {
      display: flex; justify-content: center; gap: 8px; inline-size: auto; min-inline-size: 36px; padding-inline: 8px;
    }
    .toolbar .action.primary {
      color: var(--_paper, Canvas); background: var(--_ink, CanvasText); border-color: var(--_ink, CanvasText);
    }
    .toolbar .narrow > span {
      position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
    }
    .count { margin-inline-start: auto; white-space: nowrap; color: var(--_muted, currentcolor); }
    /* As wide as 100,000, so that its name stays where it is. */
    .count b {
      display: inline-block; min-inline-size: 3.9em; text-align: end; font-weight: 400;
      color: var(--_ink, currentcolor);
    }
    /* The copy actions stand at the end of the first line, where there is room. */
    .last { display: grid; border-block-start: 1px solid var(--_hair, currentcolor); padding-block-start: 4px; }
    .time .value { min-inline-size: 3.9em; text-align: end; }
    .numbers-of summary {
      display: flex; align-items: center; gap: 6px; block-size: 28px; inline-size: max-content; list-style: none;
      color: var(--_muted, currentcolor); cursor: pointer; border-radius: 4px;
    }
    .numbers-of summary::-webkit-details-marker { display: none; }
    .numbers-of summary svg { rotate: -90deg; }
    .numbers-of:dir(rtl) summary svg { rotate: 90deg; }
    .numbers-of[open] summary svg { rotate: none; }
    /* Scrolls where a table is wider; then the arrow keys have to reach it. */
    .tables { overflow-x: auto; border-radius: 4px; font-size: 11px; }
    .numbers-of table {
      inline-size: 100%; border-collapse: collapse; font: inherit; direction: ltr; text-align: right;
      margin-block: 4px 12px;
    }
    .numbers-of caption { text-align: left; color: var(--_muted, currentcolor); padding: 0; }
    .numbers-of :is(th, td) { padding: 2px 4px; font-weight: 400; vertical-align: baseline; overflow-wrap: break-word; }
    .numbers-of :is(th, td):first-child { text-align: left; padding-inline-start: 0; }
    .numbers-of th { white-space: nowrap; }
    .numbers-of thead th { color: var(--_muted, currentcolor); border-block-end: 1px solid var(--_hair, currentcolor); }
    @container (inline-size >= 300px) {
      .last > * { grid-area: 1 / 1; }
      .last .copies { align-self: start; justify-self: end; }
      .last .copies:has(textarea) { grid-area: 2 / 1; justify-self: stretch; }
    }
    @container (inline-size >= 400px) {
      .fields { grid-template-columns: repeat(4, minmax(0, 1fr)); }
      .thirds { grid-template-columns: repeat(3, minmax(0, 1fr)); }
      .thirds > :last-child { grid-column: auto; }
      .toolbar .narrow > span { all: unset; }
      .count b { font-size: 15px; }
      .tables { font-size: inherit; }
      .numbers-of :is(th, td) { padding-inline: 8px; }
    }
    @media print {
      .toolbar > :not(.last), .numbers-of:not([open]), .copies { display: none; }
    }
  `,
];

/** A table of the numbers that a picture shows. */
export interface NumbersTable {
  readonly caption?: string;
  /** Over the names, then over the cells. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** The toolbar under a figure: the tag's controls, the numbers of the picture as tables, and buttons that copy. */
export class Toolbar {
  private readonly _host: FigureElement;
  private readonly _copyButtons: CopyButtons;
  private _isOpen = false; // the tables

  constructor(host: FigureElement) {
    this._host = host;
    this._copyButtons = new CopyButtons(host);
  }

  /**
   * Renders `controls` and what every toolbar has. `tables` is called only while they are open; `weights` returns
   * the JSON of weights and biases to copy.
   */
  render(controls: TemplateResult, tables: () => readonly NumbersTable[], weights?: () => string): TemplateResult {
    return html`
      <div class="toolbar own" part="toolbar" role="group" aria-label=${this._host.strings.text('controls')}>
        ${controls}
        <div class="last">${this._numbers(tables)}${this._copyButtons.render(weights)}</div>
      </div>`;
  }

  private _numbers(tables: () => readonly NumbersTable[]): TemplateResult {
    const name = this._host.strings.text('numbers');
    return html`
      <details class="numbers-of" part="numbers" ?open=${this._isOpen} @toggle=${this._onToggle}>
        <summary>${icons.open}${name}</summary>
        ${this._isOpen ? html`
          <div class="tables" role="group" tabindex="0" aria-label=${name}>${tables().map(table)}</div>` : nothing}
      </details>`;
  }

  private readonly _onToggle = (event: Event): void => {
    this._isOpen = (event.target as HTMLDetailsElement).open;
    this._host.requestUpdate();
  };
}

function table({ caption, heads, rows }: NumbersTable): TemplateResult {
  return html`
    <table>
      ${caption === undefined ? nothing : html`<caption>${caption}</caption>`}
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map(({ name, cells }) => html`
        <tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>`;
}
