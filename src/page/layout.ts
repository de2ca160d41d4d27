/** Returns the nodes around an element as the page shows it, from itself outwards, through slots and shadow roots. */
export function composedAncestors(element: Element): Node[] {
  const found: Node[] = [];
  for (let node: Node | null = element; node;) {
    found.push(node);
    node = (node as Partial<Element>).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  }
  return found;
}

/**
 * Returns whether any of an element's box can be seen: within the window, and within each ancestor that clips.
 * Reads layout, so call it when that is known, as in a resize observer's callback; an intersection observer says
 * the same, but only after the frame.
 */
export function isInView(element: Element): boolean {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (!view) return false;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const meets = (box: { left: number; top: number; right: number; bottom: number }): boolean =>
    left < box.right && box.left < right && top < box.bottom && box.top < bottom;
  const clips = (node: Node): node is Element =>
    node instanceof view.Element && view.getComputedStyle(node).overflow !== 'visible';
  return meets({ left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight })
    && composedAncestors(element).slice(1).filter(clips).every((ancestor) => meets(ancestor.getBoundingClientRect()));
}

/** Returns how far an element's box is from the window, in CSS pixels; 0 within it. Reads layout. */
export function distanceToWindow(element: Element): number {
  const view = element.ownerDocument.defaultView;
  if (!view) return Infinity;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const across = Math.max(0, left - view.innerWidth, -right);
  const down = Math.max(0, top - view.innerHeight, -bottom);
  return Math.max(across, down);
}

/** Returns whether a page shows an element: it is rendered, and neither hidden nor faded away. */
export function isShown(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if ('checkVisibility' in element) return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  return view?.getComputedStyle(element).visibility !== 'hidden';
}

/**
 * Returns how many pixels of an event's position are one pixel of an element's boxes: its CSS `zoom` in WebKit;
 * elsewhere, where there is `currentCSSZoom`, both are in the page's pixels.
 */
export function ownZoom(element: Element): number {
  if ('currentCSSZoom' in Element.prototype) return 1;
  let zoom = 1;
  for (const node of composedAncestors(element)) {
    if (node.nodeType === Node.ELEMENT_NODE) zoom *= parseFloat(getComputedStyle(node as Element).zoom) || 1;
  }
  return zoom;
}
