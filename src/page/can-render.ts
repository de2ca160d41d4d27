import { html, render } from 'lit';

let result: boolean | undefined;

/** Returns whether the page's Content-Security-Policy lets Lit make markup. */
export function canRender(): boolean {
  return result ??= !('trustedTypes' in globalThis) || isRendered();
}

function isRendered(): boolean {
  try {
    render(html``, document.createDocumentFragment());
    return true;
  } catch {
    return false;
  }
}
