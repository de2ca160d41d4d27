import { isSameList } from '../../attrs/list.js';
import { LearningCurve, Network, Trainer, type RunSettings, type TrainerState } from '../../core/index.js';
import { dataFromRows, rowsOf, ScriptData } from '../../model/dataset.js';
import { resolveModel, type ResolvedModel } from '../../model/model-options.js';
import { randomSeed, SeedSequence } from '../../model/seed.js';
import { rangeErrorOf, restoreState } from '../../model/state.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';
import { optionsOf, shapeOf, targetFor, type Shape } from './target-cache.js';

/** The members of a trainer that its run is built from. */
export type RunHost = Pick<NnCircleTrainer,
  | 'activation' | 'alpha' | 'at' | 'canvas' | 'chart' | 'data' | 'dirty'
  | 'hiddenLayers' | 'init' | 'isGiven' | 'isUnusable'
  | 'learningRate' | 'maxSteps' | 'noise' | 'outputActivation' | 'parameters' | 'paused' | 'radius' | 'report'
  | 'reportState' | 'requestUpdate' | 'run' | 'script' | 'seed' | 'setInUse' | 'split' | 'stepsPerFrame' | 'target'
  | 'updateOrder'>;

/** The model of a run. If it changes, or an attribute that the core trainer knows, the run starts over. */
interface Origin extends ResolvedModel {
  readonly isUnusable: boolean;
  readonly state: unknown;
}

/** Attributes that may change within a run. */
const settingNames = ['learningRate', 'updateOrder', 'target', 'radius', 'data', 'noise', 'split'] as const;

const emptyShape: Shape = { outline: [], levels: [], isWhole: true };

/** Builds the run that attributes and the model script describe, and applies their changes to it. */
export class RunBuilder {
  /** The seed in use if none is given: a new one each time. */
  unusedSeed = randomSeed();
  private readonly _host: RunHost;
  private readonly _seeds = new SeedSequence();
  private readonly _scriptData = new ScriptData();
  private _origin: Origin | undefined;
  private _settings: RunSettings | undefined; // that the attributes were last set to

  constructor(host: RunHost) {
    this._host = host;
  }

  /** The target as it is drawn, with more of it each time until it is whole; empty while data are learned. */
  get shape(): Shape {
    const { target, data } = this._host.run.trainer!.settings;
    const shape = data ? emptyShape : shapeOf(target);
    shape.trace?.();
    return shape;
  }

  /** Whether the page gives parameters, which fit these layers only. */
  get hasFixedLayers(): boolean {
    const { parameters, script: { value } } = this._host;
    return parameters !== null || value.parameters !== undefined || value.state !== undefined;
  }

  /** Takes note of a changed model script, for the next `applyChanges`. */
  readScript(): void {
    const { dirty, script } = this._host;
    if (this._scriptData.read(script.value, this._host)) dirty.add('data');
    dirty.add('parameters');
    this._host.requestUpdate();
  }

  /** Applies everything that was written since the last time, at once. */
  applyChanges(): void {
    const host = this._host;
    const { run, dirty } = host;
    const isFirst = run.trainer === undefined;
    if (!isFirst && dirty.size === 0) return;
    const changed = new Set(dirty);
    dirty.clear();
    run.curve = host.chart ? run.curve ?? new LearningCurve() : undefined;
    if (isFirst || changed.has('seed')) this.useSeed(host.seed);
    if ((isFirst || changed.has('data')) && !host.isGiven('data')) host.setInUse('data', this._scriptData.rows);
    this._build(changed);
    const { seed, init } = run.trainer!; // a state brings its own
    if (seed !== host.seed) this.useSeed(seed);
    if (init !== host.init) host.setInUse('init', init);
    this.readBack();
    const hiddenLayers = this._origin!.layers.slice(1, -1);
    if (!isSameList(hiddenLayers, host.hiddenLayers)) host.setInUse('hiddenLayers', hiddenLayers);
    if (!isFirst && changed.has('paused')) run[host.paused ? 'pause' : 'play']();
    if (changed.has('at') && (host.at > 0 || !isFirst)) void run.goTo(host.at);
    if (host.paused === run.playing) host.setInUse('paused', !run.playing);
    host.canvas.redraw();
  }

  /** Sets the attributes to the settings of the run, which may differ at another step or in a state. */
  readBack(): void {
    const { run, dirty } = this._host;
    const { settings } = run.trainer!;
    if (run.urgent) return;
    if (dirty.size > 0) this._host.requestUpdate(); // what was written on the way
    if (settings === this._settings) return;
    this._settings = settings;
    const { learningRate, updateOrder, target, data, noise, split } = settings;
    const inUse = { learningRate, updateOrder, ...optionsOf(target), data: rowsOf(data), noise, split };
    for (const [name, value] of Object.entries(inUse)) {
      if (!dirty.has(name)) this._host.setInUse(name, value);
    }
  }

  /** Sets the seed in use, after which new starts are numbered. */
  useSeed(seed: string): void {
    this._host.setInUse('seed', seed);
    this._seeds.restart(seed);
    this.unusedSeed = randomSeed();
  }

  /** Continues from a state, or reports why it cannot. */
  restore(state: TrainerState): void {
    const host = this._host;
    const trainer = host.run.trainer!;
    const problem = restoreState(trainer, state);
    if (problem) return host.reportState(state, problem);
    this.useSeed(trainer.seed);
    host.setInUse('init', trainer.init);
    host.run.restart(trainer);
  }

  /** Starts the run of the next seed. Returns that seed. */
  startNext(): string {
    this.applyChanges();
    const seed = this._seeds.next();
    this._host.setInUse('seed', seed);
    this._host.run.reset(seed);
    return seed;
  }

  /**
   * Starts a new run if the network, the seed, the initialisation, the first parameters or the state of the script
   * have changed; after divergence, if any setting has changed. Otherwise changes the settings of the present run.
   */
  private _build(written: ReadonlySet<string>): void {
    const host = this._host;
    const { run, script: { value: script } } = host;
    const before = this._origin;
    const origin = this._origin = this._findOrigin();
    const isNew = !before || !isSameList(origin.layers, before.layers)
      || !isSameList(origin.parameters, before.parameters)
      || (['problem', 'isUnusable', 'state'] as const).some((key) => origin[key] !== before[key]);
    run.stepsPerFrame = host.stepsPerFrame;
    run.maxSteps = host.maxSteps;
    const { learningRate, updateOrder, noise, split } = host;
    const target = targetFor(host, run.trainer?.settings.target);
    const settings: RunSettings = { learningRate, updateOrder, target, data: dataFromRows(host.data), noise, split };
    if (run.trainer && !isNew && this._changeSettings(run.trainer, settings, written)) return;

    const { activation, outputActivation, alpha, seed, init } = host;
    const network = new Network({ layers: origin.layers, activation, outputActivation, alpha });
    const trainer = new Trainer({ network, seed, init, parameters: origin.parameters, ...settings });
    const hasNewState = isNew && origin.state !== undefined;
    const stateProblem = hasNewState ? restoreState(trainer, origin.state as TrainerState) : undefined;
    trainer.change(Object.fromEntries(Object.entries(settings).filter(([name]) => host.isGiven(name))));
    if (run.trainer) run.restart(trainer, origin.isUnusable);
    else run.start(trainer, !host.paused, origin.isUnusable);

    if (isNew && origin.problem !== undefined) {
      host.script.fail(host.parameters ? 'parameters' : '', host.parameters ?? script, origin.problem);
    }
    if (stateProblem !== undefined) host.reportState(origin.state, stateProblem);
    else if (hasNewState && script.curve !== undefined) this._restoreCurve(script.curve);
  }

  private _findOrigin(): Origin {
    const { hiddenLayers, parameters, script } = this._host;
    const model = resolveModel({
      hiddenLayers: this._host.isGiven('hiddenLayers') ? hiddenLayers : undefined, parameters, script: script.value,
    });
    const isUnusable = model.problem !== undefined || script.isUnusable || this._host.isUnusable('parameters');
    return { ...model, isUnusable, state: script.value.state };
  }

  /** Changes the settings of the present run. Returns false, and changes nothing, if that takes a new run. */
  private _changeSettings(trainer: Trainer, settings: RunSettings, written: ReadonlySet<string>): boolean {
    const { activation, outputActivation, alpha, seed, init, run } = this._host;
    const { network } = trainer;
    if (activation !== network.activation || outputActivation !== network.outputActivation || alpha !== network.alpha
      || seed !== trainer.seed || init !== trainer.init) return false;
    if (run.urgent) { // what is written applies to the step that it is going to
      for (const name of settingNames) if (written.has(name)) this._host.dirty.add(name);
      return true;
    }
    const before = trainer.settings;
    const changed = (Object.keys(settings) as (keyof RunSettings)[]).filter((key) => settings[key] !== before[key]);
    if (run.rest === 'diverged' && changed.length > 0) return false;
    trainer.change(settings);
    if (changed.some((key) => key !== 'learningRate' && key !== 'updateOrder')) run.targetChanged();
    else if (changed.length > 0) run.settingsChanged();
    return true;
  }

  private _restoreCurve(curve: unknown): void {
    const problem = rangeErrorOf(() => this._host.run.curve?.restore(curve));
    if (problem) this._host.reportState(curve, problem);
  }
}
