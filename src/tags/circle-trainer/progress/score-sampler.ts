import type { Score, Trainer } from '../../../core/index.js';
import { MAX_SCORED_PARAMETERS, type TrainingRun } from '../../../model/training-run.js';
import { durations, Throttle } from '../../../page/timing.js';

/** A score, and the step that it is of. */
export interface StepScore extends Score { readonly steps: number }

/** Scores a run no more often than its numbers can be read, and a large network far less often. */
export class ScoreSampler {
  private readonly _run: TrainingRun;
  private readonly _throttle = new Throttle();
  private _last: { readonly score: StepScore; readonly trainer: Trainer; readonly seed: string } | undefined;

  constructor(run: TrainingRun) {
    this._run = run;
  }

  /** Returns the score at `now` in ms, of an earlier step perhaps while the run plays; Infinity for the present. */
  sample(now: number): StepScore {
    const run = this._run;
    const trainer = run.trainer!;
    const { steps, seed } = trainer;
    const last = this._last;
    const isSameRun = last?.trainer === trainer && last.seed === seed && last.score.steps <= steps;
    if (!isSameRun || !run.moving) this._throttle.reset();
    const isLarge = trainer.network.parameters.length > MAX_SCORED_PARAMETERS;
    if (!this._throttle.isDue(now, isLarge ? durations.words : durations.numbers)) return last!.score;
    const score = { steps, ...run.score() };
    this._last = { score, trainer, seed };
    return score;
  }
}
