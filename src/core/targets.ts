import { compileExpression } from './expression/index.js';

/** What a network learns: the value at (x, y) in [−1, 1]², from 0 (outside) to 1 (inside). */
export type Target = (x: number, y: number) => number;

export interface TargetOptions {
  /** Half the width of `circle`, `ring`, `square`, `cross` and `heart`, in [0.05, 1]. Default 0.5. */
  readonly radius?: number;
}

/** Distance of two turns of the spiral. */
export const SPIRAL_PITCH = 0.54;
/** The heart's unit curve is so much larger than its radius, and so far above the middle. */
export const HEART_SCALE = 1.14;
export const HEART_DROP = 0.12;

/** The named targets. Points on an edge are outside. All are algebraic, so they are the same in every engine. */
const shapes = {
  circle: (r) => (x, y) => +(Math.sqrt(x * x + y * y) < r),
  /** Between half the radius and the radius. */
  ring: (r) => (x, y) => {
    const d = Math.sqrt(x * x + y * y);
    return +(d < r && d > r / 2);
  },
  square: (r) => (x, y) => +(Math.max(Math.abs(x), Math.abs(y)) < r),
  /** Two bars, each a third as wide as long. */
  cross: (r) => (x, y) => {
    const a = Math.abs(x);
    const b = Math.abs(y);
    return +(Math.max(a, b) < r && Math.min(a, b) < r / 3);
  },
  /** Exactly one of x and y is positive. No radius. */
  xor: () => (x, y) => +(x * y < 0),
  /** The side of a diagonal towards (1, 1). No radius. */
  half: () => (x, y) => +(x + y > 0),
  /** One arm of half circles around two centres, half as wide as its pitch, filling the square. No radius. */
  spiral: () => (x, y) => {
    const pitch = SPIRAL_PITCH;
    const v = y - pitch / 4; // puts the arm's middle at 0
    const upper = v >= 0;
    const u = upper ? x + pitch / 2 : x;
    const turns = Math.sqrt(u * u + v * v) / pitch;
    const nearest = upper ? Math.floor(turns + 0.5) : Math.floor(turns) + 0.5;
    return +(Math.abs(turns - nearest) < 0.25 && turns < (upper ? 1.25 : 1.75));
  },
  /** (u² + v² − 1)³ < u²v³, scaled and lowered to fill [−radius, radius]². */
  heart: (r) => (x, y) => {
    const u = (x / r) * HEART_SCALE;
    const v = (y / r) * HEART_SCALE + HEART_DROP;
    const q = u * u + v * v - 1;
    return +(q * q * q < u * u * v * v * v);
  },
} satisfies Record<string, (radius: number) => Target>;

export type TargetName = keyof typeof shapes;

/** Every named target, in the order in which documentation lists them. */
export const targetNames = Object.keys(shapes) as readonly TargetName[];

/** Returns whether a text is exactly the name of a target. */
export function isTargetName(text: string): text is TargetName {
  return Object.hasOwn(shapes, text);
}

/** Returns a named target. Throws: RangeError if the radius is not in [0.05, 1]. */
export function createNamedTarget(name: TargetName, { radius = 0.5 }: TargetOptions = {}): Target {
  if (!(radius >= 0.05 && radius <= 1)) throw new RangeError(`createTarget: radius is ${radius}, not in [0.05, 1]`);
  return shapes[name](radius);
}

/** Returns why a text is neither a name nor an expression, with the column; undefined if it is one. */
export function targetProblem(text: string): string | undefined {
  try {
    if (!isTargetName(text)) compileExpression(text);
    return undefined;
  } catch (error) {
    return (error as RangeError).message;
  }
}

/**
 * Creates a target from its name, or from an expression in x and y, which has no radius.
 * Throws: RangeError if the text is neither, with the column of the mistake, or if the radius is not in [0.05, 1].
 */
export function createTarget(text: string, options: TargetOptions = {}): Target {
  if (isTargetName(text)) return createNamedTarget(text, options);
  const given = String(text);
  try {
    return compileExpression(given);
  } catch (error) {
    const found = given.length > 40 ? `${given.slice(0, 40)}…` : given;
    const problem = `none of ${targetNames.join(', ')}, nor an expression: ${(error as RangeError).message}`;
    throw new RangeError(`createTarget: "${found}" is ${problem}`, { cause: error });
  }
}
