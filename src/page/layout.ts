/** The edges of a box, in CSS pixels of the window. */
interface Edges { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** What is smaller on screen in either direction is an edge or a rounding error, and not seen. */
export const MIN_SEEN_PX = 2;

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
 * the same of window and `overflow`, but only after the frame.
 */
export function isInView(element: Element): boolean {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (!view) return false;
  const own = element.getBoundingClientRect();
  const isIn = (node: Node): boolean => !(node instanceof view.Element)
    || view.getComputedStyle(node).overflow === 'visible' || isArea(common(own, node.getBoundingClientRect()));
  return isArea(common(own, { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight }))
    && composedAncestors(element).slice(1).every(isIn) && !isClippedAway(element);
}

/**
 * Returns whether `clip-path`, `clip` or `filter` of an element or of what is around it leaves nothing of its box, or
 * it is the hidden back of a card; of shapes that are not written in pixels and percentages, it counts as left. Only
 * Chromium's intersection observers know of some of these. Reads layout.
 */
export function isClippedAway(element: Element): boolean {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  let left: Edges = element.getBoundingClientRect();
  let turn: DOMMatrix | undefined; // of a box without a back, in the space that it shares with those around it
  for (const node of view ? composedAncestors(element) : []) {
    if (!(node instanceof view!.Element)) continue;
    const style = view!.getComputedStyle(node);
    const { clip, clipPath, position, transform } = style;
    const own = (): DOMMatrix => new view!.DOMMatrix(transform);
    if (turn && style.transformStyle !== 'preserve-3d') {
      if (turn.m33 < 0) return true;
      turn = undefined;
    }
    if (turn) turn = own().multiply(turn);
    else if (style.backfaceVisibility === 'hidden') turn = own();
    if (/opacity\(0(%|\))/.test(style.filter)) return true;
    const shape = clipPath !== 'none' ? clipPath : /absolute|fixed/.test(position) ? clip : 'auto';
    const box = shape === 'auto' ? undefined : boxOfShape(shape, node.getBoundingClientRect());
    if (box) left = common(left, box);
  }
  return !isArea(left);
}

/** Returns the box around a basic shape of CSS that clips a box; undefined where it is not told by plain numbers. */
export function boxOfShape(shape: string, { left, top, right, bottom }: Edges): Edges | undefined {
  const [, name, given] = /^(\w+)\((?:evenodd, ?|nonzero, ?)?([^()]*)\)/.exec(shape) ?? [];
  if (name === undefined) return undefined;
  const [width, height] = [right - left, bottom - top];
  const pixels = (text: string, whole: number): number =>
    (/^[-+.\de]+(?:px|%)?$/.test(text) ? parseFloat(text) * (text.endsWith('%') ? whole / 100 : 1) : NaN);
  const words = given.split(/ (?:round|at) /)[0].split(/[ ,]+/);
  if (name === 'circle' || name === 'ellipse') {
    const isEmpty = words.some((radius) => pixels(radius, width + height) < 1);
    return isEmpty ? { left, top, right: left, bottom: top } : undefined;
  }
  const [w0, w1 = w0, w2 = w0, w3 = w1] = words;
  // Points are x and y; other numbers begin at the top.
  const numbers = (name === 'polygon' ? words : [w0, w1, w2, w3])
    .map((word, k) => pixels(word, (k % 2 === 0) === (name === 'polygon') ? width : height));
  if (numbers.some(Number.isNaN)) return undefined;
  const [a, b, c, d] = numbers;
  if (name === 'polygon') {
    const [xs, ys] = [0, 1].map((axis) => numbers.filter((_, k) => k % 2 === axis));
    const [right, bottom] = [left + Math.max(...xs), top + Math.max(...ys)];
    return { left: left + Math.min(...xs), top: top + Math.min(...ys), right, bottom };
  }
  if (name === 'inset') return { left: left + d, top: top + a, right: right - b, bottom: bottom - c };
  return name === 'rect' ? { left: left + d, top: top + a, right: left + b, bottom: top + c } : undefined;
}

function common(a: Edges, b: Edges): Edges {
  return {
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  };
}

function isArea({ left, top, right, bottom }: Edges): boolean {
  return right - left >= MIN_SEEN_PX && bottom - top >= MIN_SEEN_PX;
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

/**
 * Returns how much of a picture can be seen, as a share of it or of a window that is smaller. The picture is the upper
 * `ownShare` of the box that is observed; without bounds, as within a frame of another origin, the window counts.
 */
export function shareSeen(entry: IntersectionObserverEntry, ownShare: number, view: Window): number {
  const { boundingClientRect: box, intersectionRect: seen, rootBounds } = entry;
  const { width, height } = rootBounds ?? { width: view.innerWidth, height: view.innerHeight };
  const pictureHeight = box.height * ownShare;
  const seenHeight = Math.min(seen.bottom, box.top + pictureHeight) - seen.top;
  return (seen.width / Math.min(box.width, width)) * (seenHeight / Math.min(pictureHeight, height));
}

/** Returns the outermost element around another one within its tree. */
export function topOf(element: HTMLElement): HTMLElement {
  let top = element;
  while (top.parentElement) top = top.parentElement;
  return top;
}
