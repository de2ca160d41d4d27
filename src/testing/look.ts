import type { StringsController } from '../page/strings-controller.js';
import { dissect, type Dissection, type NetworkOptions, type UpdateOrder } from '../core/index.js';
import type { Look } from '../tags/param-view/step/look.js';
import { namesOf } from '../tags/param-view/step/names.js';
import { randomNetwork } from './network-cases.js';

/** A step of a network drawn from `seed`, looked at; what is changed of it wins. */
export function lookAt(
  strings: StringsController, layers: readonly number[], changed: Partial<Look> = {}, order: UpdateOrder = 'simultaneous',
  options: Partial<NetworkOptions> = {},
): Look {
  const network = randomNetwork({ layers, ...options }, 'look');
  const { activation, outputActivation, alpha } = network;
  const of = (each: UpdateOrder): Dissection => dissect(network, { x: 0.3, y: -0.4, target: 1 }, 0.1, each);
  return {
    dissection: of(order), names: namesOf(layers), strings, functions: [activation, outputActivation], alpha, row: undefined, column: undefined,
    other: () => of(order === 'in-place' ? 'simultaneous' : 'in-place'), ...changed,
  };
}
