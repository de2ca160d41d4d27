import { css, LitElement, type CSSResult } from 'lit';
import { optionalText } from '../attrs/text.js';
import { toAttributeText, type Kind, type Parsed, type Problem } from '../attrs/kind.js';
import { StringsController } from '../page/strings-controller.js';
import { probeStyles } from '../page/theme.js';
import { version } from '../version.js';
import type { NnChangeDetail, NnErrorDetail } from '../page/events.js';
import { turnOfFirstUpdate } from './first-updates.js';
import { shorten, warnOnce } from '../page/warnings.js';

interface BadValue { readonly name: string; readonly raw: unknown; readonly problem: Problem }

interface Declaration { readonly property: string; readonly kind: Kind<unknown> }

/**
 * Declares a property that is also an attribute, of one kind for both. It reads back the value in use;
 * the attribute stays as its author wrote it. The attribute's name is the property's in kebab case.
 */
export function attribute<T>(kind: Kind<T>, name?: string) {
  return (prototype: NnElement, property: string): void => {
    const key = name ?? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    (prototype.constructor as typeof NnElement).declare(key, { property, kind });
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: NnElement): unknown {
        return this.inUse(property, kind.initial);
      },
      set(this: NnElement, raw: unknown) {
        this.write(key, raw);
      },
    });
  };
}

/**
 * What all elements share: attributes that are parsed like CSS, messages told once, and language.
 *
 * A bad value never throws and is never rewritten: it is clamped, or the default is used; the console
 * says so once, and `nn-error` tells scripts.
 */
export abstract class NnElement extends LitElement {
  static readonly version = version;

  static override styles: CSSResult[] = [
    css`
      :host {
        display: block; box-sizing: border-box; inline-size: min(100%, 480px);
        white-space: normal; writing-mode: horizontal-tb; break-inside: avoid;
      }
      :host([hidden]) { display: none; }
      .figure { position: relative; }
      /* Words of no height: a cell that shrinks to fit has a width to fit, a narrow column none to burst. */
      .figure::before {
        content: '000 000 000 000'; display: block; block-size: 0; overflow: hidden; visibility: hidden;
        font: 53px/0 monospace; letter-spacing: 0; word-spacing: 0; white-space: normal; text-indent: 0;
      }
      canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; touch-action: pan-y pinch-zoom; }
    `,
    probeStyles,
  ];

  private static _declarations: Map<string, Declaration>;

  /** Accessible name, in place of the built-in one. */
  @attribute(optionalText()) label!: string;

  protected readonly strings = new StringsController(this);
  /** Properties that may say something else since the element last took them in. */
  protected readonly dirty = new Set<string>();
  private readonly _values = new Map<string, unknown>();
  private readonly _given = new Set<string>();
  private readonly _problems = new Map<string, BadValue>();
  private readonly _untold = new Set<string>();
  private readonly _internals = this.attachInternals(); // at once: not every browser lends them in another document
  private readonly _early = new Set<string>(); // written as properties before the upgrade, so after their attributes

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...this._declarations.keys()];
  }

  /**
   * For `@attribute`.
   * @internal
   */
  static declare(name: string, declaration: Declaration): void {
    if (!Object.hasOwn(this, '_declarations')) this._declarations = new Map(this._declarations);
    this._declarations.set(name, declaration);
  }

  constructor() {
    super();
    // A property set on a tag that was not yet an element lies in the way of its accessor.
    for (const [name, { property }] of this._all()) {
      if (!Object.hasOwn(this, property)) continue;
      const raw = (this as unknown as Record<string, unknown>)[property];
      delete (this as unknown as Record<string, unknown>)[property];
      this.write(name, raw);
      if (this.hasAttribute(name)) this._early.add(name);
    }
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (this._early.delete(name) || !this._all().has(name)) return;
    this.write(name, value);
  }

  /** Lit's style sheets do not follow an element into another document; new ones of that window do. */
  adoptedCallback(): void {
    if (this.shadowRoot) this._adoptStyles(this.shadowRoot);
  }

  /** Nor may they be used where an element made here is first shown in another document. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document) return super.createRenderRoot();
    const root = this.shadowRoot ?? this.attachShadow((this.constructor as typeof LitElement).shadowRootOptions);
    this._adoptStyles(root);
    return root;
  }

  /**
   * The value in use of a property. For `@attribute`.
   * @internal
   */
  inUse(property: string, initial: unknown): unknown {
    return this._values.has(property) ? this._values.get(property) : initial;
  }

  /**
   * Takes what was written to an attribute or its property; null and undefined restore the default.
   * @internal
   */
  write(name: string, raw: unknown): void {
    const { kind } = this._all().get(name)!;
    const given = raw !== null && raw !== undefined;
    this._take(name, raw, given, given ? kind.read(raw) : { value: kind.initial });
  }

  /** Fifty tags that a page upgrades at once do not hold it up. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const turn = this.hasUpdated ? undefined : turnOfFirstUpdate();
    this._setWaiting(turn !== undefined);
    return turn ? turn.then(() => this.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override updated(): void {
    const untold = [...this._untold];
    this._untold.clear();
    for (const property of untold) if (this._problems.has(property)) this._tell(this._problems.get(property)!);
  }

  /** Whether the page gives this property or its attribute, well or badly. */
  protected given(property: string): boolean {
    return this._given.has(property);
  }

  /** Whether what the page gives for this property is unusable. */
  protected unusable(property: string): boolean {
    return this._problems.get(property)?.problem.code === 'syntax';
  }

  /** The attributes that are in use with another value than their default's, and `always`, as HTML would say them. */
  protected inHtml(always: readonly string[], never: readonly string[] = []): [name: string, value: string][] {
    const written: [string, string][] = [];
    for (const [name, { property, kind }] of this._all()) {
      const value = this.inUse(property, kind.initial);
      if (never.includes(name) || (!always.includes(name) && same(value, kind.initial))) continue;
      if (value === true) written.push([name, '']);
      else if (value !== false && value !== null && !Number.isNaN(value)) written.push([name, toAttributeText(value)]);
    }
    return written;
  }

  /** Puts a value in use without anybody having written it. */
  protected use(property: string, value: unknown): void {
    const old = this._values.get(property);
    this._values.set(property, value);
    this.requestUpdate(property, old);
  }

  /**
   * The reader gave an attribute another value by a control. What is in use of `beside`, which depends on it by default, stays and is told too.
   * Returns false, and what is in use stays, if the value is not of the attribute's kind.
   */
  protected change(name: string, value: unknown, beside?: string): boolean {
    const { property, kind } = this._all().get(name)!;
    const { problem } = kind.read(value);
    if (problem?.code === 'syntax') {
      this._tell({ name, raw: value, problem });
      return false;
    }
    const other = beside === undefined ? undefined : this._all().get(beside)!;
    if (other && !this._given.has(other.property)) {
      const kept = this.inUse(other.property, other.kind.initial);
      this.write(beside!, kept);
      this.fire('nn-change', { attribute: beside!, value: kept } satisfies NnChangeDetail);
    }
    const before = this.inUse(property, kind.initial);
    this.write(name, value);
    const now = this.inUse(property, kind.initial);
    if (!same(before, now)) this.fire('nn-change', { attribute: name, value: now } satisfies NnChangeDetail);
    return true;
  }

  /** The reader made a value of an attribute's kind, which need not be one that a page would give. */
  protected make(name: string, value: unknown): void {
    this._take(name, value, true, { value });
    this.fire('nn-change', { attribute: name, value } satisfies NnChangeDetail);
  }

  /** Warns once and fires `nn-error`. `sentence` follows the tag's name. */
  protected fail(detail: NnErrorDetail, sentence: string): void {
    warnOnce(`<${this.localName}> ${sentence}`);
    this.fire('nn-error', detail);
  }

  /** Values fit each by itself, but not together. */
  protected correct(attribute: string, value: unknown, used: unknown, expected: string): void {
    this.fail({ code: 'range', attribute, value, used, fatal: false },
      `${attribute}="${toAttributeText(value)}": expected ${expected}; "${toAttributeText(used)}" is used.`);
  }

  /** A method was called with an argument that is not of its kind. */
  protected badArgument(call: string, value: unknown, { code, expected }: Problem, used: unknown): void {
    this.fail({ code, attribute: '', value, used, fatal: false },
      `${call}(${shorten(value)}): expected ${expected}; ${String(used)} is used.`);
  }

  /** A theme token that is no colour. */
  protected badToken(token: string, found: string): void {
    this.fail({ code: 'theme', attribute: token, value: found, used: '', fatal: false },
      `${token}: "${shorten(found)}" is no colour; the default is used.`);
  }

  protected fire(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** A tag that waits for its turn keeps the room that nn-elements.css reserved for it. */
  private _setWaiting(waiting: boolean): void {
    this._internals.states?.[waiting ? 'add' : 'delete']('waiting');
  }

  /** Puts in use what was found in something written. */
  private _take(name: string, raw: unknown, given: boolean, { value, problem }: Parsed<unknown>): void {
    const { property, kind } = this._all().get(name)!;
    const old = this.inUse(property, kind.initial);
    const news = given !== this._given.has(property) || (problem !== undefined) !== this._problems.has(property);
    this._given[given ? 'add' : 'delete'](property);
    if (problem) this._problems.set(property, { name, raw, problem });
    else this._problems.delete(property);
    this._untold[problem ? 'add' : 'delete'](property);
    if (same(old, value)) {
      if (news) this.dirty.add(property);
      if (news || problem) this.requestUpdate();
      return;
    }
    this.dirty.add(property);
    this._values.set(property, value);
    this.requestUpdate(property, old);
  }

  private _tell({ name, raw, problem: { code, expected, hint } }: BadValue): void {
    const { property, kind } = this._all().get(name)!;
    const used = this.inUse(property, kind.initial);
    const found = `${name}="${shorten(raw)}"`;
    const instead = used === '' || used === null ? 'it is ignored' : `"${shorten(toAttributeText(used))}" is used`;
    this.fail(
      { code, attribute: name, value: raw, used, fatal: kind.fatal ?? false },
      `${found}: expected ${expected}${hint ? ` (${hint})` : ''}; ${instead}.`,
    );
  }

  private _adoptStyles(root: ShadowRoot): void {
    const view = this.ownerDocument.defaultView as (Window & typeof globalThis) | null;
    if (!view) return;
    const { elementStyles } = this.constructor as typeof LitElement;
    root.adoptedStyleSheets = elementStyles.map((style) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync((style as CSSResult).cssText);
      return sheet;
    });
  }

  private _all(): ReadonlyMap<string, Declaration> {
    return (this.constructor as typeof NnElement)._declarations;
  }
}

/** Equal, arrays by what they hold: writing the same again changes nothing. */
function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));
}
