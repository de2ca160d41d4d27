import { expect } from '@open-wc/testing';
import { TrainerRegistration } from '../../model/trainer-registry.js';
import { TrainingRun } from '../../model/training-run.js';
import { defineHost, Host, until } from '../../testing/host.js';
import { ViewLink } from './view-link.js';

class TestTrainer extends Host {
  readonly run = new TrainingRun();
  readonly source = new TrainerRegistration(this, this.run);
}
defineHost(TestTrainer);

class TestView extends Host {
  for = '';
  stays = false;
  changes = 0;
  readonly told: string[] = [];
  readonly link = new ViewLink(this, {
    id: () => this.for,
    onChange: () => this.changes++,
    stays: () => this.stays,
    fail: ({ code, attribute }, sentence) => this.told.push(`${code} ${attribute}: ${sentence}`),
  });
}
defineHost(TestView);

describe('ViewLink', () => {
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  it('asks for nobody without an id, and finds the trainer of one', () => {
    const [view, trainer] = [new TestView(), new TestTrainer()];
    trainer.id = 'model';
    page.append(trainer, view);
    expect([view.link.asked, view.link.waits, view.link.run]).to.deep.equal([false, false, undefined]);
    view.for = 'model';
    view.link.resolve();
    expect([view.link.asked, view.link.source, view.link.run]).to.deep.equal([true, trainer, trainer.run]);
    expect(view.changes).to.equal(1);
    view.for = '';
    view.link.source = trainer;
    expect([view.link.asked, view.link.run]).to.deep.equal([true, trainer.run]);
  });

  for (const [stays, instead] of [[false, 'a model of its own is shown'], [true, 'the last model stays']] as const) {
    it(`waits a while for who is missing, says then that ${instead}, and waits again for another`, async () => {
      const view = new TestView();
      view.stays = stays;
      view.for = 'nobody';
      page.append(view);
      view.link.resolve();
      expect([view.link.waits, view.told]).to.deep.equal([true, []]);
      const { changes } = view;
      await until(() => view.told.length > 0);
      expect(view.told).to.deep.equal([`link for: for="nobody": expected the id of an <nn-circle-trainer> on this page; until it comes, ${instead}.`]);
      expect([view.link.waits, view.changes]).to.deep.equal([false, changes + 1]);
      view.link.resolve();
      expect(view.link.waits, 'the same again').to.equal(false);
      view.for = 'another';
      view.link.resolve();
      expect(view.link.waits).to.equal(true);
    });
  }
});
