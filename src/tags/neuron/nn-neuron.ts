import { css, html, nothing, type TemplateResult } from 'lit';
import { boolean } from '../../attrs/boolean.js';
import { choice } from '../../attrs/choice.js';
import { toAttributeText } from '../../attrs/kind.js';
import { isSameList, list, optionalPair, rows, type Matrix } from '../../attrs/list.js';
import { clamp, integer, number } from '../../attrs/number.js';
import { optionalText } from '../../attrs/text.js';
import { activationNames, type ActivationName } from '../../core/index.js';
import { fromDomain, toDomain } from '../../core/places.js';
import { niceStep } from '../../draw/nice.js';
import type { Plot } from '../../draw/plot.js';
import type { FormatNumber, Size, Theme } from '../../draw/types.js';
import { FigureElement } from '../../element/figure-element.js';
import { attribute } from '../../element/nn-element.js';
import { TrainerLink } from '../../features/link/index.js';
import { networkTables, Toolbar, toolbarStyles } from '../../features/toolbar/index.js';
import type { NnInputDetail } from '../../page/events.js';
import type { LocalPoint, PointerHost } from '../../page/pointer-controller.js';
import { durations } from '../../page/timing.js';
import { formulaStyles } from '../../ui/mathml.js';
import { slider, type SliderOptions } from '../../ui/slider.js';
import { pairText } from '../../ui/text.js';
import { REACH } from '../../ui/tooltip.js';
import { neuronKind, neuronsOf, neuronsText, OUT, probeKind, viewKind } from './attributes.js';
import { describeNeuron, functionName, neuronName } from './description.js';
import { neuronFormula, neuronFormulaStyles } from './formula.js';
import { SumLine } from './line-of-sum.js';
import { namesOf, nameText } from './names.js';
import { nearestPoint, type Nearest } from './nearest-point.js';
import { drawLine } from './picture/line.js';
import type { HeightScale } from './picture/height-scale.js';
import type { Probe } from './picture/probe.js';
import type { Extent, Projection } from './picture/projection.js';
import { KeptShape } from './picture/shape.js';
import { drawSurface, extentOf, PART_SHARE, type Surface } from './picture/surface.js';
import { NetworkSurface } from './surface-of-network.js';
import type { Contribution } from './surface-model.js';
import { SumSurface } from './surface-of-sum.js';
import { linkedControls, neuronTable, neuronToolbarStyles, ownControls } from './toolbar.js';

type List = readonly number[];

/** Steps of a slider over the domain. */
const STEPS = 200;
/** Bias of the neuron that is shown where the page gives neither weights nor biases. */
const DEFAULT_BIAS = -0.2;

const noBias: List = Object.freeze([0]);
const noPoint: List = Object.freeze([]);

/** Properties that the surface depends on: of the page's own neurons, and of a trainer's. */
const ownShape = ['w', 'b', 'activation', 'alpha', 'domain', 'range', 'grid', 'parts'];
const linkedShape = ['neuron', 'domain', 'range', 'grid'];

/** Where the probe stands by itself, as shares of the way through the domain. */
const PROBE = [0.9, 0.55];

/**
 * Shows the output of a neuron: over each point of a plane of two inputs stands a line as high as
 * y = f(p·w + b), with the sum written out at a probe. Drag to turn it. Several neurons are added up. A neuron
 * with one input is drawn as a line over it.
 *
 * @customElement nn-neuron
 * @slot - Shown where the element cannot run: no script, no canvas, a feed reader.
 * @fires {CustomEvent<NnInputDetail>} nn-input - The reader moved the probe. Never fired by scripts.
 * @fires {CustomEvent<NnChangeDetail>} nn-change - The reader turned the view, or gave an attribute another value
 * by a control. Never fired by scripts.
 * @fires {CustomEvent<NnErrorDetail>} nn-error - A bad value, an id that names no trainer, a neuron that the
 * trainer does not have, or no canvas.
 * @csspart figure - The box that holds the picture.
 * @csspart canvas - The drawing surface.
 * @csspart slider - Each slider over the picture, unseen until it has the focus.
 * @csspart toolbar - Under the picture, with `controls`.
 * @csspart button - Each button in it.
 * @csspart numbers - The disclosure at its end.
 * @csspart formula - The sum under the picture.
 * @cssprop [--nn-ink=currentcolor] - Folds, the probe and text.
 * @cssprop [--nn-paper] - The ground, mixed into fills; by default read from the page.
 * @cssprop [--nn-muted] - Axes and the flat part.
 * @cssprop [--nn-accent] - The focus ring.
 * @cssprop [--nn-positive] - Where y is above 0.
 * @cssprop [--nn-negative] - Where y is below 0.
 * @cssprop [--nn-parameter] - Behind weights and biases in the sum.
 */
export class NnNeuron extends FigureElement implements PointerHost {
  static override styles = [
    ...FigureElement.styles,
    ...toolbarStyles,
    formulaStyles,
    neuronFormulaStyles,
    neuronToolbarStyles,
    css`
      .figure { aspect-ratio: 3 / 2; }
      .strips-1 { aspect-ratio: ${1 / (2 / 3 + PART_SHARE)}; }
      .strips-2 { aspect-ratio: ${1 / (2 / 3 + 2 * PART_SHARE)}; }
      canvas { cursor: grab; }
      canvas:active { cursor: grabbing; }
      .line canvas { cursor: crosshair; }
      .of { margin: 0; font-size: 11px; text-align: center; color: var(--_muted, currentcolor); }
    `,
  ];

  /** Id of a trainer, whose model it shows live in place of its own. */
  @attribute(optionalText(), { name: 'for' }) htmlFor!: string;
  /** Neuron of that trainer: `1.3` is the third of layer 1, `out` the whole network's output. Reads the one shown. */
  @attribute<string, NnNeuron>(neuronKind, {
    used: ({ link: { network } }, asked = OUT) =>
      (network && !neuronsOf(network.layers).includes(asked) ? OUT : asked),
    misfit: (element, asked) =>
      (element.neuron === asked ? undefined : `one of ${neuronsText(element.link.network!.layers)}`),
    dependsOn: ['network'],
  }) neuron!: string;
  /**
   * Weights: a row of two numbers from −10 to 10 for each of 1 to 8 neurons, separated by `;`. Rows of one number:
   * neurons with one input.
   */
  @attribute(rows([[1.2, -0.5]], { minColumns: 1, columns: 2, maxRows: 8, min: -10, max: 10 })) w!: Matrix;
  /**
   * Biases from −10 to 10, separated by `;`, one for each row of `w`: a single one serves all, missing ones are 0.
   */
  @attribute<Matrix, NnNeuron>(rows([[DEFAULT_BIAS]], { columns: 1, maxRows: 8, min: -10, max: 10 }), {
    used: biasesInUse,
    misfit: ({ w }, b) => (b.length > w.length ? `at most ${w.length}, one for each row of w` : undefined),
    dependsOn: ['w'],
  }) b!: Matrix;
  /** Activation function f: `linear relu leaky-relu sigmoid tanh`. */
  @attribute(choice(activationNames, 'relu')) activation!: ActivationName;
  /** Slope of leaky ReLU for negative input, from 0 to 1. */
  @attribute(number(0.01, { min: 0, max: 1 })) alpha!: number;
  /** From where to where both inputs go: two numbers from −100 to 100, ascending. */
  @attribute(list([-1, 1], { minLength: 2, maxLength: 2, min: -100, max: 100, ascending: true })) domain!: List;
  /** Least and greatest height shown, what lies beyond is cut off. Fitted, and reads `[]`, if not given. */
  @attribute(optionalPair({ min: -1e6, max: 1e6, ascending: true })) range!: List;
  /** Grid points per side, from 5 to 61. */
  @attribute(integer(21, { min: 5, max: 61 })) grid!: number;
  /** Turn from −180 to 180 and tilt from 5 to 85, in degrees. Reads the present ones. */
  @attribute(viewKind) view!: List;
  /**
   * The point whose sum is written out, within `domain`, or `none`, which reads `[]`. One number where neurons have
   * one input, else two. By default at 90 % and 55 % of the domain; with `for` none.
   */
  @attribute<List, NnNeuron>(probeKind, {
    used: probeInUse,
    misfit: (element, probe) => (isSameList(probeInUse(element, probe), probe) ? undefined
      : `${['one number', 'two numbers'][element.inputs - 1]} within the domain, from ${element.domain.join(' to ')}`),
    dependsOn: ['domain', 'w', 'network'],
    isOwnDefault: true,
  }) probe!: List;
  /** Draws each neuron of a sum by itself too, above it. */
  @attribute(boolean) parts!: boolean;

  /** @internal */
  readonly link = new TrainerLink(this);
  private readonly _toolbar = new Toolbar(this);
  private _model!: SumSurface | NetworkSurface | SumLine;
  private _beginnings = 0; // of the run whose network is shown
  private _probeValue = ''; // y at the probe, which picture and formula write alike
  private _projection: Projection | undefined; // of the last picture, unless that is a line
  private readonly _kept = new KeptShape();
  private _plot: Plot | undefined; // of the last picture, if that is a line
  private _frame: { readonly view: List; readonly scale: HeightScale; readonly extent: Extent } | undefined;
  private _hold: LocalPoint | undefined; // from the probe's foot to the pointer that moves it

  protected override willUpdate(): void {
    this.link.resolve();
    const { link: { network, beginnings }, domain, range, grid, probe: [x, y] } = this;
    const isDirty = (names: readonly string[]): boolean => names.some((name) => this.dirty.has(name));
    if (!network) {
      if (!this._model || this._model instanceof NetworkSurface || isDirty(ownShape)) {
        const { w, b, activation, alpha, parts } = this;
        const Model = this.inputs === 1 ? SumLine : SumSurface;
        this._model = new Model({ w, b, activation, alpha, domain, range, grid, parts });
      }
    } else if (this._model instanceof NetworkSurface && beginnings === this._beginnings && !isDirty(linkedShape)) {
      this._model.follow(network);
    } else {
      this._model = new NetworkSurface(network, { neuron: this.neuron, domain, range, grid });
      this.noteChange('network');
    }
    this._beginnings = beginnings;
    this._probeValue = x === undefined ? '' : this._format(this._model.at(x, y));
  }

  protected override updated(): void {
    super.updated();
    this.tooltip.hide(); // it would stay behind
    this.dirty.clear();
  }

  /** The trainer whose model is shown; may be set to one that has no id, or to undefined. */
  get source(): HTMLElement | undefined {
    return this.link.source;
  }

  set source(source: HTMLElement | undefined) {
    this.link.source = source;
  }

  /**
   * Number of inputs of what is shown.
   * @internal
   */
  get inputs(): number {
    return this.link.network ? 2 : this.w[0].length;
  }

  /**
   * Numbers beside the probe and in its sum change together.
   * @internal
   */
  get updateEveryMs(): number {
    return this.probe.length > 0 ? durations.numbers : durations.words;
  }

  protected override arrival(): Promise<void> {
    return this.link.arrival();
  }

  /** Returns the HTML of this picture; of a linked one together with its trainer, which is hidden. */
  override async toHtml(): Promise<string> {
    const kept = this._model instanceof NetworkSurface ? this._model.keptRange : undefined;
    const range: [string, string][] = kept ? [['range', toAttributeText(kept)]] : [];
    return await this.link.toHtml([...this.attributesInUse([], ['for']), ...range]) ?? super.toHtml();
  }

  protected override render(): TemplateResult {
    const { strings, probe, _model: model, link, link: { network, isBlank } } = this;
    const [x = 0, y = 0] = probe;
    const hasProbe = probe.length > 0;
    const names = namesOf(model.neuron, this.inputs, strings);
    const sliders = this._sliders();
    const terms = (): Contribution[] => model.contributions(x, y);
    const parts = model instanceof SumSurface ? Math.ceil(model.surface.parts.length / 4) : 0;
    const sum = hasProbe && terms().length > 0 ? neuronFormula(probe, terms(), model.at(x, y), {
      ...names, activation: functionName(model, strings), format: this._format,
      isMax: this.inputs === 1 && model.activation === 'relu',
    }) : nothing;
    return this.figure({
      name: strings.text(this.inputs === 1 ? 'neuronLineLabel' : 'neuronLabel'),
      description: () => (isBlank ? '' : link.describe(() => describeNeuron(model, probe, names, strings))),
      operable: sliders.map((each) => each.name),
      note: link.note,
      classes: `${model instanceof SumLine ? 'line' : ''} ${parts > 0 ? `strips-${parts}` : ''}`,
      over: this.controls ? undefined : html`
        <div class="sliders">${sliders.map((options) => slider({ ...options, classes: 'quiet' }))}</div>`,
      under: isBlank ? undefined : html`${
        network ? html`<p class="of">${neuronName(this.neuron, strings)}</p>` : nothing}${sum}`,
      toolbar: this.controls ? this._toolbar.render(
        network ? linkedControls(this, network, sliders) : ownControls(this, sliders),
        () => (network && terms().length === 0 ? networkTables(network, strings)
          : [neuronTable(terms(), network ? Number(this.neuron.split('.')[1]) : 1, hasProbe, nameText(names.output),
            strings)]),
      ) : undefined,
    });
  }

  /** Returns a slider for everything that the pointer can do. */
  private _sliders(): SliderOptions[] {
    const { strings, view: [turn, tilt], domain, domain: [min, max] } = this;
    const probe = this.probe.length > 0 ? this.probe : within(domain, [0, 0]).slice(0, this.inputs);
    const names = namesOf(this._model.neuron, this.inputs, strings);
    const angle = (value: number): string => `${strings.format(Math.round(value))}°`;
    const places = probe.map((value, k): SliderOptions => ({
      name: nameText(names.inputs[k]), min, max, step: niceStep(max - min, STEPS), value, text: strings.format(value),
      onInput: (moved) =>
        this._moveProbe((this.probe.length > 0 ? this.probe : probe).map((each, i) => (i === k ? moved : each))),
    }));
    if (this._model instanceof SumLine) return places;
    return [
      {
        name: strings.text('turn'), min: -180, max: 180, step: 1, value: turn, text: angle(turn),
        onInput: (value) => this._turnTo(value, this.view[1]),
      },
      {
        name: strings.text('tilt'), min: 5, max: 85, step: 1, value: tilt, text: angle(tilt),
        onInput: (value) => this._turnTo(this.view[0], value),
      },
      ...places,
    ];
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
    if (this._model instanceof SumLine) return this._moveAlong(point);
    const { _hold: hold, _projection: projection, domain } = this;
    if (!projection || projection.scale === 0) return;
    this.tooltip.hide();
    if (hold) {
      const { u, v } = projection.floor(point.x - hold.x, point.y - hold.y);
      const step = niceStep(domain[1] - domain[0], STEPS);
      this._moveProbe([u, v].map((at) => Math.round(toDomain(at, domain) / step) * step));
      return;
    }
    // As much as takes the middle of the front along with the pointer.
    const perPixel = 180 / Math.PI / projection.scale;
    const turn = this.view[0] + dx * perPixel;
    this._turnTo(turn - 360 * Math.round(turn / 360), this.view[1] + dy * perPixel);
  }

  /** @internal */
  onHover(point: LocalPoint | undefined): void {
    if (point && this._model instanceof SumLine) return this._moveAlong(point);
    const found = point && this._nearest(point);
    if (!found) return this.tooltip.hide();
    const { place, at } = found;
    this.tooltip.show(at, `${pairText(place, this.strings)} → ${this.strings.format(this._model.at(...place))}`);
  }

  /** @internal */
  onTap(point: LocalPoint): boolean {
    const found = this._nearest(point);
    if (this._model instanceof SumLine) this._moveAlong(point);
    else if (found) this._moveProbe(found.place);
    return this._model instanceof SumLine || found !== undefined;
  }

  private _nearest(point: LocalPoint): Nearest | undefined {
    const { _model: model, _projection: projection } = this;
    if (!projection || model instanceof SumLine) return undefined;
    return nearestPoint(model.surface, projection, point, REACH);
  }

  /** Moves the probe of a line to where the pointer is. */
  private _moveAlong({ x }: LocalPoint): void {
    if (!this._plot) return;
    const step = niceStep(this.domain[1] - this.domain[0], STEPS);
    this._moveProbe([Math.round(this._plot.xAt(x) / step) * step]);
  }

  private _turnTo(turn: number, tilt: number): void {
    const { value } = viewKind.read([turn, tilt].map((angle) => Math.round(angle * 10) / 10));
    if (isSameList(value, this.view)) return;
    this.setInUse('view', value);
    this.fireChange('view', value);
  }

  private _moveProbe(to: List): void {
    const probe = within(this.domain, to);
    if (isSameList(probe, this.probe)) return;
    this.setInUse('probe', probe);
    const [x, y = this._model.at(x, 0)] = probe;
    this.fire('nn-input', { x, y } satisfies NnInputDetail);
  }

  private _probeOnPlane(): Probe | undefined {
    const { probe: [x, y], domain, _model: model } = this;
    if (x === undefined || model instanceof SumLine) return undefined;
    return { u: fromDomain(x, domain), v: fromDomain(y, domain), h: model.surface.scale.of(model.at(x, y)) };
  }

  /** Returns how far a surface reaches; while it learns, no less than before, so that it keeps its place. */
  private _steadyExtent(surface: Surface): Extent {
    const { view, link, _frame: frame } = this;
    let extent = extentOf(surface, view);
    if (link.isLive && frame?.view === view && frame.scale === surface.scale) {
      const { roof, axis, hang } = frame.extent;
      extent = {
        roof: Math.max(extent.roof, roof), axis: Math.max(extent.axis, axis), hang: Math.max(extent.hang, hang),
      };
    }
    this._frame = { view, scale: surface.scale, extent };
    return extent;
  }

  /** Writes a number at the probe: one that changes by itself keeps its decimals, and with them its width. */
  private readonly _format: FormatNumber = (value, decimals = this.link.network && 2) =>
    this.strings.format(value, decimals);

  override paint(ctx: CanvasRenderingContext2D, size: Size, theme: Theme): void {
    const { strings, view, link, probe: [x = NaN], _model: model } = this;
    if (link.isBlank) return;
    const names = namesOf(model.neuron, this.inputs, strings);
    const [before, after] = strings.text('flatAtZero').split('{y}');
    const texts = {
      ...names,
      format: strings.format,
      flat: [[before, names.output, after], [strings.text('flat')]],
      fold: strings.text('fold'),
      probe: this._probeValue === '' ? [] : [names.output, ` = ${this._probeValue}`],
      moving: link.isLive,
    };
    this._projection = this._plot = undefined;
    if (model instanceof SumLine) {
      this._plot = drawLine(ctx, model.line, x, texts, size, theme);
      return;
    }
    if (model instanceof NetworkSurface) model.follow();
    const extent = this._steadyExtent(model.surface);
    const { _kept: kept } = this;
    this._projection = drawSurface(ctx, model.surface, view, this._probeOnPlane(), texts, size, theme, extent, kept);
    if (!kept.isWhole || (model instanceof NetworkSurface && !model.isWhole)) this.canvas.redraw();
  }
}

/** Returns as many biases as there are neurons, from what was given. */
function biasesInUse(element: NnNeuron, given: Matrix | undefined): Matrix {
  const hasWeights = element.isGiven('w') && !element.isUnusable('w');
  const biases = given ?? [hasWeights ? noBias : Object.freeze([DEFAULT_BIAS])];
  return Object.freeze(element.w.map((_, i) => (biases.length === 1 ? biases[0] : biases[i] ?? noBias)));
}

/** Returns a point with coordinates moved to the nearest bound. */
function within([min, max]: List, point: List): List {
  return Object.freeze(point.map((value) => clamp(value, { min, max })));
}

/** Returns the probe within the domain, of as many numbers as there are inputs. */
function probeInUse(element: NnNeuron, given: List | undefined): List {
  const { domain, domain: [min, max], inputs, link: { network, isBlank } } = element;
  if (given?.length === 0 || (!given && (network || isBlank))) return noPoint;
  const point = given ?? PROBE.map((share) => Number((min + share * (max - min)).toPrecision(6)));
  return within(domain, Array.from({ length: inputs }, (_, k) => point[k] ?? 0));
}
