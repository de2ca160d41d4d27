import { composedAncestors } from './layout.js';
import { PerWindow } from './per-window.js';

/** Who wants to know what becomes of the boxes around an element. */
interface SurroundingsWatcher {
  /** An attribute of one of them has changed, so perhaps what it paints; called once for all changes of a task. */
  onChange(): void;
  /** A transition or animation of one of them has ended. */
  onMotionEnd(): void;
}

/**
 * Watches the boxes around the pictures of a window, through slots and shadow hosts. One observer serves all: they have
 * most of these boxes in common.
 */
export class Surroundings {
  private readonly _document: Document;
  private readonly _observer: MutationObserver;
  private readonly _around = new Map<SurroundingsWatcher, ReadonlySet<Node>>();
  private _listening: AbortController | undefined;

  constructor(view: Window & typeof globalThis) {
    this._document = view.document;
    this._observer = new view.MutationObserver((records) => {
      const targets = new Set(records.map(({ target }) => target));
      for (const [watcher, nodes] of this._around) {
        if ([...targets].some((node) => nodes.has(node))) watcher.onChange();
      }
    });
  }

  /** Tells a watcher of an element, whose own attributes count too as far as they are styles, and of all around it. */
  add(watcher: SurroundingsWatcher, element: Element): void {
    const nodes = composedAncestors(element);
    this._around.set(watcher, new Set(nodes));
    for (const node of nodes) {
      this._observer.observe(node, node === element ? { attributeFilter: ['class', 'style'] } : { attributes: true });
    }
    if (this._listening) return;
    this._listening = new AbortController();
    for (const type of ['transitionend', 'animationend']) {
      this._document.addEventListener(type, ({ target }) => {
        // Other elements have transitions of their own, as for hover.
        for (const [each, around] of this._around) if (around.has(target as Node)) each.onMotionEnd();
      }, { signal: this._listening.signal });
    }
  }

  delete(watcher: SurroundingsWatcher): void {
    this._around.delete(watcher);
    if (this._around.size > 0) return; // what only this one had around it says nothing to anybody
    this._observer.disconnect();
    this._listening?.abort();
    this._listening = undefined;
  }
}

const all = new PerWindow('surroundings.1', (view) => new Surroundings(view));

export const surroundingsOf = (view: Window): Surroundings => all.get(view);
