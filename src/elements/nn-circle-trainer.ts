import { css, html, nothing, type TemplateResult } from 'lit';
import { SourceController } from '../controllers/links.js';
import { MotionController } from '../controllers/motion-controller.js';
import { PointerController } from '../controllers/pointer-controller.js';
import { TrainingRun, type RunChange } from '../controllers/training-run.js';
import { predictGrid, type Trainer, type TrainerState } from '../core/index.js';
import { drawTrainer } from '../draw/trainer.js';
import type { Size, Theme } from '../draw/types.js';
import { focusNext } from './buttons.js';
import { ChildModel } from './child-model.js';
import { describeRun, predictionText } from './describe-run.js';
import type { NnChangeDetail } from './events.js';
import { networkNumbers } from './network-numbers.js';
import { PointProbe, wholePicture } from './point-probe.js';
import { shorten } from './report.js';
import { restore, seedKind, stepCountKind } from './restore.js';
import { randomSeed, SeedSequence } from './seed.js';
import { StepReporter } from './step-reporter.js';
import { targetWords } from './target-words.js';
import { TrainerAttributes } from './trainer-attributes.js';
import { trainerOverlay, trainerOverlayStyles } from './trainer-overlay.js';
import { trainerToolbar, writeCount } from './trainer-toolbar.js';
import { TrainerModel } from './trainer-model.js';

/**
 * A small network that learns a shape while you watch. The target's outline lies under a grid of
 * circles, each as large as the network is sure that its place is inside. A click is a new start.
 *
 * @customElement nn-circle-trainer
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader. A child
 *   `<script type="application/json">` may hold `{"layers": [2, 8, 1], "parameters": [33 numbers]}`.
 * @fires {CustomEvent<NnStepDetail>} nn-step - Steps were taken; at most once a frame.
 * @fires {CustomEvent<void>} nn-reset - A run begins anew, whoever caused it.
 * @fires {CustomEvent<void>} nn-play - Training goes on, whoever caused it.
 * @fires {CustomEvent<void>} nn-pause - Training stands still, whoever or whatever caused it.
 * @fires {CustomEvent<void>} nn-done - `max-steps` is reached.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved a slider of the point whose prediction is told. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader gave an attribute another value: by a control, or `seed` by a new start. Never fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, divergence, unusable parameters, no canvas.
 * @csspart figure - The square that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart button - Each button.
 * @csspart badge - The message when nothing can go on.
 * @csspart slider - Each slider over the picture, unseen until it has the focus.
 * @csspart toolbar - Under the picture, with `controls`.
 * @csspart numbers - The disclosure at its end, with all weights and biases.
 * @cssprop [--nn-ink=currentcolor] - Circles and text.
 * @cssprop [--nn-paper] - Behind buttons and messages; white or nearly black, as the text is dark or light.
 * @cssprop [--nn-muted] - Secondary marks.
 * @cssprop [--nn-accent] - The target's outline and the focus ring.
 * @cssprop [--nn-negative] - The edge of a message.
 */
export class NnCircleTrainer extends TrainerAttributes {
  static override styles = [
    ...TrainerAttributes.styles,
    ...trainerOverlayStyles,
    css`.figure { aspect-ratio: 1; } canvas { cursor: pointer; }`,
  ];

  private readonly _run = new TrainingRun((change) => this._onRun(change), () => !this._motion.reduced);
  private readonly _motion = new MotionController(this, () => (
    this._run.trainer ? this.pause() : this.use('paused', true))); // it starts still, which is no event
  private readonly _source = new SourceController(this, this._run);
  private readonly _model = new TrainerModel(this._run);
  private readonly _seeds = new SeedSequence();
  private readonly _child = new ChildModel(this, (json, expected) => this._onChild(json, expected));
  private readonly _steps = new StepReporter(this, this._run,
    (detail) => this.fire('nn-step', detail), () => this.requestUpdate(), (steps) => this.controls && this.hasUpdated && writeCount(this.renderRoot, steps, this.strings));
  private readonly _probe = new PointProbe(this, {
    strings: this.strings,
    readout: this.readout,
    ...wholePicture(this.surface),
    tell: (at) => predictionText(this._run.trainer!.network, at, this.strings),
  });

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  constructor() {
    super();
    if (this.seed === '') this.use('seed', randomSeed());
    this.canvas.unit = this._run.unit;
    new PointerController(this, {
      surface: this.surface,
      onTap: () => this._newStart(),
      onHover: this._probe.onHover,
      onDrag: (_dx, _dy, point) => this._probe.point(point),
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id') this._source.idChanged();
  }

  /** @internal */
  override write(name: string, raw: unknown): void {
    super.write(name, raw);
    if (this.seed === '') this.use('seed', randomSeed()); // none is given any more
  }

  protected override willUpdate(): void {
    this._settle();
  }

  protected override refresh(): void {
    // the run tells when there is something to draw
  }

  protected override refuse(): void {
    this._run.refuse();
  }

  /** The core trainer of the present run, to read; another one once what it is made of changed. */
  get trainer(): Trainer {
    this._settle();
    return this._run.trainer!;
  }

  /** Trains on from where it stands: after `max-steps` for as many again, after divergence from the start. */
  play(): void {
    this._settle();
    this._run.play();
  }

  pause(): void {
    this._settle();
    this._run.pause();
  }

  /** Takes `count` steps now, from 1 to 1,000,000, paused or not. */
  step(count = 1): void {
    this._settle();
    const { value, problem } = stepCountKind.read(count);
    if (problem) this.badArgument('step', count, problem, value);
    this._run.step(value);
  }

  /** Begins the present run again, or with a seed another one. */
  reset(seed?: string | number): void {
    this._settle();
    const { value, problem } = seed === undefined ? { value: '', problem: undefined } : seedKind.read(seed);
    if (problem) this.badArgument('reset', seed, problem, this.seed);
    if (value !== '') this._useSeed(value);
    this._run.reset(value === '' ? undefined : value);
  }

  /** The run at its present step, as plain JSON. */
  getState(): TrainerState {
    return this.trainer.getState();
  }

  /** Goes on from a state of a trainer of the same shape; any other is refused whole, with a warning that says why. */
  setState(state: TrainerState): void {
    const { trainer } = this;
    const problem = restore(trainer, state);
    if (problem) return this.fail({ code: 'state', attribute: '', value: state, used: undefined, fatal: false }, `${problem}; nothing has changed.`);
    this._useSeed(state.seed);
    for (const name of ['learningRate', 'updateOrder', 'init'] as const) this.use(name, state[name]);
    this._run.begin(trainer);
  }

  protected override render(): TemplateResult {
    const { strings, controls, _run: run, _probe: probe } = this;
    return this.figure({
      name: strings.text('circleTrainerLabel', { target: targetWords(this.target, strings) }),
      description: () => describeRun(run, strings),
      over: html`
        ${trainerOverlay(run.rest, this.paused, controls, strings, { toggle: this._onToggle, newStart: this._newStart, mend: this._onMend })}
        ${controls ? nothing : probe.quietSliders(strings.text('prediction'))}`,
      toolbar: () => trainerToolbar(this, {
        steps: run.trainer!.steps,
        fixedLayers: this.parameters !== null || this._child.value.parameters !== undefined,
        place: probe.fields(strings.text('prediction')),
        newStart: this._newStart,
        change: (name, value) => this.change(name, value),
      }, strings),
      numbers: () => networkNumbers(run.trainer!.network, strings),
    });
  }

  private readonly _newStart = (): void => {
    this._settle();
    const seed = this._seeds.next();
    this.use('seed', seed);
    this._run.reset(seed);
    this._probe.hide(); // a finger left it there
    this.fire('nn-change', { attribute: 'seed', value: seed } satisfies NnChangeDetail);
  };

  private readonly _onToggle = (): void => (this.paused ? this.play() : this.pause());

  private readonly _onMend = (): void => {
    if (this._run.rest === 'diverged') this.reset();
    else this._newStart();
    void focusNext(this, '.play'); // the button that had the focus goes
  };

  private _onRun(change: RunChange): void {
    if (this.paused === this._run.playing) this.use('paused', !this._run.playing);
    this.canvas.redraw();
    this._steps.follow(change);
    if (change === 'steps') return;
    this.requestUpdate();
    if (change === 'done' || change === 'diverged') this.announce();
    if (change === 'diverged') {
      // The play button gives way to a message: whoever was on it comes to the button of that.
      if (this.shadowRoot?.activeElement?.matches('.figure .play')) void focusNext(this, '.badge button');
      // Visible to the reader, and no mistake of the page's: no warning.
      const { learningRate: value } = this;
      this.fire('nn-error', { code: 'diverged', attribute: 'learning-rate', value, used: value, fatal: true });
    } else {
      this.fire(`nn-${change}`);
    }
  }

  private _onChild(json: string | undefined, expected: string | undefined): void {
    if (expected) this._failModel('', json, `child script "${shorten(json)}": expected ${expected}`);
    this.dirty.add('parameters');
    this.requestUpdate();
  }

  /** Takes in what attributes, properties and the child have said since the last time, once for all of it. */
  private _settle(): void {
    const { dirty, _run: run } = this;
    const first = run.trainer === undefined;
    if (!first && dirty.size === 0) return;
    const changed = new Set(dirty);
    dirty.clear();
    if (first || changed.has('seed')) this._useSeed(this.seed);
    const { parameters, _child: child, _model: model } = this;
    const hiddenLayers = this.given('hiddenLayers') ? this.hiddenLayers : undefined;
    const unusable = child.unusable || this.unusable('parameters');
    const problem = model.follow(this, { hiddenLayers, parameters, child: child.value, unusable });
    if (problem) this._failModel(parameters ? 'parameters' : '', parameters ?? child.value, problem);
    if (model.hiddenLayers.join() !== this.hiddenLayers.join()) this.use('hiddenLayers', model.hiddenLayers);
    if (!first && changed.has('paused')) run[this.paused ? 'pause' : 'play']();
    if (this.paused === run.playing) this.use('paused', !run.playing);
    this.canvas.redraw();
  }

  private _useSeed(seed: string): void {
    this.use('seed', seed);
    this._seeds.begin(seed);
  }

  private _failModel(attribute: string, value: unknown, sentence: string): void {
    this.fail({ code: 'parameters', attribute, value, used: null, fatal: true }, `${sentence}; training rests.`);
  }

  protected override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { grid, threshold, _run: { rest, trainer }, _model: { shape } } = this;
    const predictions = predictGrid(trainer!.network, grid);
    drawTrainer(ctx, { ...shape, predictions, grid, threshold, withdrawn: rest === 'diverged' || rest === 'unusable' }, size, theme);
    this._probe.follow(this.paused ? Infinity : performance.now());
  }
}
