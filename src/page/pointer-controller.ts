import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A position in CSS pixels of an element's own box, whatever transforms and zoom do to it. */
export interface LocalPoint { readonly x: number; readonly y: number }

/** An element that is pointed at. It has the methods for the gestures that it answers. */
export interface PointerHost extends ReactiveControllerHost {
  /** What is pointed at, once rendered. */
  readonly surface: HTMLElement | null | undefined;
  /** A click or tap: pressed and let go without scrolling or dragging. */
  onTap?(point: LocalPoint): void;
  /**
   * A mouse or pen over the surface that drags nothing; undefined once it left. A finger never hovers, as it may be
   * about to scroll: it has to drag or tap, and what it found stays when it is lifted.
   */
  onHover?(point: LocalPoint | undefined): void;
  /** A press began, which may become a tap or a drag. */
  onPress?(point: LocalPoint): void;
  /** A drag went on by (dx, dy). */
  onDrag?(dx: number, dy: number, point: LocalPoint): void;
}

/** A press that moves less than this is a tap, in CSS pixels: hands shake. */
const SLACK = 3;

/** Where an event happened within `element`. */
export function localPoint(event: { clientX: number; clientY: number }, element: HTMLElement): LocalPoint {
  const rect = element.getBoundingClientRect();
  const zoom = ownZoom(element);
  return {
    x: ((event.clientX / zoom - rect.left) * element.clientWidth) / (rect.width || 1),
    y: ((event.clientY / zoom - rect.top) * element.clientHeight) / (rect.height || 1),
  };
}

/**
 * By how much an element's boxes are given in other pixels than an event's position: by its CSS `zoom`
 * in WebKit; elsewhere, where there is `currentCSSZoom`, both are in the page's.
 */
export function ownZoom(element: Element): number {
  let zoom = 1;
  if ('currentCSSZoom' in Element.prototype) return zoom;
  for (let at: Element | null = element; at;) {
    zoom *= parseFloat(getComputedStyle(at).zoom) || 1;
    const outer: Node | null = at.assignedSlot ?? at.parentNode;
    at = outer?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (outer as ShadowRoot).host : at.assignedSlot ?? at.parentElement;
  }
  return zoom;
}

/** Taps, hovers and drags on one surface; vertical touch drags stay the page's, for `touch-action: pan-y pinch-zoom`. */
export class PointerController implements ReactiveController {
  private readonly _host: PointerHost;
  private _surface: HTMLElement | undefined;
  private _listening: AbortController | undefined;
  private _last: LocalPoint | undefined; // where a press has come to
  private _dragged = false; // and whether it became a drag

  constructor(host: PointerHost) {
    this._host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // A first connection has nothing rendered yet; later ones have.
    this.hostUpdated();
  }

  hostUpdated(): void {
    const found = this._host.surface;
    const surface = found?.isConnected ? found : undefined; // an update that was due may come after the removal
    if (surface === this._surface && this._listening) return;
    this._listening?.abort();
    this._surface = surface;
    if (surface) this._listen(surface);
  }

  hostDisconnected(): void {
    this._listening?.abort();
    this._listening = undefined;
    this._last = undefined;
  }

  private _listen(surface: HTMLElement): void {
    this._listening = new AbortController();
    const { signal } = this._listening;
    if (this._host.onTap) {
      surface.addEventListener('click', (event) => {
        const dragged = this._dragged;
        this._dragged = false; // a click may also come without a press, from assistive technology
        if (!dragged) this._host.onTap!(localPoint(event, surface));
      }, { signal });
    }
    surface.addEventListener('pointerdown', (event) => this._onDown(event), { signal });
    surface.addEventListener('pointermove', (event) => this._onMove(event), { signal });
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
      surface.addEventListener(type, (event) => this._onEnd(event), { signal });
    }
  }

  private _onDown(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    this._dragged = false;
    this._last = localPoint(event, this._surface!);
    this._host.onPress?.(this._last);
    this._hover(event, this._last);
  }

  private _onMove(event: PointerEvent): void {
    if (!event.isPrimary) return;
    const point = localPoint(event, this._surface!);
    if (this._last) {
      const dx = point.x - this._last.x;
      const dy = point.y - this._last.y;
      // A finger that goes up or down is about to scroll; the browser says so a little later.
      const scrolls = event.pointerType === 'touch' && Math.abs(dy) > Math.abs(dx);
      if (!this._dragged && !scrolls && Math.hypot(dx, dy) >= SLACK) {
        this._dragged = true;
        if (this._host.onDrag) this._surface!.setPointerCapture(event.pointerId);
      }
      if (this._dragged) {
        this._last = point;
        this._host.onDrag?.(dx, dy, point);
      }
    }
    if (!this._last || !this._dragged || !this._host.onDrag) this._hover(event, point);
  }

  private _onEnd(event: PointerEvent): void {
    if (!event.isPrimary) return;
    this._last = undefined;
    if (event.type === 'pointercancel') this._dragged = false; // no click follows
    if (event.type !== 'pointerup') this._hover(event, undefined); // a mouse that was only released is still there
  }

  private _hover({ pointerType }: PointerEvent, point: LocalPoint | undefined): void {
    if (pointerType !== 'touch') this._host.onHover?.(point);
  }
}
