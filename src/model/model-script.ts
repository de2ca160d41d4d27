import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { model as modelKind, type ModelData } from '../attrs/model.js';
import type { NnErrorDetail } from '../page/events.js';
import { shorten } from '../page/warnings.js';

/** An element with a child that may describe a model. */
interface ModelScriptHost extends ReactiveControllerHost, HTMLElement {
  report(detail: NnErrorDetail, sentence: string): void;
  /** Called when the child has come, changed or gone. */
  onModelScript(): void;
}

/**
 * Returns `model` with each part that equals the one of `before` replaced by that, so that what has changed
 * can be told by comparing references.
 */
function keepEqualParts(model: ModelData, before: ModelData): ModelData {
  const parts = Object.entries(model).map(([key, part]: [string, unknown]) => {
    const former = before[key as keyof ModelData];
    return [key, JSON.stringify(former) === JSON.stringify(part) ? former : part];
  });
  return Object.fromEntries(parts) as ModelData;
}

/** Reads the model in the host's child `<script type="application/json">`, and reads it again when it changes. */
export class ModelScript implements ReactiveController {
  /** What the child says; empty without a usable child. A part that says the same as before is the same object. */
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
    const { value, problem } = text === undefined ? { value: {}, problem: undefined } : modelKind.read(text);
    this.value = keepEqualParts(value, this.value);
    this.isUnusable = problem !== undefined;
    if (problem) this.fail('', text, `child script "${shorten(text)}": expected ${problem.expected}`);
    this._host.onModelScript();
  }
}
