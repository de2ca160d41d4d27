import { durations } from '../../../page/timing.js';
import { MAX_SCORED_PARAMETERS, type TrainingRun } from '../../../model/training-run.js';
import type { Score, Trainer } from '../../../core/index.js';

/** A score, and the step that it is of. */
export interface StepScore extends Score { readonly steps: number }

/** The score of a run no more often than its numbers can be read, of a deep network far less often. */
export class PacedScore {
  private readonly _run: TrainingRun;
  private _last: { readonly score: StepScore; readonly trainer: Trainer; readonly seed: string; readonly at: number } | undefined;

  constructor(run: TrainingRun) {
    this._run = run;
  }

  /** At `now`, in ms, or Infinity where nothing moves: the present one unless another was given a moment ago and the run still plays. */
  at(now: number): StepScore {
    const run = this._run;
    const trainer = run.trainer!;
    const { steps, seed } = trainer;
    const last = this._last;
    const pace = trainer.network.parameters.length > MAX_SCORED_PARAMETERS ? durations.words : durations.numbers;
    if (last && run.moving && now - last.at < pace && last.trainer === trainer && last.seed === seed && last.score.steps <= steps) return last.score;
    const score = { steps, ...run.score() };
    this._last = { score, trainer, seed, at: now < Infinity ? now : -Infinity };
    return score;
  }
}
