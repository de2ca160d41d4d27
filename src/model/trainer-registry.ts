import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TrainingRun } from './training-run.js';

/** An element that views can be linked to by its id. */
export type Source = HTMLElement;

/** How long a page has, once it is read, to bring the source of an id, in ms. */
const PATIENCE_MS = 1000;

/** The trainers on the page, each with its run, for the views that are linked to one. */
class TrainerRegistry {
  private readonly _runs = new Map<Element, TrainingRun>();
  private readonly _listeners = new Set<() => void>();

  add(trainer: Element, run: TrainingRun): void {
    this._runs.set(trainer, run);
    this.notify();
  }

  delete(trainer: Element): void {
    if (this._runs.delete(trainer)) this.notify();
  }

  /** Returns what the element trains; undefined unless it is a trainer on the page. */
  runOf(element: Element): TrainingRun | undefined {
    return this._runs.get(element);
  }

  /** Returns the trainer of this id: in the root of `from` if there is one, else in its document. */
  find(from: Element, id: string): HTMLElement | undefined {
    for (const root of [from.getRootNode(), from.ownerDocument]) {
      const found = 'getElementById' in root ? (root as Document | ShadowRoot).getElementById(id) : null;
      if (found && this._runs.has(found)) return found;
    }
    return undefined;
  }

  /** Calls `listener` whenever a trainer comes, leaves or has another id, until it is removed. */
  addListener(listener: () => void): void {
    this._listeners.add(listener);
  }

  removeListener(listener: () => void): void {
    this._listeners.delete(listener);
  }

  notify(): void {
    for (const listener of [...this._listeners]) listener(); // which may add or remove some
  }
}

/** One for all copies of this module's importers: trainers and views find each other across entries. */
export const trainers = new TrainerRegistry();

/** Keeps its host in the registry while it is connected. The host calls `idChanged` when its id did. */
export class TrainerRegistration implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _run: TrainingRun;

  constructor(host: ReactiveControllerHost & HTMLElement, run: TrainingRun) {
    this._host = host;
    this._run = run;
    host.addController(this);
  }

  hostConnected(): void {
    trainers.add(this._host, this._run);
  }

  hostDisconnected(): void {
    trainers.delete(this._host);
  }

  idChanged(): void {
    if (trainers.runOf(this._host)) trainers.notify();
  }
}

export interface LinkOptions {
  /** Of the source; empty for none. */
  readonly id: () => string;
  /** Another source, or none, or the same one that came to a page or left it. */
  readonly onChange: (source: Source | undefined) => void;
  /**
   * The id names no source, or the element given is none on a page (`id` is empty then), though the page
   * has had time to bring one; told once until it is found.
   */
  readonly onMissing: (id: string) => void;
}

/**
 * Keeps `source` at the element that its host is linked to: by `id()`, or as set by script, in whatever
 * order elements come, are replaced and renamed.
 */
export class LinkController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _options: LinkOptions;
  private _given: Source | undefined;
  private _source: Source | undefined;
  private _run: TrainingRun | undefined;
  private _unwatch: (() => void) | undefined;
  private _missing: string | undefined; // the id that is waited for, or was in vain
  private _wait: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: LinkOptions) {
    this._host = host;
    this._options = options;
    host.addController(this);
  }

  /** The element linked to; while its host is not on a page, the one it was given. */
  get source(): Source | undefined {
    return this._unwatch ? this._source : this._given;
  }

  /** The element itself, before any id; undefined goes back to the id. */
  set source(source: Source | undefined) {
    this._given = source;
    this._resolve();
  }

  /** What the source trains; undefined also where it is no source, or not on a page. */
  get run(): TrainingRun | undefined {
    return this._unwatch && this._run;
  }

  hostConnected(): void {
    const onChange = (): void => this._resolve();
    trainers.addListener(onChange);
    this._unwatch = () => trainers.removeListener(onChange);
    this._resolve();
  }

  hostUpdate(): void {
    this._resolve(); // the id may be another
  }

  hostDisconnected(): void {
    this._unwatch?.();
    this._unwatch = undefined;
    this._await(undefined);
  }

  private _resolve(): void {
    if (!this._unwatch) return;
    const id = this._options.id();
    const source = this._given ?? (id === '' ? undefined : trainers.find(this._host, id));
    const run = source && trainers.runOf(source);
    this._await(run || (id === '' && !this._given) ? undefined : this._given ? '' : id);
    if (source === this._source && run === this._run) return;
    this._source = source;
    this._run = run;
    this._options.onChange(source);
  }

  /** Gives the page time to bring the source of `id`, and tells of it if it does not. */
  private _await(id: string | undefined): void {
    if (id === this._missing) return;
    this._missing = id;
    this._wait?.abort();
    const view = this._host.ownerDocument.defaultView;
    if (id === undefined || !view) return;
    const { signal } = (this._wait = new AbortController());
    const begin = (): void => {
      const timer = view.setTimeout(() => this._options.onMissing(id), PATIENCE_MS);
      signal.addEventListener('abort', () => view.clearTimeout(timer));
    };
    if (view.document.readyState === 'loading') view.document.addEventListener('DOMContentLoaded', begin, { signal, once: true });
    else begin();
  }
}
