import { expect } from '@open-wc/testing';
import '../../define/nn-circle-trainer.js';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { descriptionOf, openNumbers, slide } from '../../testing/figure-page.js';
import { change, seen } from '../../testing/host.js';
import { errorsOf, LinkPage, make, trainerOf } from '../../testing/link-page.js';
import { FRAME_MS } from '../../testing/manual-clock.js';

type Attributes = Readonly<Record<string, string>>;

describe('<nn-deform> and the layers of a trainer', () => {
  const page = new LinkPage();

  const viewOf = (attributes: Attributes = {}): NnDeform => make('nn-deform', { for: 'demo', ...attributes });
  const legend = (view: NnDeform): string => view.shadowRoot!.querySelector('.legend')?.textContent ?? '';

  for (const [hidden, count, isDivided] of [
    ['2', 1, true], ['2 2', 2, true], ['2 2 2 2', 4, true],
    ['2 8', 1, false], ['2 2 1', 2, false], ['2 2 8 2', 2, false],
  ] as const) {
    const line = isDivided ? 'and where the output divides the last' : 'and no line, as what follows is not straight';
    it(`shows ${count} of the hidden layers ${hidden}, ${line}`, async () => {
      const trainer = trainerOf({ 'hidden-layers': hidden, paused: '' });
      const view = viewOf({ target: 'circle', w: '1 2; 3 4', activation: 'relu' });
      page.holder.append(trainer, view);
      await page.describes(view, () => `network that is learning. The plane after layer ${count} of ${count}.`);
      const { max } = view.shadowRoot!.querySelector<HTMLInputElement>('.row input')!;
      expect([view.position, max]).to.deep.equal([count, String(count)]);
      expect(legend(view)).to.contain('(the network’s target)');
      const divides = [/[\d.]+%/.test(legend(view)), /decision line.*%/.test(descriptionOf(view))];
      expect([divides, page.warnings]).to.deep.equal([[isDivided, isDivided], []]);
      expect(view.w, 'its own stay its own').to.deep.equal([[[1, 2], [3, 4]]]);
    });
  }

  it('reports a first layer that is not of two, shows its own until it is, and lets go again', async () => {
    const [trainer, view] = [trainerOf({ 'hidden-layers': '8', paused: '' }), viewOf()];
    const errors = errorsOf(view);
    const describes = async (layers: readonly number[], count: number, isLinked: boolean): Promise<void> => {
      trainer.hiddenLayers = layers;
      await page.describes(view, () => `The plane after layer ${count} of ${count}.`);
      expect(descriptionOf(view).includes('learning')).to.equal(isLinked);
      expect(view.shadowRoot!.querySelector('.note') === null, 'said in the figure').to.equal(isLinked);
    };
    page.holder.append(trainer, view);
    await describes([8], 2, false);
    expect([errors, page.warnings.length]).to.deep.equal([['link'], 1]);
    for (const part of ['for="demo"', 'hidden-layers="2 2"', '2-8-1']) expect(page.warnings[0]).to.contain(part);
    trainer.step(100);
    await page.settle(view);
    expect(errors, 'once').to.have.length(1);
    await describes([2, 2, 2], 3, true);
    await describes([2], 1, true);
    await describes([3, 2], 2, false);
    expect(errors).to.deep.equal(['link', 'link']);
  });

  it('colours its points by the trainer’s target, also after that has changed', async () => {
    const [trainer, view] = [trainerOf({ paused: '' }), viewOf()];
    page.holder.append(trainer, view);
    await page.describes(view, () => 'Points inside the target');
    const inside = async (changes: object): Promise<number> => {
      await change(trainer, changes);
      await view.updateComplete;
      return Number(/inside the target: (\d+)/.exec(descriptionOf(view))![1]);
    };
    const circle = await inside({});
    expect(await inside({ target: 'half' })).to.not.equal(circle);
    expect(await inside({ target: 'circle', radius: 0.2 })).to.be.below(circle);
  });

  it('moves from layer to layer while the trainer trains, and while it rests', async () => {
    const [trainer, view] = [trainerOf({ 'hidden-layers': '2 2' }), viewOf()];
    page.holder.append(trainer, view);
    await page.show(trainer, view);
    await seen(view.shadowRoot!.querySelector('canvas')!);
    for (const isPlaying of [true, false]) {
      if (isPlaying) trainer.play(); // at once
      else trainer.pause();
      slide(view.shadowRoot!.querySelector('.row input')!, 0.01);
      view.play();
      page.timing.tick();
      const { steps } = trainer.trainer;
      for (let k = 0; k < 45; k++) page.timing.tick(FRAME_MS);
      expect([view.position, trainer.trainer.steps > steps]).to.deep.equal([1, isPlaying]);
      view.pause();
    }
    page.timing.settle();
  });

  it('has the matrices of the trainer in its numbers, and fields for its own without a trainer alone', async () => {
    const [trainer, view] = [trainerOf({ paused: '' }), viewOf({ controls: '' })];
    const hasFields = (): boolean => view.shadowRoot!.querySelector('.matrix') !== null;
    page.holder.append(trainer, view);
    await page.describes(view, () => 'learning');
    expect(hasFields()).to.equal(false);
    const rows = await openNumbers(view);
    const before = rows().join();
    trainer.step(1000);
    await page.settle(view);
    await view.updateComplete;
    expect(rows()).to.have.length(10);
    expect(rows().join()).to.not.equal(before);
    await change(view, { htmlFor: '' });
    expect(hasFields()).to.equal(true);
  });
});
