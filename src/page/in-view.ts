/** The nodes around an element as the page shows it, from itself outwards, through slots and shadow roots. */
export function composedAncestors(element: Element): Node[] {
  const found: Node[] = [];
  for (let at: Node | null = element; at;) {
    found.push(at);
    at = (at as Partial<Element>).assignedSlot ?? at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  }
  return found;
}

/**
 * Whether any of an element's box can be seen: within the window, and within each ancestor that clips.
 * Reads layout, so it is for moments when that is known, as in a resize observer's callback; an
 * intersection observer tells the same, but only after the frame.
 */
export function isInView(element: Element): boolean {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (!view) return false;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const meets = (box: { left: number; top: number; right: number; bottom: number }): boolean =>
    left < box.right && box.left < right && top < box.bottom && box.top < bottom;
  const clips = (node: Node): node is Element => node instanceof view.Element && view.getComputedStyle(node).overflow !== 'visible';
  return meets({ left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight })
    && composedAncestors(element).slice(1).filter(clips).every((ancestor) => meets(ancestor.getBoundingClientRect()));
}
