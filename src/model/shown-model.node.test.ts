import { expect } from 'chai';
import { Clock, Unit, type Picture } from '../page/clock.js';
import { circleTrainer } from '../testing/circle-trainer.js';
import { FRAME_MS, ManualTiming } from '../testing/manual-clock.js';
import { ShownModel, type ModelHost } from './shown-model.js';
import { TrainingRun } from './training-run.js';

/** A picture on a clock that the test ticks. */
class TestCanvas implements Picture {
  readonly timing = new ManualTiming();
  readonly clock = new Clock(this.timing);
  readonly visible = true;
  readonly prominent = true;
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

describe('ShownModel', () => {
  let canvas: TestCanvas;
  let updates: number;
  let model: ShownModel;
  let changes: string[];

  beforeEach(() => {
    canvas = new TestCanvas();
    updates = 0;
    changes = [];
    const host = {
      canvas, isUpdatePending: false, updateEveryMs: 100,
      addController: () => undefined, requestUpdate: () => void updates++,
    };
    model = new ShownModel(host as unknown as ModelHost, (change) => {
      changes.push(change);
      model.refresh(change);
    });
  });

  const runOf = (seed = 1, isPlaying = false): TrainingRun => {
    const run = new TrainingRun();
    run.stepsPerFrame = 100;
    run.start(circleTrainer({ seed }), isPlaying);
    if (isPlaying) run.play();
    return run;
  };

  it('shows nothing at first', () => {
    expect([model.network, model.target, model.run, model.isLive, model.getState()])
      .to.deep.equal([undefined, undefined, undefined, false, undefined]);
  });

  it('makes its picture one of the run\u2019s unit, and hears of every change', () => {
    const run = new TrainingRun();
    model.follow(run);
    expect([canvas.unit === run.unit, model.network]).to.deep.equal([true, undefined]);
    const trainer = circleTrainer({ seed: 1 });
    run.stepsPerFrame = 100;
    run.start(trainer, true);
    run.play();
    expect([model.network, model.target, model.isLive]).to.deep.equal([trainer.network, trainer.target, true]);
    canvas.timing.tick();
    expect([trainer.steps, canvas.stale]).to.deep.equal([100, false]);
    model.follow(run);
    expect(changes, 'the same run again changes nothing').to.deep.equal(['start', 'start', 'steps']);
    expect(model.getState()).to.deep.equal(trainer.getState());
  });

  it('has no target where the run learns from data', () => {
    const run = new TrainingRun();
    run.start(circleTrainer({ data: { points: Float64Array.of(0, 0, 1, 1), labels: Float64Array.of(1, 0) } }), false);
    model.follow(run);
    expect(model.target).to.equal(undefined);
  });

  it('keeps the last network as a still picture when it releases the run, and takes another', () => {
    const [run, next] = [runOf(1, true), runOf(2)];
    model.follow(run);
    canvas.timing.tick();
    const trainer = run.trainer!;
    const { version, layers, activation, outputActivation, alpha, parameters } = trainer.getState();
    model.release();
    trainer.step(10);
    trainer.reset();
    expect(model.getState(), 'whatever becomes of the trainer')
      .to.deep.equal({ version, layers, activation, outputActivation, alpha, parameters });
    expect([canvas.unit === run.unit, model.run, model.target, model.isLive])
      .to.deep.equal([false, undefined, trainer.target, false]);
    canvas.timing.settle();
    expect(trainer.steps, 'no frame trains it').to.equal(0);
    model.follow(next);
    expect(model.network).to.equal(next.trainer!.network);
  });

  it('shows nothing once it forgets, and leaves a picture alone that shows another model', () => {
    for (const leave of [() => model.release(), () => undefined]) {
      const run = runOf();
      model.follow(run);
      leave();
      model.forget();
      expect([model.network, canvas.unit === run.unit]).to.deep.equal([undefined, false]);
    }
    model.follow(runOf());
    const unit = (canvas.unit = new Unit());
    model.forget();
    expect(canvas.unit).to.equal(unit);
  });

  it('hears only of the run that it follows, while its host is connected', () => {
    const [former, next] = [runOf(1), runOf(2)];
    const heard = (act: () => void): string[] => {
      changes.length = 0;
      act();
      return [...changes];
    };
    model.follow(former);
    model.follow(next);
    expect(heard(() => former.step(1))).to.deep.equal([]);
    expect(heard(() => next.step(1))).to.deep.equal(['steps']);
    model.hostDisconnected();
    expect(heard(() => next.step(1))).to.deep.equal([]);
    model.hostConnected();
    expect(heard(() => next.step(1))).to.deep.equal(['steps']);
  });

  describe('while time is given by hand', () => {
    let time: number;

    beforeEach(() => {
      time = 5000;
      Object.defineProperty(performance, 'now', { configurable: true, value: () => time });
    });

    afterEach(() => Reflect.deleteProperty(performance, 'now'));

    it('updates its host at its pace while the run trains, and describes no more often than can be read', () => {
      const run = runOf(1, true);
      model.follow(run);
      let drawn = 0;
      const texts = new Set<string>();
      updates = 0;
      for (let frame = 0; frame < 120; frame++) {
        const before = updates;
        time += FRAME_MS;
        canvas.timing.tick();
        if (!canvas.stale) drawn++;
        if (updates > before) texts.add(model.describe(() => String(frame)));
      }
      expect([drawn, updates, texts.size]).to.deep.equal([120, 20, 1]);
      expect(model.describe(() => 'an update for something else')).to.equal('an update for something else');
    });
  });
});
