/**
 * Returns the name of what every tag needs, and a page has taken away or replaced by what does less, as Prototype.js
 * does with `Array.from`: a figure without it would be blank. Where there is no page, nothing is missing.
 */
export function missing(): string | undefined {
  if (!('document' in globalThis)) return undefined;
  if (!Array.from({ length: 1 }, () => 1)[0]) return 'Array.from';
  const body = document.documentElement as unknown as Readonly<Record<string, unknown>>;
  const view = globalThis as unknown as Readonly<Record<string, unknown>>;
  return ['IntersectionObserver', 'ResizeObserver', 'MutationObserver', 'matchMedia', 'attachInternals']
    .find((name) => !(view[name] ?? body[name]));
}
