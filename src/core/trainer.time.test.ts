import { expect } from 'chai';
import { circleTrainer, stateOf } from '../testing/circle-trainer.js';
import { Network } from './network.js';
import { createRandom } from './random.js';
import { createTarget } from './targets.js';
import { Trainer, type TrainerOptions } from './trainer.js';

/** A run and the changes that were made on its way, each at its step. */
interface Journey {
  readonly options?: Partial<TrainerOptions>;
  readonly changes: readonly (readonly [step: number, change: (run: Trainer) => void])[];
}

const data = {
  points: Float64Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) / 30 - 1),
  labels: Float64Array.from({ length: 30 }, (_, i) => (i % 3) / 2),
};

const journeys: Record<string, Journey> = {
  'a plain run': { changes: [] },
  'a run with changes': {
    changes: [
      [1000, (run) => (run.learningRate = 0.03)],
      [1500, (run) => (run.updateOrder = 'in-place')],
      [1501, (run) => (run.target = createTarget('xor'))],
      [1501, (run) => (run.learningRate = 0.2)],
      [2048, (run) => (run.updateOrder = 'simultaneous')],
      [7777, (run) => run.change({ data, split: 0.7 })],
      [9000, (run) => run.change({ noise: 0.1 })],
      [9500, (run) => run.change({ data: undefined })],
    ],
  },
  'a run on data': { options: { data, noise: 0.05, split: 0.5 }, changes: [[3000, (run) => (run.learningRate = 0.01)]] },
  'a run on blurred points': { options: { noise: 0.2 }, changes: [] },
};

function travel({ options, changes }: Journey, to: number): Trainer {
  const run = circleTrainer({ seed: 'journey', ...options });
  for (const [step, change] of changes) {
    if (step > to) break;
    run.step(step - run.steps);
    change(run);
  }
  run.step(to - run.steps);
  return run;
}

describe('Trainer.goTo', () => {
  for (const [name, journey] of Object.entries(journeys)) {
    it(`comes to any step of ${name}, back and forth, as if it had only now come there`, () => {
      const random = createRandom(name);
      const run = travel(journey, 12_000);
      const fresh = new Map<number, string>();
      for (let k = 0; k < 50; k++) {
        const step = k < 5 ? [0, 1500, 1501, 12_000, 63][k] : Math.floor(random() * 13_000);
        run.goTo(step);
        if (!fresh.has(step)) fresh.set(step, stateOf(travel(journey, step)));
        expect(stateOf(run), `step ${step}`).to.equal(fresh.get(step));
      }
    });
  }

  it('takes the samples that are due there', () => {
    const run = circleTrainer({ seed: 1 });
    run.step(5000);
    const next = run.peek();
    run.goTo(100);
    run.goTo(5000);
    expect(run.peek()).to.deep.equal(next);
  });

  it('repeats the changes when the run is trained on from an earlier step', () => {
    const run = travel(journeys['a run with changes'], 12_000);
    const end = stateOf(run);
    run.goTo(500);
    expect(run.learningRate).to.equal(0.1);
    run.step(600);
    expect(run.learningRate).to.equal(0.03);
    run.step(10_900);
    expect(stateOf(run)).to.equal(end);
  });

  it('forgets the former way after a change at an earlier step', () => {
    const run = travel(journeys['a run with changes'], 12_000);
    run.goTo(1200);
    run.learningRate = 0.5;
    run.step(4000);
    const wanted = circleTrainer({ seed: 'journey' });
    wanted.step(1000);
    wanted.learningRate = 0.03;
    wanted.step(200);
    wanted.learningRate = 0.5;
    wanted.step(4000);
    expect(stateOf(run)).to.equal(stateOf(wanted));
    run.goTo(1100);
    expect(run.learningRate).to.equal(0.03);
    run.goTo(5200);
    expect(stateOf(run)).to.equal(stateOf(wanted));
  });

  it('knows the furthest step of the run, until that goes another way', () => {
    const run = circleTrainer({ seed: 1 });
    run.step(3000);
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

  it('takes a setting that is written again for none', () => {
    const run = circleTrainer({ seed: 1 });
    run.step(3000);
    run.goTo(2000);
    run.learningRate = 0.1;
    run.change({ noise: 0, split: 1 });
    run.rewind(2999);
    expect(run.steps).to.equal(2048); // a later moment is still known
  });

  it('comes back from where a run diverged, and diverges there again', () => {
    const run = circleTrainer({ seed: 4, learningRate: 0.1 });
    run.step(2000);
    run.learningRate = 10;
    run.step(2000);
    expect(run.diverged).to.equal(true);
    const end = stateOf(run);
    run.goTo(1500);
    expect(run.diverged).to.equal(false);
    run.goTo(4000);
    expect(stateOf(run)).to.equal(end);
  });

  it('comes to a step between the last sound check and the one that failed', () => {
    const run = circleTrainer({ seed: 4 });
    run.step(2000);
    run.learningRate = 10;
    run.step(5000);
    const last = run.steps;
    run.goTo(last + 1);
    expect([run.steps, run.diverged]).to.deep.equal([last + 1, false]);
  });

  it('reaches back to the state that a run came from', () => {
    const source = circleTrainer({ seed: 5 });
    source.step(3001);
    const run = circleTrainer({ seed: 6 });
    run.step(9000);
    run.setState(source.getState());
    const begin = stateOf(run);
    expect(run.firstStep).to.equal(3001);
    run.step(5000);
    run.goTo(10);
    expect(stateOf(run)).to.equal(begin);
  });

  it('begins anew with a reset', () => {
    const run = circleTrainer({ seed: 5 });
    run.step(3000);
    run.reset('other');
    run.step(3000);
    run.goTo(2000);
    const wanted = circleTrainer({ seed: 'other' });
    wanted.step(2000);
    expect(stateOf(run)).to.equal(stateOf(wanted));
  });

  it('reaches back only as far as it remembers changes', () => {
    const run = circleTrainer({ seed: 5 });
    for (let k = 0; k < 1500; k++) {
      run.step(3);
      run.learningRate = 0.05 + (k % 7) / 100;
    }
    expect(run.firstStep).to.equal(3 * 1000);
    const now = stateOf(run);
    const first = stateOf((run.goTo(0), run));
    expect(JSON.parse(first)[0].steps).to.equal(3000);
    run.goTo(4500);
    expect(stateOf(run)).to.equal(now);
  });

  it('works for deep networks and any activation', () => {
    const make = (): Trainer => new Trainer({
      network: new Network({ layers: [2, 6, 4, 1], activation: 'tanh', outputActivation: 'sigmoid' }), target: createTarget('ring'), seed: 3,
    });
    const run = make();
    run.step(5000);
    const wanted = make();
    wanted.step(1234);
    run.goTo(1234);
    expect(stateOf(run)).to.equal(stateOf(wanted));
  });

  it('refuses what is no step', () => {
    const run = circleTrainer();
    for (const step of [-1, 0.5, NaN, Infinity, '3' as unknown as number]) {
      expect(() => run.goTo(step)).to.throw(RangeError, `step is ${step}, expected an integer ≥ 0`);
    }
  });
});
