/** Something that can say what it shows. */
export interface Speaker {
  /** Says it now. */
  speak(): void;
  /** What it said is old: another one speaks. */
  hush(): void;
}

/** Where time comes from; a test brings its own. */
export interface Delays {
  now(): number;
  after(ms: number, callback: () => void): void;
}

/** Nothing is said more often on a page, in ms. */
const QUIET_MS = 5000;
/** What an operation sets off, such as a glide or a step, has come about by then, in ms. */
const SETTLE_MS = 1000;

/** The page's one voice, for those who do not see: politely of what was operated last, and seldom. */
export class Announcer {
  private readonly _delays: Delays;
  private _operated: Speaker | undefined;
  private _speaking: Speaker | undefined;
  private _waiting = false;
  private _saidAt = -Infinity;

  constructor(delays: Delays) {
    this._delays = delays;
  }

  /** The reader operated it: what it shows is said once that has come about, if nothing else is operated by then. */
  operated(speaker: Speaker): void {
    this._operated = speaker;
    if (this._waiting) return;
    this._waiting = true;
    const wait = Math.max(SETTLE_MS, this._saidAt + QUIET_MS - this._delays.now());
    this._delays.after(wait, () => this._say());
  }

  /** It changed by itself, which is said if it is what was operated last. */
  changed(speaker: Speaker): void {
    if (speaker === this._operated) this.operated(speaker);
  }

  /** It is gone. */
  forget(speaker: Speaker): void {
    if (this._speaking === speaker) speaker.hush();
    if (this._operated === speaker) this._operated = undefined;
  }

  private _say(): void {
    this._waiting = false;
    const speaker = this._operated;
    if (!speaker) return;
    if (this._speaking !== speaker) this._speaking?.hush();
    this._speaking = speaker;
    this._saidAt = this._delays.now();
    speaker.speak();
  }
}

/** Where a window keeps its announcer, so that two bundles on a page share one; the number is the protocol's. */
const KEY = Symbol.for('nn-elements.announcer.1');

type AnnouncerWindow = Window & { [KEY]?: Announcer };

/** The announcer of a window, made when first asked for. */
export function announcerOf(view: Window): Announcer {
  return ((view as AnnouncerWindow)[KEY] ??= new Announcer({
    now: () => view.performance.now(),
    after: (ms, callback) => void view.setTimeout(callback, ms),
  }));
}

/** Puts one of the caller's own in a window's place for it. For tests. */
export function setAnnouncer(view: Window, announcer: Announcer | undefined): void {
  (view as AnnouncerWindow)[KEY] = announcer;
}
