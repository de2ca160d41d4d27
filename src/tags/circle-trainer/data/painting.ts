import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { MAX_POINTS, type DataRow } from '../../../attrs/data.js';
import { localPoint } from '../../../page/pointer-controller.js';
import type { StringsController } from '../../../page/strings-controller.js';
import { actionButton } from '../../../ui/fields.js';
import { wholePicture, type PlanePlace } from '../../../ui/probe.js';

/** From one point of a stroke to the next, in the plane. */
const APART = 0.08;

export const paintingStyles = css`
  .paint { position: absolute; inset-block-start: 0; inset-inline: 0; aspect-ratio: 1; cursor: crosshair; touch-action: none; }
  .toolbar .action[aria-pressed='true'] { color: var(--_paper, Canvas); background: var(--_ink, currentcolor); border-color: var(--_ink, currentcolor); }
  .actions.wrap { flex-wrap: wrap; }
`;

export interface PaintingOptions {
  readonly strings: StringsController;
  /** The points in use. */
  readonly rows: () => readonly DataRow[] | null;
  /** The reader made others. */
  readonly onChange: (rows: readonly DataRow[] | null) => void;
  /** Where the sliders of the place are. */
  readonly place: () => PlanePlace;
}

/**
 * Points that the reader paints on a square picture: left inside, with Shift or the second button outside;
 * or at the place of sliders, by buttons.
 */
export class Painting {
  private readonly _host: LitElement;
  private readonly _options: PaintingOptions;
  private _on = false;
  private _label: 0 | 1 | undefined; // of the stroke under way
  private _last: PlanePlace | undefined;

  constructor(host: LitElement, options: PaintingOptions) {
    this._host = host;
    this._options = options;
  }

  /** Lies over the picture while the reader paints, so that nothing else happens there. */
  overlay(): TemplateResult | typeof nothing {
    return !this._on ? nothing : html`
      <div class="paint" @pointerdown=${this._onDown} @pointermove=${this._onMove} @pointerup=${this._onEnd} @pointercancel=${this._onEnd} @lostpointercapture=${this._onEnd}
        @contextmenu=${(event: Event) => event.preventDefault()}></div>`;
  }

  /** A switch, and while it is on what the keyboard needs. */
  controls(): TemplateResult {
    const { strings, rows, onChange, place } = this._options;
    const add = (label: 0 | 1): void => this._add(place(), label);
    return html`
      <div class="actions wrap">
        <button class="action" part="button" aria-pressed=${this._on} @click=${this._toggle}>${strings.text('paint')}</button>
        ${!this._on ? nothing : html`
          ${actionButton({ name: strings.text('paintInside'), onClick: () => add(1) })}
          ${actionButton({ name: strings.text('paintOutside'), onClick: () => add(0) })}
          ${actionButton({ name: strings.text('removePoints'), disabled: !rows(), onClick: () => onChange(null) })}`}
      </div>`;
  }

  private readonly _toggle = (): void => {
    this._on = !this._on;
    this._label = undefined;
    this._host.requestUpdate();
  };

  private readonly _onDown = (event: PointerEvent): void => {
    if (!event.isPrimary || (event.button !== 0 && event.button !== 2)) return;
    (event.target as Element).setPointerCapture(event.pointerId);
    this._label = event.button === 2 || event.shiftKey ? 0 : 1;
    this._last = undefined;
    this._onMove(event);
  };

  private readonly _onMove = (event: PointerEvent): void => {
    if (this._label === undefined || !event.isPrimary) return;
    const surface = event.target as HTMLElement;
    const at = wholePicture({ surface }).placeAt(localPoint(event, surface));
    if (!at || Math.abs(at[0]) > 1 || Math.abs(at[1]) > 1) return;
    if (this._last && Math.hypot(at[0] - this._last[0], at[1] - this._last[1]) < APART) return;
    this._last = at;
    this._add(at, this._label);
  };

  private readonly _onEnd = (): void => {
    this._label = undefined;
  };

  private _add([x, y]: PlanePlace, label: 0 | 1): void {
    const { rows, onChange } = this._options;
    const before = rows() ?? [];
    const round = (at: number): number => Math.round(at * 1000) / 1000 + 0;
    if (before.length < MAX_POINTS) onChange([...before, [round(x), round(y), label]]);
  }
}
