import type { TrainingRun } from '../controllers/training-run.js';
import { traceOutline, type Outline } from '../core/contour.js';
import {
  createTarget, isTargetName, Network, Trainer, type ActivationName, type InitScheme, type Target, type UpdateOrder,
} from '../core/index.js';
import { traceLevels } from '../core/levels.js';
import { resolveModel, type GivenModel } from './given-model.js';

/** What a trainer's attributes say of anything but its first parameters, by the names of their properties. */
export interface TrainerSettings {
  readonly activation: ActivationName;
  readonly outputActivation: ActivationName;
  readonly alpha: number;
  readonly learningRate: number;
  readonly stepsPerFrame: number;
  readonly maxSteps: number;
  readonly init: InitScheme;
  readonly updateOrder: UpdateOrder;
  readonly seed: string;
  /** A name or an expression. */
  readonly target: string;
  readonly radius: number;
  readonly paused: boolean;
}

/** What is said of the model itself. */
export interface ModelOrigin extends GivenModel {
  /** Parameters were given that are no such thing. */
  readonly unusable: boolean;
}

/** Builds the model that settings describe, and changes a run no more than they changed. */
export class TrainerModel {
  private readonly _run: TrainingRun;
  private _origin = ''; // of the present run, as far as the trainer cannot tell
  private _target = '';
  private _shape: Shape = { outline: [], levels: [] };
  private _layers: readonly number[] = [];

  constructor(run: TrainingRun) {
    this._run = run;
  }

  /** The target as it is drawn. */
  get shape(): Shape {
    return this._shape;
  }

  /** Neurons in each hidden layer. */
  get hiddenLayers(): readonly number[] {
    return this._layers.slice(1, -1);
  }

  /**
   * Follows the settings as they are now. Another network, seed, initialisation or first parameters
   * begin anew; so does another rate, order or target after divergence: there is nothing to go on from.
   * Returns why parameters that came new cannot be used, if so.
   */
  follow(settings: TrainerSettings, origin: ModelOrigin): string | undefined {
    const run = this._run;
    const { layers, parameters, problem } = resolveModel(origin);
    const unusable = problem !== undefined || origin.unusable;
    const retarget = this._retarget(settings);
    const from = JSON.stringify([layers, parameters, problem, unusable]);
    run.stepsPerFrame = settings.stepsPerFrame;
    run.maxSteps = settings.maxSteps;
    if (!run.trainer) {
      run.start(makeTrainer(settings, layers, parameters), !settings.paused, unusable);
    } else if (from !== this._origin || isAnother(settings, run.trainer)
      || (run.rest === 'diverged' && (retarget || settings.learningRate !== run.trainer.learningRate
        || settings.updateOrder !== run.trainer.updateOrder))) {
      run.begin(makeTrainer(settings, layers, parameters), unusable);
    } else {
      if (retarget) {
        run.trainer.target = targetOf(settings);
        run.rescore();
      }
      run.trainer.learningRate = settings.learningRate;
      run.trainer.updateOrder = settings.updateOrder;
    }
    const news = from !== this._origin;
    this._origin = from;
    this._layers = layers;
    return news ? problem : undefined;
  }

  /** Whether the target is another one; it is traced then. */
  private _retarget(settings: TrainerSettings): boolean {
    const { target: text, radius } = settings;
    const target = isTargetName(text) ? `${text} ${radius}` : text; // no expression has a radius, nor is one a name and a number
    if (target === this._target) return false;
    this._target = target;
    this._shape = shapeOf(target, targetOf(settings));
    return true;
  }
}

/** Whether the settings describe another run than the trainer's, its parameters apart. */
function isAnother(settings: TrainerSettings, { network, seed, init }: Trainer): boolean {
  return settings.activation !== network.activation || settings.outputActivation !== network.outputActivation
    || settings.alpha !== network.alpha || settings.seed !== seed || settings.init !== init;
}

/** Where a target is, and if it has values between 0 and 1, where it is how much. */
export interface Shape { readonly outline: Outline; readonly levels: readonly Outline[] }

/** Shapes traced so far: a page of fifty circles traces one. */
const shapes = new Map<string, Shape>();
const MOST_SHAPES = 50;

function shapeOf(key: string, target: Target): Shape {
  let shape = shapes.get(key);
  if (!shape) {
    if (shapes.size === MOST_SHAPES) shapes.clear(); // a slider for the radius went by
    shape = { outline: traceOutline(target), levels: traceLevels(target) };
    shapes.set(key, shape);
  }
  return shape;
}

function targetOf({ target, radius }: TrainerSettings): Target {
  return createTarget(target, { radius });
}

function makeTrainer(
  settings: TrainerSettings, layers: readonly number[], parameters: readonly number[] | undefined,
): Trainer {
  const { activation, outputActivation, alpha, seed, learningRate, updateOrder, init } = settings;
  const network = new Network({ layers, activation, outputActivation, alpha });
  return new Trainer({ network, target: targetOf(settings), seed, learningRate, updateOrder, init, parameters });
}
