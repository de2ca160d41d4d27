import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Watches the text of the host's child `<script type="application/json">`, wherever it comes from and when. */
export class ChildJsonController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private readonly _onChange: (json: string | undefined) => void;
  private _observer: MutationObserver | undefined;
  private _text: string | undefined;

  /** `onChange` gets the text, or undefined once there is no such child. */
  constructor(host: ReactiveControllerHost & HTMLElement, onChange: (json: string | undefined) => void) {
    this._host = host;
    this._onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this._observer = new MutationObserver(() => this._read());
    this._observer.observe(this._host, { childList: true, characterData: true, subtree: true });
    this._read();
  }

  hostDisconnected(): void {
    this._observer?.disconnect();
  }

  private _read(): void {
    const text = this._host.querySelector(':scope > script[type="application/json"]')?.textContent?.trim() || undefined;
    if (text === this._text) return;
    this._text = text;
    this._onChange(text);
  }
}
