import type { Data } from './examples.js';
import { normal, type Random } from './random.js';
import type { RunSettings } from './settings.js';

/**
 * Draws `count` samples into `points` [count × 2] and `labels` [count]. Fresh points are uniform in [−1, 1)², labelled
 * by the target and then moved by noise. If there is training data, its points are drawn instead, with replacement,
 * by one random number each.
 */
export function drawSamples(
  random: Random, { target, noise }: Pick<RunSettings, 'target' | 'noise'>, training: Data | undefined, count: number,
  points: Float64Array, labels: Float64Array,
): void {
  if (training) {
    random.fill(points, count);
    // From the last to the first, so that no random number is overwritten before it is used.
    for (let k = count - 1; k >= 0; k--) {
      const i = Math.floor(points[k] * training.labels.length);
      points[2 * k] = training.points[2 * i];
      points[2 * k + 1] = training.points[2 * i + 1];
      labels[k] = training.labels[i];
    }
  } else if (noise > 0) {
    for (let k = 0; k < count; k++) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      labels[k] = target(x, y);
      points[2 * k] = x + noise * normal(random);
      points[2 * k + 1] = y + noise * normal(random);
    }
  } else {
    random.fill(points, 2 * count);
    for (let i = 0; i < 2 * count; i++) points[i] = 2 * points[i] - 1;
    for (let k = 0; k < count; k++) labels[k] = target(points[2 * k], points[2 * k + 1]);
  }
}
