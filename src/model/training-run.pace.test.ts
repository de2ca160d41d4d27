import { expect } from '@open-wc/testing';
import type { ManualTiming } from '../testing/manual-clock.js';
import { makeTrainer, RunBench } from '../testing/run-bench.js';
import type { Picture } from '../page/clock.js';
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

  describe('its pace', () => {
    for (const hertz of [30, 60, 90, 144]) {
      for (const stepsPerFrame of [1, 7, 100]) {
        it(`is ${stepsPerFrame} steps a sixtieth of a second at ${hertz} Hz`, () => {
          run.stepsPerFrame = stepsPerFrame;
          const trainer = bench.start();
          timing.tick(1000 / hertz); // counts as a sixtieth, whatever it was
          const first = trainer.steps;
          expect(first).to.equal(stepsPerFrame);
          for (let frame = 0; frame < 10 * hertz; frame++) timing.tick(1000 / hertz);
          expect(trainer.steps - first).to.be.closeTo(600 * stepsPerFrame, 1);
        });
      }
    }

    it('applies live', () => {
      const trainer = bench.start();
      timing.tick();
      run.stepsPerFrame = 10;
      timing.tick();
      expect(trainer.steps).to.equal(110);
    });

    it('gives the same run in slices as in one piece', () => {
      run.stepsPerFrame = 5000; // many slices a frame
      const trainer = bench.start();
      for (let k = 0; k < 4; k++) timing.tick();
      const other = makeTrainer();
      other.step(trainer.steps);
      expect(trainer.steps).to.equal(20_000);
      expect([...trainer.network.parameters]).to.deep.equal([...other.network.parameters]);
    });

    it('drops what the frame cannot hold', () => {
      run.stepsPerFrame = 10_000;
      timing.lookMs = 2; // the time is up after a few slices
      const trainer = bench.start();
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
      const trainer = bench.start();
      timing.tick();
      expect(trainer.steps).to.equal(0);
    });

    it('is told at most once a frame', () => {
      run.stepsPerFrame = 5000;
      bench.start();
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
      const trainer = bench.start();
      bench.finish();
      expect(trainer.steps).to.equal(1234);
      expect([run.rest, run.playing, run.moving]).to.deep.equal(['done', false, false]);
      expect(bench.told('pause', 'done')).to.deep.equal(['pause', 'done']);
      timing.tick(1000);
      expect(trainer.steps).to.equal(1234);
    });

    it('is as far away again for whoever plays on', () => {
      const trainer = bench.start();
      bench.finish();
      bench.play();
      expect([run.rest, run.playing]).to.deep.equal([undefined, true]);
      bench.finish();
      expect(trainer.steps).to.equal(2468);
      expect(bench.told('play', 'pause', 'done')).to.deep.equal(['pause', 'done', 'play', 'pause', 'done']);
    });

    it('may be played on from the very event that tells of it', () => {
      let again = true;
      bench.onChange = (change) => {
        if (change === 'done' && again) {
          again = false;
          run.play();
        }
      };
      const trainer = bench.start();
      bench.finish();
      expect(trainer.steps).to.equal(2468);
      expect(bench.told('done')).to.have.length(2);
    });

    it('is not moved by a pause', () => {
      const trainer = bench.start();
      timing.tick();
      run.pause();
      timing.settle();
      bench.play();
      bench.finish();
      expect(trainer.steps).to.equal(1234);
      expect(bench.told('play', 'pause', 'done')).to.deep.equal(['pause', 'play', 'pause', 'done']);
    });

    it('does not bind steps that somebody asks for', () => {
      const trainer = bench.start();
      bench.finish();
      run.step(10);
      expect(trainer.steps).to.equal(1244);
      expect(bench.told('done')).to.have.length(1);
      expect(run.rest).to.equal('done');
    });

    it('is reached too by steps that were asked for while it plays', () => {
      bench.start();
      run.step(2000);
      expect([run.rest, run.playing]).to.deep.equal(['done', false]);
      expect(changes).to.deep.equal(['steps', 'pause', 'done']);
    });

    it('ends a run at once if it is put below the present step', () => {
      const trainer = bench.start();
      for (let k = 0; k < 5; k++) timing.tick();
      run.maxSteps = 300;
      bench.finish();
      expect(trainer.steps).to.equal(500);
      expect(run.rest).to.equal('done');
    });

    it('ends the rest, but not the pause, when it is put higher', () => {
      const trainer = bench.start();
      bench.finish();
      run.maxSteps = 2000;
      expect([run.rest, run.playing]).to.deep.equal([undefined, false]);
      bench.play();
      bench.finish();
      expect(trainer.steps).to.equal(2000);
    });

    it('counts from 0 in a new run', () => {
      const trainer = bench.start();
      bench.finish();
      bench.play();
      timing.tick();
      run.reset();
      bench.finish();
      expect(trainer.steps).to.equal(1234);
    });
  });
});
