import type { RunChange, TrainingRun } from '../../model/training-run.js';
import { clockOf, type Clock } from '../../page/clock.js';
import type { NnStepDetail } from '../../page/events.js';
import { durations, Throttle } from '../../page/timing.js';
import type { NnCircleTrainer } from './nn-circle-trainer.js';

/** The members of a trainer that report its steps. */
export type StepHost = Pick<NnCircleTrainer, 'fire' | 'onCount' | 'ownerDocument' | 'requestUpdate' | 'run'>;

/** Reports steps no more often than they can be used: `nn-step` once a frame, text every two seconds. */
export class StepReporter {
  private readonly _host: StepHost;
  private readonly _words = new Throttle();
  private readonly _numbers = new Throttle();
  private _clock: Clock | undefined; // whose next frame reports; a page that went away took its clock along

  constructor(host: StepHost) {
    this._host = host;
  }

  /** Follows a change of the run. */
  follow(change: RunChange): void {
    if (change === 'steps') this._afterSteps();
    else if (change === 'reset' || change === 'travel') this._clock = undefined; // nobody is there any more
    else if (change !== 'play') this._fireStep(); // before the event of the change
  }

  private _afterSteps(): void {
    const { run, ownerDocument: { defaultView: view } } = this._host;
    if (!view) return;
    const now = view.performance.now();
    if (this._words.isDue(now, run.playing ? durations.words : 0)) this._host.requestUpdate();
    if (this._numbers.isDue(now, durations.numbers)) this._host.onCount();
    const clock = clockOf(view);
    if (this._clock === clock) return;
    this._clock = clock;
    clock.after(() => {
      if (this._clock === clock) this._fireStep();
    });
  }

  private _fireStep(): void {
    if (!this._clock) return;
    this._clock = undefined;
    this._host.fire('nn-step', stepDetail(this._host.run));
  }
}

/** Returns the detail of `nn-step`, with the scores of the step at which they are read. */
function stepDetail(run: TrainingRun): NnStepDetail {
  return {
    steps: run.trainer!.steps,
    get loss() { return run.score().loss; },
    get accuracy() { return run.score().accuracy; },
    get iou() { return run.score().iou; },
  };
}
