import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../../attrs/boolean.js';
import { choice } from '../../attrs/choice.js';
import { parameters } from '../../attrs/model.js';
import { clamp, integer, number } from '../../attrs/number.js';
import { target } from '../../attrs/target.js';
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
import { icons } from '../../ui/buttons.js';
import { PointProbe } from '../../ui/probe.js';
import { slider } from '../../ui/slider.js';
import { targetName } from '../../ui/text.js';
import { biasesKind, defaultAlpha, layerKind, weightsKind, type Layers } from './attributes.js';
import { describePlane, planeCaption } from './description.js';
import { LayerMotion } from './layer-motion.js';
import { countPairLayers } from './layers.js';
import { OwnModel } from './own-model.js';
import { drawDeform } from './picture.js';
import { DeformScene } from './scene.js';
import { matrixFields, matrixStyles, nodeTable } from './toolbar.js';

/**
 * How layers of two neurons bend a plane: a grid of lines before, between and after them, and points
 * that come apart. The slider goes from layer to layer.
 *
 * @customElement nn-deform
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader. A child
 *   `<script type="application/json">` may hold `{"layers": [2, 2, 2, 1], "parameters": [15 numbers]}`.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved a slider of the point that is
 *   followed. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader moved to another layer, or gave an attribute
 *   another value by a control. Never fired by scripts.
 * @fires {CustomEvent<void>} nn-play - The plane starts to move from layer to layer, for whatever reason.
 * @fires {CustomEvent<void>} nn-pause - It has stopped, for whatever reason.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, an id that names no trainer of such layers,
 *   unusable parameters, a state refused, no canvas.
 * @csspart figure - The square that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart button - The button that plays and pauses.
 * @csspart slider - The slider from layer to layer, with its name and value.
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
    css`
      .figure { aspect-ratio: 1; }
      canvas { cursor: ew-resize; }
      .row {
        display: grid; grid-template-columns: 28px minmax(0, 1fr); gap: 12px; align-items: center; block-size: 36px;
      }
      .legend { display: flex; flex-wrap: wrap; column-gap: 12px; margin: 4px 0 0; color: var(--_muted, currentcolor); }
      .absent { visibility: hidden; }
      .legend i {
        display: inline-block; box-sizing: border-box; inline-size: 8px; block-size: 8px; border-radius: 50%;
      }
      .inside { background: var(--_positive); }
      .outside { border: 1.5px solid var(--_negative); }
      @media (forced-colors: active) {
        .legend i { forced-color-adjust: none; }
      }
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
  /** How many layers the plane has gone through, from 0; fractions lie between. All if not given. Reads where it is. */
  @attribute<number, NnDeform>(layerKind, {
    used: ({ lastLayer }, given = NaN) => (given < lastLayer ? given : lastLayer),
    misfit: ({ lastLayer, link }, layer) => (layer > lastLayer
      ? `a number from 0 to ${lastLayer}, the layers of ${link.network ? 'its trainer' : 'w'}`
      : undefined),
  }) layer!: number;
  /** Moves from layer to layer by itself, unless the reader's system asks for less motion. */
  @attribute(boolean) autoplay!: boolean;
  /** Grid lines a side, from 5 to 61. */
  @attribute(integer(21, { min: 5, max: 61 })) grid!: number;
  /** Random matrices of two layers instead of the default ones, where `w` is not given. */
  @attribute(seedKind) seed!: string;
  /**
   * Puts points on the plane, inside and outside of one of `circle ring square cross xor half spiral heart`, or of an
   * expression.
   */
  @attribute(target('')) target!: string;

  /** @internal */
  readonly link = new TrainerLink(this);
  /** @internal */
  readonly own = new OwnModel(this);
  private readonly _toolbar = new Toolbar(this);
  private readonly _reducedMotion = new ReducedMotionController(this, () => this.pause());
  private readonly _motion = new LayerMotion(this);
  private readonly _scene = new DeformScene(this);
  private readonly _probe = new PointProbe(this, this._scene);
  private _grip: { readonly x: number; readonly layer: number } | undefined; // where a drag began

  protected override willUpdate(): void {
    const written = new Set(this.dirty);
    this.dirty.clear();
    if (written.has('parameters')) this.own.check();
    this.link.resolve();
    this._scene.update();
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
    return !this._motion.moving;
  }

  /** Moves from layer to layer, back and forth, until paused. */
  play(): void {
    if (this.paused) this._start(false);
  }

  /** Stays where it is. */
  pause(): void {
    if (this.paused) return;
    this._motion.stop();
    this.requestUpdate();
    this.fire('nn-pause');
  }

  /** The model shown, as plain JSON: all of a trainer's run where it is linked to one, else its own layers. */
  getState(): ModelState {
    if (this.isUpdatePending) this.link.resolve();
    return this.link.getState() ?? this.own.getState();
  }

  /**
   * Shows the layers of a state, a trainer's too. For a state that is not of layers of two it changes nothing and
   * warns why.
   */
  setState(state: ModelState): void {
    const problem = setViewState(this.link.isAsked, () => this.own.setState(state));
    if (problem) this.reportState(state, problem);
  }

  /** Returns the HTML of this picture; of a linked one together with its trainer, which is hidden. */
  override toHtml(): string {
    const linked = this.link.toHtml(this.attributesInUse([], ['for']));
    if (linked !== undefined) return linked;
    const json = this.own.toJson();
    const left = ['w', 'b'].filter((name) => json || !this.isGiven(name));
    return markup(this.localName, this.attributesInUse([], ['for', 'parameters', ...left]), json);
  }

  /**
   * The number of layers shown.
   * @internal
   */
  get lastLayer(): number {
    return this.link.network ? this._scene.plane?.layerCount ?? 0 : this.w.length;
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
    const { strings, controls, link, _scene: scene, _probe: probe } = this;
    const [input, isUnusable] = [strings.text('input'), this._isUnusable];
    return this.figure({
      name: strings.text('deformLabel'),
      description: () => this._describe(),
      over: isUnusable
        ? badge(strings.text('unusableParameters'))
        : controls ? undefined : probe.keyboardSliders(input),
      under: html`${this._row()}${this._legend()}`,
      toolbar: controls
        ? this._toolbar.render(
          html`${link.network ? nothing : matrixFields(this)}${probe.fields(input)}`,
          () => (this._isUnusable ? [] : [nodeTable(scene.plane, strings)]))
        : undefined,
    });
  }

  /** Renders the button that plays and pauses, and the slider from layer to layer. */
  private _row(): TemplateResult {
    const { strings, paused, layer, lastLayer } = this;
    return html`
      <div class="row">
        <button part="button" aria-label=${strings.text(paused ? 'play' : 'pause')} @click=${this._onToggle}>
          ${paused ? icons.play : icons.pause}</button>
        ${slider({
          name: strings.text('layer'), min: 0, max: lastLayer, step: 0.01, stretches: lastLayer, value: layer,
          text: strings.format(this._motion.written, 2), onInput: (value) => this._moveTo(value),
        })}
      </div>`;
  }

  /** Renders what the points and the dividing line are. */
  private _legend(): TemplateResult | typeof nothing {
    const { strings, target, link, _scene: scene } = this;
    if (link.isBlank || this._isUnusable || scene.inside.length === 0) return nothing;
    const outside = link.network || target === ''
      ? strings.text('outsideLinked')
      : strings.text('outside', { target: targetName(target, strings) });
    // The words about the line keep their room where it is not drawn.
    const line = scene.decision
      ? html`<span class=${this._isLineDrawn ? '' : 'absent'}>${strings.text('divides', { share: this._share })}</span>`
      : nothing;
    return html`
      <p class="legend">
        <span><i class="inside"></i> ${strings.text('inside')}</span> <span><i class="outside"></i> ${outside}</span>
        ${line}
      </p>`;
  }

  private _describe(): string {
    const { strings, link, lastLayer, _motion: { written }, _scene: { plane, inside } } = this;
    if (this._isUnusable) return strings.text('stateUnusable');
    return link.isBlank ? '' : link.describe(() => describePlane(strings, {
      layer: written, lastLayer, extent: plane.extentAt(written), inside,
      share: this._isLineDrawn ? this._share : undefined, isLinked: link.network !== undefined,
    }));
  }

  private get _share(): string {
    return this.strings.number(this._scene.accuracy, { style: 'percent', maximumFractionDigits: 1 });
  }

  private get _isLineDrawn(): boolean {
    return this._scene.decision !== undefined && this.layer === this.lastLayer;
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
    this.setInUse('layer', layer);
    this.canvas.redraw(); // in this frame
    this._probe.hide();
  }

  /** @internal */
  onTap(point: LocalPoint): void {
    this._probe.showAt(point);
  }

  /** @internal */
  onHover(point: LocalPoint | undefined): void {
    this._probe.onHover(point);
  }

  /** @internal */
  onPress({ x }: LocalPoint): void {
    this._grip = { x, layer: this.layer };
  }

  /**
   * The width of the picture is the whole way.
   * @internal
   */
  onDrag(_dx: number, _dy: number, { x }: LocalPoint): void {
    const [grip, width] = [this._grip, this.surface?.clientWidth];
    this._probe.hide();
    if (grip && width) this._moveTo(grip.layer + ((x - grip.x) / width) * this.lastLayer);
  }

  /** Moves to a layer as the reader wishes. */
  private _moveTo(layer: number): void {
    const value = clamp(Number(layer.toFixed(2)), { min: 0, max: this.lastLayer });
    if (value === this.layer) return;
    this.pause();
    this.setInUse('layer', value);
    this.fireChange('layer', value);
  }

  /** Rests first, at the input unless the page or the reader has chosen a layer, and moves on. */
  private _playUnasked(): void {
    if (!this.paused) return;
    if (!this.isSet('layer') || this.isUnusable('layer')) this.setInUse('layer', 0);
    this._start(true);
  }

  private _start(restsFirst: boolean): void {
    this._motion.start(restsFirst);
    this.canvas.redraw();
    this.requestUpdate();
    this.fire('nn-play');
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { link, strings, layer, lastLayer, _motion: { written }, _scene: scene } = this;
    if (link.isBlank || this._isUnusable) return;
    scene.followTrainer();
    drawDeform(ctx, {
      ...scene.plane.at(layer), lines: scene.plane.lines, inside: scene.inside,
      caption: [planeCaption(strings, written, lastLayer)],
      decision: this._isLineDrawn ? scene.decision : undefined,
    }, size, theme);
  }
}
