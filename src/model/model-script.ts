import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { model, type ModelData } from '../attrs/model.js';
import type { NnErrorDetail } from '../page/events.js';
import { shorten } from '../page/warnings.js';

/** An element with a child that may describe a model. */
export interface ModelScriptHost extends ReactiveControllerHost, HTMLElement {
  report(detail: NnErrorDetail, sentence: string): void;
  /** Called when the child has come, changed or gone. */
  onModelScript(): void;
}

/** Reads the model in the host's child `<script type="application/json">`, and reads it again when it changes. */
export class ModelScript implements ReactiveController {
  /** What the child says; empty without a usable child. */
  value: ModelData = {};
  /** Whether there is a child that cannot be used. */
  isUnusable = false;
  private readonly _host: ModelScriptHost;
  private readonly _consequence: string;
  private _observer: MutationObserver | undefined;
  private _text: string | undefined;

  /** `consequence` ends each message: what the host does without a model. */
  constructor(host: ModelScriptHost, consequence: string) {
    this._host = host;
    this._consequence = consequence;
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

  /** Reports parameters that do not fit: of an attribute, or of the child where `attribute` is empty. */
  fail(attribute: string, value: unknown, problem: string): void {
    this._host.report(
      { code: 'parameters', attribute, value, used: null, fatal: true }, `${problem}; ${this._consequence}.`,
    );
  }

  private _read(): void {
    const script = this._host.querySelector(':scope > script[type="application/json"]');
    const text = script?.textContent?.trim() || undefined;
    if (text === this._text) return;
    this._text = text;
    const { value, problem } = text === undefined ? { value: {}, problem: undefined } : model.read(text);
    this.value = value;
    this.isUnusable = problem !== undefined;
    if (problem) this.fail('', text, `child script "${shorten(text)}": expected ${problem.expected}`);
    this._host.onModelScript();
  }
}
