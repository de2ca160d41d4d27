import type { Data, Examples } from './examples.js';
import type { Network } from './network.js';
import { cellCentres } from './places.js';
import type { Target } from './targets.js';

/** How well a network fits its target on the cell centres of a grid on [−1, 1]², or its data. */
export interface Score {
  /** Mean of ½(prediction − target)². */
  readonly loss: number;
  /** Share of points on the right side of 0.5, in [0, 1]. */
  readonly accuracy: number;
  /** Intersection over union of the insides, in [0, 1]; 1 if both are empty. */
  readonly iou: number;
  /** Accuracy of always predicting the larger class, in [0.5, 1]. */
  readonly baseline: number;
  /** Mean loss on the test data, if there are any; then accuracy, iou and baseline are those of the test data too. */
  readonly testLoss?: number;
}

interface Grid { readonly centres: Float64Array; readonly predictions: Float64Array }

const MAX_GRIDS = 8;

/** Cell centres and room for predictions by resolution. All networks share them, because callers do not keep them. */
const grids = new Map<number, Grid>();

function gridOf(resolution: number): Grid {
  let grid = grids.get(resolution);
  if (!grid) {
    if (grids.size === MAX_GRIDS) grids.clear();
    grid = { centres: cellCentres(resolution), predictions: new Float64Array(resolution * resolution) };
    grids.set(resolution, grid);
  }
  return grid;
}

/**
 * Returns the predictions of a network of two inputs and one output at `cellCentres`: [resolution²], valid until the
 * next call for any network.
 */
export function predictGrid(network: Network, resolution: number): Float64Array {
  const { centres, predictions } = gridOf(resolution);
  network.evaluate(centres, predictions);
  return predictions;
}

/** Scores a network of two inputs and one output on a grid, again and again without allocating arrays. */
export class GridScorer {
  readonly resolution: number;
  private readonly _network: Network;
  private readonly _targets: Float64Array | Uint8Array;

  /** Throws: RangeError unless the resolution is an integer in [1, 1000]. */
  constructor(network: Network, target: Target, resolution: number) {
    if (!(Number.isInteger(resolution) && resolution >= 1 && resolution <= 1000)) {
      throw new RangeError(`GridScorer: resolution is ${resolution}, expected an integer in [1, 1000]`);
    }
    this.resolution = resolution;
    this._network = network;
    const { centres, predictions } = gridOf(resolution);
    const targets = new Float64Array(predictions.length);
    let isBinary = true;
    for (let k = 0; k < targets.length; k++) {
      const value = targets[k] = target(centres[2 * k], centres[2 * k + 1]);
      isBinary &&= value === 0 || value === 1;
    }
    this._targets = isBinary ? Uint8Array.from(targets) : targets; // an eighth of the memory
  }

  score(): Score {
    return scorePredictions(predictGrid(this._network, this.resolution), this._targets);
  }
}

/** Returns the score of a network of two inputs and one output on data. */
export function scoreExamples(network: Network, { training, test }: Examples): Score {
  const scoreOf = ({ points, labels }: Data): Score => {
    const predictions = new Float64Array(labels.length);
    network.evaluate(points, predictions);
    return scorePredictions(predictions, labels);
  };
  const trained = scoreOf(training);
  if (test.labels.length === 0) return trained;
  const tested = scoreOf(test);
  return { ...tested, loss: trained.loss, testLoss: tested.loss };
}

/** Returns the score of predictions [n] against targets [n]. */
function scorePredictions(predictions: Float64Array, targets: Float64Array | Uint8Array): Score {
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
