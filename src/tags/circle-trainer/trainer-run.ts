import type { DataRow } from '../../attrs/data.js';
import { ReducedMotionController } from '../../page/reduced-motion-controller.js';
import { TrainerRegistration } from '../../model/trainer-registry.js';
import { TrainingRun, type RunChange } from '../../model/training-run.js';
import { LearningCurve, type RunSettings, type Trainer, type TrainerState } from '../../core/index.js';
import { ModelScript } from '../../model/model-script.js';
import { ScriptData } from '../../model/dataset.js';
import { markup } from '../../element/markup.js';
import { rangeErrorOf, restoreState } from '../../model/state.js';
import { randomSeed, SeedSequence } from '../../model/seed.js';
import { seedKind } from '../../attrs/training.js';
import { integer } from '../../attrs/number.js';
import { TrainerAttributes } from './trainer-attributes.js';
import { TrainerModel } from './model.js';

const stepCountKind = integer(1, { min: 1, max: 1e6 });
const stepKind = integer(0, { min: 0, max: 1e12 });

/** A trainer's run as its page wants it: all of a trainer but what is seen of it. */
export abstract class TrainerRun extends TrainerAttributes {
  protected readonly run = new TrainingRun(this);
  private readonly _motion = new ReducedMotionController(this, () => (
    this.run.trainer ? this.pause() : this.setInUse('paused', true))); // it starts still, which is no event
  private readonly _source = new TrainerRegistration(this, this.run);
  protected readonly model = new TrainerModel(this.run);
  private readonly _seeds = new SeedSequence();
  protected readonly child = new ModelScript(this, 'training rests');
  private readonly _childData = new ScriptData();
  private _read: RunSettings | undefined; // back from the run
  private _rows: readonly DataRow[] | null = null; // data in use

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  constructor() {
    super();
    if (this.seed === '') this.setInUse('seed', randomSeed());
    this.canvas.unit = this.run.unit;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id') this._source.idChanged();
  }

  /** @internal */
  override write(name: string, raw: unknown): void {
    super.write(name, raw);
    if (this.seed === '') this.setInUse('seed', randomSeed()); // none is given any more
  }

  protected override willUpdate(): void {
    this.settle();
  }

  /** @internal */
  override onNoContext(): void {
    super.onNoContext();
    this.run.disable();
  }

  /** @internal */
  get mayResume(): boolean {
    return !this._motion.reduced;
  }

  /** The core trainer of the present run, to read; another one once what it is made of changed. */
  get trainer(): Trainer {
    this.settle();
    return this.run.trainer!;
  }

  /** Trains on from where it stands: after `max-steps` for as many again, after divergence from the start. */
  play(): void {
    this.settle();
    this.run.play();
  }

  pause(): void {
    this.settle();
    this.run.pause();
  }

  /** Takes `count` steps now, from 1 to 1,000,000, paused or not. */
  step(count = 1): void {
    this.settle();
    const { value, problem } = stepCountKind.read(count);
    if (problem) this.reportArgument('step', count, problem, value);
    this.run.step(value);
  }

  /** Begins the present run again, or with a seed another one. */
  reset(seed?: string | number): void {
    this.settle();
    const { value, problem } = seed === undefined ? { value: '', problem: undefined } : seedKind.read(seed);
    if (problem) this.reportArgument('reset', seed, problem, this.seed);
    if (value !== '') this._useSeed(value);
    this.run.reset(value === '' ? undefined : value);
  }

  /**
   * Goes to a step of the present run, back or on, exactly as it was or will be there; settled on arrival.
   * Of several calls the newest wins. Steps before the state that a run came from cannot be reached.
   */
  goTo(step: number): Promise<void> {
    this.settle();
    const { value, problem } = stepKind.read(step);
    if (problem) this.reportArgument('goTo', step, problem, value);
    return this.run.goTo(value);
  }

  /** The run at its present step, as plain JSON. */
  getState(): TrainerState {
    this.run.arriveNow();
    return this.trainer.getState();
  }

  /** Goes on from a state of a trainer of the same shape; any other is refused whole, with a warning that says why. */
  setState(state: TrainerState): void {
    const { trainer } = this;
    const problem = restoreState(trainer, state);
    if (problem) return this.reportState(state, problem);
    this._useSeed(state.seed);
    this.setInUse('init', state.init);
    this.run.restart(trainer);
  }

  /** The HTML of this very picture, paused at this step with these weights; `attributes` go before its own. */
  override toHtml(attributes: readonly (readonly [name: string, value: string])[] = []): string {
    this.settle();
    this.run.arriveNow();
    const { data, run: { curve } } = this;
    return markup(this.localName, [...attributes, ...this.attributesInUse(['seed'], ['data', 'parameters', 'paused']), ['paused', '']], {
      ...(data && { data }), state: this.getState(), ...(curve && { curve }),
    });
  }

  /** What happened to the run is to be shown, and told. */
  abstract onRun(change: RunChange): void;

  /** Whether the page gives parameters, which fit these layers only. */
  protected get fixedLayers(): boolean {
    const { parameters, state } = this.child.value;
    return this.parameters !== null || parameters !== undefined || state !== undefined;
  }

  /** Another run, of the next seed. */
  protected begin(): string {
    this.settle();
    const seed = this._seeds.next();
    this.setInUse('seed', seed);
    this.run.reset(seed);
    return seed;
  }

  /** @internal */
  onModelScript(): void {
    if (this._childData.read(this.child.value, this)) this.dirty.add('data');
    this.dirty.add('parameters');
    this.requestUpdate();
  }

  /** Takes in what attributes, properties and the child have said since the last time, once for all of it. */
  protected settle(): void {
    const { dirty, run } = this;
    const first = run.trainer === undefined;
    if (!first && dirty.size === 0) return;
    if (!first) run.arriveNow(); // what is changed is changed there
    const changed = new Set(dirty);
    dirty.clear();
    run.curve = this.chart ? run.curve ?? new LearningCurve() : undefined;
    if (first || changed.has('seed')) this._useSeed(this.seed);
    const { parameters, child, model } = this;
    if (first || changed.has('data')) this._rows = this.isGiven('data') ? this.data : this._childData.rows;
    const refused = model.follow(this, {
      hiddenLayers: this.isGiven('hiddenLayers') ? this.hiddenLayers : undefined,
      parameters,
      script: child.value,
      unusable: child.isUnusable || this.isUnusable('parameters'),
      data: this._rows,
      given: (name) => this.isGiven(name),
    });
    if (refused.model) child.fail(parameters ? 'parameters' : '', parameters ?? child.value, refused.model);
    if (refused.state) this.reportState(child.value.state, refused.state);
    if (refused.restored && child.value.curve !== undefined) this._restoreCurve(child.value.curve);
    if (first || run.trainer!.seed !== this.seed) this._useSeed(run.trainer!.seed);
    this.readBack();
    if (model.hiddenLayers.join() !== this.hiddenLayers.join()) this.setInUse('hiddenLayers', model.hiddenLayers);
    if (!first && changed.has('paused')) run[this.paused ? 'pause' : 'play']();
    if (this.paused === run.playing) this.setInUse('paused', !run.playing);
    this.canvas.redraw();
  }

  private _useSeed(seed: string): void {
    this.setInUse('seed', seed);
    this._seeds.restart(seed);
  }

  /** The run's settings are others where it is at another step, or came from a state. */
  protected readBack(): void {
    const { settings } = this.run.trainer!;
    if (settings === this._read || this.run.urgent) return;
    this._read = settings;
    const { inUse } = this.model;
    if (!this.dirty.has('data')) this._rows = inUse.data!;
    for (const [name, value] of Object.entries(inUse)) if (!this.dirty.has(name)) this.setInUse(name, value);
  }

  private _restoreCurve(curve: unknown): void {
    const problem = rangeErrorOf(() => this.run.curve?.restore(curve));
    if (problem) this.reportState(curve, problem);
  }
}
