import '@open-wc/testing'; // whose hook removes fixtures after each test, here of all files
import { setAnnouncer } from '../page/announcer.js';
import { setClock } from '../page/clock.js';
import { forgetWarnings } from '../page/warnings.js';

const head = [...document.head.children];

// The last thing that Tab reaches: from there it would leave the page, and Firefox never gives the focus back.
const last = document.createElement('div');
last.tabIndex = 0;
last.style.cssText = 'position: fixed; inset-block-start: 0; inline-size: 1px; block-size: 1px; outline: none';
document.documentElement.append(last);

/** Clears the page for the tests of the next file. */
export function resetPage(): void {
  for (const element of document.body.querySelectorAll(':scope > :not(script)')) element.remove();
  for (const element of document.head.children) if (!head.includes(element)) element.remove();
  for (const root of [document.documentElement, document.body]) {
    for (const name of root.getAttributeNames()) root.removeAttribute(name);
  }
  document.adoptedStyleSheets = [];
  scrollTo(0, 0);
  setClock(window, undefined);
  setAnnouncer(window, undefined);
  forgetWarnings();
}
