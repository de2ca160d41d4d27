import {
  checkModel, createNamedTarget, Network, Trainer, type ModelState, type Target, type TrainerState,
} from '../../core/index.js';
import { fitsTrainer, resolveModel, trainerShape } from '../../model/model-options.js';
import { ModelScript } from '../../model/model-script.js';
import { ShownModel } from '../../model/shown-model.js';
import { rangeErrorOf } from '../../model/state.js';
import { TrainingRun } from '../../model/training-run.js';
import { goToClearSample } from './clear-sample.js';
import type { NnParamView } from './nn-param-view.js';

/** Steps after which a network knows the circle well. */
const TRAINED_STEPS = 20_000;
/** Steps after which its errors and nudges can be seen; then comes the first clear sample. */
const EARLY_STEPS = 50;
const STEPS_PER_FRAME = 10_000;
const FRAME_MS = 1000 / 60;

/**
 * The model of a view that shows no trainer's: with the parameters or the state that the page gives, otherwise
 * trained from the seed at once.
 */
export class OwnModel extends ShownModel {
  /** Whether the page gives a model that cannot be shown. */
  isUnusable = false;
  private readonly _view: NnParamView;
  private readonly _script: ModelScript;
  private _isTargetKnown = false;
  private _isEarly = false;
  private _isFromState = false;

  constructor(view: NnParamView) {
    super(view);
    this._view = view;
    this._script = new ModelScript(view, 'nothing is shown');
  }

  /** Whether it has been trained to the end from its seed, so that the seed is all there is to it. */
  get isOfSeed(): boolean {
    return this._isTargetKnown && this.run?.rest === 'done';
  }

  override get target(): Target | undefined {
    return this._isTargetKnown ? super.target : undefined;
  }

  override getState(): ModelState | undefined {
    return this.isLive ? undefined : super.getState();
  }

  /** Shows what the page asks for now, unless a trainer's model is shown or may come. */
  resolve(): void {
    const { dirty, link, show } = this._view;
    const isOtherStage = dirty.has('show') && !this._isFromState && this._isEarly !== (show === 'step');
    const isOther = isOtherStage || dirty.has('seed') || dirty.has('parameters');
    dirty.clear();
    link.resolve();
    if (link.isFound) {
      this.isUnusable = false;
      this.forget();
    } else if (!link.isBlank && !link.network && (isOther || !(this.run || this.isUnusable))) {
      this._begin();
    }
  }

  /**
   * Shows the model in `state`, which may also be a trainer's state. Throws a RangeError with the reason if it cannot,
   * and leaves the view unchanged.
   */
  setState(state: ModelState): void {
    checkModel(state, 'setState');
    const { layers, parameters } = state;
    if (!fitsTrainer(layers)) {
      throw new RangeError(`setState: layers are [${layers.slice(0, 8).join()}], expected ${trainerShape}`);
    }
    const trainer = new Trainer({ network: new Network(state), target: createNamedTarget('circle'), parameters });
    if ('steps' in state) trainer.setState(state as TrainerState);
    this.isUnusable = this._isTargetKnown = false;
    this._isFromState = true;
    this._start(trainer, false);
  }

  /** Trains on until it knows the circle or `isExpired()`; returns whether it does. */
  trainOn(isExpired: () => boolean): boolean {
    while (this.isLive && this.run) {
      this.run.advance(FRAME_MS, isExpired);
      if (isExpired()) break;
    }
    return !this.isLive;
  }

  private _begin(): void {
    const { _view: view, _script: script } = this;
    const { parameters: own, seed } = view;
    const { state } = script.value;
    if (state !== undefined && !own) {
      const problem = rangeErrorOf(() => this.setState(state as ModelState));
      if (problem) script.fail('', state, problem);
      this.isUnusable = problem !== undefined;
      this._isFromState = true;
      return;
    }
    const given = { hiddenLayers: undefined, parameters: own, script: script.value };
    const { layers, parameters, problem } = resolveModel(given);
    if (problem) script.fail(own ? 'parameters' : '', own ?? script.value, problem);
    this.isUnusable = problem !== undefined || script.isUnusable || view.isUnusable('parameters');
    this._isFromState = false;
    this._isEarly = view.show === 'step';
    if (this.isUnusable) return;
    this._isTargetKnown = parameters === undefined;
    const network = new Network({ layers });
    const target = createNamedTarget('circle');
    const trainer = new Trainer({ network, target, seed, parameters });
    if (this._isEarly && !parameters) {
      trainer.step(EARLY_STEPS);
      goToClearSample(trainer, target);
    }
    this._start(trainer, !parameters && !this._isEarly);
  }

  private _start(trainer: Trainer, isTraining: boolean): void {
    const run = new TrainingRun();
    run.stepsPerFrame = STEPS_PER_FRAME;
    run.maxSteps = TRAINED_STEPS;
    run.start(trainer, isTraining);
    if (isTraining) run.play(); // at once, seen or not
    this.follow(run);
  }
}
