import type { Trainer, TrainerState } from '../core/index.js';
import { integer, number } from '../attrs/number.js';
import { text } from '../attrs/text.js';

/** What `seed` and `learning-rate` of a trainer take, and its method `step`. */
export const seedKind = text('');
export const learningRateKind = number(0.1, { min: 0, max: 10 });
export const stepCountKind = integer(1, { min: 1, max: 1e6 });
/** And its method `goTo`. */
export const stepKind = integer(0, { min: 0, max: 1e12 });

/** Why something from outside is of no use to core; undefined once `set` has set it. What is no RangeError is thrown on. */
export function problemOf(set: () => void): string | undefined {
  try {
    set();
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Sets a state that came from outside on a trainer; returns why it cannot be, and has changed nothing then. */
export function restore(trainer: Trainer, state: TrainerState): string | undefined {
  if (seedKind.read(state?.seed).problem || learningRateKind.read(state.learningRate).problem) {
    return 'Trainer.setState: seed or learning rate is none that the attributes take';
  }
  return problemOf(() => trainer.setState(state));
}

/**
 * Why a view cannot take a state that came from outside; `set` has been done if it can, else nothing.
 * One that shows a trainer's model leaves that to the trainer.
 */
export function refusal(linked: boolean, set: () => void): string | undefined {
  if (linked) return 'setState: expected a view of its own, found one that shows a trainer\u2019s model: call setState of the trainer';
  return problemOf(set);
}
