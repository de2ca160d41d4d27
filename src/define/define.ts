import { warnOnce } from '../page/warnings.js';
import { version } from '../version.js';

/**
 * Registers a tag unless it is taken: the first copy on a page serves. Silent if that is the same
 * version; otherwise says so once, whatever the number of tags.
 */
export function define(tag: string, constructor: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) {
    customElements.define(tag, constructor);
    return;
  }
  const other = (present as { version?: unknown }).version;
  if (other === version) return;
  warnOnce(`nn-elements: version ${typeof other === 'string' ? other : 'unknown'} is on this page already and stays in `
    + `use; version ${version} is left out. Load one of them only.`);
}
