/** How long what moves takes, in ms: one language for all tags. */
export const motion = {
  /** From one layer to the next. */
  glide: 600,
  /** At a whole layer. */
  rest: 400,
  /** The same where motion is unwelcome: each layer is shown at once and stays for a while. */
  stillRest: 1200,
  /** Numbers that change more often than this cannot be read. */
  numbers: 100,
  /** How often the text for those who do not see a picture follows what moves in it. */
  words: 2000,
} as const;

/** Height at time t of the curve `cubic-bezier(0.2, 0, 0, 1)`, which all movement has, both in [0, 1]. */
export function ease(t: number): number {
  let low = 0;
  let high = 1;
  for (let k = 0; k < 24; k++) {
    const s = (low + high) / 2;
    const x = 0.6 * s * (1 - s) * (1 - s) + s * s * s;
    if (x < t) low = s;
    else high = s;
  }
  return low * low * (3 - 2 * low);
}
