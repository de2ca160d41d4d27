import { expect, fixture, html } from '@open-wc/testing';
import { defineHost, Host } from '../testing/host.js';
import { TrainerRegistration, trainers } from './trainer-registry.js';
import { TrainingRun } from './training-run.js';

class TestTrainer extends Host {
  readonly run = new TrainingRun();
  readonly registration = new TrainerRegistration(this, this.run);
  readonly sentences: string[] = [];

  report(_: unknown, sentence: string): void {
    this.sentences.push(sentence);
  }
}
defineHost(TestTrainer);

const trainerOf = (id = 'model'): TestTrainer => Object.assign(new TestTrainer(), { id });

describe('TrainerRegistry', () => {
  let page: HTMLElement;

  beforeEach(async () => {
    page = await fixture(html`<div></div>`);
  });

  /** Returns an open shadow root on the page with an element in it that looks for trainers. */
  function shadow(): { root: ShadowRoot; inside: Element } {
    const root = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    return { root, inside: root.appendChild(document.createElement('p')) };
  }

  it('knows the run of a trainer while that is on the page', () => {
    const trainer = trainerOf();
    expect(trainers.runOf(trainer)).to.equal(undefined);
    page.append(trainer);
    expect([trainers.runOf(trainer), trainers.find(page, 'model')]).to.deep.equal([trainer.run, trainer]);
    trainer.remove();
    expect([trainers.runOf(trainer), trainers.find(page, 'model')]).to.deep.equal([undefined, undefined]);
  });

  it('finds a trainer whose tag is defined only later', () => {
    const plain = page.appendChild(Object.assign(document.createElement('test-late-trainer'), { id: 'model' }));
    expect(trainers.find(page, 'model')).to.equal(undefined);
    customElements.define('test-late-trainer', class extends TestTrainer {});
    expect(trainers.find(page, 'model')).to.equal(plain);
  });

  it('finds the first of two with one id, and the next when that leaves', () => {
    const [first, second] = [trainerOf(), trainerOf()];
    page.append(first, second);
    expect(trainers.find(page, 'model')).to.equal(first);
    first.remove();
    expect(trainers.find(page, 'model')).to.equal(second);
  });

  it('reports an id that an earlier trainer has, once, and not that of one in another root', async () => {
    const [first, second, copy] = [trainerOf(), trainerOf(), trainerOf()];
    const { root } = shadow();
    root.append(trainerOf());
    page.append(first, second, copy);
    copy.id = 'other'; // by a script that has just made it
    for (const trainer of [first, second, copy]) {
      trainer.requestUpdate();
      await trainer.updateComplete;
      trainer.requestUpdate();
      await trainer.updateComplete;
    }
    expect([first, second, copy].map(({ sentences }) => sentences.length)).to.deep.equal([0, 1, 0]);
    expect(second.sentences[0]).to.contain('id="model"');
    second.id = 'other';
    second.requestUpdate();
    await second.updateComplete;
    expect(second.sentences, 'the second of another id').to.have.length(1);
  });

  it('looks in the root of an element before the document, and never into another shadow root', () => {
    const { root, inside } = shadow();
    const [outer, inner] = [trainerOf(), trainerOf()];
    root.append(inner);
    expect([trainers.find(page, 'model'), trainers.find(inside, 'model')]).to.deep.equal([undefined, inner]);
    page.append(outer);
    expect([trainers.find(page, 'model'), trainers.find(inside, 'model')]).to.deep.equal([outer, inner]);
    inner.remove();
    expect(trainers.find(inside, 'model')).to.equal(outer);
  });

  it('counts an element of another kind as missing, and looks in the document then', () => {
    const { root, inside } = shadow();
    root.append(Object.assign(document.createElement('div'), { id: 'model' }));
    expect(trainers.find(inside, 'model')).to.equal(undefined);
    const trainer = page.appendChild(trainerOf());
    expect(trainers.find(inside, 'model')).to.equal(trainer);
  });

  it('notifies its listeners when a trainer comes, leaves or has another id, until they are removed', () => {
    const trainer = trainerOf();
    const heard: (Element | undefined)[] = [];
    const listener = (): void => void heard.push(trainers.find(page, 'model'));
    trainers.addListener(listener);
    trainer.registration.idChanged(); // not on the page
    page.append(trainer);
    trainer.id = 'other';
    trainer.registration.idChanged();
    trainer.remove();
    expect(heard).to.deep.equal([trainer, undefined, undefined]);
    trainers.removeListener(listener);
    page.append(trainer);
    expect(heard).to.have.length(3);
  });

  it('lets a listener add another one while it notifies', () => {
    const late = (): void => undefined;
    const listener = (): void => trainers.addListener(late);
    trainers.addListener(listener);
    expect(() => page.append(trainerOf())).not.to.throw();
    for (const each of [listener, late]) trainers.removeListener(each);
  });
});
