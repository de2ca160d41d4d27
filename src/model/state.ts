import { learningRateKind, seedKind } from '../attrs/training.js';
import type { Trainer, TrainerState } from '../core/index.js';

/** Calls `set`. Returns the message of the RangeError that it throws, undefined if it throws none. */
export function rangeErrorOf(set: () => void): string | undefined {
  try {
    set();
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Sets a state from outside on a trainer. Returns why it cannot be used; the trainer is as it was then. */
export function restoreState(trainer: Trainer, state: TrainerState): string | undefined {
  if (seedKind.read(state?.seed).problem || learningRateKind.read(state.learningRate).problem) {
    return 'Trainer.setState: the attributes do not accept its seed or learning rate';
  }
  return rangeErrorOf(() => trainer.setState(state));
}

/** Calls `set` for a view with a model of its own. Returns why a state cannot be set; nothing has changed then. */
export function setViewState(isLinked: boolean, set: () => void): string | undefined {
  return isLinked
    ? 'setState: this view shows a trainer\u2019s model: call setState of the trainer instead'
    : rangeErrorOf(set);
}
