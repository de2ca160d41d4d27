/** A page's authors read the first few warnings; the rest would only bury them. */
const MOST_WARNINGS = 20;
const LONGEST_VALUE = 60;

const warned = new Set<string>();

/** Warns on the console, once for each message, and of no more than 20 things a page. */
export function warnOnce(message: string): void {
  if (warned.has(message) || warned.size === MOST_WARNINGS) return;
  warned.add(message);
  console.warn(warned.size === MOST_WARNINGS ? `${message} (Further warnings are left out.)` : message);
}

/** `value` as a message can hold it. */
export function shorten(value: unknown): string {
  let text: string;
  try {
    text = typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
  } catch {
    text = typeof value; // cyclic, or a BigInt
  }
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Forgets what was told. For tests. */
export function forgetWarnings(): void {
  warned.clear();
}
