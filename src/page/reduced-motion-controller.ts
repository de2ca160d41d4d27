import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the reader asked their system for less motion, now and when that changes. */
export class ReducedMotionController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _onReduce: () => void;
  private _query: MediaQueryList | undefined;
  private _wasReduced = false;
  private readonly _onChange = (): void => {
    const { reduced } = this;
    const told = this._wasReduced;
    this._wasReduced = reduced;
    if (reduced && !told) this._onReduce();
  };

  /** `onReduce` is called when motion comes to be reduced; if that was while not connected, at the connection. */
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
}
