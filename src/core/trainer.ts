import { splitExamples, type Data, type Examples } from './examples.js';
import { emptyMoment, fillMoment, History, type Snapshot, type RunSettings } from './history.js';
import type { InitScheme, Network, UpdateOrder } from './network.js';
import { createRandom, type Random } from './random.js';
import { drawSamples } from './samples.js';
import { scoreExamples, GridScorer, type Score } from './score.js';
import { checkInit, checkParameters, checkState, MAX_PARAMETER, modelState, type TrainerState } from './state.js';
import { checkSettings } from './settings.js';
import type { Target } from './targets.js';

export interface TrainerOptions {
  /** Of two inputs and one output. The trainer draws its parameters. */
  readonly network: Network;
  readonly target: Target;
  /** Default 0. `7` and `'7'` are one seed. */
  readonly seed?: string | number;
  /** η ≥ 0. Default 0.1. */
  readonly learningRate?: number;
  /** Default `simultaneous`. */
  readonly updateOrder?: UpdateOrder;
  /** Default `he`. */
  readonly init?: InitScheme;
  /** Start from these, laid out as `network.parameters`, instead of drawing them. */
  readonly parameters?: ArrayLike<number>;
  /** Examples to learn instead of fresh points of the target: one or more. */
  readonly data?: Data;
  /** Standard deviation of what is added to x and to y of each point, in [0, 1]. Default 0. */
  readonly noise?: number;
  /** Share of the data that is learned, in (0, 1]; the rest tests what was learned. Default 1. */
  readonly split?: number;
}

/** The next sample: a point, by default of [−1, 1)², and what it should give. */
export interface Sample { readonly x: number; readonly y: number; readonly target: number }

/** Steps between looks for divergence; fixed, so that where a run stops does not depend on the caller. */
const CHECK_INTERVAL = 64;

/**
 * Trains a network of two inputs and one output, one sample a step: on fresh uniform points of a target,
 * or on data.
 *
 * Weights and samples come from two streams of the seed, so that another `init` sees the same samples.
 * Every step of a run can be come back to, bit for bit: moments are kept every so often, and what is
 * changed on the way is remembered and changed again. After a change at an earlier step the run goes
 * another way, and its former later steps are forgotten.
 */
export class Trainer {
  readonly network: Network;
  private _init: InitScheme;
  private _seed: string;
  private _settings: RunSettings;
  private _steps = 0;
  private _lastStep = 0;
  private _diverged = false;
  private _start: Float64Array | null;
  private _weightsRandom: Random;
  private _samplesRandom: Random;
  private readonly _points = new Float64Array(2 * CHECK_INTERVAL);
  private readonly _labels = new Float64Array(CHECK_INTERVAL);
  private readonly _sound: Snapshot; // the last state known to be so
  private readonly _history: History;
  private _nextChange = Infinity; // the step at which the settings are to change again
  private _examples: Examples | undefined; // of the data, dealt out
  private _scorer: GridScorer | undefined;

  /** Throws: RangeError if the network is not of two inputs and one output, or an option is out of its range. */
  constructor({
    network, target, seed = 0, learningRate = 0.1, updateOrder = 'simultaneous', init = 'he', parameters, data, noise = 0, split = 1,
  }: TrainerOptions) {
    const { layers } = network;
    if (layers[0] !== 2 || layers[layers.length - 1] !== 1) {
      throw new RangeError(`Trainer: network is ${layers.join('-')}, expected two inputs and one output`);
    }
    checkInit(init, 'Trainer');
    this.network = network;
    this._init = init;
    this._settings = Object.freeze({ learningRate, updateOrder, target, data, noise, split });
    checkSettings(this._settings, 'Trainer');
    if (parameters) checkParameters(Array.from(parameters), network.parameters.length, 'Trainer');
    this._start = parameters ? Float64Array.from(parameters) : null;
    this._sound = emptyMoment(network.parameters.length);
    this._history = new History(network.parameters.length);
    this._seed = String(seed);
    this._weightsRandom = createRandom(`weights ${this._seed}`);
    this._samplesRandom = createRandom(`samples ${this._seed}`);
    this._begin();
  }

  /** Samples seen. */
  get steps(): number {
    return this._steps;
  }

  /** The run's seed, as text. */
  get seed(): string {
    return this._seed;
  }

  /** How weights are drawn at `reset`. */
  get init(): InitScheme {
    return this._init;
  }

  /** True once a parameter was beyond ±10⁶ or not finite; the last sound state is back, and steps do nothing. */
  get diverged(): boolean {
    return this._diverged;
  }

  /** Rate, order, target and data in use. */
  get settings(): RunSettings {
    return this._settings;
  }

  /** What is learned; may change between steps. */
  get target(): Target {
    return this._settings.target;
  }

  set target(target: Target) {
    this.change({ target });
  }

  /** η ≥ 0; may change between steps. Throws: RangeError if it is negative or not finite. */
  get learningRate(): number {
    return this._settings.learningRate;
  }

  set learningRate(learningRate: number) {
    this.change({ learningRate });
  }

  /** May change between steps. Throws: RangeError if it is neither order. */
  get updateOrder(): UpdateOrder {
    return this._settings.updateOrder;
  }

  set updateOrder(updateOrder: UpdateOrder) {
    this.change({ updateOrder });
  }

  /** The data as they are learned and tested, with their noise; undefined where a target is learned. */
  get examples(): Examples | undefined {
    return this._examples;
  }

  /** The first step that `goTo` reaches: 0, unless the run came from a state, or had more changes than are remembered. */
  get firstStep(): number {
    return this._history.first;
  }

  /** The furthest step of the present run so far. */
  get lastStep(): number {
    return Math.max(this._lastStep, this._steps);
  }

  /** Changes settings from this step on; later steps of the run are forgotten. Throws: RangeError if one is out of its range; nothing has changed then. */
  change(part: Partial<RunSettings>): void {
    const settings = Object.freeze({ ...this._settings, ...part });
    const keys = Object.keys(part) as (keyof RunSettings)[];
    if (keys.every((key) => Object.is(settings[key], this._settings[key]))) return;
    checkSettings(settings, 'Trainer');
    const remembered = this._history.change(this._steps, settings);
    this._lastStep = this._steps;
    this._use(settings);
    if (remembered) return;
    if (!this._isSound()) this._check();
    this._remember();
    this._history.begin(this._steps, this.network.parameters, this._samplesRandom.words, settings);
  }

  /** Trains on `count` samples, fewer if the run diverges. Throws: RangeError if count is no integer ≥ 0. */
  step(count = 1): void {
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`Trainer.step: count is ${count}, expected an integer ≥ 0`);
    }
    const end = this._steps + count;
    while (this._steps < end && !this._diverged) {
      const untilCheck = CHECK_INTERVAL - (this._steps % CHECK_INTERVAL);
      this._learn(Math.min(end, this._nextChange) - this._steps, untilCheck);
      if (this._steps % CHECK_INTERVAL === 0) this._check();
      if (this._steps === this._nextChange) this._use(this._history.settingsAt(this._steps));
    }
  }

  /**
   * Goes back, or on, to a step of the present run; to `firstStep` if that is later, and no further than
   * where the run diverges. Throws: RangeError if it is no integer ≥ 0.
   */
  goTo(step: number): void {
    this.rewind(step);
    if (step > this._steps) this.step(step - this._steps);
  }

  /**
   * Goes to the last moment kept at or before a step, or stays where it is if that is nearer: the first
   * part of `goTo`, for those who take the steps from there in portions.
   * Throws: RangeError if it is no integer ≥ 0.
   */
  rewind(step: number): void {
    if (!(Number.isSafeInteger(step) && step >= 0)) throw new RangeError(`Trainer.rewind: step is ${step}, expected an integer ≥ 0`);
    const moment = this._history.momentAt(step);
    if (!this._diverged && step >= this._steps && moment.steps <= this._steps) return;
    this._lastStep = this.lastStep;
    this._restore(moment);
    this._diverged = false;
    this._use(this._history.settingsAt(moment.steps));
    this._remember();
  }

  /** The sample that the next step will use; nothing changes. */
  peek(): Sample {
    const { state } = this._samplesRandom;
    const point = new Float64Array(2);
    const label = new Float64Array(1);
    drawSamples(this._samplesRandom, this._settings, this._examples?.training, 1, point, label);
    this._samplesRandom.state = state;
    return { x: point[0], y: point[1], target: label[0] };
  }

  /** Begins a new run at step 0; without a seed the same run again, with the settings as they are. */
  reset(seed?: string | number): void {
    if (seed !== undefined) {
      this._seed = String(seed);
      this._start = null;
    }
    this._weightsRandom = createRandom(`weights ${this._seed}`);
    this._samplesRandom = createRandom(`samples ${this._seed}`);
    this._begin();
  }

  /**
   * Scores on resolution² cell centres, by default 56², where the circle's baseline is its true 80.4 %; or on
   * the data, if it learns such. Throws: RangeError if it is no integer in [1, 1000].
   */
  score(resolution = 56): Score {
    if (this._examples) return scoreExamples(this.network, this._examples);
    if (this._scorer?.resolution !== resolution) this._scorer = new GridScorer(this.network, this.target, resolution);
    return this._scorer.score();
  }

  /** The run as it is; one whose parameters have run away since the last check, as it was then. */
  getState(): TrainerState {
    if (!this._isSound()) this._check();
    return {
      ...modelState(this.network),
      start: this._start && Array.from(this._start),
      weightsRandom: this._weightsRandom.state,
      samplesRandom: this._samplesRandom.state,
      steps: this._steps,
      seed: this._seed,
      learningRate: this.learningRate,
      updateOrder: this.updateOrder,
      init: this._init,
    };
  }

  /**
   * Goes on from a state of a network of the same shape, with the state's settings.
   * Throws: RangeError if the state does not fit; nothing has changed then.
   */
  setState(state: TrainerState): void {
    checkState(state, this.network);
    this.network.parameters.set(state.parameters);
    this._start = state.start && Float64Array.from(state.start);
    this._weightsRandom.state = state.weightsRandom;
    this._samplesRandom.state = state.samplesRandom;
    this._steps = state.steps;
    this._seed = state.seed;
    this._init = state.init;
    this._diverged = false;
    const { learningRate, updateOrder } = state;
    this._settle(Object.freeze({ ...this._settings, learningRate, updateOrder }));
  }

  /** Draws the next samples, `count` or `most` if that is less, and learns them in turn. */
  private _learn(count: number, most: number): void {
    const { _points: points, _labels: labels, _settings: settings } = this;
    const n = Math.min(count, most);
    drawSamples(this._samplesRandom, settings, this._examples?.training, n, points, labels);
    this.network.trainEach(points, labels, n, settings.learningRate, settings.updateOrder);
    this._steps += n;
  }

  private _begin(): void {
    if (this._start) this.network.parameters.set(this._start);
    else this.network.initialize(this._weightsRandom, this._init);
    this._steps = 0;
    this._diverged = false;
    this._settle(this._settings);
  }

  /** Another run begins here. */
  private _settle(settings: RunSettings): void {
    this._history.begin(this._steps, this.network.parameters, this._samplesRandom.words, settings);
    this._lastStep = this._steps;
    this._examples = undefined; // the seed may be another
    this._use(settings);
    this._remember();
  }

  private _use(settings: RunSettings): void {
    const { target, data, noise, split } = settings;
    const before = this._settings;
    if (target !== before.target) this._scorer = undefined;
    this._settings = settings;
    if (!data) this._examples = undefined;
    else if (!this._examples || data !== before.data || noise !== before.noise || split !== before.split) this._examples = splitExamples(data, settings, this._seed);
    this._nextChange = this._history.nextChange(this._steps);
  }

  /** Keeps the present state if it is sound; else goes back to the last that was. */
  private _check(): void {
    if (this._isSound()) {
      this._remember();
      this._history.offer(this._steps, this.network.parameters, this._samplesRandom.words);
      return;
    }
    this._restore(this._sound);
    this._diverged = true;
  }

  private _isSound(): boolean {
    const { parameters } = this.network;
    for (let i = 0; i < parameters.length; i++) {
      if (!(Math.abs(parameters[i]) <= MAX_PARAMETER)) return false; // NaN fails too
    }
    return true;
  }

  private _restore({ steps, parameters, words }: Snapshot): void {
    this.network.parameters.set(parameters);
    this._samplesRandom.words.set(words);
    this._steps = steps;
  }

  private _remember(): void {
    fillMoment(this._sound, this._steps, this.network.parameters, this._samplesRandom.words);
  }
}
