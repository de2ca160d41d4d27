/** Something drawn for a model. */
export interface Picture {
  /** On screen, not hidden, not empty. */
  readonly visible: boolean;
  /** What is drawn is no longer what should be. */
  readonly stale: boolean;
  draw(): void;
}

/** Something that moves on its own while a picture of it is visible, or while that is urgent. */
export interface Mover {
  readonly moving: boolean;
  /** Somebody waits for where it is going, whether they see it or not. */
  readonly urgent?: boolean;
  /** Its last picture has gone from the page, and no other one came. */
  unseen?(): void;
  /** Moves on by `elapsedMs` of wall time, or by less once `expired()` says so. */
  advance(elapsedMs: number, expired: () => boolean): void;
}

/** Where time and frames come from; a test brings its own. */
export interface Timing {
  now(): number;
  request(frame: (time: number) => void): number;
  cancel(id: number): void;
  report(error: unknown): void;
}

/** Script time a frame may take in all, and the part of it that training may take, in ms. */
const BUDGET_MS = 8;
const TRAINING_MS = 6;
/** Longest stretch of wall time that one frame makes up for: after a pause nothing races. */
const LONGEST_FRAME_MS = 50;
const FIRST_FRAME_MS = 1000 / 60;
/** Every visible, changing picture is drawn at least so often, however crowded the page. */
const LONGEST_WAIT_MS = 1000;
/** A frame this much longer than the page's usual one came late. */
const LATE = 1.5;
/** No display is taken to be faster: browsers that blur time give two frames one time. */
const SHORTEST_FRAME_MS = 1000 / 240;

/** A model with its pictures: what the clock trains and draws together. */
export class Unit {
  readonly pictures = new Set<Picture>();
  readonly mover: Mover | undefined;
  /** The frame since which its pictures wait to be drawn, Infinity if they do not; for the clock. */
  waitingSince = Infinity;

  constructor(mover?: Mover) {
    this.mover = mover;
  }

  /** Whether somebody can see it. */
  get visible(): boolean {
    for (const picture of this.pictures) if (picture.visible) return true;
    return false;
  }

  get moving(): boolean {
    return this.mover !== undefined && this.mover.moving && (this.mover.urgent || this.visible);
  }

  get stale(): boolean {
    for (const picture of this.pictures) if (picture.visible && picture.stale) return true;
    return false;
  }
}

/**
 * The page's only source of animation frames: lets all models move, then draws what changed, within a
 * budget a frame, and asks for no frame when nobody needs one.
 *
 * Crowded pages stay smooth in two ways: training and drawing stop at their share of script time, and
 * when frames come late, which script time alone does not show, fewer pictures are drawn a frame.
 * Turns rotate, so that no model is always last.
 */
export class Clock {
  private readonly _timing: Timing;
  private readonly _units = new Set<Unit>();
  private _order: readonly Unit[] = []; // the same, for frames to go through; another one when they change
  private _afterFrame: (() => void)[] = [];
  private _request: number | undefined;
  private _lastFrame = NaN; // while no frame was asked for
  private _trainFirst = 0; // indices, of the units whose turn it is
  private _drawFirst = 0;
  private _usualFrameMs = FIRST_FRAME_MS;
  private _lastInterval = Infinity;
  private _drawsAFrame = Infinity;
  private _earlySince = -Infinity;
  private _shareEnd = NaN;
  // Made once, for frames leave no garbage.
  private readonly _onFrame = (time: number): void => this._frame(time);
  private readonly _expired = (): boolean => this._timing.now() >= this._shareEnd;

  constructor(timing: Timing) {
    this._timing = timing;
  }

  add(unit: Unit): void {
    if (!this._units.has(unit)) this._order = [...this._units.add(unit)];
    this.wake(unit);
  }

  delete(unit: Unit): void {
    if (this._units.delete(unit)) this._order = [...this._units];
    if (this._units.size === 0 && this._afterFrame.length === 0) this._stop();
  }

  /** To be called when a unit may have begun to move, become visible or stale. */
  wake(unit: Unit): void {
    if (this._units.has(unit) && (unit.moving || unit.stale)) this._ask();
  }

  /**
   * Draws a picture that has just come without waiting for a frame, unless its model has others, which it
   * could be ahead of, or so many have just come that this frame has no time left. Whether it did.
   */
  drawEarly(picture: Picture, unit: Unit): boolean {
    const now = this._timing.now();
    if (now - this._earlySince >= FIRST_FRAME_MS) this._earlySince = now;
    const may = unit.pictures.size === 1 && now - this._earlySince < BUDGET_MS;
    if (may) this._drawOne(picture, unit);
    return may;
  }

  /** Calls back once, at the end of the next frame. */
  after(callback: () => void): void {
    this._afterFrame.push(callback);
    this._ask();
  }

  private _ask(): void {
    this._request ??= this._timing.request(this._onFrame);
  }

  private _stop(): void {
    if (this._request !== undefined) this._timing.cancel(this._request);
    this._request = undefined;
    this._lastFrame = NaN;
  }

  private _frame(time: number): void {
    this._request = undefined;
    const isFirst = Number.isNaN(this._lastFrame);
    const interval = isFirst ? FIRST_FRAME_MS : time - this._lastFrame;
    this._lastFrame = time;
    if (!isFirst) this._adapt(interval);
    const begin = this._timing.now();
    this._train(Math.min(interval, LONGEST_FRAME_MS), begin);
    this._draw(time, begin);
    if (this._afterFrame.length > 0) this._callBack();
    let needed = this._afterFrame.length > 0;
    for (const unit of this._units) needed ||= unit.moving || unit.stale;
    if (needed) this._ask();
    else this._lastFrame = NaN;
  }

  /** Draws fewer models a frame while frames come late, and more again when they come in time. */
  private _adapt(interval: number): void {
    if (interval > LONGEST_WAIT_MS) return; // the tab was away
    if (interval > LATE * this._usualFrameMs) {
      const drawing = Math.min(this._drawsAFrame, this._units.size);
      this._drawsAFrame = Math.max(1, Math.floor(drawing * 0.75));
    } else {
      this._drawsAFrame = this._drawsAFrame >= this._units.size ? Infinity : this._drawsAFrame + 1;
    }
    // Follows a faster display with the second short frame, for one may only be early; a slower one within seconds.
    const short = Math.max(interval, this._lastInterval);
    this._lastInterval = interval;
    this._usualFrameMs = Math.max(SHORTEST_FRAME_MS, Math.min(short, this._usualFrameMs * 1.01));
  }

  /** Begins each frame where the time of the one before ended, or with another one if it sufficed for all. */
  private _train(elapsedMs: number, begin: number): void {
    const units = this._order;
    const first = this._trainFirst;
    let moving = 0;
    for (const unit of units) if (unit.moving) moving++;
    this._trainFirst = (first + 1) % units.length || 0;
    for (let k = 0, served = 0; k < units.length && served < moving; k++) {
      const at = (first + k) % units.length;
      const unit = units[at];
      // What another one told the page may have paused or removed it.
      if (!unit.moving || !this._units.has(unit)) continue;
      const now = this._timing.now();
      const left = begin + TRAINING_MS - now;
      if (served > 0 && left <= 0) {
        this._trainFirst = at;
        return;
      }
      this._shareEnd = now + left / (moving - served);
      this._advance(unit, elapsedMs);
      served++;
    }
  }

  /**
   * Nothing is drawn of what is on its way to where somebody waits for it. Begins with those that the time of the frame before was too short for; all of a model's pictures or
   * none, so that two views never show different steps.
   */
  private _draw(time: number, begin: number): void {
    const units = this._order;
    const first = this._drawFirst;
    let drawn = 0;
    let left = 0;
    for (let k = 0; k < units.length; k++) {
      const at = (first + k) % units.length;
      const unit = units[at];
      unit.waitingSince = unit.stale && !unit.mover?.urgent ? Math.min(unit.waitingSince, time) : Infinity;
      if (unit.waitingSince === Infinity) continue;
      const within = drawn === 0 || (left === 0 && drawn < this._drawsAFrame && this._timing.now() - begin < BUDGET_MS);
      if (!within && time - unit.waitingSince < LONGEST_WAIT_MS) {
        if (left++ === 0) this._drawFirst = at;
        continue;
      }
      for (const picture of unit.pictures) {
        if (picture.visible && picture.stale) this._drawOne(picture, unit);
      }
      unit.waitingSince = Infinity;
      drawn++;
    }
  }

  // An error is told to the page and stops what made it, a model or one picture, and nothing else.

  private _advance(unit: Unit, elapsedMs: number): void {
    try {
      unit.mover!.advance(elapsedMs, this._expired);
    } catch (error) {
      this.delete(unit);
      this._timing.report(error);
    }
  }

  private _drawOne(picture: Picture, unit: Unit): void {
    try {
      picture.draw();
    } catch (error) {
      unit.pictures.delete(picture);
      this._timing.report(error);
    }
  }

  private _callBack(): void {
    const due = this._afterFrame;
    this._afterFrame = [];
    for (const callback of due) {
      try {
        callback();
      } catch (error) {
        this._timing.report(error);
      }
    }
  }
}

/** Where a window keeps its clock, so that two bundles on a page share one; the number is the protocol's. */
const KEY = Symbol.for('nn-elements.clock.1');

type ClockWindow = Window & { [KEY]?: Clock };

/** The clock of a window, made when first asked for. */
export function clockOf(view: Window): Clock {
  const owner = view as ClockWindow;
  return (owner[KEY] ??= new Clock({
    now: () => view.performance.now(),
    request: (frame) => view.requestAnimationFrame(frame),
    cancel: (id) => view.cancelAnimationFrame(id),
    report: (error) => (view as Window & typeof globalThis).reportError(error),
  }));
}

/** Puts a clock of the caller's own in a window's place for it; elements take it when they connect. For tests. */
export function setClock(view: Window, clock: Clock | undefined): void {
  (view as ClockWindow)[KEY] = clock;
}
