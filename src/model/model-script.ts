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
  private _stray: Element | undefined; // which is reported

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
  fail(attribute: string, value: unknown, problem: string, code = 'parameters'): void {
    this._host.report({ code, attribute, value, used: null, fatal: true }, `${problem}; ${this._consequence}.`);
  }

  private _read(): void {
    const script = this._host.querySelector(':scope > script[type="application/json"]');
    const text = script?.textContent?.trim() || undefined;
    if (text === undefined) this._reportStray();
    if (text === this._text) return;
    this._text = text;
    const { value, problem } = text === undefined ? { value: {}, problem: undefined } : modelKind.read(text);
    this.value = keepEqualParts(value, this.value);
    this.isUnusable = problem?.code === 'syntax';
    if (problem) {
      const { expected, hint, code } = problem;
      const sentence = `child script "${shorten(text)}": expected ${expected}${hint === undefined ? '' : ` (${hint})`}`;
      if (this.isUnusable) this.fail('', text, sentence, code);
      else this._report(text!, `${sentence}; the rest is used.`);
    }
    this._host.onModelScript();
  }

  /** Reports JSON that is not read because it has another type, or stands in another element than the host. */
  private _reportStray(): void {
    const { _host: host } = this;
    const stray = [...host.querySelectorAll('script')].find(({ type, textContent, parentElement: parent }) =>
      /^\s*\{\s*"/.test(textContent ?? '') && !/ld\+json|importmap|rules/.test(type)
      && (parent === host || !parent!.localName.startsWith('nn-')));
    if (!stray || stray === this._stray) return;
    this._stray = stray;
    const { parentElement: parent, type, textContent } = stray;
    const fault = parent === host ? `type="${type}"` : `it in a <${parent!.localName}>`;
    this._report(textContent!, `child script "${shorten(textContent!.trim())}": expected a child <script type=${
      '"application/json"'}>, found ${fault}; it is not read.`);
  }

  private _report(value: string, sentence: string): void {
    this._host.report({ code: 'range', attribute: '', value, used: this.value, fatal: false }, sentence);
  }
}
