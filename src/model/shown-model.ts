import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CanvasController } from '../page/canvas-controller.js';
import { Unit } from '../page/clock.js';
import { durations, Throttle } from '../page/timing.js';
import { TrainingRun, type ViewChange } from './training-run.js';
import { checkModel, createNamedTarget, modelState, Network, Trainer, type ModelState, type Target, type TrainerState } from '../core/index.js';
import { fitsTrainer, trainerShape } from './model-options.js';

/** What a view of its own trains: the circle, until it is known well. */
const OWN_STEPS = 20_000;
/** Or so little that errors and nudges can still be seen. */
const EARLY_STEPS = 300;
const STEPS_PER_FRAME = 10_000;

/** What is shown of a model. */
export interface Viewed {
  readonly network: Network;
  /** Undefined where nobody says what should be. */
  readonly target: Target | undefined;
}

/**
 * The model that a view shows: of a trainer, of its own, or the last one of a trainer that left.
 *
 * The view's picture becomes one of the model's unit, so that the clock trains the model while the view
 * is visible and draws both in the same frame.
 */
export class ViewedModel {
  private readonly _canvas: CanvasController;
  private readonly _onChange: (change: ViewChange) => void;
  private _run: TrainingRun | undefined;
  private _unwatch: (() => void) | undefined;
  private _last: Viewed | undefined;
  private _own = false;
  private _known = true; // whether the target is

  constructor(canvas: CanvasController, onChange: (change: ViewChange) => void) {
    this._canvas = canvas;
    this._onChange = onChange;
  }

  /** What trains it; undefined of a model that a trainer left behind. */
  get run(): TrainingRun | undefined {
    return this._run;
  }

  /** The network itself, trained or not. */
  get network(): Network | undefined {
    return this._run?.trainer?.network ?? this._last?.network;
  }

  /** Undefined while nothing can be shown yet: a model of its own is, once it is trained. */
  get viewed(): Viewed | undefined {
    const trainer = this._run?.trainer;
    if (!trainer) return this._last;
    if (this._own && this._run!.playing) return undefined;
    return { network: trainer.network, target: this._known && !trainer.settings.data ? trainer.target : undefined };
  }

  /** Whether its numbers change by themselves. */
  get live(): boolean {
    return this._run !== undefined && this._run.playing;
  }

  /** Whether it is the view's own. */
  get own(): boolean {
    return this._own;
  }

  /** Whether it came about by training to the end from its seed, so that the seed is all there is to it. */
  get fromSeed(): boolean {
    return this._own && this._known && this._run!.rest === 'done';
  }

  /** Shows what a trainer trains. */
  follow(run: TrainingRun): void {
    if (run === this._run) return this.watch();
    this._own = false;
    this._known = true;
    this._show(run);
  }

  /** The trainer is gone: its last network stays as a still picture, whatever becomes of the trainer. */
  release(): void {
    if (this._own || !this._run) return;
    const { viewed } = this;
    this._last = viewed && { ...viewed, network: copyOf(viewed.network) };
    this._leave();
  }

  /** Shows nothing any more. */
  forget(): void {
    this._last = undefined;
    if (this._run) this._leave();
  }

  /** Shows a model of its own: with these parameters, or trained from the seed at once; `early` in its training or well. */
  train(seed: string, layers: readonly number[], parameters: readonly number[] | undefined, early = false): void {
    const network = new Network({ layers });
    const trainer = new Trainer({ network, target: createNamedTarget('circle'), seed, parameters });
    const run = new TrainingRun();
    run.stepsPerFrame = STEPS_PER_FRAME;
    run.maxSteps = OWN_STEPS;
    if (early && !parameters) trainer.step(EARLY_STEPS);
    this._own = true;
    this._known = parameters === undefined;
    this._show(run);
    run.start(trainer, parameters === undefined && !early);
  }

  /**
   * Shows a model of its own that came from outside; a trainer's state goes on to be one.
   * Throws: RangeError saying why it cannot; nothing has changed then.
   */
  show(state: ModelState): void {
    checkModel(state, 'setState');
    if (!fitsTrainer(state.layers)) throw new RangeError(`setState: layers are [${state.layers.slice(0, 8).join()}], expected ${trainerShape}`);
    const trainer = new Trainer({ network: new Network(state), target: createNamedTarget('circle'), parameters: state.parameters });
    if ('steps' in state) trainer.setState(state as TrainerState);
    this._own = true;
    this._known = false;
    const run = new TrainingRun();
    this._show(run);
    run.start(trainer, false);
  }

  /** What is shown, as plain JSON: all of a run, or a network alone whose trainer is gone. */
  getState(): ModelState | undefined {
    const { viewed } = this;
    return viewed && (this._run?.trainer?.getState() ?? modelState(viewed.network));
  }

  /** Hears of the model again, after `unwatch`. */
  watch(): void {
    if (this._unwatch || !this._run) return;
    this._unwatch = this._run.watch((change) => this._onChange(change));
    this._onChange('start');
  }

  /** Hears no more of the model, which goes on without it. */
  unwatch(): void {
    this._unwatch?.();
    this._unwatch = undefined;
  }

  private _leave(): void {
    this.unwatch();
    this._run = undefined;
    this._canvas.unit = new Unit();
    this._onChange('pause');
  }

  private _show(run: TrainingRun): void {
    this.unwatch();
    this._run = run;
    this._canvas.unit = run.unit;
    this.watch();
  }
}

function copyOf(network: Network): Network {
  const copy = new Network(network);
  copy.parameters.set(network.parameters);
  return copy;
}

/** A model as a view shows it. */
export interface ModelInView {
  /** Undefined while there is nothing to show. */
  readonly network: Network | undefined;
  /** What the network is to learn; undefined where that is data, or unknown. */
  readonly target: Target | undefined;
  /** What trains it; undefined where nothing does. */
  readonly run: TrainingRun | undefined;
  /** Whether it is training now. */
  readonly isLive: boolean;
}

/** An element with a picture of a model. */
export interface ModelHost extends ReactiveControllerHost {
  readonly canvas: CanvasController;
  readonly isUpdatePending: boolean;
  /** How often the element is updated while the model trains, in ms; by default as often as words can be read. */
  readonly updateEveryMs?: number;
  /** Returns whether the element redraws and updates itself at this change. */
  handlesModelChange?(change: ViewChange): boolean;
}

/**
 * Shows a run in a view's picture, or the last network of a run that is gone.
 *
 * The picture becomes one of the run's unit, so that the clock trains the model while the view is visible and
 * draws both in the same frame.
 */
export class ShownModel implements ReactiveController, ModelInView {
  private readonly _host: ModelHost;
  private readonly _onChange: (change: ViewChange) => void;
  private _run: TrainingRun | undefined;
  private _unwatch: (() => void) | undefined;
  private _last: Viewed | undefined;
  private readonly _updates = new Throttle();
  private readonly _descriptions = new Throttle();
  private _description = '';
  private _isOnlySteps = false; // the host's next update is for nothing else

  /** Calls `onChange` at each change of the model. */
  constructor(host: ModelHost, onChange: (change: ViewChange) => void) {
    this._host = host;
    this._onChange = onChange;
    host.addController(this);
  }

  get run(): TrainingRun | undefined {
    return this._run;
  }

  get network(): Network | undefined {
    return this._run?.trainer?.network ?? this._last?.network;
  }

  get target(): Target | undefined {
    const trainer = this._run?.trainer;
    if (!trainer) return this._last?.target;
    return trainer.settings.data ? undefined : trainer.target;
  }

  get isLive(): boolean {
    return this._run?.playing ?? false;
  }

  hostConnected(): void {
    this._watch();
  }

  hostDisconnected(): void {
    this._unwatch?.();
    this._unwatch = undefined;
  }

  follow(run: TrainingRun): void {
    if (run === this._run) return this._watch();
    this.hostDisconnected();
    this._run = run;
    this._host.canvas.unit = run.unit;
    this._watch();
  }

  /** Leaves the run; its last network stays as a still picture, whatever becomes of the run. */
  release(): void {
    if (!this._run) return;
    const { network, target } = this;
    this._last = network && { network: copyOf(network), target };
    this._leave();
  }

  /** Shows nothing any more. */
  forget(): void {
    this._last = undefined;
    if (this._run) this._leave();
  }

  /** Returns what is shown as plain JSON: all of a run, or a network alone whose trainer is gone. */
  getState(): ModelState | undefined {
    const { network } = this;
    return this._run?.trainer?.getState() ?? (network && modelState(network));
  }

  /** Redraws the picture in this frame, and updates the host, at its pace where the model has only trained on. */
  refresh(change: ViewChange): void {
    const { _host: host } = this;
    if (host.handlesModelChange?.(change)) return;
    host.canvas.redraw();
    const isOnlySteps = change === 'steps' && this.isLive;
    if (!isOnlySteps) this._updates.reset();
    if (!this._updates.isDue(performance.now(), host.updateEveryMs ?? durations.words)) return;
    this._isOnlySteps = isOnlySteps && !host.isUpdatePending;
    host.requestUpdate();
  }

  /** Returns a description that changes no more often than it can be read while the model trains. */
  describe(text: () => string): string {
    if (!this._isOnlySteps) this._descriptions.reset();
    this._isOnlySteps = false;
    if (this._descriptions.isDue(performance.now(), durations.words)) this._description = text();
    return this._description;
  }

  private _watch(): void {
    if (this._unwatch || !this._run) return;
    this._unwatch = this._run.watch(this._onChange);
    this._onChange('start');
  }

  private _leave(): void {
    const { canvas } = this._host;
    this.hostDisconnected();
    if (canvas.unit === this._run?.unit) canvas.unit = new Unit(); // it may show another model already
    this._run = undefined;
    this._onChange('pause');
  }
}
