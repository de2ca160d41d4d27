import type { Source } from '../../model/trainer-registry.js';
import { markup } from '../../element/markup.js';

type Attributes = readonly (readonly [name: string, value: string])[];

/** A trainer, for what a view asks of it. */
interface TrainerElement extends Source { toHtml(attributes: Attributes): string }

/** What a trainer without an id is called where it is copied along with a view. */
const NAMELESS = 'nn-trainer';

/** The HTML of a view together with that of its trainer, which is not shown, as it is now. */
export function linkedMarkup(source: Source, tag: string, attributes: Attributes): string {
  const id = source.id || NAMELESS;
  const trainer = (source as TrainerElement).toHtml([['id', id], ['hidden', '']]);
  return `${trainer}\n${markup(tag, [['for', id], ...attributes])}`;
}
