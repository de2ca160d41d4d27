import { PerWindow } from './per-window.js';

/** A picture of a model. */
export interface Picture {
  /** Whether it is on screen, not hidden and not empty. */
  readonly visible: boolean;
  /** Whether enough of it can be seen, on a page that has loaded, for something to begin there. */
  readonly prominent: boolean;
  /** Whether it has to be drawn again. */
  readonly stale: boolean;
  draw(): void;
}

/** Something that changes over time, such as a model in training, while a picture of it is visible or it is urgent. */
export interface Mover {
  readonly moving: boolean;
  /** Whether it has not begun: it then moves while a picture is prominent, not just visible. */
  readonly waiting?: boolean;
  /** Whether somebody waits for where it is going, whether they see it or not. It is not drawn on the way. */
  readonly urgent?: boolean;
  /** Called once its last picture has gone from the page and no other one has come. */
  unseen?(): void;
  /** Moves on by `elapsedMs` of wall time, or by less as soon as `expired()` returns true. */
  advance(elapsedMs: number, expired: () => boolean): void;
}

/** A source of time and frames; tests bring their own. */
export interface Timing {
  now(): number;
  request(frame: (time: number) => void): number;
  cancel(id: number): void;
  report(error: unknown): void;
}

/** The most script time of a frame, and of the training in it, in ms. */
const MAX_FRAME_SCRIPT_MS = 8;
const MAX_TRAINING_MS = 6;
/** The most wall time that one frame makes up for, so that nothing races after a pause. */
const MAX_ELAPSED_MS = 50;
const FIRST_FRAME_MS = 1000 / 60;
/** The longest time that a visible, stale picture waits, however crowded the page. */
const MAX_WAIT_MS = 1000;
/** A frame is late when it takes so many times as long as usual. */
const LATE_RATIO = 1.5;
/** Shorter frames are not believed: browsers that blur time give two frames one time. */
const MIN_FRAME_MS = 1000 / 240;

/** A model, or something else that moves, and all its pictures, which the clock moves and draws together. */
export class Unit {
  readonly pictures = new Set<Picture>();
  readonly mover: Mover | undefined;
  /** The time of the frame since which its pictures wait to be drawn, Infinity if they do not. For the clock. */
  waitingSince = Infinity;

  constructor(mover?: Mover) {
    this.mover = mover;
  }

  /** Whether it has to move in the next frame. */
  get moving(): boolean {
    const { mover } = this;
    if (!mover?.moving) return false;
    if (mover.urgent) return true;
    for (const picture of this.pictures) if (mover.waiting ? picture.prominent : picture.visible) return true;
    return false;
  }

  /** Whether any visible picture has to be drawn. */
  get stale(): boolean {
    for (const picture of this.pictures) if (picture.visible && picture.stale) return true;
    return false;
  }
}

/**
 * The page's only source of animation frames. In each frame it lets all units move, then draws what has changed,
 * within a budget; it asks for no frame when nobody needs one.
 *
 * Crowded pages stay smooth in two ways: training and drawing stop at their share of script time, and when frames
 * come late, which script time alone does not show, fewer pictures are drawn a frame. Turns rotate, so that no unit
 * is always last.
 */
export class Clock {
  private readonly _timing: Timing;
  private readonly _units = new Set<Unit>();
  private _order: readonly Unit[] = []; // the same; replaced when they change, so that a frame can go through it
  private readonly _afterFrame: (() => void)[] = [];
  private _request: number | undefined;
  private _lastFrame = NaN; // NaN while no frame is asked for
  private _trainFirst = 0; // indices of the units whose turn it is
  private _drawFirst = 0;
  private _usualFrameMs = FIRST_FRAME_MS;
  private _lastInterval = Infinity;
  private _maxDraws = Infinity; // in a frame
  private _earlySince = -Infinity;
  private _shareEnd = NaN;
  // Created once, so that frames leave no garbage.
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

  /** Asks for a frame if a unit needs one; called when it may have begun to move, become visible or stale. */
  wake(unit: Unit): void {
    if (this._units.has(unit) && (unit.moving || unit.stale)) this._ask();
  }

  /**
   * Draws a picture that has just come without waiting for a frame, unless its unit has others, which would be
   * behind, or so many have just come that this frame has no time left. Returns whether it drew.
   */
  drawEarly(picture: Picture, unit: Unit): boolean {
    const now = this._timing.now();
    if (now - this._earlySince >= FIRST_FRAME_MS) this._earlySince = now;
    const may = unit.pictures.size === 1 && now - this._earlySince < MAX_FRAME_SCRIPT_MS;
    if (may) this._drawOne(picture, unit);
    return may;
  }

  /** Calls back once, at the end of the present frame, or of the next one if none is under way. */
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
    this._train(Math.min(interval, MAX_ELAPSED_MS), begin);
    this._draw(time, begin);
    if (this._afterFrame.length > 0) this._callBack();
    let needed = this._afterFrame.length > 0;
    for (const unit of this._units) needed ||= unit.moving || unit.stale;
    if (needed) this._ask();
    else this._lastFrame = NaN;
  }

  /** Draws fewer models a frame while frames come late, and more again when they come in time. */
  private _adapt(interval: number): void {
    if (interval > MAX_WAIT_MS) return; // the tab was away
    if (interval > LATE_RATIO * this._usualFrameMs) {
      const drawing = Math.min(this._maxDraws, this._units.size);
      this._maxDraws = Math.max(1, Math.floor(drawing * 0.75));
    } else {
      this._maxDraws = this._maxDraws >= this._units.size ? Infinity : this._maxDraws + 1;
    }
    // Follows a faster display with the second short frame, for one may only be early; a slower one within seconds.
    const short = Math.max(interval, this._lastInterval);
    this._lastInterval = interval;
    this._usualFrameMs = Math.max(MIN_FRAME_MS, Math.min(short, this._usualFrameMs * 1.01));
  }

  /** Moves units, beginning where the time of the last frame ended, or one further if it was enough for all. */
  private _train(elapsedMs: number, begin: number): void {
    const units = this._order;
    const first = this._trainFirst;
    let moving = 0;
    for (const unit of units) if (unit.moving) moving++;
    this._trainFirst = (first + 1) % units.length || 0;
    for (let k = 0, served = 0; k < units.length && served < moving; k++) {
      const at = (first + k) % units.length;
      const unit = units[at];
      // A listener to a unit before it may have paused or removed it.
      if (!unit.moving || !this._units.has(unit)) continue;
      const now = this._timing.now();
      const left = begin + MAX_TRAINING_MS - now;
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
   * Draws units, beginning with those that the time of the last frame was too short for; all pictures of a unit or
   * none, so that two views never show different steps; and none while the unit is urgently on its way.
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
      const hasTime = drawn === 0 || (left === 0 && drawn < this._maxDraws
        && this._timing.now() - begin < MAX_FRAME_SCRIPT_MS);
      if (!hasTime && time - unit.waitingSince < MAX_WAIT_MS) {
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

  // An error is reported, and stops the unit or the picture that it comes from and nothing else.

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
    for (const callback of this._afterFrame.splice(0)) {
      try {
        callback();
      } catch (error) {
        this._timing.report(error);
      }
    }
  }
}

/** What a page may replace later is taken at once: fakes of time may never call. */
const clocks = new PerWindow('clock.1', (view) => new Clock({
  now: view.performance.now.bind(view.performance),
  request: view.requestAnimationFrame.bind(view),
  cancel: view.cancelAnimationFrame.bind(view),
  report: (error) => view.reportError(error),
}));

/** Returns the clock of a window. */
export const clockOf = (view: Window): Clock => clocks.get(view);

/** Replaces the clock of a window; elements take it when they connect. For tests. */
export const setClock = (view: Window, clock: Clock | undefined): void => clocks.set(view, clock);
