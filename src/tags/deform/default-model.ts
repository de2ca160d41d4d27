import { deepFreeze } from '../../attrs/list.js';
import type { PairModel } from './layers.js';

/** Slope of the default model's leaky ReLU for negative input. */
export const defaultAlpha = 0.1;

/** The model of an element that is given none: a network that has learned `xor`. `node bench/deform.mjs` trains it. */
export const defaultModel: Required<PairModel> = {
  w: deepFreeze([[[0.525, -3.158], [3.185, -0.567]], [[1.411, -2.413], [-2.296, 1.449]]]),
  b: deepFreeze([[[0.754], [0.638]], [[-0.342], [-0.261]]]),
  output: { weights: [-0.541, -0.537, 0.69], activation: 'leaky-relu', learned: 'xor' },
};
