import '@open-wc/testing'; // whose hook removes fixtures after each test, here of all files
import { setAnnouncer } from '../page/announcer.js';
import { setClock } from '../page/clock.js';
import { forgetWarnings } from '../page/warnings.js';

const head = [...document.head.children];

/** Makes the page as good as new for the tests of the next file. */
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
