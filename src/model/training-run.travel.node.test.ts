import { expect } from 'chai';
import type { ManualTiming } from '../testing/manual-clock.js';
import { makeTrainer, MUCH_TOO_HIGH, RunBench } from '../testing/run-bench.js';
import { circleTrainer, stateOf } from '../testing/circle-trainer.js';
import { createTarget, LearningCurve, Network, type Trainer } from '../core/index.js';
import { TrainingRun } from './training-run.js';

/** Returns the state of a run that has gone straight to a step. */
function stateAt(steps: number): string {
  const trainer = makeTrainer();
  trainer.step(steps);
  return stateOf(trainer);
}

describe('TrainingRun.goTo', () => {
  let bench: RunBench;
  let timing: ManualTiming;
  let run: TrainingRun;
  let trainer: Trainer;

  /** Sets out for a step. The result says whether the promise is resolved. */
  function goTo(step: number): { readonly done: boolean } {
    const journey = { done: false };
    void run.goTo(step).then(() => (journey.done = true));
    return journey;
  }

  /** Resolves once the promises that are due have settled. */
  const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

  /** Sets out with so little time a frame that the way takes several, and goes on for one. */
  function goSlowly(step: number): { readonly done: boolean } {
    timing.lookMs = 2; // the time is up after a few slices
    const journey = goTo(step);
    timing.tick();
    return journey;
  }

  /** Gives frames their time again, and lets them come until it has arrived. */
  async function arrive(): Promise<void> {
    timing.lookMs = 0;
    bench.finish();
    await settled();
  }

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

  it('reaches a step, back and on, and announces it once', async () => {
    for (const step of [500, 8000, 12_345, 0]) {
      const journey = goTo(step);
      await arrive();
      expect(journey.done, `step ${step}`).to.equal(true);
      expect(stateOf(trainer)).to.equal(stateAt(step));
    }
    expect(bench.changes).to.deep.equal(['travel', 'steps', 'travel', 'steps', 'travel', 'steps', 'travel', 'steps']);
    expect(run.playing).to.equal(false);
  });

  it('takes as many frames as it needs, and announces and draws nothing on the way', async () => {
    let draws = 0;
    bench.picture.stale = true;
    bench.picture.draw = () => {
      draws++;
      bench.picture.stale = false;
    };
    const journey = goSlowly(100_000);
    timing.tick();
    await settled();
    expect([journey.done, draws]).to.deep.equal([false, 0]);
    expect(trainer.steps).to.be.within(9000, 99_999);
    expect(bench.changes).to.deep.equal(['travel']);
    await arrive();
    expect(draws).to.equal(1);
    expect(journey.done).to.equal(true);
    expect(stateOf(trainer)).to.equal(stateAt(100_000));
    expect(bench.changes).to.deep.equal(['travel', 'steps']);
  });

  it('lets the newest call win, with which all are done', async () => {
    const first = goSlowly(200_000);
    const second = goTo(3000);
    await arrive();
    expect([first.done, second.done]).to.deep.equal([true, true]);
    expect(stateOf(trainer)).to.equal(stateAt(3000));
  });

  it('goes on though nobody sees it', async () => {
    bench.picture.visible = false;
    const journey = goTo(100);
    await arrive();
    expect(journey.done).to.equal(true);
    expect(trainer.steps).to.equal(100);
  });

  it('goes at once where no picture shows it', async () => {
    const alone = new TrainingRun();
    const other = makeTrainer();
    alone.start(other, false);
    await alone.goTo(4000);
    expect(stateOf(other)).to.equal(stateAt(4000));
  });

  it('keeps playing from there if it played', async () => {
    bench.play();
    const journey = goTo(1000);
    timing.tick();
    await settled();
    expect(journey.done).to.equal(true);
    timing.tick();
    expect(trainer.steps).to.equal(1100);
    expect(stateOf(trainer)).to.equal(stateAt(1100));
  });

  it('arrives before it takes other steps', async () => {
    goSlowly(60_000);
    run.step(10);
    await arrive();
    expect(stateOf(trainer)).to.equal(stateAt(60_010));
  });

  it('takes many steps as if it went there, whatever its network', async () => {
    run.step(1_000_000);
    expect([trainer.steps, run.goal]).to.deep.equal([9000, 1_009_000]);
    void run.goTo(9000);
    await arrive();
    const large = circleTrainer({ network: new Network({ layers: [2, 64, 64, 1] }) });
    bench.start(large, false);
    run.step(1000);
    expect([large.steps, run.goal]).to.deep.equal([0, 1000]);
    await arrive();
    expect(large.steps).to.equal(1000);
  });

  it('is ended where it is by a pause, and by the last picture that goes', async () => {
    for (const end of [() => run.pause(), () => run.unseen()]) {
      const journey = goSlowly(100_000_000);
      const reached = trainer.steps;
      end();
      await settled();
      expect([journey.done, run.urgent, trainer.steps]).to.deep.equal([true, false, reached]);
      expect(reached).to.be.within(9001, 1e6);
      expect(stateOf(trainer)).to.equal(stateAt(reached));
    }
  });

  it('is not ended by play, which goes on from there for as many as are left', async () => {
    run.maxSteps = 50_000;
    goSlowly(60_000);
    run.play();
    expect(trainer.steps).to.be.below(60_000);
    await arrive();
    expect([trainer.steps, run.rest]).to.deep.equal([110_000, 'done']);
  });

  it('costs no call more than a slice where the page fakes a clock that stands', async () => {
    Object.defineProperty(performance, 'now', { configurable: true, value: () => 0 });
    try {
      run.unit.pictures.clear();
      goTo(2_000_000);
      await settled();
      expect(trainer.steps).to.be.below(2_000_000);
    } finally {
      Reflect.deleteProperty(performance, 'now');
      run.pause();
    }
  });

  it('costs no call more than a slice, whatever is called on the way', async () => {
    const calls = [
      () => run.play(), () => run.step(5), () => run.score(), () => run.pause(), () => run.unseen(), () => run.reset(),
    ];
    for (const pictures of [[], [bench.picture]]) {
      run.unit.pictures.clear();
      for (const picture of pictures) run.unit.pictures.add(picture);
      for (const call of calls) {
        void run.goTo(100_000_000);
        const before = trainer.steps;
        call();
        expect(trainer.steps - before, call.toString()).to.be.below(1e6);
      }
    }
    run.reset();
    await settled();
  });

  it('ends with another run', async () => {
    const journey = goSlowly(200_000);
    run.reset();
    await settled();
    expect(journey.done).to.equal(true);
    await arrive();
    expect(trainer.steps).to.equal(0);
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
});
