import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../attrs/boolean.js';
import { choice } from '../attrs/choice.js';
import { clamp, integer, number } from '../attrs/number.js';
import { target } from '../attrs/target.js';
import { Glide } from '../controllers/glide.js';
import { MotionController } from '../controllers/motion-controller.js';
import { PointerController, type LocalPoint } from '../controllers/pointer-controller.js';
import { activationNames, createTarget, type ActivationName } from '../core/index.js';
import { drawDeform } from '../draw/deform.js';
import type { Size, Theme } from '../draw/types.js';
import { icons } from './buttons.js';
import { defaultAlpha, defaultOutput } from './deform-defaults.js';
import { biasesKind, layerKind, weightsKind } from './deform-kinds.js';
import { planePicture } from './deform-probe.js';
import { deformNumbers, deformToolbar, deformToolbarStyles } from './deform-toolbar.js';
import { describePlane, planeCaption } from './deform-words.js';
import { Deformation, randomLayers, shareRight, type Layers } from './deformation.js';
import type { NnChangeDetail } from './events.js';
import { FigureElement } from './figure-element.js';
import { attribute } from './nn-element.js';
import { pairText, PointProbe } from './point-probe.js';
import { seedKind } from './restore.js';
import { slider } from './slider.js';
import { targetWords } from './target-words.js';

const noBiases = Object.freeze([Object.freeze([0]), Object.freeze([0])]);
/** In such steps the reader moves, so that whole layers are met. */
const STEP = 0.01;

/** What the plane depends on. */
const shaping = ['w', 'b', 'seed', 'activation', 'alpha', 'grid'];

/**
 * How layers of two neurons bend a plane: a grid of lines before, between and after them, and points
 * that come apart. The slider goes from layer to layer.
 *
 * @customElement nn-deform
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved a slider of the point that is followed. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader moved to another layer, or gave an attribute another value by a control. Never fired by scripts.
 * @fires {CustomEvent<void>} nn-play - The plane begins to move by itself, whoever caused it.
 * @fires {CustomEvent<void>} nn-pause - It stands still, whoever or whatever caused it.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, no canvas.
 * @csspart figure - The square that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart button - The button that plays and pauses.
 * @csspart slider - The slider from layer to layer, with its name and value.
 * @csspart toolbar - Under it, with `controls`.
 * @csspart numbers - The disclosure at its end.
 * @cssprop [--nn-ink=currentcolor] - Grid and text.
 * @cssprop [--nn-paper] - Around points and lines that cross the grid.
 * @cssprop [--nn-muted] - Secondary text and the slider's track.
 * @cssprop [--nn-accent] - The focus ring.
 * @cssprop [--nn-positive] - Points inside the target.
 * @cssprop [--nn-negative] - Points outside.
 */
export class NnDeform extends FigureElement {
  static override styles = [
    ...FigureElement.styles,
    deformToolbarStyles,
    css`
      .figure { aspect-ratio: 1; }
      canvas { cursor: ew-resize; }
      .row { display: grid; grid-template-columns: 28px minmax(0, 1fr); gap: 12px; align-items: center; block-size: 36px; }
      .legend { display: flex; flex-wrap: wrap; column-gap: 12px; margin: 4px 0 0; color: var(--_muted, currentcolor); }
      .absent { visibility: hidden; }
      .legend i { display: inline-block; box-sizing: border-box; inline-size: 8px; block-size: 8px; border-radius: 50%; }
      .inside { background: var(--_positive); }
      .outside { border: 1.5px solid var(--_negative); }
      @media (forced-colors: active) {
        .legend i { forced-color-adjust: none; }
      }
    `,
  ];

  /** Weights: layers of two neurons separated by `|`, neurons by `;`, as `1 .5; -.5 1 | 1 0; 0 1`. 1 to 4 layers, within ±10. */
  @attribute(weightsKind) w!: Layers;
  /** Biases of the layers of `w`, as `0.1 -0.2 | 0 0.3`, within ±10; missing ones are 0. */
  @attribute(biasesKind) b!: Layers;
  /** `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'leaky-relu')) activation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(defaultAlpha, { min: 0, max: 1 })) alpha!: number;
  /** How many layers the plane has gone through, from 0; fractions lie between. All if not given. Reads where it is. */
  @attribute(layerKind) layer!: number;
  /** Moves from layer to layer by itself, unless the reader's system asks for less motion. */
  @attribute(boolean) autoplay!: boolean;
  /** Grid lines a side, from 5 to 61. */
  @attribute(integer(21, { min: 5, max: 61 })) grid!: number;
  /** Random matrices of two layers instead of the default ones, where `w` is not given. */
  @attribute(seedKind) seed!: string;
  /** Puts points on the plane, inside and outside of one of `circle ring square cross xor half spiral heart`, or of an expression. */
  @attribute(target('')) target!: string;

  private readonly _motion = new MotionController(this, () => this.pause());
  private readonly _glide = new Glide((position) => this._onGlide(position), () => this._motion.reduced);
  private _ownW: Layers | undefined; // as given, whatever becomes of it
  private _ownB: Layers | undefined;
  private _ownLayer: number | undefined; // by the page or the reader; else it stays the last
  private readonly _probe = new PointProbe(this, {
    strings: this.strings,
    readout: this.readout,
    ...planePicture({ surface: this.surface, plane: () => this._plane!, layer: () => this.layer }),
    tell: (at) => `${pairText(at, this.strings, 2)} → ${pairText(this._plane!.follow(at, this.layer), this.strings, 2)}`,
  });
  private _plane: Deformation | undefined;
  private _inside: readonly boolean[] = [];
  private _right = 0; // share of the target that the trained output puts right
  private _fresh: ReadonlySet<string> = new Set(); // what the present update takes in
  private _grip: { readonly x: number; readonly layer: number } | undefined; // where a drag began

  constructor() {
    super();
    this.canvas.unit = this._glide.unit;
    new PointerController(this, {
      surface: this.surface,
      onPress: ({ x }) => (this._grip = { x, layer: this.layer }),
      onDrag: (_dx, _dy, point) => this._onDrag(point),
      onHover: this._probe.onHover,
      onTap: (point) => this._probe.point(point),
    });
  }

  /** @internal */
  override write(name: string, raw: unknown): void {
    super.write(name, raw);
    const given = this.given(name) && !this.unusable(name);
    // What is in use of these depends on others, also when those change later.
    if (name === 'w') this._ownW = given ? this.w : undefined;
    if (name === 'b') this._ownB = given ? this.b : undefined;
    if (name === 'layer') this._ownLayer = given && !Number.isNaN(this.layer) ? this.layer : undefined;
    if (!['w', 'b', 'seed', 'layer'].includes(name)) return;
    if (name !== 'layer') this._useMatrices();
    if (name !== 'b') this._useLayer();
  }

  protected override willUpdate(): void {
    if (this.dirty.has('autoplay') && this.autoplay && !this._motion.reduced) this._begin();
    else if (this.dirty.has('autoplay')) this.pause();
    this._fresh = new Set(this.dirty);
    this.dirty.clear();
    const changed = !this._plane || shaping.some((name) => this._fresh.has(name));
    if (changed) this._plane = new Deformation(this);
    if (changed || this._fresh.has('target')) this._mark();
  }

  protected override updated(): void {
    super.updated();
    if (this.paused) this._probe.again();
    const { _ownB: b, _ownLayer: layer, _fresh: fresh, w: { length } } = this;
    if (b && b.length > length && (fresh.has('b') || fresh.has('w'))) {
      this.correct('b', b, this.b, `biases of ${length === 1 ? '1 layer' : `${length} layers`}, as many as w has`);
    }
    if (layer! > length && fresh.has('layer')) this.correct('layer', layer, this.layer, `a number from 0 to ${length}, the layers of w`);
  }

  protected override refuse(): void {
    this.pause();
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

  protected override render(): TemplateResult {
    const { strings, paused, layer, target, w: { length }, _written: written, _inside: inside } = this;
    const share = strings.number(this._right, { style: 'percent', maximumFractionDigits: 1 });
    const extent = this._plane!.extent(written);
    return this.figure({
      name: strings.text('deformLabel'),
      description: () => describePlane(strings, { layer: written, layers: length, extent, inside, share: this._divided ? share : undefined }),
      over: this.controls ? undefined : this._probe.quietSliders(strings.text('input')),
      under: html`
        <div class="row">
          <button part="button" aria-label=${strings.text(paused ? 'play' : 'pause')} @click=${this._onToggle}>
            ${paused ? icons.play : icons.pause}</button>
          ${slider({
            name: strings.text('layer'), min: 0, max: length, step: STEP, value: layer, text: strings.format(written, 2),
            stretches: length, onInput: (value) => this._moveTo(value),
          })}
        </div>
        ${target === '' ? nothing : html`
          <p class="legend">
            <span><i class="inside"></i> ${strings.text('inside')}</span> <span><i class="outside"></i> ${strings.text('outside', { target: targetWords(target, strings) })}</span>
            ${this._divides ? html`<span class=${this._divided ? '' : 'absent'}>${strings.text('divides', { share })}</span>` : nothing}
          </p>`}`,
      toolbar: () => deformToolbar(this.w, this.b, this._probe.fields(strings.text('input')), strings, (name, value) => this.change(name, value, name === 'w' ? 'b' : undefined)),
      numbers: () => [deformNumbers(this._plane!, length, strings)],
    });
  }

  private readonly _onToggle = (): void => (this.paused ? this.play() : this.pause());

  private readonly _onGlide = (layer: number): void => {
    this._ownLayer = layer;
    this.use('layer', layer);
    this.canvas.redraw(); // in this very frame
    this._probe.hide();
  };

  /** The width of the picture is the whole way. */
  private _onDrag({ x }: LocalPoint): void {
    const { _grip: grip } = this;
    const width = this.surface()?.clientWidth;
    this._probe.hide();
    if (grip && width) this._moveTo(grip.layer + ((x - grip.x) / width) * this.w.length);
  }

  /** The reader does. */
  private _moveTo(to: number): void {
    const value = clamp(Number(to.toFixed(2)), { min: 0, max: this.w.length });
    if (value === this.layer) return;
    this.pause();
    this._ownLayer = value;
    this.use('layer', value);
    this.fire('nn-change', { attribute: 'layer', value } satisfies NnChangeDetail);
  }

  private _play(rested: boolean): void {
    if (!this.paused) return;
    this._glide.start(this.layer, this.w.length, rested);
    this.canvas.redraw();
    this.requestUpdate();
    this.fire('nn-play');
  }

  /** By itself: shows the input first, unless the page says where to begin. */
  private _begin(): void {
    if (this._ownLayer === undefined && this.paused) this.use('layer', this._ownLayer = 0);
    this._play(false);
  }

  /** Weights decide how many layers there are; biases follow. */
  private _useMatrices(): void {
    const { _ownW: w, seed } = this;
    const found = w ? { w, b: [] } : seed === '' ? { w: weightsKind.initial, b: biasesKind.initial } : randomLayers(seed);
    const b = this._ownB ?? found.b;
    this.use('w', found.w);
    this.use('b', Object.freeze(found.w.map((_, k) => b[k] ?? noBiases)));
  }

  private _useLayer(): void {
    const last = this.w.length;
    this.use('layer', Math.min(this._ownLayer ?? last, last));
    if (this._glide?.moving) this._glide.start(this.layer, last); // goes on from there; there is none in the base's constructor
  }

  /** Which points lie inside, and how many of the plane's a trained output finds. */
  private _mark(): void {
    const { target } = this;
    const { samples } = this._plane!;
    const isInside = target === '' ? undefined : createTarget(target);
    this._inside = isInside ? Array.from({ length: samples.length / 2 }, (_, k) => isInside(samples[2 * k], samples[2 * k + 1]) >= 0.5) : [];
    if (this._divides) this._right = shareRight(this, defaultOutput, 'xor');
  }

  /** Whether an output is known that divides the points: that of the default network, for what it learned. */
  private get _divides(): boolean {
    return !this._ownW && !this._ownB && this.seed === '' && this.activation === 'leaky-relu' && this.alpha === defaultAlpha
      && this.target === 'xor';
  }

  /** Whether it does so now. */
  private get _divided(): boolean {
    return this._divides && this.layer === this.w.length;
  }

  /** The layer as it is written out. */
  private get _written(): number {
    return this.paused ? this.layer : this._glide.written;
  }

  protected override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { layer, w, _plane: plane } = this;
    const [a, b, bias] = defaultOutput;
    drawDeform(ctx, {
      ...plane!.at(layer), lines: plane!.lines, inside: this._inside,
      caption: [planeCaption(this.strings, this._written, w.length)],
      decision: this._divided ? [a, b, 0.5 - bias] : undefined,
    }, size, theme);
  }
}
