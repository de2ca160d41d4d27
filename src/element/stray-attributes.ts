import { nearestName } from '../core/nearest.js';

/** What others call our attributes. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['weights', ['w', 'parameters']], ['weight', ['w', 'parameters']], ['bias', ['b']], ['biases', ['b']],
  ['function', ['fn', 'activation']], ['functions', ['fn']], ['mode', ['show']], ['view', ['show']],
  ['speed', ['steps-per-frame']], ['layers', ['hidden-layers']],
]);

/**
 * Lists the attributes of an element that are none of its own, each with the one that is probably meant: of nearly the
 * same name, of another name for it, or with `data-` before it. Attributes of all elements and of frameworks, as
 * `x-data`, are not among them.
 */
export function strayAttributes(element: Element, own: ReadonlySet<string>): [found: string, meant: string][] {
  return element.getAttributeNames().flatMap((name): [string, string][] => {
    if (own.has(name) || !/^(?!\w\w?-)[a-z][\w-]*$/.test(name) || name in element || name === 'class') return [];
    const bare = name.replace(/^data-/, '');
    const meant = bare !== name ? own.has(bare) ? bare : undefined
      : synonyms.get(name)?.find((each) => own.has(each)) ?? nearestName(name, own);
    return meant === undefined || element.hasAttribute(meant) ? [] : [[name, meant]];
  });
}
