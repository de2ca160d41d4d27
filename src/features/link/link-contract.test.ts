import { expect, nextFrame } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { Network } from '../../core/index.js';
import '../../define/nn-circle-trainer.js';
import type { NnCircleTrainer } from '../../define/nn-circle-trainer.js';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import '../../define/nn-neuron.js';
import type { NnNeuron } from '../../define/nn-neuron.js';
import '../../define/nn-param-view.js';
import type { NnParamView } from '../../define/nn-param-view.js';
import { en } from '../../strings/en.js';
import { circleTrainer } from '../../testing/circle-trainer.js';
import { descriptionOf, pictureOf, slide, slidersOf } from '../../testing/figure-page.js';
import { seen, stub, tickUntil, until } from '../../testing/host.js';
import { errorsOf, LinkPage, make, trainerOf, watchDrawing, watchTexts } from '../../testing/link-page.js';
import { FRAME_MS } from '../../testing/manual-clock.js';

type Attributes = Readonly<Record<string, string>>;
type View = NnDeform | NnNeuron | NnParamView;

/** Writes a number as the tags do. */
function write(value: number, decimals?: number): string {
  const digits = decimals === undefined ? { maximumSignificantDigits: 3 }
    : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('en', { ...digits, signDisplay: 'negative' }).format(value).replaceAll('-', '\u2212');
}

const predictionOf = (network: Network): string => `the prediction is ${write(network.forward([0, 0.4])[0], 2)}.`;

let ownPrediction = '';

interface Tag {
  readonly tag: 'nn-deform' | 'nn-neuron' | 'nn-param-view';
  readonly attributes: Attributes;
  /** Returns what the description says of a trainer's network. */
  readonly textOf: (network: Network) => string;
  /** Returns what it says of the tag's own model alone. */
  readonly own: () => string;
  /** Numbers in the picture that change while the trainer trains. */
  readonly numbers?: RegExp;
}

const tags: readonly Tag[] = [
  {
    tag: 'nn-param-view',
    attributes: { y: '0.4' },
    textOf: predictionOf,
    own: () => {
      if (ownPrediction !== '') return ownPrediction;
      const trainer = circleTrainer({ seed: '495' });
      trainer.step(20_000);
      return (ownPrediction = predictionOf(trainer.network));
    },
    numbers: /^[\u2212\d]/,
  },
  {
    tag: 'nn-deform',
    attributes: { target: 'xor' },
    textOf: (network) => {
      const [toX, toY] = network.weightsOf(1, 0);
      const [left, right] = [-1, 1].map((side) => {
        const z = network.biasOf(1, 0) + side * (Math.abs(toX) + Math.abs(toY)); // at a corner of the plane
        return write(z < 0 ? network.alpha * z : z);
      });
      return `The plane after layer 1 of 1. x goes from ${left} to ${right}`;
    },
    own: () => 'of 2',
  },
  {
    tag: 'nn-neuron',
    attributes: { probe: '0 0.4' },
    textOf: (network) => `At x = 0, y = 0.4: prediction = ${write(network.forward([0, 0.4])[0])}.`,
    own: () => 'Neurons added: 1',
    numbers: /^ = /,
  },
];

for (const { tag, attributes, textOf, own, numbers } of tags) {
  describe(`<${tag}> linked to a trainer`, () => {
    const page = new LinkPage();
    const viewOf = (more: Attributes = {}): View => make(tag, { for: 'demo', ...attributes, ...more });
    const paused = (more: Attributes = {}): NnCircleTrainer => trainerOf({ paused: '', ...more });
    const shows = (view: View, { trainer }: NnCircleTrainer): Promise<void> =>
      page.describes(view, () => textOf(trainer.network));
    /** Lets time pass, in which a model of its own is trained. */
    const showsOwn = async (view: View): Promise<void> => {
      await page.show(view);
      await tickUntil(page.timing, () => descriptionOf(view).includes(own()), 'its own model');
    };
    const pictureNow = async (view: View): Promise<string> => {
      view.requestUpdate();
      await page.settle(view);
      return pictureOf(view);
    };

    it('is accessible', async () => {
      const [trainer, view] = [paused(), viewOf({ controls: '' })];
      page.holder.append(trainer, view);
      await shows(view, trainer);
      await expect(view).to.be.accessible();
    });

    it('shows its model where the trainer comes long after the view, and nothing of its own meanwhile', async () => {
      const [trainer, view] = [paused(), viewOf()];
      page.holder.append(view);
      await view.updateComplete;
      await nextFrame();
      page.holder.append(trainer);
      expect(descriptionOf(view)).to.not.include(own());
      await shows(view, trainer);
      trainer.step(5000);
      await shows(view, trainer);
      expect(page.warnings).to.deep.equal([]);
    });

    it('keeps the last picture of a trainer that leaves, takes the next, and follows its own `for`', async () => {
      const [first, second] = [paused(), paused({ seed: '8' })];
      const view = viewOf();
      page.holder.append(first, view);
      await page.show(view);
      await shows(view, first);
      const before = await pictureNow(view);
      first.remove();
      expect(await pictureNow(view)).to.equal(before);
      first.step(1000);
      expect(await pictureNow(view), 'the steps of a trainer off the page').to.equal(before);
      page.holder.append(second);
      await shows(view, second);
      expect(await pictureNow(view)).to.not.equal(before);
      first.id = 'other';
      page.holder.append(first);
      view.htmlFor = 'other';
      await shows(view, first);
    });

    it('shows the trainer that a script gives it before any id', async () => {
      const [byId, given] = [paused(), paused({ seed: '8', id: '' })];
      const view = viewOf();
      page.holder.append(byId, given, view);
      view.source = given;
      await shows(view, given);
      expect([view.source === given, view.hasAttribute('source')]).to.deep.equal([true, false]);
    });

    it('returns to its own model when the link is taken away', async () => {
      const [trainer, view] = [trainerOf(), viewOf()];
      page.holder.append(trainer, view);
      await page.show(trainer, view);
      view.removeAttribute('for');
      await showsOwn(view);
      const picture = pictureOf(view);
      page.timing.tick();
      await view.updateComplete;
      page.timing.tick();
      expect(pictureOf(view)).to.equal(picture);
      expect(trainer.trainer.steps).to.be.above(0);
      trainer.remove();
      page.timing.settle();
    });

    it('reports an id that names nothing, shows its own model, and takes a trainer that comes after all', async () => {
      const view = viewOf();
      const errors = errorsOf(view);
      page.holder.append(view);
      await page.settle(view);
      expect([pictureOf(view), errors], 'nothing at once').to.deep.equal(['', []]);
      page.losePatience();
      expect([errors, page.warnings.length]).to.deep.equal([['link'], 1]);
      expect(page.warnings[0]).to.contain(`<${tag}> for="demo":`);
      await showsOwn(view);
      const note = (): string | undefined => view.shadowRoot!.querySelector('.note')?.textContent ?? undefined;
      expect(note(), 'where it is seen').to.equal(en.unlinked);
      expect(descriptionOf(view)).to.match(new RegExp(`^${en.unlinked}`));
      await expect(view).to.be.accessible();
      const trainer = paused();
      page.holder.append(trainer);
      await shows(view, trainer);
      expect([note(), descriptionOf(view).includes(en.unlinked)]).to.deep.equal([undefined, false]);
    });

    it('waits for an id that names nothing before it says so, and then shows what its attributes say', async () => {
      const noteOf = ({ link: { note } }: View): string | undefined => note;
      const asked: Attributes = tag === 'nn-neuron' ? { w: '2 1' } : { seed: '2' };
      const beside = { style: 'inline-size: 150px' };
      const ask = (view: View): void => {
        for (const [name, value] of Object.entries({ ...asked, for: 'nobody' })) view.setAttribute(name, value);
      };
      page.holder.style.display = 'flex'; // all in sight
      const alone = make(tag, { ...attributes, ...asked, ...beside });
      const trainer = paused();
      const linked = viewOf(beside);
      const own = make(tag, { ...attributes, ...beside });
      page.holder.append(alone, trainer, linked, own);
      await shows(linked, trainer);
      await showsOwn(own);
      const fresh = make(tag, { ...attributes, ...beside });
      for (const view of [linked, own, fresh]) ask(view);
      page.holder.append(fresh);
      await page.settle(linked, own, fresh);
      expect([linked, own, fresh].map(noteOf), 'meanwhile').to.deep.equal([undefined, undefined, undefined]);
      expect(descriptionOf(linked), 'no picture that comes and goes').to.contain(textOf(trainer.trainer.network));
      page.losePatience();
      await page.show(alone, linked, own, fresh);
      for (const view of [linked, own, fresh]) {
        await tickUntil(page.timing, () => descriptionOf(view) === `${en.unlinked} ${descriptionOf(alone)}`, 'its own');
        expect(noteOf(view)).to.equal(en.unlinked);
      }
    });

    it('shows another network of its trainer', async () => {
      const [trainer, view] = [paused(), viewOf()];
      page.holder.append(trainer, view);
      const texts = new Set<string>();
      for (const change of [{}, { seed: '8' }, { hiddenLayers: [2, 3] }]) {
        Object.assign(trainer, change);
        await trainer.updateComplete;
        trainer.step(1000);
        texts.add(textOf(trainer.trainer.network));
        await shows(view, trainer);
      }
      expect(texts.size).to.equal(3);
    });

    it('moves its sliders while the trainer trains, and does not disturb that', async () => {
      const [trainer, view] = [trainerOf(), viewOf()];
      page.holder.append(trainer, view);
      await page.show(trainer, view);
      await until(() => trainer.canvas.visible || view.canvas.visible, 'nobody sees it');
      const sliders = slidersOf(view);
      for (let frame = 0; frame < 20; frame++) {
        slide(sliders[frame % sliders.length], Math.sin(frame));
        page.timing.tick(FRAME_MS);
        await view.updateComplete;
      }
      const alone = circleTrainer({ seed: '7', network: new Network({ layers: [2, 2, 1] }) });
      alone.step(trainer.trainer.steps);
      expect(alone.steps).to.be.above(0);
      expect(trainer.trainer.network.parameters).to.deep.equal(alone.network.parameters);
    });

    if (numbers) {
      it('draws in every frame of a training, and writes other numbers at most ten times a second', async () => {
        const [trainer, view] = [trainerOf(), viewOf()];
        page.holder.append(trainer, view);
        await page.show(trainer, view);
        await seen(view.shadowRoot!.querySelector('canvas')!);
        let time = performance.now();
        let row = '';
        const restores = [
          stub(performance, 'now', () => time),
          watchTexts(view, (text) => (row += numbers.test(text) ? `${text} ` : '')),
        ];
        const rows: string[] = [];
        for (let frame = 0; frame < 60; frame++) {
          time += FRAME_MS;
          row = '';
          page.timing.tick(FRAME_MS);
          await Promise.resolve();
          rows.push(row);
        }
        restores.forEach((restore) => restore());
        expect(rows).to.not.include('');
        expect(new Set(rows).size).to.be.within(2, 11);
      });
    }

    if (tag !== 'nn-neuron') {
      it('gives the state of the trainer, its last network once that is gone, and takes none meanwhile', async () => {
        const [trainer, view] = [paused(), viewOf() as NnDeform | NnParamView];
        page.holder.append(trainer, view);
        await page.show(view);
        await shows(view, trainer);
        trainer.step(50);
        expect(await view.getState()).to.deep.equal(await trainer.getState());
        const errors = errorsOf(view);
        const own = await trainer.getState();
        await view.setState({ ...own, parameters: own.parameters.map(() => 0) });
        await page.settle(view);
        expect([errors, await view.getState()]).to.deep.equal([['state'], await trainer.getState()]);
        const { version, layers, activation, outputActivation, alpha, parameters } = await trainer.getState();
        trainer.remove();
        trainer.step(1000);
        const state = await view.getState();
        expect(state).to.deep.equal({ version, layers, activation, outputActivation, alpha, parameters });
      });
    }

    it('leaves nothing behind when it goes: it takes no frame, and hears no more of the trainer', async () => {
      const trainer = trainerOf();
      const views = Array.from({ length: 10 }, () => viewOf());
      page.holder.append(trainer, ...views);
      await page.show(trainer);
      for (const view of views) view.remove();
      page.timing.tick();
      let updates = 0;
      for (const view of views) view.requestUpdate = () => void updates++;
      for (let frame = 0; frame < 10; frame++) page.timing.tick(FRAME_MS);
      trainer.pause();
      trainer.reset();
      page.timing.settle();
      expect(updates).to.equal(0);
      trainer.remove();
      page.timing.settle();
      expect(page.timing.pending).to.equal(false);
    });
  });
}

describe('One trainer with six views', () => {
  const page = new LinkPage('inline-size: 780px; display: grid; grid-template-columns: repeat(7, 104px); gap: 4px');

  const views = (): LitElement[] => [
    make('nn-param-view', { for: 'demo' }), make('nn-param-view', { for: 'demo', free: 'both' }),
    make('nn-param-view', { for: 'demo', show: 'structure' }), make('nn-deform', { for: 'demo' }),
    make('nn-neuron', { for: 'demo', neuron: '1.2', probe: '0 0' }), make('nn-neuron', { for: 'demo' }),
  ];

  it('shows the same step in each of them, in every one of 300 frames, trained once', async () => {
    const trainer = trainerOf();
    const all = [trainer, ...views()];
    page.holder.append(...all);
    await page.show(...all);
    // Until then they are drawn in idle time.
    for (const element of all) await seen(element.shadowRoot!.querySelector('canvas')!);
    const before = trainer.trainer.steps;
    const drawn = new Map<Element, number[]>(all.map((element) => [element, []]));
    const restore = watchDrawing((host) => {
      page.timing.spend(3); // more than a frame has for all, were they not of one unit
      drawn.get(host)!.push(trainer.trainer.steps);
    });
    for (let frame = 0; frame < 300; frame++) page.timing.tick(FRAME_MS);
    restore();
    const steps = Array.from({ length: 300 }, (_, k) => before + 100 * (k + 1));
    for (const [k, element] of all.entries()) expect(drawn.get(element), `picture ${k}`).to.deep.equal(steps);
    const alone = circleTrainer({ seed: '7', network: new Network({ layers: [2, 2, 1] }) });
    alone.step(trainer.trainer.steps);
    expect(trainer.trainer.network.parameters).to.deep.equal(alone.network.parameters);
  });

  it('trains while any of them can be seen, and rests when none is', async () => {
    for (const view of views()) {
      const trainer = trainerOf();
      const gap = make('div', { style: 'block-size: 5000px; grid-column: 1 / -1' });
      const trains = (): Promise<void> => {
        const { steps } = trainer.trainer;
        return until(() => {
          page.timing.tick(FRAME_MS);
          return trainer.trainer.steps > steps;
        }, `${view.localName} lets it rest`);
      };
      page.holder.append(view, gap, trainer);
      await page.show(view);
      await trains();
      view.remove();
      page.timing.settle();
      const { steps } = trainer.trainer;
      page.timing.tick(FRAME_MS);
      expect([page.timing.pending, trainer.trainer.steps]).to.deep.equal([false, steps]);
      page.holder.prepend(view);
      await trains();
      page.holder.replaceChildren();
    }
  });
});
