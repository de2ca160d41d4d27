import { html, render } from 'lit';

/** Whether the page's Content-Security-Policy lets Lit make markup. */
export function canRender(): boolean {
  if (!('trustedTypes' in globalThis)) return true;
  try {
    render(html``, document.createDocumentFragment());
    return true;
  } catch {
    return false;
  }
}
