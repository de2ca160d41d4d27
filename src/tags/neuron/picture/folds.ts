/** The line where a·u + b·v + c is 0. */
export interface Line { readonly a: number; readonly b: number; readonly c: number }

/** A piece of a straight line on the plane. */
type Segment = readonly number[]; // u, v, u, v

/** The four edges of the square as [u, v, u, v], each in the direction in which its variable grows. */
export const edges: readonly Segment[] = [[-1, -1, 1, -1], [1, -1, 1, 1], [-1, 1, 1, 1], [-1, -1, -1, 1]];

/** The four edges, counter-clockwise. */
const outline: readonly Segment[] = [[-1, -1, 1, -1], [1, -1, 1, 1], [1, 1, -1, 1], [-1, 1, -1, -1]];

/** Returns a neuron's line w·p + b = 0, with the domain from `low` to `high` on both axes as −1 to 1. */
export function lineOf([w1, w2]: readonly number[], b: number, [low, high]: readonly number[]): Line {
  const half = (high - low) / 2;
  return { a: w1 * half, b: w2 * half, c: (w1 + w2) * (low + half) + b };
}

/** Returns the values of a·u + b·v + c at both ends. */
function valuesAt({ a, b, c }: Line, [u0, v0, u1, v1]: Segment): [number, number] {
  return [a * u0 + b * v0 + c, a * u1 + b * v1 + c];
}

/** Whether one number is above 0 and the other below. */
const differ = (a: number, b: number): boolean => (a < 0 && b > 0) || (a > 0 && b < 0); // a · b may be too near to 0

/** Returns the point at a share of the way. */
function along([u0, v0, u1, v1]: Segment, share: number): [number, number] {
  return [u0 + (u1 - u0) * share, v0 + (v1 - v0) * share];
}

/** Returns the corners [u, v, …] of the part of the square where no line is positive; empty if there is none. */
export function flatRegion(lines: readonly Line[]): number[] {
  let region = outline.flatMap(([u, v]) => [u, v]);
  for (const line of lines) {
    const kept: number[] = [];
    for (let k = 0; k < region.length; k += 2) {
      const next = (k + 2) % region.length;
      const edge = [region[k], region[k + 1], region[next], region[next + 1]];
      const [s0, s1] = valuesAt(line, edge);
      if (s0 <= 0) kept.push(region[k], region[k + 1]);
      if (differ(s0, s1)) kept.push(...along(edge, s0 / (s0 - s1)));
    }
    region = kept;
  }
  return region;
}

/** Returns both ends [u, v, u, v] of a line's part within the square; empty if it passes the square by. */
export function crossing(line: Line): number[] {
  return outline.flatMap((edge) => {
    const [s0, s1] = valuesAt(line, edge);
    return (s0 < 0) !== (s1 < 0) ? along(edge, s0 / (s0 - s1)) : [];
  });
}

/** Returns shares of the way along `segment`, ascending: the ends of equal `pieces`, and where it crosses a line. */
export function stations(segment: Segment, lines: readonly Line[], pieces: number): number[] {
  const found = Array.from({ length: pieces + 1 }, (_, k) => k / pieces);
  for (const line of lines) {
    const [s0, s1] = valuesAt(line, segment);
    if (differ(s0, s1)) found.push(s0 / (s0 - s1));
  }
  return found.sort((s, t) => s - t);
}
