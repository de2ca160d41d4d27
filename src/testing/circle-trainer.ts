import { Network } from '../core/network.js';
import { createTarget } from '../core/targets.js';
import { Trainer, type TrainerOptions } from '../core/trainer.js';

/** Returns a trainer of the circle model with the defaults of core, after some steps. */
export function circleTrainer(options: Partial<TrainerOptions> = {}, steps = 0): Trainer {
  const network = new Network({ layers: [2, 8, 1] });
  const trainer = new Trainer({ network, target: createTarget('circle'), ...options });
  trainer.step(steps);
  return trainer;
}

/** Returns the whole state of a run as text, so that two runs can be compared bit for bit. */
export function stateOf(trainer: Trainer): string {
  return JSON.stringify([trainer.getState(), trainer.diverged]);
}

export function parametersOf({ network }: Trainer): number[] {
  return [...network.parameters];
}

/** 33 different numbers: parameters of the circle model. */
export const circleParameters: readonly number[] = Array.from({ length: 33 }, (_, k) => Math.sqrt(k + 1) / 10 - 0.3);
