import { Network, Trainer, type LearningCurve, type Sample, type Score } from '../core/index.js';
import { Unit, type Mover } from '../page/clock.js';

/** Why a run stands still though nobody paused it. */
type RestReason = 'done' | 'diverged' | 'unusable';

/** What happened to a run. While it plays, `steps` comes at most once a frame. `travel`: a `goTo` begins. */
export type RunChange = 'steps' | 'travel' | 'play' | 'pause' | 'reset' | 'done' | 'diverged';

/** Changes that only views hear of, too: the run has its first trainer, or its target or settings have changed. */
export type ViewChange = RunChange | 'start' | 'target' | 'settings';

/** The element that a run belongs to. */
export interface RunOwner {
  /** Called at each change, after the views. */
  onRun(change: RunChange): void;
  /** Called before a step that the reader has time to see, with the sample that it learns. */
  onSample?(sample: Sample): void;
  /** Whether a run that came to rest while it played may play on after a reset. */
  readonly mayResume: boolean;
}

/**
 * The automatic pace: step k + 1 takes 1 / (AUTO_RATE · (k + 1)) s, so that a power of ten takes 1.2 s, and a frame
 * has at most MAX_AUTO_STEPS_PER_FRAME. It depends on the step alone, so that it is the same after going back.
 */
const AUTO_RATE = 1.92;
const MAX_AUTO_STEPS_PER_FRAME = 1000;

/** The automatic pace is below 30 steps a second up to here: slow enough to see each sample. */
const SLOW_STEPS = Math.floor(30 / AUTO_RATE) - 1;

/** Time that the untrained picture stays before training begins by itself. */
const START_DELAY_MS = 500;

/** Parameters updated between two looks at the time: a fraction of a millisecond for any network. */
const SLICE = 20_000;

/** Parameters updated in one call of `step`, some milliseconds' worth. For more, it goes there as `goTo` does. */
const MAX_AT_ONCE = 100 * SLICE;

/** Script time of a task that goes on where no picture and so no frame comes, in ms. */
const BLIND_MS = 6;
/** As the page has it at first: a fake clock that stands would never end a slice. */
const now = performance.now.bind(performance);

/** Parameters of a network that can be scored while it trains. A larger one needs many frames' time for a score. */
export const MAX_SCORED_PARAMETERS = 1000;

/**
 * Cells a side of the grid on which runs are scored, of a network of up to so many parameters, and of a larger one. On
 * both the circle's baseline is its true 80.4 %; on 128² it would be 80.3 %.
 */
export const SCORED_CELLS = 120;
const MAX_FINELY_SCORED_PARAMETERS = 250;
const ROUGHLY_SCORED_CELLS = 56;

/** Of a larger network the curve gets every fourth milestone. */
const LARGE_NETWORK_STRIDE = 4;

/** Returns how many steps of a trainer are taken between two looks at the time. */
const sliceOf = ({ network }: Trainer): number => Math.max(1, Math.floor(SLICE / network.parameters.length));

/** Returns a trainer that goes on as this one would. */
function copyOf(trainer: Trainer): Trainer {
  const { network: { layers, activation, outputActivation, alpha }, settings, seed, init } = trainer;
  const network = new Network({ layers: [...layers], activation, outputActivation, alpha });
  const copy = new Trainer({ network, seed, init, ...settings });
  copy.setState(trainer.getState());
  return copy;
}

/**
 * Trains a network on the page's clock, at a pace, up to a limit, while it is not paused.
 *
 * Everything but `start`, `restart` and `disable` needs a trainer, and does nothing before there is one.
 */
export class TrainingRun implements Mover {
  readonly unit = new Unit(this);
  /** Samples in 1/60 s; `auto`: few at first, then ten times as many every 1.2 s. */
  stepsPerFrame: number | 'auto' = 'auto';
  /** Scores at milestones. They are recorded as long as there is a curve. */
  curve: LearningCurve | undefined;
  private readonly _owner: RunOwner | undefined;
  private readonly _views = new Set<(change: ViewChange) => void>();
  private _trainer: Trainer | undefined;
  private _copy: Trainer | undefined; // that is shown instead
  private _playing = false;
  private _delayMs = 0; // until training begins by itself
  private _rest: RestReason | undefined;
  private _endedWhilePlaying = false; // so that a reset may play on
  private _isDisabled = false;
  private _maxSteps = Infinity;
  private _limit = Infinity; // the step at which it comes to rest
  private _stepFraction = 0; // of a step, left over by the last frame
  private _goal: number | undefined; // of `goTo`, until it is reached
  private _hasRewound = false; // for that goal
  private _arrivals: (() => void)[] = [];
  private _blindTask: ReturnType<typeof setTimeout> | undefined;
  private _scored: { readonly at: string; readonly score: Score } | undefined;

  /** A run without an owner stays at rest after a reset. */
  constructor(owner?: RunOwner) {
    this._owner = owner;
  }

  /** The trainer that is shown: the run's own, or a copy of it. */
  get trainer(): Trainer | undefined {
    return this._copy ?? this._trainer;
  }

  /** The run's own trainer. */
  get own(): Trainer | undefined {
    return this._trainer;
  }

  get playing(): boolean {
    return this._playing;
  }

  get rest(): RestReason | undefined {
    return this._rest;
  }

  get moving(): boolean {
    return (this._playing || this.urgent) && this._trainer !== undefined;
  }

  /** Whether it plays, but begins to train only while enough of a picture can be seen. */
  get waiting(): boolean {
    return this._playing && this._delayMs > 0;
  }

  get urgent(): boolean {
    return this._goal !== undefined;
  }

  /** The step that `goTo` is on its way to; the present one if it is not. */
  get goal(): number {
    return this._goal ?? this._trainer!.steps;
  }

  /** Calls `view` at every change, before the owner hears of it, until the returned function is called. */
  watch(view: (change: ViewChange) => void): () => void {
    this._views.add(view);
    return () => this._views.delete(view);
  }

  /** Steps after which it comes to rest. */
  get maxSteps(): number {
    return this._maxSteps;
  }

  set maxSteps(steps: number) {
    if (steps === this._maxSteps) return;
    this._maxSteps = this._limit = steps;
    if (this._rest === 'done' && this._trainer!.steps < steps) this._rest = undefined; // stays paused
  }

  /**
   * Sets the first trainer, which only views hear of. An unusable model is shown and not trained. If it plays,
   * training begins when a picture has been seen for a while, or at `play` or `reset`.
   */
  start(trainer: Trainer, playing: boolean, isUnusable = false): void {
    this._trainer = trainer;
    this._clear(isUnusable);
    this._playing = playing && !this._rest;
    this._delayMs = START_DELAY_MS;
    this._endedWhilePlaying = playing && !this._playing;
    this._notifyViews('start');
  }

  /** Replaces the trainer, or starts over with the same one. A run that came to rest while it played plays on. */
  restart(trainer: Trainer, isUnusable = false): void {
    this._trainer = trainer;
    this._clear(isUnusable);
    if (this._rest && this._playing) {
      this._playing = false;
      this._endedWhilePlaying = true;
      this._notify('reset');
      if (!this._playing) this._notify('pause');
      return;
    }
    this._notify('reset');
    if (!this._rest && this._endedWhilePlaying && this._owner?.mayResume) this.play();
  }

  /**
   * Goes to a step of the present run, bit for bit as it was or will be there, in the time that frames have
   * for it; in a task if it is near and nothing shows the run. The newest call wins, and its arrival resolves all of
   * them. Playing or paused, the run stays so. Whatever begins another run, and `pause`, ends it where it is.
   */
  goTo(step: number): Promise<void> {
    if (!this._trainer || this._rest === 'unusable') return Promise.resolve();
    this._goal = step;
    this._hasRewound = false;
    const arrival = this.arrival();
    this._notify('travel');
    this._travelBlind();
    return arrival;
  }

  /** Resolves when a `goTo` has ended; at once if there is none. */
  arrival(): Promise<void> {
    if (this._goal === undefined) return Promise.resolve();
    return new Promise<void>((resolve) => void this._arrivals.push(resolve));
  }

  /** Ends a `goTo` where it is when the last picture has gone. */
  unseen(): void {
    this._arrive();
  }

  /**
   * Shows a copy of the run at a later step, or as near to it as comes before `isExpired` returns true, until
   * `showOwn`, or until it moves. Nobody but views hears of it.
   */
  showCopy(step: number, isExpired: () => boolean): void {
    const copy = copyOf(this._trainer!);
    const slice = sliceOf(copy);
    while (copy.steps < step && !copy.diverged && !isExpired()) copy.step(Math.min(slice, step - copy.steps));
    copy.settle();
    this._copy = copy;
    this._notifyViews('start');
  }

  /** Shows the run's own trainer again. */
  showOwn(): void {
    if (!this._copy) return;
    this._copy = undefined;
    this._notifyViews('start');
  }

  /** Tells views that the trainer's target has changed, and with it the score at this step. */
  targetChanged(): void {
    this._scored = undefined;
    this._notifyViews('target');
  }

  /** Tells views that the trainer's learning rate or update order has changed. */
  settingsChanged(): void {
    this._notifyViews('settings');
  }

  /** Brings it to rest for good, where nobody will ever see it. */
  disable(): void {
    this._isDisabled = true;
    this._rest = 'unusable';
    this.pause();
  }

  /** Plays at once: after `maxSteps` for as many again, after divergence from the start. */
  play(): void {
    this._delayMs = 0;
    if (!this._trainer || this._playing || this._rest === 'unusable') return;
    if (this.goal >= this._limit) this._limit = this.goal + this._maxSteps;
    const hasDiverged = this._rest === 'diverged' && !this.urgent;
    if (hasDiverged) {
      this._trainer.reset();
      this._clear(false);
    }
    this._rest = undefined;
    this._endedWhilePlaying = false;
    this._playing = true;
    if (hasDiverged) this._notify('reset');
    if (this._playing) this._notify('play'); // unless a listener has paused it
  }

  pause(): void {
    this._endedWhilePlaying = false;
    this._arrive();
    if (!this._playing) return;
    this._playing = false;
    this._notify('pause');
  }

  /** Goes back to the start of the run, or of the one with this seed. An unusable model needs a seed. */
  reset(seed?: string | number): void {
    if (!this._trainer || (this._rest === 'unusable' && seed === undefined)) return;
    this._delayMs = 0;
    this._trainer.reset(seed);
    this.restart(this._trainer);
  }

  advance(elapsedMs: number, isExpired: () => boolean): void {
    this.showOwn();
    if (this._goal !== undefined) return this._travel(isExpired);
    if (this._delayMs > 0) {
      this._delayMs -= elapsedMs;
      if (this._delayMs <= 0 && this.stepsPerFrame === 'auto') this._stepFraction = 1; // the wait was the first step's
      return;
    }
    const { steps } = this._trainer!;
    // Steps that this frame has no time for are dropped; otherwise the next frame would be late too.
    const isSlow = this.stepsPerFrame === 'auto' && steps <= SLOW_STEPS;
    this._train(Math.min(this._stepsDue(elapsedMs), this._limit - steps), isSlow, isExpired);
    this._afterSteps(this._trainer!.steps !== steps);
  }

  /** Takes steps, playing or not, and beyond the limit too: at once, but for many or on the way as `goTo` does. */
  step(count: number): void {
    const trainer = this._trainer;
    if (!trainer || this._rest === 'unusable') return;
    if (this.urgent || count * trainer.network.parameters.length > MAX_AT_ONCE) {
      void this.goTo(this.goal + count);
      return;
    }
    const { steps } = trainer;
    this._train(count, count === 1);
    this._afterSteps(trainer.steps !== steps);
  }

  /** Returns the score at the present step, which is computed once. */
  score(): Score {
    const trainer = this.trainer!;
    const at = `${trainer.steps} ${trainer.seed}`; // a script may reset the trainer itself
    const isFine = trainer.network.parameters.length <= MAX_FINELY_SCORED_PARAMETERS;
    const cells = isFine ? SCORED_CELLS : ROUGHLY_SCORED_CELLS;
    if (this._scored?.at !== at) this._scored = { at, score: trainer.score(cells) };
    return this._scored.score;
  }

  /** Returns how many whole steps are due after `elapsedMs`, and keeps the fraction for the next time. */
  private _stepsDue(elapsedMs: number): number {
    const frames = (elapsedMs * 60) / 1000;
    const due = this._stepFraction + (this.stepsPerFrame === 'auto'
      ? Math.min(this._growth(elapsedMs), MAX_AUTO_STEPS_PER_FRAME * frames) : frames * this.stepsPerFrame);
    const whole = Math.floor(due + 1e-9); // 1000 / 60 · 60 / 1000 need not be 1
    this._stepFraction = Math.max(0, due - whole);
    return whole;
  }

  /** Returns the steps of the automatic pace in `elapsedMs`, which grow with those taken. */
  private _growth(elapsedMs: number): number {
    const position = this._trainer!.steps + this._stepFraction; // mid-step, the rate is that of the step
    return (position + 0.5) * (Math.exp((AUTO_RATE * elapsedMs) / 1000) - 1);
  }

  /**
   * Takes `count` steps; fewer if time runs out, after one slice at least, or if the run diverges. The owner hears of
   * each sample if `isSeen`.
   */
  private _train(count: number, isSeen: boolean, isExpired = (): boolean => false): void {
    const trainer = this._trainer!;
    const slice = sliceOf(trainer);
    for (let due = count; due > 0 && !trainer.diverged;) {
      if (isSeen) this._owner?.onSample?.(trainer.peek());
      due -= this._trainToMilestone(isSeen ? 1 : Math.min(due, slice));
      if (isExpired()) break;
    }
    trainer.settle(); // nobody sees a network that is past saving
  }

  /** Takes `count` steps, or those up to the curve's next milestone if that comes first. Returns how many. */
  private _trainToMilestone(count: number): number {
    const { curve } = this;
    const trainer = this._trainer!;
    if (!curve) {
      trainer.step(count);
      return count;
    }
    const { lastStep } = trainer;
    if (!trainer.diverged) curve.forgetAfter(lastStep); // what came later is another run's
    if (trainer.steps === 0 && curve.isMissing(0)) curve.record(0, this.score());
    const stride = trainer.network.parameters.length > MAX_SCORED_PARAMETERS ? LARGE_NETWORK_STRIDE : 1;
    const milestone = curve.nextMilestone(trainer.steps, stride);
    const taken = Math.min(count, milestone - trainer.steps);
    trainer.step(taken);
    if (trainer.steps === milestone && (milestone > lastStep || curve.isMissing(milestone))) {
      curve.record(milestone, this.score());
    }
    return taken;
  }

  /** Trains towards the goal, from the last checkpoint before it. */
  private _travel(isExpired: () => boolean): void {
    const trainer = this._trainer!;
    if (!this._hasRewound) trainer.rewind(this._goal!);
    this._hasRewound = true;
    this._train(this._goal! - trainer.steps, false, isExpired);
    if (trainer.steps >= this._goal! || trainer.diverged) this._arrive();
  }

  /** Travels in tasks while there is no picture, for which frames would come. */
  private _travelBlind(): void {
    clearTimeout(this._blindTask);
    if (this._goal === undefined || this.unit.pictures.size > 0) return;
    const end = now() + BLIND_MS;
    this._travel(() => now() >= end);
    if (this.urgent) this._blindTask = setTimeout(() => this._travelBlind());
  }

  /** Ends a `goTo` where it is. */
  private _arrive(): void {
    if (this._goal === undefined) return;
    if (this._hasRewound && !this._trainer!.diverged) this._rest = undefined;
    this._scored = undefined;
    this._goal = undefined;
    this._stepFraction = 0;
    const arrivals = this._arrivals.splice(0);
    this._afterSteps(true);
    for (const resolve of arrivals) resolve();
  }

  private _notify(change: RunChange): void {
    this._notifyViews(change);
    this._owner?.onRun(change);
  }

  private _notifyViews(change: ViewChange): void {
    for (const view of [...this._views]) view(change);
  }

  /** Forgets everything about the run so far but whether it plays. */
  private _clear(isUnusable: boolean): void {
    this._rest = isUnusable || this._isDisabled ? 'unusable' : undefined;
    this._limit = this._maxSteps;
    this._stepFraction = 0;
    this._scored = undefined;
    this._goal = undefined;
    for (const resolve of this._arrivals.splice(0)) resolve();
    this.curve?.clear();
  }

  /** Announces steps, if any were taken, and comes to rest at the limit or after divergence. */
  private _afterSteps(hasMoved: boolean): void {
    const { steps, diverged } = this._trainer!;
    if (hasMoved) this._notify('steps');
    const rest = diverged ? 'diverged' : this._playing && steps >= this._limit ? 'done' : undefined;
    if (!rest || rest === this._rest) return;
    this._rest = rest;
    if (this._playing) {
      this._playing = false;
      this._endedWhilePlaying = true;
      this._notify('pause');
    }
    if (this._rest === rest) this._notify(rest); // unless a listener has begun another run
  }
}
