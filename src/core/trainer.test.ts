import { expect } from 'chai';
import { circleTrainer, circleParameters, parametersOf, stateOf } from '../testing/circle-trainer.js';
import { Network } from './network.js';
import { createTarget } from './targets.js';

describe('Trainer: a run', () => {
  it('is the same to the bit however its steps are cut, so that a slow display changes nothing', () => {
    const whole = circleTrainer({ seed: 'cut' });
    whole.step(3000);
    for (const chunks of [[1], [1000], [7, 64, 129, 1, 0, 333]]) {
      const cut = circleTrainer({ seed: 'cut' });
      for (let k = 0; cut.steps < 3000; k++) cut.step(Math.min(chunks[k % chunks.length], 3000 - cut.steps));
      expect(stateOf(cut), `chunks of ${chunks.join()}`).to.equal(stateOf(whole));
    }
  });

  it('trains on uniform points and their targets, one a step', () => {
    const wanted = new Network({ layers: [2, 8, 1] });
    const run = circleTrainer({ seed: 'by hand', learningRate: 0.2 });
    wanted.parameters.set(run.network.parameters);
    const target = createTarget('circle');
    for (let k = 0; k < 500; k++) {
      const { x, y, target: label } = run.peek();
      expect(label).to.equal(target(x, y));
      wanted.train([x, y], [label], 0.2);
      run.step();
    }
    expect(parametersOf(run)).to.deep.equal([...wanted.parameters]);
    expect(run.steps).to.equal(500);
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

  it('is one of its seed, and 7 is the seed "7"', () => {
    const [a, b, c] = [circleTrainer({ seed: 7 }), circleTrainer({ seed: '7' }), circleTrainer({ seed: 8 })];
    for (const run of [a, b, c]) run.step(500);
    expect(stateOf(a)).to.equal(stateOf(b));
    expect(a.seed).to.equal('7');
    expect(parametersOf(a)).not.to.deep.equal(parametersOf(c));
  });

  it('has the seed 0 where none is given', () => {
    expect(stateOf(circleTrainer())).to.equal(stateOf(circleTrainer({ seed: 0 })));
  });

  it('keeps its samples when the initial weights are drawn otherwise', () => {
    const [he, uniform] = [circleTrainer({ seed: 'samples', init: 'he' }), circleTrainer({ seed: 'samples', init: 'uniform' })];
    const started = circleTrainer({ seed: 'samples', parameters: circleParameters });
    expect(parametersOf(he)).not.to.deep.equal(parametersOf(uniform));
    for (let k = 0; k < 200; k++) {
      expect(uniform.peek()).to.deep.equal(he.peek());
      expect(started.peek()).to.deep.equal(he.peek());
      for (const run of [he, uniform, started]) run.step();
    }
  });

  it('draws weights and samples from streams that are not the same', () => {
    const { weightsRandom, samplesRandom } = circleTrainer({ parameters: circleParameters }).getState();
    expect(weightsRandom).not.to.deep.equal(samplesRandom);
  });
});

describe('Trainer.peek', () => {
  it('shows the sample of the next step and changes nothing', () => {
    const run = circleTrainer({ seed: 'peek', target: (x, y) => x + y });
    run.step(10);
    const before = stateOf(run);
    const { x, y, target } = run.peek();
    expect(run.peek()).to.deep.equal({ x, y, target });
    expect(stateOf(run)).to.equal(before);
    const seen: number[][] = [];
    const watched = circleTrainer({ seed: 'peek', target: (px, py) => { seen.push([px, py]); return px + py; } });
    watched.step(11);
    expect(seen).to.have.length(11);
    expect(seen[10]).to.deep.equal([x, y]);
    expect(target).to.equal(x + y);
  });
});

describe('Trainer.reset', () => {
  it('without a seed gives the same run again, to the bit', () => {
    const run = circleTrainer({ seed: 'again' });
    const start = stateOf(run);
    run.step(777);
    const end = stateOf(run);
    run.reset();
    expect(run.steps).to.equal(0);
    expect(stateOf(run)).to.equal(start);
    run.step(777);
    expect(stateOf(run)).to.equal(end);
  });

  it('with a seed begins the run of that seed', () => {
    const run = circleTrainer({ seed: 'one' });
    run.step(100);
    run.reset('two');
    expect(run.seed).to.equal('two');
    expect(stateOf(run)).to.equal(stateOf(circleTrainer({ seed: 'two' })));
    run.reset(5);
    expect(run.seed).to.equal('5');
    run.step(100);
    run.reset();
    expect(stateOf(run)).to.equal(stateOf(circleTrainer({ seed: 5 })));
  });

  it('keeps the settings of the moment', () => {
    const run = circleTrainer({ learningRate: 0.1 });
    run.learningRate = 0.05;
    run.updateOrder = 'in-place';
    run.reset();
    expect(run.learningRate).to.equal(0.05);
    expect(run.updateOrder).to.equal('in-place');
  });

  it('returns to given parameters, but leaves them behind for another seed', () => {
    const own = [...circleParameters];
    const run = circleTrainer({ seed: 'given', parameters: own });
    expect(parametersOf(run)).to.deep.equal(circleParameters);
    own.fill(0);
    run.step(200);
    expect(parametersOf(run)).not.to.deep.equal(circleParameters);
    run.reset();
    expect(parametersOf(run)).to.deep.equal(circleParameters);
    run.reset('other');
    expect(stateOf(run)).to.equal(stateOf(circleTrainer({ seed: 'other' })));
    run.reset();
    expect(parametersOf(run)).to.deep.equal(parametersOf(circleTrainer({ seed: 'other' })));
  });
});

describe('Trainer: settings', () => {
  it('take another learning rate and order while training', () => {
    const run = circleTrainer({ seed: 'live', learningRate: 0.1 });
    const wanted = new Network({ layers: [2, 8, 1] });
    wanted.parameters.set(run.network.parameters);
    const stages = [[0.1, 'simultaneous'], [0.02, 'simultaneous'], [0.02, 'in-place'], [0, 'in-place'], [0.3, 'simultaneous']] as const;
    for (const [rate, order] of stages) {
      run.learningRate = rate;
      run.updateOrder = order;
      for (let k = 0; k < 90; k++) {
        const { x, y, target } = run.peek();
        wanted.train([x, y], [target], rate, order);
        run.step();
      }
      expect(parametersOf(run), `${rate} ${order}`).to.deep.equal([...wanted.parameters]);
    }
  });

  it('are refused with what was found and what is expected, and stay as they were', () => {
    const run = circleTrainer();
    for (const rate of [-0.1, NaN, Infinity, '0.1' as unknown as number]) {
      expect(() => { run.learningRate = rate; }).to.throw(RangeError, `learning rate is ${rate}, expected a finite number ≥ 0`);
      expect(() => circleTrainer({ learningRate: rate })).to.throw(RangeError, 'learning rate');
    }
    expect(() => { run.updateOrder = 'toString' as 'in-place'; }).to.throw(RangeError, 'toString is none of simultaneous, in-place');
    expect(() => circleTrainer({ updateOrder: '' as 'in-place' })).to.throw(RangeError, 'none of simultaneous, in-place');
    expect(() => circleTrainer({ init: 'xavier' as 'he' })).to.throw(RangeError, 'xavier is none of he, uniform');
    expect(run.learningRate).to.equal(0.1);
    expect(run.updateOrder).to.equal('simultaneous');
  });

  it('need a network of two inputs and one output', () => {
    for (const layers of [[1, 8, 1], [3, 1], [2, 8, 2]]) {
      expect(() => circleTrainer({ network: new Network({ layers }) }))
        .to.throw(RangeError, `network is ${layers.join('-')}, expected two inputs and one output`);
    }
    expect(circleTrainer({ network: new Network({ layers: [2, 1] }) }).steps).to.equal(0);
  });

  it('take as many finite parameters as the network has, from any array', () => {
    expect(parametersOf(circleTrainer({ parameters: Float64Array.from(circleParameters) }))).to.deep.equal(circleParameters);
    for (const parameters of [[], circleParameters.slice(1), [...circleParameters, 0], [...circleParameters.slice(1), NaN], [...circleParameters.slice(1), Infinity], new Array<number>(33)]) {
      expect(() => circleTrainer({ parameters }), `${parameters.length}`).to.throw(RangeError, 'expected 33 numbers within ±10⁶');
    }
  });

  it('refuse a count of steps that is none', () => {
    const run = circleTrainer();
    for (const count of [-1, 0.5, NaN, Infinity, 2 ** 60]) {
      expect(() => run.step(count)).to.throw(RangeError, `count is ${count}, expected an integer ≥ 0`);
    }
    expect(run.steps).to.equal(0);
    run.step(0);
    expect(run.steps).to.equal(0);
  });
});

describe('Trainer.score', () => {
  it('follows the resolution that is asked for, and the training', () => {
    const run = circleTrainer({ seed: 'score' });
    expect(run.score(4).baseline).to.equal(0.75);
    expect(run.score(2).baseline).to.equal(1);
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
