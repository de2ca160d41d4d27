import { expect } from '@open-wc/testing';
import { createTarget, LearningCurve, milestones, Network, Trainer } from '../core/index.js';
import { makeTrainer, MUCH_TOO_HIGH, RunBench } from '../testing/run-bench.js';

const upTo = (steps: number): number[] => [...milestones].filter((at) => at <= steps);
const stepsOf = (curve: LearningCurve): number[] => curve.toJSON().points.map(([steps]) => steps);

describe('TrainingRun, asked for a curve', () => {
  let bench: RunBench;

  beforeEach(() => {
    bench = new RunBench();
    bench.run.curve = new LearningCurve();
  });

  it('keeps the scores at the milestones, whatever the display\'s rate, and trains to the same bits', () => {
    const points: unknown[] = [];
    for (const hertz of [30, 60, 144]) {
      const { run } = new RunBench();
      run.curve = new LearningCurve();
      const each = makeTrainer();
      run.start(each, true);
      while (each.steps < 1000) run.advance(1000 / hertz, () => false);
      run.step(1500 - each.steps);
      points.push(run.curve.toJSON());
      const other = makeTrainer();
      other.step(1500);
      expect([...each.network.parameters]).to.deep.equal([...other.network.parameters]);
    }
    expect(points[1]).to.deep.equal(points[0]);
    expect(points[2]).to.deep.equal(points[0]);
    const other = makeTrainer();
    other.step(1000);
    const { loss, iou } = other.score();
    expect((points[0] as { points: unknown[] }).points).to.deep.include([1000, loss, iou]);
    expect((points[0] as { points: number[][] }).points.map(([steps]) => steps)).to.deep.equal(upTo(1500));
  });

  it('drops what the frame cannot hold, after any look', () => {
    bench.start();
    let looks = 0;
    bench.run.advance(1000 / 60, () => ++looks === 5);
    expect(bench.run.trainer!.steps).to.equal(5);
  });

  it('keeps one from when it is asked, and lets go of it', () => {
    const { run } = bench;
    run.curve = undefined;
    bench.start();
    run.step(950);
    run.curve = new LearningCurve();
    run.step(200);
    expect(stepsOf(run.curve)).to.deep.equal(upTo(1150).filter((at) => at > 950));
  });

  it('begins anew with each run', () => {
    const { run } = bench;
    bench.start();
    run.step(100);
    run.reset('other');
    expect(stepsOf(run.curve!)).to.deep.equal([]);
    run.step(1);
    expect(stepsOf(run.curve!)).to.deep.equal([0, 1]);
  });

  it('keeps nothing of the steps that a divergence takes back', () => {
    const { run } = bench;
    const trainer = bench.start(makeTrainer(MUCH_TOO_HIGH));
    run.step(100_000);
    expect(trainer.diverged).to.equal(true);
    expect(stepsOf(run.curve!)).to.deep.equal(upTo(trainer.steps));
  });

  it('scores a deep network at every fourth of them alone', () => {
    const { run } = bench;
    bench.start(new Trainer({ network: new Network({ layers: [2, 40, 40, 1] }), target: createTarget('circle') }));
    while (run.trainer!.steps < 100) run.advance(1, () => false); // a step or two at a time
    expect(stepsOf(run.curve!)).to.deep.equal([...milestones].filter((at, k) => at <= run.trainer!.steps && k % 4 === 0));
  });
});
