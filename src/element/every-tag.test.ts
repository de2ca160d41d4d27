import { expect } from '@open-wc/testing';
import { html, type LitElement } from 'lit';
import '../index.js';
import { descriptionOf, listen, mountFigure, pictureOf } from '../testing/figure-page.js';
import { change, frames, stub, tickUntil, until } from '../testing/host.js';
import { errorsOf, make } from '../testing/link-page.js';
import { holdPage } from '../testing/trainer-page.js';
import type { FigureElement } from './figure-element.js';

/** Scripts against tracking make a canvas do this. */
const refuse = (): null => {
  throw new Error('refused');
};

/** A tag at rest, what a script writes to it that makes another picture, and words of its Japanese description. */
interface Tag {
  readonly tag: 'nn-activation' | 'nn-circle-trainer' | 'nn-deform' | 'nn-neuron' | 'nn-param-view';
  readonly attributes: Readonly<Record<string, string>>;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly japanese: string;
  /** What leads to another picture each, one after the other. */
  readonly pictures: readonly Readonly<Record<string, unknown>>[];
}

const tags: readonly Tag[] = [
  {
    tag: 'nn-activation', attributes: { fn: 'sigmoid', probe: '1.5' },
    changes: { probe: 2, fn: ['tanh'], domain: [-3, 3], derivative: true, range: [-1, 1] }, japanese: '傾き0.149',
    pictures: [
      { fn: ['leaky-relu', 'tanh'] }, { fn: ['tanh', 'leaky-relu'] }, { alpha: 0.4 }, { domain: [-4, 4] },
      { range: [-3, 3] }, { derivative: true }, { probe: 2 },
    ],
  },
  {
    tag: 'nn-circle-trainer', attributes: { seed: '7', paused: '' },
    changes: { grid: 9, threshold: 0.2 }, japanese: 'ステップ学習済み',
    pictures: [{ grid: 12 }, { target: 'ring' }, { radius: 0.8 }, { chart: true }, { creases: true }],
  },
  {
    tag: 'nn-deform', attributes: { target: 'xor' }, changes: { layer: 1, grid: 9 }, japanese: '第2層',
    pictures: [
      { layer: 1 }, { layer: 0.5 }, { w: [[[1, 2], [3, 4]]], b: [[[0], [1]]] }, { grid: 9 }, { target: 'ring' },
      { activation: 'tanh' }, { seed: '5', w: null },
    ],
  },
  {
    tag: 'nn-neuron', attributes: { w: '1 1', b: '0.5', probe: '0.5 0.5' },
    changes: { w: [[3, 3]], view: [10, 20], probe: [0.1, 0.2], domain: [0, 0.5] }, japanese: '折り目の数：1',
    pictures: [
      { w: [[1, 1.5]] }, { b: [[0.7]] }, { activation: 'tanh' }, { domain: [-2, 1] }, { range: [-2, 2] }, { grid: 11 },
      { view: [10, 50] }, { probe: [0, 0] }, { w: [[1, 1], [1, -1]] }, { parts: true }, { activation: 'leaky-relu' },
      { alpha: 0.5 },
    ],
  },
  {
    tag: 'nn-param-view', attributes: { seed: '495' }, changes: { y: 0.5, free: 'x' }, japanese: '隠れ層',
    pictures: [{ y: 0.5 }, { x: 0.3 }, { free: 'x' }, { free: 'both' }, { show: 'structure' }],
  },
];

for (const { tag, attributes, changes, japanese, pictures } of tags) {
  describe(`<${tag}>, as every tag,`, () => {
    let page: ReturnType<typeof holdPage>;
    beforeEach(() => void (page = holdPage()));
    afterEach(() => page.release());

    const mount = (element: LitElement = make(tag, attributes)): Promise<FigureElement> =>
      mountFigure(page.timing, html`${element}`);
    const nameOf = (element: FigureElement): string | null => element.surface!.getAttribute('aria-label');
    const write = (element: FigureElement): Promise<void> => change(element, changes);

    it('has a picture that is an image with a name, which the page may replace, and cannot be focused', async () => {
      const element = await mount();
      const name = nameOf(element);
      expect(name).to.not.equal('');
      expect([element.surface!.getAttribute('role'), element.surface!.hasAttribute('tabindex')])
        .to.deep.equal(['img', false]);
      expect(getComputedStyle(element.surface!).touchAction, 'a finger scrolls the page').to.contain('pan-y');
      await write(element);
      if (tag !== 'nn-activation') expect(nameOf(element), 'whatever it shows').to.equal(name);
      await change(element, { label: 'Mine' });
      expect(nameOf(element)).to.equal('Mine');
    });

    it('fires nothing for what scripts do, takes no frame out of view, and draws it once it is seen', async () => {
      const element = await mount();
      const fired = listen(element);
      expect(page.timing.pending, 'at rest').to.equal(false);
      const before = pictureOf(element);
      element.hidden = true;
      await frames();
      await write(element);
      expect([page.timing.pending, pictureOf(element)]).to.deep.equal([false, before]);
      element.hidden = false;
      await until(() => page.timing.pending, 'it never noticed that it is shown');
      page.timing.settle();
      expect(pictureOf(element)).to.not.be.oneOf([before, '']);
      expect([fired, page.warnings]).to.deep.equal([[], []]);
    });

    it('draws another picture for each attribute', async () => {
      const element = await mount();
      const seen = [pictureOf(element)];
      for (const values of pictures) {
        await change(element, values);
        await frames(1); // in which the canvas has its new size
        page.timing.settle();
        expect(pictureOf(element), JSON.stringify(values)).to.not.be.oneOf(['', ...seen]);
        seen.push(pictureOf(element));
      }
    });

    it('takes no frame once it is gone', async () => {
      const element = await mount();
      element.remove();
      page.timing.settle();
      await write(element);
      await frames(1);
      expect([page.timing.pending, element.surface!.width]).to.deep.equal([false, 0]);
    });

    it('gives a clone its attributes, not its properties', async () => {
      const element = await mount();
      const [name] = Object.keys(changes);
      const read = (each: Element): unknown => (each as unknown as Record<string, unknown>)[name];
      const before = read(element);
      await write(element);
      expect(read(element.cloneNode(true) as Element)).to.deep.equal(before);
    });

    it('speaks the language around it, also when that changes', async () => {
      const element = await mount();
      const name = nameOf(element);
      element.parentElement!.lang = 'ja';
      await until(() => nameOf(element) !== name, 'the name is not Japanese');
      const langs = (): (string | undefined)[] =>
        [...element.shadowRoot!.querySelectorAll<HTMLElement>('.all')].map((all) => all.lang);
      expect(descriptionOf(element)).to.contain(japanese);
      expect(langs()).to.deep.equal(['ja']);
      element.parentElement!.lang = 'de';
      await until(() => nameOf(element) === name, 'the name is still Japanese');
      expect(langs(), 'there are no German words').to.deep.equal(['en']);
    });

    for (const [what, getContext] of Object.entries({ 'nothing': (): null => null, 'an error': refuse })) {
      it(`shows its content where a canvas gives ${what} for a context, and reports it once`, async () => {
        const restore = stub(HTMLCanvasElement.prototype, 'getContext', getContext as HTMLCanvasElement['getContext']);
        const element = make(tag, { ...attributes, autoplay: '' });
        const codes = errorsOf(element);
        const content = element.appendChild(document.createElement('p'));
        content.textContent = 'Content.';
        document.body.append(element);
        await tickUntil(page.timing, () => content.getBoundingClientRect().height > 0, 'its content is not shown');
        expect(element.shadowRoot!.querySelector('.all')!.getBoundingClientRect().height).to.equal(0);
        expect([codes, page.warnings.length]).to.deep.equal([['no-context'], 1]);
        page.timing.settle();
        element.remove();
        restore();
      });
    }

    it('is drawn where a page has neither crypto nor MessageChannel', async () => {
      const restores = [stub(window, 'crypto', undefined as never), stub(window, 'MessageChannel', undefined as never)];
      const element = make(tag, attributes);
      document.body.append(element);
      await element.updateComplete;
      await tickUntil(page.timing, () => pictureOf(element) !== '', 'it is never drawn');
      for (const restore of restores) restore();
      element.remove();
    });
  });
}
