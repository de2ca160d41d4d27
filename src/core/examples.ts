import { createRandom, normal } from './random.js';

/** Points of the plane and their labels. */
export interface Data {
  /** [n × 2], x and y in turn. */
  readonly points: Float64Array;
  /** [n], from 0 (outside) to 1 (inside). */
  readonly labels: Float64Array;
}

/** The data of a run, with noise. */
export interface Examples {
  readonly training: Data;
  /** Points that are never learned; empty if all are. */
  readonly test: Data;
}

/** Points that are split together, so that each part of the data contributes to both training and test. */
const GROUP = 10;

/** Returns which of n points are for training. */
function chooseTraining(n: number, split: number, random: () => number): boolean[] {
  const all: boolean[] = [];
  while (all.length < n) {
    const drawn = Array.from({ length: GROUP }, random);
    const order = [...drawn].sort((a, b) => a - b);
    const rest = random(); // rounds the share up or down, if it is not a whole number of points
    all.push(...drawn.map((u) => order.indexOf(u) + rest < split * GROUP));
  }
  return all;
}

/**
 * Adds noise of a standard deviation to the points and splits them into training and test, where `split` in (0, 1] is
 * the share for training. At least one point is for training.
 *
 * Each point has its noise and its part from random numbers of its own, so that points added at the end change
 * nothing for those before them.
 */
export function splitExamples({ points, labels }: Data, noise: number, split: number, seed: string): Examples {
  const isTraining = chooseTraining(labels.length, split, createRandom(`split ${seed}`)).slice(0, labels.length);
  if (!isTraining.includes(true)) isTraining[0] = true;
  const random = createRandom(`noise ${seed}`);
  const noisy = noise === 0 ? points : points.map((coordinate) => coordinate + noise * normal(random));
  const part = (training: boolean): Data => ({
    points: noisy.filter((_, i) => isTraining[i >> 1] === training),
    labels: labels.filter((_, k) => isTraining[k] === training),
  });
  return { training: part(true), test: part(false) };
}
