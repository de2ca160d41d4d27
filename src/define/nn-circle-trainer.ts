import { NnCircleTrainer } from '../tags/circle-trainer/nn-circle-trainer.js';
import { define } from './define.js';

define('nn-circle-trainer', NnCircleTrainer);

declare global {
  interface HTMLElementTagNameMap {
    'nn-circle-trainer': NnCircleTrainer;
  }
}

export { NnCircleTrainer };
