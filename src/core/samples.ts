import type { Data } from './examples.js';
import { normal, type Random } from './random.js';
import type { Target } from './targets.js';

/** Where fresh samples come from. */
export interface SampleSource {
  /** Says what a point should give. */
  readonly target: Target;
  /** Standard deviation of what is added to x and to y, once that is known. */
  readonly noise: number;
}

/**
 * Draws `count` samples: `points` [count × 2] and `labels` [count]. Fresh points are uniform in [−1, 1)²;
 * where there is training data, its points are drawn instead, with replacement, by one random number each.
 */
export function drawSamples(
  random: Random, { target, noise }: SampleSource, training: Data | undefined, count: number, points: Float64Array, labels: Float64Array,
): void {
  if (training) {
    random.fill(points, count);
    // From the last to the first, so that no point is written over a number that is still to be read.
    for (let k = count - 1; k >= 0; k--) {
      const i = Math.floor(points[k] * training.labels.length);
      points[2 * k] = training.points[2 * i];
      points[2 * k + 1] = training.points[2 * i + 1];
      labels[k] = training.labels[i];
    }
    return;
  }
  if (noise > 0) {
    for (let k = 0; k < count; k++) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      labels[k] = target(x, y);
      points[2 * k] = x + noise * normal(random);
      points[2 * k + 1] = y + noise * normal(random);
    }
    return;
  }
  random.fill(points, 2 * count);
  for (let i = 0; i < 2 * count; i++) points[i] = 2 * points[i] - 1;
  for (let k = 0; k < count; k++) labels[k] = target(points[2 * k], points[2 * k + 1]);
}
