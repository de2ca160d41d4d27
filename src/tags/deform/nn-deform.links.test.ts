import { expect, fixture, html } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { descriptionOf, openNumbers, pictureOf } from '../../testing/figure-page.js';
import { errorsOf, make, show, tells, trainerOf } from '../../testing/link-page.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';

describe('<nn-deform> and the layers of a trainer', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;
  let page: HTMLElement;

  beforeEach(async () => {
    ({ timing, warnings, release } = holdPage());
    page = await fixture<HTMLElement>(html`<div style="inline-size: 320px"></div>`);
  });

  afterEach(() => release());

  const viewOf = (attributes: Readonly<Record<string, string>> = {}): NnDeform => make('nn-deform', { for: 'demo', ...attributes });
  const legend = (view: NnDeform): string => view.shadowRoot!.querySelector('.legend')?.textContent!.replace(/\s+/g, ' ').trim() ?? '';
  const last = (view: NnDeform): string => view.shadowRoot!.querySelector<HTMLInputElement>('.row input')!.max;

  for (const [hidden, count, divided] of [['2', 1, true], ['2 2', 2, true], ['2 2 2 2', 4, true], ['2 8', 1, false], ['2 2 1', 2, false], ['2 2 8 2', 2, false]] as const) {
    it(`shows ${count} of the hidden layers ${hidden}, ${divided ? 'and where the output divides the last' : 'and no line, for what comes after is not straight'}`, async () => {
      const [trainer, view] = [trainerOf({ 'hidden-layers': hidden, paused: '' }), viewOf({ target: 'circle', w: '1 2; 3 4', activation: 'relu' })];
      page.append(trainer, view);
      await tells(timing, view, () => `The first layers of the network that is learning. The plane after layer ${count} of ${count}.`);
      expect([view.layer, last(view)]).to.deep.equal([count, String(count)]);
      expect(legend(view)).to.match(divided ? /^inside outside the trainer’s target dashed: where the trained output divides them, [\d.]+% right$/ : /^inside outside the trainer’s target$/);
      expect(descriptionOf(view).includes('divides them'), descriptionOf(view)).to.equal(divided);
      expect(warnings).to.deep.equal([]);
      expect(view.w, 'its own stay its own').to.deep.equal([[[1, 2], [3, 4]]]);
    });
  }

  it('says what is needed where the first layer is not of two, shows its own until it is, and lets go again', async () => {
    const [trainer, view] = [trainerOf({ 'hidden-layers': '8', paused: '' }), viewOf()];
    const errors = errorsOf(view);
    page.append(trainer, view);
    await tells(timing, view, () => 'The plane after layer 2 of 2.');
    expect(descriptionOf(view)).to.not.contain('learning');
    expect(warnings).to.deep.equal(['<nn-deform> for="demo": expected a trainer whose first hidden layer has two neurons, as hidden-layers="2 2", '
      + 'found layers 2-8-1; until it has them, a model of its own is shown.']);
    expect(errors).to.deep.equal(['link']);
    trainer.step(100);
    timing.settle();
    await view.updateComplete;
    expect(errors, 'once').to.have.length(1);
    trainer.hiddenLayers = [2, 2, 2];
    await tells(timing, view, () => 'network that is learning. The plane after layer 3 of 3.');
    view.layer = 3;
    trainer.hiddenLayers = [2];
    await tells(timing, view, () => 'network that is learning. The plane after layer 1 of 1.');
    trainer.hiddenLayers = [3, 2];
    await tells(timing, view, () => 'The plane after layer 2 of 2.');
    expect(descriptionOf(view)).to.not.contain('learning');
    expect(errors).to.deep.equal(['link', 'link']);
  });

  it('colours its points by the target of the trainer, and anew when that changes', async () => {
    const [trainer, view] = [trainerOf({ paused: '' }), viewOf()];
    page.append(trainer, view);
    await tells(timing, view, () => 'lie inside the target');
    const inside = (): string => /points on it (\d+) lie/.exec(descriptionOf(view))![1];
    const circle = inside();
    trainer.target = 'half';
    await trainer.updateComplete;
    await tells(timing, view, () => 'x');
    await view.updateComplete;
    expect(inside()).to.not.equal(circle);
    trainer.radius = 0.2;
    trainer.target = 'circle';
    await trainer.updateComplete;
    await view.updateComplete;
    expect(Number(inside())).to.be.below(Number(circle));
  });

  it('moves from layer to layer while the trainer trains, and while it rests', async () => {
    const [trainer, view] = [trainerOf({ 'hidden-layers': '2 2' }), viewOf({ layer: '0' })];
    page.append(trainer, view);
    await show(timing, trainer, view);
    for (const playing of [true, false]) {
      if (!playing) trainer.pause();
      view.layer = 0;
      view.play();
      const { steps } = trainer.trainer;
      for (let k = 0; k < 45; k++) timing.tick(FRAME_MS);
      expect(view.layer).to.equal(1);
      expect(trainer.trainer.steps > steps).to.equal(playing);
      view.pause();
    }
    timing.settle();
  });

  it('has the matrices of the trainer in its numbers, and no fields for its own', async () => {
    const [trainer, view] = [trainerOf({ paused: '' }), viewOf({ controls: '' })];
    page.append(trainer, view);
    await tells(timing, view, () => 'learning');
    expect(view.shadowRoot!.querySelector('.matrix')).to.equal(null);
    const rows = await openNumbers(view);
    const before = rows().join();
    trainer.step(1000);
    timing.settle();
    await view.updateComplete;
    expect(rows()).to.have.length(10);
    expect(rows().join()).to.not.equal(before);
    view.htmlFor = '';
    await view.updateComplete;
    expect(view.shadowRoot!.querySelector('.matrix')).to.not.equal(null);
  });

  it('gives the state of the trainer while it shows it, its last network after that, and takes none meanwhile', async () => {
    const [trainer, view] = [trainerOf({ 'hidden-layers': '2 3', paused: '' }), viewOf()];
    page.append(trainer, view);
    await tells(timing, view, () => 'learning');
    trainer.step(50);
    expect(view.getState()).to.deep.equal(trainer.getState());
    const errors = errorsOf(view);
    const before = pictureOf(view);
    view.setState(trainer.getState());
    expect([errors, pictureOf(view)]).to.deep.equal([['state'], before]);
    expect(warnings.at(-1)).to.contain('call setState of the trainer; nothing has changed.');
    const state = trainer.getState();
    trainer.remove();
    await view.updateComplete;
    trainer.step(1000);
    const { version, layers, activation, outputActivation, alpha, parameters } = state;
    expect(view.getState()).to.deep.equal({ version, layers, activation, outputActivation, alpha, parameters });
  });
});
