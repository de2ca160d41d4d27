import type { ReactiveController } from 'lit';
import type { ModelState, Network, Target } from '../../core/index.js';
import type { FigureElement } from '../../element/figure-element.js';
import { markup, type Attributes } from '../../element/markup.js';
import { ShownModel, type ModelHost, type ModelInView } from '../../model/shown-model.js';
import { trainers } from '../../model/trainer-registry.js';
import type { TrainingRun, ViewChange } from '../../model/training-run.js';
import { shorten } from '../../page/warnings.js';

/** An element that shows the model of a trainer live. */
export type LinkHost = FigureElement & ModelHost & {
  /** Id of the trainer; empty for none. */
  readonly htmlFor: string;
  /**
   * Returns what a trainer must be like, to follow "expected", where a network of these layers cannot be shown;
   * undefined where it can.
   */
  misfitOfLayers?(layers: readonly number[]): string | undefined;
};

/** How long a page has, once it is read, to bring the trainer that a view is linked to, in ms. */
const PATIENCE_MS = 1000;

/** The id of a trainer without one where it is copied along with a view. */
const NAMELESS = 'nn-trainer';

/**
 * Links a view to the trainer whose id is in `for`, or that a script gives, in whatever order elements come, are
 * replaced and renamed. Where there is none, or its network does not suit the view, the host shows its own model.
 *
 * Redraws the host in the frame of each training step, and updates it when anything else has changed, and at its
 * pace while the trainer trains. The host calls `resolve` in its `willUpdate`.
 */
export class TrainerLink implements ReactiveController, ModelInView {
  private readonly _host: LinkHost;
  private readonly _model: ShownModel;
  private _given: HTMLElement | undefined; // by script
  private _asked: HTMLElement | string = ''; // for by script or id
  private _source: HTMLElement | undefined;
  private _run: TrainingRun | undefined; // of the source, if that is a trainer on the page
  private _missing: HTMLElement | string | undefined; // which is waited for, or was in vain
  private _wait: AbortController | undefined;
  private _hasWaited = false;
  private _followed: HTMLElement | string = ''; // what was asked for when there was a trainer last
  private _judged = ''; // id and layers
  private _isMisfit = false;
  private _isOwnShown = false;
  private _beginnings = 0;

  constructor(host: LinkHost) {
    this._host = host;
    this._model = new ShownModel(host, (change) => this._onModelChange(change));
    host.addController(this);
  }

  /** The trainer; may be set to one that has no id, and to undefined to go back to the id. */
  get source(): HTMLElement | undefined {
    return this._source;
  }

  set source(source: HTMLElement | undefined) {
    this._given = source;
    this._find();
    this._host.requestUpdate();
  }

  /** Whether the page asks for a trainer, by id or by script. */
  get isAsked(): boolean {
    return this._asked !== '';
  }

  /** Whether the trainer is on the page. It may not have a model yet. */
  get isFound(): boolean {
    return this._run !== undefined;
  }

  /** The trainer's network, or its last one; undefined where the host shows its own. */
  get network(): Network | undefined {
    return this._isMisfit ? undefined : this._model.network;
  }

  /** The target that this network is to learn. */
  get target(): Target | undefined {
    return this._model.target;
  }

  /** The run that trains it; undefined once the trainer is gone. */
  get run(): TrainingRun | undefined {
    return this.network && this._run;
  }

  /** Whether that network is training now. */
  get isLive(): boolean {
    return !this._isMisfit && this._model.isLive;
  }

  /** Whether nothing is to be shown yet, not even the host's own model, as the trainer may still come. */
  get isBlank(): boolean {
    const mayCome = this._run !== undefined || (this.isAsked && !this._hasWaited);
    return mayCome && this._model.network === undefined && !this._isOwnShown;
  }

  /** Says that the page asks for a trainer which the host cannot show; undefined where it can, or still may. */
  get note(): string | undefined {
    const isVain = this._isMisfit || (this.isAsked && this._hasWaited && !this.network);
    return isVain ? this._host.strings.text('unlinked') : undefined;
  }

  /** Counts how often the run has begun or been replaced. */
  get beginnings(): number {
    return this._beginnings;
  }

  hostConnected(): void {
    trainers.addListener(this._onRegistryChange);
    this._onRegistryChange();
  }

  hostDisconnected(): void {
    trainers.removeListener(this._onRegistryChange);
    this._waitFor(undefined);
    this._source = this._given;
    this._run = undefined;
  }

  /** Looks for the trainer again, whose id may have changed. */
  resolve(): void {
    this._find();
    this._isOwnShown = this.network === undefined && !this.isBlank;
  }

  /** Returns a description that changes no more often than it can be read while the trainer trains. */
  describe(text: () => string): string {
    return this._model.describe(text);
  }

  /** Resolves when the trainer has come to the step that it is going to. */
  async arrival(): Promise<void> {
    await this._run?.arrival();
  }

  /** Returns the state of the trainer, or its last network; undefined where the host shows its own. */
  getState(): ModelState | undefined {
    return this.network && this._model.getState();
  }

  /**
   * Returns the HTML of the view with these attributes together with that of its trainer as it is now, which is
   * hidden; undefined where the view shows no trainer on the page.
   */
  async toHtml(attributes: Attributes): Promise<string | undefined> {
    if (!this._run || this._isMisfit) return undefined;
    const trainer = this._source as HTMLElement & { toHtml(attributes: Attributes): Promise<string> };
    const id = trainer.id || NAMELESS;
    const view = markup(this._host.localName, [['for', id], ...attributes]);
    return `${await trainer.toHtml([['id', id], ['hidden', '']])}\n${view}`;
  }

  private readonly _onRegistryChange = (): void => {
    if (this._find()) this._host.requestUpdate();
  };

  /** Finds the trainer and follows its model; returns whether the trainer or its run has changed. */
  private _find(): boolean {
    const { _host: host, _source: formerSource, _run: formerRun } = this;
    const asked = this._given ?? host.htmlFor;
    if (asked !== this._asked) this._hasWaited = false;
    this._asked = asked;
    this._source = this._given ?? (host.isConnected && asked !== '' ? trainers.find(host, host.htmlFor) : undefined);
    this._run = host.isConnected && this._source ? trainers.runOf(this._source) : undefined;
    this._waitFor(this._run || asked === '' || !host.isConnected ? undefined : asked);
    if (this._run) {
      this._followed = asked;
      this._model.follow(this._run);
    } else if (this.isAsked && this.network) {
      this._model.release();
    } else {
      this._model.forget();
    }
    this._judge();
    return this._source !== formerSource || this._run !== formerRun;
  }

  /** Gives the page time to bring a trainer, and reports it if it does not come; undefined ends the wait. */
  private _waitFor(asked: HTMLElement | string | undefined): void {
    if (asked === this._missing) return;
    this._missing = asked;
    this._wait?.abort();
    const view = this._host.ownerDocument.defaultView;
    if (asked === undefined || !view) return;
    const { signal } = (this._wait = new AbortController());
    const begin = (): void => {
      const timer = view.setTimeout(() => this._onMissing(), PATIENCE_MS);
      signal.addEventListener('abort', () => view.clearTimeout(timer));
    };
    if (view.document.readyState === 'loading') {
      view.document.addEventListener('DOMContentLoaded', begin, { signal, once: true });
    } else {
      begin();
    }
  }

  private _onMissing(): void {
    this._hasWaited = true;
    if (this._asked !== this._followed) this._model.forget(); // the last model is that of another trainer
    const isId = typeof this._asked === 'string';
    const instead = this.network ? 'the last model stays' : 'a model of its own is shown';
    this._report(`${isId ? 'the id of ' : ''}an <nn-circle-trainer> on this page; until it comes, ${instead}`);
    this._host.requestUpdate();
  }

  private _onModelChange(change: ViewChange): void {
    if (change === 'start' || change === 'reset') this._beginnings++;
    this._judge();
    if (change !== 'steps' || !this._isMisfit) this._model.refresh(change);
  }

  /** Decides whether the network can be shown, and reports once for each id and shape if it cannot. */
  private _judge(): void {
    const { network } = this._model;
    const layers = network?.layers.join('-');
    const judged = network ? `${this._host.htmlFor} ${layers}` : '';
    if (judged === this._judged) return;
    this._judged = judged;
    const expected = network && this._host.misfitOfLayers?.(network.layers);
    this._isMisfit = expected !== undefined;
    if (this._isMisfit) {
      this._report(`${expected}, found layers ${layers}; until it has them, a model of its own is shown`);
    }
  }

  private _report(expected: string): void {
    const { _asked: value } = this;
    const [attribute, found] = typeof value === 'string' ? ['for', `for="${shorten(value)}"`] : ['', 'source'];
    const detail = { code: 'link', attribute, value, used: undefined, fatal: false } as const;
    this._host.report(detail, `${found}: expected ${expected}.`);
  }
}
