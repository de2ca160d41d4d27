import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { StringsController } from '../../page/strings-controller.js';
import { focusNext } from '../../ui/buttons.js';

/** Something to copy, and the name of its button. */
export interface Copy {
  readonly name: string;
  readonly text: () => string;
}

/** How long it is told that something was copied, in ms. */
const TOLD_MS = 3000;

export const copiesStyles = css`
  .copies { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; justify-content: end; margin: 0; }
  .copies button { inline-size: auto; padding: 0; color: var(--_muted, currentcolor); background: none; border-color: transparent; }
  .copies textarea {
    flex: 1 0 100%; box-sizing: border-box; inline-size: 100%; block-size: 96px; padding: 8px; resize: vertical;
    font: 11.5px/19px ui-monospace, monospace; color: var(--_ink, currentcolor); background: var(--_wash, transparent);
    border: 1px solid var(--_muted, currentcolor); border-radius: 4px; direction: ltr;
  }
  @media (forced-colors: active) {
    .copies button { border-color: transparent; }
  }
`;

/** Buttons that copy text; where the browser lets nobody write to its clipboard, the text to copy by hand. */
export class Copies {
  private readonly _host: LitElement;
  private readonly _strings: StringsController;
  private _done = '';
  private _byHand: string | undefined;

  constructor(host: LitElement, strings: StringsController) {
    this._host = host;
    this._strings = strings;
  }

  render(copies: readonly Copy[]): TemplateResult {
    const { _byHand: text } = this;
    return html`
      <div class="copies">
        <span role="status">${this._done}</span>
        ${copies.map((copy) => html`<button part="button" @click=${() => void this._copy(copy.text())}>${copy.name}</button>`)}
        ${text === undefined ? nothing : html`
          <textarea readonly aria-label=${this._strings.text('copyByHand')} .value=${text}
            @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()} @blur=${() => this._show(undefined)}></textarea>`}
      </div>`;
  }

  private async _copy(text: string): Promise<void> {
    const view = this._host.ownerDocument.defaultView;
    try {
      // Undefined on pages that are not secure.
      await (view?.navigator.clipboard as Clipboard | undefined)!.writeText(text);
    } catch {
      this._show(text);
      return focusNext(this._host, '.copies textarea');
    }
    this._tell(this._strings.text('copied'));
    view?.setTimeout(() => this._tell(''), TOLD_MS);
  }

  private _show(text: string | undefined): void {
    this._byHand = text;
    this._host.requestUpdate();
  }

  private _tell(text: string): void {
    this._done = text;
    this._host.requestUpdate();
  }
}
