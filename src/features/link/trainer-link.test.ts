import { expect, fixture, html } from '@open-wc/testing';
import { Network } from '../../core/index.js';
import { TrainerRegistration } from '../../model/trainer-registry.js';
import { TrainingRun } from '../../model/training-run.js';
import type { NnErrorDetail } from '../../page/events.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { defineHost, Host, stub } from '../../testing/host.js';
import { holdPatience } from '../../testing/link-page.js';
import { TrainerLink, type LinkHost } from './trainer-link.js';

class TestTrainer extends Host {
  readonly run = new TrainingRun();
  readonly registration = new TrainerRegistration(this, this.run);
  readonly report = (): void => {};

  start(width = 3, isPlaying = false): Network {
    const network = new Network({ layers: [2, width, 1] });
    this.run.start(circleTrainer({ network }), isPlaying);
    return network;
  }

  async toHtml(attributes: readonly (readonly string[])[]): Promise<string> {
    return `trainer ${attributes.join(' ')}`;
  }
}
defineHost(TestTrainer);

class TestView extends Host {
  htmlFor = 'model';
  updates = 0;
  readonly canvas = { unit: undefined as unknown, redraw: () => undefined };
  readonly reports: [attribute: string, value: unknown, sentence: string][] = [];
  readonly link = new TrainerLink(this as unknown as LinkHost);

  override willUpdate(): void {
    this.updates++;
    this.link.resolve();
  }

  report({ attribute, value }: NnErrorDetail, sentence: string): void {
    this.reports.push([attribute, value, sentence]);
  }

  misfitOfLayers(layers: readonly number[]): string | undefined {
    return layers[1] > 4 ? 'at most 4' : undefined;
  }
}
defineHost(TestView);

const trainerOf = (id = 'model'): TestTrainer => Object.assign(new TestTrainer(), { id });

describe('TrainerLink', () => {
  let page: HTMLElement;
  let view: TestView;
  let link: TrainerLink;
  let patience: ReturnType<typeof holdPatience>;

  beforeEach(async () => {
    patience = holdPatience();
    page = await fixture(html`<div></div>`);
    view = new TestView();
    ({ link } = view);
  });

  afterEach(() => patience.release());

  const update = async (changes: Partial<TestView> = {}): Promise<void> => {
    Object.assign(view, changes).requestUpdate();
    await view.updateComplete;
  };

  it('finds a trainer that comes before or after the view, is replaced, moves or has another id', () => {
    const [first, second] = [trainerOf(), trainerOf()];
    const found = (act: () => void): unknown[] => {
      act();
      return [link.source, link.isFound];
    };
    expect(found(() => page.append(first, view))).to.deep.equal([first, true]);
    expect(found(() => first.replaceWith(second))).to.deep.equal([second, true]);
    expect(found(() => page.append(second))).to.deep.equal([second, true]);
    second.id = 'other';
    expect(found(() => second.registration.idChanged())).to.deep.equal([undefined, false]);
    expect(found(() => page.append(first))).to.deep.equal([first, true]);
    expect(found(() => first.remove())).to.deep.equal([undefined, false]);
  });

  it('follows the id of its host with the next update, and asks for nothing without one', async () => {
    const other = trainerOf('other');
    page.append(trainerOf(), other, view);
    await update({ htmlFor: 'other' });
    expect([link.source, link.isAsked]).to.deep.equal([other, true]);
    await update({ htmlFor: '' });
    expect([link.source, link.isAsked, link.isBlank]).to.deep.equal([undefined, false, false]);
  });

  it('takes the element that a script gives before any id, on the page or not, and goes back to the id', () => {
    const [byId, given] = [trainerOf(), trainerOf('')];
    const network = given.start();
    link.source = given;
    page.append(byId, view);
    expect([link.source, link.isFound, link.network]).to.deep.equal([given, false, undefined]);
    page.append(given);
    expect([link.isFound, link.network, link.run]).to.deep.equal([true, network, given.run]);
    link.source = undefined;
    expect(link.source).to.equal(byId);
  });

  it('updates its host for another trainer alone', async () => {
    const trainer = trainerOf();
    page.append(trainer, view);
    await view.updateComplete;
    page.append(trainerOf('unrelated'));
    expect(view.isUpdatePending).to.equal(false);
    trainer.remove();
    expect(view.isUpdatePending).to.equal(true);
  });

  it('looks no more once its host has left the page, and again when that is back', async () => {
    const [first, second] = [trainerOf(), trainerOf()];
    page.append(first, view);
    view.remove();
    first.replaceWith(second);
    await update();
    expect([link.source, link.isFound]).to.deep.equal([undefined, false]);
    page.append(view);
    expect(link.source).to.equal(second);
  });

  it('is blank until its trainer has a network, then shows that', async () => {
    page.append(view);
    await view.updateComplete;
    expect([link.isBlank, link.network, link.isLive]).to.deep.equal([true, undefined, false]);
    const trainer = trainerOf();
    page.append(trainer);
    expect([link.isBlank, link.isFound, link.run]).to.deep.equal([true, true, undefined]);
    const network = trainer.start(3, true);
    expect([link.isBlank, link.isLive, link.network, link.run, link.target])
      .to.deep.equal([false, true, network, trainer.run, trainer.run.trainer!.target]);
    expect(view.canvas.unit).to.equal(trainer.run.unit);
    expect(link.getState()).to.deep.equal(trainer.run.trainer!.getState());
  });

  it('counts up whenever a run begins again or is another one', () => {
    const trainer = trainerOf();
    trainer.start();
    const acts = [() => page.append(trainer, view), () => trainer.run.reset(), () => trainer.run.step(1)];
    const counts = acts.map((act) => {
      act();
      return link.beginnings;
    });
    expect(counts[1]).to.be.above(counts[0]);
    expect(counts[2]).to.equal(counts[1]);
  });

  it('leaves a network that does not suit to its host, and reports that once for each shape', async () => {
    const trainer = trainerOf();
    trainer.start(8);
    page.append(trainer, view);
    await view.updateComplete;
    const seen = [link.network, link.run, link.getState(), await link.toHtml([]), link.isLive, link.isBlank];
    expect(seen).to.deep.equal([undefined, undefined, undefined, undefined, false, false]);
    expect(view.reports).to.have.length(1);
    expect(view.reports[0].slice(0, 2)).to.deep.equal(['for', 'model']);
    expect(view.reports[0][2]).to.contain('at most 4').and.to.contain('2-8-1');
    const { updates } = view;
    trainer.run.step(1);
    await view.updateComplete;
    expect([view.updates, view.reports.length], 'its steps do not concern the host').to.deep.equal([updates, 1]);
    const network = trainer.start(2);
    expect(link.network).to.equal(network);
    trainer.start(9);
    expect([link.network, view.reports.length]).to.deep.equal([undefined, 2]);
  });

  it('writes its trainer in front of the view, hidden and with an id', async () => {
    const trainer = trainerOf('');
    trainer.start();
    link.source = trainer;
    page.append(trainer, view);
    expect(await link.toHtml([['grid', '9']])).to.equal(
      `trainer id,nn-trainer hidden,\n<${view.localName} for="nn-trainer" grid="9"></${view.localName}>`);
    trainer.id = 'model';
    expect(await link.toHtml([]))
      .to.equal(`trainer id,model hidden,\n<${view.localName} for="model"></${view.localName}>`);
  });

  describe('where the trainer is missing', () => {
    const reported = (): unknown[] => view.reports.map(([, value]) => value);

    it('reports it once, a second after the page is read, and is blank until then', async () => {
      const isLoading = stub(document, 'readyState', 'loading');
      page.append(view);
      await view.updateComplete;
      isLoading();
      patience.pass();
      expect(reported()).to.deep.equal([]);
      document.dispatchEvent(new Event('DOMContentLoaded'));
      expect([reported(), link.isBlank]).to.deep.equal([[], true]);
      patience.pass();
      expect([reported(), link.isBlank]).to.deep.equal([['model'], false]);
      page.append(trainerOf('unrelated'));
      await update();
      patience.pass();
      expect(reported()).to.deep.equal(['model']);
    });

    it('reports nothing if a trainer comes in time, if the view leaves, or if it asks for none', async () => {
      page.append(view);
      page.append(trainerOf());
      patience.pass();
      view.htmlFor = 'nowhere';
      page.append(view);
      view.remove();
      patience.pass();
      view.htmlFor = '';
      page.append(view);
      patience.pass();
      expect(reported()).to.deep.equal([]);
    });

    it('counts an element of another kind as missing, by its id or given by a script', () => {
      const other = Object.assign(document.createElement('p'), { id: 'model' });
      page.append(other, view);
      patience.pass();
      link.source = other;
      patience.pass();
      expect(view.reports.map((report) => report.slice(0, 2))).to.deep.equal([['for', 'model'], ['', other]]);
      link.source = undefined;
      const trainer = trainerOf();
      other.replaceWith(trainer);
      expect(link.source, 'one that comes after all').to.equal(trainer);
    });

    it('waits again for another id, and for the same one after it was there', async () => {
      const trainer = trainerOf();
      trainer.start();
      page.append(view, trainer);
      trainer.remove();
      const shown = [link.run, await link.toHtml([]), link.network === undefined];
      expect(shown).to.deep.equal([undefined, undefined, false]);
      patience.pass();
      await update({ htmlFor: 'other' });
      expect(link.isBlank, 'the last model stays').to.equal(false);
      expect(link.network, 'so that nothing comes and goes').to.not.equal(undefined);
      patience.pass();
      expect(reported()).to.deep.equal(['model', 'other']);
      expect(view.reports.map(([, , sentence]) => sentence.includes('last model'))).to.deep.equal([true, false]);
      expect(link.network, 'of another trainer').to.equal(undefined);
    });
  });
});
