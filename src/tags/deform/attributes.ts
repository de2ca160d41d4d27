import { defineKind, fitted, optional, type Kind } from '../../attrs/kind.js';
import { layers } from '../../attrs/list.js';
import { commaHintFor, number } from '../../attrs/number.js';
import { target } from '../../attrs/target.js';
import { defaultModel } from './default-model.js';

/** Weights of layers of two neurons [layer][neuron][input], or their biases [layer][neuron][1]. */
export type Layers = readonly (readonly (readonly number[])[])[];

const shape = { rows: 2, maxLayers: 4, min: -10, max: 10 };
const rowsOfOne: Kind<Layers> = layers(defaultModel.b, { ...shape, columns: 1 });

/** Reads layers of two neurons with two weights each. */
export const weightsKind: Kind<Layers> = layers(defaultModel.w, { ...shape, columns: 2 });

/** Reads layers of two biases, separated by `;` like rows of weights, or by a space alone. */
export const biasesKind: Kind<Layers> = {
  initial: rowsOfOne.initial,
  read: (raw) => rowsOfOne.read(typeof raw === 'string' ? raw.split('|').map(separateBiases).join('|') : raw),
};

/** All pictures from the input to the last layer, or the number of layers that one picture has gone through. */
export type ShownLayer = 'all' | number;

const isWord = (raw: unknown, word: string): boolean => typeof raw === 'string' && raw.trim().toLowerCase() === word;
const layerText = 'a number from 0, or all';
const layerNumber = number(0, { min: 0 });

/** Reads which layer is shown: `all`, or a number. */
export const layerKind: Kind<ShownLayer> = defineKind<ShownLayer>('all', layerText, (raw) => {
  if (isWord(raw, 'all')) return { value: 'all' };
  const { value, problem } = layerNumber.read(raw);
  return problem?.code === 'syntax' ? undefined : fitted<ShownLayer>(value, problem !== undefined, layerText);
}, { hintFor: commaHintFor('number') });

/** Reads what the points show: a target, or `none`. */
export const targetKind: Kind<string> = {
  ...optional(target('xor'), 'none', (raw) => isWord(raw, 'none')), initial: 'xor',
};

function separateBiases(layer: string): string {
  return layer.includes(';') ? layer : layer.trim().replace(/,?\s+/g, ';');
}
