import { Clock } from '../page/clock.js';
import { TrainingRun, type RunChange } from '../model/training-run.js';
import type { Trainer } from '../core/index.js';
import { circleTrainer } from './circle-trainer.js';
import { ManualTiming } from './manual-clock.js';

/** A rate at which the circle model always diverges, within some hundred steps. */
export const MUCH_TOO_HIGH = 10;

/** A trainer of the circle model with the seed 7. */
export function makeTrainer(learningRate = 0.1, seed = 7): Trainer {
  return circleTrainer({ learningRate, seed });
}

/** A run on a clock that the test ticks, seen in one picture, and what it told. */
export class RunBench {
  readonly timing = new ManualTiming();
  /** What the run told, in order. */
  readonly changes: RunChange[] = [];
  /** What the run hears when it asks whether it may resume. */
  mayResume = true;
  onChange: (change: RunChange) => void = () => {};
  readonly run = new TrainingRun((change) => {
    this.changes.push(change);
    this.onChange(change);
  }, () => this.mayResume);
  /** The one picture of it. */
  readonly picture = { visible: true, stale: false, draw(): void {} };
  private readonly _clock = new Clock(this.timing);

  constructor() {
    this.run.unit.pictures.add(this.picture);
    this._clock.add(this.run.unit);
  }

  /** Starts the run, and wakes the clock as an element does. */
  start(trainer = makeTrainer(), playing = true): Trainer {
    this.run.start(trainer, playing);
    this.wake();
    return trainer;
  }

  /** Plays, and wakes the clock as an element does. */
  play(): void {
    this.run.play();
    this.wake();
  }

  /** Tells the clock that the run may move. */
  wake(): void {
    this._clock.wake(this.run.unit);
  }

  /** Ticks until it rests. */
  finish(): void {
    this.timing.settle(20_000);
  }

  /** Those of its changes that are of these kinds. */
  told(...kinds: RunChange[]): RunChange[] {
    return this.changes.filter((change) => kinds.includes(change));
  }
}
