import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { valueOrUndefined } from '../attrs/kind.js';
import { parseWritten } from '../attrs/number.js';
import type { FormatNumber } from '../draw/types.js';
import { en, type CountedKey, type Strings, type TextKey } from '../strings/en.js';
import { ja } from '../strings/ja.js';
import { plainNumber, raised, type DigitOptions } from '../strings/plain-number.js';
import { pluralForm } from '../strings/plural.js';
import { registry } from '../strings/registry.js';

/** The languages of every page; others are files of their own. */
const builtIn = new Map<string, Strings>([['en', en], ['ja', ja]]);
/** Languages whose numbers are written without `Intl`. */
const PLAIN = /^(en(-US|-GB)?|ja(-JP)?)$/;
/** Formats of all elements by language and options; each takes a third of a millisecond to create. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(lang: string, options: DigitOptions = {}): Intl.NumberFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    const negative = { ...options, signDisplay: 'negative' } as Intl.NumberFormatOptions;
    formats.set(key, format = new Intl.NumberFormat(lang, negative));
  }
  return format;
}

/** Returns what stands between the thousands of a language; undefined if nothing does. */
function groupOf(lang: string): string | undefined {
  if (PLAIN.test(lang)) return ',';
  return formatOf(lang).formatToParts(12345.6).find(({ type }) => type === 'group')?.value;
}

/** Numbers smaller and larger than these are written with a power of ten. */
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e7;
/** A smaller loss is as good as none. */
const SMALLEST_LOSS = 1e-6;

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
  for (const parts = lang.toLowerCase().split('-'); parts.length > 0; parts.pop()) {
    const strings = stringsUnder(parts.join('-'));
    if (strings) return strings;
  }
  return lang ? stringsUnder(scriptOf(lang)) : undefined;
}

function stringsUnder(tag: string): Partial<Strings> | undefined {
  const [own, added] = [builtIn.get(tag), registry.languages.get(tag)];
  return own && added ? { ...own, ...added } : own ?? added;
}

/** Returns a language with its script. The first call costs a browser some 20 ms, so it is the last resort. */
function scriptOf(lang: string): string {
  const locale = valueOrUndefined(() => new Intl.Locale(lang).maximize());
  return locale ? `${locale.language}-${locale.script}`.toLowerCase() : '';
}

/** Returns the tag that `Intl` accepts for a `lang`, which may be nonsense. */
function tagOf(lang: string): string {
  return valueOrUndefined(() => Intl.getCanonicalLocales(lang)[0]) ?? 'en';
}

/** Replaces each `{name}` by its value, if it has one. */
function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

/** Observers of each root, and whom they tell; one for each element would cost with each node that is removed. */
const watches = new WeakMap<Node, { readonly observer: MutationObserver; readonly users: Set<() => void> }>();

/** Returns those who are told when a `lang` in a root changes. */
function watchLang(root: Node): Set<() => void> {
  const watch = watches.get(root);
  if (watch) return watch.users;
  const users = new Set<() => void>();
  const observer = new MutationObserver(() => users.forEach((tell) => tell()));
  observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  watches.set(root, { observer, users });
  return users;
}

/** Gives words and numbers in the language of the page around the host. */
export class StringsController implements ReactiveController {
  private readonly _host: ReactiveControllerHost & HTMLElement;
  private _watched: Node[] = []; // the roots around the host
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
    // An observer sees into no shadow root, so each root around the host is watched.
    const roots = [this._host.getRootNode()];
    for (let host = shadowHost(roots[0]); host; host = shadowHost(roots[0])) roots.unshift(host.getRootNode());
    for (const root of roots) watchLang(root).add(this._onLang);
    this._watched = roots;
    this.refresh();
  }

  hostDisconnected(): void {
    registry.users.delete(this);
    for (const root of this._watched.splice(0)) {
      const { observer, users } = watches.get(root)!;
      users.delete(this._onLang);
      if (users.size > 0) continue;
      observer.disconnect();
      watches.delete(root);
    }
  }

  private readonly _onLang = (): void => {
    if (nearestLang(this._host) !== this._wanted) this.refresh();
  };

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
  text(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
    const found: unknown = this._strings[key];
    return fill(typeof found === 'string' ? found : en[key], values);
  }

  /** Returns the string of a key in its form for `count`, with `{count}` and `{name}` replaced. */
  counted(key: CountedKey, count: number, values: Readonly<Record<string, string>> = {}): string {
    const form = pluralForm(this._strings[key], count, this._lang) ?? pluralForm(en[key], count, 'en')!;
    return fill(form, { ...values, count: this.number(count) });
  }

  /** Joins sentences by a space, apart from those that end with a full stop which has its own. */
  readonly sentences = (...sentences: readonly string[]): string => sentences.join(' ').replace(/([。；]) /g, '$1');

  /** Returns the sentences of a text that `sentences` has joined. */
  readonly sentencesOf = (text: string): string[] => text.split(/(?<=\.) |(?<=。)(?=.)/);

  /** Joins the parts of a list by the language's commas. */
  readonly list = (parts: readonly string[]): string =>
    parts.reduce((some, next) => this.text('listed', { some, next }));

  /**
   * Returns the number that a reader has written, in the notation of the page's language, also of one without strings;
   * undefined where it is none yet, as "−".
   */
  parse(text: string): number | undefined {
    return parseWritten(text, groupOf(tagOf(this._wanted)));
  }

  /** Formats a number for this language, with U+2212 for minus and none before 0. */
  number(value: number, options?: DigitOptions): string {
    return PLAIN.test(this._lang) ? plainNumber(value, options)
      : formatOf(this._lang, options).format(value).replaceAll('-', '\u2212');
  }

  /**
   * Formats a number of a picture or formula: with `decimals`, or three significant digits, as a power of ten where it
   * would be a row of zeros.
   */
  readonly format: FormatNumber = (value, decimals) => {
    if (decimals !== undefined) {
      return this.number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    }
    const size = Math.abs(value);
    if (value !== 0 && size < Infinity && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
      const [digits, power] = value.toExponential(2).split('e');
      const times = Number(digits) === 1 ? '' : `${this.number(Number(digits))} × `;
      return `${times}10${raised(power)}`;
    }
    return this.number(value, { maximumSignificantDigits: 3 });
  };

  /** Formats a loss: three significant digits, and a bound where it is so small that it says nothing. */
  readonly loss = (value: number): string => (value < SMALLEST_LOSS ? `< 10${raised(-6)}`
    : value < SMALLEST_PLAIN || value >= LARGEST_PLAIN ? this.format(value)
    : this.number(value, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }));

  /** Formats a share with `decimals`, or as a percentage; 1 only where it is 1, not where it is nearly so. */
  readonly share = (value: number, decimals: number, style: 'decimal' | 'percent' = 'decimal'): string => {
    const unit = 10 ** -(style === 'percent' ? decimals + 2 : decimals);
    const shown = value < 1 ? Math.min(value, 1 - unit) : value;
    return this.number(shown, { style, minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  };
}
