import { css, html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../strings/en.js';
import { badge, badgeStyles } from '../../ui/badge.js';
import { icons } from '../../ui/buttons.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

export const overlayStyles = [
  badgeStyles,
  css`
    /* Smaller on a picture of less than 160 px. */
    .figure :is(.play, .start) {
      --_inset: clamp(3px, (100% - 160px) * 9999, 8px);
      position: absolute; inset-block-start: var(--_inset); inline-size: clamp(24px, (100% - 160px) * 9999, 28px);
      block-size: auto; aspect-ratio: 1;
    }
    .figure .play { inset-inline-end: var(--_inset); }
    .figure .start { inset-inline-start: var(--_inset); }
    .start:not(:focus-visible) { opacity: 0; pointer-events: none; }
  `,
];

/** The members of a trainer that its overlay shows and calls. */
export type OverlayHost = Pick<NnCircleTrainer,
  'controls' | 'onNewStart' | 'onRecover' | 'onToggle' | 'paused' | 'run' | 'strings'>;

/** Returns the names of what the reader can operate in the picture. */
export function operableNames({ creases, paused, run: { rest }, strings }: NnCircleTrainer): string[] {
  const button = rest === 'diverged' ? 'reset' : paused ? 'play' : 'pause';
  const keys: TextKey[] = rest === 'unusable' ? [] : [button, 'probe', ...(creases ? ['neuron'] as const : [])];
  return (['newStart', ...keys] as const).map((key) => strings.text(key));
}

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
