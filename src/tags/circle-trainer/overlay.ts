import { css, html, nothing, type TemplateResult } from 'lit';
import { badge, badgeStyles } from '../../ui/badge.js';
import { icons } from '../../ui/buttons.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

export const overlayStyles = [
  badgeStyles,
  css`
    .figure .play { position: absolute; inset-block-start: 8px; inset-inline-end: 8px; }
    .start { position: absolute; inset-block-start: 8px; inset-inline-start: 8px; }
    .start:not(:focus-visible) { opacity: 0; pointer-events: none; }
  `,
];

/** The members of a trainer that its overlay shows and calls. */
export type OverlayHost = Pick<NnCircleTrainer,
  'controls' | 'onNewStart' | 'onRecover' | 'onToggle' | 'paused' | 'run' | 'strings'>;

/** Renders a message over the picture of a run that cannot go on, otherwise the buttons, unless a toolbar has them. */
export function renderOverlay(host: OverlayHost): TemplateResult {
  const { controls, paused, run: { rest }, strings } = host;
  return html`
    ${controls ? nothing : html`
      <button class="start" part="button" aria-label=${strings.text('newStart')} @click=${host.onNewStart}>${
        icons.newStart}</button>`}
    ${rest === 'diverged' ? badge(strings.text('diverged'), strings.text('reset'), host.onRecover)
      : rest === 'unusable' ? badge(strings.text('unusableParameters'), strings.text('newStart'), host.onRecover)
      : controls ? nothing : html`
        <button class="play" part="button" aria-label=${strings.text(paused ? 'play' : 'pause')} @click=${
          host.onToggle}>${paused ? icons.play : icons.pause}</button>`}`;
}
