import { NnDeform } from '../tags/deform/nn-deform.js';
import { define } from './define.js';

define('nn-deform', NnDeform);

declare global {
  interface HTMLElementTagNameMap {
    'nn-deform': NnDeform;
  }
}

export { NnDeform };
