import { css, html, nothing, type TemplateResult } from 'lit';
import { toAttributeText } from '../../attrs/kind.js';
import { clamp } from '../../attrs/number.js';
import { durations } from '../../page/timing.js';
import { PointerController, type LocalPoint } from '../../page/pointer-controller.js';
import { niceStep } from '../../draw/nice.js';
import type { Projection } from './picture/projection.js';
import type { Probe } from './picture/probe.js';
import { drawSurface } from './picture/surface.js';
import type { FormatNumber, Size, Theme } from '../../draw/types.js';
import { restoreFocus } from '../../ui/buttons.js';
import type { NnChangeDetail, NnInputDetail } from '../../page/events.js';
import { formulaStyles } from '../../ui/mathml.js';
import { networkTables, Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import { NetworkSurface } from './surface-of-network.js';
import { NeuronAttributes, SHOWN_BIAS } from './neuron-attributes.js';
import { neuronFormula, neuronFormulaStyles } from './formula.js';
import { neuronsOf, neuronsText, OUT, viewKind } from './attributes.js';
import { NeuronModel } from './surface-of-sum.js';
import { firstNumbers, linkedToolbar, neuronNumbers, neuronToolbar, neuronToolbarStyles } from './toolbar.js';
import { describeSurface, functionName, neuronName } from './description.js';
import { REACH } from '../../ui/tooltip.js';
import { slider, type SliderOptions } from '../../ui/slider.js';
import { nearestPoint, type Nearest } from './nearest-point.js';
import { indexed, pairText } from '../../ui/text.js';

type List = readonly number[];
type Matrix = readonly List[];

/** Steps of a slider across the domain. */
const STEPS = 200;

/** What the surface depends on. */
const shaping = ['w', 'b', 'activation', 'alpha', 'domain', 'range', 'grid', 'parts'];

const degree = (angle: number): number => Math.round(angle * 10) / 10;

/**
 * What a neuron's output looks like: over each point of a plane of two inputs stands a line as high as
 * y = f(p·w + b). Drag to turn it. Several neurons are added up.
 *
 * @customElement nn-neuron
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved the probe. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader turned the view, or gave an attribute another value by a control. Never fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, an id that names no trainer, a neuron that it has not, or no canvas.
 * @csspart figure - The box that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart slider - Each slider over the picture, unseen until it has the focus.
 * @csspart toolbar - Under the picture, with `controls`.
 * @csspart button - Each button in it.
 * @csspart numbers - The disclosure at its end.
 * @csspart formula - The sum under the picture.
 * @cssprop [--nn-ink=currentcolor] - Folds, the probe and text.
 * @cssprop [--nn-paper] - Around text and lines that cross the surface; white or nearly black, as the text is dark or light.
 * @cssprop [--nn-muted] - Axes and the flat part.
 * @cssprop [--nn-accent] - The focus ring.
 * @cssprop [--nn-positive] - Where y is above 0.
 * @cssprop [--nn-negative] - Where y is below 0.
 * @cssprop [--nn-parameter] - Behind weights and biases in the sum.
 */
export class NnNeuron extends NeuronAttributes {
  static override styles = [
    ...NeuronAttributes.styles,
    ...toolbarStyles,
    formulaStyles,
    neuronFormulaStyles,
    neuronToolbarStyles,
    css`
      .figure { aspect-ratio: 5 / 4; }
      canvas { cursor: grab; }
      canvas:active { cursor: grabbing; }
      .of { margin: 0; font-size: 11px; text-align: center; color: var(--_muted, currentcolor); }
    `,
  ];

  private readonly _toolbar = new Toolbar(this);
  private _ownB: Matrix | undefined; // as given, whatever becomes of it
  private _ownProbe: List | undefined;
  private _ownNeuron: string | undefined;
  private _model: NeuronModel | NetworkSurface | undefined;
  private _made = ''; // of what of a trainer
  private _told = ''; // y at the probe, which picture and formula write alike
  private _projection: Projection | undefined; // of the last picture
  private _hold: LocalPoint | undefined; // from the probe's foot to the pointer that moves it

  constructor() {
    super();
    new PointerController(this);
  }

  /** @internal */
  override write(name: string, raw: unknown): void {
    super.write(name, raw);
    // What is in use of these depends on others, also when those change later.
    if (name === 'b') this._ownB = this.isGiven('b') && !this.isUnusable('b') ? this.b : undefined;
    if (name === 'probe') this._ownProbe = this.probe;
    if (name === 'neuron') this._ownNeuron = this.neuron;
    if (name === 'b' || name === 'w') this.setInUse('b', this._biases());
    if (name === 'probe' || name === 'domain') this.setInUse('probe', this._within(this._ownProbe ?? []));
  }

  protected override willUpdate(): void {
    this.link.resolve();
    if (this.link.network) this._follow();
    else if (!(this._model instanceof NeuronModel) || shaping.some((name) => this.dirty.has(name))) {
      const { w, b, activation, alpha, domain, range, grid, parts } = this;
      this._model = new NeuronModel({ w, b, activation, alpha, domain, range, grid, parts });
      this._made = '';
    }
    const { probe: [x, y] } = this;
    this._told = x === undefined ? '' : this._format(this._model!.at(x, y));
  }

  protected override updated(): void {
    super.updated();
    const { _ownB: b, _ownProbe: probe, w, domain: [low, high] } = this;
    const changed = (...names: string[]): boolean => names.some((name) => this.dirty.has(name));
    this.tooltip.hide(); // it would stay behind
    if (b && b.length > w.length && changed('b', 'w')) this.reportMisfit('b', b, `${w.length}, as many as rows of w`);
    if (probe && toAttributeText(probe) !== toAttributeText(this.probe) && changed('probe', 'domain')) {
      this.reportMisfit('probe', probe, `two numbers within the domain, from ${low} to ${high}`);
    }
    this.dirty.clear();
  }

  /** Numbers beside the probe and in its sum are the same. */
  override get updateEveryMs(): number {
    return this.probe.length > 0 ? durations.numbers : durations.words;
  }

  protected override linkedAttributes(): [name: string, value: string][] {
    const kept = this._model instanceof NetworkSurface ? this._model.keptRange : undefined;
    return [...super.linkedAttributes(), ...(kept ? [['range', toAttributeText(kept)] as [string, string]] : [])];
  }

  protected override render(): TemplateResult {
    const { strings, probe, w, b, activation, neuron, _model: model, link: { network, isBlank: blank } } = this;
    const change = (name: string, value: unknown): boolean => this.changeByReader(name, value, name === 'w' ? 'b' : undefined);
    const parts = probe.length === 0 ? undefined : model!.contributions(probe[0], probe[1]);
    const nameOf = (each: string): string => neuronName(each, strings);
    return this.figure({
      name: strings.text('neuronLabel'),
      description: () => (blank ? '' : this.link.describe(() => describeSurface(this._shownSettings, model!, strings))),
      over: this.controls ? undefined : html`<div class="sliders">${this._sliders().map((options) => slider({ ...options, classes: 'quiet' }))}</div>`,
      under: blank ? undefined : html`${network ? html`<p class="of">${nameOf(neuron)}</p>` : nothing}${
        parts && parts.length > 0 ? neuronFormula(probe, parts, model!.at(probe[0], probe[1]), functionName(this._shownSettings, strings), this._format) : nothing}`,
      toolbar: this.controls ? this._toolbar.render(network ? linkedToolbar({ neuron, neurons: neuronsOf(network.layers), nameOf: (each) => (each === OUT ? strings.text('output') : nameOf(each)), sliders: this._sliders() }, strings, change)
        : neuronToolbar({ w, b, activation, sliders: this._sliders() }, strings, { change, replace: (weights, biases) => this._replace(weights, biases) }), () => (!network ? [neuronNumbers(w, b, parts, strings)]
        : (model as NetworkSurface).first ? [firstNumbers(network, neuron, parts, strings)] : networkTables(network, strings))) : undefined,
    });
  }

  /** For everything that the pointer can do. */
  private _sliders(): SliderOptions[] {
    const { strings, view: [turn, tilt], probe, domain: [min, max] } = this;
    const angle = (value: number): string => `${strings.format(Math.round(value))}°`;
    const at = probe.length > 0 ? probe : this._within([0, 0]);
    return [
      { name: strings.text('turn'), min: -180, max: 180, step: 1, value: turn, text: angle(turn), onInput: (value) => this._look(value, this.view[1]) },
      { name: strings.text('tilt'), min: 5, max: 85, step: 1, value: tilt, text: angle(tilt), onInput: (value) => this._look(this.view[0], value) },
      ...at.map((value, k): SliderOptions => ({
        name: indexed('p', k + 1), min, max, step: niceStep(max - min, STEPS), value, text: strings.format(value),
        onInput: (moved) => this._move((this.probe.length > 0 ? this.probe : at).map((each, i) => (i === k ? moved : each))),
      })),
    ];
  }

  /** The neuron of the trainer's network as it is now: the one that is asked for, if there is one. */
  private _follow(): void {
    const { dirty, domain, range, grid, link: { network, beginnings }, _ownNeuron: wanted = OUT } = this;
    const { layers } = network!;
    const neuron = neuronsOf(layers).includes(wanted) ? wanted : OUT;
    const made = [neuron, layers.join('-'), beginnings, domain, range, grid].join();
    if (neuron !== this.neuron) this.setInUse('neuron', neuron);
    if (neuron !== wanted && (dirty.has('neuron') || made !== this._made)) this.reportMisfit('neuron', wanted, `one of ${neuronsText(layers)}`);
    if (made !== this._made) this._model = new NetworkSurface(network!, { neuron, domain, range, grid });
    else (this._model as NetworkSurface).follow(network);
    this._made = made;
  }

  /** @internal */
  onPress(point: LocalPoint): void {
    const probe = this._probeOnPlane();
    const projection = this._projection;
    this._hold = undefined;
    if (!probe || !projection) return;
    const x = projection.x(probe.u, probe.v);
    const foot = projection.y(probe.u, probe.v);
    const top = projection.y(probe.u, probe.v, probe.h);
    const nearest = clamp(point.y, { min: Math.min(foot, top), max: Math.max(foot, top) });
    if (Math.hypot(point.x - x, point.y - nearest) <= REACH) this._hold = { x: point.x - x, y: point.y - foot };
  }

  /** @internal */
  onDrag(dx: number, dy: number, point: LocalPoint): void {
    const { _hold: hold, _projection: projection, domain: [low, high] } = this;
    if (!projection || projection.scale === 0) return;
    this.tooltip.hide();
    if (hold) {
      const { u, v } = projection.floor(point.x - hold.x, point.y - hold.y);
      const step = niceStep(high - low, STEPS);
      this._move([u, v].map((at) => Math.round((low + ((at + 1) * (high - low)) / 2) / step) * step));
      return;
    }
    // As much as takes the middle of the front along with the pointer.
    const perPixel = 180 / Math.PI / projection.scale;
    const turn = this.view[0] + dx * perPixel;
    this._look(turn - 360 * Math.round(turn / 360), this.view[1] + dy * perPixel);
  }

  private _nearest(point: LocalPoint): Nearest | undefined {
    return this._projection && this._model && nearestPoint(this._model.surface, this._projection, point, REACH);
  }

  /** @internal */
  onHover(point: LocalPoint | undefined): void {
    const found = point && this._nearest(point);
    if (!found) return this.tooltip.hide();
    const { place, at } = found;
    this.tooltip.show(at, `${pairText(place, this.strings)} → ${this.strings.format(this._model!.at(...place))}`);
  }

  /** @internal */
  onTap(point: LocalPoint): void {
    const found = this._nearest(point);
    if (found) this._move(found.place);
  }

  private _replace(w: Matrix, b: Matrix): void {
    this.write('w', w);
    this.write('b', b);
    for (const name of ['w', 'b'] as const) this.fire('nn-change', { attribute: name, value: this[name] } satisfies NnChangeDetail);
    void restoreFocus(this, '.toolbar .action:enabled');
  }

  private _look(turn: number, tilt: number): void {
    const { value } = viewKind.read([degree(turn), degree(tilt)]);
    if (toAttributeText(value) === toAttributeText(this.view)) return;
    this.setInUse('view', value);
    this.fire('nn-change', { attribute: 'view', value } satisfies NnChangeDetail);
  }

  private _move(to: List): void {
    const probe = this._within(to);
    if (toAttributeText(probe) === toAttributeText(this.probe)) return;
    this._ownProbe = probe;
    this.setInUse('probe', probe);
    this.fire('nn-input', { x: probe[0], y: probe[1] } satisfies NnInputDetail);
  }

  /** The biases in use: as many as there are neurons. */
  private _biases(): Matrix {
    const { w, _ownB: own } = this;
    const byPage = own ?? (this.isGiven('w') && !this.isUnusable('w') ? [[0]] : [[SHOWN_BIAS]]);
    return Object.freeze(w.map((_, i) => (byPage.length === 1 ? byPage[0] : byPage[i] ?? Object.freeze([0]))));
  }

  private _within(probe: List): List {
    const [min, max] = this.domain;
    return Object.freeze(probe.map((at) => clamp(at, { min, max })));
  }

  private _probeOnPlane(): Probe | undefined {
    const { probe: [x, y], domain: [low, high], _model: model } = this;
    if (x === undefined || !model) return undefined;
    const onPlane = (at: number): number => (2 * at - low - high) / (high - low);
    return { u: onPlane(x), v: onPlane(y), h: model.surface.scale.of(model.at(x, y)) };
  }

  /** At the probe: numbers that change by themselves keep their decimals, and with them their width. */
  private readonly _format: FormatNumber = (value, decimals = this.link.network && 2) => this.strings.format(value, decimals);

  /** What decides how the surface is described, a trainer's or its own. */
  private get _shownSettings(): Parameters<typeof describeSurface>[0] {
    const { domain, probe, neuron, activation, alpha, w: { length: count }, link: { network } } = this;
    const own = { domain, probe, count, activation, alpha, neuron: undefined };
    return network ? { ...own, neuron, activation: neuron === OUT ? network.outputActivation : network.activation, alpha: network.alpha } : own;
  }

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { strings, view, probe, _told: told, _model: model, link } = this;
    if (link.isBlank) return;
    if (model instanceof NetworkSurface) model.follow();
    const { format } = strings;
    const [before, after] = strings.text('flatAtZero').split('{y}');
    this._projection = drawSurface(ctx, model!.surface, view, this._probeOnPlane(), {
      format,
      flat: [[before, { variable: 'y' }, after], [strings.text('flat')]],
      fold: strings.text('fold'),
      probe: probe.length === 0 ? [] : [{ variable: 'y' }, ` = ${told}`],
      moving: link.isLive,
    }, size, theme);
  }
}
