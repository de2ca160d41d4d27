import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { valueOrUndefined } from '../attrs/kind.js';
import { ownZoom } from './layout.js';

/** A position in pixels of an element's own box, or of its picture, whatever transforms and zoom do to it. */
export interface LocalPoint { readonly x: number; readonly y: number }

/** An element with a surface that is pointed at. It has the methods for the gestures that it answers. */
export interface PointerHost extends ReactiveControllerHost {
  /** What is pointed at, once rendered. */
  readonly surface: HTMLElement | null | undefined;
  /** CSS pixels of the surface for one pixel of its picture, in which points are given. Default 1. */
  readonly pictureScale?: number;
  /**
   * Called on a click or tap: a press released without scrolling or dragging. Returns false where it has no use for
   * it; a link around the host has it then.
   */
  onTap?(point: LocalPoint): boolean | void;
  /**
   * Called while a mouse or pen is over the surface and drags nothing, and with undefined once it has left. A finger
   * never hovers, as it may be about to scroll: it has to drag or tap, and what it found stays when it is lifted.
   */
  onHover?(point: LocalPoint | undefined): void;
  /** Called when a press begins, which may become a tap or a drag. */
  onPress?(point: LocalPoint): void;
  /** Called when a drag goes on by (dx, dy). Returns false where it uses none; the page has it then. */
  onDrag?(dx: number, dy: number, point: LocalPoint): boolean | void;
}

/** Lets a finger that goes up or down over a canvas scroll the page, and two fingers zoom it. */
export const pointerStyles = css`canvas { touch-action: pan-y pinch-zoom; }`;

/** A press that moves at least so far is a drag, in CSS pixels: hands shake. */
export const MIN_DRAG_PX = 3;

/** Has an element get a pointer's events until it is lifted; no such pointer may be down, as when scripts fire them. */
export function capturePointer(element: Element, { pointerId }: PointerEvent): void {
  valueOrUndefined(() => element.setPointerCapture(pointerId));
}

/** Returns where an event happened within an element, in CSS pixels of its own. */
export function localPoint(event: { clientX: number; clientY: number }, element: HTMLElement): LocalPoint {
  const rect = element.getBoundingClientRect();
  const zoom = ownZoom(element);
  return {
    x: ((event.clientX / zoom - rect.left) * element.clientWidth) / (rect.width || 1),
    y: ((event.clientY / zoom - rect.top) * element.clientHeight) / (rect.height || 1),
  };
}

/**
 * Turns pointer events on the host's surface into taps, hovers and drags. Vertical drags of a finger scroll the page,
 * where the surface has `pointerStyles`.
 */
export class PointerController implements ReactiveController {
  private readonly _host: PointerHost;
  private _surface: HTMLElement | undefined;
  private _listening: AbortController | undefined;
  private _pressedAt: LocalPoint | undefined; // then where the drag has come to
  private _isDrag = false;

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
    this._pressedAt = undefined;
  }

  private _listen(surface: HTMLElement): void {
    this._listening = new AbortController();
    const { signal } = this._listening;
    if (this._host.onTap) surface.addEventListener('click', (event) => this._onClick(event), { signal });
    surface.addEventListener('pointerdown', (event) => this._onDown(event), { signal });
    surface.addEventListener('pointermove', (event) => this._onMove(event), { signal });
    for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
      surface.addEventListener(type, (event) => this._onEnd(event), { signal });
    }
  }

  private _onClick(event: MouseEvent): void {
    const wasDrag = this._isDrag;
    this._isDrag = false; // a click may also come without a press, from assistive technology
    if (wasDrag || this._host.onTap!(this._pointOf(event)) !== false) event.preventDefault();
  }

  private _onDown(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return;
    this._isDrag = false;
    this._pressedAt = this._pointOf(event);
    this._host.onPress?.(this._pressedAt);
    this._hover(event, this._pressedAt);
  }

  private _onMove(event: PointerEvent): void {
    if (!event.isPrimary) return;
    const { _host: host, _pressedAt: from } = this;
    const point = this._pointOf(event);
    if (from) {
      const [dx, dy] = [point.x - from.x, point.y - from.y];
      // A finger that goes up or down is about to scroll; the browser says so a little later.
      const scrolls = event.pointerType === 'touch' && Math.abs(dy) > Math.abs(dx);
      if (!this._isDrag && !scrolls && Math.hypot(dx, dy) >= MIN_DRAG_PX) {
        this._isDrag = true;
        if (host.onDrag) capturePointer(this._surface!, event);
      }
      if (this._isDrag) {
        this._pressedAt = point;
        if (host.onDrag && host.onDrag(dx, dy, point) !== false) event.preventDefault();
      }
    }
    if (!from || !this._isDrag || !host.onDrag) this._hover(event, point);
  }

  private _pointOf(event: MouseEvent): LocalPoint {
    const { x, y } = localPoint(event, this._surface!);
    const { pictureScale = 1 } = this._host;
    return { x: x / pictureScale, y: y / pictureScale };
  }

  private _onEnd(event: PointerEvent): void {
    if (!event.isPrimary) return;
    this._pressedAt = undefined;
    if (event.type === 'pointercancel') this._isDrag = false; // no click follows
    if (event.type !== 'pointerup') this._hover(event, undefined); // a mouse that was only released is still there
  }

  private _hover({ pointerType }: PointerEvent, point: LocalPoint | undefined): void {
    if (pointerType !== 'touch') this._host.onHover?.(point);
  }
}
