import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { FigureElement } from './figure-element.js';
import { everyFigure, mountEmbedded } from '../testing/every-figure.js';
import { frames, until } from '../testing/host.js';

const create = (title: RegExp): FigureElement => everyFigure.find(([each]) => title.test(each))![1]();
const middleOf = (element: Element): [number, number] => {
  element.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

/** Clicks with a real mouse. */
async function click(position: [number, number]): Promise<void> {
  await sendMouse({ type: 'move', position });
  await sendMouse({ type: 'click', position });
  await frames(1);
}

describe('a tag in a link', () => {
  let link: HTMLAnchorElement;
  beforeEach(() => {
    link = document.createElement('a');
    link.href = '#left';
    link.style.display = 'block';
  });
  afterEach(async () => {
    isFollowed();
    await sendMouse({ type: 'move', position: [799, 599] });
  });

  /** Returns whether the link was followed since it was asked last. */
  function isFollowed(): boolean {
    const { hash } = location;
    if (hash !== '') history.replaceState(null, '', location.pathname + location.search); // WebKit allows few
    return hash === '#left';
  }

  for (const [title, make] of everyFigure) {
    it(`is not left by a click on a control of <${title}>`, async () => {
      const figure = await mountEmbedded(make(), link);
      // What is clicked may be gone with the next update.
      for (const selector of ['button:enabled', 'input', 'select', 'summary', 'label', 'textarea', '.toolbar']) {
        for (let k = 0; k < figure.shadowRoot!.querySelectorAll(selector).length && k < 30; k++) {
          figure.shadowRoot!.querySelectorAll<HTMLElement>(selector)[k].click();
          await figure.updateComplete;
          expect(isFollowed(), `${selector} ${k}`).to.equal(false);
        }
      }
    });
  }

  // Where a click on the picture is used, in shares of it.
  for (const [title, u, v] of [
    [/^nn-activation/, 0.6, 0.4], [/^nn-circle/, 0.3, 0.3], [/^nn-deform/, 0.5, 0.5], [/^nn-param-view free/, 0.3, 0.9],
  ] as const) {
    it(`is not left by a click on a picture that uses it: ${title.source}`, async () => {
      const figure = await mountEmbedded(create(title), link);
      await until(() => figure.surface!.width !== 300, 'never drawn');
      const { left, top, width, height } = figure.surface!.getBoundingClientRect();
      await click([Math.round(left + u * width), Math.round(top + v * height)]);
      expect(isFollowed()).to.equal(false);
    });
  }

  it('is followed where the picture has no use for a click, and by words under it', async () => {
    const structure = await mountEmbedded(create(/structure/), link);
    await until(() => structure.surface!.width !== 300, 'never drawn');
    await click(middleOf(structure.surface!));
    expect(isFollowed()).to.equal(true);
    structure.remove();
    const neuron = await mountEmbedded(create(/^nn-neuron/), link);
    await click(middleOf(neuron.shadowRoot!.querySelector('.sum')!));
    expect(isFollowed()).to.equal(true);
  });

  it('does for boxes to tick, a name beside them and a disclosure what they do elsewhere', async () => {
    const figure = await mountEmbedded(create(/^nn-activation.*controls/), link) as FigureElement & { fn: string[] };
    const root = figure.shadowRoot!;
    const boxes = (): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    const ticked = (): boolean[] => boxes().map(({ checked }) => checked);
    const before = ticked();
    await click(middleOf(boxes()[0]));
    await until(() => figure.fn.includes('linear'), 'the box did nothing');
    await click(middleOf(boxes()[3].closest('label')!));
    await until(() => figure.fn.includes('sigmoid'), 'its name did nothing');
    await figure.updateComplete;
    expect(ticked()).to.deep.equal(before.map((each, k) => each || k === 0 || k === 3));
    await click(middleOf(root.querySelector('summary')!));
    await until(() => root.querySelector('.tables') !== null, 'the numbers never opened');
    expect(isFollowed()).to.equal(false);
  });

  it('is dragged by its picture, not with the link', async () => {
    const figure = await mountEmbedded(create(/^nn-neuron/), link) as FigureElement & { view: number[] };
    await until(() => figure.surface!.width !== 300, 'never drawn');
    const [x, y] = middleOf(figure.surface!);
    const { view: before } = figure;
    await sendMouse({ type: 'move', position: [x, y - 60] });
    await sendMouse({ type: 'down' });
    for (const dx of [20, 40, 60, 80]) await sendMouse({ type: 'move', position: [x + dx, y - 60] });
    await sendMouse({ type: 'up' });
    await frames();
    expect(Math.abs(figure.view[0] - before[0])).to.be.above(15);
    expect(isFollowed()).to.equal(false);
  });
});
