import { NnNeuron } from '../tags/neuron/nn-neuron.js';
import { define } from './define.js';

define('nn-neuron', NnNeuron);

declare global {
  interface HTMLElementTagNameMap {
    'nn-neuron': NnNeuron;
  }
}

export { NnNeuron };
