import { clockOf, type Clock } from '../../page/clock.js';
import type { NnStepDetail } from '../../page/events.js';
import { durations } from '../../page/timing.js';
import type { RunChange, TrainingRun } from '../../model/training-run.js';

/** Tells of steps no more often than anybody can use: scripts once a frame, readers every two seconds. */
export class StepReporter {
  private readonly _host: HTMLElement;
  private readonly _run: TrainingRun;
  private readonly _fire: (detail: NnStepDetail) => void;
  private readonly _describe: () => void;
  private _clock: Clock | undefined; // that will tell the steps; a page that went away took its clock along
  private readonly _count: (steps: number) => void;
  private _describedAt = -Infinity;
  private _countedAt = -Infinity;

  constructor(host: HTMLElement, run: TrainingRun, fire: (detail: NnStepDetail) => void, describe: () => void, count: (steps: number) => void) {
    this._host = host;
    this._run = run;
    this._fire = fire;
    this._describe = describe;
    this._count = count;
  }

  /** The run has come to this. */
  follow(change: RunChange): void {
    if (change === 'steps') this.tell();
    else if (change === 'reset' || change === 'travel') this.drop();
    else if (change !== 'play') this.flush();
  }

  /** Steps were taken. */
  tell(): void {
    const view = this._host.ownerDocument.defaultView;
    if (!view) return;
    const now = view.performance.now();
    if (!this._run.playing || now - this._describedAt > durations.words) {
      this._describedAt = now;
      this._describe();
    }
    if (now - this._countedAt >= durations.numbers) {
      this._countedAt = now;
      this._count(this._run.trainer!.steps);
    }
    const clock = clockOf(view);
    if (this._clock === clock) return;
    this._clock = clock;
    clock.after(() => {
      if (this._clock === clock) this.flush();
    });
  }

  /** Tells untold steps now, before something else is told of. */
  flush(): void {
    if (!this._clock) return;
    this._clock = undefined;
    this._fire(stepDetail(this._run));
  }

  /** Untold steps are of a run that is over. */
  drop(): void {
    this._clock = undefined;
  }
}

/** The scores are those of the step at which they are read. */
function stepDetail(run: TrainingRun): NnStepDetail {
  return {
    steps: run.trainer!.steps,
    get loss() { return run.score().loss; },
    get accuracy() { return run.score().accuracy; },
    get iou() { return run.score().iou; },
  };
}
