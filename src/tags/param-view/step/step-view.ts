import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { dissect, type Dissection, type Network, type Target } from '../../../core/index.js';
import type { Size, Theme } from '../../../draw/types.js';
import type { TrainingRun, ViewChange } from '../../../model/training-run.js';
import type { LocalPoint } from '../../../page/pointer-controller.js';
import { durations, Throttle } from '../../../page/timing.js';
import { badge } from '../../../ui/badge.js';
import { icons } from '../../../ui/buttons.js';
import type { Layout } from '../network-layout.js';
import type { NnParamView } from '../nn-param-view.js';
import { contentOf, headOf, type PhaseContent } from './content.js';
import { exampleAt, namesAt, pictureOf } from './diagram-data.js';
import { drawStep, layOutStep, placeAt } from './diagram.js';
import { fitFormulas } from './formula-fit.js';
import { mentions, namesIn, StepNames } from './names.js';
import { NotationController, withoutBraces } from './notation.js';
import { panel, revealExample } from './panel.js';
import { codeOf, groupOf, phasesOf, type Phase, type ShownStep } from './phases.js';
import { placeOf, SharedPlace } from './shared-place.js';
import type { Example } from './worked-neuron.js';

/** Samples that one button lets the model learn at once. */
const MANY_SAMPLES = 100;

/**
 * Shows the next training step of a model phase by phase, for `show="step"`.
 *
 * The model stays as it was before the sample until the reader leaves the last phase.
 */
export class StepView implements ReactiveController {
  /** Program names that the reader points at, and the index of the line if it is in the listing. */
  pointed: { readonly names: ReadonlySet<string>; readonly line?: number } = { names: new Set() };
  readonly notation: NotationController;
  private readonly _host: NnParamView;
  private readonly _numbersThrottle = new Throttle();
  private readonly _wordsThrottle = new Throttle();
  private _network: Network | undefined; // whose step is taken apart
  private _dissection: Dissection | undefined;
  private _steps = 0; // of training before the sample
  private _isStale = true;
  private _place = new SharedPlace();
  private _hovered: Example = {};
  private _isListingOpen = false; // matters on narrow pages
  private _pending: Promise<void> | undefined; // actions of the reader
  private _description = '';
  private _painted: Pick<Network, 'layers'> & { readonly width: number; readonly layout: Layout } | undefined;

  constructor(host: NnParamView) {
    this._host = host;
    this.notation = new NotationController(host, this._refresh);
    host.addController(this);
  }

  hostConnected(): void {
    this._place.onChange.add(this._onPlaceChange);
  }

  hostDisconnected(): void {
    this._place.onChange.delete(this._onPlaceChange);
  }

  /** Renders what stands around the picture, which has its place in `.space`; nothing before there is a model. */
  render(): TemplateResult | undefined {
    if (!this._takeApart()) return undefined;
    void this._fit();
    const leave = (): void => this._point(undefined);
    const enter = ({ target }: Event): void => {
      const { names, line } = (target as Element).closest<HTMLElement>('[data-names]')?.dataset ?? {};
      this._point(names, line === undefined ? undefined : Number(line));
    };
    return html`
      ${this._diverged ? badge(this._host.strings.text('diverged')) : nothing}
      <div class="microscope" @keydown=${moveFocus}
        @pointerover=${enter} @pointerleave=${leave} @focusin=${enter} @focusout=${leave}>
        <div class="sheet">
          ${this._phaseBar()}<div class="space"></div>
          ${panel(this)}${this._listing()}${this._buttons()}
        </div>
      </div>`;
  }

  /** Draws the present phase of the network. */
  paint(ctx: CanvasRenderingContext2D, { width }: Size, theme: Theme): void {
    if (!this._takeApart()) return;
    const { layers } = this._dissection!;
    if (layers !== this._painted?.layers || width !== this._painted.width) {
      this._painted = { layers, width, layout: layOutStep(layers, { width }) };
      void this._fit();
    }
    const { layout } = this._painted;
    const { phase, pointed: { names } } = this;
    drawStep(ctx, pictureOf(this.shown, phase, this.content.table?.row, names, layout.decimals), layout, theme);
  }

  /** Describes the present phase in a few sentences, which change only as fast as words can be read. */
  description(): string {
    const { strings, model } = this._host;
    if (!this._takeApart()) return '';
    if (!this._wordsThrottle.isDue(this._now, model.isLive ? durations.words : 0)) return this._description;
    const { title, facts, sentences = [] } = this.content;
    this._description = withoutBraces(strings.sentences(
      ...(this._diverged ? [strings.text('stateDiverged')] : []),
      strings.text('stepNow', { ...this._position(), sample: this._sample, title }),
      strings.text('facts', { facts: facts.join(', ') }),
      ...sentences,
    ));
    return this._description;
  }

  /** Makes what the reader points at in the picture the example; undefined where the pointer has left. */
  onHover(point: LocalPoint | undefined): void {
    if (!this._dissection || this._painted?.layers !== this._dissection.layers) return;
    const place = point && placeAt(this._painted.layout, point);
    this._setPointed(place ? namesAt(place, this.shown.names) : []);
    this.hover(place && exampleAt(place, this.phase, this.shown.names));
  }

  /** Makes the neuron or the weight under the point the example from now on; returns whether there is one. */
  onTap(point: LocalPoint): boolean {
    this.onHover(point);
    const { row, column } = this._hovered;
    if (row !== undefined) this.choose(column === undefined ? { row } : { row, column });
    return row !== undefined;
  }

  /** Shows the model as it is now; while it plays, only as often as numbers can be read. */
  onModelChange(change: ViewChange): void {
    if (change !== 'travel') {
      const everyMs = change === 'steps' && this._host.model.isLive ? durations.numbers : 0;
      if (!this._numbersThrottle.isDue(this._now, everyMs)) return; // picture and words keep to the sample they show
      this._isStale = true;
    }
    if (this._host.show === 'step') this._refresh();
  }

  /** What is shown; there is a step whenever something is rendered. */
  get shown(): ShownStep {
    const { _dissection, _network, _hovered: hovered } = this;
    const names = new StepNames(_dissection!.layers);
    const chosen = this._place.chosen.in(this.phase, names);
    return {
      dissection: _dissection!, network: _network!, names, strings: this._host.strings, notation: this.notation.value,
      row: hovered.row ?? chosen.row, column: hovered.column ?? chosen.column, isMoving: this._host.model.isLive,
    };
  }

  get phase(): Phase {
    return this._phases[Math.min(this._place.phase, this._phases.length - 1)];
  }

  get content(): PhaseContent {
    return contentOf(this.shown, this.phase);
  }

  /** What the model learns, if it is a shape and not data. */
  get target(): Target | undefined {
    return this._run?.trainer?.settings.data ? undefined : this._host.model.target;
  }

  /** Makes a row of the table, or a column, the example from now on, through phases and steps. */
  choose(example: Example): void {
    this._place.chosen.choose(example, this.phase, this.shown.names);
    this._hovered = {};
    this._place.tell();
  }

  /** Makes a row of the table, and a column, the example while the reader points at it. */
  hover({ row, column }: Example = {}): void {
    if (row === this._hovered.row && column === this._hovered.column) return;
    this._hovered = { row, column };
    this._refresh();
  }

  private get _run(): TrainingRun | undefined {
    return this._host.model.run;
  }

  private get _diverged(): boolean {
    return this._run?.trainer?.diverged ?? false;
  }

  private get _now(): number {
    return this._host.ownerDocument.defaultView?.performance.now() ?? 0;
  }

  private get _phases(): readonly Phase[] {
    return phasesOf(this._dissection!.layers, this._dissection!.order);
  }

  /** Whether there is nothing before: no phase of this sample, and no sample that the run can go back to. */
  private get _isAtStart(): boolean {
    return this._place.phase === 0 && (!this._canTrain || this._steps <= this._run!.trainer!.firstStep);
  }

  private get _isAtEnd(): boolean {
    return this._place.phase === this._phases.length - 1;
  }

  /** Whether the model can learn: what a trainer left behind cannot. */
  private get _canTrain(): boolean {
    return this._run?.trainer !== undefined && this._run.rest !== 'unusable';
  }

  /**
   * Takes the next step of the model apart, if the model has changed. The last step of a trainer that is gone stays,
   * and so does the present one while the run is on its way to another.
   */
  private _takeApart(): Dissection | undefined {
    const trainer = this._run?.trainer;
    if (trainer) this._join(placeOf(this._run!));
    if (!this._isStale || !trainer || this._run!.urgent) return this._dissection;
    const { network, updateOrder, learningRate } = trainer;
    this._isStale = false;
    if (network !== this._network || updateOrder !== this._dissection?.order) this._hovered = {};
    this._place.show(network);
    this._network = network;
    this._steps = trainer.steps;
    this._dissection = dissect(network, trainer.peek(), learningRate, updateOrder);
    this._place.phase = Math.min(this._place.phase, this._phases.length - 1);
    return this._dissection;
  }

  /** Goes to the next phase; from the last one the model learns the sample, and the next sample comes. */
  private _next(): void {
    if (this._isAtEnd) this._train(1, 0);
    else this._goTo(this._place.phase + 1);
  }

  /** Goes to the phase before; from the first one to the last of the sample before, which the model then unlearns. */
  private async _back(): Promise<void> {
    if (this._place.phase > 0) return this._goTo(this._place.phase - 1);
    if (this._isAtStart) return;
    const before = this._steps - 1;
    await this._run!.goTo(before);
    this._takeApart();
    if (this._steps === before) this._goTo(this._phases.length - 1); // a new run may have begun meanwhile
  }

  private _train(samples: number, phase: number): void {
    this._run?.step(samples);
    this._goTo(phase);
  }

  private _goTo(phase: number): void {
    this._place.phase = phase;
    this._place.tell();
  }

  /** Goes along with the other microscopes of a run. */
  private _join(place: SharedPlace): void {
    if (place === this._place) return;
    this._place.onChange.delete(this._onPlaceChange);
    this._place = place;
    if (this._host.isConnected) place.onChange.add(this._onPlaceChange);
  }

  private readonly _onPlaceChange = (): void => {
    this._hovered = {};
    this._refresh();
    void this._host.updateComplete.then(() => revealExample(this._host.renderRoot));
  };

  private async _fit(): Promise<void> {
    await this._host.updateComplete;
    fitFormulas(this._host.renderRoot);
  }

  /** Does one action after the other, on a model that is paused: going far back takes several frames. */
  private _act(action: () => void | Promise<void>): void {
    const begin = (): void | Promise<void> => {
      this._run?.pause();
      return this._takeApart() && action();
    };
    const pending = this._pending ? this._pending.then(begin) : begin();
    if (!pending) return;
    const settled = pending.finally(() => {
      if (this._pending === settled) this._pending = undefined;
    });
    this._pending = settled;
  }

  /** Lights up the names in a symbol or in a line of the listing, which the reader points at; undefined ends it. */
  private _point(text: string | undefined, line?: number): void {
    const names = text === undefined ? [] : namesIn(text);
    this._setPointed(names, names.length > 0 ? line : undefined);
  }

  private _setPointed(names: readonly string[], line?: number): void {
    const pointed = { names: new Set(names), line };
    const isSame = line === this.pointed.line && [...pointed.names].join() === [...this.pointed.names].join();
    if (isSame) return;
    this.pointed = pointed;
    this._refresh();
  }

  private readonly _refresh = (): void => {
    this._host.canvas.redraw();
    this._host.requestUpdate();
  };

  private get _sample(): string {
    return this._host.strings.number(this._steps + 1);
  }

  /** Numbers for the text `2 / 8`. */
  private _position(phase = this._place.phase): { phase: string; phases: string } {
    return { phase: this._host.strings.number(phase + 1), phases: this._host.strings.number(this._phases.length) };
  }

  private _phaseBar(): TemplateResult {
    const { _place: { phase: now }, _host: { strings }, shown } = this;
    const groups = this._phases.map((phase) => groupOf(phase, this._dissection!.order));
    const nameOf = (k: number): string =>
      withoutBraces(`${strings.text('phaseOf', this._position(k))} ${headOf(shown, this._phases[k]).title}`);
    const segments = groups.map((_, k) => html`
      <button class="segment ${k < now ? 'done' : k === now ? 'now' : ''}" part="button"
        aria-label=${nameOf(k)} aria-current=${k === now ? 'step' : nothing}
        @click=${() => this._act(() => this._goTo(k))}></button>`);
    const group = (name: (typeof groups)[number]): TemplateResult => {
      const own = segments.filter((_, k) => groups[k] === name);
      return html`
        <div class="group" role="group" aria-label=${strings.text(name)} .style=${`--_count: ${own.length}`}>
          <span class="name ${groups[now] === name ? 'now' : ''}" aria-hidden="true">${strings.text(name)}</span>
          ${own}
        </div>`;
    };
    const [before, after = ''] = strings.text('sample').split('{number}');
    return html`
      <div class="stepper">
        ${[...new Set(groups)].map(group)}
        <p class="sample">${before}<b>${this._sample}</b>${after}</p>
      </div>`;
  }

  private _listing(): TemplateResult {
    const { pointed: { names, line }, _isListingOpen: isOpen, _place: { phase: now } } = this;
    const toggle = (): void => {
      this._isListingOpen = !isOpen;
      this._refresh();
    };
    const item = (text: string, phase: number, k: number): TemplateResult => {
      const isLit = line === undefined ? mentions(text, names) : line === k;
      return html`
        <li class="${phase === now ? 'now' : ''} ${isLit ? 'pointed' : ''}" data-names=${text} data-line=${k}
          tabindex=${k === 0 ? 0 : -1}><code>${text}</code></li>`;
    };
    return html`
      <div class="code">
        <button class="fold" part="button" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls="code"
          @click=${toggle}>${icons.open}<span>${this._host.strings.text('code')}</span></button>
        <ol id="code" class=${isOpen ? 'open' : ''}>${
          codeOf(this.shown.names, this._phases).map(({ text, phase }, k) => item(text, phase, k))}</ol>
      </div>`;
  }

  /** The button to go on has room for both its texts, so that nothing moves at the last phase. */
  private _buttons(): TemplateResult {
    const { _isAtEnd: isAtEnd, _host: { strings } } = this;
    const isStuck = !this._canTrain || this._diverged;
    const next = html`
      <span class=${isAtEnd ? 'later' : ''}>${strings.text('next')}</span>
      <span class=${isAtEnd ? '' : 'later'}>${strings.text('nextSample')}</span>`;
    const button = (name: string, isDisabled: boolean, onClick: () => void, content: unknown): TemplateResult =>
      html`<button class="text ${name}" part="button" ?disabled=${isDisabled} @click=${onClick}>${content}</button>`;
    const whole = (): void => this._act(() => this._train(1, 0));
    const count = strings.number(MANY_SAMPLES);
    const many = (): void => this._act(() => this._train(MANY_SAMPLES, this._place.phase));
    return html`
      <div class="foot">
        ${button('back', this._isAtStart, () => this._act(() => this._back()), strings.text('back'))}
        ${button('next', isStuck && isAtEnd, () => this._act(() => this._next()), next)}
        <span class="position">${strings.text('phaseOf', this._position())}</span>
      </div>
      <div class="ahead">
        ${button('quiet finish', isStuck, whole, strings.text('wholeStep'))}
        ${button('quiet many', isStuck, many, strings.text('manySteps', { count }))}
      </div>`;
  }
}

/** Arrow keys go from symbol to symbol and from line to line, which are one stop of Tab. */
function moveFocus(event: KeyboardEvent): void {
  const { key } = event;
  const by = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  const from = (event.target as Element).closest<HTMLElement>('[data-names][tabindex]');
  if (by === 0 || !from) return;
  event.preventDefault();
  const all = [...from.closest('.panel, .code')!.querySelectorAll<HTMLElement>('[data-names][tabindex]')];
  all[all.indexOf(from) + by]?.focus();
}
