import { css, html, nothing, type TemplateResult } from 'lit';
import { icons } from './buttons.js';

/** Styles of a badge across the middle of a figure, over a picture that steps back. */
export const badgeStyles = css`
  .badge {
    position: absolute; inset-inline: 0; inset-block-start: 50%; translate: 0 -50%;
    display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px;
    box-sizing: border-box; inline-size: max-content; max-inline-size: calc(100% - 16px);
    max-block-size: 100%; margin: 0 auto; padding: 8px; overflow: auto;
    font-size: 13px; line-height: 1.4; text-align: start; text-indent: 0; text-transform: none; text-shadow: none;
    letter-spacing: normal; word-spacing: normal; word-break: normal;
    -webkit-text-fill-color: currentcolor; color: var(--_ink); background: var(--_paper);
    border: 1px solid var(--_negative); border-radius: 4px;
  }
  .badge svg { color: var(--_negative); }
  .badge svg, .badge button { flex: none; }
  /* Beside its icon and, where there is room, its button. */
  .badge span { flex: 1 1 7em; text-wrap: balance; }
`;

/** Renders the message of a figure that cannot go on, and a button for the one thing to do about it, if any. */
export function badge(message: string, action?: string, onAction?: () => void): TemplateResult {
  return html`
    <div class="badge" part="badge">
      ${icons.diverged}<span>${message}</span>
      ${action === undefined ? nothing : html`<button class="text" part="button" @click=${onAction}>${action}</button>`}
    </div>`;
}
