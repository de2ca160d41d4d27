import { expect } from '@open-wc/testing';
import { TrainerRegistration } from '../../model/trainer-registry.js';
import { TrainingRun } from '../../model/training-run.js';
import { Network } from '../../core/index.js';
import { TestCanvas } from '../../testing/canvas-host.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { defineHost, Host, stub } from '../../testing/host.js';
import { LinkedModel } from './linked-model.js';

class TestRun extends Host {
  readonly run = new TrainingRun(() => undefined, () => true);
  readonly source = new TrainerRegistration(this, this.run);
}
defineHost(TestRun);

class TestLinked extends TestCanvas {
  for = 'run';
  updates = 0;
  readonly told: string[] = [];
  readonly linked = new LinkedModel(this, {
    canvas: this.controller,
    id: () => this.for,
    lacks: (layers) => (layers[1] > 4 ? 'at most 4' : undefined),
    paceMs: () => 100,
    fail: (_detail, sentence) => this.told.push(sentence),
  });

  override willUpdate(): void {
    this.updates++;
    this.linked.settle();
  }
}
defineHost(TestLinked);

const trainerOf = (width: number): ReturnType<typeof circleTrainer> => circleTrainer({ network: new Network({ layers: [2, width, 1] }) });

describe('LinkedModel', () => {
  let page: HTMLElement;
  let source: TestRun;
  let view: TestLinked;

  beforeEach(async () => {
    page = document.createElement('div');
    document.body.append(page);
    source = Object.assign(new TestRun(), { id: 'run' });
    view = new TestLinked();
    page.append(view);
    await view.updateComplete;
  });

  afterEach(() => page.remove());

  it('shows nothing until its trainer is there and has a network, then that', async () => {
    expect([view.linked.blank, view.linked.network, view.linked.live]).to.deep.equal([true, undefined, false]);
    page.append(source);
    expect(view.linked.blank, 'it has no model yet').to.equal(true);
    const trainer = trainerOf(3);
    source.run.start(trainer, true);
    expect([view.linked.blank, view.linked.live]).to.deep.equal([false, true]);
    expect([view.linked.network, view.linked.run, view.linked.target]).to.deep.equal([trainer.network, source.run, trainer.target]);
    expect(view.controller.unit).to.equal(source.run.unit);
  });

  it('leaves it to its host where the network does not suit it, and says so once of each shape', async () => {
    source.run.start(trainerOf(8), false);
    page.append(source);
    await view.updateComplete;
    expect([view.linked.network, view.linked.run, view.linked.live, view.linked.blank]).to.deep.equal([undefined, undefined, false, false]);
    expect(view.told).to.deep.equal(['for="run": expected at most 4, found layers 2-8-1; until it has them, a model of its own is shown.']);
    const { updates } = view;
    source.run.step(1);
    await view.updateComplete;
    expect([view.updates, view.told.length], 'its steps are nothing to the host').to.deep.equal([updates, 1]);
    const trainer = trainerOf(2);
    const { beginnings } = view.linked;
    source.run.begin(trainer);
    expect(view.linked.network).to.equal(trainer.network);
    expect(view.linked.beginnings).to.be.above(beginnings);
    source.run.begin(trainerOf(9));
    expect([view.linked.network, view.told.length]).to.deep.equal([undefined, 2]);
  });

  it('keeps the last network of a trainer that went, and none once nobody is asked for', async () => {
    const trainer = trainerOf(3);
    source.run.start(trainer, false);
    page.append(source);
    source.remove();
    expect([...view.linked.network!.parameters]).to.deep.equal([...trainer.network.parameters]);
    expect([view.linked.run, view.linked.blank]).to.deep.equal([undefined, false]);
    view.for = '';
    view.linked.settle();
    expect([view.linked.network, view.linked.asked]).to.deep.equal([undefined, false]);
  });

  it('updates its host at its pace while the steps go on, and describes no more often than can be read', async () => {
    let time = performance.now() + 10_000;
    const clock = stub(performance, 'now', () => time);
    source.run.start(trainerOf(3), true);
    page.append(source);
    await view.updateComplete;
    const { updates } = view;
    const texts = new Set<string>();
    let n = 0;
    for (let frame = 0; frame < 120; frame++) {
      time += 1000 / 60;
      source.run.advance(1000 / 60, () => false);
      const due = view.isUpdatePending;
      await view.updateComplete;
      if (due) texts.add(view.linked.describe(() => String(n++)));
    }
    expect(view.updates - updates).to.be.within(15, 21);
    expect(texts.size).to.be.within(1, 2);
    view.requestUpdate();
    await view.updateComplete;
    expect(view.linked.describe(() => 'by the reader')).to.equal('by the reader');
    clock();
  });
});
