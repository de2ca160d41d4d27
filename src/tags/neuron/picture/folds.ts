/** Where a·u + b·v + c is 0. */
export interface Line { readonly a: number; readonly b: number; readonly c: number }

/** Corners of the square [−1, 1]², round and round. */
const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const;

/** A neuron's line w·p + b = 0, with the domain from `low` to `high` on both axes as −1 to 1. */
export function lineOf([w1, w2]: readonly number[], b: number, [low, high]: readonly number[]): Line {
  const half = (high - low) / 2;
  return { a: w1 * half, b: w2 * half, c: (w1 + w2) * (low + half) + b };
}

const side = ({ a, b, c }: Line, u: number, v: number): number => a * u + b * v + c;

/** The corners [u, v, …] of what is left of the square where no line is positive; empty if nothing is. */
export function flatRegion(lines: readonly Line[]): number[] {
  let region: number[] = corners.flat();
  for (const line of lines) {
    const kept: number[] = [];
    for (let k = 0; k < region.length; k += 2) {
      const next = (k + 2) % region.length;
      const [u0, v0, u1, v1] = [region[k], region[k + 1], region[next], region[next + 1]];
      const s0 = side(line, u0, v0);
      const s1 = side(line, u1, v1);
      if (s0 <= 0) kept.push(u0, v0);
      if ((s0 < 0 && s1 > 0) || (s0 > 0 && s1 < 0)) kept.push(...between(u0, v0, u1, v1, s0 / (s0 - s1)));
    }
    region = kept;
  }
  return region;
}

/** Both ends [u, v, u, v] of a line's part within the square; empty if it passes by. */
export function crossing(line: Line): number[] {
  const ends: number[] = [];
  for (let k = 0; k < 4; k++) {
    const [[u0, v0], [u1, v1]] = [corners[k], corners[(k + 1) % 4]];
    const s0 = side(line, u0, v0);
    const s1 = side(line, u1, v1);
    if ((s0 < 0) !== (s1 < 0)) ends.push(...between(u0, v0, u1, v1, s0 / (s0 - s1)));
  }
  return ends;
}

/** Shares of the way from (u0, v0) to (u1, v1), ascending from 0 to 1: `pieces` equal ones, and where it crosses a line. */
export function stations([u0, v0, u1, v1]: readonly number[], lines: readonly Line[], pieces: number): number[] {
  const found = Array.from({ length: pieces + 1 }, (_, k) => k / pieces);
  for (const line of lines) {
    const s0 = side(line, u0, v0);
    const s1 = side(line, u1, v1);
    if ((s0 < 0 && s1 > 0) || (s0 > 0 && s1 < 0)) found.push(s0 / (s0 - s1));
  }
  return found.sort((s, t) => s - t);
}

/** The four edges of the square as [u, v, u, v], each in the direction in which its variable grows. */
export const edges: readonly (readonly number[])[] = [[-1, -1, 1, -1], [1, -1, 1, 1], [-1, 1, 1, 1], [-1, -1, -1, 1]];

function between(u0: number, v0: number, u1: number, v1: number, share: number): [number, number] {
  return [u0 + (u1 - u0) * share, v0 + (v1 - v0) * share];
}
