import { pageLoadOf } from './page-load.js';
import { PerWindow } from './per-window.js';

/** The most that the canvases of a page may hold before pictures far from the window wait, in pixels. */
const MAX_PIXELS = 64 * 2 ** 20;

/** A further picture is drawn in the same task only while so much idle time is left, in ms. */
const MIN_LEFT_MS = 8;

/** How long pictures wait on a page that is never idle, for how much time each, in ms. */
const MAX_WAIT_MS = 100;
const SLICE_MS = 16;

/** Where there is no idle callback: how long after the last slice, in ms. */
const PAUSE_MS = 30;

/** A picture that is drawn once before anybody sees it. */
export interface IdlePicture {
  /** Whether it has a size and nothing has been drawn at that size; read again before it is drawn. */
  readonly isBlank: boolean;
  /** How far it is from the window, in CSS pixels; 0 within it. Reads layout. */
  readonly distance: number;
  /** The pixels that its canvas is going to hold. */
  readonly pixels: number;
  /** Gets ready what it shows, until `isExpired()` returns true; returns whether it can be drawn. */
  prepare(isExpired: () => boolean): boolean;
  draw(): void;
}

/** A source of idle time; tests bring their own. */
export interface Idleness {
  /** Calls back once when the page has loaded and is idle, with what tells the idle time left in ms. */
  request(slice: (left: () => number) => void): void;
  /** Returns the height of the window in CSS pixels. */
  windowHeight(): number;
  report(error: unknown): void;
}

/**
 * Draws each picture of a page once in idle time, the nearest to the window first, so that a jump and a screenshot
 * of the whole page meet no blank. No trainer trains for it. Once the page's canvases hold 64 Mpx together, it draws
 * only what is at most one window's height from being seen.
 */
export class IdlePictures {
  private readonly _idleness: Idleness;
  private readonly _waiting = new Set<IdlePicture>();
  private readonly _held = new Map<IdlePicture, number>(); // pixels of each canvas
  private _pixels = 0; // of all
  private _isAsked = false;
  private _longestMs = 0;

  constructor(idleness: Idleness) {
    this._idleness = idleness;
  }

  /** Has a picture drawn when there is time; called again when it has come near. */
  add(picture: IdlePicture): void {
    this._waiting.add(picture);
    this._ask();
  }

  /** Forgets a picture, and that its canvas held anything. */
  delete(picture: IdlePicture): void {
    this._waiting.delete(picture);
    this.hold(picture, 0);
  }

  /** Notes how many pixels the canvas of a picture holds now, whoever drew it. */
  hold(picture: IdlePicture, pixels: number): void {
    this._pixels += pixels - (this._held.get(picture) ?? 0);
    if (pixels > 0) this._held.set(picture, pixels);
    else this._held.delete(picture);
  }

  private _ask(): void {
    if (this._isAsked || this._waiting.size === 0) return;
    this._isAsked = true;
    this._idleness.request((left) => this._slice(left));
  }

  private _slice(left: () => number): void {
    this._isAsked = false;
    const reach = this._idleness.windowHeight();
    const nearest = [...this._waiting].map((picture) => ({ picture, distance: picture.distance }))
      .sort((a, b) => a.distance - b.distance);
    let drawn = 0;
    for (const { picture, distance } of nearest) {
      if (!picture.isBlank) {
        this._waiting.delete(picture); // it was seen, or is gone; a new size adds it again
        continue;
      }
      // All that follow are as far; they are added again when they come near.
      if (distance > reach && this._pixels + picture.pixels > MAX_PIXELS) return;
      const needed = Math.max(MIN_LEFT_MS, this._longestMs);
      if (drawn > 0 && left() < needed) return this._ask();
      if (!this._draw(picture, left, needed)) return this._ask();
      drawn++;
    }
  }

  /** Draws a picture, or fails to for good. Returns false if there was no time for what comes before. */
  private _draw(picture: IdlePicture, left: () => number, needed: number): boolean {
    try {
      if (!picture.prepare(() => left() < needed)) return false;
      const before = left();
      this._waiting.delete(picture);
      picture.draw();
      this._longestMs = Math.max(this._longestMs, before - left());
    } catch (error) {
      this._waiting.delete(picture);
      this._idleness.report(error);
    }
    return true;
  }
}

const all = new PerWindow('idle-pictures.1', (view) => {
  const now = (): number => view.performance.now();
  const giveSlice = (slice: (left: () => number) => void): void => {
    const end = now() + SLICE_MS;
    slice(() => end - now());
  };
  /** WebKit has no idle callback. */
  const afterPause = (slice: (left: () => number) => void): void =>
    void view.setTimeout(() => giveSlice(slice), PAUSE_MS);
  const whenIdle = (slice: (left: () => number) => void): void => void view.requestIdleCallback((deadline) => {
    if (deadline.didTimeout) giveSlice(slice);
    else slice(() => deadline.timeRemaining());
  }, { timeout: MAX_WAIT_MS });
  const request = typeof view.requestIdleCallback === 'function' ? whenIdle : afterPause;
  return new IdlePictures({
    request: (slice) => void pageLoadOf(view).over.then(() => request(slice)),
    windowHeight: () => view.innerHeight,
    report: (error) => view.reportError(error),
  });
});

/** Returns the pictures of a window that wait for idle time. */
export const idlePicturesOf = (view: Window): IdlePictures => all.get(view);

/** Replaces them; elements take others when they connect. For tests. */
export function setIdlePictures(view: Window, pictures: IdlePictures | undefined): void {
  all.set(view, pictures);
}
