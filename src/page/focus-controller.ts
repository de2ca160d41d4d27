import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What Tab stops at, unless it is disabled or not shown. */
const STOPS = 'button, input, select, textarea, summary, [tabindex="0"]';

/**
 * Moves the focus to what comes next where the control that has it is gone, disabled or hidden after an update:
 * browsers drop it then, and a keyboard reader has to begin again at the top of the page.
 */
export class FocusController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & Element;
  private _stops: readonly Element[] = []; // what had the focus before the update, and what came before it, backwards

  constructor(host: ReactiveControllerHost & Element) {
    this._host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const focused = this._host.shadowRoot?.activeElement;
    this._stops = focused ? [focused, ...this._all().filter((stop) => isBefore(stop, focused)).reverse()] : [];
  }

  hostUpdated(): void {
    const [focused] = this._stops;
    // Afterwards, for what gets the focus may ask for another update.
    if (focused && !canHaveFocus(focused)) queueMicrotask(() => this._moveOn());
  }

  /** Moves to what follows the last stop that is still there, else to the last one of all. */
  private _moveOn(): void {
    const now = this._all().filter(canHaveFocus);
    if (now.some((stop) => stop === this._host.shadowRoot!.activeElement)) return; // somebody knew better
    const left = this._stops.find((stop) => stop.isConnected);
    (now.find((stop) => !left || isBefore(left, stop)) ?? now.at(-1))?.focus();
  }

  private _all(): HTMLElement[] {
    return [...this._host.shadowRoot!.querySelectorAll<HTMLElement>(STOPS)];
  }
}

function canHaveFocus(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled')
    && (!('checkVisibility' in element) || element.checkVisibility());
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
