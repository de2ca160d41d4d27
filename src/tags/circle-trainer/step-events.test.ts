import { expect } from '@open-wc/testing';
import { Clock, setClock } from '../../page/clock.js';
import { TrainingRun } from '../../model/training-run.js';
import { createTarget, Network, Trainer } from '../../core/index.js';
import { stub } from '../../testing/host.js';
import { ManualTiming } from '../../testing/manual-clock.js';
import type { NnStepDetail } from '../../page/events.js';
import { StepReporter } from './step-events.js';

describe('StepReporter', () => {
  let timing: ManualTiming;
  let run: TrainingRun;
  let reporter: StepReporter;
  let fired: NnStepDetail[];
  let descriptions: number;
  let scores: number;
  let counts: number[];
  let now: number;
  let restore: () => void;

  beforeEach(() => {
    timing = new ManualTiming();
    setClock(window, new Clock(timing));
    now = 10_000;
    restore = stub(performance, 'now', () => now);
    run = new TrainingRun();
    const trainer = new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('circle') });
    run.start(trainer, true);
    scores = 0;
    trainer.score = () => {
      scores++;
      return { loss: trainer.steps / 1000, accuracy: 0.75, iou: 0.5, baseline: 0.8 };
    };
    fired = [];
    descriptions = 0;
    counts = [];
    reporter = new StepReporter(document.body, run, (detail) => fired.push(detail), () => descriptions++, (steps) => counts.push(steps));
  });

  afterEach(() => {
    restore();
    setClock(window, undefined);
  });

  it('tells scripts once a frame, at its end, however many steps there were', () => {
    for (let i = 0; i < 5; i++) {
      run.step(1);
      reporter.tell();
    }
    expect(fired).to.deep.equal([]);
    timing.tick();
    expect(fired.map(({ steps }) => steps)).to.deep.equal([5]);
    run.step(2);
    reporter.tell();
    timing.tick();
    expect(fired.map(({ steps }) => steps)).to.deep.equal([5, 7]);
  });

  it('asks for no more frames once it has told', () => {
    reporter.tell();
    timing.tick();
    expect(timing.pending).to.equal(false);
    expect(timing.requested).to.equal(1);
  });

  it('works out a score only when it is read, and once for all of them', () => {
    run.step(4);
    reporter.tell();
    timing.tick();
    const [detail] = fired;
    expect(Object.keys(detail)).to.deep.equal(['steps', 'loss', 'accuracy', 'iou']);
    expect(scores).to.equal(0);
    expect([detail.steps, detail.loss, detail.accuracy, detail.iou]).to.deep.equal([4, 0.004, 0.75, 0.5]);
    expect(scores).to.equal(1);
  });

  it('gives the scores of the step at which they are read', () => {
    run.step(4);
    reporter.tell();
    timing.tick();
    run.step(6);
    expect(fired[0].steps).to.equal(4);
    expect(fired[0].loss).to.equal(0.01);
  });

  it('renews the text for those who do not see the picture every two seconds while it trains', () => {
    const at = (ms: number): number => {
      now = 10_000 + ms;
      reporter.tell();
      return descriptions;
    };
    expect([at(0), at(16), at(1000), at(2000), at(2001), at(2017), at(4001), at(4002)]).to.deep.equal([1, 1, 1, 1, 2, 2, 2, 3]);
  });

  it('tells what is untold before anything but a new run or a start, and drops it at a new run', () => {
    for (const [change, told] of [['pause', 1], ['done', 1], ['diverged', 1], ['play', 0], ['reset', 0]] as const) {
      fired.length = 0;
      reporter.follow('steps');
      reporter.follow(change);
      expect(fired.length, change).to.equal(told);
      reporter.drop();
      timing.tick();
    }
  });

  it('counts the steps ten times a second', () => {
    for (let ms = 0; ms < 1000; ms += 20) {
      now = 10_000 + ms;
      run.step(1);
      reporter.tell();
    }
    expect(counts).to.deep.equal([1, 6, 11, 16, 21, 26, 31, 36, 41, 46]);
  });

  it('renews it at once after each step that a reader takes while it is paused', () => {
    reporter.tell();
    run.pause();
    for (let i = 0; i < 3; i++) reporter.tell();
    expect(descriptions).to.equal(4);
  });

  it('is silent in a document without a window', () => {
    const host = document.implementation.createHTMLDocument('').body;
    new StepReporter(host, run, (detail) => fired.push(detail), () => descriptions++, (steps) => counts.push(steps)).tell();
    timing.tick();
    expect(fired).to.deep.equal([]);
    expect(descriptions).to.equal(0);
  });
});
