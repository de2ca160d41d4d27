import { nearestName } from '../core/nearest.js';

/**
 * Lists the attributes of an element that are none of its own, each with the one that is probably meant: of nearly the
 * same name, or with `data-` before it. Attributes of all elements and of frameworks, as `x-data`, are not among them.
 */
export function strayAttributes(element: Element, own: ReadonlySet<string>): [found: string, meant: string][] {
  return element.getAttributeNames().flatMap((name): [string, string][] => {
    if (own.has(name) || !/^(?!\w\w?-)[a-z][\w-]*$/.test(name) || name in element || name === 'class') return [];
    const bare = name.replace(/^data-/, '');
    const meant = bare === name ? nearestName(name, own) : own.has(bare) ? bare : undefined;
    return meant === undefined || element.hasAttribute(meant) ? [] : [[name, meant]];
  });
}
