import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { descriptionOf, drag, listen, mountFigure, pictureOf, point, slide } from '../../testing/figure-page.js';
import { change, press } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';
import { biasesKind, weightsKind } from './attributes.js';
import { DeformedPlane } from './deformed-plane.js';
import { describePlane } from './description.js';
import { randomLayers } from './layers.js';

describe('<nn-deform>', () => {
  const page = quietPage();
  const pair = [[1, 2], [3, 4]];
  const mount = (template = html`<nn-deform></nn-deform>`, width?: number): Promise<NnDeform> =>
    mountFigure(page.timing, template, width);
  /** The warnings since the last call. */
  const warnings = (): string[] => (page.warnings as string[]).splice(0);
  const play = (element: NnDeform): HTMLButtonElement => element.shadowRoot!.querySelector('button')!;
  const layerOf = (element: NnDeform): HTMLInputElement => element.shadowRoot!.querySelector('.row input')!;
  const legend = (element: NnDeform): string =>
    element.shadowRoot!.querySelector('.legend')?.textContent!.replace(/\s+/g, ' ').trim() ?? '';

  const tap = (element: NnDeform, [x, y]: readonly [number, number]): void => {
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    const { left, top } = canvas.getBoundingClientRect();
    canvas.dispatchEvent(new MouseEvent('click', { clientX: left + x, clientY: top + y }));
  };

  it('is accessible alone, with points, and while it moves', async () => {
    await expect(await mount()).to.be.accessible();
    await expect(await mount(html`<nn-deform layer="1" target="none"></nn-deform>`)).to.be.accessible();
    const element = await mount(html`<nn-deform></nn-deform>`, 640);
    await expect(element).to.be.accessible();
    element.play();
    page.timing.tick();
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('fires events for what the reader does, and goes on showing all layers', async () => {
    const element = await mount();
    const told = listen(element);
    slide(layerOf(element), 0.5);
    expect(element.position).to.equal(0.5);
    drag(element, [100, 100], [200, 100]); // a quarter of the width of two layers
    expect(element.position).to.be.closeTo(1, 0.01);
    point(element, [['pointerdown', [48, 440]], ['pointerup', [48, 440]]]);
    tap(element, [48, 440]); // the thumbnail of the input
    expect([element.position, element.layer]).to.deep.equal([0, 'all']);
    expect(told.map(([type]) => type)).to.deep.equal(['nn-change', 'nn-change', 'nn-change']);
    expect(told[0][1]).to.deep.equal({ attribute: 'layer', value: 0.5 });
  });

  it('shows a network that has learned XOR where nothing is given, with its points and its line', async () => {
    const element = await mount();
    const { w, b, layer, position, target, paused } = element;
    expect([w, b, layer, position, target, paused]).to.deep.equal([
      weightsKind.initial, biasesKind.initial, 'all', 2, 'xor', true,
    ]);
    for (const number of ['2 of 2', '\u22120.901', '4.91', '\u22120.879', '4.95', '160', '94.4%']) {
      expect(descriptionOf(element)).to.contain(number);
    }
    expect(pictureOf(element)).to.not.equal('');
    expect(legend(element)).to.match(/XOR.*94\.4%/);
    await change(element, { target: 'none' });
    expect(legend(element)).to.equal('');
  });

  it('says in its description where the plane of a single picture is, and has no slider', async () => {
    const element = await mount(html`<nn-deform layer="0" target="none"></nn-deform>`);
    for (const layer of [0, 0.5, 1, 1.5]) {
      await change(element, { layer });
      const { lastLayer, strings } = element;
      const extent = new DeformedPlane(element).extentAt(layer);
      const described = { layer, lastLayer, extent, inside: [], share: undefined };
      const words = [describePlane(strings, described), strings.text('operable', { names: strings.text('probe') })];
      expect(descriptionOf(element)).to.equal(strings.sentences(...words));
      expect(element.shadowRoot!.querySelector('.row')).to.equal(null);
    }
    await change(element, { target: 'circle' });
    expect(descriptionOf(element)).to.match(/ \d+ of 160\./);
  });

  it('names the input and each layer under the slider, in words that stay', async () => {
    const element = await mount(html`<nn-deform></nn-deform>`, 640);
    const ticks = [...element.shadowRoot!.querySelectorAll('.ticks span')];
    const names = (): string[] => ticks.map((each) => each.textContent!);
    expect(names()).to.deep.equal(['input', 'layer 1', 'layer 2']);
    const [first, , last] = ticks.map((each) => each.getBoundingClientRect()).map((box) => (box.left + box.right) / 2);
    const { left, width } = element.getBoundingClientRect();
    expect(first - left, 'under the middle of its picture').to.be.closeTo(width / 6, 1);
    expect(last - left).to.be.closeTo((5 * width) / 6, 1);
    slide(layerOf(element), 0.3);
    await element.updateComplete;
    expect(names()).to.deep.equal(['input', 'layer 1', 'layer 2']);
  });

  it('writes out the way of the point that is pointed at, layer by layer', async () => {
    const element = await mount(
      html`<nn-deform layer="0" activation="linear" w="2 0; 0 2 | 0 1; 1 0" b="0 0 | 0.5 0" grid="5"></nn-deform>`);
    const written = (): string[] => [...element.shadowRoot!.querySelectorAll('.written > span')]
      .map((each) => each.textContent!.replace(/\s+/g, ' ').trim());
    expect(written()).to.deep.equal([
      'p = (0.50, 0.50)', 'h₁ = f(W₁p + b₁) = (1.00, 1.00)', 'h₂ = f(W₂h₁ + b₂) = (1.50, 1.00)',
    ]);
    const before = pictureOf(element);
    point(element, [['pointermove', [43, 19]]]);
    await element.updateComplete;
    page.timing.settle();
    expect(written()[0]).to.equal('p = (\u22121.00, 1.00)');
    expect(pictureOf(element)).to.not.equal(before);
    const [x] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('.sliders input');
    await press(x, 'End');
    await element.updateComplete;
    expect(written()[0], 'by keyboard too').to.equal('p = (1.00, 0.50)');
  });

  it('draws where the output divides only what it was trained for, after the last layer', async () => {
    const element = await mount();
    expect(legend(element)).to.match(/XOR.*94\.4%/);
    const clause = element.shadowRoot!.querySelector('.legend span:last-child')!;
    expect(getComputedStyle(clause).visibility).to.equal('visible');
    slide(layerOf(element), 1.99);
    await element.updateComplete;
    expect(getComputedStyle(clause).visibility, 'its room is kept').to.equal('hidden');
    await change(element, { layer: 1.99 });
    expect(descriptionOf(element)).to.not.contain('%');
    await change(element, { layer: 'all' });
    for (const [properties, isDivided] of [
      [{ target: 'circle' }, false], [{ target: 'xor' }, true], [{ alpha: 0.5 }, false], [{ alpha: null }, true],
      [{ w: [pair] }, false],
    ] as const) {
      await change(element, properties);
      expect(legend(element).includes('%'), JSON.stringify(properties)).to.equal(isDivided);
    }
  });

  it('lets the weights decide how many layers there are', async () => {
    const element = await mount(html`<nn-deform w="1 2; 3 4 | 5 6; 7 8 | 1 0; 0 1"></nn-deform>`);
    const zeros = [[0], [0]];
    expect([element.w.length, element.b, element.position]).to.deep.equal([3, [zeros, zeros, zeros], 3]);
    expect(layerOf(element).max).to.equal('3');
    await change(element, { b: [[[1], [2]]] });
    expect(element.b).to.deep.equal([[[1], [2]], zeros, zeros]);
    await change(element, { w: [pair] });
    expect([element.b, element.position]).to.deep.equal([[[[1], [2]]], 1]);
    const surplus = await mount(html`<nn-deform w="1 2; 3 4" b="1; 2 | 3; 4"></nn-deform>`);
    expect(surplus.b).to.deep.equal([[[1], [2]]]);
    const [warning, ...more] = warnings();
    expect([warning.match(/\w="[^"]*"|\d layers?/g), more]).to.deep.equal([['b="1; 2 | 3; 4"', '1 layer'], []]);
    surplus.removeAttribute('w');
    await surplus.updateComplete;
    expect([surplus.w, surplus.b], 'what was dropped is not lost').to.deep.equal([
      weightsKind.initial, [[[1], [2]], [[3], [4]]],
    ]);
  });

  it('stays at the last layer until somebody chooses one', async () => {
    const element = await mount(html`<nn-deform></nn-deform>`);
    await change(element, { w: [pair, pair, pair] });
    expect(element.position).to.equal(3);
    slide(layerOf(element), 1);
    await change(element, { w: [pair, pair] });
    expect(element.position).to.equal(1);
  });

  it('drags over all layers by the width of the picture, and fires nothing where nothing changes', async () => {
    const element = await mount(html`<nn-deform></nn-deform>`);
    element.play();
    page.timing.tick();
    slide(layerOf(element), 0);
    const told = listen(element);
    const zoomed = element.parentElement!;
    zoomed.style.transform = 'scale(0.5)'; // then as much on the screen is twice as much of the picture
    drag(element, [10, 10], [110, 10]);
    expect([element.position, element.paused]).to.deep.equal([1, true]);
    drag(element, [10, 10], [13.3, 10]);
    expect(element.position).to.equal(1.03);
    drag(element, [10, 10], [500, 10]);
    expect(element.position).to.equal(2);
    const { length } = told;
    drag(element, [10, 10], [100, 10]);
    expect(element.position).to.equal(2);
    expect(told).to.have.length(length);
    expect(told.map(([type]) => type)).to.deep.equal(['nn-change', 'nn-change', 'nn-change']);
  });

  it('reads what is in use at once, and comes back to the layer that was given when there are enough', async () => {
    const element = document.createElement('nn-deform');
    expect([element.w, element.b, element.layer]).to.deep.equal([weightsKind.initial, biasesKind.initial, 'all']);
    element.layer = 3;
    expect(element.layer).to.equal(2);
    element.w = [pair, pair, pair, pair];
    expect([element.layer, element.b.length]).to.deep.equal([3, 4]);
    element.seed = '7';
    expect(element.w).to.have.length(4);
    (element as { w: unknown }).w = null;
    const { w, b } = randomLayers('7');
    expect([element.w, element.b]).to.deep.equal([w, b]);
  });

  it('uses what a listener writes while it reports something', async () => {
    const element = document.createElement('nn-deform');
    element.addEventListener('nn-error', () => (element.w = [pair]));
    element.setAttribute('grid', 'abc');
    const mounted = await mount(html`${element}`);
    await mounted.updateComplete;
    expect(descriptionOf(mounted)).to.contain('1 of 1');
    expect(layerOf(mounted).max).to.equal('1');
    expect(warnings()[0]).to.contain('grid="abc"');
  });

  it('names the layers there are where the one given lies beyond', async () => {
    await mount(html`<nn-deform layer="9"></nn-deform>`);
    expect(warnings().map((text) => text.match(/\d/g))).to.deep.equal([['9', '0', '2', '2', '2']]);
  });

  it('is driven by keyboard alone', async () => {
    const element = await mount(html`<nn-deform></nn-deform>`);
    const range = layerOf(element);
    slide(range, 1);
    range.focus();
    for (const [press, layer] of [['ArrowRight', 1.01], ['Home', 0], ['End', 2]] as const) {
      await sendKeys({ press });
      expect(element.position).to.be.closeTo(layer, 1e-9);
    }
    await element.updateComplete;
    expect([range.ariaValueText, element.shadowRoot!.activeElement]).to.deep.equal(['after layer 2', range]);
    play(element).focus();
    for (const paused of [false, true]) {
      await sendKeys({ press: 'Enter' });
      expect(element.paused).to.equal(paused);
    }
  });

  it('keeps its words and its slider within its place at any width', async () => {
    for (const width of [240, 320, 420, 640]) {
      const element = await mount(html`<nn-deform target="spiral"></nn-deform>`, width);
      const { left, right } = element.getBoundingClientRect();
      for (const part of element.shadowRoot!.querySelectorAll('canvas, .row *, .written *, .legend, .legend *')) {
        const box = part.getBoundingClientRect();
        expect(box.left, `${part.localName} at ${width}`).to.be.at.least(left - 0.5);
        expect(box.right, `${part.localName} at ${width}`).to.be.at.most(right + 0.5);
      }
    }
  });
});
