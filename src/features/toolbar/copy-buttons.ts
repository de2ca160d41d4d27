import { css, html, nothing, type TemplateResult } from 'lit';
import type { FigureElement } from '../../element/figure-element.js';
import { focusAfterUpdate } from '../../ui/buttons.js';

/** How long "copied" is shown, in ms. */
const STATUS_MS = 3000;

export const copyButtonStyles = css`
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

/** Buttons that copy the tag's HTML and its weights; where the browser denies its clipboard, the text to copy by hand. */
export class CopyButtons {
  private readonly _host: FigureElement;
  private _status = '';
  private _byHand: string | undefined;

  constructor(host: FigureElement) {
    this._host = host;
  }

  render(weights?: () => string): TemplateResult {
    const { _host: { strings }, _byHand: text } = this;
    return html`
      <div class="copies">
        <span role="status">${this._status}</span>
        ${this._button('copyHtml', () => this._host.toHtml())}${weights ? this._button('copyWeights', weights) : nothing}
        ${text === undefined ? nothing : html`
          <textarea readonly aria-label=${strings.text('copyByHand')} .value=${text}
            @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
            @blur=${this._onBlur}></textarea>`}
      </div>`;
  }

  private _button(name: 'copyHtml' | 'copyWeights', text: () => string): TemplateResult {
    return html`<button part="button" @click=${() => void this._copy(text())}>${this._host.strings.text(name)}</button>`;
  }

  private async _copy(text: string): Promise<void> {
    const view = this._host.ownerDocument.defaultView;
    try {
      // Undefined on pages that are not secure.
      await (view?.navigator.clipboard as Clipboard | undefined)!.writeText(text);
    } catch {
      this._byHand = text;
      this._host.requestUpdate();
      return focusAfterUpdate(this._host, '.copies textarea');
    }
    this._showStatus(this._host.strings.text('copied'));
    view?.setTimeout(() => this._showStatus(''), STATUS_MS);
  }

  private readonly _onBlur = (): void => {
    this._byHand = undefined;
    this._host.requestUpdate();
  };

  private _showStatus(text: string): void {
    this._status = text;
    this._host.requestUpdate();
  }
}
