import type { RunSettings } from './history.js';
import { checkLearningRate, checkUpdateOrder } from './state.js';

/** Throws: RangeError naming the first setting that is out of its range. */
export function checkSettings({ learningRate, updateOrder, data, noise, split }: RunSettings, where: string): void {
  checkLearningRate(learningRate, where);
  checkUpdateOrder(updateOrder, where);
  if (!(noise >= 0 && noise <= 1)) throw new RangeError(`${where}: noise is ${noise}, not in [0, 1]`);
  if (!(split > 0 && split <= 1)) throw new RangeError(`${where}: split is ${split}, not in (0, 1]`);
  if (!data) return;
  const { points, labels } = data;
  if (labels.length === 0 || points.length !== 2 * labels.length) {
    throw new RangeError(`${where}: ${points.length} coordinates and ${labels.length} labels, expected two for each, and one label at least`);
  }
  if (!points.every(Number.isFinite)) throw new RangeError(`${where}: a coordinate is not finite`);
  if (!labels.every((label) => label >= 0 && label <= 1)) throw new RangeError(`${where}: a label is not in [0, 1]`);
}
