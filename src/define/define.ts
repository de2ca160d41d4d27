import { warnOnce } from '../page/warnings.js';
import { version } from '../version.js';

/**
 * Registers a tag unless it is taken: the first copy on a page serves. Silent if that is the same version; otherwise
 * says so once, whatever the number of tags. A tag of another library is named.
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) {
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
