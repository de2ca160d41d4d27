import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { valueOrUndefined } from '../attrs/kind.js';
import type { FormatNumber } from '../draw/types.js';
import { en, type StringKey, type Strings } from '../strings/en.js';
import { ja } from '../strings/ja.js';
import { registry } from '../strings/registry.js';

/** The languages of every page; others are files of their own. */
const builtIn = new Map<string, Strings>([['en', en], ['ja', ja]]);
/** Formats of all elements by language and options; each takes a third of a millisecond to create. */
const formats = new Map<string, Intl.NumberFormat>();

/** Returns the nearest `lang` from an element outwards, through shadow roots; empty if there is none. */
export function nearestLang(element: Element): string {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? '';
    at = shadowHost(at.getRootNode());
  }
  return '';
}

function shadowHost(root: Node): Element | null {
  return 'host' in root ? (root as ShadowRoot).host : null;
}

/**
 * Returns the strings for the first of these that has any: the language tag, shorter tags (`de` for `de-AT`), the
 * language with its script (`zh-Hans` for `zh-CN`). Undefined if none has.
 */
function stringsOf(lang: string): Partial<Strings> | undefined {
  const tags = [];
  for (const parts = lang.toLowerCase().split('-'); parts.length > 0; parts.pop()) tags.push(parts.join('-'));
  for (const tag of [...tags, scriptOf(lang)]) {
    const [own, added] = [builtIn.get(tag), registry.languages.get(tag)];
    if (own || added) return { ...own, ...added };
  }
  return undefined;
}

function scriptOf(lang: string): string {
  const locale = valueOrUndefined(() => new Intl.Locale(lang).maximize());
  return locale ? `${locale.language}-${locale.script}`.toLowerCase() : '';
}

/** Returns the tag that `Intl` accepts for a `lang`, which may be nonsense. */
function tagOf(lang: string): string {
  return valueOrUndefined(() => Intl.getCanonicalLocales(lang)[0]) ?? 'en';
}

/** Gives words and numbers in the language of the page around the host. */
export class StringsController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private _observer: MutationObserver | undefined;
  private _wanted = ''; // the page's language, whether there are strings of it or not
  private _lang = 'en';
  private _strings: Partial<Strings> = en;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this._host = host;
    host.addController(this);
  }

  /** The language in use, as a tag that `Intl` accepts. */
  get lang(): string {
    return this._lang;
  }

  hostConnected(): void {
    registry.users.add(this);
    this._observer = new MutationObserver(() => {
      if (nearestLang(this._host) !== this._wanted) this.refresh();
    });
    // An observer sees into no shadow root, so each root around the host is watched.
    for (let at: Element | null = this._host; at;) {
      const root: Node = at.getRootNode();
      this._observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      at = shadowHost(root);
    }
    this.refresh();
  }

  hostDisconnected(): void {
    registry.users.delete(this);
    this._observer?.disconnect();
  }

  /** Finds the language again. */
  refresh(): void {
    const wanted = nearestLang(this._host);
    const strings = stringsOf(wanted);
    this._wanted = wanted;
    this._strings = strings ?? en;
    this._lang = strings ? tagOf(wanted) : 'en';
    this._host.requestUpdate();
  }

  /** Returns the string of a key, with `{name}` replaced by `values.name`. */
  text(key: StringKey, values: Readonly<Record<string, string>> = {}): string {
    const found: unknown = this._strings[key];
    const pattern = typeof found === 'string' ? found : en[key];
    return pattern.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  }

  /** Joins sentences by a space, apart from those that end with a full stop which has its own. */
  readonly sentences = (...sentences: readonly string[]): string => sentences.join(' ').replace(/([。；]) /g, '$1');

  /** Formats a number for this language, with U+2212 for minus. */
  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    const key = `${this._lang} ${JSON.stringify(options)}`;
    let format = formats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(this._lang, options);
      formats.set(key, format);
    }
    return format.format(value).replaceAll('-', '\u2212');
  }

  /** Formats a number of a picture or formula: with `decimals`, or three significant digits; no minus before 0. */
  readonly format: FormatNumber = (value, decimals) => this.number(value, decimals === undefined
    ? { maximumSignificantDigits: 3, signDisplay: 'negative' }
    : { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' });
}
