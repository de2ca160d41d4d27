import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Size, Theme } from '../draw/types.js';
import { clockOf, Unit, type Clock, type Picture } from './clock.js';
import { composedAncestors, isInView, ownZoom } from './layout.js';
import { pageLoadOf, type PageLoad } from './page-load.js';
import { readTheme } from './theme.js';

/** The most device pixels a side; 2048² is also the 4 Mpx that a picture may have. */
const MAX_SIDE = 2048;

/** The share of a picture, or of a window that is smaller, that has to be seen for a picture to be prominent. */
const PROMINENT_SHARE = 0.6;

/** Shares of a canvas at which the browser says how much of it can be seen; fine, since it may be many windows high. */
const THRESHOLDS = [0, 1e-6, ...Array.from({ length: 50 }, (_, k) => (k + 1) / 50)];

/** An element with a picture. */
export interface CanvasHost extends ReactiveControllerHost, HTMLElement {
  /** Draws into a cleared canvas, scaled to CSS pixels. No layout reads. */
  paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void;
  /** Called where a theme token is not a colour. */
  onBadToken(token: string, text: string): void;
  /** Called once where the browser gives no 2D context. */
  onNoContext(): void;
  /** The height in CSS pixels of what lies under the picture proper in the same canvas, such as a chart. Default 0. */
  readonly chartHeight?: number;
  /** Called when the canvas has its first layout since it came to the page, and was drawn if it could be at once. */
  onMeasured?(): void;
}

/** Returns the backing store for a canvas of this size: whole device pixels, at most 2048 a side. */
export function backingStore(width: number, height: number, density: number): { width: number; height: number } {
  const scale = Math.min(density, MAX_SIDE / width, MAX_SIDE / height);
  return {
    width: Math.max(1, Math.min(MAX_SIDE, Math.round(width * scale))),
    height: Math.max(1, Math.min(MAX_SIDE, Math.round(height * scale))),
  };
}

/**
 * Looks after the canvas in its host's shadow root: measures it, follows density, theme, fonts, print and a lost
 * context, knows whether it can be seen, and draws when the page's clock says so. Frees its memory a frame after the
 * host has left the page.
 */
export class CanvasController implements ReactiveController, Picture {
  stale = true;
  /** A further unit that moves what this shows, while `unit` draws it. */
  movedBy: Unit | undefined;
  private readonly _host: CanvasHost;
  private _unit = new Unit();
  private _clock: Clock | undefined;
  private _canvas: HTMLCanvasElement | undefined;
  private _probe: HTMLElement | undefined;
  private _context: CanvasRenderingContext2D | null | undefined;
  private _theme: Theme | undefined;
  private _zoom = 1; // by CSS, which is no part of the device's density
  private _width = 0;
  private _height = 0;
  private _density = NaN; // for which the next two are
  private _backing = { width: 0, height: 0 };
  private _size: Size = { width: 0, height: 0, density: 1 };
  private _onScreen = false;
  private _isProminent = false;
  private _load: PageLoad | undefined;
  private _early = false; // drawn before the browser has said whether it is on screen
  private _hidden = false;
  private _isChecking = false;
  private _disconnect: AbortController | undefined;
  private _resizes: ResizeObserver | undefined;
  private _intersections: IntersectionObserver | undefined;

  constructor(host: CanvasHost) {
    this._host = host;
    this._unit.pictures.add(this);
    host.addController(this);
  }

  get visible(): boolean {
    return this._onScreen && !this._hidden && this._width > 0 && this._height > 0;
  }

  get prominent(): boolean {
    return this.visible && this._isProminent && this._load!.isOver;
  }

  /** What it is a picture of; all pictures of one unit are drawn in the same frame. */
  get unit(): Unit {
    return this._unit;
  }

  set unit(unit: Unit) {
    if (unit === this._unit) return;
    this._withdraw();
    this._unit = unit;
    if (this._clock) this._enrol();
  }

  hostConnected(): void {
    const view = this._host.ownerDocument.defaultView;
    if (!view) return;
    this._clock = clockOf(view);
    this._disconnect = new AbortController();
    this._enrol();
    if (this._canvas) this._observe();
  }

  hostUpdated(): void {
    const canvas = this._host.shadowRoot?.querySelector('canvas') ?? undefined;
    if (!this._canvas && canvas && this._disconnect) {
      this._canvas = canvas;
      this._probe = this._host.shadowRoot?.querySelector<HTMLElement>('.probe') ?? undefined;
      this._observe();
    }
  }

  hostDisconnected(): void {
    this._disconnect?.abort();
    this._disconnect = undefined;
    this._resizes?.disconnect();
    this._intersections?.disconnect();
    this._onScreen = this._isProminent = this._early = false;
    this._withdraw();
    const canvas = this._canvas;
    // A frame later, so that an element that is only moved keeps its picture.
    if (canvas && canvas.width > 0) {
      this._clock?.after(() => {
        if (!this._host.isConnected) canvas.width = canvas.height = 0;
      });
    }
    this._clock = undefined;
  }

  /** Renders the canvas, with a name that stays the same while what it shows changes. */
  render(label: string, describedBy: string): TemplateResult {
    return html`<canvas part="canvas" role="img" aria-label=${label} aria-describedby=${describedBy}></canvas
      ><span class="probe"></span>`;
  }

  /** Has it drawn in the next frame; called when what should be drawn has changed. */
  redraw(): void {
    this.stale = true;
    this._clock?.wake(this._unit);
  }

  /** Draws now, if it has a size. Called by the clock. */
  draw(): void {
    const canvas = this._canvas;
    const view = canvas?.ownerDocument.defaultView;
    if (!canvas || !view || this._width === 0 || this._height === 0) return;
    this.stale = false;
    if (this._context === undefined) {
      this._context = canvas.getContext('2d');
      if (!this._context) setTimeout(() => this._host.onNoContext()); // what it changes may need another layout
    }
    const ctx = this._context;
    if (!ctx) return;
    this._theme ??= this._readTheme(canvas);
    const density = view.devicePixelRatio * this._zoom;
    if (density !== this._density) this._fit(density);
    const { _backing: backing, _size: size } = this;
    // Only here, together with a drawing: setting the size clears the canvas.
    if (canvas.width !== backing.width || canvas.height !== backing.height) Object.assign(canvas, backing);
    ctx.setTransform(backing.width / this._width, 0, 0, backing.height / this._height, 0, 0);
    ctx.clearRect(0, 0, this._width, this._height);
    this._host.paint(ctx, size, this._theme);
  }

  /** Draws now and returns a copy of the picture on the page's ground, for a file; undefined while there is none. */
  drawOnGround(): HTMLCanvasElement | undefined {
    const canvas = this._canvas;
    if (!canvas || canvas.clientWidth === 0) return undefined;
    const theme = this._theme = this._readTheme(canvas); // the ground may have changed since the last frame
    this.draw();
    const copy = canvas.ownerDocument.createElement('canvas');
    Object.assign(copy, { width: canvas.width, height: canvas.height });
    const ctx = copy.getContext('2d');
    if (!ctx) return canvas;
    ctx.fillStyle = theme.paper;
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    return copy;
  }

  /** Reads the theme, and gives its colours to what is around the canvas, as `--_ink`, `--_target-wash` and so on. */
  private _readTheme(canvas: HTMLCanvasElement): Theme {
    const theme = readTheme(this._probe ?? this._host, (token, text) => this._host.onBadToken(token, text));
    let top: HTMLElement = canvas;
    while (top.parentElement) top = top.parentElement;
    for (const [name, colour] of Object.entries(theme)) {
      const token = `--_${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
      if (typeof colour === 'string') top.style.setProperty(token, colour);
    }
    top.style.setProperty('--_scheme', theme.dark ? 'dark' : 'light');
    return theme;
  }

  private _fit(density: number): void {
    this._density = density;
    this._backing = backingStore(this._width, this._height, density);
    this._size = { width: this._width, height: this._height, density: this._backing.width / this._width };
  }

  private _enrol(): void {
    this._unit.pictures.add(this);
    this._clock?.add(this._unit);
  }

  private _withdraw(): void {
    const unit = this._unit;
    unit.pictures.delete(this);
    if (unit.pictures.size > 0) return;
    this._clock?.delete(unit);
    // Not yet, for an element that is only moved is back by then.
    queueMicrotask(() => unit.pictures.size === 0 && unit.mover?.unseen?.());
  }

  private _observe(): void {
    const canvas = this._canvas!;
    const view = canvas.ownerDocument.defaultView as Window & typeof globalThis;
    const { signal } = this._disconnect!;
    let measured = false;
    this._resizes = new view.ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width === this._width && height === this._height) return;
      this._width = width;
      this._height = height;
      this._density = NaN;
      this._retheme(); // zoom comes with another size in some engines
      // A box without a size is not seen, and some engines tell nothing when it gets one.
      this._intersections?.unobserve(canvas);
      this._intersections?.observe(canvas);
      if (measured) return;
      measured = true;
      // Between layout and paint: the browser says only after this frame what is on screen, but the reader is waiting.
      if (!this._hidden && isInView(canvas)) this._early = this._clock?.drawEarly(this, this._unit) ?? false;
      this._host.onMeasured?.();
    });
    this._resizes.observe(canvas);
    this._intersections = new view.IntersectionObserver((entries) => {
      const entry = entries[entries.length - 1];
      const { width, height } = entry.intersectionRect;
      const isNew = !this._onScreen && !this._early;
      this._onScreen = width > 0 && height > 0; // a box that only touches the edge intersects too
      this._isProminent = this._onScreen && this._shareSeen(entry) >= PROMINENT_SHARE;
      this._early = false;
      if (isNew && this._onScreen) this._retheme(); // an unseen box has no transitions that would show a change
      else this._wake();
    }, { threshold: THRESHOLDS });
    this._intersections.observe(canvas);
    this._load = pageLoadOf(view);
    if (!this._load.isOver) void this._load.over.then(() => this._wake());
    this._watchDensity();
    // The probe shows a change; where an ancestor fades its own colours, only the end of that is the end.
    this._probe?.addEventListener('transitionend', this._retheme, { signal });
    view.document.addEventListener('transitionend', ({ target }) => {
      // Other elements have transitions of their own, as for hover.
      if (composedAncestors(this._host).includes(target as Node)) this._retheme();
    }, { signal });
    // A background is not inherited: no transition of the probe shows that one around it has changed.
    const grounds = new view.MutationObserver(() => this._checkGround());
    for (const node of composedAncestors(this._host)) {
      grounds.observe(node, node === this._host ? { attributeFilter: ['class', 'style'] } : { attributes: true });
    }
    signal.addEventListener('abort', () => grounds.disconnect());
    view.matchMedia('(forced-colors: active)').addEventListener('change', this._retheme, { signal });
    view.document.fonts?.addEventListener('loadingdone', this._retheme, { signal });
    canvas.addEventListener('contextrestored', () => this.redraw(), { signal });
    view.addEventListener('beforeprint', () => this.draw(), { signal });
    // Print styles apply after that event, and nobody draws before the page is on paper.
    view.matchMedia('print').addEventListener('change', () => {
      this._retheme();
      this.draw();
    }, { signal });
    this._retheme();
  }

  /** Returns how much of the picture proper can be seen, as a share of it or of a window that is smaller. */
  private _shareSeen(entry: IntersectionObserverEntry): number {
    const { boundingClientRect: box, intersectionRect: seen, rootBounds } = entry;
    const view = this._canvas!.ownerDocument.defaultView!;
    const { width, height } = rootBounds ?? { width: view.innerWidth, height: view.innerHeight };
    const pictureHeight = box.height * (1 - (this._host.chartHeight ?? 0) / this._height);
    const seenHeight = Math.min(seen.bottom, box.top + pictureHeight) - seen.top;
    return (seen.width / Math.min(box.width, width)) * (seenHeight / Math.min(pictureHeight, height));
  }

  private _wake(): void {
    for (const unit of [this._unit, this.movedBy]) if (unit) this._clock?.wake(unit);
  }

  /** Follows the density, which zoom and a move to another screen change; a media query knows only one. */
  private _watchDensity(): void {
    const view = this._canvas?.ownerDocument.defaultView;
    const signal = this._disconnect?.signal;
    if (!view || !signal) return;
    const onChange = (): void => {
      this.redraw();
      this._watchDensity();
    };
    const query = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    query.addEventListener('change', onChange, { signal, once: true });
  }

  /** Reads the theme anew if what lies behind the picture has changed, once a frame at most. */
  private _checkGround(): void {
    if (this._isChecking || !this._onScreen || !this._theme) return;
    this._isChecking = true;
    this._clock?.after(() => {
      this._isChecking = false;
      const [probe, theme] = [this._probe, this._theme];
      if (!probe || !theme || !this._host.isConnected) return;
      const { paper, dark } = readTheme(probe, () => undefined);
      if (paper !== theme.paper || dark !== theme.dark) this._retheme();
    });
  }

  private readonly _retheme = (): void => {
    const probe = this._probe;
    if (this._canvas) this._zoom = this._canvas.currentCSSZoom ?? ownZoom(this._canvas);
    const style = probe?.ownerDocument.defaultView?.getComputedStyle(probe);
    this._hidden = style?.visibility === 'hidden';
    this._theme = undefined;
    this.redraw();
  };
}
