import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { Network } from '../../core/index.js';
import '../../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import '../../define/nn-deform.js';
import '../../define/nn-neuron.js';
import '../../define/nn-param-view.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { descriptionOf, pictureOf } from '../../testing/figure-page.js';
import { until } from '../../testing/host.js';
import { errorsOf, make, show, tells, trainerOf, watchSteps } from '../../testing/link-page.js';
import { FRAME_MS, type ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';
import { DeformedPlane } from '../../tags/deform/deformed-plane.js';
import { unflattenLayers } from '../../tags/deform/layers.js';

const write = (value: number, decimals?: number): string => new Intl.NumberFormat('en', decimals === undefined
  ? { maximumSignificantDigits: 3, signDisplay: 'negative' }
  : { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' }).format(value).replaceAll('-', '\u2212');

/** Each tag, and what it tells of a trainer's network. */
const tags = [
  ['nn-deform', { target: 'xor' }, 'of 2', ({ trainer: { network } }: NnCircleTrainer): string => {
    const { left, right } = new DeformedPlane({ ...unflattenLayers(network.parameters, 1), activation: network.activation, alpha: network.alpha, grid: 21 }).extentAt(1);
    return `The plane after layer 1 of 1. x goes from ${write(left)} to ${write(right)}`;
  }],
  ['nn-neuron', { probe: '0 0.4' }, 'Neurons added: 1', ({ trainer: { network } }: NnCircleTrainer): string =>
    `At p₁ = 0, p₂ = 0.4: y = ${write(network.forward([0, 0.4])[0])}.`],
] as const;

for (const [tag, attributes, own, expected] of tags) {
  describe(`<${tag}> linked to a trainer`, () => {
    let timing: ManualTiming;
    let warnings: string[];
    let release: () => void;
    let page: HTMLElement;

    beforeEach(async () => {
      ({ timing, warnings, release } = holdPage());
      page = await fixture<HTMLElement>(html`<div style="inline-size: 320px"></div>`);
    });

    afterEach(() => release());

    const viewOf = (more: Readonly<Record<string, string>> = {}): LitElement & { source: HTMLElement | undefined; htmlFor: string; toHtml(): string } => make(tag, { for: 'demo', ...attributes, ...more });
    const shows = (view: LitElement, trainer: NnCircleTrainer): Promise<void> => tells(timing, view, () => expected(trainer));
    const showsOwn = (view: LitElement): Promise<void> => tells(timing, view, () => own);

    it('is accessible', async () => {
      const [trainer, view] = [trainerOf({ paused: '' }), viewOf({ controls: '' })];
      page.append(trainer, view);
      await shows(view, trainer);
      await expect(view).to.be.accessible();
    });

    for (const [order, put] of [
      ['before', (trainer: Element, view: Element) => page.append(trainer, view)],
      ['after', (trainer: Element, view: Element) => page.append(view, trainer)],
      ['long after', async (trainer: Element, view: Element) => {
        page.append(view);
        await (view as LitElement).updateComplete;
        await nextFrame();
        page.append(trainer);
      }],
    ] as const) {
      it(`shows its model where the trainer comes ${order} the view, and nothing of its own meanwhile`, async () => {
        const [trainer, view] = [trainerOf({ paused: '' }), viewOf()];
        await put(trainer, view);
        expect(view.hasUpdated ? descriptionOf(view) : '').to.not.include(own);
        await shows(view, trainer);
        trainer.step(5000);
        await shows(view, trainer);
        expect(warnings).to.deep.equal([]);
      });
    }

    it('takes the trainer that replaces another, keeps the last picture meanwhile, and follows ids', async () => {
      const [first, second] = [trainerOf({ paused: '' }), trainerOf({ paused: '', seed: '8' })];
      const view = viewOf();
      page.append(first, view);
      await shows(view, first);
      const picture = async (): Promise<string> => {
        view.requestUpdate();
        await view.updateComplete;
        timing.settle();
        return pictureOf(view);
      };
      const before = await picture();
      first.remove();
      expect(await picture()).to.equal(before);
      first.step(1000);
      expect(await picture(), 'one that is off the page is none of its').to.equal(before);
      page.append(second);
      await shows(view, second);
      expect(await picture()).to.not.equal(before);
      first.id = 'other';
      page.append(first);
      view.htmlFor = 'other';
      await shows(view, first);
    });

    it('shows the trainer that a script gives it, before any id', async () => {
      const [byId, given] = [trainerOf({ paused: '' }), trainerOf({ paused: '', seed: '8', id: '' })];
      const view = viewOf();
      page.append(byId, view);
      view.source = given;
      expect(view.source).to.equal(given);
      page.append(given);
      await shows(view, given);
      view.source = undefined;
      await shows(view, byId);
    });

    it('returns to its own model when the link is taken away', async () => {
      const [trainer, view] = [trainerOf(), viewOf()];
      page.append(trainer, view);
      await show(timing, trainer, view);
      await until(() => {
        timing.tick();
        return descriptionOf(view) !== '';
      });
      view.removeAttribute('for');
      await showsOwn(view);
      const picture = pictureOf(view);
      timing.tick();
      await view.updateComplete;
      timing.tick();
      expect(pictureOf(view)).to.equal(picture);
      expect(trainer.trainer.steps).to.be.above(0);
      trainer.remove();
      timing.settle();
    });

    it('says so where its id names nothing, shows its own model, and takes a trainer that comes after all', async () => {
      const view = viewOf();
      const errors = errorsOf(view);
      page.append(view);
      await view.updateComplete;
      timing.settle();
      expect(pictureOf(view), 'nothing at once').to.equal('');
      await until(() => errors.length > 0, 'it says nothing');
      expect(errors).to.deep.equal(['link']);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(`<${tag}> for="demo": expected the id of an <nn-circle-trainer> on this page; until it comes, a model of its own is shown.`);
      await showsOwn(view);
      const trainer = trainerOf({ paused: '' });
      page.append(trainer);
      await shows(view, trainer);
    });

    it('shows another network of its trainer', async () => {
      const [trainer, view] = [trainerOf({ paused: '' }), viewOf()];
      page.append(trainer, view);
      await shows(view, trainer);
      const before = expected(trainer);
      trainer.seed = '9';
      await trainer.updateComplete;
      expect(expected(trainer)).to.not.equal(before);
      await shows(view, trainer);
    });

    it('leaves nothing behind when it goes: no frame, and a trainer that tells nobody', async () => {
      const trainer = trainerOf();
      const views = Array.from({ length: 10 }, () => viewOf());
      page.append(trainer, ...views);
      await show(timing, trainer);
      for (const view of views) view.remove();
      timing.tick();
      let updates = 0;
      for (const view of views) view.requestUpdate = () => void updates++;
      for (let frame = 0; frame < 10; frame++) timing.tick(FRAME_MS);
      trainer.pause();
      trainer.reset();
      timing.settle();
      expect(updates).to.equal(0);
      trainer.remove();
      timing.settle();
      expect(timing.pending).to.equal(false);
    });
  });
}

describe('One trainer with six views', () => {
  let timing: ManualTiming;
  let release: () => void;
  let page: HTMLElement;

  beforeEach(async () => {
    ({ timing, release } = holdPage());
    page = await fixture<HTMLElement>(html`<div style="inline-size: 780px; display: grid; grid-template-columns: repeat(6, 120px); gap: 4px"></div>`);
  });

  afterEach(() => release());

  const views = (): HTMLElement[] => [
    make('nn-param-view', { for: 'demo' }), make('nn-param-view', { for: 'demo', show: 'structure' }), make('nn-deform', { for: 'demo' }),
    make('nn-neuron', { for: 'demo', neuron: '1.2', probe: '0 0' }), make('nn-neuron', { for: 'demo' }),
  ];

  it('shows the same step in each of them, in every one of 300 frames, trained once', async () => {
    const trainer = trainerOf();
    const all = [trainer, ...views()];
    page.append(...all);
    await show(timing, ...all);
    const before = trainer.trainer.steps;
    const { seen, restore } = watchSteps(all, () => {
      timing.spend(3); // more than a frame has for all, were they not of one model
      return trainer.trainer.steps;
    });
    for (let frame = 0; frame < 300; frame++) timing.tick(FRAME_MS);
    restore();
    const steps = Array.from({ length: 300 }, (_, k) => before + 100 * (k + 1));
    for (const element of all) expect(seen.get(element), `${element.localName} ${element.getAttribute('neuron') ?? ''}`).to.deep.equal(steps);
    const alone = circleTrainer({ seed: '7', network: new Network({ layers: [2, 2, 1] }) });
    alone.step(trainer.trainer.steps);
    expect(trainer.trainer.network.parameters).to.deep.equal(alone.network.parameters);
  });

  it('trains while any of them can be seen, and rests when none is', async () => {
    for (const view of views()) {
      const trainer = trainerOf();
      const gap = make('div', { style: 'block-size: 5000px; grid-column: 1 / -1' });
      page.append(view, gap, trainer);
      await show(timing, view);
      const { steps } = trainer.trainer;
      await until(() => {
        timing.tick(FRAME_MS);
        return trainer.trainer.steps > steps;
      }, `${view.localName} lets it rest`);
      view.remove();
      timing.settle();
      const last = trainer.trainer.steps;
      timing.tick(FRAME_MS);
      expect([timing.pending, trainer.trainer.steps]).to.deep.equal([false, last]);
      page.replaceChildren();
    }
  });
});
