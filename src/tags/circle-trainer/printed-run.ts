import type { ReactiveController } from 'lit';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

/** The step that is printed of a run without `at`. */
const PRINTED_STEP = 2000;

/** Script time that all trainers of a page may take before it is printed, in ms: nothing can be awaited there. */
const MAX_MS = 300;

/** Prints a copy of a run that would begin when it is seen: paper does not wait. The run itself stays where it is. */
export class PrintedRun implements ReactiveController {
  private readonly _host: NnCircleTrainer;
  private _listening: AbortController | undefined;

  constructor(host: NnCircleTrainer) {
    this._host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const view = this._host.ownerDocument.defaultView;
    const { signal } = this._listening = new AbortController();
    view?.addEventListener('beforeprint', ({ timeStamp }) => this._show(timeStamp + MAX_MS), { signal });
    view?.addEventListener('afterprint', () => this._end(), { signal });
  }

  hostDisconnected(): void {
    this._listening?.abort();
    this._host.run.showOwn();
  }

  private _show(end: number): void {
    const { run, at, maxSteps } = this._host;
    if (!run.waiting) return;
    run.showCopy(at || Math.min(PRINTED_STEP, maxSteps), () => performance.now() >= end);
    for (const picture of run.unit.pictures) picture.draw();
    this._host.requestUpdate();
  }

  private _end(): void {
    this._host.run.showOwn();
    this._host.requestUpdate();
  }
}
