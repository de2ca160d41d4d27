import { expect } from '@open-wc/testing';
import type { Trainer } from '../core/index.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { makeTrainer, MUCH_TOO_HIGH, RunBench } from '../testing/run-bench.js';
import type { RunChange, TrainingRun } from './training-run.js';

describe('TrainingRun', () => {
  let bench: RunBench;
  let timing: ManualTiming;
  let changes: RunChange[];
  let run: TrainingRun;

  beforeEach(() => {
    bench = new RunBench();
    ({ timing, changes, run } = bench);
  });

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

  describe('a view', () => {
    it('is told of every change before the owner, of a first trainer and of another target too, until it goes', () => {
      const seen: string[] = [];
      const unwatch = run.watch((change) => seen.push(`${change} ${changes.length}`));
      bench.start(makeTrainer());
      expect(seen).to.deep.equal(['start 0']);
      timing.tick();
      run.pause();
      run.rescore();
      expect(seen).to.deep.equal(['start 0', 'steps 0', 'pause 1', 'target 2']);
      expect(changes).to.deep.equal(['steps', 'pause']);
      unwatch();
      run.step(1);
      expect(seen).to.have.length(4);
    });

    it('may leave while it is told', () => {
      const seen: string[] = [];
      const unwatch = run.watch(() => unwatch());
      run.watch((change) => seen.push(change));
      bench.start(makeTrainer());
      expect(seen).to.deep.equal(['start']);
    });
  });

  describe('divergence', () => {
    it('brings it to rest, and is told once', () => {
      const trainer = bench.start(makeTrainer(MUCH_TOO_HIGH));
      bench.finish();
      expect(trainer.diverged).to.equal(true);
      expect([run.rest, run.playing]).to.deep.equal(['diverged', false]);
      expect(bench.told('pause', 'diverged', 'done')).to.deep.equal(['pause', 'diverged']);
      run.step(100);
      expect(bench.told('diverged')).to.have.length(1);
    });

    it('keeps the last sound state', () => {
      const trainer = bench.start(makeTrainer(MUCH_TOO_HIGH));
      bench.finish();
      expect(trainer.steps % 64).to.equal(0);
      expect([...trainer.network.parameters].every(Number.isFinite)).to.equal(true);
    });

    it('makes play begin anew', () => {
      const trainer = bench.start(makeTrainer(MUCH_TOO_HIGH));
      bench.finish();
      changes.length = 0;
      trainer.learningRate = 0.1;
      bench.play();
      expect(trainer.steps).to.equal(0);
      expect([run.rest, run.playing]).to.deep.equal([undefined, true]);
      expect(changes).to.deep.equal(['reset', 'play']);
      timing.tick();
      expect(trainer.steps).to.equal(100);
    });

    it('is noticed too when steps are asked for while it stands', () => {
      bench.start(makeTrainer(MUCH_TOO_HIGH), false);
      run.step(100_000);
      expect(run.rest).to.equal('diverged');
      expect(bench.told('pause', 'diverged')).to.deep.equal(['diverged']);
    });
  });

  describe('a new start', () => {
    it('goes on if it was playing, and stays if it was paused', () => {
      const trainer = bench.start();
      timing.tick();
      run.reset();
      expect([trainer.steps, run.playing]).to.deep.equal([0, true]);
      run.pause();
      run.reset();
      expect(run.playing).to.equal(false);
      expect(bench.told('reset', 'play', 'pause')).to.deep.equal(['reset', 'pause', 'reset']);
    });

    it('with a seed is another run, and without one the same again', () => {
      const trainer = bench.start(makeTrainer(), false);
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
        bench.start(makeTrainer(rest === 'diverged' ? MUCH_TOO_HIGH : 0.1));
        if (rest === 'unusable') run.begin(run.trainer!, true);
        else bench.finish();
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
        bench.mayResume = false;
        run.reset('another');
        expect([run.rest, run.playing]).to.deep.equal([undefined, false]);
        expect(changes).to.deep.equal(['reset']);
        bench.play();
        expect(run.playing).to.equal(true);
      });
    }

    it('takes another trainer', () => {
      bench.start();
      timing.tick();
      const other = makeTrainer(0.1, 9);
      run.begin(other);
      timing.tick();
      expect(run.trainer).to.equal(other);
      expect(other.steps).to.equal(100);
      expect(bench.told('reset')).to.have.length(1);
    });
  });

  describe('refuse', () => {
    it('brings it to rest, where neither play nor step has an effect', () => {
      const trainer = bench.start();
      run.refuse();
      run.play();
      run.step(10);
      timing.settle();
      expect([run.rest, run.playing, trainer.steps]).to.deep.equal(['unusable', false, 0]);
      expect(changes).to.deep.equal(['pause']);
    });

    it('tells no pause of a run that is paused', () => {
      bench.start(makeTrainer(), false);
      run.refuse();
      expect(changes).to.deep.equal([]);
    });
  });

  describe('play, pause and step', () => {
    it('are told once, and only if they change something', () => {
      bench.start();
      run.play();
      run.pause();
      run.pause();
      run.play();
      run.play();
      expect(changes).to.deep.equal(['pause', 'play']);
    });

    it('takes steps at once while paused, and stays paused', () => {
      const trainer = bench.start(makeTrainer(), false);
      run.step(5);
      run.step(1);
      expect([trainer.steps, run.playing]).to.deep.equal([6, false]);
      expect(changes).to.deep.equal(['steps', 'steps']);
      expect(timing.requested).to.equal(0);
    });

    it('takes the very steps that playing would', () => {
      const stepped = makeTrainer();
      bench.start(stepped, false);
      run.step(100);
      const played = bench.start();
      timing.tick();
      expect([...played.network.parameters]).to.deep.equal([...stepped.network.parameters]);
    });

    it('tells nothing when no step was taken', () => {
      bench.start(makeTrainer(), false);
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
      bench.start(spied());
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
      const trainer = bench.start();
      timing.tick();
      expect(run.score()).to.deep.equal(trainer.score());
    });

    it('stays as it is when the run is told of other settings, which its views hear of', () => {
      bench.start(spied(), false);
      const heard: string[] = [];
      const unwatch = run.watch((change) => heard.push(change));
      run.score();
      run.retune();
      run.score();
      unwatch();
      run.retune();
      expect([heard, counted]).to.deep.equal([['settings'], 1]);
    });

    it('is worked out again after a new start at the same step, and for another target', () => {
      bench.start(spied(), false);
      const first = run.score();
      run.reset(8);
      expect(run.score()).not.to.deep.equal(first);
      run.trainer!.target = () => 1;
      run.rescore();
      expect(run.score().baseline, 'another target').to.equal(1);
      expect(counted).to.equal(3);
      expect(bench.told('reset')).to.have.length(1);
    });
  });
});
