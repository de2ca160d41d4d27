import { expect, fixture, html } from '@open-wc/testing';
import '../../index.js';
import type { FigureElement } from '../../element/figure-element.js';
import { descriptionOf, pictureOf } from '../../testing/figure-page.js';
import { holdMotion, tickUntil } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';

const plane = '[0.5, -0.3, 0.8, 0.4, 0.1, -0.2, 1, 0.2, -0.4, 0.6, 0, 0.3, 1, -1, 0.2]';
const parameters = JSON.stringify(Array.from({ length: 33 }, (_, k) => Math.sin(k)));

interface Case {
  readonly tag: string;
  readonly view?: string;
  /** Attributes of the trainer that the view is linked to, and how far that has trained. */
  readonly trainer?: string;
  readonly steps?: number;
}

const neuron: Case = { tag: 'nn-neuron', view: 'neuron="1.3" probe="0.2 0.3"', trainer: 'seed="7"', steps: 400 };
const mixed = 'seed="7" target="y - sin(3*x) + 0.5" hidden-layers="4 3" activation="tanh"';

const cases: Readonly<Record<string, Case>> = {
  'a linked flow': { tag: 'nn-param-view', view: 'free="both" x="0.3"', trainer: mixed, steps: 700 },
  'a linked step': {
    tag: 'nn-param-view', view: 'show="step"', trainer: 'seed="7" update-order="in-place"', steps: 300,
  },
  'a linked plane': {
    tag: 'nn-deform', view: 'layer="1"', trainer: 'seed="3" hidden-layers="2 2" target="xor"', steps: 900,
  },
  'a linked neuron': neuron,
  'a flow of its own model': { tag: 'nn-param-view', view: 'y="0.4"' },
  'a step of its own model': { tag: 'nn-param-view', view: 'show="step"' },
  'a flow of given parameters': { tag: 'nn-param-view', view: `parameters="${parameters}"` },
  'a plane of given parameters': { tag: 'nn-deform', view: `parameters="${plane}" target="xor"` },
  'a plane of given matrices': { tag: 'nn-deform', view: 'w="1 .5; -.5 1 | 1 0; 0 1" b="0.1 -0.2" target="ring"' },
  'a random plane': { tag: 'nn-deform', view: 'seed="4" layer="1"' },
  'the default plane': { tag: 'nn-deform', view: 'target="xor"' },
  'a neuron': {
    tag: 'nn-neuron', view: 'w="1.2 -0.5; -0.8 1" b="-0.2; 0.1" activation="tanh" probe="0.1 0.2" view="30 40"',
  },
  'a curve': { tag: 'nn-activation', view: 'fn="sigmoid tanh" derivative probe="1.5"' },
};

/** Returns everything that is drawn in an element's picture. */
function bytesOf(element: Element): Uint8ClampedArray {
  const canvas = element.shadowRoot!.querySelector('canvas')!;
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
}

describe('The HTML of a view', () => {
  const page = quietPage();
  let motion: ReturnType<typeof holdMotion>;

  beforeEach(() => void (motion = holdMotion(true))); // nothing plays by itself
  afterEach(() => motion.restore());

  const trainerOnPage = (): HTMLElementTagNameMap['nn-circle-trainer'] | null =>
    document.querySelector('nn-circle-trainer');

  async function settle(view: FigureElement): Promise<void> {
    page.timing.settle(3000);
    await view.updateComplete;
    page.timing.settle(3000);
  }

  /** Puts HTML on the page in place of the last, and waits until the tag is drawn. */
  async function paste(text: string, tag: string): Promise<FigureElement> {
    document.querySelector('.pasted')?.remove();
    const content = document.createRange().createContextualFragment(text);
    const holder = await fixture<HTMLElement>(html`<div class="pasted" style="inline-size: 300px">${content}</div>`);
    const view = holder.querySelector<FigureElement>(tag)!;
    const isDrawn = (): boolean => Boolean(view.surface) && pictureOf(view) !== '' && descriptionOf(view) !== '';
    await tickUntil(page.timing, isDrawn, `${tag} was never drawn`);
    await settle(view);
    return view;
  }

  async function mount({ tag, view = '', trainer, steps = 0 }: Case): Promise<FigureElement> {
    const link = trainer === undefined ? '' : `<nn-circle-trainer id="t" paused ${trainer}></nn-circle-trainer>`;
    const found = await paste(`${link}<${tag} ${link && 'for="t"'} ${view}></${tag}>`, tag);
    if (steps > 0) trainerOnPage()!.step(steps);
    await settle(found);
    return found;
  }

  for (const [name, each] of Object.entries(cases)) {
    it(`shows the very picture of ${name}, pixel for pixel`, async () => {
      const view = await mount(each);
      const [before, words] = [bytesOf(view), descriptionOf(view)];
      const copy = await paste(await view.toHtml(), each.tag);
      const after = bytesOf(copy);
      const others = [...before.keys()].filter((k) => before[k] !== after[k]);
      // WebKit rounds a coverage otherwise in one byte of a surface.
      expect(others.length, 'other bytes').to.be.at.most(1);
      for (const k of others) expect(Math.abs(before[k] - after[k])).to.be.at.most(12);
      expect([after.length, descriptionOf(copy)]).to.deep.equal([before.length, words]);
    });
  }

  it('trains on as the linked one does', async () => {
    const view = await mount({ ...neuron, steps: 450 });
    const text = await view.toHtml();
    trainerOnPage()!.step(20);
    const later = await trainerOnPage()!.getState();
    await paste(text, 'nn-neuron');
    expect(trainerOnPage()!.hidden).to.equal(true);
    trainerOnPage()!.step(20);
    expect(await trainerOnPage()!.getState()).to.deep.equal(later);
  });
});
