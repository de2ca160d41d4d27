import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TrainingRun } from './training-run.js';

/** An element that views can be linked to by its id. */
export type Source = HTMLElement;

/** How long a page has, once it is read, to bring the source of an id, in ms. */
const PATIENCE_MS = 1000;

/** Who is where: sources and the links that look for one, of connected elements only. */
class Registry {
  private readonly _sources = new Map<Source, TrainingRun>();
  private readonly _links = new Set<() => void>();

  enter(source: Source, run: TrainingRun): void {
    this._sources.set(source, run);
    this.changed();
  }

  leave(source: Source): void {
    if (this._sources.delete(source)) this.changed();
  }

  /** What the element trains; undefined unless it is a source on a page. */
  runOf(element: Element): TrainingRun | undefined {
    return this._sources.get(element as Source);
  }

  watch(onChange: () => void): () => void {
    this._links.add(onChange);
    return () => this._links.delete(onChange);
  }

  /** A source came, left, or has another id. */
  changed(): void {
    for (const link of [...this._links]) link();
  }
}

/** One for all copies of this module's importers: linked elements find each other across entries. */
const registry = new Registry();

/** Makes its host a source while it is connected. The host calls `idChanged` when its id did. */
export class SourceController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _run: TrainingRun;

  constructor(host: ReactiveControllerHost & HTMLElement, run: TrainingRun) {
    this._host = host;
    this._run = run;
    host.addController(this);
  }

  hostConnected(): void {
    registry.enter(this._host, this._run);
  }

  hostDisconnected(): void {
    registry.leave(this._host);
  }

  idChanged(): void {
    if (registry.runOf(this._host)) registry.changed();
  }
}

/** The source of this id: in the root of `from` if there is one, else in its document. */
export function findSource(from: Element, id: string): Source | undefined {
  const roots = new Set([from.getRootNode(), from.ownerDocument]);
  for (const root of roots) {
    const found = 'getElementById' in root ? (root as Document | ShadowRoot).getElementById(id) : null;
    if (found && registry.runOf(found)) return found;
  }
  return undefined;
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
    this._unwatch = registry.watch(() => this._resolve());
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
    const source = this._given ?? (id === '' ? undefined : findSource(this._host, id));
    const run = source && registry.runOf(source);
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
