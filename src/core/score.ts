import type { Examples } from './examples.js';
import type { Network } from './network.js';
import { cellCentres } from './places.js';
import type { Target } from './targets.js';

/** How well a network fits its target over the cell centres of a grid on [−1, 1]², or its data. */
export interface Score {
  /** Mean of ½(prediction − target)². */
  readonly loss: number;
  /** Share of points put on the right side of 0.5, in [0, 1]. */
  readonly accuracy: number;
  /** Intersection over union of the insides, in [0, 1]; 1 if both are empty. */
  readonly iou: number;
  /** Accuracy of always answering with the larger class, in [0.5, 1]. */
  readonly baseline: number;
  /** The loss on points that are not learned, where there are such: all but `loss` is of them then. */
  readonly testLoss?: number;
}

/** Cell centres by resolution, with room for a prediction at each: one for all networks, since nobody keeps them. */
const grids = new Map<number, { readonly centres: Float64Array; readonly predictions: Float64Array }>();
const MOST_GRIDS = 8;

function gridOf(resolution: number): { readonly centres: Float64Array; readonly predictions: Float64Array } {
  let grid = grids.get(resolution);
  if (!grid) {
    if (grids.size === MOST_GRIDS) grids.clear(); // a slider for the resolution went by
    grid = { centres: cellCentres(resolution), predictions: new Float64Array(resolution * resolution) };
    grids.set(resolution, grid);
  }
  return grid;
}

/**
 * Predictions of a network of two inputs and one output at `cellCentres`: [resolution²], valid until the
 * next call for any network.
 */
export function predictGrid(network: Network, resolution: number): Float64Array {
  const { centres, predictions } = gridOf(resolution);
  network.evaluate(centres, predictions);
  return predictions;
}

/** Scores a network of two inputs and one output again and again without allocating. */
export class GridScorer {
  readonly resolution: number;
  private readonly _network: Network;
  private readonly _targets: Float64Array | Uint8Array;

  /** Throws: RangeError if the resolution is not an integer in [1, 1000]. */
  constructor(network: Network, target: Target, resolution: number) {
    if (!(Number.isInteger(resolution) && resolution >= 1 && resolution <= 1000)) {
      throw new RangeError(`Scorer: resolution is ${resolution}, expected an integer in [1, 1000]`);
    }
    this.resolution = resolution;
    this._network = network;
    const { centres, predictions } = gridOf(resolution);
    const targets = predictions.map((_, i) => target(centres[2 * i], centres[2 * i + 1]));
    this._targets = targets.every((value) => value === 0 || value === 1) ? Uint8Array.from(targets) : targets; // 25 kB are 3
  }

  score(): Score {
    return tally(predictGrid(this._network, this.resolution), this._targets);
  }
}

/** Scores a network of two inputs and one output on data. */
export function scoreExamples(network: Network, { training, test }: Examples): Score {
  const [learned, unseen] = [training, test].map(({ points, labels }) => {
    const predictions = new Float64Array(labels.length);
    network.evaluate(points, predictions);
    return tally(predictions, labels);
  });
  return test.labels.length === 0 ? learned : { ...unseen, loss: learned.loss, testLoss: unseen.loss };
}

/** The score of predictions [n] beside what they should be [n]. */
function tally(predictions: Float64Array, targets: Float64Array | Uint8Array): Score {
  const n = targets.length;
  let loss = 0;
  let right = 0;
  let inside = 0;
  let both = 0;
  let either = 0;
  for (let i = 0; i < n; i++) {
    const error = predictions[i] - targets[i];
    const wanted = targets[i] >= 0.5;
    const found = predictions[i] >= 0.5;
    loss += 0.5 * error * error;
    if (wanted === found) right++;
    if (wanted) inside++;
    if (wanted && found) both++;
    if (wanted || found) either++;
  }
  return {
    loss: loss / n,
    accuracy: right / n,
    iou: either === 0 ? 1 : both / either,
    baseline: Math.max(inside, n - inside) / n,
  };
}
