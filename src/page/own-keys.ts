/** Keys that no control uses: they leave it, close what is open, are the browser's, or only modify others. */
const PAGE_KEY = /^(Escape|Tab|F\d+|Shift|Control|Alt|AltGraph|Meta)$/;

/**
 * Keeps the keys that the controls of a shadow root use from the page. Its listeners see the host in place of the
 * field that has the focus, and would turn the slide or open the search. Escape, Tab, F1 to F24 and keys with Ctrl,
 * Alt or Meta pass, and so do those of the page's own content in a slot.
 */
export function keepOwnKeys(root: ShadowRoot): void {
  const held = new Set<string>(); // codes of the keys that went down here, and were kept
  const keep = (event: Event): void => {
    const { type, key, code, ctrlKey, altKey, metaKey, target } = event as KeyboardEvent;
    const isOwn = !ctrlKey && !altKey && !metaKey && !PAGE_KEY.test(key) && root.contains(target as Node);
    if (type === 'keydown' && isOwn) held.add(code);
    // A page that saw a key go down also sees it come up.
    const isKept = type === 'keyup' ? held.delete(code) : isOwn;
    if (isKept) event.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keep);
}
