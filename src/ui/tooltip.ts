import { css, html, type TemplateResult } from 'lit';
import type { LocalPoint } from '../page/pointer-controller.js';

/** Distance from a point to its tooltip, in CSS pixels: clear of a finger. */
const OFFSET = 14;

/** How near to what can be held or read the pointer has to be, in CSS pixels. */
export const REACH = 22;

export const tooltipStyles = css`
  .tooltip {
    position: absolute; inset-block-start: 0; left: 0; padding: 2px 6px; box-sizing: border-box; inline-size: max-content; max-inline-size: 100%; pointer-events: none; direction: ltr; font-size: 12px; line-height: 1.4;
    -webkit-text-fill-color: currentcolor; color: var(--_ink, currentcolor); background: var(--_paper, Canvas); border: 1px solid var(--_hair, currentcolor); border-radius: 4px;
  }
`;

/** Numbers beside a point of a picture: for the eye, as there is a control that tells the same. */
export class Tooltip {
  private readonly _host: { readonly renderRoot?: ParentNode };

  constructor(host: { readonly renderRoot?: ParentNode }) {
    this._host = host;
  }

  render(): TemplateResult {
    return html`<div class="tooltip" aria-hidden="true" hidden></div>`;
  }

  /** Above and to the right of the point, as far as the picture has room there. */
  show({ x, y }: LocalPoint, text: string): void {
    const place = this._place;
    const picture = place?.parentElement;
    if (!place || !picture) return;
    this.rewrite(text);
    place.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = place;
    const left = x + OFFSET + width <= picture.clientWidth ? x + OFFSET : Math.max(0, x - OFFSET - width);
    const top = y >= OFFSET + height ? y - OFFSET - height : y + OFFSET;
    place.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }

  /** Other numbers in the same place, without a look at the layout. */
  rewrite(text: string): void {
    const place = this._place;
    if (place && place.textContent !== text) place.textContent = text;
  }

  hide(): void {
    const place = this._place;
    if (place) place.hidden = true;
  }

  private get _place(): HTMLElement | null | undefined {
    return this._host.renderRoot?.querySelector<HTMLElement>('.tooltip');
  }
}
