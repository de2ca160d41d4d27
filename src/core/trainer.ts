import { splitExamples, type Data, type Examples } from './examples.js';
import { copySnapshot, createSnapshot, History, type Snapshot } from './history.js';
import { initSchemes, type InitScheme, type Network, type UpdateOrder } from './network.js';
import { createRandom } from './random.js';
import { drawSamples } from './samples.js';
import { GridScorer, scoreExamples, type Score } from './score.js';
import { checkSettings, type RunSettings } from './settings.js';
import {
  checkName, checkParameters, checkState, MAX_PARAMETER, modelState, readState, type TrainerState,
} from './state.js';
import type { Target } from './targets.js';

export interface TrainerOptions {
  /** A network of two inputs and one output. The trainer draws its parameters. */
  readonly network: Network;
  readonly target: Target;
  /** Default 0. `7` and `'7'` are the same seed. */
  readonly seed?: string | number;
  /** η ≥ 0. Default 0.1. */
  readonly learningRate?: number;
  /** Default `simultaneous`. */
  readonly updateOrder?: UpdateOrder;
  /** Default `undecided`. */
  readonly init?: InitScheme;
  /** Parameters to start from instead of drawn ones, laid out as `network.parameters`. */
  readonly parameters?: ArrayLike<number>;
  /** One or more examples to learn instead of fresh points of the target. */
  readonly data?: Data;
  /** Standard deviation of the noise added to x and to y of each point, in [0, 1]. Default 0. */
  readonly noise?: number;
  /** Share of the data used for training, in (0, 1]; the rest is test data. Default 1. */
  readonly split?: number;
}

/** A point, by default of [−1, 1)², and the target's value there. */
export interface Sample { readonly x: number; readonly y: number; readonly target: number }

/** Steps between checks for divergence; fixed, so that the step at which a run stops does not depend on the caller. */
const CHECK_INTERVAL = 64;

/**
 * Trains a network of two inputs and one output, one sample a step: on fresh uniform points of a target, or on data.
 *
 * Weights and samples are drawn from two separate streams of the seed, so that runs with different `init` see the same
 * samples. `goTo` returns to any step of a run, bit for bit, by snapshots and by repeating the changes of settings.
 * After a change at an earlier step the run continues differently, and its former later steps are forgotten.
 */
export class Trainer {
  readonly network: Network;
  private readonly _weightsRandom = createRandom('');
  private readonly _samplesRandom = createRandom('');
  private readonly _now: Snapshot; // live: the network's parameters and the state of `_samplesRandom`
  private readonly _sound: Snapshot; // the last state that passed the check
  private readonly _history: History;
  private readonly _points = new Float64Array(2 * CHECK_INTERVAL);
  private readonly _labels = new Float64Array(CHECK_INTERVAL);
  private _init: InitScheme;
  private _seed: string;
  private _start: Float64Array | null; // parameters to start from, if they are not drawn
  private _settings: RunSettings;
  private _nextChange = Infinity; // step at which the settings change again
  private _lastStep = 0;
  private _diverged = false;
  private _examples: Examples | undefined; // the data with noise, split
  private _scorer: GridScorer | undefined;

  /** Throws: RangeError if the network does not have two inputs and one output, or an option is out of its range. */
  constructor({
    network, target, seed = 0, learningRate = 0.1, updateOrder = 'simultaneous', init = 'undecided', parameters,
    data, noise = 0, split = 1,
  }: TrainerOptions) {
    const { layers } = network;
    if (layers[0] !== 2 || layers[layers.length - 1] !== 1) {
      throw new RangeError(`Trainer: network is ${layers.join('-')}, expected two inputs and one output`);
    }
    checkName(init, initSchemes, 'Trainer');
    this.network = network;
    this._init = init;
    this._settings = Object.freeze({ learningRate, updateOrder, target, data, noise, split });
    checkSettings(this._settings, 'Trainer');
    const count = network.parameters.length;
    if (parameters) checkParameters(Array.from(parameters), count, 'Trainer');
    this._start = parameters ? Float64Array.from(parameters) : null;
    this._now = { steps: 0, parameters: network.parameters, words: this._samplesRandom.words };
    this._sound = createSnapshot(count);
    this._history = new History(count);
    this._seed = String(seed);
    this.reset();
  }

  /** Number of samples the network was trained on. */
  get steps(): number {
    return this._now.steps;
  }

  /** The run's seed, as text. */
  get seed(): string {
    return this._seed;
  }

  /** How `reset` draws the weights. */
  get init(): InitScheme {
    return this._init;
  }

  /** True after a parameter was not within ±10⁶; then the last sound state is restored, and `step` does nothing. */
  get diverged(): boolean {
    return this._diverged;
  }

  /** All settings in use. */
  get settings(): RunSettings {
    return this._settings;
  }

  /** The target, which is learned unless there are data. May change between steps. */
  get target(): Target {
    return this._settings.target;
  }

  set target(target: Target) {
    this.change({ target });
  }

  /** η ≥ 0. May change between steps. Throws: RangeError if it is negative or not finite. */
  get learningRate(): number {
    return this._settings.learningRate;
  }

  set learningRate(learningRate: number) {
    this.change({ learningRate });
  }

  /** May change between steps. Throws: RangeError if it is not one of the two orders. */
  get updateOrder(): UpdateOrder {
    return this._settings.updateOrder;
  }

  set updateOrder(updateOrder: UpdateOrder) {
    this.change({ updateOrder });
  }

  /** The data with their noise, split into training and test; undefined while a target is learned. */
  get examples(): Examples | undefined {
    return this._examples;
  }

  /** The first step that `goTo` can reach: 0, unless the run began with `setState` or changed too often to remember. */
  get firstStep(): number {
    return this._history.first;
  }

  /** The furthest step that the present run has reached. */
  get lastStep(): number {
    return Math.max(this._lastStep, this.steps);
  }

  /**
   * Changes settings from this step on, and forgets the run's later steps.
   * Throws: RangeError if a setting is out of its range; then nothing has changed.
   */
  change(part: Partial<RunSettings>): void {
    const settings = Object.freeze({ ...this._settings, ...part });
    const keys = Object.keys(part) as (keyof RunSettings)[];
    if (keys.every((key) => Object.is(settings[key], this._settings[key]))) return;
    checkSettings(settings, 'Trainer');
    const remembered = this._history.change(this.steps, settings);
    this._lastStep = this.steps;
    this._use(settings);
    if (remembered) return;
    if (!this._isSound()) this._check();
    copySnapshot(this._now, this._sound);
    this._history.begin(this._now, settings);
  }

  /** Trains on `count` samples, fewer if the run diverges. Throws: RangeError unless count is an integer ≥ 0. */
  step(count = 1): void {
    checkCount(count, 'step: count');
    const end = this.steps + count;
    while (this.steps < end && !this._diverged) {
      const untilCheck = CHECK_INTERVAL - (this.steps % CHECK_INTERVAL);
      this._learn(Math.min(end - this.steps, this._nextChange - this.steps, untilCheck));
      if (this.steps % CHECK_INTERVAL === 0) this._check();
      if (this.steps === this._nextChange) this._use(this._history.settingsAt(this.steps));
    }
  }

  /**
   * Goes back or forward to a step of the present run: to `firstStep` if that is later, and no further than the step
   * where the run diverges. Throws: RangeError unless step is an integer ≥ 0.
   */
  goTo(step: number): void {
    this.rewind(step);
    if (step > this.steps) this.step(step - this.steps);
  }

  /**
   * Goes to the last snapshot at or before a step, or stays if the present step is nearer. This is the first part
   * of `goTo`, for callers that train from there to the step in portions.
   * Throws: RangeError unless step is an integer ≥ 0.
   */
  rewind(step: number): void {
    checkCount(step, 'rewind: step');
    const snapshot = this._history.snapshotAt(step);
    if (!this._diverged && step >= this.steps && snapshot.steps <= this.steps) return;
    this._lastStep = this.lastStep;
    copySnapshot(snapshot, this._now);
    this._diverged = false;
    this._use(this._history.settingsAt(this.steps));
    copySnapshot(this._now, this._sound);
  }

  /**
   * If a parameter is not finite or not within ±10⁶, trains on to the next check, which says whether the run has
   * diverged. So the step where a run stops does not depend on when somebody looks at it.
   */
  settle(): void {
    if (!this._diverged && !this._isSound()) this.step(CHECK_INTERVAL - (this.steps % CHECK_INTERVAL));
  }

  /** Returns the sample that the next step will use. Changes nothing. */
  peek(): Sample {
    const { state } = this._samplesRandom;
    const point = new Float64Array(2);
    const label = new Float64Array(1);
    drawSamples(this._samplesRandom, this._settings, this._examples?.training, 1, point, label);
    this._samplesRandom.state = state;
    return { x: point[0], y: point[1], target: label[0] };
  }

  /** Starts a new run at step 0 with the present settings; without a seed, the same run again. */
  reset(seed?: string | number): void {
    if (seed !== undefined) {
      this._seed = String(seed);
      this._start = null;
    }
    this._weightsRandom.state = createRandom(`weights ${this._seed}`).state;
    this._samplesRandom.state = createRandom(`samples ${this._seed}`).state;
    if (this._start) this.network.parameters.set(this._start);
    else this.network.initialize(this._weightsRandom, this._init);
    this._begin(0, this._settings);
  }

  /**
   * Returns the score on the centres of resolution² cells, or on the data while data are learned. The default, 56, is
   * a resolution at which the circle's baseline is its true 80.4 %.
   * Throws: RangeError unless the resolution is an integer in [1, 1000].
   */
  score(resolution = 56): Score {
    if (this._examples) return scoreExamples(this.network, this._examples);
    if (this._scorer?.resolution !== resolution) this._scorer = new GridScorer(this.network, this.target, resolution);
    return this._scorer.score();
  }

  /** Returns the present state of the run; the state of the last check, if parameters have diverged since. */
  getState(): TrainerState {
    if (!this._isSound()) this._check();
    return {
      ...modelState(this.network),
      start: this._start && Array.from(this._start),
      weightsRandom: this._weightsRandom.state,
      samplesRandom: this._samplesRandom.state,
      steps: this.steps,
      seed: this._seed,
      learningRate: this.learningRate,
      updateOrder: this.updateOrder,
      init: this._init,
    };
  }

  /**
   * Continues from a state of a network of the same shape, with the state's settings.
   * Throws: RangeError if the state does not fit; then nothing has changed.
   */
  setState(given: TrainerState): void {
    const state = readState(given, 'Trainer.setState');
    checkState(state, this.network);
    this.network.parameters.set(state.parameters);
    this._start = state.start && Float64Array.from(state.start);
    this._weightsRandom.state = state.weightsRandom;
    this._samplesRandom.state = state.samplesRandom;
    this._seed = state.seed;
    this._init = state.init;
    const { steps, learningRate, updateOrder } = state;
    this._begin(steps, Object.freeze({ ...this._settings, learningRate, updateOrder }));
  }

  /** Draws the next `count` ≤ 64 samples and trains on them in turn. */
  private _learn(count: number): void {
    const { _points: points, _labels: labels, _settings: settings } = this;
    drawSamples(this._samplesRandom, settings, this._examples?.training, count, points, labels);
    this.network.trainEach(points, labels, count, settings.learningRate, settings.updateOrder);
    this._now.steps += count;
  }

  /** Begins a run at a step, with the present parameters and generators. */
  private _begin(steps: number, settings: RunSettings): void {
    this._now.steps = steps;
    this._diverged = false;
    this._history.begin(this._now, settings);
    this._lastStep = steps;
    this._examples = undefined; // the seed may have changed
    this._use(settings);
    copySnapshot(this._now, this._sound);
  }

  private _use(settings: RunSettings): void {
    const { target, data, noise, split } = settings;
    const before = this._settings;
    if (target !== before.target) this._scorer = undefined;
    this._settings = settings;
    const same = this._examples && data === before.data && noise === before.noise && split === before.split;
    if (!data) this._examples = undefined;
    else if (!same) this._examples = splitExamples(data, noise, split, this._seed);
    this._nextChange = this._history.nextChange(this.steps);
  }

  /** Keeps the present state if it is sound, otherwise restores the last sound one. */
  private _check(): void {
    if (this._isSound()) {
      copySnapshot(this._now, this._sound);
      this._history.offer(this._now);
    } else {
      copySnapshot(this._sound, this._now);
      this._diverged = true;
    }
  }

  private _isSound(): boolean {
    const { parameters } = this.network;
    for (let i = 0; i < parameters.length; i++) {
      if (!(Math.abs(parameters[i]) <= MAX_PARAMETER)) return false; // NaN fails too
    }
    return true;
  }
}

function checkCount(value: number, what: string): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw new RangeError(`Trainer.${what} is ${value}, expected an integer ≥ 0`);
  }
}
