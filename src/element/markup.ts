import type { Network } from '../core/index.js';

/** The attributes of a tag by name; an empty text for presence alone. */
export type Attributes = readonly (readonly [name: string, value: string])[];

/** Returns a value as it stands between quotes. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/**
 * Returns the HTML of a tag: `attributes` by name, an empty text for presence alone, and a child object as JSON,
 * in which no text can close the script element.
 */
export function markup(tag: string, attributes: Attributes, child?: object): string {
  const words = [tag, ...attributes.map(([name, value]) => (value === '' ? name : `${name}="${escape(value)}"`))];
  const json = child && JSON.stringify(child).replaceAll('<', '\\u003c');
  const content = json === undefined ? '' : `\n  <script type="application/json">${json}</script>\n`;
  return `<${words.join(' ')}>${content}</${tag}>`;
}

/** Returns the weights and biases of a network as JSON for a child script. */
export function weightsJson({ layers, parameters }: Network): string {
  return JSON.stringify({ layers, parameters: Array.from(parameters) });
}
