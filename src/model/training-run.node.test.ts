import { expect } from 'chai';
import type { Trainer } from '../core/index.js';
import { parametersOf } from '../testing/circle-trainer.js';
import type { ManualTiming } from '../testing/manual-clock.js';
import { makeTrainer, MUCH_TOO_HIGH, RunBench } from '../testing/run-bench.js';
import { SCORED_CELLS, TrainingRun, type RunChange } from './training-run.js';

describe('TrainingRun', () => {
  let bench: RunBench;
  let timing: ManualTiming;
  let changes: RunChange[];
  let run: TrainingRun;

  beforeEach(() => {
    bench = new RunBench();
    ({ timing, changes, run } = bench);
  });

  it('does nothing without a trainer', async () => {
    run.play();
    run.pause();
    run.step(5);
    run.reset(3);
    await run.goTo(5);
    expect([run.trainer, run.playing, run.moving, run.rest]).to.deep.equal([undefined, false, false, undefined]);
    expect(changes).to.deep.equal([]);
  });

  describe('watched by a view', () => {
    it('notifies the view before the owner, also of the first trainer and of another target or rate', () => {
      const seen: string[] = [];
      const unwatch = run.watch((change) => seen.push(`${change} ${changes.length}`));
      bench.start();
      timing.tick();
      run.pause();
      run.targetChanged();
      run.settingsChanged();
      expect(seen).to.deep.equal(['start 0', 'steps 0', 'pause 1', 'target 2', 'settings 2']);
      expect(changes).to.deep.equal(['steps', 'pause']);
      unwatch();
      run.step(1);
      expect(seen).to.have.length(5);
    });

    it('lets the view leave while it is notified', () => {
      const seen: string[] = [];
      const unwatch = run.watch(() => unwatch());
      run.watch((change) => seen.push(change));
      bench.start();
      expect(seen).to.deep.equal(['start']);
    });
  });

  describe('that diverges', () => {
    let trainer: Trainer;

    beforeEach(() => {
      trainer = bench.start(makeTrainer(MUCH_TOO_HIGH));
    });

    it('comes to rest with the last sound parameters, and announces it once', () => {
      bench.finish();
      expect([trainer.diverged, run.rest, run.playing, trainer.steps % 64]).to.deep.equal([true, 'diverged', false, 0]);
      expect(trainer.network.parameters.every(Number.isFinite)).to.equal(true);
      run.step(100);
      expect(bench.changesOf('pause', 'diverged', 'done')).to.deep.equal(['pause', 'diverged']);
    });

    it('plays from the start', () => {
      bench.finish();
      changes.length = 0;
      trainer.learningRate = 0.1;
      bench.play();
      expect([trainer.steps, run.rest, run.playing]).to.deep.equal([0, undefined, true]);
      expect(changes).to.deep.equal(['reset', 'play']);
      timing.tick();
      expect(trainer.steps).to.equal(100);
    });

    it('announces it too when steps are taken while it is paused', () => {
      run.pause();
      changes.length = 0;
      run.step(50_000);
      expect([run.rest, bench.changesOf('pause', 'diverged')]).to.deep.equal(['diverged', ['diverged']]);
    });
  });

  describe('that is reset', () => {
    it('plays on if it played, and stays paused if it was', () => {
      const trainer = bench.start();
      timing.tick();
      run.reset();
      expect([trainer.steps, run.playing]).to.deep.equal([0, true]);
      run.pause();
      run.reset();
      expect(run.playing).to.equal(false);
      expect(bench.changesOf('reset', 'play', 'pause')).to.deep.equal(['reset', 'pause', 'reset']);
    });

    it('is another run with another seed, and the same again without one', () => {
      const trainer = bench.start(makeTrainer(), false);
      const first = parametersOf(trainer);
      run.reset(8);
      const second = parametersOf(trainer);
      run.reset();
      expect(second).not.to.deep.equal(first);
      expect(parametersOf(trainer)).to.deep.equal(second);
    });

    for (const rest of ['done', 'diverged', 'unusable'] as const) {
      for (const mayResume of [true, false]) {
        it(`ends its rest, ${rest}, and ${mayResume ? 'plays' : 'stays paused where it may not resume'}`, () => {
          run.maxSteps = 500;
          bench.start(makeTrainer(rest === 'diverged' ? MUCH_TOO_HIGH : 0.1));
          if (rest === 'unusable') run.restart(run.trainer!, true);
          else bench.finish();
          expect(run.rest).to.equal(rest);
          changes.length = 0;
          bench.mayResume = mayResume;
          run.reset('another');
          expect([run.rest, run.playing]).to.deep.equal([undefined, mayResume]);
          expect(changes).to.deep.equal(mayResume ? ['reset', 'play'] : ['reset']);
          bench.play();
          expect(run.playing).to.equal(true);
        });
      }
    }

    it('stays at rest without an owner', () => {
      const alone = new TrainingRun();
      alone.maxSteps = 5;
      alone.start(makeTrainer(), true);
      alone.step(5);
      alone.reset();
      expect([alone.rest, alone.playing]).to.deep.equal([undefined, false]);
    });

    it('trains another trainer that it is given', () => {
      bench.start();
      timing.tick();
      const other = makeTrainer(0.1, 9);
      run.restart(other);
      timing.tick();
      expect(run.trainer).to.equal(other);
      expect(other.steps).to.equal(100);
      expect(bench.changesOf('reset')).to.have.length(1);
    });
  });

  describe('that is disabled', () => {
    it('comes to rest, where neither play nor step has an effect', () => {
      const trainer = bench.start();
      run.disable();
      run.play();
      run.step(10);
      timing.settle();
      expect([run.rest, run.playing, trainer.steps]).to.deep.equal(['unusable', false, 0]);
      expect(changes).to.deep.equal(['pause']);
    });

    it('announces no pause if it was paused', () => {
      bench.start(makeTrainer(), false);
      run.disable();
      expect(changes).to.deep.equal([]);
    });
  });

  it('announces play and pause only where they change something', () => {
    bench.start();
    run.play();
    run.pause();
    run.pause();
    run.play();
    run.play();
    expect(changes).to.deep.equal(['pause', 'play']);
  });

  it('takes the steps that playing would, at once and paused', () => {
    const trainer = bench.start(makeTrainer(), false);
    run.step(99);
    run.step(1);
    run.step(0);
    expect([trainer.steps, run.playing, timing.requested]).to.deep.equal([100, false, 0]);
    expect(changes).to.deep.equal(['steps', 'steps']);
    const played = bench.start();
    timing.tick();
    expect(parametersOf(played)).to.deep.equal(parametersOf(trainer));
  });

  describe('score', () => {
    let count: number;

    beforeEach(() => {
      count = 0;
      const trainer = makeTrainer();
      const score = trainer.score.bind(trainer);
      trainer.score = (resolution) => {
        count++;
        return score(resolution);
      };
      bench.start(trainer, false);
    });

    it('is computed once a step, and only when asked for', () => {
      run.step(100);
      expect(count).to.equal(0);
      const score = run.score();
      expect(run.score()).to.equal(score);
      run.settingsChanged();
      run.score();
      expect(count).to.equal(1);
      expect(score).to.deep.equal(run.trainer!.score(SCORED_CELLS));
      run.step(1);
      run.score();
      run.score();
      expect(count).to.equal(3);
    });

    it('is computed again after a reset at the same step, and for another target', () => {
      const first = run.score();
      run.reset(8);
      expect(run.score()).not.to.deep.equal(first);
      run.trainer!.target = () => 1;
      run.targetChanged();
      expect(run.score().baseline, 'another target').to.equal(1);
      expect(count).to.equal(3);
    });
  });
});
