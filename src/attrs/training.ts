import { number } from './number.js';
import { text } from './text.js';

/** A seed: any text, as `12` or `my seed`. */
export const seedKind = text('');

/** A learning rate, from 0 to 10. */
export const learningRateKind = number(0.1, { min: 0, max: 10 });
