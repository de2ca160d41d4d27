import { css, html, type TemplateResult } from 'lit';
import { boolean } from '../attrs/boolean.js';
import { choice } from '../attrs/choice.js';
import { list, rows } from '../attrs/list.js';
import { clamp, integer, number } from '../attrs/number.js';
import { optionalPair } from '../attrs/pair.js';
import { toText } from '../attrs/kind.js';
import { PointerController, type LocalPoint } from '../controllers/pointer-controller.js';
import { activationNames, type ActivationName } from '../core/index.js';
import { niceStep } from '../draw/nice.js';
import type { Projection } from '../draw/projection.js';
import type { Probe } from '../draw/surface-probe.js';
import { drawSurface } from '../draw/surface.js';
import type { Size, Theme } from '../draw/types.js';
import { catchFocus } from './buttons.js';
import type { NnChangeDetail, NnInputDetail } from './events.js';
import { FigureElement } from './figure-element.js';
import { formulaStyles } from './formula.js';
import { indexed } from './network-numbers.js';
import { neuronFormula, neuronFormulaStyles, sumText } from './neuron-formula.js';
import { viewKind } from './neuron-kinds.js';
import { NeuronModel } from './neuron-model.js';
import { neuronNumbers, neuronToolbar, neuronToolbarStyles } from './neuron-toolbar.js';
import { attribute } from './nn-element.js';
import { pairText } from './point-probe.js';
import { REACH } from './readout.js';
import { slider, type SliderOptions } from './slider.js';

type List = readonly number[];
type Matrix = readonly List[];

/** Bias of the neuron that is shown where the page gives none at all. */
const SHOWN_BIAS = -0.2;
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
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, or no canvas.
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
export class NnNeuron extends FigureElement {
  static override styles = [
    ...FigureElement.styles,
    formulaStyles,
    neuronFormulaStyles,
    neuronToolbarStyles,
    css`
      .figure { aspect-ratio: 5 / 4; }
      canvas { cursor: grab; }
      canvas:active { cursor: grabbing; }
    `,
  ];

  /** Weights: a row of two numbers from −10 to 10 for each of 1 to 8 neurons, separated by `;`. */
  @attribute(rows([[1.2, -0.5]], { columns: 2, maxRows: 8, min: -10, max: 10 })) w!: Matrix;
  /** Biases from −10 to 10, separated by `;`, one for each row of `w`: a single one serves all, missing ones are 0. */
  @attribute(rows([[SHOWN_BIAS]], { columns: 1, maxRows: 8, min: -10, max: 10 })) b!: Matrix;
  /** f: `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'relu')) activation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(0.01, { min: 0, max: 1 })) alpha!: number;
  /** From where to where both inputs go: two numbers from −100 to 100, ascending. */
  @attribute(list([-1, 1], { minLength: 2, maxLength: 2, min: -100, max: 100, ascending: true })) domain!: List;
  /** Least and greatest height shown, what lies beyond is cut off. Fitted, and reads `[]`, if not given. */
  @attribute(optionalPair({ min: -1e6, max: 1e6, ascending: true })) range!: List;
  /** Points a side, from 5 to 61. */
  @attribute(integer(21, { min: 5, max: 61 })) grid!: number;
  /** Turn from −180 to 180 and tilt from 5 to 85, in degrees. Reads the present ones. */
  @attribute(viewKind) view!: List;
  /** The point whose sum is written out, within `domain`. None, and reads `[]`, if not given. */
  @attribute(optionalPair({ min: -100, max: 100 })) probe!: List;
  /** Draws the surface of each neuron of a sum too, dotted. */
  @attribute(boolean) parts!: boolean;

  private _ownB: Matrix | undefined; // as given, whatever becomes of it
  private _ownProbe: List | undefined;
  private _model: NeuronModel | undefined;
  private _projection: Projection | undefined; // of the last picture
  private _hold: LocalPoint | undefined; // from the probe's foot to the pointer that moves it

  constructor() {
    super();
    new PointerController(this, {
      surface: this.surface,
      onPress: (point) => this._onPress(point),
      onDrag: (dx, dy, point) => this._onDrag(dx, dy, point),
      onHover: (point, touch) => touch || this._onHover(point),
      onTap: (point) => this._onTap(point),
    });
  }

  /** @internal */
  override write(name: string, raw: unknown): void {
    super.write(name, raw);
    // What is in use of these depends on others, also when those change later.
    if (name === 'b') this._ownB = this.given('b') && !this.unusable('b') ? this.b : undefined;
    if (name === 'probe') this._ownProbe = this.probe;
    if (name === 'b' || name === 'w') this.use('b', this._biases());
    if (name === 'probe' || name === 'domain') this.use('probe', this._within(this._ownProbe ?? []));
  }

  protected override willUpdate(): void {
    if (this._model && !shaping.some((name) => this.dirty.has(name))) return;
    const { w, b, activation, alpha, domain, range, grid, parts } = this;
    this._model = new NeuronModel({ w, b, activation, alpha, domain, range, grid, parts });
  }

  protected override updated(): void {
    super.updated();
    const { _ownB: b, _ownProbe: probe, w, domain: [low, high] } = this;
    const changed = (...names: string[]): boolean => names.some((name) => this.dirty.has(name));
    this.readout.hide(); // it would stay behind
    if (b && b.length > w.length && changed('b', 'w')) this.correct('b', b, this.b, `${w.length}, as many as rows of w`);
    if (probe && toText(probe) !== toText(this.probe) && changed('probe', 'domain')) {
      this.correct('probe', probe, this.probe, `two numbers within the domain, from ${low} to ${high}`);
    }
    this.dirty.clear();
  }

  protected override render(): TemplateResult {
    const { strings, probe, w, b, activation, _model: model } = this;
    const { format } = strings;
    return this.figure({
      name: strings.text('neuronLabel'),
      description: () => this._describe(),
      over: this.controls ? undefined : html`<div class="sliders">${this._sliders().map((options) => slider({ ...options, classes: 'quiet' }))}</div>`,
      under: probe.length === 0 ? undefined
        : neuronFormula(probe, model!.contributions(probe[0], probe[1]), model!.at(probe[0], probe[1]), this._functionName(), format),
      toolbar: () => neuronToolbar({ w, b, activation, sliders: this._sliders() }, strings, {
        change: (name, value) => this.change(name, value, name === 'w' ? 'b' : undefined), replace: (weights, biases) => this._replace(weights, biases),
      }),
      numbers: () => [neuronNumbers(w, b, probe.length === 0 ? undefined : model!.contributions(probe[0], probe[1]), strings)],
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

  private _onPress(point: LocalPoint): void {
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

  private _onDrag(dx: number, dy: number, point: LocalPoint): void {
    const { _hold: hold, _projection: projection, domain: [low, high] } = this;
    if (!projection || projection.scale === 0) return;
    this.readout.hide();
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

  private _nearest(point: LocalPoint): ReturnType<NeuronModel['nearest']> {
    return this._projection && this._model?.nearest(this._projection, point, REACH);
  }

  private _onHover(point: LocalPoint | undefined): void {
    const found = point && this._nearest(point);
    if (!found) return this.readout.hide();
    const { place, at } = found;
    this.readout.show(at, `${pairText(place, this.strings)} → ${this.strings.format(this._model!.at(...place))}`);
  }

  private _onTap(point: LocalPoint): void {
    const found = this._nearest(point);
    if (found) this._move(found.place);
  }

  private _replace(w: Matrix, b: Matrix): void {
    this.write('w', w);
    this.write('b', b);
    for (const name of ['w', 'b'] as const) this.fire('nn-change', { attribute: name, value: this[name] } satisfies NnChangeDetail);
    void catchFocus(this, '.toolbar .action:enabled');
  }

  private _look(turn: number, tilt: number): void {
    const { value } = viewKind.read([degree(turn), degree(tilt)]);
    if (toText(value) === toText(this.view)) return;
    this.use('view', value);
    this.fire('nn-change', { attribute: 'view', value } satisfies NnChangeDetail);
  }

  private _move(to: List): void {
    const probe = this._within(to);
    if (toText(probe) === toText(this.probe)) return;
    this._ownProbe = probe;
    this.use('probe', probe);
    this.fire('nn-input', { x: probe[0], y: probe[1] } satisfies NnInputDetail);
  }

  /** The biases in use: as many as there are neurons. */
  private _biases(): Matrix {
    const { w, _ownB: own } = this;
    const byPage = own ?? (this.given('w') && !this.unusable('w') ? [[0]] : [[SHOWN_BIAS]]);
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

  private _functionName(): string {
    const name = this.strings.text(this.activation);
    return this.activation === 'leaky-relu' ? `${name}, α = ${this.strings.format(this.alpha)}` : name;
  }

  private _describe(): string {
    const { strings, domain, probe, _model: model } = this;
    const { least, most } = model!;
    const { format } = strings;
    const told = [strings.text('neuronSurface', {
      from: format(domain[0]), to: format(domain[1]), count: format(this.w.length), activation: this._functionName(),
      least: format(least), most: format(most),
    })];
    const { folds, flat } = model!.surface;
    if (folds.length > 0) told.push(strings.text('neuronFolds', { folds: format(folds.length) }));
    if (flat.length > 0) told.push(strings.text('neuronFlat'));
    if (this.activation === 'linear') told.push(strings.text('neuronPlane'));
    if (probe.length > 0) {
      const sum = model!.contributions(probe[0], probe[1]).map((part) => `f(${sumText(probe, part, format)})`).join(' + ');
      told.push(strings.text('neuronProbe', { x: format(probe[0]), y: format(probe[1]), sum, value: format(model!.at(probe[0], probe[1])) }));
    }
    return strings.sentences(...told);
  }

  protected override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { strings, view, probe, _model: model } = this;
    const { format } = strings;
    const [before, after] = strings.text('flatAtZero').split('{y}');
    this._projection = drawSurface(ctx, model!.surface, view, this._probeOnPlane(), {
      format,
      flat: [[before, { variable: 'y' }, after], [strings.text('flat')]],
      fold: strings.text('fold'),
      probe: probe.length === 0 ? [] : [{ variable: 'y' }, ` = ${format(model!.at(probe[0], probe[1]))}`],
    }, size, theme);
  }
}
