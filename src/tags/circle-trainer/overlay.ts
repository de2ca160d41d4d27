import { css, html, nothing, type TemplateResult } from 'lit';
import type { StringsController } from '../../page/strings-controller.js';
import type { TrainingRun } from '../../model/training-run.js';
import { badge, badgeStyles } from '../../ui/badge.js';
import { icons } from '../../ui/buttons.js';

export const trainerOverlayStyles = [
  badgeStyles,
  css`
    .figure .play { position: absolute; inset-block-start: 8px; inset-inline-end: 8px; }
    .start { position: absolute; inset-block-start: 8px; inset-inline-start: 8px; }
    .start:not(:focus-visible) { opacity: 0; pointer-events: none; }
  `,
];

export interface OverlayActions {
  readonly toggle: () => void;
  readonly newStart: () => void;
  /** The one thing to do where nothing goes on. */
  readonly mend: () => void;
}

/** On the picture: a message where nothing can go on, else the buttons that a toolbar has, where there is none. */
export function trainerOverlay(
  rest: TrainingRun['rest'], paused: boolean, controls: boolean, strings: StringsController, { toggle, newStart, mend }: OverlayActions,
): TemplateResult {
  const toggler = html`
    <button class="play" part="button" aria-label=${strings.text(paused ? 'play' : 'pause')} @click=${toggle}>${paused ? icons.play : icons.pause}</button>`;
  return html`
    ${controls ? nothing : html`
      <button class="start" part="button" aria-label=${strings.text('newStart')} @click=${newStart}>${icons.newStart}</button>`}
    ${rest === 'diverged' ? badge(strings.text('diverged'), strings.text('reset'), mend)
      : rest === 'unusable' ? badge(strings.text('unusableParameters'), strings.text('newStart'), mend)
      : controls ? nothing : toggler}`;
}
