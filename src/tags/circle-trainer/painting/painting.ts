import { css, html, nothing, type TemplateResult } from 'lit';
import { MAX_POINTS, type DataRow } from '../../../attrs/data.js';
import { capturePointer, localPoint } from '../../../page/pointer-controller.js';
import { actionButton } from '../../../ui/fields.js';
import { wholePicture, type PlanePlace } from '../../../ui/probe.js';
import type { NnCircleTrainer } from '../nn-circle-trainer.js';

/** Least distance between two points of a stroke, in the plane. */
const MIN_DISTANCE = 0.08;

export const paintingStyles = css`
  .paint {
    position: absolute; inset-block-start: 0; inset-inline: 0; aspect-ratio: 1; cursor: crosshair; touch-action: none;
  }
  .toolbar .action[aria-pressed='true'] {
    color: var(--_paper, Canvas); background: var(--_ink, CanvasText); border-color: var(--_ink, CanvasText);
  }
  .actions.wrap { flex-wrap: wrap; }
`;

/**
 * Lets the reader paint points on the square: inside, with Shift or the second button outside; or by buttons at the
 * place of the probe's sliders.
 */
export class Painting {
  private readonly _host: NnCircleTrainer;
  private _isOn = false;
  private _label: 0 | 1 | undefined; // of the present stroke
  private _last: PlanePlace | undefined; // of the present stroke

  constructor(host: NnCircleTrainer) {
    this._host = host;
  }

  /** Renders what lies over the picture while the reader paints, so that nothing else happens there. */
  overlay(): TemplateResult | typeof nothing {
    return !this._isOn ? nothing : html`
      <div class="paint own" @pointerdown=${this._onDown} @pointermove=${this._onMove} @pointerup=${this._onEnd}
        @pointercancel=${this._onEnd} @lostpointercapture=${this._onEnd}
        @contextmenu=${(event: Event) => event.preventDefault()}></div>`;
  }

  /** Renders a switch for the toolbar, and while it is on, the buttons for the keyboard. */
  fields(): TemplateResult {
    const { data, probe, strings } = this._host;
    const add = (label: 0 | 1) => (): void => this._add(probe.at, label);
    return html`
      <div class="actions wrap">
        <button class="action" part="button" aria-pressed=${this._isOn} @click=${this._onToggle}>${
          strings.text('paint')}</button>
        ${!this._isOn ? nothing : html`
          ${actionButton({ name: strings.text('paintInside'), onClick: add(1) })}
          ${actionButton({ name: strings.text('paintOutside'), onClick: add(0) })}
          ${actionButton({
            name: strings.text('removePoints'), disabled: !data, onClick: () => this._host.setByReader('data', null),
          })}`}
      </div>`;
  }

  private readonly _onToggle = (): void => {
    this._isOn = !this._isOn;
    this._label = undefined;
    this._host.requestUpdate();
  };

  private readonly _onDown = (event: PointerEvent): void => {
    if (!event.isPrimary || (event.button !== 0 && event.button !== 2)) return;
    capturePointer(event.target as Element, event);
    this._label = event.button === 2 || event.shiftKey ? 0 : 1;
    this._last = undefined;
    this._onMove(event);
  };

  private readonly _onMove = (event: PointerEvent): void => {
    if (this._label === undefined || !event.isPrimary) return;
    if (event.type === 'pointermove') event.preventDefault(); // the drag is taken: own-drags.ts
    const surface = event.target as HTMLElement;
    const size = { width: surface.clientWidth, height: surface.clientHeight };
    const place = wholePicture(() => size).placeAt(localPoint(event, surface));
    if (!place || Math.abs(place[0]) > 1 || Math.abs(place[1]) > 1) return;
    if (this._last && Math.hypot(place[0] - this._last[0], place[1] - this._last[1]) < MIN_DISTANCE) return;
    this._last = place;
    this._add(place, this._label);
  };

  private readonly _onEnd = (): void => {
    this._label = undefined;
  };

  private _add([x, y]: PlanePlace, label: 0 | 1): void {
    const rows: readonly DataRow[] = this._host.data ?? [];
    const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;
    if (rows.length < MAX_POINTS) this._host.setByReader('data', [...rows, [rounded(x), rounded(y), label]]);
  }
}
