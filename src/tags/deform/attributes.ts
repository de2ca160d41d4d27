import type { Kind } from '../../attrs/kind.js';
import { layers } from '../../attrs/list.js';
import { optionalNumber } from '../../attrs/number.js';

/** Weights of layers of two neurons [layer][neuron][input], or their biases [layer][neuron][1]. */
export type Layers = readonly (readonly (readonly number[])[])[];

/*
 * The default is a 2-2-2-1 network of leaky ReLU that has learned `xor`: `node bench/deform.mjs` trains it.
 */
export const defaultAlpha = 0.1;
const defaultW: Layers = [[[0.525, -3.158], [3.185, -0.567]], [[1.411, -2.413], [-2.296, 1.449]]];
const defaultB: Layers = [[[0.754], [0.638]], [[-0.342], [-0.261]]];
/** Two weights and the bias of the default network's output. */
export const defaultOutput: readonly number[] = [-0.541, -0.537, 0.69];

const shape = { rows: 2, maxLayers: 4, min: -10, max: 10 };
const rowsOfOne: Kind<Layers> = layers(defaultB, { ...shape, columns: 1 });

/** Reads layers of two neurons with two weights each. */
export const weightsKind: Kind<Layers> = layers(defaultW, { ...shape, columns: 2 });

/** Reads layers of two biases, separated by `;` like rows of weights, or by a space alone. */
export const biasesKind: Kind<Layers> = {
  initial: rowsOfOne.initial,
  read: (raw) => rowsOfOne.read(typeof raw === 'string' ? raw.split('|').map(separateBiases).join('|') : raw),
};

/** Reads how many layers the plane has gone through; NaN, as if not given, is all of them. */
export const layerKind: Kind<number> = { ...optionalNumber({ min: 0 }), initial: defaultW.length };

function separateBiases(layer: string): string {
  return layer.includes(';') ? layer : layer.trim().replace(/,?\s+/g, ';');
}
