import { indexOfLargest } from '../../attrs/number.js';
import type { StringsController } from '../../page/strings-controller.js';
import type { Network } from '../../core/index.js';
import { raised } from '../../strings/plain-number.js';
import { isActive, type FlowTexts } from './flow/picture.js';
import type { StructureTexts } from './structure.js';

/**
 * Writes a number where there is room for `decimals` after one digit: larger ones have fewer decimals, and from a
 * thousand on only their first digit and power of ten, as 4·10⁵.
 */
export function narrow(value: number, decimals: number, strings: StringsController): string {
  const size = Math.abs(value);
  for (let d = decimals, limit = 10; limit <= 1000; d--, limit *= 10) {
    const kept = Math.max(d, 0);
    if (size < limit - 0.5 * 0.1 ** kept) return strings.format(value, kept);
  }
  if (!Number.isFinite(value)) return strings.number(value);
  const [digit, power] = value.toExponential(0).split('e');
  return `${strings.number(Number(digit))}·10${raised(power)}`;
}

/** Returns the texts in a flow picture, after `forward` of the inputs shown. */
export function flowTexts(
  network: Network, free: readonly boolean[], decimals: number, strings: StringsController,
): FlowTexts {
  const write = (value: number): string => narrow(value, decimals, strings);
  const wide = network.parameters.length > 200; // no cell has room for a number then
  return {
    outputs: network.layers.map((_, l) => Array.from(network.layerOutputs(l), write)),
    parameters: wide ? [] : Array.from(network.parameters, write),
    roles: free.map((isFree) => strings.text(isFree ? 'free' : 'fixed')),
    prediction: strings.text('prediction'),
  };
}

/** Returns the texts in a diagram. */
export function structureTexts({ layers, parameters }: Network, strings: StringsController): StructureTexts {
  const last = layers.length - 1;
  const name = (l: number): string => strings.text(l === 0 ? 'input' : l === last ? 'output' : 'hidden');
  return {
    names: layers.map((_, l) => name(l)),
    counts: layers.map((count) => strings.number(count)),
    parameters: layers.slice(1).map((count, l) => [
      strings.counted('weights', count * layers[l]), strings.counted('biases', count),
    ]),
    sums: layers.slice(1).map((count, l) => strings.number(count * (layers[l] + 1))),
    total: strings.number(parameters.length),
    totalName: strings.text('parameters'),
    prediction: strings.text('prediction'),
  };
}

/** Describes a flow picture. */
export function describeFlow(network: Network, x: number, y: number, strings: StringsController): string {
  const { layers } = network;
  const { format } = strings;
  const last = layers.length - 1;
  const prediction = network.forward([x, y])[0];
  const outputs = network.layerOutputs(last - 1);
  const weights = network.weightsOf(last, 0);
  const activeCount = Array.from(outputs).filter((_, j) => isActive(network, last - 1, j)).length;
  const contributions = Array.from(outputs, (output, j) => output * weights[j]);
  const most = indexOfLargest(contributions);
  return strings.sentences(
    strings.text('flowNow', { x: format(x, 2), y: format(y, 2), prediction: format(prediction, 2) }),
    strings.text(last === 2 ? 'flowActive' : 'flowActiveLast', {
      active: strings.number(activeCount), count: strings.number(outputs.length),
    }),
    strings.text('flowMost', { neuron: strings.number(most + 1), value: format(contributions[most], 2) }),
  );
}

/** Describes a diagram. */
export function describeStructure({ layers, parameters }: Network, strings: StringsController): string {
  const counts = layers.map((count) => strings.number(count)).join(' – ');
  return strings.text('structureNow', { layers: counts, count: strings.number(parameters.length) });
}
