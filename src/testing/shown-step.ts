import type { LitElement } from 'lit';
import { dissect, type NetworkOptions, type UpdateOrder } from '../core/index.js';
import { StringsController } from '../page/strings-controller.js';
import { StepNames } from '../tags/param-view/step/names.js';
import type { ShownStep } from '../tags/param-view/step/phases.js';
import { randomNetwork } from './network-cases.js';

const host = { addController: () => undefined } as Partial<LitElement> as LitElement;

/** Words and numbers in English, without a page. */
export const english = new StringsController(host);

/** Takes apart a step of a random network of these layers. */
export function shownStep(
  layers: readonly number[], changed: Partial<ShownStep> = {}, order: UpdateOrder = 'simultaneous',
  options: Partial<NetworkOptions> = {},
): ShownStep {
  const network = randomNetwork({ layers, ...options }, 'look');
  const dissection = dissect(network, { x: 0.3, y: -0.4, target: 1 }, 0.1, order);
  return { dissection, network, names: new StepNames(layers), strings: english, ...changed };
}
