import { css, html, nothing, type TemplateResult } from 'lit';
import { clamp } from '../../attrs/number.js';
import { Glide } from '../../page/glide.js';
import { ReducedMotionController } from '../../page/reduced-motion-controller.js';
import { MoveAlong } from '../../page/move-along.js';
import { PointerController, type LocalPoint } from '../../page/pointer-controller.js';
import { modelState, type ModelState } from '../../core/index.js';
import { drawDeform } from './picture.js';
import type { Size, Theme } from '../../draw/types.js';
import { Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import { badge, badgeStyles } from '../../ui/badge.js';
import { DeformAttributes } from './deform-attributes.js';
import { planePicture } from './deform-probe.js';
import { deformNumbers, deformToolbar, deformToolbarStyles } from './toolbar.js';
import { deformLegend, deformRow, deformUnderStyles } from './slider-row.js';
import { describePlane, planeCaption } from './description.js';
import type { Layers } from './deformation.js';
import type { NnChangeDetail } from '../../page/events.js';
import { GivenPlane } from './given-plane.js';
import { planeInUse, planeOfState, planeState, type PlaneModel } from './layers.js';
import { PointProbe } from '../../ui/probe.js';
import { setViewState } from '../../model/state.js';
import { ShownPlane, type PlaneSettings } from './plane.js';
import { pairText } from '../../ui/text.js';

/** Besides the layer: what decides the matrices in use. */
const deciding = ['w', 'b', 'seed', 'parameters', 'activation', 'alpha'];

/**
 * How layers of two neurons bend a plane: a grid of lines before, between and after them, and points
 * that come apart. The slider goes from layer to layer.
 *
 * @customElement nn-deform
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader. A child
 *   `<script type="application/json">` may hold `{"layers": [2, 2, 2, 1], "parameters": [15 numbers]}`.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved a slider of the point that is followed. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader moved to another layer, or gave an attribute another value by a control. Never fired by scripts.
 * @fires {CustomEvent<void>} nn-play - The plane begins to move by itself, whoever caused it.
 * @fires {CustomEvent<void>} nn-pause - It stands still, whoever or whatever caused it.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, an id that names no trainer of such layers, unusable parameters, a state refused, no canvas.
 * @csspart figure - The square that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart button - The button that plays and pauses.
 * @csspart slider - The slider from layer to layer, with its name and value.
 * @csspart badge - The message where nothing can be shown.
 * @csspart toolbar - Under it, with `controls`.
 * @csspart numbers - The disclosure at its end.
 * @cssprop [--nn-ink=currentcolor] - Grid and text.
 * @cssprop [--nn-paper] - Around points and lines that cross the grid.
 * @cssprop [--nn-muted] - Secondary text and the slider's track.
 * @cssprop [--nn-accent] - The focus ring.
 * @cssprop [--nn-positive] - Points inside the target.
 * @cssprop [--nn-negative] - Points outside.
 */
export class NnDeform extends DeformAttributes {
  static override styles = [
    ...DeformAttributes.styles,
    ...toolbarStyles,
    badgeStyles,
    deformUnderStyles,
    deformToolbarStyles,
    css`
      .figure { aspect-ratio: 1; }
      canvas { cursor: ew-resize; }
    `,
  ];

  private readonly _toolbar = new Toolbar(this);
  private readonly _motion = new ReducedMotionController(this, () => this.pause());
  private readonly _glide = new Glide((position) => this._onGlide(position), () => this._motion.reduced);
  private readonly _shown = new ShownPlane(this.link);
  private readonly _inNumbers = new GivenPlane(this, {
    parameters: () => this.parameters,
    unusable: () => this.isUnusable('parameters'),
    activation: () => this.activation,
  });
  private _ownW: Layers | undefined; // as given, whatever becomes of it
  private _ownB: Layers | undefined;
  private _ownLayer: number | undefined; // by the page or the reader; else it stays the last
  private _state: PlaneModel | undefined; // set by a script, until the page says something else
  private _output: PlaneModel['output']; // behind the matrices in use, if it is known
  private _fitted: number | undefined; // the layers that `layer` was fitted to
  private readonly _probe = new PointProbe(this, {
    ...planePicture({ host: this, plane: () => this._shown.plane, layer: () => this.layer }),
    describe: (at) => `${pairText(at, this.strings, 2)} → ${pairText(this._shown.plane.follow(at, this.layer), this.strings, 2)}`,
  });
  private _fresh: ReadonlySet<string> = new Set(); // what the present update takes in
  private _grip: { readonly x: number; readonly layer: number } | undefined; // where a drag began

  constructor() {
    super();
    this._useMatrices();
    new MoveAlong(this, this.canvas, this._glide.unit);
    new PointerController(this);
  }

  /** @internal */
  override write(name: string, raw: unknown): void {
    super.write(name, raw);
    const given = this.isGiven(name) && !this.isUnusable(name);
    // What is in use of these depends on others, also when those change later.
    if (name === 'w') this._ownW = given ? this.w : undefined;
    if (name === 'b') this._ownB = given ? this.b : undefined;
    if (name === 'layer') this._ownLayer = given && !Number.isNaN(this.layer) ? this.layer : undefined;
    if (['w', 'b', 'seed', 'parameters'].includes(name)) this._state = undefined;
    if (deciding.includes(name)) this._useMatrices();
    if (name === 'layer') this._useLayer();
  }

  protected override willUpdate(): void {
    this._fresh = new Set(this.dirty);
    this.dirty.clear();
    if (this._fresh.has('parameters')) this._inNumbers.check();
    this.link.resolve();
    this._shown.take(this._own);
    if (this._last !== this._fitted) this._useLayer();
    if (this._fresh.has('autoplay') && this.autoplay && !this._motion.reduced) this._begin();
    else if (this._fresh.has('autoplay')) this.pause();
  }

  protected override updated(): void {
    super.updated();
    if (this.paused) this._probe.refresh();
    const { _ownB: b, _ownLayer: layer, _fresh: fresh, w: { length }, _last: last } = this;
    if (b && b.length > length && (fresh.has('b') || fresh.has('w'))) {
      this.reportMisfit('b', b, `biases of ${length === 1 ? '1 layer' : `${length} layers`}, as many as w has`);
    }
    if (layer! > last && fresh.has('layer')) {
      this.reportMisfit('layer', layer, `a number from 0 to ${last}, the layers of ${this.link.network ? 'its trainer' : 'w'}`);
    }
  }

  /** Whether it stands still. */
  get paused(): boolean {
    return !this._glide.moving;
  }

  /** Moves from layer to layer, back and forth, until paused. */
  play(): void {
    this._play(true);
  }

  /** Stays where it is. */
  pause(): void {
    if (this.paused) return;
    this._glide.stop();
    this.requestUpdate();
    this.fire('nn-pause');
  }

  /** The model shown, as plain JSON: all of a trainer's run where it is linked to one, else its own layers. */
  getState(): ModelState {
    if (this.isUpdatePending) this.link.resolve();
    const { network, run } = this.link;
    return run ? run.trainer!.getState() : network ? modelState(network) : planeState(this._own, this.activation, this.alpha);
  }

  /** Shows the layers of a state, a trainer's too; one that is not of layers of two is refused whole, with a warning that says why. */
  setState(state: ModelState): void {
    const problem = setViewState(this.link.isAsked, () => (this._state = planeOfState(state)));
    if (problem) return this.reportState(state, problem);
    this._ownW = this._ownB = undefined;
    this.setInUse('activation', state.activation);
    this.setInUse('alpha', state.alpha);
    this._useMatrices();
  }

  protected override ownHtml(): string {
    const inNumbers = this._own.output !== undefined && (this._state ?? this._inNumbers.model) !== undefined;
    return this.planeHtml(inNumbers ? planeState(this._own, this.activation, this.alpha) : undefined);
  }

  protected override render(): TemplateResult {
    const { strings, paused, layer, _last: last, _written: written, link: { isBlank: blank, network }, _badged: badged, _shown: shown } = this;
    const [share, place] = [strings.number(shown.right, { style: 'percent', maximumFractionDigits: 1 }), strings.text('input')];
    return this.figure({
      name: strings.text('deformLabel'),
      description: () => (badged ? strings.text('stateUnusable') : blank ? '' : this.link.describe(() => describePlane(strings, {
        layer: written, layers: last, extent: shown.plane.extent(written), inside: shown.inside, share: this._divided ? share : undefined, linked: network !== undefined,
      }))),
      over: badged ? badge(strings.text('unusableParameters')) : this.controls ? undefined : this._probe.keyboardSliders(place),
      under: html`
        ${deformRow({ paused, layer, written, last, onToggle: this._onToggle, onMove: (value) => this._moveTo(value) }, strings)}
        ${blank || badged || shown.inside.length === 0 ? nothing : deformLegend({
          target: network || this.target === '' ? undefined : this.target, share: shown.divides ? share : undefined, divided: this._divided,
        }, strings)}`,
      toolbar: this.controls ? this._toolbar.render(network ? this._probe.fields(place)
        : deformToolbar(this.w, this.b, this._probe.fields(place), strings, (name, value) => this.changeByReader(name, value, name === 'w' ? 'b' : undefined)), () => (badged ? [] : [deformNumbers(shown.plane, last, strings)])) : undefined,
    });
  }

  private readonly _onToggle = (): void => (this.paused ? this.play() : this.pause());

  private readonly _onGlide = (layer: number): void => {
    this._ownLayer = layer;
    this.setInUse('layer', layer);
    this.canvas.redraw(); // in this very frame
    this._probe.hide();
  };

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
    if (grip && width) this._moveTo(grip.layer + ((x - grip.x) / width) * this._last);
  }

  /** The reader does. */
  private _moveTo(to: number): void {
    const value = clamp(Number(to.toFixed(2)), { min: 0, max: this._last });
    if (value === this.layer) return;
    this.pause();
    this._ownLayer = value;
    this.setInUse('layer', value);
    this.fire('nn-change', { attribute: 'layer', value } satisfies NnChangeDetail);
  }

  private _play(rested: boolean): void {
    if (!this.paused) return;
    this._glide.start(this.layer, this._last, rested);
    this.canvas.redraw();
    this.requestUpdate();
    this.fire('nn-play');
  }

  /** By itself: shows the input first, unless the page says where to begin. */
  private _begin(): void {
    if (this._ownLayer === undefined && this.paused) this.setInUse('layer', this._ownLayer = 0);
    this._play(false);
  }

  /** @internal */
  onModelScript(): void {
    this._state = undefined;
    this.dirty.add('parameters');
    this._useMatrices();
    this.requestUpdate();
  }

  private _useMatrices(): void {
    const { _ownW: w, _ownB: b, seed, activation, alpha } = this;
    const plane = planeInUse({ w, b, model: this._state ?? this._inNumbers?.model, seed, activation, alpha }); // none is given in the base's constructor
    this._output = plane.output;
    this.setInUse('w', plane.w);
    this.setInUse('b', plane.b);
    if (this._last !== this._fitted) this._useLayer();
  }

  /** As many layers as are shown. */
  private _useLayer(): void {
    const last = this._fitted = this._last;
    this.setInUse('layer', Math.min(this._ownLayer ?? last, last));
    if (this._glide?.moving) this._glide.start(this.layer, last); // goes on from there
  }

  /** Layers shown; those of a trainer, once they are. */
  private get _last(): number {
    return this.link?.network ? this._shown.count : this.w.length;
  }

  /** The plane that is shown where no trainer's is. */
  private get _own(): PlaneSettings {
    const { w, b, activation, alpha, grid, target } = this;
    return { w, b, activation, alpha, grid, target, output: this._output };
  }

  /** Whether a line in the picture divides the points now. */
  private get _divided(): boolean {
    return this._shown.divides && this.layer === this._last;
  }

  private get _badged(): boolean {
    return this._inNumbers.unusable && !this._state && !this.link.network;
  }

  /** The layer as it is written out. */
  private get _written(): number {
    return this.paused ? this.layer : this._glide.written;
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { layer, _shown: shown } = this;
    if (this.link.isBlank || this._badged) return;
    shown.bend();
    drawDeform(ctx, {
      ...shown.plane.at(layer), lines: shown.plane.lines, inside: shown.inside,
      caption: [planeCaption(this.strings, this._written, this._last)],
      decision: this._divided ? shown.decision : undefined,
    }, size, theme);
  }
}
