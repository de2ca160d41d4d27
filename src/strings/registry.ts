import type { Strings } from './en.js';

/** Languages of a page, and who is to look again when one comes. */
interface Registry {
  /** By lower-case BCP 47 tag. */
  readonly languages: Map<string, Partial<Strings>>;
  readonly users: Set<{ refresh(): void }>;
}

/** Where a page keeps them, so that a language reaches the tags of every bundle; the number is the protocol's. */
const KEY = Symbol.for('nn-elements.strings.1');

const owner = globalThis as { [KEY]?: Registry };

export const registry: Registry = (owner[KEY] ??= { languages: new Map(), users: new Set() });

/**
 * Adds a language, or replaces strings of one, for all elements on the page; keys that are missing are
 * shown in English. `lang` is a BCP 47 tag such as `de` or `zh-Hans`.
 */
export function registerStrings(lang: string, strings: Partial<Strings>): void {
  const tag = lang.toLowerCase();
  registry.languages.set(tag, { ...registry.languages.get(tag), ...strings });
  for (const user of [...registry.users]) user.refresh();
}
