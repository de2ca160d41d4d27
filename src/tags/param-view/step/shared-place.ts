import type { Network } from '../../../core/index.js';
import { oncePer } from '../../../element/memo.js';
import type { TrainingRun } from '../../../model/training-run.js';
import { ChosenNeurons } from './worked-neuron.js';

/** Where the reader is in a step: all microscopes of a run show the same phase and the same worked neuron. */
export class SharedPlace {
  phase = 0;
  readonly chosen = new ChosenNeurons();
  /** Called when the reader has gone elsewhere, one for each microscope. */
  readonly onChange = new Set<() => void>();
  private _network: Network | undefined;

  /** Begins with the first phase of another network; neurons stay chosen if it has the same layers. */
  show(network: Network): void {
    if (network === this._network) return;
    if (network.layers.join() !== this._network?.layers.join()) this.chosen.forget();
    this._network = network;
    this.phase = 0;
  }

  /** Tells the microscopes that the phase or a neuron has changed. */
  tell(): void {
    for (const each of this.onChange) each();
  }
}

export const placeOf = oncePer((_run: TrainingRun) => new SharedPlace());
