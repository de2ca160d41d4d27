import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { valueOrUndefined } from '../attrs/kind.js';
import type { Size, Theme } from '../draw/types.js';
import { clockOf, Unit, type Clock, type Picture } from './clock.js';
import { idlePicturesOf, type IdlePicture, type IdlePictures } from './idle-pictures.js';
import { distanceToWindow, isClippedAway, isInView, isShown, MIN_SEEN_PX, shareSeen, topOf } from './layout.js';
import { inNextTask } from './next-task.js';
import { pageLoadOf, type PageLoad } from './page-load.js';
import { readerScale, scaleOnScreen, SurfaceSize, typeScale } from './surface-size.js';
import { surroundingsOf } from './surroundings.js';
import { readTheme } from './theme.js';

/** The share of a picture, or of a window that is smaller, that has to be seen for a picture to be prominent. */
const PROMINENT_SHARE = 0.6;

/**
 * Shares of a canvas at which the browser says how much of it can be seen: fine, since it may be many windows high, and
 * very fine at first, for edges.
 */
const THRESHOLDS = [0, 1e-6, 0.001, 0.002, 0.004, 0.006, 0.01, ...Array.from({ length: 50 }, (_, k) => (k + 1) / 50)];

/** How often a picture that changes, or that a page has faded away, is looked at again, in ms. */
const LOOK_MS = 500;

/** An element with a picture. */
export interface CanvasHost extends ReactiveControllerHost, HTMLElement {
  /** Draws into a cleared canvas, scaled to pixels of the picture. No layout reads. */
  paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void;
  /** Called where a theme token is not a colour. */
  onBadToken(token: string, text: string): void;
  /** Called once where the browser gives no 2D context. */
  onNoContext(): void;
  /** The height, in the picture's pixels, of what lies under it in the same canvas, such as a chart. Default 0. */
  readonly chartHeight?: number;
  /** The width in CSS pixels from which on type grows with the figure; Infinity for never. */
  readonly naturalWidth?: number;
  /** Gets ready what a first picture shows, in idle time until `isExpired()`; returns whether it is. */
  prepare?(isExpired: () => boolean): boolean;
  /** Called when the canvas has its first layout since it came to the page, and was drawn if it could be at once. */
  onMeasured?(): void;
}

/**
 * Looks after the canvas in its host's shadow root: measures it, follows density, theme, fonts, print and a lost
 * context, knows whether it can be seen, and draws when the page's clock says so. Frees its memory a frame after the
 * host has left the page.
 */
export class CanvasController implements ReactiveController, Picture, IdlePicture {
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
  private readonly _surface = new SurfaceSize();
  private _onWindow = 1; // pixels of the window for one CSS pixel of the canvas
  private _columnWidth = 0; // around the figure, in CSS pixels
  private _rootFont = 0;
  private _reader = 1; // how much larger the reader has everything set
  private _nextLook: ReturnType<typeof setTimeout> | undefined;
  private _isDrawn = false; // at this size, in this theme
  private _idle: IdlePictures | undefined;
  private _isReached = false; // by the window and by what clips, if only by its edge or at no size
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
    return this._onScreen && !this._hidden && !this._surface.isEmpty;
  }

  get prominent(): boolean {
    return this.visible && this._isProminent && this._load!.isOver;
  }

  /** The picture's size in its own pixels, in which it is drawn and pointed at. */
  get size(): Size {
    this._surface.fit();
    return this._surface.picture;
  }

  /** CSS pixels for one pixel of the picture, which is larger where the figure is wide. */
  get scale(): number {
    return this._surface.scale;
  }

  get isBlank(): boolean {
    return this._idle !== undefined && !this._isDrawn && !this._surface.isEmpty && !this._unit.mover?.urgent;
  }

  get pixels(): number {
    this._surface.fit();
    return this._surface.backing.width * this._surface.backing.height;
  }

  get distance(): number {
    return this._canvas ? distanceToWindow(this._canvas) : Infinity;
  }

  prepare(isExpired: () => boolean): boolean {
    return this._host.prepare?.(isExpired) ?? true;
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
    this._idle = idlePicturesOf(view);
    this._disconnect = new AbortController();
    this._enrol();
    if (this._canvas) this._observe();
  }

  hostUpdated(): void {
    const canvas = this._host.shadowRoot?.querySelector('canvas') ?? undefined;
    if (!this._canvas && canvas && this._disconnect) {
      this._canvas = canvas;
      this._probe = this._host.shadowRoot?.querySelector<HTMLElement>('.probe') ?? undefined;
      const { signal } = this._disconnect;
      inNextTask(() => signal.aborted || this._getReady(canvas));
    }
  }

  hostDisconnected(): void {
    this._disconnect?.abort();
    this._disconnect = undefined;
    this._resizes?.disconnect();
    this._intersections?.disconnect();
    this._isReached = this._onScreen = this._isProminent = this._early = this._isDrawn = false;
    this._idle?.delete(this);
    this._idle = undefined;
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
    if (this.isBlank) this._idle?.add(this);
  }

  /** Looks how large the canvas is on screen and whether the page hides it. Reads layout. */
  readonly look = (): void => {
    const { _canvas: canvas, _surface: { width, height, isEmpty } } = this;
    clearTimeout(this._nextLook);
    this._nextLook = undefined;
    if (!canvas || isEmpty || !this._disconnect) return;
    const onWindow = Math.max(1, scaleOnScreen(canvas, width, height)); // it may be about to grow
    const isHidden = !isShown(canvas) || isClippedAway(canvas);
    const wasHidden = this._hidden;
    const isOther = onWindow !== this._onWindow || isHidden !== wasHidden;
    this._onWindow = onWindow;
    this._hidden = isHidden;
    if (isOther) this.redraw();
    if (isHidden && this._isReached) this._lookLater();
    // From no size to all of it in view is no news to an observer: both count as whole.
    if (wasHidden && !isHidden) this._observeAnew();
  };

  /** Draws now, if it has a size. Called by the clock. */
  draw(): void {
    const canvas = this._canvas;
    const view = canvas?.ownerDocument.defaultView;
    if (!canvas || !view || this._surface.isEmpty) return;
    this.stale = false;
    this._isDrawn = true;
    this._lookLater();
    const ctx = this._contextOf(canvas);
    if (!ctx) return;
    this._theme ??= this._readTheme(canvas);
    this._surface.set({ density: view.devicePixelRatio * this._onWindow });
    this._surface.fit();
    const { backing, picture: size } = this._surface;
    // Only here, together with a drawing: setting the size clears the canvas.
    if (canvas.width !== backing.width || canvas.height !== backing.height) Object.assign(canvas, backing);
    this._idle?.hold(this, backing.width * backing.height);
    ctx.setTransform(size.density, 0, 0, size.density, 0, 0);
    ctx.clearRect(0, 0, size.width, size.height);
    this._host.paint(ctx, size, this._theme);
    // It asks for another drawing while it is not whole.
    this._isDrawn = !this.stale || this._onScreen;
    if (this.isBlank) this._idle?.add(this);
  }

  /** Draws all of it now, for paper and files. */
  drawWhole(): void {
    this.stale = true;
    for (let k = 0; this.stale && k < 1000; k++) this.draw(); // 1000: an error of ours is to end, too
  }

  /** Creates the context and reads the theme, which take long at first, apart from update, layout and drawing. */
  private _getReady(canvas: HTMLCanvasElement): void {
    const hasContext = this._contextOf(canvas) !== null;
    this._observe();
    if (hasContext) this._theme ??= this._readTheme(canvas);
  }

  private _contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    if (this._context === undefined) {
      this._context = valueOrUndefined(() => canvas.getContext('2d')) ?? null; // scripts against tracking make it throw
      if (!this._context) setTimeout(() => this._host.onNoContext()); // what it changes may need another layout
    }
    return this._context;
  }

  /** Draws now and returns a copy of the picture on the page's ground, for a file; undefined while there is none. */
  drawOnGround(): HTMLCanvasElement | undefined {
    const canvas = this._canvas;
    if (!canvas || canvas.clientWidth === 0) return undefined;
    const theme = this._theme = this._readTheme(canvas); // the ground may have changed since the last frame
    this.drawWhole();
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
    const top = topOf(canvas);
    for (const [name, colour] of Object.entries(theme)) {
      const token = `--_${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
      if (typeof colour === 'string') top.style.setProperty(token, colour);
    }
    top.style.setProperty('--_scheme', theme.dark ? 'dark' : 'light');
    return theme;
  }

  /** A page may fade it in or out by what fires no event, such as a sibling that is checked or the scroll position. */
  private _lookLater(): void {
    this._nextLook ??= setTimeout(this.look, LOOK_MS);
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
    const measures = [...this._host.shadowRoot!.querySelectorAll('.measure')];
    this._resizes = new view.ResizeObserver((entries) => {
      if (!this._takeSizes(entries)) return;
      if (measured) this._theme = undefined; // zoom comes with another size in some engines
      this._drawAnew();
      this._observeAnew(); // a box without a size is not seen, and some engines tell nothing when it gets one
      if (measured) return;
      measured = true;
      // Between layout and paint: the browser says only after this frame what is on screen, but the reader is waiting.
      if (!this._hidden && isInView(canvas)) this._early = this._clock?.drawEarly(this, this._unit) ?? false;
      this._host.onMeasured?.();
    });
    for (const element of [...measures, canvas]) this._resizes.observe(element);
    this._observeNearness(view, signal);
    this._intersections = new view.IntersectionObserver((entries) => {
      const entry = entries[entries.length - 1];
      const { width, height } = entry.intersectionRect;
      this._isReached = entry.isIntersecting;
      const isNew = !this._onScreen && !this._early;
      this._onScreen = width >= MIN_SEEN_PX && height >= MIN_SEEN_PX; // a box that only touches the edge intersects too
      const ownShare = 1 - (this._host.chartHeight ?? 0) / this.size.height;
      this._isProminent = this._onScreen && shareSeen(entry, ownShare, view) >= PROMINENT_SHARE;
      this._early = false;
      if (isNew && this._onScreen) this._retheme(); // an unseen box has no transitions that would show a change
      else this.look();
      this._wake();
    }, { threshold: THRESHOLDS });
    this._intersections.observe(canvas);
    this._load = pageLoadOf(view);
    if (!this._load.isOver) void this._load.over.then(() => this._wake());
    this._watchDensity();
    view.addEventListener('resize', () => this._clock?.after(() => this.look()), { signal });
    // The probe shows a change; where an ancestor fades its own colours, only the end of that is the end.
    this._probe?.addEventListener('transitionend', this._retheme, { signal });
    // A background is not inherited: no transition of the probe shows that one around it has changed.
    const surroundings = surroundingsOf(view);
    const watcher = { onChange: () => this._checkGround(), onMotionEnd: this._retheme };
    surroundings.add(watcher, this._host);
    signal.addEventListener('abort', () => surroundings.delete(watcher));
    view.matchMedia('(forced-colors: active)').addEventListener('change', this._retheme, { signal });
    view.document.fonts?.addEventListener('loadingdone', this._retheme, { signal });
    canvas.addEventListener('contextrestored', () => this.redraw(), { signal });
    view.addEventListener('beforeprint', () => this.drawWhole(), { signal });
    // Print styles apply after that event, and nobody draws before the page is on paper.
    view.matchMedia('print').addEventListener('change', () => {
      this._retheme();
      this.drawWhole();
    }, { signal });
    this._retheme();
  }

  private _observeAnew(): void {
    this._intersections?.unobserve(this._canvas!);
    this._intersections?.observe(this._canvas!);
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

  /** Looks again, and reads the theme anew if what lies behind the picture has changed, once a frame at most. */
  private _checkGround(): void {
    if (this._isChecking || !this._onScreen) return;
    this._isChecking = true;
    this._clock?.after(() => {
      this._isChecking = false;
      this.look();
      const [probe, theme] = [this._probe, this._theme];
      if (!probe || !theme || !this._host.isConnected) return;
      const { paper, dark } = readTheme(probe, () => undefined);
      if (paper !== theme.paper || dark !== theme.dark) this._retheme();
    });
  }

  private readonly _retheme = (): void => {
    this._theme = undefined;
    this._drawAnew();
  };

  private _drawAnew(): void {
    this._isDrawn = false;
    this.redraw();
    this.look();
  }

  /** Takes in sizes that have changed; returns whether the canvas has another one. */
  private _takeSizes(entries: readonly ResizeObserverEntry[]): boolean {
    const canvas = this._canvas!;
    let { width, height } = this._surface;
    for (const { target, contentRect: box } of entries) {
      if (target === canvas) ({ width, height } = box);
      else if (target.classList.contains('font')) this._rootFont = box.height;
      else this._columnWidth = box.width;
    }
    const column = this._columnWidth || width;
    const reader = readerScale(this._rootFont, column);
    const scale = typeScale(column / reader, this._host.naturalWidth);
    const isScaled = reader !== this._reader || scale !== this._surface.scale;
    if (isScaled) {
      this._reader = reader;
      const { style } = topOf(canvas);
      style.setProperty('--_reader', String(reader));
      style.setProperty('--_grow', String(scale));
      const box = canvas.ownerDocument.defaultView!.getComputedStyle(canvas);
      [width, height] = [parseFloat(box.width) || 0, parseFloat(box.height) || 0];
    }
    return this._surface.set({ width, height, scale });
  }

  /** Has it drawn when it comes near, where the page's canvases held too much before; and when it is zoomed. */
  private _observeNearness(view: Window & typeof globalThis, signal: AbortSignal): void {
    const canvas = this._canvas!;
    const near = new view.IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting) && this.isBlank) this._idle?.add(this);
    }, { rootMargin: '100% 0px' });
    near.observe(canvas);
    const pixels = new view.ResizeObserver(() => this.look());
    try {
      pixels.observe(canvas, { box: 'device-pixel-content-box' }); // zoom changes no other size
    } catch {
      // WebKit has no such box, and tells of zoom by another size.
    }
    signal.addEventListener('abort', () => {
      near.disconnect();
      pixels.disconnect();
      clearTimeout(this._nextLook);
      this._nextLook = undefined;
    });
  }
}
