import { css, html, nothing, type TemplateResult } from 'lit';
import type { StringsController } from '../../page/strings-controller.js';
import { icons } from '../../ui/buttons.js';
import { slider } from '../../ui/slider.js';
import { targetName } from '../../ui/text.js';

/** In such steps the reader moves, so that whole layers are met. */
const STEP = 0.01;

export const deformUnderStyles = css`
  .row { display: grid; grid-template-columns: 28px minmax(0, 1fr); gap: 12px; align-items: center; block-size: 36px; }
  .legend { display: flex; flex-wrap: wrap; column-gap: 12px; margin: 4px 0 0; color: var(--_muted, currentcolor); }
  .absent { visibility: hidden; }
  .legend i { display: inline-block; box-sizing: border-box; inline-size: 8px; block-size: 8px; border-radius: 50%; }
  .inside { background: var(--_positive); }
  .outside { border: 1.5px solid var(--_negative); }
  @media (forced-colors: active) {
    .legend i { forced-color-adjust: none; }
  }
`;

export interface DeformRow {
  readonly paused: boolean;
  readonly layer: number;
  /** The layer as it is written out. */
  readonly written: number;
  readonly last: number;
  readonly onToggle: () => void;
  readonly onMove: (layer: number) => void;
}

/** The button that plays and pauses, and the slider from layer to layer. */
export function deformRow({ paused, layer, written, last, onToggle, onMove }: DeformRow, strings: StringsController): TemplateResult {
  return html`
    <div class="row">
      <button part="button" aria-label=${strings.text(paused ? 'play' : 'pause')} @click=${onToggle}>
        ${paused ? icons.play : icons.pause}</button>
      ${slider({ name: strings.text('layer'), min: 0, max: last, step: STEP, value: layer, text: strings.format(written, 2), stretches: last, onInput: onMove })}
    </div>`;
}

export interface DeformLegend {
  /** Undefined for that of a trainer. */
  readonly target: string | undefined;
  /** What a line divides right, as it is written; undefined where there never is a line. */
  readonly share: string | undefined;
  /** Whether the line is there now; its words keep their room. */
  readonly divided: boolean;
}

/** What the points are, and the line. */
export function deformLegend({ target, share, divided }: DeformLegend, strings: StringsController): TemplateResult {
  const outside = target ? strings.text('outside', { target: targetName(target, strings) }) : strings.text('outsideLinked');
  return html`
    <p class="legend">
      <span><i class="inside"></i> ${strings.text('inside')}</span> <span><i class="outside"></i> ${outside}</span>
      ${share === undefined ? nothing : html`<span class=${divided ? '' : 'absent'}>${strings.text('divides', { share })}</span>`}
    </p>`;
}
