import { expect } from 'chai';
import { createTarget, LearningCurve, milestones, Network, Trainer } from '../core/index.js';
import { parametersOf } from '../testing/circle-trainer.js';
import { makeTrainer, MUCH_TOO_HIGH, RunBench } from '../testing/run-bench.js';
import { SCORED_CELLS, type TrainingRun } from './training-run.js';

const milestonesTo = (steps: number, stride = 1): number[] =>
  [...milestones].filter((at, k) => at <= steps && k % stride === 0);

describe('The curve of a TrainingRun', () => {
  let run: TrainingRun;
  let bench: RunBench;

  beforeEach(() => {
    bench = new RunBench();
    ({ run } = bench);
    run.curve = new LearningCurve();
  });

  /** Returns the points of the curve: steps, loss and IoU. */
  const points = (): readonly (readonly (number | null)[])[] => run.curve!.toJSON().points;
  const steps = (): unknown[] => points().map(([at]) => at);

  for (const hertz of [30, 60, 144]) {
    it(`has the score at each milestone at ${hertz} Hz, and leaves the training as it is`, () => {
      const trainer = bench.start();
      while (trainer.steps < 1000) run.advance(1000 / hertz, () => false);
      run.step(1500 - trainer.steps);
      expect(steps()).to.deep.equal(milestonesTo(1500));
      const other = makeTrainer();
      for (const [at, loss, iou] of points()) {
        other.step(at! - other.steps);
        const score = other.score(SCORED_CELLS);
        expect([loss, iou], `step ${at}`).to.deep.equal([score.loss, score.iou]);
      }
      other.step(1500 - other.steps);
      expect(parametersOf(trainer)).to.deep.equal(parametersOf(other));
    });
  }

  it('lets the training stop after any look at the time', () => {
    bench.start();
    let looks = 0;
    run.advance(1000 / 60, () => ++looks === 5);
    expect(run.trainer!.steps).to.equal(5);
  });

  it('begins where it is set', () => {
    run.curve = undefined;
    bench.start();
    run.step(950);
    run.curve = new LearningCurve();
    run.step(200);
    expect(steps()).to.deep.equal(milestonesTo(1150).filter((at) => at > 950));
  });

  it('is empty after a reset', () => {
    bench.start();
    run.step(100);
    run.reset('other');
    expect(steps()).to.deep.equal([]);
    run.step(1);
    expect(steps()).to.deep.equal([0, 1]);
  });

  it('shows the loss on its way out after divergence, until the run goes elsewhere', () => {
    const trainer = bench.start(makeTrainer(MUCH_TOO_HIGH));
    run.step(50_000);
    expect(trainer.diverged).to.equal(true);
    expect(steps().length).to.be.above(milestonesTo(trainer.steps).length);
    const losses = points().map(([, loss]) => loss!);
    expect(Math.max(...losses.filter(Number.isFinite)), 'far above the first').to.be.above(10 * losses[0]);
    run.curve!.forgetAfter(trainer.lastStep);
    expect(steps()).to.deep.equal(milestonesTo(trainer.steps));
  });

  it('has every fourth milestone of a large network', () => {
    bench.start(new Trainer({ network: new Network({ layers: [2, 40, 40, 1] }), target: createTarget('circle') }));
    while (run.trainer!.steps < 100) run.advance(1, () => false); // a step or two at a time
    expect(steps()).to.deep.equal(milestonesTo(run.trainer!.steps, 4));
  });
});
