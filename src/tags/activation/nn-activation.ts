import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../../attrs/boolean.js';
import { choices } from '../../attrs/choice.js';
import { orNone } from '../../attrs/kind.js';
import { list, optionalPair } from '../../attrs/list.js';
import { clamp, number } from '../../attrs/number.js';
import type { LocalPoint, PointerHost } from '../../page/pointer-controller.js';
import { Activation, activationNames, defaultAlpha, type ActivationName } from '../../core/index.js';
import { fitRange } from './range.js';
import { drawActivation, type ActivationLayout, type ActivationPicture } from './picture.js';
import { lensBelow, lensLayout, lensShare } from './lens.js';
import { niceStep } from '../../draw/nice.js';
import type { Span } from '../../draw/plot.js';
import type { Run } from '../../draw/text.js';
import type { Box, Size, Theme } from '../../draw/types.js';
import { activationNumbers, activationTable, activationTableStyles } from './table.js';
import { activationName, describeActivation, placeText, probeStep, steadyText } from './description.js';
import type { NnInputDetail } from '../../page/events.js';
import { checkboxes, sliderField } from '../../ui/fields.js';
import { Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import { FigureElement } from '../../element/figure-element.js';
import { formulaStyles } from '../../ui/mathml.js';
import { attribute } from '../../element/nn-element.js';
import { slider, type SliderOptions } from '../../ui/slider.js';

/** The z at which the probe rests by itself. */
const PROBE = 1.5;
/** Steps of the slider over the domain. */
const STEPS = 100;

/**
 * Plots activation functions over their input z, with their formulas and a probe that follows the reader
 * and reads value and slope.
 *
 * @customElement nn-activation
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved the probe: `x` is z, `y` the first
 * function's value. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader gave an attribute another value by a control. Never
 * fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, or no canvas.
 * @csspart figure - The box that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart slider - The slider over the picture, unseen until it has the focus.
 * @csspart table - Names, formulas and numbers under the picture.
 * @csspart toolbar - Under them, with `controls`.
 * @csspart numbers - The disclosure at its end.
 * @cssprop [--nn-ink=currentcolor] - Curves, the probe and text.
 * @cssprop [--nn-paper] - The ground behind the picture; by default read from the page.
 * @cssprop [--nn-muted] - Axes, ticks and slopes.
 * @cssprop [--nn-accent] - The second colour of curves, the tangent and the focus ring.
 */
export class NnActivation extends FigureElement implements PointerHost {
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
      .room {
        padding-block-start: clamp(0px, (var(--_below) * 1px * var(--_grow, 1) - 100%) * 9999, 100% * var(--_height));
      }
    `,
  ];

  /** Functions, the first one first: `linear relu leaky-relu sigmoid tanh`, separated by spaces. */
  @attribute(choices(activationNames, ['relu'])) fn!: readonly ActivationName[];
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(defaultAlpha, { min: 0, max: 1 })) alpha!: number;
  /** From where to where z goes: two numbers from −100 to 100, ascending. */
  @attribute(list([-5, 5], { minLength: 2, maxLength: 2, min: -100, max: 100, ascending: true }))
  domain!: readonly number[];
  /** Least and greatest height shown, what lies beyond is cut off. Fitted, and reads `[]`, if not given. */
  @attribute(optionalPair({ min: -1e6, max: 1e6, ascending: true })) range!: readonly number[];
  /** Draws the slopes too, and at the probe a tangent. */
  @attribute(boolean) derivative!: boolean;
  /** The z at which value and slope are shown, within `domain`, or `none`, which reads NaN. Default 1.5. */
  @attribute<number, NnActivation>(orNone(number(NaN), NaN, Number.isNaN), {
    used: (element, z = PROBE) => withinDomain(element, z),
    misfit: (element, z) => (Object.is(withinDomain(element, z), z) ? undefined
      : `a number within the domain, from ${element.domain.join(' to ')}`),
    dependsOn: ['domain'],
    isOwnDefault: true,
  }) probe!: number;

  private readonly _toolbar = new Toolbar(this);
  private _picture!: ActivationPicture; // as of the last update
  private _rest = NaN; // where the page put the probe
  private _layout: ActivationLayout | undefined; // of the last drawing

  protected override willUpdate(): void {
    const { fn, alpha, range, derivative, probe } = this;
    const activations = fn.map((name) => new Activation(name, alpha));
    const domain = this.domain as Span;
    if (!this.hasUpdated || this.dirty.delete('probe')) this._rest = probe;
    this._picture = {
      activations, domain, derivative, probe, rest: this._rest,
      range: range.length > 0 ? range as Span : fitRange(activations, domain, derivative),
    };
  }

  protected override render(): TemplateResult {
    const { strings, _picture: picture, alpha } = this;
    const [min, max] = picture.domain;
    const below = lensBelow(lensShare(picture.activations, picture.domain, picture.range));
    const value = Number.isNaN(this.probe) ? withinDomain(this, 0) : this.probe;
    const z: SliderOptions = {
      name: 'z', min, max, step: niceStep(max - min, STEPS), value, text: placeText(value, picture.domain, strings),
      onInput: (to) => this._moveProbe(to),
    };
    return this.figure({
      name: activationName(picture.activations, strings),
      description: () => describeActivation(picture, strings),
      operable: [z.name],
      over: html`
        ${below === 0 ? nothing : html`
          <div class="room" .style=${
            `--_below: ${below}; --_height: ${lensLayout.plot + lensLayout.under}`}></div>`}
        ${this.controls ? nothing : html`<div class="sliders">${slider({ ...z, classes: 'quiet' })}</div>`}`,
      under: activationTable(picture, strings),
      toolbar: this.controls ? this._toolbar.render(html`
        ${checkboxes({
          name: strings.text('activation'), choices: activationNames, values: this.fn,
          nameOf: (name) => strings.text(name), onInput: (names) => this.changeByReader('fn', names),
        })}
        <div class="fields">
          <div class="double">${sliderField(z)}</div>
          <div class="double">${sliderField({
            name: 'α', min: 0, max: 1, step: 0.01, value: alpha, text: strings.format(alpha),
            disabled: !this.fn.includes('leaky-relu'), onInput: (to) => this.changeByReader('alpha', to),
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
    const z = (lens && contains(lens.plot.box, point) ? lens.plot : plot).xAt(point.x);
    this._moveProbe(Math.round(z / step) * step);
  }

  private _moveProbe(z: number): void {
    const x = withinDomain(this, z);
    if (x === this.probe) return;
    this.setInUse('probe', x);
    this.fire('nn-input', { x, y: this._picture.activations[0].value(x) } satisfies NnInputDetail);
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { strings, _picture: picture } = this;
    const { format } = strings;
    const { activations, domain, probe } = picture;
    const alpha = format(this.alpha);
    const hasProbe = !Number.isNaN(probe);
    this._layout = drawActivation(ctx, picture, {
      format,
      names: activations.map(({ name }): Run[][] =>
        [[strings.text(name)], ...(name === 'leaky-relu' ? [[{ variable: 'α' } as const, ` = ${alpha}`]] : [])]),
      slopes: activations.map(({ name }) =>
        [[activations.length > 1 ? strings.text('slopeOf', { name: strings.text(name) }) : strings.text('slope')]]),
      probe: hasProbe ? placeText(probe, domain, strings) : '',
      value: hasProbe ? steadyText(activations[0].value(probe), strings) : '',
      lensTitle: (factor) => strings.text('lensTitle', { factor: format(factor) }),
      lensSlope: `${strings.text('slope')} ${alpha}`,
    }, size, theme);
  }
}

function withinDomain({ domain: [min, max] }: NnActivation, z: number): number {
  return clamp(z, { min, max });
}

function contains(box: Box, { x, y }: LocalPoint): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
