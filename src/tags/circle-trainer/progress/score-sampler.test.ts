import { expect } from '@open-wc/testing';
import { createTarget, Network, Trainer } from '../../../core/index.js';
import { makeTrainer, RunBench } from '../../../testing/run-bench.js';
import { stub } from '../../../testing/host.js';
import { PacedScore } from './score-sampler.js';

describe('PacedScore', () => {
  /** A run, and how often it was scored. */
  function paced(trainer = makeTrainer(), playing = true) {
    const { run } = new RunBench();
    run.start(trainer, playing);
    let scored = 0;
    stub(trainer, 'score', () => {
      scored++;
      return { loss: 1 / (1 + trainer.steps), accuracy: 0.5, iou: 0.5, baseline: 0.8 };
    });
    return { run, score: new PacedScore(run), scored: () => scored };
  }

  it('is worked out ten times a second at most while the run plays', () => {
    const { run, score, scored } = paced();
    for (let now = 0; now < 1000; now += 10) {
      run.step(1);
      score.at(now);
    }
    expect(scored()).to.equal(10);
    expect(score.at(999).steps).to.equal(91);
    expect(score.at(999).loss).to.equal(1 / 92);
  });

  it('is that of the present step where nothing moves, and keeps its pace again afterwards', () => {
    const { run, score } = paced(makeTrainer(), false);
    for (const steps of [1, 2, 3]) {
      run.step(1);
      expect(score.at(Infinity).steps).to.equal(steps);
    }
    run.play();
    run.step(1);
    expect(score.at(1000).steps).to.equal(4);
    run.step(1);
    expect(score.at(1050).steps).to.equal(4);
    expect(score.at(1100).steps).to.equal(5);
  });

  it('is another one at once when another run begins, or this one goes back', () => {
    const { run, score } = paced();
    run.step(5);
    expect(score.at(0).steps).to.equal(5);
    run.reset();
    expect(score.at(10).steps).to.equal(0);
    run.reset('other');
    expect(score.at(20).steps).to.equal(0);
    const other = makeTrainer();
    other.step(7);
    run.restart(other);
    expect(score.at(30).steps).to.equal(7);
  });

  it('takes its time with a deep network', () => {
    const { run, score, scored } = paced(new Trainer({ network: new Network({ layers: [2, 40, 40, 1] }), target: createTarget('circle') }));
    for (let now = 0; now < 4000; now += 100) {
      run.step(1);
      score.at(now);
    }
    expect(scored()).to.equal(2);
  });
});
