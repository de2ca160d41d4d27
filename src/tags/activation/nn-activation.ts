import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../../attrs/boolean.js';
import { choices } from '../../attrs/choice.js';
import { list } from '../../attrs/list.js';
import { clamp, number, optionalNumber } from '../../attrs/number.js';
import { optionalPair } from '../../attrs/pair.js';
import { PointerController, type LocalPoint } from '../../page/pointer-controller.js';
import { Activation, activationNames, defaultAlpha, type ActivationName } from '../../core/index.js';
import { fitRange } from './range.js';
import { drawActivation, type ActivationLayout, type ActivationPicture } from './picture.js';
import { lensBelow, lensLayout, lensShare } from './lens.js';
import { niceStep } from '../../draw/nice.js';
import type { Span } from '../../draw/plot.js';
import type { Run } from '../../draw/text.js';
import type { Size, Theme } from '../../draw/types.js';
import { activationNumbers, activationTable, activationTableStyles } from './table.js';
import { activationName, describeActivation, placeText, probeStep, steadyText } from './description.js';
import type { NnInputDetail } from '../../page/events.js';
import { checks, sliderField } from '../../ui/fields.js';
import { Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import { FigureElement } from '../../element/figure-element.js';
import { formulaStyles } from '../../ui/mathml.js';
import { attribute } from '../../element/nn-element.js';
import { slider, type SliderOptions } from '../../ui/slider.js';

/** Steps of the slider across the domain. */
const STEPS = 100;

/** What the curves depend on. */
const shaping = ['fn', 'alpha', 'domain', 'range', 'derivative'];

/**
 * What bends a neuron's output: activation functions over their input z, with a probe that follows the
 * reader, its value and slope, and the formulas.
 *
 * @customElement nn-activation
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved the probe: `x` is z, `y` the first function's value. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader gave an attribute another value by a control. Never fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, or no canvas.
 * @csspart figure - The box that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart slider - The slider over the picture, unseen until it has the focus.
 * @csspart table - Names, formulas and numbers under the picture.
 * @csspart toolbar - Under them, with `controls`.
 * @csspart numbers - The disclosure at its end.
 * @cssprop [--nn-ink=currentcolor] - Curves, the probe and text.
 * @cssprop [--nn-paper] - Around text and rings; white or nearly black, as the text is dark or light.
 * @cssprop [--nn-muted] - Axes, ticks and slopes.
 * @cssprop [--nn-accent] - The second colour of curves, the tangent and the focus ring.
 */
export class NnActivation extends FigureElement {
  static override styles = [
    ...FigureElement.styles,
    ...toolbarStyles,
    formulaStyles,
    activationTableStyles,
    css`
      .figure { aspect-ratio: 24 / 17; }
      canvas { cursor: crosshair; }
      .sliders { inset-inline: 0; inset-block-end: 0; }
      /* Makes the figure higher than that where the lens lies under the plot, below a width. */
      .room { padding-block-start: clamp(0px, (var(--_below) - 100%) * 9999, 100% * var(--_height)); }
    `,
  ];

  /** Functions, the first one first: `linear relu leaky-relu sigmoid tanh`, separated by spaces. */
  @attribute(choices(activationNames, ['relu'])) fn!: readonly ActivationName[];
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(defaultAlpha, { min: 0, max: 1 })) alpha!: number;
  /** From where to where z goes: two numbers from −100 to 100, ascending. */
  @attribute(list([-5, 5], { minLength: 2, maxLength: 2, min: -100, max: 100, ascending: true })) domain!: readonly number[];
  /** Least and greatest height shown, what lies beyond is cut off. Fitted, and reads `[]`, if not given. */
  @attribute(optionalPair({ min: -1e6, max: 1e6, ascending: true })) range!: readonly number[];
  /** Draws the slopes too, and at the probe a tangent. */
  @attribute(boolean) derivative!: boolean;
  /** The z whose value and slope are told, within `domain`. None, and reads NaN, if not given. */
  @attribute(optionalNumber()) probe!: number;

  private readonly _toolbar = new Toolbar(this);
  private _ownProbe = NaN; // as given or as the reader left it, whatever the domain
  private _activations: readonly Activation[] = [];
  private _range: Span = [0, 1];
  private _layout: ActivationLayout | undefined; // of the last picture

  constructor() {
    super();
    new PointerController(this);
  }

  /** @internal */
  override write(name: string, raw: unknown): void {
    super.write(name, raw);
    if (name === 'probe') this._ownProbe = this.probe;
    if (name === 'probe' || name === 'domain') this.setInUse('probe', this._within(this._ownProbe));
  }

  protected override willUpdate(): void {
    if (this._activations.length > 0 && !shaping.some((name) => this.dirty.has(name))) return;
    const { fn, alpha, domain, range, derivative } = this;
    this._activations = fn.map((name) => new Activation(name, alpha));
    this._range = range.length > 0 ? range as Span : fitRange(this._activations, domain as Span, derivative);
  }

  protected override updated(): void {
    super.updated();
    const { _ownProbe: value, probe: used, domain: [low, high], dirty } = this;
    if (!Object.is(value, used) && (dirty.has('probe') || dirty.has('domain'))) {
      this.reportMisfit('probe', value, `a number within the domain, from ${low} to ${high}`);
    }
    dirty.clear();
  }

  protected override render(): TemplateResult {
    const { strings, _picture: picture, _activations: activations, _range: range } = this;
    const [min, max] = picture.domain;
    const below = lensBelow(lensShare(activations, picture.domain, range));
    const value = Number.isNaN(this.probe) ? this._within(0) : this.probe;
    const z: SliderOptions = {
      name: 'z', min, max, step: niceStep(max - min, STEPS), value, text: placeText(value, picture.domain, strings), onInput: (to) => this._move(to),
    };
    return this.figure({
      name: activationName(activations, strings),
      description: () => describeActivation(picture, strings),
      over: html`
        ${below === 0 ? nothing : html`<div class="room" .style=${`--_below: ${below}px; --_height: ${lensLayout.plot + lensLayout.under}`}></div>`}
        ${this.controls ? nothing : html`<div class="sliders">${slider({ ...z, classes: 'quiet' })}</div>`}`,
      under: activationTable(picture, strings),
      toolbar: this.controls ? this._toolbar.render(html`
        ${checks({
          name: strings.text('activation'), choices: activationNames, values: this.fn, nameOf: (name) => strings.text(name),
          onInput: (names) => this.changeByReader('fn', names),
        })}
        <div class="fields">
          <div class="double">${sliderField(z)}</div>
          <div class="double">${sliderField({
            name: 'α', min: 0, max: 1, step: 0.01, value: this.alpha, text: strings.format(this.alpha), disabled: !this.fn.includes('leaky-relu'),
            onInput: (alpha) => this.changeByReader('alpha', alpha),
          })}</div>
        </div>`, () => [activationNumbers(picture, strings)]) : undefined,
    });
  }

  /** @internal */
  onTap(point: LocalPoint): void {
    this.onHover(point);
  }

  /** @internal */
  onDrag(_dx: number, _dy: number, point: LocalPoint): void {
    this.onHover(point);
  }

  /** @internal */
  onHover(point: LocalPoint | undefined): void {
    if (!point || !this._layout) return;
    const { plot, lens } = this._layout;
    const step = probeStep(plot.xs);
    const isIn = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): boolean =>
      point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
    const z = (lens && isIn(lens.plot.box) ? lens.plot : plot).valueAt(point.x);
    this._move(Math.round(z / step) * step);
  }

  private _move(z: number): void {
    const x = this._within(z);
    if (x === this.probe) return;
    this._ownProbe = x;
    this.setInUse('probe', x);
    this.fire('nn-input', { x, y: this._activations[0].value(x) } satisfies NnInputDetail);
  }

  private _within(z: number): number {
    const [min, max] = this.domain;
    return clamp(z, { min, max });
  }

  private get _picture(): ActivationPicture {
    return { activations: this._activations, domain: this.domain as Span, range: this._range, derivative: this.derivative, probe: this.probe };
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { strings, _picture: picture, _activations: activations, alpha } = this;
    const { format } = strings;
    const { domain, probe } = picture;
    const names = activations.map(({ name }): Run[][] => {
      const own = [[strings.text(name)]];
      return name === 'leaky-relu' ? [...own, [{ variable: 'α' }, ` = ${format(alpha)}`]] : own;
    });
    const slopes = activations.map(({ name }) =>
      [[activations.length > 1 ? strings.text('slopeOf', { name: strings.text(name) }) : strings.text('slope')]]);
    this._layout = drawActivation(ctx, picture, {
      format, names, slopes,
      probe: Number.isNaN(probe) ? '' : placeText(probe, domain, strings),
      value: Number.isNaN(probe) ? '' : steadyText(activations[0].value(probe), strings),
      lensTitle: (factor) => strings.text('lensTitle', { factor: format(factor) }),
      lensSlope: `${strings.text('slope')} ${format(alpha)}`,
    }, size, theme);
  }
}
