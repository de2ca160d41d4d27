import type { Source } from '../controllers/links.js';
import { markup } from './markup.js';
import type { TrainerRun } from './trainer-run.js';

/** What a trainer without an id is called where it is copied along with a view. */
const NAMELESS = 'nn-trainer';

/** The HTML of a view together with that of its trainer, which is not shown, as it is now. */
export function linkedMarkup(source: Source, tag: string, attributes: readonly (readonly [name: string, value: string])[]): string {
  const id = source.id || NAMELESS;
  const trainer = (source as TrainerRun).toHtml([['id', id], ['hidden', '']]);
  return `${trainer}\n${markup(tag, [['for', id], ...attributes])}`;
}
