import { NnActivation } from '../tags/activation/nn-activation.js';
import { define } from './define.js';

define('nn-activation', NnActivation);

declare global {
  interface HTMLElementTagNameMap {
    'nn-activation': NnActivation;
  }
}

export { NnActivation };
