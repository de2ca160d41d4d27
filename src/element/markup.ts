import type { Network } from '../core/index.js';

/** A value as it stands between quotes. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/**
 * The HTML of a tag: `attributes` by name, an empty text for presence alone, and a child object, which no
 * text in it can end before its time.
 */
export function markup(tag: string, attributes: readonly (readonly [name: string, value: string])[], child?: object): string {
  const words = [tag, ...attributes.map(([name, value]) => (value === '' ? name : `${name}="${escape(value)}"`))];
  const json = child && JSON.stringify(child).replaceAll('<', '\\u003c');
  return `<${words.join(' ')}>${json === undefined ? '' : `\n  <script type="application/json">${json}</script>\n`}</${tag}>`;
}

/** A child object with the weights and biases of a network. */
export function weightsJson({ layers, parameters }: Network): string {
  return JSON.stringify({ layers, parameters: Array.from(parameters) });
}
