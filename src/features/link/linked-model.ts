import type { ReactiveController, ReactiveElement } from 'lit';
import type { CanvasController } from '../../page/canvas-controller.js';
import type { Source } from '../../model/trainer-registry.js';
import type { TrainingRun, ViewChange } from '../../model/training-run.js';
import { durations } from '../../page/timing.js';
import type { Network, Target } from '../../core/index.js';
import { shorten } from '../../page/warnings.js';
import { ViewLink, type Fail } from './view-link.js';
import { ViewedModel } from '../../model/shown-model.js';

export interface LinkedModelOptions {
  readonly canvas: CanvasController;
  /** Of a trainer; empty for none. */
  readonly id: () => string;
  /** What a network has to be like that this one is not, to follow "expected"; undefined where it can be shown. */
  readonly lacks: (layers: readonly number[]) => string | undefined;
  /** How often the host's words follow a model that trains, in ms. */
  readonly paceMs: () => number;
  readonly fail: Fail;
}

/**
 * What a view shows of the trainer that it is linked to, where that trainer's network suits it; the host
 * shows a model of its own where there is none.
 *
 * Redraws the host in the frame of each step, and updates it when anything but the steps changed, and
 * at its pace while they do.
 */
export class LinkedModel implements ReactiveController {
  private readonly _host: ReactiveElement;
  private readonly _options: LinkedModelOptions;
  private readonly _model: ViewedModel;
  private readonly _link: ViewLink;
  private _judged = ''; // trainer and layers last looked at
  private _suits = false;
  private _ownShown = false;
  private _beginnings = 0;
  private _bySteps = false; // the next update of the host is for nothing else
  private _toldAt = -Infinity;
  private _described = '';
  private _describedAt = -Infinity;

  constructor(host: ReactiveElement, options: LinkedModelOptions) {
    this._host = host;
    this._options = options;
    this._model = new ViewedModel(options.canvas, (change) => this._onModel(change));
    this._link = new ViewLink(host, {
      id: options.id, fail: options.fail, stays: () => this.network !== undefined, onChange: () => {
        this._follow();
        host.requestUpdate();
      },
    });
    host.addController(this);
  }

  /** The trainer itself; may be set to one that has no id, or to undefined. */
  get source(): Source | undefined {
    return this._link.source;
  }

  set source(source: Source | undefined) {
    this._link.source = source;
  }

  /** Whether the page asks for a trainer, be it there or not. */
  get asked(): boolean {
    return this._link.asked;
  }

  /** The trainer's network, or its last one; undefined while the host shows its own. */
  get network(): Network | undefined {
    return this._suits ? this._model.network : undefined;
  }

  /** What that network is to learn. */
  get target(): Target | undefined {
    return this._model.viewed?.target;
  }

  /** What trains it; undefined once its trainer is gone. */
  get run(): TrainingRun | undefined {
    return this._suits ? this._link.run : undefined;
  }

  /** Whether its numbers change by themselves. */
  get live(): boolean {
    return this._suits && this._model.live;
  }

  /** Nothing is to be shown yet, not even a model of the host's own: the trainer will come, or may. */
  get blank(): boolean {
    return this._model.network === undefined && !this._ownShown && (this._link.run !== undefined || this._link.waits);
  }

  /** Another number whenever its run begins anew, or is another one. */
  get beginnings(): number {
    return this._beginnings;
  }

  hostConnected(): void {
    this._model.watch();
  }

  hostDisconnected(): void {
    this._model.unwatch();
  }

  /** For the host's `willUpdate`: looks at the page again. */
  settle(): void {
    this._link.resolve();
    this._follow();
    this._ownShown = this.network === undefined && !this.blank;
  }

  /** A description that changes no more often than it can be read. */
  describe(text: () => string): string {
    const now = performance.now();
    if (!this._bySteps || now - this._describedAt >= durations.words) {
      this._described = text();
      this._describedAt = now;
    }
    this._bySteps = false;
    return this._described;
  }

  private _follow(): void {
    const { run, asked } = this._link;
    if (run) this._model.follow(run);
    else if (asked && this._suits) this._model.release();
    else this._model.forget();
    this._judge();
  }

  private _onModel(change: ViewChange): void {
    if (change === 'start' || change === 'reset') this._beginnings++;
    this._judge();
    if (change === 'steps' && !this._suits) return;
    this._options.canvas.redraw();
    const now = performance.now();
    if (change === 'steps' && this._model.live && now - this._toldAt < this._options.paceMs()) return;
    this._toldAt = now;
    this._bySteps = change === 'steps' && this._model.live && !this._host.isUpdatePending;
    this._host.requestUpdate();
  }

  /** Whether the network can be shown; says once of each trainer's shape if not. */
  private _judge(): void {
    const { network } = this._model;
    const { id, lacks, fail } = this._options;
    const name = id();
    const judged = network ? `${name} ${network.layers.join('-')}` : '';
    if (judged === this._judged) return;
    this._judged = judged;
    const expected = network && lacks(network.layers);
    this._suits = network !== undefined && expected === undefined;
    if (!network || expected === undefined) return;
    const found = name === '' ? 'source' : `for="${shorten(name)}"`;
    fail({ code: 'link', attribute: name === '' ? '' : 'for', value: name || this.source, used: undefined, fatal: false },
      `${found}: expected ${expected}, found layers ${network.layers.join('-')}; until it has them, a model of its own is shown.`);
  }
}
