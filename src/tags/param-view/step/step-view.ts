import type { LitElement, TemplateResult } from 'lit';
import { dissect, type Dissection, type Network, type Target } from '../../../core/index.js';
import type { Size, Theme } from '../../../draw/types.js';
import type { ViewedModel } from '../../../model/shown-model.js';
import type { TrainingRun, ViewChange } from '../../../model/training-run.js';
import type { CanvasController } from '../../../page/canvas-controller.js';
import type { LocalPoint } from '../../../page/pointer-controller.js';
import type { StringsController } from '../../../page/strings-controller.js';
import { durations } from '../../../page/timing.js';
import { restoreFocus } from '../../../ui/buttons.js';
import { exampleAt, namesAt, pictureOf } from './diagram-data.js';
import { layOutStep, placeAt, type StepLayout } from './diagram-layout.js';
import { drawStep } from './diagram.js';
import { contentOf, type PhaseContent } from './content.js';
import { namesIn, StepNames } from './names.js';
import { revealExample } from './panel.js';
import { phasesOf, type Example, type Phase, type ShownStep } from './phases.js';
import { template } from './template.js';

/** The element that a step is shown in. */
export interface StepHost extends LitElement {
  readonly strings: StringsController;
  readonly canvas: CanvasController;
  readonly model: ViewedModel;
  readonly show: string;
}

/** What the reader points at: program names, or one line of the listing, which has its place too. */
interface Pointed { readonly names: ReadonlySet<string>; readonly line?: number }

const nothing: Pointed = { names: new Set() };

/**
 * Shows the next training step of a model phase by phase, for `show="step"`. The element calls `render`, `paint`,
 * `description`, `onHover` and `onModelChange`; the templates of this folder use the rest.
 *
 * The model stays as it was before the sample until the reader leaves the last phase.
 */
export class StepView {
  private readonly _host: StepHost;
  private _network: Network | undefined; // whose step is taken apart
  private _dissection: Dissection | undefined;
  private _steps = 0;
  private _isStale = true;
  private _dissectedAt = -Infinity;
  private _phase = 0;
  private _chosen: Example = {};
  private _hovered: Example = {};
  private _pointed = nothing;
  private _isCodeOpen = false;
  private _pending: Promise<void> | undefined; // actions of the reader
  private _painted: { readonly layers: readonly number[]; readonly width: number; readonly layout: StepLayout } | undefined;
  private _described: { readonly text: string; readonly time: number } | undefined;

  constructor(host: StepHost) {
    this._host = host;
  }

  /** Returns what stands around and beside the picture; nothing before there is a model. */
  render(): TemplateResult | undefined {
    return this._takeApart() && template(this);
  }

  paint(ctx: CanvasRenderingContext2D, { width }: Size, theme: Theme): void {
    if (!this._takeApart()) return;
    const { layers } = this.dissection;
    if (layers !== this._painted?.layers || width !== this._painted.width) {
      this._painted = { layers, width, layout: layOutStep(layers, { width }) };
    }
    const { layout } = this._painted;
    const row = this.content.table?.row;
    const picture = pictureOf(this._shown, this.phases[this._phase], row, this._pointed.names, layout.decimals);
    drawStep(ctx, picture, layout, theme);
  }

  /** Describes the present phase in a few sentences; while the model plays, they change only as fast as words can be read. */
  description(): string {
    if (!this._takeApart()) return '';
    const { strings, model } = this._host;
    if (model.live && this._described && this._now - this._described.time < durations.words) return this._described.text;
    const { title, values, facts, sentences = [] } = this.content;
    const text = strings.sentences(
      ...(this.diverged ? [strings.text('stateDiverged')] : []),
      strings.text('stepNow', {
        sample: strings.number(this.sample), phase: strings.number(this._phase + 1),
        phases: strings.number(this.phases.length), title: strings.text(title, values),
      }),
      strings.text('facts', { facts: facts.join(', ') }),
      ...sentences,
    );
    this._described = { text, time: this._now };
    return text;
  }

  /** Takes what the reader points at in the picture for the example; undefined where the pointer has left. */
  onHover(point: LocalPoint | undefined): void {
    if (!this._dissection || this._painted?.layers !== this._dissection.layers) return;
    const place = point && placeAt(this._painted.layout, point);
    this._setPointed(place ? { names: new Set(namesAt(place, this.names)) } : nothing);
    this.hover(place && exampleAt(place, this.phases[this._phase], this.names));
  }

  /** Shows the model as it is now, at most as often as numbers can be read while it plays. */
  onModelChange(change: ViewChange): void {
    if (change !== 'travel') {
      this._isStale = true;
      const isBusy = change === 'steps' && this._host.model.live;
      if (isBusy && this._now - this._dissectedAt < durations.numbers) return;
    }
    if (this._host.show === 'step') this._refresh();
  }

  get strings(): StringsController {
    return this._host.strings;
  }

  /** The step shown; there is one whenever something is rendered. */
  get dissection(): Dissection {
    return this._dissection!;
  }

  /** Number of the sample, from 1. */
  get sample(): number {
    return this._steps + 1;
  }

  get phases(): readonly Phase[] {
    return phasesOf(this.dissection.layers, this.dissection.order);
  }

  get names(): StepNames {
    return new StepNames(this.dissection.layers);
  }

  get content(): PhaseContent {
    return contentOf(this._shown, this.phases[this._phase]);
  }

  /** Index of the present phase. */
  get phase(): number {
    return this._phase;
  }

  get pointed(): Pointed {
    return this._pointed;
  }

  /** Whether the listing is unfolded where the page is narrow. */
  get isCodeOpen(): boolean {
    return this._isCodeOpen;
  }

  /** What the model learns, where it is a shape and not data. */
  get target(): Target | undefined {
    return this._run?.trainer?.settings.data ? undefined : this._host.model.viewed?.target;
  }

  get diverged(): boolean {
    return this._run?.trainer?.diverged ?? false;
  }

  /** Whether the model can learn: what a trainer left behind cannot. */
  get canTrain(): boolean {
    return this._run?.trainer !== undefined && this._run.rest !== 'unusable';
  }

  get isAtStart(): boolean {
    return this._phase === 0 && (!this.canTrain || this._steps <= this._run!.trainer!.firstStep);
  }

  get isAtEnd(): boolean {
    return this._phase === this.phases.length - 1;
  }

  /** Goes to the next phase; from the last one the model learns the sample, and the next sample comes. */
  next(): void {
    this._act(() => {
      if (!this.isAtEnd) return this._goTo(this._phase + 1);
      this._run?.step(1);
      this._goTo(0);
    });
    void restoreFocus(this._host, '.back');
  }

  /** Goes to the phase before; from the first one to the last of the sample before, which the model then has not learned. */
  back(): void {
    this._act(async () => {
      if (this._phase > 0) return this._goTo(this._phase - 1);
      if (this.isAtStart) return;
      const before = this._steps - 1;
      await this._run!.goTo(before);
      this._takeApart();
      if (this._steps === before) this._goTo(this.phases.length - 1); // a new run may have begun meanwhile
    });
    void restoreFocus(this._host, '.next');
  }

  /** Lets the model learn `count` samples, and goes to `phase` of the one after; without it the phase stays. */
  train(count: number, phase?: number): void {
    this._act(() => {
      this._run?.step(count);
      this._goTo(phase ?? this._phase);
    });
  }

  jump(phase: number): void {
    this._act(() => this._goTo(phase));
  }

  /** Takes a row of the table, or a column, for the example from now on. */
  choose(example: Example): void {
    this._chosen = { ...this._chosen, ...example };
    this._hovered = {};
    this._refresh();
  }

  /** Takes a row of the table, and its column, for the example while the reader points at it. */
  hover({ row, column }: Example = {}): void {
    if (row === this._hovered.row && column === this._hovered.column) return;
    this._hovered = { row, column };
    this._refresh();
  }

  /** Lights up the names in a symbol or in a line of the listing, which the reader points at; undefined ends it. */
  point(text: string | undefined, line?: number): void {
    const names = text === undefined ? [] : namesIn(text);
    this._setPointed({ names: new Set(names), line: names.length > 0 ? line : undefined });
  }

  toggleCode(): void {
    this._isCodeOpen = !this._isCodeOpen;
    this._refresh();
  }

  private get _run(): TrainingRun | undefined {
    return this._host.model.run;
  }

  private get _shown(): ShownStep {
    const { _chosen: chosen, _hovered: hovered } = this;
    return {
      dissection: this.dissection, network: this._network!, names: this.names, strings: this.strings,
      row: hovered.row ?? chosen.row, column: hovered.column ?? chosen.column,
    };
  }

  private get _now(): number {
    return this._host.ownerDocument.defaultView?.performance.now() ?? 0;
  }

  /**
   * Takes the next step of the model apart, if the model has changed. The last step of a trainer that is gone stays,
   * and so does the present one while the run is on its way to another.
   */
  private _takeApart(): Dissection | undefined {
    const trainer = this._run?.trainer;
    if (!this._isStale || !trainer || this._run!.urgent) return this._dissection;
    const { network, updateOrder, learningRate } = trainer;
    this._isStale = false;
    this._dissectedAt = this._now;
    if (network !== this._network) this._phase = 0;
    if (network !== this._network || updateOrder !== this._dissection?.order) this._forgetExample();
    this._network = network;
    this._steps = trainer.steps;
    this._dissection = dissect(network, trainer.peek(), learningRate, updateOrder);
    this._phase = Math.min(this._phase, this.phases.length - 1);
    return this._dissection;
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

  private _goTo(phase: number): void {
    if (phase !== this._phase) this._forgetExample();
    this._phase = phase;
    this._refresh();
    void this._host.updateComplete.then(() => revealExample(this._host.renderRoot));
  }

  /** For a phase whose table has other rows. */
  private _forgetExample(): void {
    this._chosen = this._hovered = {};
  }

  private _setPointed(pointed: Pointed): void {
    const { names, line } = this._pointed;
    if (pointed.line === line && [...pointed.names].join() === [...names].join()) return;
    this._pointed = pointed;
    this._refresh();
  }

  private _refresh(): void {
    this._host.canvas.redraw();
    this._host.requestUpdate();
  }
}
