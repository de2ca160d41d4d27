import type { StringsController } from '../../page/strings-controller.js';
import type { Network } from '../../core/index.js';
import { indexed } from '../../ui/text.js';
import type { NumbersTable } from './toolbar.js';

/**
 * The weights and the bias of each neuron, a table a layer; more than two weights stand in one cell, in
 * the order of what they weigh. With `outputs` also what it puts out, after `forward`.
 */
export function networkTables(network: Network, strings: StringsController, outputs = false): NumbersTable[] {
  const { layers } = network;
  const last = layers.length - 1;
  const { format } = strings;
  return layers.slice(1).map((count, k) => {
    const layer = k + 1;
    const apart = layers[k] <= 2;
    const weights = apart ? Array.from({ length: layers[k] }, (_, i) => indexed('w', i + 1)) : ['w'];
    return {
      caption: layer === last ? strings.text('output') : strings.text('layerNumber', { number: strings.number(layer) }),
      heads: [strings.text('neuron'), ...weights, 'b', ...(outputs ? ['a'] : [])],
      rows: Array.from({ length: count }, (_, j) => {
        const w = Array.from(network.weightsOf(layer, j), (value) => format(value));
        const told = outputs ? [format(network.layerOutputs(layer)[j])] : [];
        return { name: strings.number(j + 1), cells: [...(apart ? w : [w.join('\u2002')]), format(network.biasOf(layer, j)), ...told] };
      }),
    };
  });
}
