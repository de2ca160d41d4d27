import type { Network } from '../../core/index.js';
import type { StringsController } from '../../page/strings-controller.js';
import { indexed } from '../../ui/text.js';
import type { NumbersTable } from './toolbar.js';

/**
 * Returns a table a layer with the weights and the bias of each neuron; more than two weights stand in one cell, in
 * the order of their inputs. With `outputs` also the output of each neuron, after `forward`.
 */
export function networkTables(network: Network, strings: StringsController, outputs = false): NumbersTable[] {
  const { layers } = network;
  const { format } = strings;
  return layers.slice(1).map((count, k) => {
    const layer = k + 1;
    const isApart = layers[k] <= 2;
    const weights = isApart ? Array.from({ length: layers[k] }, (_, i) => indexed('w', i + 1)) : ['w'];
    return {
      caption: strings.text(layer === layers.length - 1 ? 'output' : 'layerNumber', { number: strings.number(layer) }),
      heads: [strings.text('neuron'), ...weights, 'b', ...(outputs ? ['a'] : [])],
      rows: Array.from({ length: count }, (_, j) => {
        const w = Array.from(network.weightsOf(layer, j), (value) => format(value));
        const others = [network.biasOf(layer, j), ...(outputs ? [network.layerOutputs(layer)[j]] : [])];
        return {
          name: strings.number(j + 1),
          cells: [...(isApart ? w : [w.join('\u2002')]), ...others.map((value) => format(value))],
        };
      }),
    };
  });
}
