/** Red, green, blue and alpha, each in [0, 1]. */
export type Colour = readonly [number, number, number, number];

/**
 * Parses a computed colour: `rgb(…)`, `rgba(…)` or `color(srgb …)`, the form of every `color-mix(in srgb, …)`.
 * Returns undefined for any other form.
 */
export function parseColour(text: string): Colour | undefined {
  const match = /^(rgba?|color)\(\s*(srgb )?([^)]*)\)$/.exec(text);
  if (!match || (match[1] === 'color') !== (match[2] !== undefined)) return undefined;
  const unit = match[1] === 'color' ? 1 : 255;
  const parts = match[3].split(/[\s,/]+/).filter(Boolean).map((part) => (part === 'none' ? 0 : parseFloat(part)));
  const [r, g, b, a = 1] = parts;
  if (parts.length < 3 || ![r, g, b, a].every(Number.isFinite)) return undefined;
  return [r / unit, g / unit, b / unit, a];
}

/** Mixes `share` of `a` with the rest of `b`, in sRGB. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  return a.map((part, i) => part * share + b[i] * (1 - share)) as unknown as Colour;
}

/** Writes a colour in a form that every canvas reads. */
export function toCss([r, g, b, a]: Colour): string {
  const byte = (v: number): number => Math.round(Math.min(Math.max(v, 0), 1) * 255);
  return `rgba(${byte(r)}, ${byte(g)}, ${byte(b)}, ${+a.toFixed(3)})`;
}

/** Returns the relative luminance in [0, 1]. Source: WCAG 2.2. */
export function luminance([r, g, b]: Colour): number {
  const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Returns the contrast of two opaque colours, in [1, 21]. Source: WCAG 2.2. */
export function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}
