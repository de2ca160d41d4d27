import { expect } from '@open-wc/testing';
import { Clock, Unit, type Picture } from '../page/clock.js';
import type { CanvasController } from '../page/canvas-controller.js';
import { TrainingRun } from './training-run.js';
import { circleTrainer, parametersOf } from '../testing/circle-trainer.js';
import { ManualTiming } from '../testing/manual-clock.js';
import { ViewedModel } from './shown-model.js';

/** A picture on a clock that the test ticks. */
class TestCanvas implements Picture {
  readonly timing = new ManualTiming();
  readonly clock = new Clock(this.timing);
  visible = true;
  stale = false;
  private _unit = new Unit();

  get unit(): Unit {
    return this._unit;
  }

  set unit(unit: Unit) {
    this._unit.pictures.delete(this);
    this.clock.delete(this._unit);
    this._unit = unit;
    unit.pictures.add(this);
    this.clock.add(unit);
  }

  draw(): void {
    this.stale = false;
  }

  redraw(): void {
    this.stale = true;
    this.clock.wake(this._unit);
  }
}

describe('ViewedModel', () => {
  let canvas: TestCanvas;
  let model: ViewedModel;
  let changes: string[];

  beforeEach(() => {
    canvas = new TestCanvas();
    changes = [];
    model = new ViewedModel(canvas as unknown as CanvasController, (change) => {
      changes.push(change);
      canvas.redraw();
    });
  });

  it('shows nothing at first', () => {
    expect(model.viewed).to.equal(undefined);
  });

  it('begins its own early in training where that is asked for, at once and at rest', () => {
    model.train('7', [2, 8, 1], undefined, true);
    const expected = circleTrainer({ seed: '7' });
    expected.step(300);
    expect([model.live, model.run!.trainer!.steps, [...model.viewed!.network.parameters]]).to.deep.equal([false, 300, parametersOf(expected)]);
    model.train('7', [2, 8, 1], parametersOf(expected), true);
    expect(model.run!.trainer!.steps).to.equal(0);
  });

  it('trains its own for 20,000 steps in a few frames, and shows it only then', () => {
    model.train('7', [2, 8, 1], undefined);
    expect([model.viewed, model.network!.layers]).to.deep.equal([undefined, [2, 8, 1]]);
    const ticks = canvas.timing.settle(50);
    expect(ticks).to.be.above(1);
    const expected = circleTrainer({ seed: '7' });
    expected.step(20_000);
    expect([...model.viewed!.network.parameters]).to.deep.equal(parametersOf(expected));
    expect(model.viewed!.target!(0.1, 0.1)).to.equal(1);
    expect([model.own, model.live]).to.deep.equal([true, false]);
  });

  it('shows given parameters as they are, of a target that nobody knows', () => {
    const given = Array.from({ length: 33 }, (_, k) => k / 33);
    model.train('7', [2, 8, 1], given);
    expect([...model.viewed!.network.parameters]).to.deep.equal(given);
    expect(model.viewed!.target).to.equal(undefined);
    canvas.timing.settle(5);
    expect([...model.viewed!.network.parameters]).to.deep.equal(given);
  });

  it('follows a run: its picture is one of the run\u2019s unit, and it hears of every change', () => {
    const run = new TrainingRun();
    model.follow(run);
    expect(canvas.unit).to.equal(run.unit);
    expect(model.viewed).to.equal(undefined);
    const trainer = circleTrainer({ seed: 1 });
    run.start(trainer, true);
    expect(model.viewed).to.deep.equal({ network: trainer.network, target: trainer.target });
    expect(model.live).to.equal(true);
    canvas.timing.tick();
    expect(trainer.steps).to.equal(100);
    expect(changes).to.deep.equal(['start', 'start', 'steps']);
    model.follow(run);
    expect(changes, 'the same again is nothing new').to.have.length(3);
  });

  it('keeps the last network as a still picture when the run is taken away, and takes another', () => {
    const run = new TrainingRun();
    const trainer = circleTrainer({ seed: 1 });
    run.start(trainer, true);
    model.follow(run);
    canvas.timing.tick();
    const last = parametersOf(trainer);
    model.release();
    trainer.step(10);
    expect([...model.viewed!.network.parameters], 'whatever becomes of the trainer').to.deep.equal(last);
    trainer.reset();
    expect(canvas.unit).to.not.equal(run.unit);
    canvas.timing.settle();
    expect([trainer.steps, model.live]).to.deep.equal([0, false]);
    const next = new TrainingRun();
    next.start(circleTrainer({ seed: 2 }), false);
    model.follow(next);
    expect(model.viewed!.network).to.equal(next.trainer!.network);
  });

  it('shows nothing any more once it forgets', () => {
    const run = new TrainingRun();
    run.start(circleTrainer({ seed: 1 }), false);
    for (const leave of [() => model.release(), () => undefined]) {
      model.follow(run);
      leave();
      model.forget();
      expect([model.viewed, model.network]).to.deep.equal([undefined, undefined]);
      expect(canvas.unit).to.not.equal(run.unit);
    }
  });

  it('hears of the run that it follows, and no more of the one before', () => {
    const [former, next] = [1, 2].map((seed) => {
      const run = new TrainingRun();
      run.start(circleTrainer({ seed }), false);
      return run;
    });
    model.follow(former);
    model.follow(next);
    const { length } = changes;
    former.step(1);
    expect(changes).to.have.length(length);
    next.step(1);
    expect(changes).to.have.length(length + 1);
  });

  it('hears no more once it does not watch, and again when it follows', () => {
    const run = new TrainingRun();
    run.start(circleTrainer(), false);
    model.follow(run);
    model.unwatch();
    const { length } = changes;
    run.step(1);
    expect(changes).to.have.length(length);
    model.follow(run);
    run.step(1);
    expect(changes.at(-1)).to.equal('steps');
  });
});
