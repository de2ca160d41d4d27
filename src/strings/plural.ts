/** A text for each plural category of its language; `other` serves those that are missing. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Rules of all elements by language. */
const rules = new Map<string, Intl.PluralRules>();

/**
 * Returns the form of a text for a count; a text without forms is that of every count. `text` may come from a page:
 * undefined if it is neither a string nor forms. `lang` is a tag that `Intl` accepts.
 */
export function pluralForm(text: unknown, count: number, lang: string): string | undefined {
  if (typeof text === 'string') return text;
  if (typeof text !== 'object' || text === null) return undefined;
  const { [categoryOf(count, lang)]: form, other } = text as Partial<PluralForms>;
  return [form, other].find((each) => typeof each === 'string');
}

function categoryOf(count: number, lang: string): Intl.LDMLPluralRule {
  let rule = rules.get(lang);
  try {
    if (!rule) rules.set(lang, rule = new Intl.PluralRules(lang));
    return rule.select(count);
  } catch { // a page may have taken it away
    return count === 1 ? 'one' : 'other';
  }
}
