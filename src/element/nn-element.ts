import { css, LitElement, type CSSResult, type PropertyValues } from 'lit';
import { toAttributeText, type Kind, type Parsed, type Problem } from '../attrs/kind.js';
import { optionalText } from '../attrs/text.js';
import type { NnChangeDetail, NnErrorDetail } from '../page/events.js';
import { pageLoadOf } from '../page/page-load.js';
import { StringsController } from '../page/strings-controller.js';
import { probeStyles } from '../page/theme.js';
import { shorten, warnOnce } from '../page/warnings.js';
import { version } from '../version.js';
import { turnOfFirstUpdate } from './first-updates.js';
import { strayAttributes } from './stray-attributes.js';
import { swallowedIn } from './swallowed.js';

/** Options of an attribute besides its kind. `E` is the element's class. */
interface AttributeOptions<T, E> {
  /** Its name in HTML; by default the property's in kebab case. */
  readonly name?: string;
  /**
   * Returns the value in use, where that depends on more than this attribute. `given` is what the page or the
   * reader gave, undefined where that is nothing usable. Called at each read.
   */
  readonly used?: (element: E, given: T | undefined) => T;
  /** Returns what would fit, to follow "expected", where the given value and the rest of the element do not fit. */
  readonly misfit?: (element: E, given: T) => string | undefined;
  /** Whether its default depends on the rest of the element: HTML has it only where it is set, and none as `none`. */
  readonly isOwnDefault?: boolean;
  /** What else `misfit` reads: other properties, and names that the element gives to `noteChange`. */
  readonly dependsOn?: readonly string[];
}

interface Declaration extends AttributeOptions<unknown, NnElement> {
  readonly property: string;
  readonly kind: Kind<unknown>;
}

/** The stored value of one property, and how it was set. */
interface Entry {
  /** As the page, the reader or the element set it. */
  readonly value: unknown;
  /** Whether that is a value somebody set, and not the default. */
  readonly isSet: boolean;
  /** Whether the page gives the property or its attribute, valid or not. */
  readonly isGiven: boolean;
  readonly raw?: unknown;
  readonly problem?: Problem;
}

/**
 * Declares a property that is also an attribute, both of one kind. The property reads the value in use;
 * the attribute stays as its author wrote it.
 */
export function attribute<T, E extends NnElement = NnElement>(kind: Kind<T>, options: AttributeOptions<T, E> = {}) {
  return (prototype: E, property: string): void => {
    const name = options.name ?? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const declaration = { ...options, property, kind } as Declaration;
    (prototype.constructor as typeof NnElement).declare(name, declaration);
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: NnElement): unknown {
        return this.valueInUse(declaration);
      },
      set(this: NnElement, raw: unknown) {
        this.write(name, raw);
      },
    });
  };
}

/**
 * What all elements share: attributes that are parsed like CSS, messages that are reported once, and language.
 *
 * A bad value never throws and is never rewritten: it is clamped, or the default is used; the console
 * gets one warning, and scripts get `nn-error`.
 */
export abstract class NnElement extends LitElement {
  /** Tells a copy of this package from other elements of the same name. */
  static readonly library = 'nn-elements';
  static readonly version = version;

  static override styles: CSSResult[] = [
    css`
      :host {
        --_natural: 480px;
        display: block; box-sizing: border-box; inline-size: min(100%, var(--_natural));
        margin-inline: auto;
        /* Whatever the page says: no figure lies over what follows it, and no spaces take room. */
        block-size: auto !important; max-block-size: none !important; white-space: normal !important;
        writing-mode: horizontal-tb; break-inside: avoid;
      }
      :host([hidden]) { display: none; }
      .figure { position: relative; }
      /* Words of no height: a cell that shrinks to fit has a width to fit, a narrow column none to burst. */
      .figure::before {
        content: '000 000 000 000'; display: block; block-size: 0; overflow: hidden; visibility: hidden;
        /* 15 letters of 32 px, in every font. */
        font: 1px/0 monospace; letter-spacing: calc(32px - 1ch); word-spacing: 0; white-space: normal; text-indent: 0;
      }
      canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
    `,
    probeStyles,
  ];

  private static _declarations: Map<string, Declaration>;

  /** Accessible name, in place of the built-in one. */
  @attribute(optionalText()) label!: string;

  /** @internal */
  readonly strings = new StringsController(this);
  /**
   * Properties that were written since the element last applied them.
   * @internal
   */
  readonly dirty = new Set<string>();
  private readonly _entries = new Map<string, Entry>();
  private readonly _unreported = new Set<string>(); // properties written since the last update
  private readonly _internals = this.attachInternals(); // at once: some browsers refuse it in another document
  private _isReady = false; // for its first update
  private readonly _early = new Set<string>(); // attributes whose properties were written before the upgrade

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
    // A property set on a tag that was not yet an element hides its accessor.
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
    if (!this._early.delete(name) && this._all().has(name)) this.write(name, value);
  }

  /** Lit's style sheets do not follow an element into another document, so that window makes new ones. */
  adoptedCallback(): void {
    if (this.shadowRoot) this._adoptStyles(this.shadowRoot);
  }

  /** The same holds for an element made here and first shown in another document. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document) return super.createRenderRoot();
    const root = this.shadowRoot ?? this.attachShadow((this.constructor as typeof LitElement).shadowRootOptions);
    this._adoptStyles(root);
    return root;
  }

  /**
   * Takes what was written to an attribute or its property; null and undefined restore the default.
   * @internal
   */
  write(name: string, raw: unknown): void {
    const { kind } = this._declared(name);
    const isGiven = raw !== null && raw !== undefined;
    this._set(name, raw, isGiven, isGiven ? kind.read(raw) : { value: kind.initial });
  }

  /** Spreads the first updates of many tags over several tasks, so that fifty tags do not block the page. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.hasUpdated || !this.isConnected) return super.scheduleUpdate();
    const turn = turnOfFirstUpdate();
    // A tag that waits keeps the room that nn-elements.css reserves for it.
    this._internals.states?.[turn ? 'add' : 'delete']('waiting');
    return turn ? turn.then(() => {
      if (!this._isReady && !turnOfFirstUpdate() && this.isConnected) { // counts as part of this turn
        this._isReady = true;
        this.getReady();
      }
      return this.scheduleUpdate();
    }) : super.scheduleUpdate();
  }

  /** What an update begins with; before the first update, it and what is left have a task each if they take long. */
  protected getReady(): void {
    // by default there is nothing
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.getReady();
  }

  /** Nothing renders that is not on the page: it does when it is back, as its language is looked for then. */
  protected override shouldUpdate(_changed: PropertyValues<this>): boolean {
    return this.isConnected;
  }

  /** Looks for what is not read: for swallowed content once the page has loaded, as a parser may still be at work. */
  protected override async firstUpdated(): Promise<void> {
    this._reportUnread();
    const view = this.ownerDocument.defaultView;
    if (view) await pageLoadOf(view).over;
    const swallowed = swallowedIn(this);
    if (swallowed === undefined) return;
    const tag = this.localName;
    this.report({ code: 'content', attribute: '', value: swallowed, used: undefined, fatal: false },
      `holds ${swallowed}, which nobody sees: expected </${tag}> before that, for <${tag} /> does not close itself.`);
  }

  protected override updated(): void {
    const written = new Set(this._unreported);
    this._unreported.clear();
    for (const [name, { property, misfit, dependsOn = [] }] of this._all()) {
      const { value, isSet, raw, problem } = this._entry(property);
      if (problem && written.has(property)) this._reportProblem(name, raw, problem);
      if (!misfit || !isSet || ![property, ...dependsOn].some((each) => written.has(each))) continue;
      const expected = misfit(this, value);
      if (expected !== undefined) this.reportMisfit(name, value, expected);
    }
  }

  /**
   * For `@attribute`.
   * @internal
   */
  valueInUse({ property, kind, used }: Declaration): unknown {
    const { value, isSet } = this._entry(property);
    if (used) return used(this, isSet ? value : undefined);
    return isSet ? value : kind.initial;
  }

  /**
   * Returns whether the page gives this property or its attribute, valid or not.
   * @internal
   */
  isGiven(property: string): boolean {
    return this._entry(property).isGiven;
  }

  /**
   * Returns whether the page, the reader or the element itself set this property to a value that can be used.
   * @internal
   */
  isSet(property: string): boolean {
    return this._entry(property).isSet;
  }

  /**
   * Returns whether what the page gives for this property cannot be used.
   * @internal
   */
  isUnusable(property: string): boolean {
    return this._entry(property).problem?.code === 'syntax';
  }

  /**
   * Returns the attributes whose value in use is not the default, and those of `always`, as HTML writes them.
   * @internal
   */
  attributesInUse(always: readonly string[] = [], never: readonly string[] = []): [name: string, value: string][] {
    const written: [string, string][] = [];
    for (const [name, declaration] of this._all()) {
      const { property, kind, isOwnDefault } = declaration;
      const value = this.valueInUse(declaration);
      const isDefault = isOwnDefault ? !this.isSet(property) : isSame(value, kind.initial);
      if (never.includes(name) || (!always.includes(name) && isDefault)) continue;
      if (isOwnDefault && isSame(value, kind.initial)) {
        written.push([name, 'none']);
        continue;
      }
      if (value === true) written.push([name, '']);
      else if (value !== false && value !== null && !Number.isNaN(value)) written.push([name, toAttributeText(value)]);
    }
    return written;
  }

  /**
   * Sets a value that the element itself or the reader chose. It is neither parsed nor reported.
   * @internal
   */
  setInUse(property: string, value: unknown): void {
    const entry = this._entry(property);
    this._entries.set(property, { ...entry, value, isSet: true });
    this.requestUpdate(property, entry.value, undefined, true, value);
  }

  /**
   * Sets an attribute as the reader did by a control. Fires `nn-change` if that changed the value in use. The
   * attribute `beside`, whose default depends on this one, keeps its value in use, which is then fired too.
   * Returns why, and changes nothing, if the value is not of the attribute's kind.
   * @internal
   */
  changeByReader(name: string, value: unknown, beside?: string): Problem | undefined {
    const declaration = this._declared(name);
    const { problem } = declaration.kind.read(value);
    if (problem?.code === 'syntax') {
      // The field says so; the console is for the page's author.
      const used = this.valueInUse(declaration);
      this.fire('nn-error', { code: problem.code, attribute: name, value, used, fatal: false } satisfies NnErrorDetail);
      return problem;
    }
    const other = beside === undefined ? undefined : this._declared(beside);
    if (other && !this.isGiven(other.property)) {
      const kept = this.valueInUse(other);
      this.write(beside!, kept);
      this.fireChange(beside!, kept);
    }
    const before = this.valueInUse(declaration);
    this.write(name, value);
    const now = this.valueInUse(declaration);
    if (!isSame(before, now)) this.fireChange(name, now);
    return undefined;
  }

  /**
   * Sets a value that the reader made, of an attribute's kind, though not always one that a page could give.
   * @internal
   */
  setByReader(name: string, value: unknown): void {
    this._set(name, value, true, { value });
    this.fireChange(name, value);
  }

  /**
   * Warns once and fires `nn-error`. `sentence` follows the tag's name.
   * @internal
   */
  report(detail: NnErrorDetail, sentence: string): void {
    warnOnce(`<${this.localName}> ${sentence}`);
    this.fire('nn-error', detail);
  }

  /**
   * Reports a value that does not fit the rest of the element, and which value is used.
   * @internal
   */
  reportMisfit(name: string, value: unknown, expected: string): void {
    const used = this.valueInUse(this._declared(name));
    this.report({ code: 'range', attribute: name, value, used, fatal: false },
      `${name}="${toAttributeText(value)}": expected ${expected}; "${toAttributeText(used)}" is used.`);
  }

  /** Has `misfit` called after this update, of each attribute that depends on `name`. */
  protected noteChange(name: string): void {
    this._unreported.add(name);
  }

  /** Returns the value of a method's argument; reports one that is not of its kind, for which `used` stands in. */
  protected readArgument<T>(method: string, raw: unknown, kind: Kind<T>, used?: T): T {
    const { value, problem } = kind.read(raw);
    if (!problem) return value;
    const { code, expected } = problem;
    const inUse = used ?? value;
    this.report({ code, attribute: '', value: raw, used: inUse, fatal: false },
      `${method}(${shorten(raw)}): expected ${expected}; ${String(inUse)} is used.`);
    return value;
  }

  /** @internal */
  fire(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @internal */
  fireChange(attribute: string, value: unknown): void {
    this.fire('nn-change', { attribute, value } satisfies NnChangeDetail);
  }

  private _set(name: string, raw: unknown, isGiven: boolean, { value, problem }: Parsed<unknown>): void {
    const { property, kind } = this._declared(name);
    const old = this._entry(property);
    // Part of a bad value may be usable: the good names of a list, a boolean's presence.
    const isSet = isGiven && (problem?.code !== 'syntax' || !isSame(value, kind.initial));
    const before = old.isSet ? old.value : kind.initial;
    const isEqual = isSame(before, value);
    this._entries.set(property, { value: isEqual ? before : value, isSet, isGiven, ...(problem && { raw, problem }) });
    const isOtherwiseGiven = isGiven !== old.isGiven || isSet !== old.isSet || !problem !== !old.problem;
    if (isEqual && !isOtherwiseGiven && !problem) return;
    this._unreported.add(property);
    if (!isEqual || isOtherwiseGiven) this.dirty.add(property);
    if (isEqual) this.requestUpdate();
    else this.requestUpdate(property, before, undefined, true, value);
  }

  private _reportProblem(name: string, raw: unknown, { code, expected, hint }: Problem): void {
    const declaration = this._declared(name);
    const used = this.valueInUse(declaration);
    const instead = used === '' || used === null ? 'it is ignored' : `"${shorten(toAttributeText(used))}" is used`;
    this.report(
      { code, attribute: name, value: raw, used, fatal: declaration.kind.fatal ?? false },
      `${name}="${shorten(raw)}": expected ${expected}${hint ? ` (${hint})` : ''}; ${instead}.`,
    );
  }

  /** Reports what the author has given that no tag, or not this one, reads. */
  private _reportUnread(): void {
    for (const [name, meant] of strayAttributes(this, new Set(this._all().keys()))) {
      this.report({ code: 'attribute', attribute: name, value: this.getAttribute(name), used: undefined, fatal: false },
        `${name}: expected an attribute of this tag (did you mean ${meant}?); it is ignored.`);
    }
    const script = 'onModelScript' in this ? null : this.querySelector(':scope > script[type="application/json"]');
    if (script) {
      this.report({ code: 'range', attribute: '', value: script.textContent, used: undefined, fatal: false },
        'child script: expected attributes alone, this tag reads no child; it is ignored.');
    }
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

  private _declared(name: string): Declaration {
    return this._all().get(name)!;
  }

  private _entry(property: string): Entry {
    return this._entries.get(property) ?? { value: undefined, isSet: false, isGiven: false };
  }
}

/** Returns whether two values are equal, arrays by what they hold. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b);
  return a === b || (a.length === b.length && a.every((each, k) => isSame(each, b[k])));
}
