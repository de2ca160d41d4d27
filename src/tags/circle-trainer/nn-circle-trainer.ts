import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../../attrs/boolean.js';
import { choice } from '../../attrs/choice.js';
import { data, type DataRow } from '../../attrs/data.js';
import type { Problem } from '../../attrs/kind.js';
import { list } from '../../attrs/list.js';
import { parameters } from '../../attrs/model.js';
import { integer, integerOrWord, number } from '../../attrs/number.js';
import { target } from '../../attrs/target.js';
import { learningRateKind, seedKind } from '../../attrs/training.js';
import {
  activationNames, initSchemes, updateOrders, type ActivationName, type InitScheme, type Sample,
  type Trainer, type TrainerState, type UpdateOrder,
} from '../../core/index.js';
import type { Size, Theme } from '../../draw/types.js';
import { FigureElement } from '../../element/figure-element.js';
import { markup, weightsJson } from '../../element/markup.js';
import { attribute } from '../../element/nn-element.js';
import { networkTables, Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import { defaultHiddenLayers } from '../../model/model-options.js';
import { ModelScript } from '../../model/model-script.js';
import { TrainerRegistration } from '../../model/trainer-registry.js';
import { TrainingRun, type RunChange, type RunOwner } from '../../model/training-run.js';
import type { LocalPoint, PointerHost } from '../../page/pointer-controller.js';
import { ReducedMotionController } from '../../page/reduced-motion-controller.js';
import { PointProbe, wholePicture } from '../../ui/probe.js';
import { targetName } from '../../ui/text.js';
import { creaseStyles, CreaseView } from './creases/index.js';
import { Painting, paintingStyles } from './painting/index.js';
import { KeptPicture } from './kept-picture.js';
import { describeMistakes, describeRun, predictionText } from './description.js';
import { Flashes, flashStyles } from './flashes.js';
import { Mistakes } from './mistakes.js';
import { operableNames, overlayStyles, renderOverlay } from './overlay.js';
import { drawTrainer } from './picture.js';
import { PointedNumbers } from './pointed-numbers.js';
import { PrintedRun } from './printed-run.js';
import { Progress, progressStyles } from './progress/index.js';
import { RunBuilder } from './run-builder.js';
import { StepReporter } from './step-events.js';
import { renderToolbar, writeStep } from './toolbar.js';

/** What the methods `step` and `goTo` accept. */
const countKind = integer(1, { min: 1, max: 1e6 });
const stepKind = integer(0, { min: 0, max: 1e8 });

/**
 * A small network that learns a shape while you watch. The target's outline lies under a grid of
 * circles, each as large as the network is sure that its place is inside. A click is a new start.
 *
 * @customElement nn-circle-trainer
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader. A child
 *   `<script type="application/json">` may hold `{"layers": [2, 8, 1], "parameters": [33 numbers]}`.
 * @fires {CustomEvent<NnStepDetail>} nn-step - Steps were taken; at most once a frame.
 * @fires {CustomEvent<void>} nn-reset - A run starts over, by a script or the reader.
 * @fires {CustomEvent<void>} nn-play - Training starts or resumes, for whatever reason.
 * @fires {CustomEvent<void>} nn-pause - Training has paused, for whatever reason.
 * @fires {CustomEvent<void>} nn-done - `max-steps` is reached.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved a slider of the point whose prediction is shown.
 *   Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader gave an attribute another value: by a control, or `seed`
 *   by a new start. Never fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, divergence, unusable parameters, no canvas.
 * @csspart figure - The square that holds the picture, with `chart` that too.
 * @csspart canvas - The drawing surface.
 * @csspart button - Each button.
 * @csspart badge - The message when nothing can go on.
 * @csspart slider - Each slider over the picture, unseen until it has the focus.
 * @csspart score - Under the picture, with `score`.
 * @csspart toolbar - Under the picture, with `controls`.
 * @csspart numbers - The disclosure at its end, with all weights and biases.
 * @cssprop [--nn-ink=currentcolor] - Circles, the loss and text.
 * @cssprop [--nn-paper] - The ground, behind buttons and messages; by default read from the page.
 * @cssprop [--nn-muted] - Secondary marks.
 * @cssprop [--nn-accent] - The target's outline, the IoU and the focus ring.
 * @cssprop [--nn-positive] - Creases of neurons that raise the output, and what they add.
 * @cssprop [--nn-negative] - Creases of those that lower it, and the edge of a message.
 */
export class NnCircleTrainer extends FigureElement implements PointerHost, RunOwner {
  static override styles = [
    ...FigureElement.styles,
    ...toolbarStyles,
    ...overlayStyles,
    flashStyles,
    paintingStyles,
    css`.figure { aspect-ratio: 1; } canvas { cursor: pointer; }`,
    ...progressStyles,
    creaseStyles,
  ];

  /** Neurons in each hidden layer: 1 to 4 integers from 1 to 64, as `8` or `6 4`. */
  @attribute(list(defaultHiddenLayers, { minLength: 1, maxLength: 4, min: 1, max: 64, integers: true }))
  hiddenLayers!: readonly number[];
  /** The hidden layers' function: `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'leaky-relu')) activation!: ActivationName;
  /** The output's function, of the same names. */
  @attribute(choice(activationNames, 'leaky-relu')) outputActivation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(0.01, { min: 0, max: 1 })) alpha!: number;
  /** η, from 0 to 10. May change while training; after divergence a change starts the run over. */
  @attribute(learningRateKind) learningRate!: number;
  /** Samples in 1/60 s, from 1 to 10000; or `auto`: single steps first, then ten times as many every 1.2 s. */
  @attribute(integerOrWord('auto', { min: 1, max: 10000 }, 'auto', 'auto')) stepsPerFrame!: number | 'auto';
  /** Steps after which it rests, from 1 to 10⁹, or `none`, which reads Infinity. */
  @attribute(integerOrWord(100000, { min: 1, max: 1e9 }, 'none', Infinity)) maxSteps!: number;
  /** The step at which the run is first shown, from 0 to 1,000,000. Setting it later goes there. */
  @attribute<number, NnCircleTrainer>(integer(0, { min: 0, max: 1e6 }), {
    used: ({ maxSteps }, given = 0) => Math.min(given, maxSteps),
    misfit: ({ maxSteps }, given) => (given > maxSteps ? `at most max-steps, ${maxSteps}` : undefined),
    dependsOn: ['maxSteps'],
  })
  at!: number;
  /** How first weights are drawn: `undecided` (the output starts near ½), `he` or `uniform`. */
  @attribute(choice(initSchemes, 'undecided')) init!: InitScheme;
  /** `simultaneous`, the exact gradient, or `in-place`. Applies while training. */
  @attribute(choice(updateOrders, 'simultaneous')) updateOrder!: UpdateOrder;
  /** Makes runs repeatable. Random if not given; reads the one in use, which a new start changes. */
  @attribute<string, NnCircleTrainer>(seedKind, { used: ({ builder }, given) => given || builder.unusedSeed })
  seed!: string;
  /**
   * What to learn: `circle ring square cross xor half spiral heart`, or an expression in x and y as `sin(3*x) > y`.
   * Applies while training.
   */
  @attribute(target('circle')) target!: string;
  /** Half the width of a target that has one, from 0.05 to 1. Applies while training. */
  @attribute(number(0.5, { min: 0.05, max: 1 })) radius!: number;
  /**
   * Points to learn in place of the target: `[[x, y, label], …]`, 2 to 5000, labels from 0 to 1 or −1 to 1.
   * Applies while training.
   */
  @attribute(data) data!: readonly DataRow[] | null;
  /** Standard deviation of what is added to x and to y of each point, from 0 to 1. Applies while training. */
  @attribute(number(0, { min: 0, max: 1 })) noise!: number;
  /** Share of the data that is learned, from 0.01 to 1; the rest tests what was learned. Applies while training. */
  @attribute(number(1, { min: 0.01, max: 1 })) split!: number;
  /** Circles a side, from 5 to 64. */
  @attribute(integer(25, { min: 5, max: 64 })) grid!: number;
  /** Prediction from which a circle is filled, from 0 to 1. */
  @attribute(number(0.5, { min: 0, max: 1 })) threshold!: number;
  /** Shows steps, loss, accuracy (beside that of one answer everywhere) and IoU under the picture. */
  @attribute(boolean) score!: boolean;
  /** Shows a chart of loss and IoU over the steps under the picture. */
  @attribute(boolean) chart!: boolean;
  /** Rings in orange the circles, or the points of the data, that the network gets wrong. */
  @attribute(boolean) mistakes!: boolean;
  /** Shows where each hidden neuron folds, and of the one that is pointed at what it adds. */
  @attribute(boolean) creases!: boolean;
  /** The attribute makes it start still; the property is the present state and may be set. */
  @attribute(boolean) paused!: boolean;
  /** First weights and biases as a flat JSON array, layer by layer: weights row by row, then biases. */
  @attribute(parameters) parameters!: readonly number[] | null;

  /** @internal */
  readonly run = new TrainingRun(this);
  private readonly _motion = new ReducedMotionController(this, () => (
    this.run.trainer ? this.pause() : this.setInUse('paused', true))); // it starts paused, which is no event
  private readonly _registration = new TrainerRegistration(this, this.run);
  /** @internal */
  readonly builder = new RunBuilder(this);
  /** @internal */
  readonly script = new ModelScript(this, 'training does not start');
  private readonly _toolbar = new Toolbar(this);
  private readonly _steps = new StepReporter(this);
  private readonly _progress = new Progress(this);
  /**
   * Where the plane is in the picture.
   * @internal
   */
  readonly square = wholePicture(() => this.canvas.size, () => this._progress.chartHeight);
  /** @internal */
  readonly probe = new PointProbe(this, {
    ...this.square, describe: (place) => predictionText(this.run.trainer!.network, place, this.strings),
  });
  private readonly _creaseView = new CreaseView(this);
  private readonly _numbers = new PointedNumbers(this, this._creaseView, this._progress);
  private readonly _mistakes = new Mistakes();
  private readonly _kept = new KeptPicture(this);
  private readonly _flashes = new Flashes(this);
  private readonly _painting = new Painting(this);

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  constructor() {
    super();
    this.canvas.unit = this.run.unit;
    new PrintedRun(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id') this._registration.idChanged();
  }

  protected override getReady(): void {
    this.builder.applyChanges();
  }

  protected override refresh(): void {
    // the run redraws when there is something to draw
  }

  /** The core trainer of the present run, for reading only. Another seed or network replaces it. */
  get trainer(): Trainer {
    this.builder.applyChanges();
    return this.run.own!;
  }

  /** Trains on from where it stands: after `max-steps` for as many again, after divergence from the start. */
  play(): void {
    this.builder.applyChanges();
    this.run.play();
    this.canvas.redraw(); // it may have played, but waited to be seen
  }

  pause(): void {
    this.builder.applyChanges();
    this.run.pause();
  }

  /** Takes `count` steps, from 1 to 1,000,000, paused or not: now, or as `goTo` does where that takes longer. */
  step(count = 1): void {
    this.builder.applyChanges();
    this.run.step(this.readArgument('step', count, countKind));
  }

  /** Begins the present run again, or a new one with a seed. */
  reset(seed?: string | number): void {
    this.builder.applyChanges();
    const value = seed === undefined ? '' : this.readArgument('reset', seed, seedKind, this.seed);
    if (value !== '') this.builder.useSeed(value);
    this.run.reset(value === '' ? undefined : value);
  }

  /** Goes to a step of this run, exactly as it was or will be; settled on arrival. The newest of several wins. */
  goTo(step: number): Promise<void> {
    this.builder.applyChanges();
    return this.run.goTo(this.readArgument('goTo', step, stepKind));
  }

  /** Returns the run at its present step, or at the one that it is going to, as plain JSON. */
  async getState(): Promise<TrainerState> {
    await this.arrival();
    return this.trainer.getState();
  }

  protected override arrival(): Promise<void> {
    this.builder.applyChanges();
    return this.run.arrival();
  }

  /** Continues from the state of a trainer of the same shape. For any other state it changes nothing and warns why. */
  async setState(state: TrainerState): Promise<void> {
    this.builder.applyChanges();
    this.builder.restore(state);
  }

  /** Returns the HTML of this picture, paused at this step with these weights; `attributes` are written first. */
  override async toHtml(attributes: readonly (readonly [name: string, value: string])[] = []): Promise<string> {
    const state = await this.getState();
    const { data, run: { curve } } = this;
    const own = this.attributesInUse(['seed'], ['at', 'data', 'parameters', 'paused']);
    return markup(this.localName, [...attributes, ...own, ['paused', '']], {
      ...(data && { data }), state, ...(curve && { curve }),
    });
  }

  /** @internal */
  get mayResume(): boolean {
    return !this._motion.reduced;
  }

  /**
   * The height of the canvas under the square, in CSS pixels.
   * @internal
   */
  get chartHeight(): number {
    return this._progress.chartHeight;
  }

  /**
   * The size of the square in the picture, in the picture's pixels.
   * @internal
   */
  get squareSize(): Size {
    const { width, height } = this.canvas.size;
    return { width, height: height - this._progress.chartHeight, density: 1 };
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const target = this.data ? strings.text('ownPoints') : targetName(this.target, strings);
    return this.figure({
      name: strings.text('circleTrainerLabel', { target }),
      description: () => this._describe(),
      operable: operableNames(this),
      classes: this.chart ? 'charted' : '',
      over: html`
        <div class="flashes" aria-hidden="true"></div>
        ${renderOverlay(this)}
        ${this.controls ? this._painting.overlay() : html`
          ${this.probe.keyboardSliders(strings.text('probe'))}
          ${this.creases ? this._creaseView.keyboardSlider() : nothing}`}`,
      under: this.creases || this.score ? html`${this._creaseView.caption()}${this._progress.render()}` : undefined,
      toolbar: this.controls ? this._renderToolbar() : undefined,
    });
  }

  private _renderToolbar(): TemplateResult {
    const { strings, run: { trainer } } = this;
    const features = html`
      ${this.creases ? this._creaseView.fields() : nothing}
      ${this.probe.fields(strings.text('probe'))}
      ${this._painting.fields()}`;
    return this._toolbar.render(
      renderToolbar(this, features),
      () => [...this._progress.tables(), ...networkTables(trainer!.network, strings)],
      () => weightsJson(trainer!.network),
    );
  }

  private _describe(): string {
    const { run, strings } = this;
    const text = describeRun(run, strings);
    if (run.rest === 'unusable') return text;
    const features = [
      this.mistakes ? describeMistakes(run.trainer!, this._mistakes, this.grid, strings) : '',
      this._progress.describe(),
      this.creases ? this._creaseView.describe() : '',
    ];
    return strings.sentences(text, ...features.filter((each) => each !== ''));
  }

  /** @internal */
  onModelScript(): void {
    this.builder.readScript();
  }

  /** @internal */
  override onNoContext(): void {
    super.onNoContext();
    this.run.disable();
  }

  /** @internal */
  onRun(change: RunChange): void {
    if (this.paused === this.run.playing) this.setInUse('paused', !this.run.playing);
    this.builder.readBack();
    this.canvas.redraw();
    this._flashes.follow();
    this._steps.follow(change);
    if (change === 'steps' || change === 'travel') return;
    this.requestUpdate();
    if (change === 'done' || change === 'diverged') this.announce();
    if (change === 'diverged') this._onDiverged();
    else this.fire(`nn-${change}`);
  }

  /** @internal */
  onSample(sample: Sample): void {
    this._flashes.add(sample);
  }

  private _onDiverged(): void {
    // The reader sees it, and it is no mistake of the page: no warning.
    const { learningRate: value } = this;
    this.fire('nn-error', { code: 'diverged', attribute: 'learning-rate', value, used: value, fatal: true });
  }

  /**
   * Writes the present numbers between two updates.
   * @internal
   */
  onCount(): void {
    if (!this.hasUpdated) return;
    if (this.controls) writeStep(this);
    this._progress.write();
  }

  /** @internal */
  readonly onNewStart = (): void => {
    const seed = this.builder.startNext();
    this._numbers.hide(); // a finger may have left them there
    this.fireChange('seed', seed);
  };

  /** @internal */
  readonly onToggle = (): void => (this.paused ? this.play() : this.pause());

  /**
   * Makes a new start, or resets after divergence.
   * @internal
   */
  readonly onRecover = (): void => {
    if (this.run.rest === 'diverged') this.reset();
    else this.onNewStart();
  };

  /**
   * Returns why, if the text is no target.
   * @internal
   */
  onTarget(text: string): Problem | undefined {
    const problem = this.changeByReader('target', text);
    if (!problem && this.data) this.setByReader('data', null);
    return problem;
  }

  /** @internal */
  onTap(point: LocalPoint): boolean {
    const isUsed = this._numbers.isOnSquare(point);
    if (isUsed) this.onNewStart();
    return isUsed;
  }

  /** @internal */
  onHover(point: LocalPoint | undefined): void {
    if (point) this._numbers.show(point);
    else this._numbers.hide();
  }

  /** @internal */
  onDrag(_dx: number, _dy: number, point: LocalPoint): void {
    this._numbers.show(point);
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { creases, grid, mistakes, run: { rest }, threshold, _creaseView: creaseView, _progress: progress } = this;
    const trainer = this.run.trainer!;
    const predictions = this._kept.predictions(trainer.network);
    const now = this.paused ? Infinity : performance.now();
    const isWhole = drawTrainer(ctx, {
      ...this.builder.shape,
      predictions,
      grid,
      threshold,
      examples: trainer.examples,
      withdrawn: rest === 'diverged' || rest === 'unusable',
      ...(creases && { creases: creaseView.layer() }),
      ...(mistakes && {
        drawMistakes: (context, box, colours) => this._mistakes.draw(context, trainer, predictions, grid, box, colours),
      }),
    }, { ...size, height: size.height - progress.chartHeight }, theme, this._kept.layers);
    if (!isWhole) this.canvas.redraw();
    progress.paint(ctx, size, theme, now);
    if (creases) creaseView.updateNumbers(now);
    this.probe.updateNumbers(now);
  }
}
