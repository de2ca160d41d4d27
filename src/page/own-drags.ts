/**
 * Keeps a drag that a shadow root uses from the page, whose deck or carousel would turn with it. Whoever uses a drag
 * there prevents the default of a `pointermove`: before that nobody knows where it goes. Then the page sees no more of
 * it, and hears that a finger is cancelled, as where a browser begins to scroll.
 */
export function keepOwnDrags(root: ShadowRoot): void {
  let taken: 'mouse' | 'pointer' | 'touch' | undefined; // what the page was told last of
  const on = <T extends Event>(type: string, listener: (event: T) => void): void =>
    root.addEventListener(type, listener as (event: Event) => void, { passive: true });
  const stop = (event: Event): void => {
    if (taken) event.stopPropagation();
  };

  on<PointerEvent>('pointerdown', ({ isPrimary }) => {
    if (isPrimary) taken = undefined;
  });
  on<PointerEvent>('pointermove', (event) => {
    const isTouch = event.pointerType === 'touch';
    const isInField = !isTouch && event.buttons > 0 && (event.target as Element).matches('input, textarea');
    if (!taken && event.isPrimary && (event.defaultPrevented || isInField)) {
      taken = isTouch ? 'pointer' : 'mouse';
      if (isTouch) root.host.dispatchEvent(new PointerEvent('pointercancel', event));
    }
    stop(event);
  });
  on<PointerEvent>('pointerup', (event) => {
    if (event.pointerType === 'touch') stop(event);
    else taken = undefined; // a page that never hears of a mouse's button would drag on
  });
  on('mousemove', stop);
  on<TouchEvent>('touchmove', (event) => {
    stop(event);
    if (taken !== 'pointer') return;
    taken = 'touch';
    const { changedTouches } = event;
    const cancelled = new Event('touchcancel', { bubbles: true, composed: true }); // not all engines make a TouchEvent
    root.host.dispatchEvent(Object.assign(cancelled, { changedTouches, touches: [], targetTouches: [] }));
  });
  on('touchend', (event) => {
    stop(event);
    taken = undefined;
  });
}
