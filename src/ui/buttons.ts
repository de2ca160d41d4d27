import { css, html, svg, type LitElement, type SVGTemplateResult, type TemplateResult } from 'lit';

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor"
    stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`;
}

/** Icons of buttons and messages, 14 px square with a stroke of 1.5. Decorative: each button has a name. */
export const icons = {
  play: icon(svg`<path d="M4.25 2.75v8.5l7-4.25z"></path>`),
  pause: icon(svg`<path d="M4.75 3v8M9.25 3v8"></path>`),
  newStart: icon(svg`<path d="M3.2 4.4a5 5 0 1 1-1 4.2M2.6 1.9l.5 2.8 2.8-.4"></path>`),
  step: icon(svg`<path d="M3.25 2.75v8.5l6-4.25zM11.25 2.75v8.5"></path>`),
  dice: icon(svg`<rect x="1.75" y="1.75" width="10.5" height="10.5" rx="1.5"></rect>
    <path d="M4.75 4.75h.01M9.25 4.75h.01M4.75 9.25h.01M9.25 9.25h.01"></path>`),
  open: icon(svg`<path d="M3.5 5.25 7 8.75l3.5-3.5"></path>`),
  add: icon(svg`<path d="M7 2.75v8.5M2.75 7h8.5"></path>`),
  remove: icon(svg`<path d="M3.5 3.5l7 7M10.5 3.5l-7 7"></path>`),
  diverged: icon(svg`<path d="M1.5 12.25c4.5 0 7-3 8.25-8.5M6.9 5.2l2.95-1.6 1.7 2.9"></path>`),
};

/** Styles of buttons of 28 px, with an icon or with class `text`. */
export const buttonStyles = css`
  button {
    box-sizing: border-box;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    margin: 0;
    padding: 0;
    font: inherit;
    font-size: 13px;
    line-height: 1;
    white-space: nowrap;
    -webkit-text-fill-color: currentcolor;
    color: var(--_ink, currentcolor);
    background: var(--_plate, var(--_paper, transparent)); /* readable on a picture */
    border: 1px solid var(--_muted, currentcolor);
    border-radius: 4px;
    cursor: pointer;
    touch-action: manipulation;
  }
  button.text { inline-size: auto; padding-inline: 8px; }
  button:focus-visible { outline: 2px solid var(--_accent, currentcolor); outline-offset: 2px; }
  @media print {
    button { display: none; }
  }
  @media (forced-colors: active) {
    button { border-color: ButtonBorder; }
  }
`;

/** Moves the focus to what comes with the next update, as the button that had it goes then. */
export async function focusAfterUpdate(host: LitElement, selector: string): Promise<void> {
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
