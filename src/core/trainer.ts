import type { InitScheme, Network, UpdateOrder } from './network.js';
import { createRandom, type Random } from './random.js';
import { Scorer, type Score } from './score.js';
import {
  checkInit, checkLearningRate, checkParameters, checkState, checkUpdateOrder, LARGEST_PARAMETER, modelState, type TrainerState,
} from './state.js';
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
}

/** The next sample: a point of [−1, 1)² and what it should give. */
export interface Sample { readonly x: number; readonly y: number; readonly target: number }

/** Steps between looks for divergence; fixed, so that where a run stops does not depend on the caller. */
const CHECK_INTERVAL = 64;

/**
 * Trains a network of two inputs and one output on fresh uniform samples of a target, one a step.
 *
 * Weights and samples come from two streams of the seed, so that another `init` sees the same samples.
 */
export class Trainer {
  readonly network: Network;
  private _target: Target;
  private _init: InitScheme;
  private _seed: string;
  private _learningRate!: number;
  private _updateOrder!: UpdateOrder;
  private _steps = 0;
  private _diverged = false;
  private _start: Float64Array | null;
  private _weightsRandom: Random;
  private _samplesRandom: Random;
  private readonly _points = new Float64Array(2 * CHECK_INTERVAL);
  private readonly _labels = new Float64Array(CHECK_INTERVAL);
  // The last state known to be sound.
  private readonly _soundParameters: Float64Array;
  private readonly _soundRandom = new Int32Array(4);
  private _soundSteps = 0;
  private _scorer: Scorer | undefined;

  /** Throws: RangeError if the network is not of two inputs and one output, or an option is out of its range. */
  constructor({
    network, target, seed = 0, learningRate = 0.1, updateOrder = 'simultaneous', init = 'he', parameters,
  }: TrainerOptions) {
    const { layers } = network;
    if (layers[0] !== 2 || layers[layers.length - 1] !== 1) {
      throw new RangeError(`Trainer: network is ${layers.join('-')}, expected two inputs and one output`);
    }
    checkInit(init, 'Trainer');
    this.network = network;
    this._target = target;
    this._init = init;
    this.learningRate = learningRate;
    this.updateOrder = updateOrder;
    if (parameters) checkParameters(Array.from(parameters), network.parameters.length, 'Trainer');
    this._start = parameters ? Float64Array.from(parameters) : null;
    this._soundParameters = new Float64Array(network.parameters.length);
    this._seed = String(seed);
    this._weightsRandom = createRandom(`weights ${this._seed}`);
    this._samplesRandom = createRandom(`samples ${this._seed}`);
    this._begin();
  }

  /** What is learned; may change between steps. */
  get target(): Target {
    return this._target;
  }

  set target(target: Target) {
    this._target = target;
    this._scorer = undefined;
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

  /** η ≥ 0; may change between steps. Throws: RangeError if it is negative or not finite. */
  get learningRate(): number {
    return this._learningRate;
  }

  set learningRate(value: number) {
    checkLearningRate(value, 'Trainer');
    this._learningRate = value;
  }

  /** May change between steps. Throws: RangeError if it is neither order. */
  get updateOrder(): UpdateOrder {
    return this._updateOrder;
  }

  set updateOrder(value: UpdateOrder) {
    checkUpdateOrder(value, 'Trainer');
    this._updateOrder = value;
  }

  /** Trains on `count` samples, fewer if the run diverges. Throws: RangeError if count is no integer ≥ 0. */
  step(count = 1): void {
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`Trainer.step: count is ${count}, expected an integer ≥ 0`);
    }
    const end = this._steps + count;
    while (this._steps < end && !this._diverged) {
      const untilCheck = CHECK_INTERVAL - (this._steps % CHECK_INTERVAL);
      this._learn(Math.min(end - this._steps, untilCheck));
      if (this._steps % CHECK_INTERVAL === 0) this._check();
    }
  }

  /** The sample that the next step will use; nothing changes. */
  peek(): Sample {
    const { state } = this._samplesRandom;
    const x = 2 * this._samplesRandom() - 1;
    const y = 2 * this._samplesRandom() - 1;
    this._samplesRandom.state = state;
    return { x, y, target: this._target(x, y) };
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

  /** Scores on resolution² cell centres, by default 56², where the circle's baseline is its true 80.4 %. Throws: RangeError if it is no integer in [1, 1000]. */
  score(resolution = 56): Score {
    if (this._scorer?.resolution !== resolution) this._scorer = new Scorer(this.network, this._target, resolution);
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
      learningRate: this._learningRate,
      updateOrder: this._updateOrder,
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
    this._learningRate = state.learningRate;
    this._updateOrder = state.updateOrder;
    this._init = state.init;
    this._diverged = false;
    this._remember();
  }

  /** Draws the next `count` samples, at most CHECK_INTERVAL, and learns them in turn. */
  private _learn(count: number): void {
    const { _points: points, _labels: labels, _target: target, _samplesRandom: random } = this;
    random.fill(points, 2 * count);
    for (let i = 0; i < 2 * count; i++) points[i] = 2 * points[i] - 1;
    for (let k = 0; k < count; k++) labels[k] = target(points[2 * k], points[2 * k + 1]);
    this.network.trainEach(points, labels, count, this._learningRate, this._updateOrder);
    this._steps += count;
  }

  private _begin(): void {
    if (this._start) this.network.parameters.set(this._start);
    else this.network.initialize(this._weightsRandom, this._init);
    this._steps = 0;
    this._diverged = false;
    this._remember();
  }

  /** Keeps the present state if it is sound; else goes back to the last that was. */
  private _check(): void {
    if (this._isSound()) {
      this._remember();
      return;
    }
    this.network.parameters.set(this._soundParameters);
    this._samplesRandom.words.set(this._soundRandom);
    this._steps = this._soundSteps;
    this._diverged = true;
  }

  private _isSound(): boolean {
    const { parameters } = this.network;
    for (let i = 0; i < parameters.length; i++) {
      if (!(Math.abs(parameters[i]) <= LARGEST_PARAMETER)) return false; // NaN fails too
    }
    return true;
  }

  private _remember(): void {
    this._soundParameters.set(this.network.parameters);
    this._soundRandom.set(this._samplesRandom.words);
    this._soundSteps = this._steps;
  }
}
