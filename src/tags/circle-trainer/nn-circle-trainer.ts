import { css, html, type TemplateResult } from 'lit';
import { PointerController, type LocalPoint } from '../../page/pointer-controller.js';
import type { RunChange } from '../../model/training-run.js';
import { predictGrid } from '../../core/index.js';
import type { Size, Theme } from '../../draw/types.js';
import { focusAfterUpdate } from '../../ui/buttons.js';
import { describeRun } from './description.js';
import type { NnChangeDetail } from '../../page/events.js';
import { weightsJson } from '../../element/markup.js';
import { networkTables, Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import { Painting, paintingStyles } from './data/painting.js';
import { StepReporter } from './step-events.js';
import { targetName } from '../../ui/text.js';
import { trainerOverlay, trainerOverlayStyles } from './overlay.js';
import { TrainerRun } from './trainer-run.js';
import { TrainerSights, trainerSightsStyles } from './sights.js';
import { trainerToolbar, writeCount } from './toolbar.js';

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
 * @csspart figure - The square that holds the picture, with `chart` that too.
 * @csspart canvas - The drawing surface.
 * @csspart button - Each button.
 * @csspart badge - The message when nothing can go on.
 * @csspart slider - Each slider over the picture, unseen until it has the focus.
 * @csspart score - Under the picture, with `score`.
 * @csspart toolbar - Under the picture, with `controls`.
 * @csspart numbers - The disclosure at its end, with all weights and biases.
 * @cssprop [--nn-ink=currentcolor] - Circles, the loss and text.
 * @cssprop [--nn-paper] - Behind buttons and messages; white or nearly black, as the text is dark or light.
 * @cssprop [--nn-muted] - Secondary marks.
 * @cssprop [--nn-accent] - The target's outline, the IoU and the focus ring.
 * @cssprop [--nn-positive] - Creases of neurons that raise the output, and what they add.
 * @cssprop [--nn-negative] - Creases of those that lower it, and the edge of a message.
 */
export class NnCircleTrainer extends TrainerRun {
  static override styles = [
    ...TrainerRun.styles,
    ...toolbarStyles,
    ...trainerOverlayStyles,
    paintingStyles,
    css`.figure { aspect-ratio: 1; } canvas { cursor: pointer; }`,
    ...trainerSightsStyles,
  ];

  private readonly _toolbar = new Toolbar(this);
  private readonly _steps = new StepReporter(this, this.run,
    (detail) => this.fire('nn-step', detail), () => this.requestUpdate(), () => this._onCount());
  private readonly _sights = new TrainerSights(this, {
    run: this.run, strings: this.strings, tooltip: this.tooltip, redraw: () => this.canvas.redraw(),
  });
  private readonly _painting = new Painting(this, {
    strings: this.strings,
    rows: () => this.data,
    onChange: (rows) => this.setByReader('data', rows),
    place: () => this._sights.at,
  });

  constructor() {
    super();
    new PointerController(this);
  }

  protected override refresh(): void {
    // the run tells when there is something to draw
  }

  protected override render(): TemplateResult {
    const { strings, controls, run, _sights: sights } = this;
    return this.figure({
      name: strings.text('circleTrainerLabel', { target: this.data ? strings.text('ownPoints') : targetName(this.target, strings) }),
      description: () => sights.describe(describeRun(run, strings)),
      classes: sights.classes,
      over: html`
        ${trainerOverlay(run.rest, this.paused, controls, strings, { toggle: this._onToggle, newStart: this._newStart, mend: this._onMend })}
        ${controls ? this._painting.overlay() : sights.quietSliders()}`,
      under: sights.under(),
      toolbar: this.controls ? this._toolbar.render(trainerToolbar(this, {
        trainer: run.trainer!,
        goal: run.goal,
        fixedLayers: this.fixedLayers,
        place: sights.fields(),
        painting: this._painting.controls(),
        goTo: (step) => this._scrub(step),
        newStart: this._newStart,
        change: (name, value) => {
          if (name === 'target' && this.data) this.setByReader('data', null); // a target is learned again
          return this.changeByReader(name, value);
        },
      }, strings), () => [...sights.tables(), ...networkTables(run.trainer!.network, strings)],
      () => weightsJson(run.trainer!.network)) : undefined,
    });
  }

  /** @internal */
  onTap(point: LocalPoint): void {
    if (this._sights.isOnSquare(point)) this._newStart();
  }

  /** @internal */
  onHover(point: LocalPoint | undefined): void {
    this._sights.onHover(point);
  }

  /** @internal */
  onDrag(_dx: number, _dy: number, point: LocalPoint): void {
    this._sights.point(point);
  }

  private readonly _newStart = (): void => {
    const value = this.begin();
    this._sights.hide(); // a finger left it there
    this.fire('nn-change', { attribute: 'seed', value } satisfies NnChangeDetail);
  };

  private _scrub(step: number): void {
    this.pause();
    void this.goTo(step);
  }

  private readonly _onToggle = (): void => (this.paused ? this.play() : this.pause());

  private readonly _onMend = (): void => {
    if (this.run.rest === 'diverged') this.reset();
    else this._newStart();
    void focusAfterUpdate(this, '.play'); // the button that had the focus goes
  };

  private _onCount(): void {
    if (!this.hasUpdated) return;
    if (this.controls) writeCount(this.renderRoot, this.run.goal, this.trainer, this.strings);
    this._sights.write(this.renderRoot);
  }

  override onRun(change: RunChange): void {
    if (this.paused === this.run.playing) this.setInUse('paused', !this.run.playing);
    this.readBack();
    this.canvas.redraw();
    this._steps.follow(change);
    if (change === 'steps' || change === 'travel') return;
    this.requestUpdate();
    if (change === 'done' || change === 'diverged') this.announce();
    if (change === 'diverged') {
      // The play button gives way to a message: whoever was on it comes to the button of that.
      if (this.shadowRoot?.activeElement?.matches('.figure .play')) void focusAfterUpdate(this, '.badge button');
      // Visible to the reader, and no mistake of the page's: no warning.
      const { learningRate: value } = this;
      this.fire('nn-error', { code: 'diverged', attribute: 'learning-rate', value, used: value, fatal: true });
    } else {
      this.fire(`nn-${change}`);
    }
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { grid, threshold, run: { rest, trainer }, model: { shape } } = this;
    const predictions = predictGrid(trainer!.network, grid);
    const withdrawn = rest === 'diverged' || rest === 'unusable';
    const picture = { ...shape, predictions, grid, threshold, examples: trainer!.examples, withdrawn };
    this._sights.paint(ctx, picture, size, theme, this.paused ? Infinity : performance.now());
  }
}
