import { css, html, type TemplateResult } from 'lit';
import type { LocalPoint } from '../page/pointer-controller.js';

/** The distance from a point to its tooltip, in CSS pixels: clear of a finger. */
const OFFSET_PX = 14;

/** The farthest that the pointer may be from a mark that it drags or reads, in CSS pixels. */
export const REACH = 22;

export const tooltipStyles = css`
  .tooltip {
    position: absolute; inset-block-start: 0; left: 0; padding: 2px 6px; box-sizing: border-box;
    inline-size: max-content; max-inline-size: 100%; pointer-events: none; direction: ltr;
    font-size: 12px; line-height: 1.4;
    -webkit-text-fill-color: currentcolor; color: var(--_ink, currentcolor); background: var(--_paper, Canvas);
    border: 1px solid var(--_hair, currentcolor); border-radius: 4px;
  }
`;

interface TooltipHost {
  readonly renderRoot?: ParentNode;
  /** CSS pixels for one pixel of the picture. Default 1. */
  readonly pictureScale?: number;
}

/** Shows text beside a point of a picture, for the eye alone: a control says the same. */
export class Tooltip {
  private readonly _host: TooltipHost;

  constructor(host: TooltipHost) {
    this._host = host;
  }

  render(): TemplateResult {
    return html`<div class="tooltip" aria-hidden="true" hidden></div>`;
  }

  /** Shows a text above and to the right of a point, as far as the picture has room there. */
  show(point: LocalPoint, text: string): void {
    const place = this._place;
    const picture = place?.parentElement;
    if (!place || !picture) return;
    const { pictureScale = 1 } = this._host;
    const [x, y] = [point.x * pictureScale, point.y * pictureScale];
    this.rewrite(text);
    place.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = place;
    const left = x + OFFSET_PX + width <= picture.clientWidth ? x + OFFSET_PX : Math.max(0, x - OFFSET_PX - width);
    const top = y >= OFFSET_PX + height ? y - OFFSET_PX - height : y + OFFSET_PX;
    place.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }

  /** Changes the text in the same place. Reads no layout. */
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
