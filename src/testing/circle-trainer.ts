import { Network } from '../core/network.js';
import { createTarget } from '../core/targets.js';
import { Trainer, type TrainerOptions } from '../core/trainer.js';

/** A trainer of the circle model as a page without attributes has it, with the seed 0 where none is given. */
export function circleTrainer(options: Partial<TrainerOptions> = {}): Trainer {
  return new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('circle'), ...options });
}

/** Everything a run is, so that two of them can be compared to the bit. */
export function stateOf(of: Trainer): string {
  return JSON.stringify([of.getState(), of.diverged]);
}

/** Its parameters now. */
export function parametersOf(of: Trainer): number[] {
  return [...of.network.parameters];
}

/** 33 numbers, none like another: parameters for the circle model. */
export const circleParameters: readonly number[] = Array.from({ length: 33 }, (_, k) => Math.sqrt(k + 1) / 10 - 0.3);
