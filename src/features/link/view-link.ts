import type { ReactiveControllerHost } from 'lit';
import { LinkController, type Source } from '../../model/trainer-registry.js';
import type { TrainingRun } from '../../model/training-run.js';
import type { NnErrorDetail } from '../../page/events.js';
import { shorten } from '../../page/warnings.js';

/** Warns once and fires `nn-error`, as an element does; the sentence follows the tag's name. */
export type Fail = (detail: NnErrorDetail, sentence: string) => void;

export interface ViewLinkOptions {
  /** Of a trainer; empty for none. */
  readonly id: () => string;
  /** Another trainer, or none, or time to show a model of its own. */
  readonly onChange: () => void;
  /** Whether a trainer's last model is shown, so that nothing of its own has to stand in. */
  readonly stays: () => boolean;
  readonly fail: Fail;
}

/** A view's link to a trainer: who it is, and whether it may still come. */
export class ViewLink {
  private readonly _link: LinkController;
  private readonly _options: ViewLinkOptions;
  private _id = '';
  private _patient = true;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ViewLinkOptions) {
    this._options = options;
    this._link = new LinkController(host, { id: options.id, onChange: () => options.onChange(), onMissing: (id) => this._onMissing(id) });
  }

  /** The element linked to, by its id or by script. */
  get source(): Source | undefined {
    return this._link.source;
  }

  set source(source: Source | undefined) {
    this._patient = true;
    this._link.source = source;
    this._options.onChange();
  }

  /** What the trainer trains; undefined where there is none on the page. */
  get run(): TrainingRun | undefined {
    return this._link.run;
  }

  /** Whether a trainer is asked for, be it there or not. */
  get asked(): boolean {
    return this._link.source !== undefined || this._options.id() !== '';
  }

  /** Whether it may still come: the page has not had its time. */
  get waits(): boolean {
    return this._patient && this.asked;
  }

  /** Looks at the id again. */
  resolve(): void {
    const id = this._options.id();
    if (id !== this._id) this._patient = true;
    this._id = id;
    this._link.hostUpdate();
  }

  private _onMissing(id: string): void {
    this._patient = false;
    const found = id === '' ? 'source: expected' : `for="${shorten(id)}": expected the id of`;
    const instead = this._options.stays() ? 'the last model stays' : 'a model of its own is shown';
    this._options.fail({ code: 'link', attribute: id === '' ? '' : 'for', value: id || this.source, used: undefined, fatal: false },
      `${found} an <nn-circle-trainer> on this page; until it comes, ${instead}.`);
    this._options.onChange();
  }
}
