import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows whether the reader's system asks for less motion, and reports when it begins to. */
export class ReducedMotionController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _onReduce: () => void;
  private _query: MediaQueryList | undefined;
  private _wasReduced = false;

  /** `onReduce` is called when motion begins to be reduced; if that was while not connected, at the connection. */
  constructor(host: ReactiveControllerHost & HTMLElement, onReduce: () => void) {
    this._host = host;
    this._onReduce = onReduce;
    host.addController(this);
  }

  get reduced(): boolean {
    return this._query?.matches ?? false;
  }

  hostConnected(): void {
    this._query = this._host.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)');
    this._query?.addEventListener('change', this._onChange);
    this._onChange();
  }

  hostDisconnected(): void {
    this._query?.removeEventListener('change', this._onChange);
  }

  private readonly _onChange = (): void => {
    const isNew = this.reduced && !this._wasReduced;
    this._wasReduced = this.reduced;
    if (isNew) this._onReduce();
  };
}
