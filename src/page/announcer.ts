import { PerWindow } from './per-window.js';

/** Something that can say what it shows. */
export interface Speaker {
  /** Says what it shows now. */
  speak(): void;
  /** Clears what it announced, because another speaker speaks or it leaves the page. */
  hush(): void;
}

/** A source of time; tests bring their own. */
interface Delays {
  now(): number;
  after(ms: number, callback: () => void): void;
}

/** The least time between two announcements on a page, in ms. */
const QUIET_MS = 5000;
/** The time in which an operation, such as a step or a move, takes effect, in ms. */
const SETTLE_MS = 1000;

/** Speaks for a page to readers who do not see it: politely, seldom, and only of what they operated last. */
export class Announcer {
  private readonly _delays: Delays;
  private _operated: Speaker | undefined;
  private _speaking: Speaker | undefined;
  private _isWaiting = false;
  private _spokeAt = -Infinity;

  constructor(delays: Delays) {
    this._delays = delays;
  }

  /** Lets the speaker that the reader operated speak once that has taken effect, unless another is operated by then. */
  operated(speaker: Speaker): void {
    this._operated = speaker;
    if (this._isWaiting) return;
    this._isWaiting = true;
    this._delays.after(Math.max(SETTLE_MS, this._spokeAt + QUIET_MS - this._delays.now()), () => this._speak());
  }

  /** Lets a speaker that has changed on its own speak, if it is the one that was operated last. */
  changed(speaker: Speaker): void {
    if (speaker === this._operated) this.operated(speaker);
  }

  /** Lets a speaker that is gone speak no more. */
  forget(speaker: Speaker): void {
    if (this._speaking === speaker) speaker.hush();
    if (this._operated === speaker) this._operated = undefined;
  }

  private _speak(): void {
    this._isWaiting = false;
    const speaker = this._operated;
    if (!speaker) return;
    if (this._speaking !== speaker) this._speaking?.hush();
    this._speaking = speaker;
    this._spokeAt = this._delays.now();
    speaker.speak();
  }
}

const announcers = new PerWindow('announcer.1', (view) => new Announcer({
  now: () => view.performance.now(),
  after: (ms, callback) => void view.setTimeout(callback, ms),
}));

/** Returns the announcer of a window. */
export const announcerOf = (view: Window): Announcer => announcers.get(view);

/** Replaces the announcer of a window. For tests. */
export const setAnnouncer = (view: Window, announcer: Announcer | undefined): void => announcers.set(view, announcer);
