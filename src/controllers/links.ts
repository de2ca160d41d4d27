import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element that views can be linked to by its id. */
export type Source = HTMLElement;

/** Who is where: sources and the links that look for one, of connected elements only. */
class Registry {
  private readonly _sources = new Set<Source>();
  private readonly _links = new Set<() => void>();

  enter(source: Source): void {
    this._sources.add(source);
    this.changed();
  }

  leave(source: Source): void {
    if (this._sources.delete(source)) this.changed();
  }

  has(element: Element): boolean {
    return this._sources.has(element as Source);
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

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this._host = host;
    host.addController(this);
  }

  hostConnected(): void {
    registry.enter(this._host);
  }

  hostDisconnected(): void {
    registry.leave(this._host);
  }

  idChanged(): void {
    if (registry.has(this._host)) registry.changed();
  }
}

/** The source of this id: in the root of `from` if there is one, else in its document. */
export function findSource(from: Element, id: string): Source | undefined {
  const roots = new Set([from.getRootNode(), from.ownerDocument]);
  for (const root of roots) {
    const found = 'getElementById' in root ? (root as Document | ShadowRoot).getElementById(id) : null;
    if (found && registry.has(found)) return found;
  }
  return undefined;
}

/**
 * Keeps `source` at the element that its host is linked to: by `id()`, or as set by script, in whatever
 * order elements come, are replaced and renamed.
 */
export class LinkController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _id: () => string;
  private readonly _onChange: (source: Source | undefined) => void;
  private _given: Source | undefined;
  private _source: Source | undefined;
  private _unwatch: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement, id: () => string, onChange: (source: Source | undefined) => void,
  ) {
    this._host = host;
    this._id = id;
    this._onChange = onChange;
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
  }

  private _resolve(): void {
    if (!this._unwatch) return;
    const id = this._id();
    const source = this._given ?? (id === '' ? undefined : findSource(this._host, id));
    if (source === this._source) return;
    this._source = source;
    this._onChange(source);
  }
}
