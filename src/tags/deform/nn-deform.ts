import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../../attrs/boolean.js';
import { choice } from '../../attrs/choice.js';
import { parameters } from '../../attrs/model.js';
import { clamp, integer, number } from '../../attrs/number.js';
import { optionalText } from '../../attrs/text.js';
import { seedKind } from '../../attrs/training.js';
import { activationNames, type ActivationName, type ModelState } from '../../core/index.js';
import type { Size, Theme } from '../../draw/types.js';
import { FigureElement } from '../../element/figure-element.js';
import { markup } from '../../element/markup.js';
import { attribute } from '../../element/nn-element.js';
import { TrainerLink } from '../../features/link/index.js';
import { Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import { setViewState } from '../../model/state.js';
import type { LocalPoint, PointerHost } from '../../page/pointer-controller.js';
import { ReducedMotionController } from '../../page/reduced-motion-controller.js';
import { badge, badgeStyles } from '../../ui/badge.js';
import { PointProbe } from '../../ui/probe.js';
import { biasesKind, layerKind, targetKind, weightsKind, type Layers, type ShownLayer } from './attributes.js';
import { defaultAlpha } from './default-model.js';
import { describePlane, planeCaption } from './description.js';
import { LayerMotion } from './layer-motion.js';
import { countPairLayers } from './layers.js';
import { OwnModel } from './own-model.js';
import { drawDeform, drawThumbnail } from './picture.js';
import { DeformScene } from './scene.js';
import { panelsClass, stageStyles, thumbnailAt, type Stages } from './stages.js';
import { matrixFields, matrixStyles, nodeTable } from './toolbar.js';
import { legend, rowNames, sliderRow, underStyles, writtenPoint } from './under.js';

/** The width of the figure unless the page sets one, in CSS pixels. */
const NATURAL_WIDTH = 720;

/**
 * How layers of two neurons bend a plane: a grid of lines and points that come apart, before and after each layer. The
 * slider moves the plane from layer to layer; once it moves by itself.
 *
 * @customElement nn-deform
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader. A child
 *   `<script type="application/json">` may hold `{"layers": [2, 2, 2, 1], "parameters": [15 numbers]}`.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved a slider of the point that is
 *   followed. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader moved the plane to another layer, which is told as the
 *   value of `layer`, or gave an attribute another value by a control. Never fired by scripts.
 * @fires {CustomEvent<void>} nn-play - The plane starts to move from layer to layer, for whatever reason.
 * @fires {CustomEvent<void>} nn-pause - It has stopped, for whatever reason.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, an id that names no trainer of such layers,
 *   unusable parameters, a state refused, no canvas.
 * @csspart figure - The box that holds the pictures.
 * @csspart canvas - The drawing surface.
 * @csspart button - The button that plays and pauses.
 * @csspart slider - The slider from layer to layer, with the name of each.
 * @csspart badge - The message where nothing can be shown.
 * @csspart toolbar - Under it, with `controls`.
 * @csspart numbers - The disclosure at its end.
 * @cssprop [--nn-ink=currentcolor] - Grid and text.
 * @cssprop [--nn-paper] - The ground behind the picture; by default read from the page.
 * @cssprop [--nn-muted] - Secondary text and the slider's track.
 * @cssprop [--nn-accent] - The focus ring.
 * @cssprop [--nn-positive] - Points inside the target.
 * @cssprop [--nn-negative] - Points outside.
 */
export class NnDeform extends FigureElement implements PointerHost {
  static override styles = [
    ...FigureElement.styles,
    ...toolbarStyles,
    badgeStyles,
    matrixStyles,
    stageStyles,
    underStyles,
    css`
      :host { --_natural: ${NATURAL_WIDTH}px; }
      .figure:not(.one) canvas { cursor: ew-resize; }
    `,
  ];

  /** Id of a trainer, whose model it shows live in place of its own. */
  @attribute(optionalText(), { name: 'for' }) htmlFor!: string;
  /**
   * Weights: layers of two neurons separated by `|`, neurons by `;`, as `1 .5; -.5 1 | 1 0; 0 1`. 1 to 4 layers,
   * within ±10.
   */
  @attribute<Layers, NnDeform>(weightsKind, { used: ({ own }, given) => own.weights(given) }) w!: Layers;
  /** Biases of the layers of `w`, as `0.1 -0.2 | 0 0.3`, within ±10; missing ones are 0. */
  @attribute<Layers, NnDeform>(biasesKind, {
    used: ({ own }, given) => own.biases(given),
    misfit: ({ w: { length } }, b) => (b.length > length
      ? `biases of ${length === 1 ? '1 layer' : `${length} layers`}, as many as w has`
      : undefined),
    dependsOn: ['w'],
  }) b!: Layers;
  /**
   * Weights and biases of all layers of two, and perhaps of an output behind them, as a flat JSON array laid out as
   * in core. `w` goes before it.
   */
  @attribute(parameters) parameters!: readonly number[] | null;
  /** `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'leaky-relu')) activation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(defaultAlpha, { min: 0, max: 1 })) alpha!: number;
  /**
   * `all` shows the plane before and after each layer; a number, how many layers the plane of a single picture at rest
   * has gone through. Fractions lie between.
   */
  @attribute<ShownLayer, NnDeform>(layerKind, {
    used: ({ lastLayer }, given = 'all') => (given === 'all' || given < lastLayer ? given : lastLayer),
    misfit: ({ lastLayer, link }, layer) => (layer !== 'all' && layer > lastLayer
      ? `a number from 0 to ${lastLayer} (${link.network ? 'its trainer' : 'w'} has ${lastLayer} layers), or all`
      : undefined),
  }) layer!: ShownLayer;
  /** Moves from layer to layer by itself, again and again, unless the reader's system asks for less motion. */
  @attribute(boolean) autoplay!: boolean;
  /** Grid lines a side, from 5 to 61. */
  @attribute(integer(21, { min: 5, max: 61 })) grid!: number;
  /** Random matrices of two layers instead of the default ones, where `w` is not given. */
  @attribute(seedKind) seed!: string;
  /**
   * Puts points on the plane, inside and outside of one of `circle ring square cross xor half spiral heart`, or of an
   * expression; none with `none`.
   */
  @attribute(targetKind) target!: string;

  /** @internal */
  readonly link = new TrainerLink(this);
  /** @internal */
  readonly own = new OwnModel(this);
  private readonly _toolbar = new Toolbar(this);
  private readonly _reducedMotion = new ReducedMotionController(this, () => this.pause());
  private readonly _motion = new LayerMotion(this);
  private readonly _scene = new DeformScene(this);
  private readonly _probe = new PointProbe(this, this._scene, this._scene.followed);
  private _at = this._probe.at; // of its sliders, when they were read last
  private _grip: { readonly x: number; readonly layer: number } | undefined; // where a drag began
  private _position: number | undefined; // of the picture that moves; undefined at rest among the others
  private _stages: Stages | undefined; // as last drawn

  protected override willUpdate(): void {
    const written = new Set(this.dirty);
    this.dirty.clear();
    if (written.has('parameters')) this.own.check();
    this.link.resolve();
    this._scene.update();
    if (this._probe.at !== this._at) this._scene.followed = this._at = this._probe.at;
    if (written.has('layer')) {
      this._position = undefined;
      if (this.layer !== 'all') this.pause();
    }
    if (!written.has('autoplay')) return;
    if (!this.autoplay || this.isMotionReduced) this.pause();
    else this._playUnasked();
  }

  protected override updated(): void {
    super.updated();
    if (this.paused) this._probe.refresh();
  }

  /** The trainer whose model is shown; may be set to one that has no id, or to undefined. */
  get source(): HTMLElement | undefined {
    return this.link.source;
  }

  set source(source: HTMLElement | undefined) {
    this.link.source = source;
  }

  /** Whether it stands still. */
  get paused(): boolean {
    return !this._motion.playing;
  }

  /** Moves from layer to layer, back and forth, until paused. A single picture stays at rest. */
  play(): void {
    if (this.paused && this.layer === 'all') this._start(false);
  }

  /** Stays where it is. */
  pause(): void {
    if (this._motion.waiting) this._position = this.position;
    const { paused } = this;
    this._motion.stop();
    if (paused) return;
    this.requestUpdate();
    this.fire('nn-pause');
  }

  /** The model shown, as plain JSON: all of a trainer's run where it is linked to one, else its own layers. */
  async getState(): Promise<ModelState> {
    await this.arrival();
    if (this.isUpdatePending) this.link.resolve();
    return this.link.getState() ?? this.own.getState();
  }

  /**
   * Shows the layers of a state, a trainer's too. For a state that is not of layers of two it changes nothing and
   * warns why.
   */
  async setState(state: ModelState): Promise<void> {
    const problem = setViewState(this.link.isAsked, state, (parts) => this.own.setState(parts));
    if (problem) this.reportState(state, problem);
  }

  protected override arrival(): Promise<void> {
    return this.link.arrival();
  }

  /** Returns the HTML of this picture; of a linked one together with its trainer, which is hidden. */
  override async toHtml(): Promise<string> {
    const linked = await this.link.toHtml(this.attributesInUse([], ['for']));
    if (linked !== undefined) return linked;
    const json = this.own.toJson();
    const left = ['w', 'b'].filter((name) => json || !this.isGiven(name));
    return markup(this.localName, this.attributesInUse([], ['for', 'parameters', ...left]), json);
  }

  /**
   * One picture by itself has its own greatest width.
   * @internal
   */
  get naturalWidth(): number {
    return this.layer === 'all' ? NATURAL_WIDTH : Infinity;
  }

  /**
   * The number of layers shown.
   * @internal
   */
  get lastLayer(): number {
    return this.link.network ? this._scene.plane?.layerCount ?? 0 : this.w.length;
  }

  /**
   * The number of layers that the plane has gone through in the picture that moves, or in a single one.
   * @internal
   */
  get position(): number {
    const { layer, lastLayer, _position: position } = this;
    if (layer !== 'all') return layer;
    const home = this._motion.waiting && !this._stages?.isWide ? 0 : this.homeAfterPlay;
    return Math.min(position ?? home, lastLayer);
  }

  /**
   * Where the picture that moves is at rest among the others.
   * @internal
   */
  get homeAfterPlay(): number {
    return this._stages?.isWide ? this._stages.home : this.lastLayer;
  }

  /**
   * Whether nobody has said anything against playing once by itself. A trainer's plane moves as it learns.
   * @internal
   */
  get mayPlayOnce(): boolean {
    return this.layer === 'all' && !this.autoplay && !this.isMotionReduced && !this.link.isAsked && !this.own.isUnusable
      && this._position === undefined;
  }

  /** @internal */
  get isMotionReduced(): boolean {
    return this._reducedMotion.reduced;
  }

  /** @internal */
  misfitOfLayers(layers: readonly number[]): string | undefined {
    return countPairLayers(layers) > 0
      ? undefined
      : 'a trainer whose first hidden layer has two neurons, as hidden-layers="2 2"';
  }

  protected override render(): TemplateResult {
    const { strings, controls, layer, link, _motion: motion, _scene: scene, _probe: probe } = this;
    const [name, isUnusable] = [strings.text('probe'), this._isUnusable];
    const isShown = !link.isBlank && !isUnusable;
    return this.figure({
      name: strings.text('deformLabel'),
      description: () => this._describe(),
      operable: isUnusable ? [] : [...(layer === 'all' ? rowNames(this) : []), name],
      note: link.note,
      classes: layer === 'all' ? panelsClass(this.lastLayer) : 'one',
      over: isUnusable
        ? badge(strings.text('unusableParameters'))
        : controls ? undefined : probe.keyboardSliders(name),
      under: html`
        <div class=${panelsClass(this.lastLayer)}>
          ${layer === 'all' ? sliderRow(this, motion.written, this._onToggle, (value) => this._moveTo(value)) : nothing}
          ${isShown ? writtenPoint(this, scene) : nothing}
          ${isShown && scene.inside.length > 0 ? legend(this, scene, this._share, this._isLineSeen) : nothing}
        </div>`,
      toolbar: controls
        ? this._toolbar.render(
          html`${link.network ? nothing : matrixFields(this)}${probe.fields(name)}`,
          () => (this._isUnusable ? [] : [nodeTable(scene.plane, strings)]))
        : undefined,
    });
  }

  private _describe(): string {
    const { strings, layer: shown, link, lastLayer, _scene: { plane, inside } } = this;
    if (this._isUnusable) return strings.text('stateUnusable');
    const layer = shown === 'all' ? lastLayer : shown;
    return link.isBlank ? '' : link.describe(() => describePlane(strings, {
      layer, lastLayer, extent: plane.extentAt(layer), inside,
      share: this._isDivided(layer) ? this._share : undefined, isLinked: link.network !== undefined,
    }));
  }

  private get _share(): string {
    return this.strings.number(this._scene.accuracy, { style: 'percent', maximumFractionDigits: 1 });
  }

  /** Whether the line that divides the points can be seen in any picture now. */
  private get _isLineSeen(): boolean {
    const { _stages: stages, _scene: scene, position } = this;
    return stages ? stages.panels.some((panel) => scene.showsDecision(panel)) : this._isDivided(position);
  }

  /** Whether the plane after so many layers has a line that divides its points. */
  private _isDivided(layer: number): boolean {
    return this._scene.decision !== undefined && layer === this.lastLayer;
  }

  private get _isUnusable(): boolean {
    return !this.link.network && this.own.isUnusable;
  }

  private readonly _onToggle = (): void => (this.paused ? this.play() : this.pause());

  /** @internal */
  onModelScript(): void {
    this.dirty.add('parameters');
    this.requestUpdate();
  }

  /** @internal */
  override onNoContext(): void {
    super.onNoContext();
    this.pause();
  }

  /** @internal */
  onMotion(layer: number): void {
    this._position = layer;
    this.canvas.redraw(); // in this frame
    this.requestUpdate();
    this._probe.hide();
  }

  /** @internal */
  onOnceBegun(): void {
    this._position = this._motion.written;
    this.requestUpdate();
    this.fire('nn-play');
  }

  /** @internal */
  onOnceOver(): void {
    this.pause();
    this._position = undefined;
  }

  /** @internal */
  onTap(point: LocalPoint): boolean {
    const layer = this._stages && thumbnailAt(this._stages, point.x, point.y);
    if (layer === undefined) return this._follow(point);
    this._moveTo(layer);
    return true;
  }

  /** @internal */
  onHover(point: LocalPoint | undefined): void {
    this._follow(point);
  }

  /** @internal */
  onPress({ x }: LocalPoint): void {
    this._grip = { x, layer: this.position };
  }

  /**
   * The width of the picture is the whole way.
   * @internal
   */
  onDrag(_dx: number, _dy: number, { x }: LocalPoint): boolean {
    const [grip, width] = [this._grip, this.canvas.size.width];
    this._probe.hide();
    if (grip && width) this._moveTo(grip.layer + ((x - grip.x) / width) * this.lastLayer);
    return this.layer === 'all';
  }

  /** Shows the numbers at a point, and follows it through all pictures; returns whether it is in one. */
  private _follow(point: LocalPoint | undefined): boolean {
    this._probe.onHover(point);
    const place = point && this._scene.placeAt(point);
    if (!place) return false;
    this._scene.followed = place;
    this.requestUpdate();
    return true;
  }

  /** Moves to a layer as the reader wishes. */
  private _moveTo(layer: number): void {
    const value = clamp(Number(layer.toFixed(2)), { min: 0, max: this.lastLayer });
    if (value === this.position || this.layer !== 'all') return;
    this._position = value;
    this.pause();
    this.requestUpdate();
    this.fireChange('layer', value);
  }

  /** Rests first, at the input unless the reader has chosen a layer, and moves on. */
  private _playUnasked(): void {
    if (!this.paused || this.layer !== 'all') return;
    this._position ??= 0;
    this._start(true);
  }

  private _start(restsFirst: boolean): void {
    this._position = this.position;
    this._motion.start(restsFirst);
    this.canvas.redraw();
    this.requestUpdate();
    this.fire('nn-play');
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { link, strings, lastLayer, layer: shown, _scene: scene } = this;
    if (link.isBlank || this._isUnusable) return;
    const stages = scene.stagesIn(size);
    if (stages.isWide !== this._stages?.isWide) this.requestUpdate(); // the slider lies elsewhere
    this._stages = stages;
    scene.followTrainer();
    const { plane, plane: { lines }, inside } = scene;
    for (const { box, layer } of stages.thumbnails) {
      drawThumbnail(ctx, { ...plane.at(layer), lines, inside }, box, theme);
    }
    for (const panel of stages.panels) {
      const layer = scene.layerOf(panel);
      const name = [planeCaption(strings, layer, lastLayer)];
      drawDeform(ctx, {
        ...plane.at(layer), lines, inside, format: strings.format,
        decision: this._isDivided(layer) ? scene.decision : undefined,
        followed: plane.map(scene.followed, layer),
        ...(shown !== 'all' ? { caption: name } : stages.isWide ? { heading: name } : {}),
      }, panel.box, size.density, theme);
    }
  }
}
