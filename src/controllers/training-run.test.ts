import { expect } from '@open-wc/testing';
import { createTarget, Network, Trainer } from '../core/index.js';
import { ManualTiming } from '../testing/manual-clock.js';
import { Clock, type Picture } from './clock.js';
import { TrainingRun, type RunChange } from './training-run.js';

function makeTrainer(learningRate = 0.1, seed = 7): Trainer {
  const network = new Network({ layers: [2, 8, 1], activation: 'leaky-relu', outputActivation: 'leaky-relu' });
  return new Trainer({ network, target: createTarget('circle'), seed, learningRate });
}

/** A rate at which this model always diverges, within some hundred steps. */
const MUCH_TOO_HIGH = 10;

describe('TrainingRun', () => {
  let timing: ManualTiming;
  let clock: Clock;
  let changes: RunChange[];
  let mayResume: boolean;
  let run: TrainingRun;
  let onChange: (change: RunChange) => void;

  beforeEach(() => {
    timing = new ManualTiming();
    clock = new Clock(timing);
    changes = [];
    mayResume = true;
    onChange = () => {};
    run = new TrainingRun((change) => {
      changes.push(change);
      onChange(change);
    }, () => mayResume);
    const picture: Picture = { visible: true, stale: false, draw() {} };
    run.unit.pictures.add(picture);
    clock.add(run.unit);
  });

  function start(trainer = makeTrainer(), playing = true): Trainer {
    run.start(trainer, playing);
    clock.wake(run.unit);
    return trainer;
  }

  function play(): void {
    run.play();
    clock.wake(run.unit);
  }

  /** Ticks until it rests. */
  function finish(): void {
    timing.settle(20_000);
  }

  const told = (...kinds: RunChange[]): RunChange[] => changes.filter((change) => kinds.includes(change));

  describe('without a trainer', () => {
    it('does nothing', () => {
      run.play();
      run.pause();
      run.step(5);
      run.reset(3);
      expect(run.trainer).to.equal(undefined);
      expect([run.playing, run.moving, run.rest]).to.deep.equal([false, false, undefined]);
      expect(changes).to.deep.equal([]);
    });
  });

  describe('its pace', () => {
    for (const hertz of [30, 60, 90, 144]) {
      for (const stepsPerFrame of [1, 7, 100]) {
        it(`is ${stepsPerFrame} steps a sixtieth of a second at ${hertz} Hz`, () => {
          run.stepsPerFrame = stepsPerFrame;
          const trainer = start();
          timing.tick(1000 / hertz); // counts as a sixtieth, whatever it was
          const first = trainer.steps;
          expect(first).to.equal(stepsPerFrame);
          for (let frame = 0; frame < 10 * hertz; frame++) timing.tick(1000 / hertz);
          expect(trainer.steps - first).to.be.closeTo(600 * stepsPerFrame, 1);
        });
      }
    }

    it('applies live', () => {
      const trainer = start();
      timing.tick();
      run.stepsPerFrame = 10;
      timing.tick();
      expect(trainer.steps).to.equal(110);
    });

    it('gives the same run in slices as in one piece', () => {
      run.stepsPerFrame = 5000; // many slices a frame
      const trainer = start();
      for (let k = 0; k < 4; k++) timing.tick();
      const other = makeTrainer();
      other.step(trainer.steps);
      expect(trainer.steps).to.equal(20_000);
      expect([...trainer.network.parameters]).to.deep.equal([...other.network.parameters]);
    });

    it('drops what the frame cannot hold', () => {
      run.stepsPerFrame = 10_000;
      timing.lookMs = 2; // the time is up after a few slices
      const trainer = start();
      timing.tick();
      const first = trainer.steps;
      expect(first).to.be.within(1, 9999);
      timing.lookMs = 0;
      timing.tick();
      expect(trainer.steps).to.equal(first + 10_000);
    });

    it('stands still while nobody sees it', () => {
      const hidden: Picture = { visible: false, stale: true, draw() {} };
      run.unit.pictures.clear();
      run.unit.pictures.add(hidden);
      const trainer = start();
      timing.tick();
      expect(trainer.steps).to.equal(0);
    });

    it('is told at most once a frame', () => {
      run.stepsPerFrame = 5000;
      start();
      timing.tick();
      timing.tick();
      expect(changes).to.deep.equal(['steps', 'steps']);
    });
  });

  describe('its limit', () => {
    beforeEach(() => {
      run.maxSteps = 1234;
      run.stepsPerFrame = 100;
    });

    it('is reached exactly, and told once', () => {
      const trainer = start();
      finish();
      expect(trainer.steps).to.equal(1234);
      expect([run.rest, run.playing, run.moving]).to.deep.equal(['done', false, false]);
      expect(told('pause', 'done')).to.deep.equal(['pause', 'done']);
      timing.tick(1000);
      expect(trainer.steps).to.equal(1234);
    });

    it('is as far away again for whoever plays on', () => {
      const trainer = start();
      finish();
      play();
      expect([run.rest, run.playing]).to.deep.equal([undefined, true]);
      finish();
      expect(trainer.steps).to.equal(2468);
      expect(told('play', 'pause', 'done')).to.deep.equal(['pause', 'done', 'play', 'pause', 'done']);
    });

    it('may be played on from the very event that tells of it', () => {
      let again = true;
      onChange = (change) => {
        if (change === 'done' && again) {
          again = false;
          run.play();
        }
      };
      const trainer = start();
      finish();
      expect(trainer.steps).to.equal(2468);
      expect(told('done')).to.have.length(2);
    });

    it('is not moved by a pause', () => {
      const trainer = start();
      timing.tick();
      run.pause();
      timing.settle();
      play();
      finish();
      expect(trainer.steps).to.equal(1234);
      expect(told('play', 'pause', 'done')).to.deep.equal(['pause', 'play', 'pause', 'done']);
    });

    it('does not bind steps that somebody asks for', () => {
      const trainer = start();
      finish();
      run.step(10);
      expect(trainer.steps).to.equal(1244);
      expect(told('done')).to.have.length(1);
      expect(run.rest).to.equal('done');
    });

    it('is reached too by steps that were asked for while it plays', () => {
      start();
      run.step(2000);
      expect([run.rest, run.playing]).to.deep.equal(['done', false]);
      expect(changes).to.deep.equal(['steps', 'pause', 'done']);
    });

    it('ends a run at once if it is put below the present step', () => {
      const trainer = start();
      for (let k = 0; k < 5; k++) timing.tick();
      run.maxSteps = 300;
      finish();
      expect(trainer.steps).to.equal(500);
      expect(run.rest).to.equal('done');
    });

    it('ends the rest, but not the pause, when it is put higher', () => {
      const trainer = start();
      finish();
      run.maxSteps = 2000;
      expect([run.rest, run.playing]).to.deep.equal([undefined, false]);
      play();
      finish();
      expect(trainer.steps).to.equal(2000);
    });

    it('counts from 0 in a new run', () => {
      const trainer = start();
      finish();
      play();
      timing.tick();
      run.reset();
      finish();
      expect(trainer.steps).to.equal(1234);
    });
  });

  describe('divergence', () => {
    it('brings it to rest, and is told once', () => {
      const trainer = start(makeTrainer(MUCH_TOO_HIGH));
      finish();
      expect(trainer.diverged).to.equal(true);
      expect([run.rest, run.playing]).to.deep.equal(['diverged', false]);
      expect(told('pause', 'diverged', 'done')).to.deep.equal(['pause', 'diverged']);
      run.step(100);
      expect(told('diverged')).to.have.length(1);
    });

    it('keeps the last sound state', () => {
      const trainer = start(makeTrainer(MUCH_TOO_HIGH));
      finish();
      expect(trainer.steps % 64).to.equal(0);
      expect([...trainer.network.parameters].every(Number.isFinite)).to.equal(true);
    });

    it('makes play begin anew', () => {
      const trainer = start(makeTrainer(MUCH_TOO_HIGH));
      finish();
      changes.length = 0;
      trainer.learningRate = 0.1;
      play();
      expect(trainer.steps).to.equal(0);
      expect([run.rest, run.playing]).to.deep.equal([undefined, true]);
      expect(changes).to.deep.equal(['reset', 'play']);
      timing.tick();
      expect(trainer.steps).to.equal(100);
    });

    it('is noticed too when steps are asked for while it stands', () => {
      start(makeTrainer(MUCH_TOO_HIGH), false);
      run.step(100_000);
      expect(run.rest).to.equal('diverged');
      expect(told('pause', 'diverged')).to.deep.equal(['diverged']);
    });
  });

  describe('a new start', () => {
    it('goes on if it was playing, and stays if it was paused', () => {
      const trainer = start();
      timing.tick();
      run.reset();
      expect([trainer.steps, run.playing]).to.deep.equal([0, true]);
      run.pause();
      run.reset();
      expect(run.playing).to.equal(false);
      expect(told('reset', 'play', 'pause')).to.deep.equal(['reset', 'pause', 'reset']);
    });

    it('with a seed is another run, and without one the same again', () => {
      const trainer = start(makeTrainer(), false);
      const first = [...trainer.network.parameters];
      run.reset(8);
      const second = [...trainer.network.parameters];
      run.reset();
      expect(second).not.to.deep.equal(first);
      expect([...trainer.network.parameters]).to.deep.equal(second);
    });

    for (const rest of ['done', 'diverged', 'unusable'] as const) {
      const bring = (): void => {
        run.maxSteps = 500;
        start(makeTrainer(rest === 'diverged' ? MUCH_TOO_HIGH : 0.1));
        if (rest === 'unusable') run.refuse();
        else finish();
        expect(run.rest).to.equal(rest);
        changes.length = 0;
      };

      it(`ends a rest that is ${rest}, and plays`, () => {
        bring();
        run.reset('another');
        expect([run.rest, run.playing]).to.deep.equal([undefined, true]);
        expect(changes).to.deep.equal(['reset', 'play']);
      });

      it(`ends a rest that is ${rest}, but stays where it may not resume`, () => {
        bring();
        mayResume = false;
        run.reset('another');
        expect([run.rest, run.playing]).to.deep.equal([undefined, false]);
        expect(changes).to.deep.equal(['reset']);
        play();
        expect(run.playing).to.equal(true);
      });
    }

    it('takes another trainer', () => {
      start();
      timing.tick();
      const other = makeTrainer(0.1, 9);
      run.begin(other);
      timing.tick();
      expect(run.trainer).to.equal(other);
      expect(other.steps).to.equal(100);
      expect(told('reset')).to.have.length(1);
    });
  });

  describe('refuse', () => {
    it('brings it to rest, where neither play nor step has an effect', () => {
      const trainer = start();
      run.refuse();
      run.play();
      run.step(10);
      timing.settle();
      expect([run.rest, run.playing, trainer.steps]).to.deep.equal(['unusable', false, 0]);
      expect(changes).to.deep.equal(['pause']);
    });

    it('tells no pause of a run that is paused', () => {
      start(makeTrainer(), false);
      run.refuse();
      expect(changes).to.deep.equal([]);
    });
  });

  describe('play, pause and step', () => {
    it('are told once, and only if they change something', () => {
      start();
      run.play();
      run.pause();
      run.pause();
      run.play();
      run.play();
      expect(changes).to.deep.equal(['pause', 'play']);
    });

    it('takes steps at once while paused, and stays paused', () => {
      const trainer = start(makeTrainer(), false);
      run.step(5);
      run.step(1);
      expect([trainer.steps, run.playing]).to.deep.equal([6, false]);
      expect(changes).to.deep.equal(['steps', 'steps']);
      expect(timing.requested).to.equal(0);
    });

    it('takes the very steps that playing would', () => {
      const stepped = makeTrainer();
      start(stepped, false);
      run.step(100);
      const played = start();
      timing.tick();
      expect([...played.network.parameters]).to.deep.equal([...stepped.network.parameters]);
    });

    it('tells nothing when no step was taken', () => {
      start(makeTrainer(), false);
      run.step(0);
      expect(changes).to.deep.equal([]);
    });
  });

  describe('score', () => {
    let counted: number;

    function spied(trainer = makeTrainer()): Trainer {
      const score = trainer.score.bind(trainer);
      trainer.score = (resolution) => {
        counted++;
        return score(resolution);
      };
      return trainer;
    }

    beforeEach(() => (counted = 0));

    it('is worked out once a step, and only if asked for', () => {
      start(spied());
      timing.tick();
      expect(counted).to.equal(0);
      const score = run.score();
      expect(run.score()).to.equal(score);
      expect(counted).to.equal(1);
      timing.tick();
      run.score();
      run.score();
      expect(counted).to.equal(2);
    });

    it('is the trainer\'s own', () => {
      const trainer = start();
      timing.tick();
      expect(run.score()).to.deep.equal(trainer.score());
    });

    it('is worked out again after a new start at the same step, and in another trainer', () => {
      start(spied(), false);
      const first = run.score();
      run.reset(8);
      expect(run.score()).not.to.deep.equal(first);
      const other = spied(makeTrainer(0.1, 9));
      run.exchange(other);
      run.score();
      expect(counted).to.equal(3);
      expect(run.trainer).to.equal(other);
      expect(told('reset')).to.have.length(1); // an exchange is none
    });
  });
});
