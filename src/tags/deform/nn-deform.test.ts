import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { descriptionOf, drag, listen, mountFigure, pictureOf, slide } from '../../testing/figure-page.js';
import { until } from '../../testing/host.js';
import type { ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';
import { biasesKind, weightsKind } from './attributes.js';
import { randomLayers } from './layers.js';

describe('<nn-deform>', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(() => release());

  const mount = (template = html`<nn-deform></nn-deform>`, width?: number): Promise<NnDeform> => mountFigure(timing, template, width);
  const play = (element: NnDeform): HTMLButtonElement => element.shadowRoot!.querySelector('button')!;
  const layerOf = (element: NnDeform): HTMLInputElement => element.shadowRoot!.querySelector('.row input')!;
  const legend = (element: NnDeform): string => element.shadowRoot!.querySelector('.legend')?.textContent!.replace(/\s+/g, ' ').trim() ?? '';

  it('is accessible alone, with points, and while it moves', async () => {
    await expect(await mount()).to.be.accessible();
    const element = await mount(html`<nn-deform target="xor" layer="1"></nn-deform>`);
    await expect(element).to.be.accessible();
    element.play();
    timing.tick();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    expect(warnings).to.deep.equal([]);
  });

  it('fires events only for what the reader does', async () => {
    const element = await mount();
    const told = listen(element);
    Object.assign(element, { layer: 1, target: 'ring', seed: '3', grid: 9 });
    await element.updateComplete;
    timing.settle();
    expect(told).to.deep.equal([]);
    slide(layerOf(element), 0.5);
    expect(element.layer).to.equal(0.5);
    drag(element, [100, 100], [200, 100]); // a quarter of the width of two layers
    expect(element.layer).to.be.closeTo(1, 0.01);
    expect(told.map(([type]) => type)).to.deep.equal(['nn-change', 'nn-change']);
    expect(told[0][1]).to.deep.equal({ attribute: 'layer', value: 0.5 });
  });

  it('takes no frames while it stands, is out of view or gone', async () => {
    const element = await mount(html`<nn-deform layer="0"></nn-deform>`);
    expect(timing.pending).to.equal(false);
    element.play();
    timing.tick();
    expect(timing.pending).to.equal(true);
    element.hidden = true;
    await until(() => {
      timing.tick(0);
      return !timing.pending;
    }, 'it never noticed that it is hidden');
    const { layer } = element;
    await nextFrame();
    expect(element.layer).to.equal(layer);
    element.hidden = false;
    await until(() => timing.pending, 'it never noticed that it is shown');
    element.remove();
    timing.settle();
    expect(timing.pending).to.equal(false);
  });

  it('shows a trained network after its last layer where nothing is given', async () => {
    const element = await mount();
    expect([element.w, element.b, element.layer, element.paused]).to.deep.equal([weightsKind.initial, biasesKind.initial, 2, true]);
    expect(descriptionOf(element)).to.equal('The plane after layer 2 of 2. x goes from \u22120.901 to 4.91, y from \u22120.879 to 4.95.');
    expect(pictureOf(element)).to.not.equal('');
    expect(legend(element)).to.equal('');
  });

  it('says in its description and under the picture where the plane is, under a name that stays the same', async () => {
    const element = await mount(html`<nn-deform layer="0"></nn-deform>`);
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    const name = canvas.getAttribute('aria-label');
    expect(name).to.equal('A plane bent by layers of two neurons');
    for (const [layer, text] of [[0, 'The plane as it goes in.'], [0.5, 'The plane between the input and layer 1 of 2.'], [1, 'The plane after layer 1 of 2.'], [1.5, 'The plane between layers 1 and 2 of 2.']] as const) {
      element.layer = layer;
      await element.updateComplete;
      expect(descriptionOf(element).startsWith(`${text} x goes from `), descriptionOf(element)).to.equal(true);
      expect(element.shadowRoot!.querySelector('.row .value')!.textContent).to.equal(layer.toFixed(2));
    }
    element.target = 'circle';
    await element.updateComplete;
    expect(descriptionOf(element)).to.match(/^The plane between layers 1 and 2 of 2\. x goes .+\. Of 160 points on it \d+ lie inside the target\.$/);
    expect(canvas.getAttribute('aria-label')).to.equal(name);
  });

  it('draws another picture for another layer, other matrices, another grid and points', async () => {
    const element = await mount();
    const seen = new Set([pictureOf(element)]);
    for (const change of [{ layer: 1 }, { layer: 0.5 }, { w: [[[1, 2], [3, 4]]], b: [[[0], [1]]] }, { grid: 9 }, { target: 'ring' }, { activation: 'tanh' }, { seed: '5', w: null }]) {
      Object.assign(element, change);
      await element.updateComplete;
      timing.settle();
      seen.add(pictureOf(element));
    }
    expect(seen.size).to.equal(8);
  });

  it('draws where the output divides only what it was trained for, after the last layer', async () => {
    const element = await mount(html`<nn-deform target="xor"></nn-deform>`);
    expect(legend(element)).to.match(/^inside outside the target: XOR dashed: where the trained output divides them, 94\.4% right$/);
    const clause = element.shadowRoot!.querySelector('.legend span:last-child')!;
    expect(getComputedStyle(clause).visibility).to.equal('visible');
    expect(descriptionOf(element)).to.contain('where the trained output divides them; 94.4% of the square is right.');
    element.layer = 1.99;
    await element.updateComplete;
    expect(getComputedStyle(clause).visibility, 'its room is kept').to.equal('hidden');
    expect(descriptionOf(element)).to.not.contain('divides');
    element.target = 'circle';
    await element.updateComplete;
    expect(legend(element)).to.equal('inside outside the target: a circle');
    Object.assign(element, { target: 'xor', alpha: 0.5 });
    await element.updateComplete;
    expect(legend(element)).to.not.contain('dashed');
    Object.assign(element, { alpha: null });
    await element.updateComplete;
    expect(legend(element)).to.contain('dashed');
    Object.assign(element, { w: [[[1, 2], [3, 4]]] });
    await element.updateComplete;
    expect(legend(element)).to.not.contain('dashed');
  });

  it('lets the weights decide how many layers there are', async () => {
    const element = await mount(html`<nn-deform w="1 2; 3 4 | 5 6; 7 8 | 1 0; 0 1"></nn-deform>`);
    expect([element.w.length, element.b, element.layer]).to.deep.equal([3, [[[0], [0]], [[0], [0]], [[0], [0]]], 3]);
    expect(layerOf(element).max).to.equal('3');
    element.b = [[[1], [2]]] as never;
    await element.updateComplete;
    expect(element.b).to.deep.equal([[[1], [2]], [[0], [0]], [[0], [0]]]);
    expect(warnings).to.deep.equal([]);
    element.w = [[[1, 2], [3, 4]]];
    await element.updateComplete;
    expect([element.b, element.layer]).to.deep.equal([[[[1], [2]]], 1]);
    const surplus = await mount(html`<nn-deform w="1 2; 3 4" b="1; 2 | 3; 4"></nn-deform>`);
    expect(surplus.b).to.deep.equal([[[1], [2]]]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.equal('<nn-deform> b="1; 2 | 3; 4": expected biases of 1 layer, as many as w has; "1; 2" is used.');
    surplus.removeAttribute('w');
    await surplus.updateComplete;
    expect([surplus.w, surplus.b], 'what was dropped is not lost').to.deep.equal([weightsKind.initial, [[[1], [2]], [[3], [4]]]]);
  });

  it('stays at the last layer until somebody chooses one', async () => {
    const element = await mount(html`<nn-deform></nn-deform>`);
    element.w = [[[1, 2], [3, 4]], [[1, 2], [3, 4]], [[1, 2], [3, 4]]];
    await element.updateComplete;
    expect(element.layer).to.equal(3);
    slide(layerOf(element), 1);
    element.w = [[[1, 2], [3, 4]], [[1, 2], [3, 4]]];
    await element.updateComplete;
    expect(element.layer).to.equal(1);
    element.removeAttribute('layer');
    element.layer = NaN;
    await element.updateComplete;
    expect(element.layer).to.equal(2);
  });

  it('takes the width of the picture for all layers, meets the whole ones, and tells nothing where nothing changes', async () => {
    const element = await mount(html`<nn-deform layer="0"></nn-deform>`);
    element.play();
    timing.tick();
    element.layer = 0;
    const told = listen(element);
    const zoomed = element.parentElement!;
    zoomed.style.transform = 'scale(0.5)'; // then as much on the screen is twice as much of the picture
    drag(element, [10, 10], [110, 10]);
    expect(element.layer).to.equal(1);
    expect(element.paused).to.equal(true);
    drag(element, [10, 10], [13.3, 10]);
    expect(element.layer).to.equal(1.03);
    drag(element, [10, 10], [500, 10]);
    expect(element.layer).to.equal(2);
    const { length } = told;
    drag(element, [10, 10], [100, 10]);
    expect(element.layer).to.equal(2);
    expect(told).to.have.length(length);
    expect(told.map(([type]) => type)).to.deep.equal(['nn-pause', 'nn-change', 'nn-change', 'nn-change']);
  });

  it('reads what is in use at once, and comes back to the layer that was given when there are enough', async () => {
    const element = document.createElement('nn-deform');
    expect([element.w, element.b, element.layer]).to.deep.equal([weightsKind.initial, biasesKind.initial, 2]);
    element.layer = 3;
    expect(element.layer).to.equal(2);
    element.w = [[[1, 2], [3, 4]], [[1, 2], [3, 4]], [[1, 2], [3, 4]], [[1, 2], [3, 4]]];
    expect([element.layer, element.b.length]).to.deep.equal([3, 4]);
    element.seed = '7';
    expect(element.w).to.have.length(4);
    (element as { w: unknown }).w = null;
    expect([element.w, element.b], 'matrices of the seed').to.deep.equal([randomLayers('7').w, randomLayers('7').b]);
    expect(warnings).to.deep.equal([]);
  });

  it('takes in what a listener writes while it tells of something', async () => {
    const element = document.createElement('nn-deform');
    element.addEventListener('nn-error', () => (element.w = [[[1, 2], [3, 4]]]));
    element.setAttribute('grid', 'abc');
    const mounted = await mount(html`${element}`);
    await mounted.updateComplete;
    expect(descriptionOf(mounted)).to.contain('after layer 1 of 1');
    expect(layerOf(mounted).max).to.equal('1');
  });

  it('names the layers there are where the one given lies beyond', async () => {
    await mount(html`<nn-deform layer="9"></nn-deform>`);
    expect(warnings).to.deep.equal(['<nn-deform> layer="9": expected a number from 0 to 2, the layers of w; "2" is used.']);
  });

  it('is driven by keyboard alone', async () => {
    const element = await mount(html`<nn-deform layer="1"></nn-deform>`);
    const range = layerOf(element);
    range.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(element.layer).to.be.closeTo(1.01, 1e-9);
    await sendKeys({ press: 'Home' });
    expect(element.layer).to.equal(0);
    await sendKeys({ press: 'End' });
    expect(element.layer).to.equal(2);
    await element.updateComplete;
    expect([range.getAttribute('aria-valuetext'), element.shadowRoot!.activeElement]).to.deep.equal(['2.00', range]);
    play(element).focus();
    await sendKeys({ press: 'Enter' });
    expect(element.paused).to.equal(false);
    await sendKeys({ press: 'Enter' });
    expect(element.paused).to.equal(true);
  });

  it('keeps its words and its slider within its place at any width', async () => {
    for (const width of [240, 320, 420]) {
      const element = await mount(html`<nn-deform target="spiral" layer="0.5"></nn-deform>`, width);
      const { left, right } = element.getBoundingClientRect();
      for (const part of element.shadowRoot!.querySelectorAll('canvas, .row *, .legend, .legend *')) {
        const box = part.getBoundingClientRect();
        expect(box.left, `${part.localName} at ${width}`).to.be.at.least(left - 0.5);
        expect(box.right, `${part.localName} at ${width}`).to.be.at.most(right + 0.5);
      }
    }
  });

  it('speaks the language around it', async () => {
    const element = await mount(html`<nn-deform lang="ja" target="xor"></nn-deform>`);
    expect(descriptionOf(element)).to.contain('第2層');
    expect(legend(element)).to.contain('内側');
  });

  it('shows its content where there is no 2D canvas', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    try {
      const holder = await fixture<HTMLElement>(html`<div><nn-deform autoplay><p>A bent plane.</p></nn-deform></div>`);
      await until(() => {
        if (timing.pending) timing.tick();
        return holder.querySelector('p')!.getBoundingClientRect().height > 0;
      });
      expect(warnings).to.have.length(1);
      await until(() => {
        if (timing.pending) timing.tick();
        return !timing.pending;
      }, 'it moves on unseen');
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
  });
});
