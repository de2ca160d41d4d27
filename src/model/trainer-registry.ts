import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { NnErrorDetail } from '../page/events.js';
import { shorten } from '../page/warnings.js';
import type { TrainingRun } from './training-run.js';

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

  /** Returns the run of an element; undefined unless it is a trainer on the page. */
  runOf(element: Element): TrainingRun | undefined {
    return this._runs.get(element);
  }

  /** Returns the trainer of this id: in the root of `from` if there is one, otherwise in its document. */
  find(from: Element, id: string): HTMLElement | undefined {
    for (const root of [from.getRootNode(), from.ownerDocument]) {
      const found = 'getElementById' in root ? (root as Document | ShadowRoot).getElementById(id) : null;
      if (found && this._runs.has(found)) return found;
    }
    return undefined;
  }

  /** Calls `listener` whenever a trainer comes, leaves or changes its id, until the listener is removed. */
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

/** Shared by all entry points, so that trainers and views find each other. */
export const trainers = new TrainerRegistry();

type TrainerHost = ReactiveControllerHost & HTMLElement & {
  report(detail: NnErrorDetail, sentence: string): void;
};

/** Keeps its host in the registry while it is connected. The host calls `idChanged` when its id did. */
export class TrainerRegistration implements ReactiveController {
  private readonly _host: TrainerHost;
  private readonly _run: TrainingRun;
  private _checkedId = '';

  constructor(host: TrainerHost, run: TrainingRun) {
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

  /** Reports an id that an earlier trainer has too. After the update, since a script may be about to change it. */
  hostUpdated(): void {
    const { _host: host } = this;
    const { id } = host;
    if (id === this._checkedId) return;
    this._checkedId = id;
    const first = id === '' ? host : trainers.find(host, id);
    if (!first || first === host || first.getRootNode() !== host.getRootNode()) return;
    host.report({ code: 'attribute', attribute: 'id', value: id, used: id, fatal: false },
      `id="${shorten(id)}": expected an id that no other element has; views of it follow the first.`);
  }

  idChanged(): void {
    if (trainers.runOf(this._host)) trainers.notify();
  }
}
