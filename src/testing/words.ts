import { StringsController } from '../page/strings-controller.js';

/** Returns words and numbers in a language without a page, for tests that run in Node. */
export function wordsIn(lang = 'en'): StringsController {
  const host = {
    addController: () => undefined, requestUpdate: () => undefined, closest: () => ({ getAttribute: () => lang }),
  };
  const strings = new StringsController(host as unknown as ConstructorParameters<typeof StringsController>[0]);
  strings.refresh();
  return strings;
}
