import { css, html, nothing, type TemplateResult } from 'lit';
import { clamp } from '../../attrs/number.js';
import { durations } from '../../page/timing.js';
import { PointerController, type LocalPoint } from '../../page/pointer-controller.js';
import type { ViewChange } from '../../model/training-run.js';
import { drawFlow, type FlowTexts } from './flow/picture.js';
import { layOutFlow, profileBoxes } from './network-layout.js';
import { drawProfile } from './flow/profile.js';
import { drawStructure } from './structure/picture.js';
import type { Box, Size, Theme } from '../../draw/types.js';
import { badge, badgeStyles } from '../../ui/badge.js';
import type { NnChangeDetail, NnInputDetail } from '../../page/events.js';
import { choiceField, numberSlider } from '../../ui/fields.js';
import { StepView, stepStyles } from './step/index.js';
import { weightsJson } from '../../element/markup.js';
import { networkTables, Toolbar, toolbarStyles, type NumbersTable } from '../../features/toolbar/index.js';
import { Profiles } from './flow/profile-data.js';
import { slider } from '../../ui/slider.js';
import { axes } from './view-attributes.js';
import { ViewRun } from './view-run.js';
import { describeFlow, describeStructure, flowTexts, structureTexts } from './numbers-text.js';

/**
 * Inside a trained network: circles carry what each neuron puts out, yellow boxes its weights and bias,
 * lines swell with what flows through them. The reader moves an input and sees which neurons answer. Or one
 * training step is taken apart, phase by phase, with every number in its formula.
 *
 * @customElement nn-param-view
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader. A child
 *   `<script type="application/json">` may hold `{"layers": [2, 8, 1], "parameters": [33 numbers]}`.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved an input. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader gave an attribute another value by a control. Never fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, an id that names no trainer, unusable parameters, a state refused, no canvas.
 * @csspart figure - The box that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart slider - Each slider of a free input.
 * @csspart panel - Of a step: the present phase in words, formulas and numbers.
 * @csspart button - Of a step: each button.
 * @csspart badge - The message where nothing can be shown.
 * @csspart toolbar - Under the picture, with `controls`.
 * @csspart numbers - The disclosure at its end, with all weights, biases and outputs.
 * @cssprop [--nn-ink=currentcolor] - Circles, curve and text.
 * @cssprop [--nn-paper] - Inside circles; white or nearly black, as the text is dark or light.
 * @cssprop [--nn-muted] - Idle neurons, secondary text.
 * @cssprop [--nn-accent] - The target along an input, and the focus ring.
 * @cssprop [--nn-positive] - What adds.
 * @cssprop [--nn-negative] - What takes away.
 * @cssprop [--nn-parameter] - Boxes of weights and biases.
 */
export class NnParamView extends ViewRun {
  static override styles = [
    ...ViewRun.styles,
    ...toolbarStyles,
    badgeStyles,
    css`
      :host { inline-size: min(100%, 720px); }
      .figure { block-size: 500px; }
      .figure.structure { block-size: 440px; }
      /* On the axis of its plot: as long as that and half a thumb at each end. */
      .axis { position: absolute; inset-block-start: 456px; inset-inline: 9px; }
      .axis .slider span, .axis .slider .value { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
      .axis input[type='range'] { background: none; }
      .axis.two { display: grid; grid-template-columns: 1fr 1fr; gap: 26px; direction: ltr; }
    `,
    stepStyles,
  ];

  private readonly _step = new StepView(this);
  private readonly _toolbar = new Toolbar(this);
  private readonly _profiles = new Profiles();
  private _texts: FlowTexts | undefined;
  private _writtenAt = -Infinity;
  private _describedAt = -Infinity;
  private _width = 0; // of the picture, as last drawn

  constructor() {
    super();
    new PointerController(this);
  }

  protected override willUpdate(): void {
    this.settle();
    this._texts = undefined;
  }

  protected override render(): TemplateResult {
    const { strings, free, show, useless: unusable } = this;
    const axis = (name: 'x' | 'y'): TemplateResult => slider({
      name, min: -1, max: 1, step: 0.01, value: this[name], text: strings.format(this[name], 2), onInput: (value) => this._move({ [name]: value }),
    });
    const sliders = free === 'both' ? html`${axis('x')}${axis('y')}` : axis(free);
    return this.figure({
      name: strings.text(show === 'flow' ? 'flowLabel' : show === 'step' ? 'microscopeLabel' : 'structureLabel'),
      description: () => this._describe(),
      classes: show,
      over: unusable ? badge(strings.text('unusableParameters'))
        : show === 'flow' ? html`<div class="axis ${free === 'both' ? 'two' : ''}">${sliders}</div>`
        : show === 'step' ? this._step.render()
        : html`${nothing}`,
      toolbar: this.controls ? this._toolbar.render(this._controls(), () => this._numbers(),
        () => (this.model.network ? weightsJson(this.model.network) : '')) : undefined,
    });
  }

  /** The free inputs' sliders are in the picture; here every input has a field. */
  private _controls(): TemplateResult {
    const { strings, free, show } = this;
    if (show !== 'flow') return html``;
    const input = (name: 'x' | 'y'): TemplateResult => numberSlider({
      name, min: -1, max: 1, step: 0.01, value: this[name], strings,
      onInput: (value) => {
        const before = this[name];
        this._move({ [name]: value });
        if (this[name] !== before) this.fire('nn-change', { attribute: name, value: this[name] } satisfies NnChangeDetail);
      },
    });
    return html`
      <div class="fields">
        ${choiceField({
          name: strings.text('freeInput'), value: free, choices: axes, nameOf: (axis) => (axis === 'both' ? strings.text('bothInputs') : axis),
          onInput: (value) => this.changeByReader('free', value),
        })}
        ${input('x')}${input('y')}
      </div>`;
  }

  private _numbers(): readonly NumbersTable[] {
    const { model: { network }, x, y, useless: unusable } = this;
    if (!network || unusable) return [];
    network.forward([x, y]);
    return networkTables(network, this.strings, true);
  }

  /**
   * Moves the free inputs that lie under the point: along their plots, or over the network across and up.
   * @internal
   */
  onHover(point: LocalPoint | undefined): void {
    if (this.show === 'step') return this._step.onHover(point);
    if (!point || this.show !== 'flow' || this.useless || this._width === 0) return;
    const boxes = profileBoxes(this._width, this.free === 'both' ? 2 : 1);
    const along = ({ x, width }: Box): number => (2 * (point.x - x)) / width - 1;
    const top = boxes[0].y - 20;
    if (this.free !== 'both') this._move({ [this.free]: along(boxes[0]) });
    else if (point.y > top) this._move(point.x < this._width / 2 ? { x: along(boxes[0]) } : { y: along(boxes[1]) });
    else this._move({ x: (2 * point.x) / this._width - 1, y: 1 - (2 * point.y) / top });
  }

  /** @internal */
  onDrag(_dx: number, _dy: number, point: LocalPoint): void {
    this.onHover(point);
  }

  /** @internal */
  onTap(point: LocalPoint): void {
    this.onHover(point);
  }

  /** The reader moved an input, or both. */
  private _move(to: { readonly x?: number; readonly y?: number }): void {
    const placed = (value: number | undefined, before: number): number =>
      (value === undefined ? before : Math.round(clamp(value, { min: -1, max: 1 }) * 100) / 100 + 0);
    const [x, y] = [placed(to.x, this.x), placed(to.y, this.y)];
    if (x === this.x && y === this.y) return;
    this.setInUse('x', x);
    this.setInUse('y', y);
    this.fire('nn-input', { x, y } satisfies NnInputDetail);
  }

  private _now(): number {
    return this.ownerDocument.defaultView?.performance.now() ?? 0;
  }

  protected override onModel(change: ViewChange): void {
    this._step.onModelChange(change);
    if (this.show === 'step') return;
    if (change !== 'steps') this._describedAt = this._writtenAt = -Infinity;
    this.canvas.redraw();
    const now = this._now();
    if (this.model.live && now - this._describedAt < durations.words) return;
    this._describedAt = now;
    this.requestUpdate();
  }

  private _describe(): string {
    const { strings, x, y, model: { network, viewed } } = this;
    if (this.useless) return strings.text('stateUnusable');
    if (this.show === 'step') return this._step.description();
    if (this.show === 'structure') return network ? describeStructure(network, strings) : '';
    return viewed ? describeFlow(viewed.network, x, y, strings) : '';
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { strings, x, y, free, model: { network, viewed } } = this;
    this._width = size.width;
    if (!network || this.useless) return;
    if (this.show === 'step') return this._step.paint(ctx, size, theme);
    if (this.show === 'structure') return drawStructure(ctx, network.layers, structureTexts(network, strings), size, theme);
    if (!viewed) return;
    const isFree = [free !== 'y', free !== 'x'];
    const layout = layOutFlow(network.layers, size.width, free === 'both' ? 2 : 1);
    ([0, 1] as const).filter((axis) => isFree[axis]).forEach((axis, k) => drawProfile(ctx, this._profiles.along(axis, viewed, x, y, strings), layout.profiles[k], size.density, theme));
    network.forward([x, y]);
    const now = performance.now();
    if (!this._texts || !this.model.live || now - this._writtenAt >= durations.numbers) {
      this._texts = flowTexts(network, isFree, layout.decimals, strings);
      this._writtenAt = now;
    }
    drawFlow(ctx, { network, layout, texts: this._texts, free: isFree }, size.density, theme);
  }
}
