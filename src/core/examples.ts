import { createRandom, normal } from './random.js';

/** Points of the plane and what each should give. */
export interface Data {
  /** [n × 2], x and y in turn. */
  readonly points: Float64Array;
  /** [n], from 0 (outside) to 1 (inside). */
  readonly labels: Float64Array;
}

/** How data are used. */
export interface DataUse {
  /** Standard deviation of what is added to x and to y of each point. */
  readonly noise: number;
  /** Share of the points that are learned, in (0, 1]; the others test what was learned. */
  readonly split: number;
}

/** Data as a run sees them. */
export interface Examples {
  readonly training: Data;
  /** Never learned; empty where all are. */
  readonly test: Data;
}

/** Points that are dealt out together, so that every stretch of the data has its share of both. */
const HAND = 10;

/** Which of n points are learned. */
function learned(n: number, split: number, random: () => number): boolean[] {
  const all: boolean[] = [];
  while (all.length < n) {
    const drawn = Array.from({ length: HAND }, random);
    const order = [...drawn].sort((a, b) => a - b);
    const rest = random(); // decides where the share is no whole number of points
    all.push(...drawn.map((u) => order.indexOf(u) + rest < split * HAND));
  }
  return all;
}

/**
 * Adds noise to the points and deals them out to training and test, as the seed says.
 *
 * Each point has its noise and its place from its own number, so that points added at the end change
 * nothing for those before them. At least one is learned.
 */
export function splitExamples({ points, labels }: Data, { noise, split }: DataUse, seed: string): Examples {
  const isLearned = learned(labels.length, split, createRandom(`split ${seed}`));
  const ofTraining: number[] = [];
  const ofTest: number[] = [];
  labels.forEach((_, i) => void (isLearned[i] ? ofTraining : ofTest).push(i));
  if (ofTraining.length === 0) ofTraining.push(ofTest.shift()!);
  const random = createRandom(`noise ${seed}`);
  const placed = noise === 0 ? points : points.map((at) => at + noise * normal(random));
  const part = (chosen: readonly number[]): Data => ({
    points: Float64Array.from(chosen.flatMap((i) => [placed[2 * i], placed[2 * i + 1]])),
    labels: Float64Array.from(chosen, (i) => labels[i]),
  });
  return { training: part(ofTraining), test: part(ofTest) };
}
