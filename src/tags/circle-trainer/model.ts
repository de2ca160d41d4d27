import type { DataRow } from '../../attrs/data.js';
import type { TrainingRun } from '../../model/training-run.js';
import { traceOutline, type Outline } from '../../core/contour.js';
import {
  createTarget, isTargetName, Network, Trainer, type ActivationName, type InitScheme, type RunSettings, type Target, type TrainerState, type UpdateOrder,
} from '../../core/index.js';
import { traceLevels } from '../../core/levels.js';
import { dataFromRows, rowsOf } from '../../model/dataset.js';
import { resolveModel, type ModelOptions } from '../../model/model-options.js';
import { restoreState } from '../../model/state.js';

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
  readonly noise: number;
  readonly split: number;
  readonly paused: boolean;
}

/** What is said of the model itself. */
export interface ModelOrigin extends ModelOptions {
  /** Parameters were given that are no such thing. */
  readonly unusable: boolean;
  /** Points to learn in place of the target. */
  readonly data: readonly DataRow[] | null;
  /** Whether the page gives a setting, to which that of a state gives way. */
  readonly given: (name: string) => boolean;
}

/** Settings of a run as a page would give them. */
export type SettingsInUse = Partial<Pick<TrainerSettings, 'learningRate' | 'updateOrder' | 'target' | 'radius' | 'noise' | 'split'> & Pick<ModelOrigin, 'data'>>;

/** Why something that came new cannot be used, if so; or that the run is at a state that came new. */
export interface Refusals { readonly model?: string; readonly state?: string; readonly restored?: true }

/** Builds the model that settings describe, and changes a run no more than they changed. */
export class TrainerModel {
  private readonly _run: TrainingRun;
  private _origin = ''; // of the present run, as far as the trainer cannot tell
  private _layers: readonly number[] = [];

  constructor(run: TrainingRun) {
    this._run = run;
  }

  /** The target as it is drawn; nothing where data are learned. */
  get shape(): Shape {
    const { target, data } = this._run.trainer!.settings;
    return data ? noShape : shapeOf(target);
  }

  /** Neurons in each hidden layer. */
  get hiddenLayers(): readonly number[] {
    return this._layers.slice(1, -1);
  }

  /** The run's settings: others than those last followed, once it has gone to another step. */
  get inUse(): SettingsInUse {
    const { learningRate, updateOrder, target, data, noise, split } = this._run.trainer!.settings;
    return { learningRate, updateOrder, ...named.get(target), data: rowsOf(data), noise, split };
  }

  /**
   * Follows the settings as they are now. Another network, seed, initialisation, first parameters or state
   * begin anew; so does any other setting after divergence: there is nothing to go on from.
   */
  follow(settings: TrainerSettings, origin: ModelOrigin): Refusals {
    const run = this._run;
    const { layers, parameters, problem } = resolveModel(origin);
    const unusable = problem !== undefined || origin.unusable;
    const { state } = origin.script;
    const from = JSON.stringify([layers, parameters, problem, unusable, state]);
    const news = from !== this._origin;
    this._origin = from;
    this._layers = layers;
    run.stepsPerFrame = settings.stepsPerFrame;
    run.maxSteps = settings.maxSteps;
    const before = run.trainer?.settings;
    const ofRun = runSettings(settings, origin.data, before?.target);
    const others = before && (Object.keys(ofRun) as (keyof RunSettings)[]).filter((key) => ofRun[key] !== before[key]);
    if (run.trainer && !news && !isAnother(settings, run.trainer) && !(run.rest === 'diverged' && others!.length > 0)) {
      run.trainer.change(ofRun);
      if (others!.some((key) => key !== 'learningRate' && key !== 'updateOrder')) run.targetChanged();
      else if (others!.length > 0) run.settingsChanged();
      return {};
    }
    const trainer = makeTrainer(settings, ofRun, layers, parameters);
    const asked = news && state !== undefined;
    const refused = asked ? restoreState(trainer, state as TrainerState) : undefined;
    trainer.change(Object.fromEntries(Object.entries(ofRun).filter(([name]) => origin.given(name))));
    if (run.trainer) run.restart(trainer, unusable);
    else run.start(trainer, !settings.paused, unusable);
    return { ...(news && problem !== undefined && { model: problem }), ...(refused !== undefined && { state: refused }), ...(asked && refused === undefined && { restored: true }) };
  }
}

/** Whether the settings describe another run than the trainer's, its parameters apart. */
function isAnother(settings: TrainerSettings, { network, seed, init }: Trainer): boolean {
  return settings.activation !== network.activation || settings.outputActivation !== network.outputActivation
    || settings.alpha !== network.alpha || settings.seed !== seed || settings.init !== init;
}

/** Where a target is, and if it has values between 0 and 1, where it is how much. */
export interface Shape { readonly outline: Outline; readonly levels: readonly Outline[] }

const noShape: Shape = { outline: [], levels: [] };

/** Targets made so far: a page of fifty circles makes one, and traces it once. */
const targets = new Map<string, Target>();
const named = new WeakMap<Target, { readonly target: string; readonly radius?: number }>();
const shapes = new WeakMap<Target, Shape>();
const MOST_TARGETS = 50;

function targetOf({ target: name, radius }: TrainerSettings): Target {
  const key = isTargetName(name) ? `${name} ${radius}` : name; // no expression has a radius, nor is one a name and a number
  let target = targets.get(key);
  if (!target) {
    if (targets.size === MOST_TARGETS) targets.clear(); // a slider for the radius went by
    target = createTarget(name, { radius });
    targets.set(key, target);
    named.set(target, isTargetName(name) ? { target: name, radius } : { target: name });
  }
  return target;
}

function shapeOf(target: Target): Shape {
  let shape = shapes.get(target);
  if (!shape) {
    shape = { outline: traceOutline(target), levels: traceLevels(target) };
    shapes.set(target, shape);
  }
  return shape;
}

/** Whether a target is the one that settings describe: a run that has it keeps it. */
function isOf(target: Target, settings: TrainerSettings): boolean {
  const name = named.get(target);
  return name?.target === settings.target && (name.radius === undefined || name.radius === settings.radius);
}

function runSettings(settings: TrainerSettings, rows: readonly DataRow[] | null, before: Target | undefined): RunSettings {
  const { learningRate, updateOrder, noise, split } = settings;
  return { learningRate, updateOrder, target: before && isOf(before, settings) ? before : targetOf(settings), data: dataFromRows(rows), noise, split };
}

function makeTrainer(
  { activation, outputActivation, alpha, seed, init }: TrainerSettings, settings: RunSettings,
  layers: readonly number[], parameters: readonly number[] | undefined,
): Trainer {
  const network = new Network({ layers, activation, outputActivation, alpha });
  return new Trainer({ network, seed, init, parameters, ...settings });
}
