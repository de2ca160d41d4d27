import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedAncestors } from './layout.js';

/** The share of the screen that a figure takes. */
const SHARE = 0.96;

/**
 * Fits what a host shows into the screen while the host is shown full screen: its styles scale `.whole` by `--_fit`.
 * Where an ancestor without a background is full screen, the browser's black is behind it; `.all` then has the class
 * `plate`, for the page's own ground.
 */
export class FullScreenController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _onFit: () => void;
  private _disconnect: AbortController | undefined;
  private _resizes: ResizeObserver | undefined;

  /** Calls `onFit` when what is shown has another size on screen. */
  constructor(host: ReactiveControllerHost & HTMLElement, onFit: () => void) {
    this._host = host;
    this._onFit = onFit;
    host.addController(this);
  }

  hostConnected(): void {
    this._disconnect = new AbortController();
    const { signal } = this._disconnect;
    this._host.ownerDocument.addEventListener('fullscreenchange', () => this._onChange(), { signal });
  }

  hostDisconnected(): void {
    this._disconnect?.abort();
    this._resizes?.disconnect();
    this._resizes = undefined;
  }

  private _onChange(): void {
    const [all, whole] = [this._find('.all'), this._find('.whole')];
    const view = this._host.ownerDocument.defaultView as (Window & typeof globalThis) | null;
    if (!all || !whole || !view) return;
    this._resizes?.disconnect();
    this._resizes = undefined;
    all.classList.toggle('plate', this._isOnBlack());
    whole.style.removeProperty('--_fit');
    if (!this._host.matches(':fullscreen')) return this._onFit();
    this._resizes = new view.ResizeObserver(() => {
      const fit = Math.min(all.clientWidth / whole.offsetWidth, all.clientHeight / whole.offsetHeight);
      if (fit > 0 && fit < Infinity) whole.style.setProperty('--_fit', String(SHARE * fit));
      this._onFit();
    });
    for (const element of [all, whole]) this._resizes.observe(element);
  }

  /** Returns whether an ancestor is full screen and nothing from it inwards has a background. */
  private _isOnBlack(): boolean {
    const { ownerDocument: { fullscreenElement: full, defaultView: view, documentElement } } = this._host;
    const around = composedAncestors(this._host).filter((node) => node.nodeType === Node.ELEMENT_NODE) as Element[];
    const last = full ? around.indexOf(full) : -1;
    if (!view || last < 1 || full === documentElement) return false;
    return around.slice(0, last + 1).every((element) => {
      const { backgroundColor, backgroundImage } = view.getComputedStyle(element);
      return backgroundImage === 'none' && /^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
    });
  }

  private _find(selector: string): HTMLElement | null | undefined {
    return this._host.shadowRoot?.querySelector<HTMLElement>(selector);
  }
}
