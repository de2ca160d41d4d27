import { expect } from 'chai';
import { circleTrainer, stateOf } from '../testing/circle-trainer.js';
import { Network } from './network.js';
import { createRandom } from './random.js';
import { createTarget } from './targets.js';
import type { Trainer, TrainerOptions } from './trainer.js';

/** The options of a run, and its changes of settings, each at its step. */
interface Course {
  readonly options?: Partial<TrainerOptions>;
  readonly changes: readonly (readonly [step: number, change: Parameters<Trainer['change']>[0]])[];
}

const data = {
  points: Float64Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) / 30 - 1),
  labels: Float64Array.from({ length: 30 }, (_, i) => (i % 3) / 2),
};

const changing: Course = {
  changes: [
    [1000, { learningRate: 0.03 }],
    [1500, { updateOrder: 'in-place' }],
    [1501, { target: createTarget('xor') }],
    [1501, { learningRate: 0.2 }],
    [2048, { updateOrder: 'simultaneous' }],
    [7777, { data, split: 0.7 }],
    [9000, { noise: 0.1 }],
    [9500, { data: undefined }],
  ],
};

const courses: Readonly<Record<string, Course>> = {
  'a plain run': { changes: [] },
  'a run with changes': changing,
  'a run on data': { options: { data, noise: 0.05, split: 0.5 }, changes: [[3000, { learningRate: 0.01 }]] },
  'a run on noisy points': { options: { noise: 0.2 }, changes: [] },
};

/** Returns a new run that has followed a course as far as a step. */
function follow({ options, changes }: Course, to: number): Trainer {
  const run = circleTrainer({ seed: 'course', ...options });
  for (const [step, change] of changes.filter(([at]) => at <= to)) {
    run.step(step - run.steps);
    run.change(change);
  }
  run.step(to - run.steps);
  return run;
}

describe('Trainer.goTo', () => {
  for (const [name, course] of Object.entries(courses)) {
    it(`gives the state of a new run at every step of ${name}, back and forth`, () => {
      const random = createRandom(name);
      const run = follow(course, 12_000);
      const fresh = new Map<number, string>();
      for (let k = 0; k < 50; k++) {
        const step = [0, 1500, 1501, 12_000, 63][k] ?? Math.floor(random() * 13_000);
        run.goTo(step);
        if (!fresh.has(step)) fresh.set(step, stateOf(follow(course, step)));
        expect(stateOf(run), `step ${step}`).to.equal(fresh.get(step));
      }
    });
  }

  it('gives the samples of that step', () => {
    const run = circleTrainer({ seed: 1 }, 5000);
    const next = run.peek();
    run.goTo(100);
    run.goTo(5000);
    expect(run.peek()).to.deep.equal(next);
  });

  it('repeats the changes when the run is trained on from an earlier step', () => {
    const run = follow(changing, 12_000);
    const end = stateOf(run);
    run.goTo(500);
    expect(run.learningRate).to.equal(0.1);
    run.step(600);
    expect(run.learningRate).to.equal(0.03);
    run.step(10_900);
    expect(stateOf(run)).to.equal(end);
  });

  it('forgets the former course after a change at an earlier step', () => {
    const run = follow(changing, 12_000);
    run.goTo(1200);
    run.learningRate = 0.5;
    run.step(4000);
    const wanted = follow({ changes: [[1000, { learningRate: 0.03 }], [1200, { learningRate: 0.5 }]] }, 5200);
    expect(stateOf(run)).to.equal(stateOf(wanted));
    run.goTo(1100);
    expect(run.learningRate).to.equal(0.03);
    run.goTo(5200);
    expect(stateOf(run)).to.equal(stateOf(wanted));
  });

  it('knows the furthest step of the run, until the run takes another course', () => {
    const run = circleTrainer({ seed: 1 }, 3000);
    run.goTo(100);
    run.step(20);
    expect([run.steps, run.lastStep]).to.deep.equal([120, 3000]);
    run.goTo(3500);
    run.goTo(10);
    expect(run.lastStep).to.equal(3500);
    run.learningRate = 0.3;
    expect(run.lastStep).to.equal(10);
    run.step(5);
    expect(run.lastStep).to.equal(15);
    run.reset();
    expect(run.lastStep).to.equal(0);
  });

  it('ignores settings that are set to their present values', () => {
    const run = circleTrainer({ seed: 1 }, 3000);
    run.goTo(2000);
    run.learningRate = 0.1;
    run.change({ noise: 0, split: 1 });
    run.rewind(2999);
    expect(run.steps).to.equal(2048); // a later snapshot still exists
  });

  it('returns from the divergence of a run, which then diverges at the same step again', () => {
    const run = follow({ options: { seed: 4 }, changes: [[2000, { learningRate: 10 }]] }, 4000);
    expect(run.diverged).to.equal(true);
    const end = stateOf(run);
    const last = run.steps;
    for (const step of [1500, last + 1]) { // the second is between the last sound check and the one that failed
      run.goTo(step);
      expect([run.steps, run.diverged]).to.deep.equal([step, false]);
    }
    run.goTo(4000);
    expect(stateOf(run)).to.equal(end);
  });

  it('reaches back to the state that a run began with', () => {
    const run = circleTrainer({ seed: 6 }, 9000);
    run.setState(circleTrainer({ seed: 5 }, 3001).getState());
    const begin = stateOf(run);
    expect(run.firstStep).to.equal(3001);
    run.step(5000);
    run.goTo(10);
    expect(stateOf(run)).to.equal(begin);
  });

  it('forgets the former run after a reset', () => {
    const run = circleTrainer({ seed: 5 }, 3000);
    run.reset('other');
    run.step(3000);
    run.goTo(2000);
    expect(stateOf(run)).to.equal(stateOf(circleTrainer({ seed: 'other' }, 2000)));
  });

  it('reaches back only as far as changes are remembered', () => {
    const run = circleTrainer({ seed: 5 });
    for (let k = 0; k < 1500; k++) {
      run.step(3);
      run.learningRate = 0.05 + (k % 7) / 100;
    }
    const now = stateOf(run);
    run.goTo(0);
    expect([run.firstStep, run.steps]).to.deep.equal([3000, 3000]);
    run.goTo(4500);
    expect(stateOf(run)).to.equal(now);
  });

  it('works for deep networks and any activation', () => {
    const [run, wanted] = [5000, 1234].map((steps) => circleTrainer({
      network: new Network({ layers: [2, 6, 4, 1], activation: 'tanh', outputActivation: 'sigmoid' }), seed: 3,
    }, steps));
    run.goTo(1234);
    expect(stateOf(run)).to.equal(stateOf(wanted));
  });

  it('refuses anything but integers ≥ 0', () => {
    const run = circleTrainer();
    for (const step of [-1, 0.5, NaN, Infinity, '3' as unknown as number]) {
      expect(() => run.goTo(step)).to.throw(RangeError, `step is ${step}, expected an integer ≥ 0`);
    }
  });
});
