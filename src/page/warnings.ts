import { valueOrUndefined } from '../attrs/kind.js';

/** The most warnings on a page: its authors read the first few, and the rest would only bury them. */
const MAX_WARNINGS = 20;
const MAX_VALUE_LENGTH = 60;

const warned = new Set<string>();

/** Writes a warning to the console, once for each message and at most 20 on a page. */
export function warnOnce(message: string): void {
  if (warned.has(message) || warned.size === MAX_WARNINGS) return;
  warned.add(message);
  console.warn(warned.size === MAX_WARNINGS ? `${message} (Further warnings are left out.)` : message);
}

/** Returns a value as text that is short enough for a message. */
export function shorten(value: unknown): string {
  const whole = typeof value === 'string' ? value : valueOrUndefined(() => JSON.stringify(value) ?? String(value));
  const text = whole ?? typeof value; // cyclic, or a BigInt
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}

/** Forgets what has been written. For tests. */
export function forgetWarnings(): void {
  warned.clear();
}
