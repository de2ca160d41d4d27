import type { LearningCurve, Score, Trainer } from '../core/index.js';
import { Unit, type Mover } from '../page/clock.js';
import { Pace } from './pace.js';

/** Why a run stands still though nobody paused it. */
export type Rest = 'done' | 'diverged' | 'unusable';

/** What happened to a run. `steps` comes at most once a frame while it plays; `travel` sets out for another step. */
export type RunChange = 'steps' | 'travel' | 'play' | 'pause' | 'reset' | 'done' | 'diverged';

/** What views of a run are told besides: it has its first trainer, or that one has another target or settings. */
export type ViewChange = RunChange | 'start' | 'target' | 'settings';

/** Parameters nudged between two looks at the time: a fraction of a millisecond for any network. */
const SLICE = 20_000;

/** Parameters of a network that is scored while it trains: a deep one takes many frames' time for it. */
export const MOST_SCORED = 1000;

/** A deep one is looked at for the curve at every so many of its steps. */
const RARE = 4;

/**
 * A trainer on the page's clock: how fast it goes, how far, and whether it goes at all.
 *
 * Everything but `start`, `begin` and `refuse` needs a trainer, and does nothing before there is one.
 */
export class TrainingRun implements Mover {
  readonly unit = new Unit(this);
  /** Samples a 1/60 s. */
  stepsPerFrame = 100;
  /** How it has gone, where somebody wants to know; kept from then on. */
  curve: LearningCurve | undefined;
  private readonly _owner: (change: RunChange) => void;
  private readonly _views = new Set<(change: ViewChange) => void>();
  private readonly _mayResume: () => boolean;
  private readonly _pace = new Pace();
  private _trainer: Trainer | undefined;
  private _playing = false;
  private _rest: Rest | undefined;
  private _stopped = false; // the rest ended a run that played, so the next may
  private _refused = false;
  private _maxSteps = Infinity;
  private _limit = Infinity;
  private _goal: number | undefined; // the step that it is on its way to, back or on
  private _left = false; // it has set out from where it was
  private _arrivals: (() => void)[] = [];
  private _scored: { readonly at: string; readonly score: Score } | undefined;

  /** `mayResume` says whether a new start may end a rest; nothing moves by itself where motion is unwelcome. */
  constructor(onChange: (change: RunChange) => void, mayResume: () => boolean) {
    this._owner = onChange;
    this._mayResume = mayResume;
  }

  get trainer(): Trainer | undefined {
    return this._trainer;
  }

  get playing(): boolean {
    return this._playing;
  }

  get rest(): Rest | undefined {
    return this._rest;
  }

  get moving(): boolean {
    return (this._playing || this.urgent) && this._trainer !== undefined;
  }

  get urgent(): boolean {
    return this._goal !== undefined;
  }

  /** The step that it is on its way to, or else is at. */
  get goal(): number {
    return this._goal ?? this._trainer!.steps;
  }

  /** Tells `view` of every change, before its owner hears of it, until the returned function is called. */
  watch(view: (change: ViewChange) => void): () => void {
    this._views.add(view);
    return () => this._views.delete(view);
  }

  /** Steps at which it comes to rest. */
  get maxSteps(): number {
    return this._maxSteps;
  }

  set maxSteps(steps: number) {
    if (steps === this._maxSteps) return;
    this._maxSteps = this._limit = steps;
    if (this._rest === 'done' && this._trainer!.steps < steps) this._rest = undefined; // stays paused
  }

  /** The first model, which nothing announces. An unusable one is shown, and not trained. */
  start(trainer: Trainer, playing: boolean, unusable = false): void {
    this._trainer = trainer;
    this._fresh(unusable);
    this._playing = playing && !this._rest;
    this._stopped = playing && !this._playing;
    this._tellViews('start');
  }

  /** Another model, or the same one begun anew. What came to rest while it played goes on. */
  begin(trainer: Trainer, unusable = false): void {
    this._trainer = trainer;
    this._fresh(unusable);
    if (this._rest && this._playing) {
      this._playing = false;
      this._stopped = true;
      this._onChange('reset');
      if (!this._playing) this._onChange('pause');
      return;
    }
    this._onChange('reset');
    if (!this._rest && this._stopped && this._mayResume()) this.play();
  }

  /**
   * Goes to a step of the present run, bit for bit as it was or will be there, in the time that frames have
   * for it; if nobody shows the run, at once. The newest call wins: with its arrival all are done. Whether it
   * plays stays as it is.
   */
  goTo(step: number): Promise<void> {
    if (!this._trainer || this._rest === 'unusable') return Promise.resolve();
    this._goal = step;
    this._left = false;
    const arrival = new Promise<void>((resolve) => void this._arrivals.push(resolve));
    if (this.unit.pictures.size === 0) this.finish();
    else this._onChange('travel');
    return arrival;
  }

  /** Arrives now, however long it takes: somebody needs the run as it is where it is going. */
  finish(): void {
    if (this._goal !== undefined) this._travel(() => false);
  }

  /** Nobody shows it any more, so that no frames come: whoever waits for an arrival has it. */
  unseen(): void {
    this.finish();
  }

  /** The trainer has another target, so that its score is another at the same step. */
  rescore(): void {
    this._scored = undefined;
    this._tellViews('target');
  }

  /** Nobody can see it, ever: nothing makes it play. */
  refuse(): void {
    this._refused = true;
    this._rest = 'unusable';
    this.pause();
  }

  /** Goes on: after `maxSteps` for as many again, after divergence from the start. */
  play(): void {
    if (!this._trainer || this._playing || this._rest === 'unusable') return;
    this.finish();
    if (this._trainer.steps >= this._limit) this._limit = this._trainer.steps + this._maxSteps;
    const anew = this._rest === 'diverged';
    if (anew) {
      this._trainer.reset();
      this._fresh(false);
    }
    this._rest = undefined;
    this._stopped = false;
    this._playing = true;
    if (anew) this._onChange('reset');
    if (this._playing) this._onChange('play'); // a listener may have paused it meanwhile
  }

  pause(): void {
    this._stopped = false;
    if (!this._playing) return;
    this._playing = false;
    this._onChange('pause');
  }

  /** Begins the run again, unless there is none, or another one with this seed. */
  reset(seed?: string | number): void {
    if (!this._trainer || (this._rest === 'unusable' && seed === undefined)) return;
    this._trainer.reset(seed);
    this.begin(this._trainer);
  }

  advance(elapsedMs: number, expired: () => boolean): void {
    if (this._goal !== undefined) return this._travel(expired);
    const trainer = this._trainer!;
    const before = trainer.steps;
    // What the frame cannot hold is dropped, or the next would be late too.
    this._take(Math.min(this._pace.take(elapsedMs, this.stepsPerFrame), this._limit - before), expired);
    this._tell(before);
  }

  /** Takes steps now, playing or not, and beyond the limit too: somebody asked for these. */
  step(count: number): void {
    const trainer = this._trainer;
    if (!trainer || this._rest === 'unusable') return;
    this.finish();
    const before = trainer.steps;
    for (let due = count; due > 0 && !trainer.diverged;) due -= this._learn(due);
    this._tell(before);
  }

  /** The score at the present step, worked out once however often it is asked for. */
  score(): Score {
    const trainer = this._trainer!;
    const at = `${trainer.steps} ${trainer.seed}`; // a script may reset the trainer itself
    if (this._scored?.at !== at) this._scored = { at, score: trainer.score() };
    return this._scored.score;
  }

  /** Takes `most` steps, or those up to the next one that the curve has to know. Returns how many. */
  private _learn(most: number): number {
    const { curve, _trainer: trainer } = this;
    if (!curve) {
      trainer!.step(most);
      return most;
    }
    const { lastStep } = trainer!;
    curve.forgetAfter(lastStep); // what came later is another run's
    if (trainer!.steps === 0 && curve.isMissing(0)) curve.record(0, this.score());
    const every = trainer!.network.parameters.length > MOST_SCORED ? RARE : 1;
    const next = curve.nextMilestone(trainer!.steps, every);
    const count = Math.min(most, next - trainer!.steps);
    trainer!.step(count);
    if (trainer!.diverged) curve.forgetAfter(trainer!.steps);
    else if (trainer!.steps === next && (next > lastStep || curve.isMissing(next))) curve.record(next, this.score()); // it may have been there before
    return count;
  }

  /** The trainer has another learning rate or update order, by which its next step goes. */
  retune(): void {
    this._tellViews('settings');
  }

  /** Takes so many steps, fewer if time runs out or the run diverges. */
  private _take(due: number, expired: () => boolean): void {
    const trainer = this._trainer!;
    const slice = Math.max(1, Math.floor(SLICE / trainer.network.parameters.length));
    while (due > 0 && !trainer.diverged) {
      due -= this._learn(Math.min(due, slice));
      if (expired()) break;
    }
  }

  /** On to the goal from the moment that was kept before it. */
  private _travel(expired: () => boolean): void {
    const trainer = this._trainer!;
    if (!this._left) trainer.rewind(this._goal!);
    this._left = true;
    this._take(this._goal! - trainer.steps, expired);
    if (trainer.steps < this._goal! && !trainer.diverged) return;
    if (!trainer.diverged) this._rest = undefined;
    this._scored = undefined;
    const arrived = this._arrive();
    this._tell(NaN);
    arrived();
  }

  /** It is on its way no more; call what is returned once that is told of. */
  private _arrive(): () => void {
    this._goal = undefined;
    const arrivals = this._arrivals.splice(0);
    return () => arrivals.forEach((arrival) => arrival());
  }

  private _onChange(change: RunChange): void {
    this._tellViews(change);
    this._owner(change);
  }

  private _tellViews(change: ViewChange): void {
    for (const view of [...this._views]) view(change);
  }

  private _fresh(unusable: boolean): void {
    this._rest = unusable || this._refused ? 'unusable' : undefined;
    this._limit = this._maxSteps;
    this._pace.reset();
    this._scored = undefined;
    this._arrive()();
    this.curve?.clear();
  }

  private _tell(before: number): void {
    const { steps, diverged } = this._trainer!;
    if (steps !== before) this._onChange('steps');
    const rest = diverged ? 'diverged' : this._playing && steps >= this._limit ? 'done' : undefined;
    if (!rest || rest === this._rest) return;
    this._rest = rest;
    if (this._playing) {
      this._playing = false;
      this._stopped = true;
      this._onChange('pause');
    }
    if (this._rest === rest) this._onChange(rest); // a listener may have begun anew meanwhile
  }
}
