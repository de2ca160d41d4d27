import { css, html, nothing, type TemplateResult } from 'lit';
import type { FigureElement } from '../../element/figure-element.js';
import { focusAfterUpdate } from '../../ui/buttons.js';

/** How long "copied" is shown, in ms. */
const STATUS_MS = 3000;

export const copyButtonStyles = css`
  .copies { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; justify-content: end; margin: 0; }
  .copies button {
    inline-size: auto; padding: 0; color: var(--_muted, currentcolor); background: none; border-color: transparent;
  }
  .copies textarea {
    flex: 1 0 100%; box-sizing: border-box; inline-size: 100%; block-size: 96px; padding: 8px; resize: vertical;
    font: 11.5px/19px ui-monospace, monospace; color: var(--_ink, currentcolor); background: var(--_wash, transparent);
    border: 1px solid var(--_muted, currentcolor); border-radius: 4px; direction: ltr;
  }
  @media (forced-colors: active) {
    .copies button { border-color: transparent; }
  }
`;

/** Buttons that copy the HTML of the tag and its weights, or show the text where the browser denies its clipboard. */
export class CopyButtons {
  private readonly _host: FigureElement;
  private _status = '';
  private _textToCopy: string | undefined; // by hand

  constructor(host: FigureElement) {
    this._host = host;
  }

  render(weights?: () => string): TemplateResult {
    const { _host: host, _textToCopy: text } = this;
    const button = (name: 'copyHtml' | 'copyWeights', textOf: () => string | Promise<string>): TemplateResult =>
      html`<button part="button" @click=${() => void this._copy(textOf())}>${host.strings.text(name)}</button>`;
    return html`
      <div class="copies">
        <span role="status">${this._status}</span>
        ${button('copyHtml', () => host.toHtml())}${weights ? button('copyWeights', weights) : nothing}
        ${text === undefined ? nothing : html`
          <textarea readonly aria-label=${host.strings.text('copyByHand')} .value=${text}
            @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
            @blur=${() => this._show(this._status)}></textarea>`}
      </div>`;
  }

  private async _copy(wanted: string | Promise<string>): Promise<void> {
    const text = await wanted;
    const view = this._host.ownerDocument.defaultView;
    try {
      // Undefined on pages that are not secure.
      await (view?.navigator.clipboard as Clipboard | undefined)!.writeText(text);
    } catch {
      this._show(this._status, text);
      return focusAfterUpdate(this._host, '.copies textarea');
    }
    this._show(this._host.strings.text('copied'));
    view?.setTimeout(() => this._show('', this._textToCopy), STATUS_MS);
  }

  private _show(status: string, textToCopy?: string): void {
    this._status = status;
    this._textToCopy = textToCopy;
    this._host.requestUpdate();
  }
}
