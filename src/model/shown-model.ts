import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CanvasController } from '../page/canvas-controller.js';
import { Unit } from '../page/clock.js';
import { durations, Throttle } from '../page/timing.js';
import { modelState, Network, type ModelState, type Target } from '../core/index.js';
import type { TrainingRun, ViewChange } from './training-run.js';

/** A model in a view. */
export interface ModelInView {
  /** Undefined while there is nothing to show. */
  readonly network: Network | undefined;
  /** The target that the network is to learn; undefined if it learns data, or if the target is unknown. */
  readonly target: Target | undefined;
  /** The run that trains it; undefined if there is none. */
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
  private _last: { readonly network: Network; readonly target: Target | undefined } | undefined;
  private readonly _updates = new Throttle();
  private readonly _descriptions = new Throttle();
  private _description = '';
  private _isOnlySteps = false; // the host's next update is for nothing else

  /** Calls `onChange` at each change of the model; without it the host is refreshed. */
  constructor(host: ModelHost, onChange?: (change: ViewChange) => void) {
    this._host = host;
    this._onChange = onChange ?? ((change) => this.refresh(change));
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

  /** Returns the model shown as plain JSON: the whole run, or the network alone if its trainer is gone. */
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

function copyOf(network: Network): Network {
  const copy = new Network(network);
  copy.parameters.set(network.parameters);
  return copy;
}
