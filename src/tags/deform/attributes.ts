import type { Kind } from '../../attrs/kind.js';
import { layers } from '../../attrs/list.js';
import { optionalNumber } from '../../attrs/number.js';
import { defaultB, defaultW } from './deform-defaults.js';
import type { Layers } from './deformation.js';

const shape = { rows: 2, maxLayers: 4, min: -10, max: 10 };

/** Layers of two neurons with two weights each. */
export const weightsKind: Kind<Layers> = layers(defaultW, { ...shape, columns: 2 });

const rowsOfOne: Kind<Layers> = layers(defaultB, { ...shape, columns: 1 });

/** Layers of two biases, rows of one like those of weights; without `;` the space between two numbers parts them. */
export const biasesKind: Kind<Layers> = {
  initial: rowsOfOne.initial,
  read: (raw) => rowsOfOne.read(typeof raw === 'string' ? raw.split('|').map(apart).join('|') : raw),
};

function apart(layer: string): string {
  return layer.includes(';') ? layer : layer.trim().replace(/,?\s+/g, ';');
}

/** How far through the layers; NaN, as if not given, is after the last. */
export const layerKind: Kind<number> = { ...optionalNumber({ min: 0 }), initial: defaultW.length };
