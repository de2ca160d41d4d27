import { css, html, type TemplateResult } from 'lit';
import { choice } from '../../attrs/choice.js';
import { parameters } from '../../attrs/model.js';
import { number } from '../../attrs/number.js';
import { optionalText, text } from '../../attrs/text.js';
import type { ModelState } from '../../core/index.js';
import { planePlot } from '../../draw/plot.js';
import type { Box, Size, Theme } from '../../draw/types.js';
import { FigureElement } from '../../element/figure-element.js';
import { markup, weightsJson } from '../../element/markup.js';
import { attribute } from '../../element/nn-element.js';
import { TrainerLink } from '../../features/link/index.js';
import { networkTables, Toolbar, toolbarStyles, type NumbersTable } from '../../features/toolbar/index.js';
import { setViewState } from '../../model/state.js';
import type { ViewChange } from '../../model/training-run.js';
import type { NnInputDetail } from '../../page/events.js';
import type { LocalPoint, PointerHost } from '../../page/pointer-controller.js';
import { durations, Throttle } from '../../page/timing.js';
import { badge, badgeStyles } from '../../ui/badge.js';
import { choiceField, numberSlider } from '../../ui/fields.js';
import { chosenCoordinate } from '../../ui/probe.js';
import { slider } from '../../ui/slider.js';
import { drawFlow, type FlowTexts } from './flow/picture.js';
import { drawProfile, Profiles } from './flow/profile.js';
import { flowHeight, layOutFlow } from './network-layout.js';
import { describeFlow, describeStructure, flowTexts, structureTexts } from './description.js';
import { NeuronThumbnails } from './neuron-thumbnails.js';
import { OwnModel } from './own-model.js';
import { StepView, stepStyles } from './step/index.js';
import { drawStructure, structureHeight } from './structure.js';

const axes = ['y', 'x', 'both'] as const;

/** The width of the figure unless the page sets one, in CSS pixels. */
const NATURAL_WIDTH = 720;

/** How far above a plot and around a circle a pointer takes hold of it, in CSS pixels. */
const PLOT_REACH = 20;
const CIRCLE_REACH = 6;

/** Outputs over the plane of more neurons are drawn ten times a second while they learn, not in each frame. */
const MAX_LIVE_NEURONS = 24;

/** What a pointer has taken hold of: a free input, by its plot or its circle. */
interface Grip {
  readonly input: 'x' | 'y';
  readonly plot: Box;
  readonly isPlot: boolean;
  /** Where a drag has come to; beyond the ends while the pointer is there. */
  at: number;
}

/**
 * A look inside a trained network: each circle shows a neuron's output, each yellow box its weights and bias, and
 * lines thicken with the signal they carry. The reader moves an input and sees which neurons answer. Or one training
 * step is taken apart, phase by phase, with every number in its formula.
 *
 * @customElement nn-param-view
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader. A child
 *   `<script type="application/json">` may hold `{"layers": [2, 8, 1], "parameters": [33 numbers]}`.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved an input. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader gave an attribute another value by a control. Never
 *   fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, an id that names no trainer, unusable parameters, a state
 *   refused, no canvas.
 * @csspart figure - The box that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart slider - Each slider of a free input.
 * @csspart panel - Of a step: the present phase in words, formulas and numbers.
 * @csspart button - Of a step: each button.
 * @csspart badge - The message where nothing can be shown.
 * @csspart toolbar - Under the picture, with `controls`.
 * @csspart numbers - The disclosure at its end, with all weights, biases and outputs.
 * @cssprop [--nn-ink=currentcolor] - Circles, curve and text.
 * @cssprop [--nn-paper] - The ground, mixed into fills; by default read from the page.
 * @cssprop [--nn-muted] - Idle neurons, secondary text.
 * @cssprop [--nn-accent] - The target along an input, and the focus ring.
 * @cssprop [--nn-positive] - What adds.
 * @cssprop [--nn-negative] - What takes away.
 * @cssprop [--nn-parameter] - Boxes of weights and biases.
 */
export class NnParamView extends FigureElement implements PointerHost {
  static override styles = [
    ...FigureElement.styles,
    ...toolbarStyles,
    badgeStyles,
    css`
      :host { --_natural: ${NATURAL_WIDTH}px; }
      .figure { block-size: calc(${flowHeight}px * var(--_grow, 1)); }
      .figure.structure { block-size: calc(${structureHeight}px * var(--_grow, 1)); }
      /* On the axis of its plot: as long as that and half a thumb at each end. */
      .axis {
        position: absolute; inset-block-start: calc(456px * var(--_grow, 1));
        inset-inline: calc(16px * var(--_grow, 1) - 7px);
      }
      .axis .slider span, .axis .slider .value {
        position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
      }
      .axis input[type='range'] { --_lines: none; }
      .axis.two {
        display: grid; grid-template-columns: 1fr 1fr; gap: calc(40px * var(--_grow, 1) - 14px); direction: ltr;
      }
    `,
    stepStyles,
  ];

  /** Id of a trainer, whose model it shows live. */
  @attribute(optionalText(), { name: 'for' }) htmlFor!: string;
  /** Without a trainer: the model is trained from this seed, at once. */
  @attribute(text('495')) seed!: string;
  /**
   * Without a trainer: these weights and biases as a flat JSON array, layer by layer: weights row by row, then
   * biases.
   */
  @attribute(parameters) parameters!: readonly number[] | null;
  /** Which input the reader moves: `y`, `x` or `both`. */
  @attribute(choice(axes, 'y')) free!: (typeof axes)[number];
  /** The first input, from −1 to 1. */
  @attribute(number(0, { min: -1, max: 1 })) x!: number;
  /** The second input, from −1 to 1. */
  @attribute(number(-0.4, { min: -1, max: 1 })) y!: number;
  /** `flow`; `structure`, the labelled diagram; or `step`, one training sample taken apart. */
  @attribute(choice(['flow', 'structure', 'step'], 'flow')) show!: 'flow' | 'structure' | 'step';

  /** @internal */
  readonly link = new TrainerLink(this);
  private readonly _ownModel = new OwnModel(this);
  private readonly _step = new StepView(this);
  private readonly _toolbar = new Toolbar(this);
  private readonly _profiles = new Profiles();
  private readonly _writing = new Throttle();
  private _texts: FlowTexts | undefined;
  private _width = 0; // of the picture, as last drawn
  private _grip: Grip | undefined; // of a drag
  private readonly _thumbnails = new NeuronThumbnails();
  private readonly _structures = new Throttle();

  protected override willUpdate(): void {
    this._ownModel.resolve();
    this._writing.reset();
  }

  /** The trainer whose model is shown; may be set to one that has no id, or to undefined. */
  get source(): HTMLElement | undefined {
    return this.link.source;
  }

  set source(source: HTMLElement | undefined) {
    this.link.source = source;
  }

  /**
   * Beside the text of a step the diagram keeps its size.
   * @internal
   */
  get naturalWidth(): number {
    return this.show === 'step' ? Infinity : NATURAL_WIDTH;
  }

  /**
   * The model shown: a trainer's, or its own.
   * @internal
   */
  get model(): TrainerLink | OwnModel {
    return this.link.network ? this.link : this._ownModel;
  }

  /** The model shown, as plain JSON; undefined while none is. */
  async getState(): Promise<ModelState | undefined> {
    await this.arrival();
    this._ownModel.resolve();
    return this._ownModel.isUnusable ? undefined : this.model.getState();
  }

  /** Shows the model of a state, a trainer's too. For a state of another shape it changes nothing and warns why. */
  async setState(state: ModelState): Promise<void> {
    this._ownModel.resolve();
    const problem = setViewState(this.link.isAsked, state, (parts) => this._ownModel.setState(parts));
    if (problem) return this.reportState(state, problem);
    this.requestUpdate();
  }

  protected override arrival(): Promise<void> {
    return this.link.arrival();
  }

  /** Returns the HTML of this picture; of a linked one together with its trainer, which is hidden. */
  override async toHtml(): Promise<string> {
    this._ownModel.resolve();
    const attributes = this.attributesInUse([], ['for', 'parameters']);
    const linked = await this.link.toHtml(attributes);
    if (linked) return linked;
    const state = this._ownModel.isOfSeed ? undefined : await this.getState();
    return markup(this.localName, attributes, state && { state });
  }

  /** @internal */
  handlesModelChange(change: ViewChange): boolean {
    this._step.onModelChange(change);
    if (change !== 'steps') this._writing.reset();
    if (this.show !== 'structure') return this.show === 'step';
    const { network, isLive } = this.model;
    const isLarge = network !== undefined && network.layers.reduce((sum, count) => sum + count) > MAX_LIVE_NEURONS;
    return change === 'steps' && isLive && isLarge && !this._structures.isDue(performance.now(), durations.numbers);
  }

  /** @internal */
  prepare(isExpired: () => boolean): boolean {
    return this.link.isFound || this._ownModel.trainOn(isExpired);
  }

  protected override render(): TemplateResult {
    const { strings, show, _ownModel: { isUnusable } } = this;
    return this.figure({
      name: strings.text(show === 'flow' ? 'flowLabel' : show === 'step' ? 'microscopeLabel' : 'structureLabel'),
      description: () => this._describe(),
      operable: isUnusable ? [] : this._operableNames(),
      note: this.link.note,
      classes: show,
      over: isUnusable ? badge(strings.text('unusableParameters'))
        : show === 'flow' ? this._renderAxes() : show === 'step' ? this._step.render() : undefined,
      toolbar: this.controls ? this._toolbar.render(
        show === 'flow' ? this._renderFields() : html``, () => this._numbers(),
        () => (this.model.network ? weightsJson(this.model.network) : ''),
      ) : undefined,
    });
  }

  /** The names of what the reader can operate: the sliders of the free inputs, or the buttons from phase to phase. */
  private _operableNames(): string[] {
    const { strings, show, free } = this;
    if (show === 'step') return (['back', 'next', 'wholeStep'] as const).map((key) => strings.text(key));
    return show === 'structure' ? [] : free === 'both' ? ['x', 'y'] : [free];
  }

  /** The sliders of the free inputs, on the axes of their plots. */
  private _renderAxes(): TemplateResult {
    const { strings, free } = this;
    const axis = (name: 'x' | 'y'): TemplateResult => slider({
      name, min: -1, max: 1, step: 0.01, value: this[name], text: strings.format(this[name], 2),
      onInput: (value) => this._move({ [name]: value }),
    });
    if (free === 'both') return html`<div class="axis two">${axis('x')}${axis('y')}</div>`;
    return html`<div class="axis">${axis(free)}</div>`;
  }

  /** The fields of both inputs, for the toolbar, whichever is free. */
  private _renderFields(): TemplateResult {
    const { strings, free } = this;
    const input = (name: 'x' | 'y'): TemplateResult => numberSlider({
      name, min: -1, max: 1, step: 0.01, value: this[name], strings,
      onInput: (value) => {
        if (this._move({ [name]: value })) this.fireChange(name, this[name]);
      },
    });
    return html`
      <div class="fields">
        ${choiceField({
          name: strings.text('freeInput'), value: free, choices: axes,
          nameOf: (axis) => (axis === 'both' ? strings.text('bothInputs') : axis),
          onInput: (value) => this.changeByReader('free', value),
        })}
        ${input('x')}${input('y')}
      </div>`;
  }

  private _numbers(): readonly NumbersTable[] {
    const { model: { network }, x, y } = this;
    if (!network || this._ownModel.isUnusable) return [];
    network.forward([x, y]);
    return networkTables(network, this.strings, true);
  }

  private _describe(): string {
    const { strings, x, y, show, model: { network } } = this;
    if (this._ownModel.isUnusable) return strings.text('stateUnusable');
    if (show === 'step') return this._step.description();
    if (!network) return '';
    if (show === 'structure') return describeStructure(network, strings);
    return this._ownModel.isLive ? '' : describeFlow(network, x, y, strings);
  }

  /** @internal */
  onModelScript(): void {
    this.dirty.add('parameters');
    this.requestUpdate();
  }

  /**
   * Moves a free input along its plot.
   * @internal
   */
  onHover(point: LocalPoint | undefined): void {
    if (this.show === 'step') return this._step.onHover(point);
    const grip = point && this._gripAt(point);
    if (grip?.isPlot) this._move({ [grip.input]: planePlot(grip.plot).xAt(point!.x) });
  }

  /** @internal */
  onPress(point: LocalPoint): void {
    this._grip = this.show === 'flow' ? this._gripAt(point) : undefined;
  }

  /**
   * Moves the free input that was taken hold of: along its plot, or by its circle as far as along the plot.
   * @internal
   */
  onDrag(dx: number, _dy: number, point: LocalPoint): boolean {
    const { _grip: grip, show } = this;
    if (!grip) {
      if (show === 'step') this._step.onHover(point);
      return show === 'step';
    }
    const { input, plot, isPlot } = grip;
    if (!isPlot) grip.at += (2 * dx) / plot.width;
    this._move({ [input]: isPlot ? planePlot(plot).xAt(point.x) : grip.at });
    return true;
  }

  /** @internal */
  onTap(point: LocalPoint): boolean {
    if (this.show === 'step') return this._step.onTap(point);
    this.onHover(point);
    return this._gripAt(point)?.isPlot ?? false;
  }

  /** Returns the free input whose plot or circle is at a point; undefined elsewhere. */
  private _gripAt({ x, y }: LocalPoint): Grip | undefined {
    const { free, _width: width, model: { network } } = this;
    if (this.show !== 'flow' || this._ownModel.isUnusable || width === 0 || !network) return undefined;
    const inputs = free === 'both' ? ['x', 'y'] as const : [free];
    const { profiles, neurons: [circles], radii: [radius] } = layOutFlow(network.layers, width, inputs.length);
    const k = profiles[0].y - PLOT_REACH <= y ? (inputs.length > 1 && x > width / 2 ? 1 : 0) : -1;
    if (k >= 0) return { input: inputs[k], plot: profiles[k], isPlot: true, at: 0 };
    const circle = inputs.findIndex((input) => {
      const at = circles[input === 'x' ? 0 : 1];
      return Math.hypot(at.x - x, at.y - y) <= radius + CIRCLE_REACH;
    });
    if (circle < 0) return undefined;
    return { input: inputs[circle], plot: profiles[circle], isPlot: false, at: this[inputs[circle]] };
  }

  /** Moves an input for the reader, or both; returns whether any has changed. */
  private _move(to: { readonly x?: number; readonly y?: number }): boolean {
    const x = to.x === undefined ? this.x : chosenCoordinate(to.x);
    const y = to.y === undefined ? this.y : chosenCoordinate(to.y);
    if (x === this.x && y === this.y) return false;
    this.setInUse('x', x);
    this.setInUse('y', y);
    this.fire('nn-input', { x, y } satisfies NnInputDetail);
    return true;
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { strings, x, y, free, show, model: { network, target, isLive } } = this;
    this._width = size.width;
    if (!network || this._ownModel.isUnusable) return;
    if (show === 'step') return this._step.paint(ctx, size, theme);
    if (show === 'structure') {
      const thumbnails = this.link.network && this._thumbnails;
      thumbnails?.update(network);
      return drawStructure(ctx, network.layers, structureTexts(network, strings), size, theme, thumbnails);
    }
    if (this._ownModel.isLive) return; // nothing flows through it before it is trained
    const isFree = [free !== 'y', free !== 'x'];
    const layout = layOutFlow(network.layers, size.width, free === 'both' ? 2 : 1);
    ([0, 1] as const).filter((axis) => isFree[axis]).forEach((axis, k) => {
      const profile = this._profiles.along(axis, { network, target }, x, y, strings);
      drawProfile(ctx, profile, layout.profiles[k], size.density, theme);
    });
    network.forward([x, y]);
    if (!isLive) this._writing.reset();
    if (this._writing.isDue(performance.now(), durations.numbers)) {
      this._texts = flowTexts(network, isFree, layout.decimals, strings);
    }
    drawFlow(ctx, { network, layout, texts: this._texts!, free: isFree }, size.density, theme);
  }
}
