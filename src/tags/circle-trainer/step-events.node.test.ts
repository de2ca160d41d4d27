import { expect } from 'chai';
import { TrainingRun } from '../../model/training-run.js';
import { Clock, setClock } from '../../page/clock.js';
import type { NnStepDetail } from '../../page/events.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { ManualTiming } from '../../testing/manual-clock.js';
import { StepReporter, type StepHost } from './step-events.js';

describe('StepReporter', () => {
  let timing: ManualTiming;
  let run: TrainingRun;
  let reporter: StepReporter;
  let details: NnStepDetail[];
  let updates: number;
  let scores: number;
  let counts: number[];
  let now: number;

  /** Reports to a host in a document with this window. */
  function report(defaultView: object | null): StepReporter {
    return new StepReporter({
      run,
      ownerDocument: { defaultView },
      fire: (_: 'nn-step', detail: NnStepDetail) => details.push(detail),
      requestUpdate: () => updates++,
      onCount: () => counts.push(run.trainer!.steps),
    } as unknown as StepHost);
  }

  beforeEach(() => {
    timing = new ManualTiming();
    now = 10_000;
    const view = { performance: { now: () => now } };
    setClock(view as unknown as Window, new Clock(timing));
    run = new TrainingRun();
    const trainer = circleTrainer();
    run.start(trainer, true);
    [scores, updates, details, counts] = [0, 0, [], []];
    trainer.score = () => {
      scores++;
      return { loss: trainer.steps / 1000, accuracy: 0.75, iou: 0.5, baseline: 0.8 };
    };
    reporter = report(view);
  });

  /** Takes steps and lets the reporter follow. */
  function step(count = 1): void {
    run.step(count);
    reporter.follow('steps');
  }

  it('fires once a frame, at its end, however many steps there were, and asks for no more frames', () => {
    for (let i = 0; i < 5; i++) step();
    expect(details).to.deep.equal([]);
    timing.tick();
    expect([details.map(({ steps }) => steps), timing.pending, timing.requested]).to.deep.equal([[5], false, 1]);
    step(2);
    timing.tick();
    expect(details.map(({ steps }) => steps)).to.deep.equal([5, 7]);
  });

  it('computes a score only when it is read, once for all of them, at the step where it is read', () => {
    step(4);
    timing.tick();
    const [detail] = details;
    expect([Object.keys(detail), scores]).to.deep.equal([['steps', 'loss', 'accuracy', 'iou'], 0]);
    expect([detail.steps, detail.loss, detail.accuracy, detail.iou, scores]).to.deep.equal([4, 0.004, 0.75, 0.5, 1]);
    run.step(6);
    expect([detail.steps, detail.loss]).to.deep.equal([4, 0.01]);
  });

  it('updates the description every two seconds while it trains', () => {
    const updatesAt = (ms: number): number => {
      now = 10_000 + ms;
      step();
      return updates;
    };
    expect([0, 16, 1000, 1999, 2000, 2017, 3999, 4000].map(updatesAt)).to.deep.equal([1, 1, 1, 1, 2, 2, 2, 3]);
  });

  it('updates the description after each step while it is paused', () => {
    step();
    run.pause();
    for (let i = 0; i < 3; i++) step();
    expect(updates).to.equal(4);
  });

  it('writes the step ten times a second', () => {
    for (let ms = 0; ms < 1000; ms += 20) {
      now = 10_000 + ms;
      step();
    }
    expect(counts).to.deep.equal([1, 6, 11, 16, 21, 26, 31, 36, 41, 46]);
  });

  for (const [change, inFrame, atOnce] of [
    ['pause', 0, 1], ['done', 0, 1], ['diverged', 0, 1], ['play', 1, 0], ['reset', 0, 0], ['travel', 0, 0],
  ] as const) {
    it(`fires ${atOnce} events before ${change} and ${inFrame} in the next frame`, () => {
      step();
      reporter.follow(change);
      expect(details.length).to.equal(atOnce);
      timing.tick();
      expect(details.length).to.equal(atOnce + inFrame);
    });
  }

  it('does nothing in a document without a window', () => {
    report(null).follow('steps');
    timing.tick();
    expect([details, updates, counts]).to.deep.equal([[], 0, []]);
  });
});
