import type { Outline } from './contour.js';
import { cos, sin } from './math/trigonometry.js';
import { SPIRAL_PITCH, HEART_DROP, HEART_SCALE, type TargetName } from './targets.js';

/** Points of a whole circle: its chords are within 0.02 % of the radius. */
const CIRCLE_POINTS = 180;
const HEART_POINTS = 360;
const BISECTIONS = 40;
const PI = Math.PI;

type Point = readonly [x: number, y: number];

/** Returns points of an arc around a centre, both ends included, from one angle to another in radians. */
function arc([x, y]: Point, radius: number, from: number, to: number): Point[] {
  const count = Math.ceil((CIRCLE_POINTS * Math.abs(to - from)) / (2 * PI));
  return Array.from({ length: count + 1 }, (_, k): Point => {
    const angle = from + ((to - from) * k) / count;
    return [x + radius * cos(angle), y + radius * sin(angle)];
  });
}

const circle = (radius: number): Point[] => arc([0, 0], radius, 0, 2 * PI).slice(1); // the first is the last

/** Follows the arm from its rounded end, out along its outer side and back along its inner one. */
function spiral(): Point[] {
  const p = SPIRAL_PITCH;
  const [left, middle]: readonly Point[] = [[-p / 2, p / 4], [0, p / 4]]; // centres of upper and lower half circles
  return [ // an arc that begins where another ends leaves that point out
    ...arc(left, p / 4, 0, PI).slice(1),
    ...arc(middle, (3 * p) / 4, PI, 2 * PI).slice(1),
    ...arc(left, (5 * p) / 4, 0, PI).slice(1),
    ...arc(middle, (7 * p) / 4, PI, 2 * PI).slice(1),
    ...arc(middle, (5 * p) / 4, 2 * PI, PI),
    ...arc(left, (3 * p) / 4, PI, 0).slice(1),
    ...arc(middle, p / 4, 2 * PI, PI).slice(1),
  ];
}

/** Finds, on rays from the origin, where (u² + v² − 1)³ = u²v³. Notch and tip are sharp: rays lie close there. */
function heart(radius: number): Point[] {
  return Array.from({ length: HEART_POINTS }, (_, k): Point => {
    const part = (2 * k) / HEART_POINTS - 1; // from the tip, −1, by the notch, 0, back to the tip, 1
    const t = Math.abs(part);
    const fromNotch = Math.sign(part) * PI * t * t * t * (10 - 15 * t + 6 * t * t);
    const [c, s] = [-sin(fromNotch), cos(fromNotch)];
    let [low, high] = [0, 2];
    for (let n = 0; n < BISECTIONS; n++) {
      const r = (low + high) / 2;
      const q = r * r - 1;
      if (q * q * q < r * r * r * r * r * c * c * s * s * s) low = r;
      else high = r;
    }
    return [(low * c * radius) / HEART_SCALE, ((low * s - HEART_DROP) * radius) / HEART_SCALE];
  });
}

const outlines: Record<TargetName, (radius: number) => Point[][]> = {
  circle: (r) => [circle(r)],
  ring: (r) => [circle(r), circle(r / 2).reverse()],
  square: (r) => [[[-r, -r], [r, -r], [r, r], [-r, r]]],
  cross: (r) => [[
    [r / 3, r / 3], [r / 3, r], [-r / 3, r], [-r / 3, r / 3], [-r, r / 3], [-r, -r / 3], [-r / 3, -r / 3],
    [-r / 3, -r], [r / 3, -r], [r / 3, -r / 3], [r, -r / 3], [r, r / 3],
  ]],
  xor: () => [[[-1, 0], [0, 0], [0, 1], [-1, 1]], [[0, 0], [0, -1], [1, -1], [1, 0]]],
  half: () => [[[1, -1], [1, 1], [-1, 1]]],
  spiral: () => [spiral()],
  heart: (r) => [heart(r)],
};

/** Returns the outline of a named target on [−1, 1]²: corners exact, curves within a ten-thousandth. */
export function namedOutline(name: TargetName, radius: number): Outline {
  return outlines[name](radius).map((loop) => Float64Array.from(loop.flat()));
}
