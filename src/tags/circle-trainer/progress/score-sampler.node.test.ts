import { expect } from 'chai';
import { createTarget, Network, Trainer } from '../../../core/index.js';
import { TrainingRun } from '../../../model/training-run.js';
import { makeTrainer } from '../../../testing/run-bench.js';
import { ScoreSampler } from './score-sampler.js';

describe('ScoreSampler', () => {
  /** A run that counts how often it is scored, and a function that takes a step and samples at `now`. */
  function sampled(trainer = makeTrainer(), isPlaying = true) {
    const run = new TrainingRun();
    run.start(trainer, isPlaying);
    const counter = { scores: 0 };
    trainer.score = () => {
      counter.scores++;
      return { loss: 1 / (1 + trainer.steps), accuracy: 0.5, iou: 0.5, baseline: 0.8 };
    };
    const sampler = new ScoreSampler(run);
    const stepAndSample = (now: number): number => {
      run.step(1);
      return sampler.sample(now).steps;
    };
    return { run, sampler, counter, stepAndSample };
  }

  it('scores ten times a second at most while the run plays', () => {
    const { sampler, counter, stepAndSample } = sampled();
    for (let now = 0; now < 1000; now += 10) stepAndSample(now);
    expect(counter.scores).to.equal(10);
    expect(sampler.sample(999)).to.include({ steps: 91, loss: 1 / 92 });
  });

  it('scores the present step while nothing moves, and keeps its pace again afterwards', () => {
    const { run, stepAndSample } = sampled(makeTrainer(), false);
    expect([Infinity, Infinity, 500].map(stepAndSample)).to.deep.equal([1, 2, 3]);
    run.play();
    expect([1000, 1050, 1100].map(stepAndSample)).to.deep.equal([4, 4, 6]);
  });

  it('scores at once when another run begins or this one goes back', () => {
    const { run, sampler, stepAndSample } = sampled();
    stepAndSample(0);
    run.reset();
    expect(sampler.sample(10).steps).to.equal(0);
    stepAndSample(200);
    run.reset('other');
    expect(sampler.sample(210).steps).to.equal(0);
    const other = makeTrainer();
    other.step(7);
    run.restart(other);
    expect(sampler.sample(220).steps).to.equal(7);
  });

  it('scores a large network every two seconds', () => {
    const network = new Network({ layers: [2, 40, 40, 1] });
    const { counter, stepAndSample } = sampled(new Trainer({ network, target: createTarget('circle') }));
    for (let now = 0; now < 4000; now += 100) stepAndSample(now);
    expect(counter.scores).to.equal(2);
  });
});
