import type { Strings } from './en.js';

/** The languages of a page, and the controllers to refresh when a language is added. */
interface Registry {
  /** Strings by lower-case BCP 47 tag. */
  readonly languages: Map<string, Partial<Strings>>;
  readonly users: Set<{ refresh(): void }>;
}

/** The key on the window that all bundles of a page share; the number is that of the protocol. */
const KEY = Symbol.for('nn-elements.strings.1');

const owner = globalThis as { [KEY]?: Registry };

export const registry: Registry = (owner[KEY] ??= { languages: new Map(), users: new Set() });

/**
 * Adds a language, or replaces strings of one, for all elements on the page. Missing keys are shown in English.
 * `lang` is a BCP 47 tag such as `de` or `zh-Hans`.
 */
export function registerStrings(lang: string, strings: Partial<Strings>): void {
  const tag = lang.toLowerCase();
  registry.languages.set(tag, { ...registry.languages.get(tag), ...strings });
  for (const user of [...registry.users]) user.refresh();
}
