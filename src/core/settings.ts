import type { Data } from './examples.js';
import { updateOrders, type UpdateOrder } from './network.js';
import { checkLearningRate, checkName } from './state.js';
import type { Target } from './targets.js';

/** The settings of a run that may change while it goes on. */
export interface RunSettings {
  readonly learningRate: number;
  readonly updateOrder: UpdateOrder;
  readonly target: Target;
  readonly data: Data | undefined;
  readonly noise: number;
  readonly split: number;
}

/** Throws: RangeError naming the first setting that is out of its range. */
export function checkSettings({ learningRate, updateOrder, data, noise, split }: RunSettings, where: string): void {
  checkLearningRate(learningRate, where);
  checkName(updateOrder, updateOrders, where);
  if (!(noise >= 0 && noise <= 1)) throw new RangeError(`${where}: noise is ${noise}, not in [0, 1]`);
  if (!(split > 0 && split <= 1)) throw new RangeError(`${where}: split is ${split}, not in (0, 1]`);
  if (!data) return;
  const { points, labels } = data;
  if (labels.length === 0 || points.length !== 2 * labels.length) {
    throw new RangeError(`${where}: ${points.length} coordinates and ${labels.length} labels, `
      + 'expected at least one label and two coordinates for each');
  }
  if (!points.every(Number.isFinite)) throw new RangeError(`${where}: a coordinate is not finite`);
  if (!labels.every((label) => label >= 0 && label <= 1)) throw new RangeError(`${where}: a label is not in [0, 1]`);
}
