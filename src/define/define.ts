import { canRender } from '../page/can-render.js';
import { missing } from '../page/missing.js';
import { warnOnce } from '../page/warnings.js';
import { version } from '../version.js';

/**
 * Registers a tag unless it is taken: the first copy on a page serves. Silent if that is the same version; otherwise
 * says so once, whatever the number of tags. A tag of another library is named. Where Trusted Types refuse Lit's markup
 * or the page has taken away what the tags need, the tag stays unknown, so that its content shows.
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) {
    if (!canRender()) {
      warnOnce("nn-elements: this page's Content-Security-Policy refuses Lit's policy; its tags show their content. "
        + "Write `trusted-types lit-html` into it; where another script brings Lit too, "
        + "`trusted-types lit-html 'allow-duplicates'`.");
      return;
    }
    const lack = missing();
    if (lack) {
      warnOnce(`nn-elements: this page lacks the browser's ${lack}; its tags show their content.`);
      return;
    }
    customElements.define(tag, constructor);
    return;
  }
  const { library, version: other } = present as { readonly library?: unknown; readonly version?: unknown };
  if (library !== (constructor as { readonly library?: unknown }).library) {
    warnOnce(`nn-elements: <${tag}> is an element of another script on this page already and stays in use; ours is `
      + 'left out. Load one of them only.');
  } else if (other !== version) {
    warnOnce(`nn-elements: version ${String(other)} is on this page already and stays in use; version ${version} is `
      + 'left out. Load one of them only.');
  }
}
