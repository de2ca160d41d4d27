import { expect } from 'chai';
import fc from 'fast-check';
import type { Trainer } from '../core/index.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { makeTrainer, RunBench } from '../testing/run-bench.js';
import { stateOf } from '../testing/circle-trainer.js';
import type { TrainingRun } from './training-run.js';

/** A trainer that only counts its steps. */
function countingTrainer(): Trainer {
  const trainer = {
    steps: 0, diverged: false, network: { parameters: { length: 33 } },
    peek: () => ({ x: 0, y: 0, target: 0 }),
    settle: () => undefined,
    step: (count: number) => void (trainer.steps += count),
  };
  return trainer as unknown as Trainer;
}

/** Returns a function that lets so many ms pass and returns the steps taken meanwhile. */
function paced(stepsPerFrame: number | 'auto'): (elapsedMs: number) => number {
  const { run } = new RunBench();
  run.stepsPerFrame = stepsPerFrame;
  const trainer = countingTrainer();
  run.start(trainer, true);
  run.play(); // does not wait to be seen
  return (elapsedMs) => {
    const before = trainer.steps;
    run.advance(elapsedMs, () => false);
    return trainer.steps - before;
  };
}

describe('The pace of a TrainingRun', () => {
  it('gives exactly as many steps in a second on every display', () => {
    for (const hertz of [24, 30, 50, 60, 75, 90, 100, 120, 144, 165, 240]) {
      for (const stepsPerFrame of [1, 2, 3, 7, 43, 100]) {
        const advance = paced(stepsPerFrame);
        let steps = 0;
        for (let frame = 0; frame < hertz; frame++) steps += advance(1000 / hertz);
        expect(steps, `${hertz} Hz, ${stepsPerFrame} a frame`).to.equal(60 * stepsPerFrame);
      }
    }
  });

  it('loses no step to rounding at one a frame', () => {
    const advance = paced(1);
    for (let frame = 0; frame < 1000; frame++) expect(advance(1000 / 60), `frame ${frame}`).to.equal(1);
  });

  it('carries fractions of a step on, until a reset', () => {
    const advance = paced(1);
    const steps = Array.from({ length: 8 }, () => advance(1000 / 240));
    expect(steps).to.deep.equal([0, 0, 0, 1, 0, 0, 0, 1]);
    const { run } = new RunBench();
    run.stepsPerFrame = 1;
    run.start(makeTrainer(), true);
    run.play();
    run.advance(1000 / 120, () => false);
    run.reset();
    run.advance(1000 / 120, () => false);
    expect(run.trainer!.steps).to.equal(0);
    run.advance(1000 / 120, () => false);
    expect(run.trainer!.steps).to.equal(1);
  });

  it('gives whole steps and loses none, however frames fall', () => {
    const frames = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 200 });
    fc.assert(fc.property(frames, fc.integer({ min: 1, max: 10_000 }), (elapsed, stepsPerFrame) => {
      const advance = paced(stepsPerFrame);
      let steps = 0;
      for (const ms of elapsed) steps += advance(ms);
      const wanted = elapsed.reduce((sum, ms) => sum + ms, 0) * 0.06 * stepsPerFrame;
      expect(steps).to.be.within(wanted - 1.001, wanted + 0.001);
      expect(Number.isInteger(steps)).to.equal(true);
      expect(paced(stepsPerFrame)(0)).to.equal(0);
    }));
  });
});

describe('The automatic pace of a TrainingRun', () => {
  const MILESTONES = [1, 10, 100, 1000, 10_000, 100_000];

  /** Returns the seconds after which each of MILESTONES is reached. */
  function times(hertz: number): number[] {
    const advance = paced('auto');
    const found: number[] = [];
    for (let frame = 1, steps = 0; found.length < MILESTONES.length; frame++) {
      steps += advance(1000 / hertz);
      while (steps >= MILESTONES[found.length]) found.push(frame / hertz);
    }
    return found;
  }

  it('takes the first step after half a second and ten times as many every 1.2 s, up to 1000 in 1/60 s', () => {
    for (const hertz of [24, 60, 144]) {
      const [first, ten, hundred, thousand, tenThousand, last] = times(hertz);
      const late = 1 / hertz + 1e-9;
      const reached = [[first, 0.57], [ten, 1.59], [hundred, 2.76], [thousand, 3.96], [tenThousand, 5.16]];
      for (const [found, wanted] of reached) {
        expect(found, `${hertz} Hz`).to.be.within(wanted - 0.01, wanted + 0.01 + late);
      }
      // 1000 in 1/60 s from step 31,250 on, which it reaches after 5.75 s.
      expect(last, `${hertz} Hz`).to.be.within(6.88, 6.92 + late);
    }
  });

  it('depends on the step alone, after going back too', async () => {
    const bench = new RunBench();
    bench.run.stepsPerFrame = 'auto';
    const trainer = bench.start();
    const stepsIn = (frames: number): number => {
      const { steps } = trainer;
      for (let k = 0; k < frames; k++) bench.timing.tick();
      return trainer.steps - steps;
    };
    trainer.step(500);
    const before = stepsIn(10);
    trainer.step(3000);
    void bench.run.goTo(500);
    bench.timing.tick();
    expect([trainer.steps, stepsIn(10)]).to.deep.equal([500, before]);
  });

  it('gives the bits of any other pace', () => {
    const bench = new RunBench();
    bench.run.stepsPerFrame = 'auto';
    bench.run.maxSteps = 5000;
    const trainer = bench.start();
    bench.finish();
    const other = makeTrainer();
    other.step(5000);
    expect(stateOf(trainer)).to.equal(stateOf(other));
  });

  it('tells its owner each sample while there are fewer than 30 steps a second, and that of a single step', () => {
    const bench = new RunBench();
    bench.run.stepsPerFrame = 'auto';
    const trainer = bench.start();
    while (trainer.steps < 40) bench.timing.tick();
    const other = makeTrainer();
    const wanted = Array.from({ length: 15 }, () => {
      const sample = other.peek();
      other.step();
      return sample;
    });
    expect(bench.samples).to.deep.equal(wanted);
    bench.run.pause();
    const next = trainer.peek();
    bench.run.step(1);
    bench.run.step(2);
    expect(bench.samples.slice(15)).to.deep.equal([next]);
  });
});

describe('The beginning of a TrainingRun', () => {
  let bench: RunBench;

  beforeEach(() => {
    bench = new RunBench();
    bench.run.start(makeTrainer(), true);
    bench.wake();
  });
  const tick = (frames: number): number => {
    for (let k = 0; k < frames; k++) bench.timing.tick();
    return bench.run.trainer!.steps;
  };

  it('is half a second after its picture is prominent, and changes nothing that scripts see', () => {
    bench.picture.prominent = false;
    expect([tick(100), bench.timing.pending]).to.deep.equal([0, false]);
    bench.picture.prominent = true;
    bench.wake();
    expect([tick(30), tick(1)]).to.deep.equal([0, 100]);
    expect([bench.run.playing, bench.changes]).to.deep.equal([true, ['steps']]);
    bench.picture.prominent = false;
    expect(tick(1), 'once begun it goes on while it is visible').to.equal(200);
  });

  it('counts as the first step of the automatic pace, so that a power of ten takes 0.8 to 1.8 s from there', () => {
    bench.run.stepsPerFrame = 'auto';
    let frames = 0;
    const passed = [1, 10, 100, 1000, 10_000].map((mark) => {
      for (; bench.run.trainer!.steps < mark; frames++) tick(1);
      return frames / 60;
    });
    expect(passed[0]).to.be.within(0.5, 0.52);
    for (let k = 1; k < passed.length; k++) {
      expect(passed[k] - (k > 1 ? passed[k - 1] : 0), `to ${10 ** k}`).to.be.within(0.8, 1.8);
    }
  });

  it('is at once where a script or the reader plays or starts over', () => {
    bench.play();
    expect(bench.changes).to.deep.equal([]);
    expect(tick(1)).to.equal(100);
    bench.run.start(makeTrainer(), true);
    bench.run.reset();
    bench.wake();
    expect(tick(1)).to.equal(100);
  });
});

describe('TrainingRun on the clock', () => {
  let bench: RunBench;
  let timing: ManualTiming;
  let run: TrainingRun;

  beforeEach(() => {
    bench = new RunBench();
    ({ timing, run } = bench);
  });

  it('takes the first frame for a sixtieth of a second, whatever the display, and applies another pace at once', () => {
    const trainer = bench.start();
    timing.tick(1000 / 144);
    expect(trainer.steps).to.equal(100);
    run.stepsPerFrame = 10;
    timing.tick();
    expect(trainer.steps).to.equal(110);
  });

  it('gives the same run in slices as in one piece, and notifies once a frame', () => {
    run.stepsPerFrame = 5000; // many slices a frame
    const trainer = bench.start();
    for (let k = 0; k < 4; k++) timing.tick();
    const other = makeTrainer();
    other.step(20_000);
    expect(stateOf(trainer)).to.equal(stateOf(other));
    expect(bench.changes).to.deep.equal(['steps', 'steps', 'steps', 'steps']);
  });

  it('drops what the frame cannot hold', () => {
    run.stepsPerFrame = 10_000;
    timing.lookMs = 2; // the time is up after a few slices
    const trainer = bench.start();
    timing.tick();
    const first = trainer.steps;
    expect(first).to.be.within(1, 9999);
    timing.lookMs = 0;
    timing.tick();
    expect(trainer.steps).to.equal(first + 10_000);
  });

  it('stands still while nobody sees it', () => {
    bench.picture.visible = false;
    const trainer = bench.start();
    timing.tick();
    expect(trainer.steps).to.equal(0);
  });
});

describe('TrainingRun.maxSteps', () => {
  let bench: RunBench;
  let timing: ManualTiming;
  let run: TrainingRun;
  let trainer: Trainer;

  beforeEach(() => {
    bench = new RunBench();
    ({ timing, run } = bench);
    run.maxSteps = 1234;
    trainer = bench.start();
  });

  it('is reached exactly, and announced once', () => {
    bench.finish();
    timing.tick(1000);
    expect([trainer.steps, run.rest, run.playing, run.moving]).to.deep.equal([1234, 'done', false, false]);
    expect(bench.changesOf('pause', 'done')).to.deep.equal(['pause', 'done']);
  });

  it('is as far away again for a run that is played on', () => {
    bench.finish();
    bench.play();
    expect([run.rest, run.playing]).to.deep.equal([undefined, true]);
    bench.finish();
    expect(trainer.steps).to.equal(2468);
    expect(bench.changesOf('play', 'pause', 'done')).to.deep.equal(['pause', 'done', 'play', 'pause', 'done']);
  });

  it('may be played on from a listener for the end', () => {
    let again = true;
    bench.onChange = (change) => {
      if (change === 'done' && again) {
        again = false;
        run.play();
      }
    };
    bench.finish();
    expect(trainer.steps).to.equal(2468);
    expect(bench.changesOf('done')).to.have.length(2);
  });

  it('is not moved by a pause', () => {
    timing.tick();
    run.pause();
    timing.settle();
    bench.play();
    bench.finish();
    expect(trainer.steps).to.equal(1234);
    expect(bench.changesOf('play', 'pause', 'done')).to.deep.equal(['pause', 'play', 'pause', 'done']);
  });

  it('does not bind `step`', () => {
    bench.finish();
    run.step(10);
    expect([trainer.steps, run.rest]).to.deep.equal([1244, 'done']);
    expect(bench.changesOf('done')).to.have.length(1);
  });

  it('can be reached by `step` while it plays', () => {
    run.step(2000);
    expect([run.rest, run.playing]).to.deep.equal(['done', false]);
    expect(bench.changes).to.deep.equal(['steps', 'pause', 'done']);
  });

  it('ends a run at once when it is put below the present step', () => {
    for (let k = 0; k < 5; k++) timing.tick();
    run.maxSteps = 300;
    bench.finish();
    expect([trainer.steps, run.rest]).to.deep.equal([500, 'done']);
  });

  it('ends the rest, but not the pause, when it is put higher', () => {
    bench.finish();
    run.maxSteps = 2000;
    expect([run.rest, run.playing]).to.deep.equal([undefined, false]);
    bench.play();
    bench.finish();
    expect(trainer.steps).to.equal(2000);
  });

  it('counts from 0 after a reset', () => {
    bench.finish();
    bench.play();
    timing.tick();
    run.reset();
    bench.finish();
    expect(trainer.steps).to.equal(1234);
  });
});
