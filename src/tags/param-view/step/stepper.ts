import { motion } from '../../../page/timing.js';
import type { LocalPoint } from '../../../page/pointer-controller.js';
import type { StringsController } from '../../../page/strings-controller.js';
import type { TrainingRun, ViewChange } from '../../../model/training-run.js';
import { dissect, updateOrders, type Dissection, type Network, type Target } from '../../../core/index.js';
import { drawStep } from './diagram.js';
import { layOutStep, placeAt, type StepLayout, type StepPlace } from './diagram-layout.js';
import type { Size, Theme } from '../../../draw/types.js';
import { contentOf, type Content } from './formulas.js';
import type { Look } from './look.js';
import { keysIn, namesOf, type Names } from './names.js';
import { codeOf, groupsOf, phasesOf, type CodeLine, type Phase, type PhaseGroup } from './phases.js';
import { keysAt, layerOfRows, pictureOf } from './diagram-data.js';
import type { ViewedModel } from '../../../model/shown-model.js';

/** The element that a microscope is in. */
export interface MicroscopeHost {
  readonly strings: StringsController;
  /** Everything it shows is to be shown anew; `moved`: of another phase. */
  readonly refresh: (moved?: boolean) => void;
  /** Time in ms. */
  readonly now: () => number;
}

/** What is pointed at: names, and where it is one line of the listing, that line alone. */
export interface Pointed { readonly keys: ReadonlySet<string>; readonly line?: number }

const nothing: Pointed = { keys: new Set() };

/** Steps of the fast button. */
export const MANY_STEPS = 100;

/**
 * The state of `show="step"`: which sample is taken apart, how far the reader has come in it, and what
 * is pointed at. The model is as it was before the sample until the last phase is left.
 */
export class Microscope {
  private readonly _model: ViewedModel;
  private readonly _host: MicroscopeHost;
  private _dissection: Dissection | undefined;
  private _network: Network | undefined; // that it is of
  private _steps = 0;
  private _stale = true;
  private _takenAt = -Infinity;
  private _phase = 0;
  private _row: number | undefined;
  private _hoveredRow: number | undefined;
  private _column: number | undefined;
  private _hoveredColumn: number | undefined;
  private _pointed = nothing;
  private _codeOpen = false;
  private _turn: Promise<void> | undefined;
  private _layout: { readonly key: string; readonly layout: StepLayout } | undefined;
  private _told: { readonly text: string; readonly at: number } | undefined;

  constructor(model: ViewedModel, host: MicroscopeHost) {
    this._model = model;
    this._host = host;
  }

  /** The step taken apart, of the model as it is; undefined before there is one. What a trainer leaves behind stays. */
  get dissection(): Dissection | undefined {
    const trainer = this._run?.trainer;
    if (!this._stale || !trainer || this._run!.urgent) return this._dissection; // on its way to another step it is at none
    this._stale = false;
    this._takenAt = this._host.now();
    if (trainer.network !== this._network) this._phase = 0;
    if (trainer.network !== this._network || trainer.updateOrder !== this._dissection?.order) this._forgetWorked();
    this._network = trainer.network;
    this._steps = trainer.steps;
    this._dissection = dissect(trainer.network, trainer.peek(), trainer.learningRate, trainer.updateOrder);
    this._phase = Math.min(this._phase, this.phases.length - 1);
    return this._dissection;
  }

  /** Samples that came before. */
  get steps(): number {
    return this._steps;
  }

  get phases(): readonly Phase[] {
    const { layers, order } = this._dissection!;
    return phasesOf(layers, order);
  }

  get groups(): readonly PhaseGroup[] {
    const { layers, order } = this._dissection!;
    return groupsOf(layers, order);
  }

  get names(): Names {
    return namesOf(this._dissection!.layers);
  }

  get code(): readonly CodeLine[] {
    return codeOf(this.names, this.phases);
  }

  /** The present phase's place. */
  get phase(): number {
    return this._phase;
  }

  get pointed(): Pointed {
    return this._pointed;
  }

  /** On narrow pages the listing is folded. */
  get codeOpen(): boolean {
    return this._codeOpen;
  }

  /** What is learned, where it is a shape. */
  get target(): Target | undefined {
    return this._run?.trainer?.settings.data ? undefined : this._model.viewed?.target;
  }

  get diverged(): boolean {
    return this._run?.trainer?.diverged ?? false;
  }

  /** Whether there is a model to train; one that a trainer left behind is none. */
  get usable(): boolean {
    return this._run?.trainer !== undefined && this._run.rest !== 'unusable';
  }

  get atStart(): boolean {
    return this._phase === 0 && (!this.usable || this._steps <= this._run!.trainer!.firstStep);
  }

  get atEnd(): boolean {
    return this._phase === this.phases.length - 1;
  }

  get content(): Content {
    return contentOf(this._look, this.phases[this._phase]);
  }

  /** What is looked at, for the parts of the panel. */
  private get _look(): Look {
    const dissection = this._dissection!;
    const { activation, outputActivation, alpha } = this._network!;
    return {
      dissection, names: this.names, strings: this._host.strings, functions: [activation, outputActivation], alpha,
      row: this._hoveredRow ?? this._row, column: this._hoveredColumn ?? this._column, other: () => this._other(),
    };
  }

  /** The model is another one or has gone on; says whether that is to be shown now. */
  changed(change: ViewChange): boolean {
    if (change === 'travel') return true; // the page's clock is to wake
    this._stale = true;
    return !this._model.live || change !== 'steps' || this._host.now() - this._takenAt >= motion.numbers;
  }

  /** To the next phase, and after the last one to the next sample, which the model has learned from then. */
  readonly next = (): void => this._do(() => {
    if (!this.atEnd) return this._go(this._phase + 1);
    this._run?.step(1);
    this._go(0);
  });

  /** To the phase before, and from the first one to the last of the sample before, which the model has not learned from then. */
  readonly back = (): void => this._do(async () => {
    if (this._phase > 0) return this._go(this._phase - 1);
    if (this.atStart) return;
    const before = this._steps - 1;
    await this._run!.goTo(before);
    void this.dissection;
    if (this._steps === before) this._go(this.phases.length - 1); // it may have begun anew meanwhile
  });

  readonly wholeStep = (): void => this._do(() => {
    this._run?.step(1);
    this._go(0);
  });

  readonly manySteps = (): void => this._do(() => {
    this._run?.step(MANY_STEPS);
    this._go(this._phase);
  });

  readonly jump = (phase: number): void => this._do(() => this._go(phase));

  /** The reader chose the worked example: a row, or a column of it. */
  choose(to: { readonly row?: number; readonly column?: number }): void {
    this._row = to.row ?? this._row;
    this._column = to.column ?? this._column;
    this._hoveredRow = this._hoveredColumn = undefined;
    this._host.refresh();
  }

  /** The reader points at a row of the table and a column of it, or no longer. */
  hover(row?: number, column?: number): void {
    if (row === this._hoveredRow && column === this._hoveredColumn) return;
    this._hoveredRow = row;
    this._hoveredColumn = column;
    this._host.refresh();
  }

  /** The reader points at something with these names in it: a symbol, or a line of the listing. */
  point(text: string | undefined, line?: number): void {
    const keys = text === undefined ? [] : keysIn(text);
    this._pointAt({ keys: new Set(keys), line: keys.length > 0 ? line : undefined });
  }

  /** The reader points at the diagram, or no longer. */
  pointAt(point: LocalPoint | undefined): void {
    if (!this._layout || !this._dissection) return;
    const place = point && placeAt(this._layout.layout, point);
    this._pointAt(place ? { keys: new Set(keysAt(place, this.names)) } : nothing);
    this._hoverPlace(place);
  }

  toggleCode(): void {
    this._codeOpen = !this._codeOpen;
    this._host.refresh();
  }

  /** What the phase shows, in a sentence or two; while the model trains by itself not more often than words can be followed. */
  describe(): string {
    const { strings, now } = this._host;
    const dissection = this.dissection;
    if (!dissection) return '';
    if (this._model.live && this._told && now() - this._told.at < motion.words) return this._told.text;
    const { title, values, facts, sentences } = this.content;
    const text = strings.sentences(
      ...(this.diverged ? [strings.text('stateDiverged')] : []),
      strings.text('stepNow', {
        sample: strings.number(this._steps + 1), phase: strings.number(this._phase + 1), phases: strings.number(this.phases.length), title: strings.text(title, values),
      }),
      strings.text('facts', { facts: facts.join(', ') }),
      ...sentences,
    );
    this._told = { text, at: now() };
    return text;
  }

  paint(ctx: CanvasRenderingContext2D, { width }: Size, theme: Theme): void {
    const dissection = this.dissection;
    if (!dissection) return;
    const key = `${dissection.layers.join(' ')} ${width}`;
    if (this._layout?.key !== key) this._layout = { key, layout: layOutStep(dissection.layers, { width }) };
    const { layout } = this._layout;
    drawStep(ctx, pictureOf(this._look, this.phases[this._phase], this.content.table?.row, this._pointed.keys, layout.decimals), layout, theme);
  }

  private get _run(): TrainingRun | undefined {
    return this._model.run;
  }

  private _other(): Dissection {
    const { sample, learningRate, order, before } = this._dissection!;
    const { layers, activation, outputActivation, alpha } = this._network!;
    const [other] = updateOrders.filter((each) => each !== order);
    return dissect({ layers, activation, outputActivation, alpha, parameters: before }, sample, learningRate, other);
  }

  /** One thing after the other: going back takes a while where it is far. What is taken apart stands still. */
  private _do(act: () => void | Promise<void>): void {
    const now = (): void | Promise<void> => {
      this._run?.pause();
      void this.dissection;
      return this._dissection && act();
    };
    const turn = this._turn ? this._turn.then(now) : now();
    if (!turn) return;
    const settled = turn.finally(() => {
      if (this._turn === settled) this._turn = undefined;
    });
    this._turn = settled;
  }

  private _go(phase: number): void {
    if (phase !== this._phase) this._forgetWorked();
    this._phase = phase;
    this._host.refresh(true);
  }

  /** Rows are others. */
  private _forgetWorked(): void {
    this._row = this._column = this._hoveredRow = this._hoveredColumn = undefined;
  }

  private _pointAt(pointed: Pointed): void {
    const same = pointed.line === this._pointed.line && [...pointed.keys].join() === [...this._pointed.keys].join();
    if (same) return;
    this._pointed = pointed;
    this._host.refresh();
  }

  /** Rows of a table stand for neurons, or for what comes from them. */
  private _hoverPlace(place: StepPlace | undefined): void {
    const rows = layerOfRows(this.phases[this._phase], this.names);
    if (!place) return this.hover();
    if (place.from !== undefined && place.layer === rows) return this.hover(place.neuron, place.from);
    if (place.from !== undefined && place.layer === rows + 1 && rows === this.names.layers.length - 2) return this.hover(place.from);
    this.hover(place.from === undefined && place.layer === rows ? place.neuron : undefined);
  }
}
