import { expect } from 'chai';
import { Network } from './network.js';
import type { TrainerState } from './state.js';
import { createTarget } from './targets.js';
import { Trainer, type TrainerOptions } from './trainer.js';

function trainer(options: Partial<TrainerOptions> = {}): Trainer {
  return new Trainer({ network: new Network({ layers: [2, 8, 1] }), target: createTarget('circle'), ...options });
}

/** Everything a run is, so that two of them can be compared to the bit. */
function stateOf(of: Trainer): string {
  return JSON.stringify([of.getState(), of.diverged]);
}

function parametersOf(of: Trainer): number[] {
  return [...of.network.parameters];
}

function through<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T;
}

/** 33 numbers, none like another. */
const given = Array.from({ length: 33 }, (_, k) => Math.sqrt(k + 1) / 10 - 0.3);

describe('Trainer: a run', () => {
  it('is the same to the bit however its steps are cut, so that a slow display changes nothing', () => {
    const whole = trainer({ seed: 'cut' });
    whole.step(3000);
    for (const chunks of [[1], [1000], [7, 64, 129, 1, 0, 333]]) {
      const cut = trainer({ seed: 'cut' });
      for (let k = 0; cut.steps < 3000; k++) cut.step(Math.min(chunks[k % chunks.length], 3000 - cut.steps));
      expect(stateOf(cut), `chunks of ${chunks.join()}`).to.equal(stateOf(whole));
    }
  });

  it('trains on uniform points and their targets, one a step', () => {
    const wanted = new Network({ layers: [2, 8, 1] });
    const run = trainer({ seed: 'by hand', learningRate: 0.2 });
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
    const run = trainer({ seed: 'even', learningRate: 0 });
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
    const run = trainer({ seed: 1 });
    const before = run.score();
    run.step(20_000);
    const after = run.score();
    expect(after.accuracy).to.be.above(0.93).and.above(before.accuracy);
    expect(after.iou).to.be.above(0.7);
    expect(after.baseline).to.be.closeTo(1 - Math.PI / 16, 0.001);
  });

  it('is one of its seed, and 7 is the seed "7"', () => {
    const [a, b, c] = [trainer({ seed: 7 }), trainer({ seed: '7' }), trainer({ seed: 8 })];
    for (const run of [a, b, c]) run.step(500);
    expect(stateOf(a)).to.equal(stateOf(b));
    expect(a.seed).to.equal('7');
    expect(parametersOf(a)).not.to.deep.equal(parametersOf(c));
  });

  it('has the seed 0 where none is given', () => {
    expect(stateOf(trainer())).to.equal(stateOf(trainer({ seed: 0 })));
  });

  it('keeps its samples when the initial weights are drawn otherwise', () => {
    const [he, uniform] = [trainer({ seed: 'samples', init: 'he' }), trainer({ seed: 'samples', init: 'uniform' })];
    const started = trainer({ seed: 'samples', parameters: given });
    expect(parametersOf(he)).not.to.deep.equal(parametersOf(uniform));
    for (let k = 0; k < 200; k++) {
      expect(uniform.peek()).to.deep.equal(he.peek());
      expect(started.peek()).to.deep.equal(he.peek());
      for (const run of [he, uniform, started]) run.step();
    }
  });

  it('draws weights and samples from streams that are not the same', () => {
    const { weightsRandom, samplesRandom } = trainer({ parameters: given }).getState();
    expect(weightsRandom).not.to.deep.equal(samplesRandom);
  });
});

describe('Trainer.peek', () => {
  it('shows the sample of the next step and changes nothing', () => {
    const run = trainer({ seed: 'peek', target: (x, y) => x + y });
    run.step(10);
    const before = stateOf(run);
    const { x, y, target } = run.peek();
    expect(run.peek()).to.deep.equal({ x, y, target });
    expect(stateOf(run)).to.equal(before);
    const seen: number[][] = [];
    const watched = trainer({ seed: 'peek', target: (px, py) => { seen.push([px, py]); return px + py; } });
    watched.step(11);
    expect(seen).to.have.length(11);
    expect(seen[10]).to.deep.equal([x, y]);
    expect(target).to.equal(x + y);
  });
});

describe('Trainer: divergence', () => {
  for (const updateOrder of ['simultaneous', 'in-place'] as const) {
    it(`stops ${updateOrder} training at the last sound check, with numbers that can be drawn`, () => {
      for (let seed = 0; seed < 20; seed++) {
        const run = trainer({ seed, learningRate: 10, updateOrder });
        run.step(20_000);
        expect(run.diverged, `seed ${seed}`).to.equal(true);
        expect(run.steps % 64, `seed ${seed}: step ${run.steps}`).to.equal(0);
        expect(run.steps).to.be.below(20_000);
        expect(run.network.parameters.every((v) => Math.abs(v) <= 1e6), `seed ${seed}: sound`).to.equal(true);
        expect(Object.values(run.score()).every(Number.isFinite), `seed ${seed}: score`).to.equal(true);
      }
    });
  }

  it('stops at the same step, with the same bits, however the steps are cut', () => {
    for (const [learningRate, seed] of [[10, 1], [10, 2], [3, 2], [3, 3]]) {
      const whole = trainer({ seed, learningRate });
      whole.step(3000);
      for (const chunk of [1, 63, 64, 65, 1000]) {
        const cut = trainer({ seed, learningRate });
        for (let done = 0; done < 3000; done += chunk) cut.step(chunk);
        if (whole.diverged) expect(stateOf(cut), `chunks of ${chunk}`).to.equal(stateOf(whole));
        else expect(cut.diverged).to.equal(false);
      }
    }
  });

  it('goes back to where the run was at the check, not further', () => {
    const run = trainer({ seed: 'cliff' });
    run.step(130);
    const wanted = trainer({ seed: 'cliff' });
    wanted.step(128);
    run.network.parameters[0] = Infinity;
    run.step(100);
    expect(run.diverged).to.equal(true);
    expect(run.steps).to.equal(128);
    expect(parametersOf(run)).to.deep.equal(parametersOf(wanted));
    expect(run.peek()).to.deep.equal(wanted.peek());
  });

  it('does nothing more once diverged, until a new start', () => {
    const run = trainer({ seed: 3, learningRate: 10 });
    run.step(5000);
    const before = stateOf(run);
    run.step(1000);
    run.step();
    expect(stateOf(run)).to.equal(before);
    run.learningRate = 0.1;
    run.reset();
    expect(run.diverged).to.equal(false);
    run.step(1000);
    expect(run.steps).to.equal(1000);
  });

  it('takes a parameter of a million, and no larger one', () => {
    const run = trainer({ learningRate: 0 });
    run.network.parameters[5] = -1e6;
    run.step(64);
    expect(run.diverged).to.equal(false);
    run.network.parameters[5] = -1_000_001;
    run.step(64);
    expect(run.diverged).to.equal(true);
    expect(run.network.parameters[5]).to.equal(-1e6);
    for (const lost of [NaN, Infinity, -Infinity]) {
      const other = trainer();
      other.network.parameters[32] = lost;
      other.step(64);
      expect(other.diverged, String(lost)).to.equal(true);
      expect(other.steps).to.equal(0);
    }
  });
});

describe('Trainer.reset', () => {
  it('without a seed gives the same run again, to the bit', () => {
    const run = trainer({ seed: 'again' });
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
    const run = trainer({ seed: 'one' });
    run.step(100);
    run.reset('two');
    expect(run.seed).to.equal('two');
    expect(stateOf(run)).to.equal(stateOf(trainer({ seed: 'two' })));
    run.reset(5);
    expect(run.seed).to.equal('5');
    run.step(100);
    run.reset();
    expect(stateOf(run)).to.equal(stateOf(trainer({ seed: 5 })));
  });

  it('keeps the settings of the moment', () => {
    const run = trainer({ learningRate: 0.1 });
    run.learningRate = 0.05;
    run.updateOrder = 'in-place';
    run.reset();
    expect(run.learningRate).to.equal(0.05);
    expect(run.updateOrder).to.equal('in-place');
  });

  it('returns to given parameters, but leaves them behind for another seed', () => {
    const own = [...given];
    const run = trainer({ seed: 'given', parameters: own });
    expect(parametersOf(run)).to.deep.equal(given);
    own.fill(0);
    run.step(200);
    expect(parametersOf(run)).not.to.deep.equal(given);
    run.reset();
    expect(parametersOf(run)).to.deep.equal(given);
    run.reset('other');
    expect(stateOf(run)).to.equal(stateOf(trainer({ seed: 'other' })));
    run.reset();
    expect(parametersOf(run)).to.deep.equal(parametersOf(trainer({ seed: 'other' })));
  });
});

describe('Trainer: settings', () => {
  it('take another learning rate and order while training', () => {
    const run = trainer({ seed: 'live', learningRate: 0.1 });
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
    const run = trainer();
    for (const rate of [-0.1, NaN, Infinity, '0.1' as unknown as number]) {
      expect(() => { run.learningRate = rate; }).to.throw(RangeError, `learning rate is ${rate}, expected a finite number ≥ 0`);
      expect(() => trainer({ learningRate: rate })).to.throw(RangeError, 'learning rate');
    }
    expect(() => { run.updateOrder = 'toString' as 'in-place'; }).to.throw(RangeError, 'toString is none of simultaneous, in-place');
    expect(() => trainer({ updateOrder: '' as 'in-place' })).to.throw(RangeError, 'none of simultaneous, in-place');
    expect(() => trainer({ init: 'xavier' as 'he' })).to.throw(RangeError, 'xavier is none of he, uniform');
    expect(run.learningRate).to.equal(0.1);
    expect(run.updateOrder).to.equal('simultaneous');
  });

  it('need a network of two inputs and one output', () => {
    for (const layers of [[1, 8, 1], [3, 1], [2, 8, 2]]) {
      expect(() => trainer({ network: new Network({ layers }) }))
        .to.throw(RangeError, `network is ${layers.join('-')}, expected two inputs and one output`);
    }
    expect(trainer({ network: new Network({ layers: [2, 1] }) }).steps).to.equal(0);
  });

  it('take as many finite parameters as the network has, from any array', () => {
    expect(parametersOf(trainer({ parameters: Float64Array.from(given) }))).to.deep.equal(given);
    for (const parameters of [[], given.slice(1), [...given, 0], [...given.slice(1), NaN], [...given.slice(1), Infinity], new Array<number>(33)]) {
      expect(() => trainer({ parameters }), `${parameters.length}`).to.throw(RangeError, 'expected 33 finite numbers');
    }
  });

  it('refuse a count of steps that is none', () => {
    const run = trainer();
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
    const run = trainer({ seed: 'score' });
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

describe('Trainer: saved states', () => {
  it('go on to the bit on another page, after JSON, wherever the run was', () => {
    for (const saved of [0, 1, 64, 100, 1000]) {
      const run = trainer({ seed: 'saved', learningRate: 0.05, updateOrder: 'in-place', init: 'uniform' });
      run.step(saved);
      const other = trainer({ seed: 'else' });
      other.step(17);
      other.setState(through(run.getState()));
      expect(stateOf(other), `at ${saved}`).to.equal(stateOf(run));
      run.step(500);
      other.step(500);
      expect(stateOf(other), `after ${saved}`).to.equal(stateOf(run));
    }
  });

  it('bring their seed and settings, so that a new start is theirs too', () => {
    for (const parameters of [undefined, given]) {
      const run = trainer({ seed: 'theirs', parameters, init: 'uniform' });
      run.step(50);
      const other = trainer({ seed: 'mine', parameters: given.map((v) => -v) });
      other.setState(through(run.getState()));
      run.reset();
      other.reset();
      expect(stateOf(other)).to.equal(stateOf(run));
    }
  });

  it('are copies: neither training nor the caller can change one through the other', () => {
    const run = trainer({ seed: 'copy', parameters: given });
    const state = run.getState();
    const before = through(state);
    run.step(100);
    expect(state).to.deep.equal(before);
    const other = trainer();
    const mutable = through(state) as unknown as { parameters: number[]; start: number[] };
    other.setState(mutable as unknown as TrainerState);
    mutable.parameters.fill(9);
    mutable.start.fill(9);
    expect(parametersOf(other)).to.deep.equal(given);
    other.reset();
    expect(parametersOf(other)).to.deep.equal(given);
  });

  it('bring a diverged trainer back to life', () => {
    const run = trainer({ seed: 1, learningRate: 10 });
    run.step(5000);
    expect(run.diverged).to.equal(true);
    const sound = trainer({ seed: 'sound' });
    sound.step(100);
    run.setState(sound.getState());
    expect(run.diverged).to.equal(false);
    run.step(100);
    sound.step(100);
    expect(stateOf(run)).to.equal(stateOf(sound));
  });

  it('that do not fit are refused with the part at fault, and change nothing', () => {
    const run = trainer({ seed: 'mine' });
    run.step(100);
    const before = stateOf(run);
    const sound = through(trainer({ seed: 'theirs' }).getState());
    const { parameters } = sound;
    const bad: [Partial<Record<keyof TrainerState, unknown>>, string][] = [
      [{ version: 2 }, 'version is 2, expected 1'],
      [{ version: undefined }, 'version is undefined, expected 1'],
      [{ version: '1' }, 'version'],
      [{ layers: [2, 4, 1] }, 'layers are [2,4,1], expected [2,8,1]'],
      [{ layers: '2,8,1' }, 'layers'],
      [{ layers: null }, 'layers'],
      [{ activation: 'tanh' }, 'activation is tanh, expected leaky-relu'],
      [{ outputActivation: 'linear' }, 'outputActivation is linear, expected leaky-relu'],
      [{ alpha: 0.02 }, 'alpha is 0.02, expected 0.01'],
      [{ parameters: parameters.slice(1) }, 'expected 33 finite numbers'],
      [{ parameters: [...parameters.slice(1), null] }, 'expected 33 finite numbers'],
      [{ parameters: [...parameters.slice(1), NaN] }, 'expected 33 finite numbers'],
      [{ parameters: [...parameters.slice(1), Infinity] }, 'expected 33 finite numbers'],
      [{ parameters: [...parameters.slice(1), '1'] }, 'expected 33 finite numbers'],
      [{ parameters: new Array<number>(33) }, 'expected 33 finite numbers'],
      [{ parameters: { length: 33 } }, 'expected 33 finite numbers'],
      [{ parameters: undefined }, 'expected 33 finite numbers'],
      [{ start: [1, 2] }, 'expected 33 finite numbers'],
      [{ start: undefined }, 'expected 33 finite numbers'],
      [{ weightsRandom: [1, 2, 3] }, 'random state'],
      [{ samplesRandom: [1, 2, 3, -1] }, 'random state'],
      [{ samplesRandom: [1, 2, 3, 0.5] }, 'random state'],
      [{ samplesRandom: new Array<number>(4) }, 'random state'],
      [{ samplesRandom: undefined }, 'random state'],
      [{ steps: -1 }, 'steps is -1, expected an integer ≥ 0'],
      [{ steps: 1.5 }, 'steps is 1.5'],
      [{ steps: '100' }, 'steps is 100'],
      [{ seed: 7 }, 'seed is 7, expected a text'],
      [{ learningRate: -1 }, 'learning rate is -1'],
      [{ learningRate: null }, 'learning rate is null'],
      [{ updateOrder: 'constructor' }, 'constructor is none of simultaneous, in-place'],
      [{ init: '' }, 'none of he, uniform'],
    ];
    for (const [part, message] of bad) {
      const state = { ...sound, ...part } as TrainerState;
      expect(() => run.setState(state), `${Object.keys(part).join()} ${message}`).to.throw(RangeError, message);
      expect(stateOf(run), `after ${message}`).to.equal(before);
    }
    for (const state of [null, undefined, 1, '{}', [], {}]) {
      expect(() => run.setState(state as unknown as TrainerState), String(state)).to.throw(RangeError, 'Trainer.setState: version is undefined');
    }
    expect(stateOf(run)).to.equal(before);
    run.setState(sound); // and the sound one does pass
    expect(run.seed).to.equal('theirs');
  });
});
