import type { Kind } from '../attrs/kind.js';
import { learningRateKind, seedKind } from '../attrs/training.js';
import { readState, type ModelState, type Trainer, type TrainerState } from '../core/index.js';

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
export function restoreState(trainer: Trainer, given: TrainerState): string | undefined {
  return rangeErrorOf(() => {
    const state = readState(given, 'Trainer.setState') as TrainerState;
    const { seed, learningRate }: Partial<TrainerState> = state ?? {};
    const isUnfit = (kind: Kind<unknown>, value: unknown): boolean => value !== undefined && !!kind.read(value).problem;
    if (isUnfit(seedKind, seed) || isUnfit(learningRateKind, learningRate)) {
      throw new RangeError('Trainer.setState: the attributes do not accept its seed or learning rate');
    }
    trainer.setState(state);
  });
}

/**
 * Calls `set` with the plain parts of a state, for a view with a model of its own. Returns why the state cannot be
 * set; nothing has changed then.
 */
export function setViewState(
  isLinked: boolean, state: ModelState, set: (parts: ModelState) => void,
): string | undefined {
  return isLinked
    ? 'setState: this view shows a trainer\u2019s model: call setState of the trainer instead'
    : rangeErrorOf(() => set(readState(state, 'setState') as ModelState));
}
