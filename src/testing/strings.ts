import { html } from 'lit';
import { fixture } from '@open-wc/testing';
import { StringsController } from '../page/strings-controller.js';
import { defineHost, Host } from './host.js';

/** Words and numbers in a language, as an element on a page would have them. */
export async function stringsOf(lang = 'en'): Promise<StringsController> {
  const host = new StringsHost();
  await fixture(html`<div lang=${lang}>${host}</div>`);
  return host.strings;
}

class StringsHost extends Host {
  readonly strings = new StringsController(this);
}
defineHost(StringsHost);
