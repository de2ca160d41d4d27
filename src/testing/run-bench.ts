import { Clock } from '../page/clock.js';
import { TrainingRun, type RunChange, type RunOwner } from '../model/training-run.js';
import type { Sample, Trainer } from '../core/index.js';
import { circleTrainer } from './circle-trainer.js';
import { ManualTiming } from './manual-clock.js';

/** A rate at which the circle model always diverges, within some hundred steps. */
export const MUCH_TOO_HIGH = 10;

/** A trainer of the circle model with the seed 7. */
export function makeTrainer(learningRate = 0.1, seed = 7): Trainer {
  return circleTrainer({ learningRate, seed });
}

/** A run on a clock that the test ticks, seen in one picture, and its changes. */
export class RunBench implements RunOwner {
  readonly timing = new ManualTiming();
  /** The changes of the run, in order. */
  readonly changes: RunChange[] = [];
  /** The samples that its owner heard of. */
  readonly samples: Sample[] = [];
  mayResume = true;
  onChange: (change: RunChange) => void = () => {};
  readonly run = new TrainingRun(this);
  /** The one picture of it. */
  readonly picture = { visible: true, prominent: true, stale: false, draw(): void {} };
  private readonly _clock = new Clock(this.timing);

  constructor() {
    this.run.stepsPerFrame = 100;
    this.run.unit.pictures.add(this.picture);
    this._clock.add(this.run.unit);
  }

  onRun(change: RunChange): void {
    this.changes.push(change);
    this.onChange(change);
  }

  onSample(sample: Sample): void {
    this.samples.push(sample);
  }

  /** Starts the run, which does not wait to be seen, and wakes the clock as an element does. */
  start(trainer = makeTrainer(), playing = true): Trainer {
    this.run.start(trainer, playing);
    if (playing) this.run.play();
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

  /** Returns those of its changes that are of these kinds. */
  changesOf(...kinds: RunChange[]): RunChange[] {
    return this.changes.filter((change) => kinds.includes(change));
  }
}
