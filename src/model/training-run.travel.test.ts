import { expect } from '@open-wc/testing';
import type { ManualTiming } from '../testing/manual-clock.js';
import { makeTrainer, MUCH_TOO_HIGH, RunBench } from '../testing/run-bench.js';
import { stateOf } from '../testing/circle-trainer.js';
import { createTarget, LearningCurve, type Trainer } from '../core/index.js';
import { TrainingRun } from './training-run.js';

/** The state of a run that has only now come to a step. */
function fresh(steps: number): string {
  const trainer = makeTrainer();
  trainer.step(steps);
  return stateOf(trainer);
}

describe('TrainingRun.goTo', () => {
  let bench: RunBench;
  let timing: ManualTiming;
  let run: TrainingRun;
  let trainer: Trainer;

  /** Sets out, and wakes the clock as an element does. */
  function goTo(step: number): { readonly done: boolean } {
    const journey = { done: false };
    void run.goTo(step).then(() => (journey.done = true));
    return journey;
  }

  /** Lets promises settle that are due. */
  const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

  beforeEach(() => {
    bench = new RunBench();
    ({ timing, run } = bench);
    bench.onChange = (change) => {
      if (change === 'travel') bench.wake();
    };
    trainer = bench.start(makeTrainer(), false);
    run.step(9000);
    bench.changes.length = 0;
  });

  it('comes to a step, back and on, and tells of it once', async () => {
    for (const step of [500, 8000, 12_345, 0]) {
      const journey = goTo(step);
      bench.finish();
      await settled();
      expect(journey.done, `step ${step}`).to.equal(true);
      expect(stateOf(trainer)).to.equal(fresh(step));
    }
    expect(bench.changes).to.deep.equal(['travel', 'steps', 'travel', 'steps', 'travel', 'steps', 'travel', 'steps']);
    expect(run.playing).to.equal(false);
  });

  it('takes as many frames as it needs, and tells nobody on the way', async () => {
    timing.lookMs = 2; // a frame's time is up after a few slices
    const journey = goTo(100_000);
    timing.tick();
    await settled();
    expect(journey.done).to.equal(false);
    expect(trainer.steps).to.be.within(9000, 99_999);
    expect(bench.changes).to.deep.equal(['travel']);
    timing.lookMs = 0;
    bench.finish();
    await settled();
    expect(journey.done).to.equal(true);
    expect(stateOf(trainer)).to.equal(fresh(100_000));
    expect(bench.changes).to.deep.equal(['travel', 'steps']);
  });

  it('lets the newest call win, with which all are done', async () => {
    timing.lookMs = 2;
    const first = goTo(200_000);
    timing.tick();
    const second = goTo(3000);
    timing.lookMs = 0;
    bench.finish();
    await settled();
    expect([first.done, second.done]).to.deep.equal([true, true]);
    expect(stateOf(trainer)).to.equal(fresh(3000));
  });

  it('goes on though nobody sees it', async () => {
    bench.picture.visible = false;
    const journey = goTo(100);
    bench.finish();
    await settled();
    expect(journey.done).to.equal(true);
    expect(trainer.steps).to.equal(100);
  });

  it('goes at once where there is no clock', async () => {
    const alone = new TrainingRun(() => undefined, () => true);
    const other = makeTrainer();
    alone.start(other, false);
    await alone.goTo(4000);
    expect(stateOf(other)).to.equal(fresh(4000));
  });

  it('keeps playing from there if it played', async () => {
    bench.play();
    const journey = goTo(1000);
    timing.tick();
    await settled();
    expect(journey.done).to.equal(true);
    timing.tick();
    expect(trainer.steps).to.equal(1100);
    expect(stateOf(trainer)).to.equal(fresh(1100));
  });

  it('adds steps that are asked for meanwhile to the way', async () => {
    timing.lookMs = 2;
    goTo(60_000);
    timing.tick();
    run.step(10);
    timing.lookMs = 0;
    bench.finish();
    expect(stateOf(trainer)).to.equal(fresh(60_010));
  });

  it('ends with another run', async () => {
    timing.lookMs = 2;
    const journey = goTo(200_000);
    timing.tick();
    run.reset();
    await settled();
    expect(journey.done).to.equal(true);
    bench.finish();
    expect(trainer.steps).to.equal(0);
  });

  it('draws nothing on the way', () => {
    let drawn = 0;
    bench.picture.stale = true;
    bench.picture.draw = () => {
      drawn++;
      bench.picture.stale = false;
    };
    timing.lookMs = 2;
    goTo(100_000);
    timing.tick();
    timing.tick();
    expect([drawn, trainer.steps < 100_000]).to.deep.equal([0, true]);
    timing.lookMs = 0;
    bench.finish();
    expect(drawn).to.equal(1);
  });

  it('keeps what is known of later steps on the chart, though the target changed at a step that is on it', () => {
    run.reset();
    const curve = run.curve = new LearningCurve();
    run.step(100);
    trainer.target = createTarget('xor');
    run.step(9900);
    const known = curve.length;
    goTo(50);
    bench.finish();
    run.step(60);
    expect(curve.length).to.equal(known);
    trainer.learningRate = 0.2;
    run.step(1);
    expect(curve.length).to.be.below(known);
  });

  it('scores the step that it came to', () => {
    const before = run.score().loss;
    goTo(0);
    bench.finish();
    expect(run.score().loss).not.to.equal(before);
    goTo(9000);
    bench.finish();
    expect(run.score().loss).to.equal(before);
  });

  it('brings a run to life that was done, or had diverged', () => {
    run.maxSteps = 9500;
    bench.play();
    bench.finish();
    expect(run.rest).to.equal('done');
    goTo(9100);
    bench.finish();
    expect(run.rest).to.equal(undefined);
    trainer.learningRate = MUCH_TOO_HIGH;
    run.step(5000);
    expect(run.rest).to.equal('diverged');
    goTo(9100);
    bench.finish();
    expect([run.rest, trainer.diverged]).to.deep.equal([undefined, false]);
    goTo(20_000);
    bench.finish();
    expect(run.rest).to.equal('diverged');
  });

  it('does nothing before there is a trainer', async () => {
    await new TrainingRun(() => undefined, () => true).goTo(5);
  });
});
