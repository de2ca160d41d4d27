import { expect } from 'chai';
import { circleParameters, circleTrainer, parametersOf, stateOf } from '../testing/circle-trainer.js';
import { Network, updateOrders } from './network.js';
import { createTarget } from './targets.js';
import type { Trainer } from './trainer.js';

/** Checks that a run takes the steps that `network.train` takes on the samples that `peek` shows. */
function expectSteps(run: Trainer, steps: number): void {
  const wanted = new Network({ layers: [2, 8, 1] });
  wanted.parameters.set(run.network.parameters);
  for (let k = 0; k < steps; k++) {
    const { x, y, target } = run.peek();
    expect(target).to.equal(createTarget('circle')(x, y));
    wanted.train([x, y], [target], run.learningRate, run.updateOrder);
    run.step();
  }
  expect(parametersOf(run)).to.deep.equal([...wanted.parameters]);
}

describe('Trainer: a run', () => {
  it('has the same bits however its steps are divided, so that a slow display changes nothing', () => {
    const whole = circleTrainer({ seed: 'cut' }, 3000);
    for (const chunks of [[1], [1000], [7, 64, 129, 1, 0, 333]]) {
      const run = circleTrainer({ seed: 'cut' });
      for (let k = 0; run.steps < 3000; k++) run.step(Math.min(chunks[k % chunks.length], 3000 - run.steps));
      expect(stateOf(run), `chunks of ${chunks.join()}`).to.equal(stateOf(whole));
    }
  });

  it('trains on one point and its target a step, with the settings of the moment', () => {
    const run = circleTrainer({ seed: 'by hand', learningRate: 0.2 });
    expectSteps(run, 500);
    expect(run.steps).to.equal(500);
    for (const learningRate of [0.02, 0, 0.3]) {
      for (const updateOrder of updateOrders) {
        run.change({ learningRate, updateOrder });
        expectSteps(run, 90);
      }
    }
  });

  it('draws its points evenly from the square', () => {
    const run = circleTrainer({ seed: 'even', learningRate: 0 });
    const quarters = [0, 0, 0, 0];
    let most = 0;
    for (let k = 0; k < 4000; k++) {
      const { x, y } = run.peek();
      most = Math.max(most, Math.abs(x), Math.abs(y));
      quarters[+(x >= 0) + 2 * +(y >= 0)]++;
      run.step();
    }
    expect(most).to.be.within(0.99, 1);
    for (const n of quarters) expect(n).to.be.closeTo(1000, 120); // over four standard deviations
  });

  it('learns the circle', () => {
    const run = circleTrainer({ seed: 1 });
    const before = run.score();
    run.step(20_000);
    const after = run.score();
    expect(after.accuracy).to.be.above(0.93).and.above(before.accuracy);
    expect(after.iou).to.be.above(0.7);
    expect(after.baseline).to.be.closeTo(1 - Math.PI / 16, 0.001);
  });

  it('depends on its seed, where 7 is the seed "7" and 0 the default', () => {
    const [a, b, c] = [7, '7', 8].map((seed) => circleTrainer({ seed }, 500));
    expect(stateOf(a)).to.equal(stateOf(b));
    expect(a.seed).to.equal('7');
    expect(parametersOf(a)).not.to.deep.equal(parametersOf(c));
    expect(stateOf(circleTrainer())).to.equal(stateOf(circleTrainer({ seed: 0 })));
  });

  it('draws the same samples whatever the initial weights', () => {
    const inits = (['undecided', 'he', 'uniform'] as const).map((init) => ({ init }));
    const starts = [...inits, { parameters: circleParameters }];
    const runs = starts.map((start) => circleTrainer({ seed: 'samples', ...start }));
    expect(parametersOf(runs[0])).not.to.deep.equal(parametersOf(runs[1]));
    for (let k = 0; k < 200; k++) {
      for (const run of runs) expect(run.peek()).to.deep.equal(runs[0].peek());
      for (const run of runs) run.step();
    }
    const { weightsRandom, samplesRandom } = runs[2].getState();
    expect(weightsRandom).not.to.deep.equal(samplesRandom);
  });
});

describe('Trainer.peek', () => {
  it('returns the sample of the next step and changes nothing', () => {
    const run = circleTrainer({ seed: 'peek', target: (x, y) => x + y }, 10);
    const before = stateOf(run);
    const { x, y, target } = run.peek();
    expect(run.peek()).to.deep.equal({ x, y, target });
    expect(stateOf(run)).to.equal(before);
    expect(target).to.equal(x + y);
    const seen: number[][] = [];
    circleTrainer({ seed: 'peek', target: (px, py) => { seen.push([px, py]); return px + py; } }, 11);
    expect([seen.length, seen[10]]).to.deep.equal([11, [x, y]]);
  });
});

describe('Trainer.reset', () => {
  it('repeats the run bit for bit without a seed', () => {
    const run = circleTrainer({ seed: 'again' });
    const start = stateOf(run);
    run.step(777);
    const end = stateOf(run);
    run.reset();
    expect(stateOf(run)).to.equal(start);
    run.step(777);
    expect(stateOf(run)).to.equal(end);
  });

  it('begins the run of another seed', () => {
    const run = circleTrainer({ seed: 'one' }, 100);
    run.reset('two');
    expect(stateOf(run)).to.equal(stateOf(circleTrainer({ seed: 'two' })));
    run.reset(5);
    expect(run.seed).to.equal('5');
    run.step(100);
    run.reset();
    expect(stateOf(run)).to.equal(stateOf(circleTrainer({ seed: 5 })));
  });

  it('keeps the settings of the moment', () => {
    const run = circleTrainer();
    run.change({ learningRate: 0.05, updateOrder: 'in-place' });
    run.reset();
    expect([run.learningRate, run.updateOrder]).to.deep.equal([0.05, 'in-place']);
  });

  it('returns to given parameters, but not for another seed', () => {
    const own = [...circleParameters];
    const run = circleTrainer({ seed: 'given', parameters: own });
    own.fill(0);
    expect(parametersOf(run)).to.deep.equal(circleParameters);
    run.step(200);
    expect(parametersOf(run)).not.to.deep.equal(circleParameters);
    run.reset();
    expect(parametersOf(run)).to.deep.equal(circleParameters);
    for (const seed of ['other', undefined]) {
      run.reset(seed);
      expect(stateOf(run)).to.equal(stateOf(circleTrainer({ seed: 'other' })));
    }
  });
});

describe('Trainer: options and settings', () => {
  it('are refused with what was found, and stay as they were', () => {
    const run = circleTrainer();
    for (const rate of [-0.1, NaN, Infinity, '0.1' as unknown as number]) {
      expect(() => { run.learningRate = rate; }).to.throw(RangeError, `learning rate is ${rate}, expected`);
      expect(() => circleTrainer({ learningRate: rate })).to.throw(RangeError, 'learning rate');
    }
    for (const order of ['toString', ''] as unknown as 'in-place'[]) {
      expect(() => { run.updateOrder = order; }).to.throw(RangeError, `${order} is none of simultaneous, in-place`);
      expect(() => circleTrainer({ updateOrder: order })).to.throw(RangeError, 'none of simultaneous, in-place');
    }
    const xavier = 'xavier' as 'he';
    expect(() => circleTrainer({ init: xavier })).to.throw(RangeError, 'xavier is none of undecided, he, uniform');
    expect([run.learningRate, run.updateOrder]).to.deep.equal([0.1, 'simultaneous']);
  });

  it('need a network of two inputs and one output', () => {
    for (const layers of [[1, 8, 1], [3, 1], [2, 8, 2]]) {
      const network = new Network({ layers });
      expect(() => circleTrainer({ network })).to.throw(RangeError, `network is ${layers.join('-')}, expected`);
    }
    expect(circleTrainer({ network: new Network({ layers: [2, 1] }) }).steps).to.equal(0);
  });

  it('accept as many finite parameters as the network has, from any array', () => {
    const typed = circleTrainer({ parameters: Float64Array.from(circleParameters) });
    expect(parametersOf(typed)).to.deep.equal(circleParameters);
    const rest = circleParameters.slice(1);
    const bad = [[], rest, [...circleParameters, 0], [...rest, NaN], [...rest, Infinity], new Array<number>(33)];
    for (const parameters of bad) {
      expect(() => circleTrainer({ parameters }), `${parameters.length}`).to.throw(RangeError, 'expected 33 numbers');
    }
  });

  it('include no count of steps but integers ≥ 0', () => {
    const run = circleTrainer();
    for (const count of [-1, 0.5, NaN, Infinity, 2 ** 60]) {
      expect(() => run.step(count)).to.throw(RangeError, `count is ${count}, expected an integer ≥ 0`);
    }
    run.step(0);
    expect(run.steps).to.equal(0);
  });
});

describe('Trainer.score', () => {
  it('follows resolution and training, and changes nothing', () => {
    const run = circleTrainer({ seed: 'score' });
    expect([run.score(4).baseline, run.score(2).baseline]).to.deep.equal([0.75, 1]);
    expect(run.score().baseline).to.be.closeTo(0.8036, 0.001);
    const before = run.score(20);
    run.step(2000);
    expect(run.score(20).loss).to.be.below(before.loss);
    const state = stateOf(run);
    run.score(30);
    expect(stateOf(run)).to.equal(state);
    expect(() => run.score(0)).to.throw(RangeError, 'resolution is 0');
  });
});
