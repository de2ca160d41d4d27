import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { Network } from '../../core/index.js';
import '../../define/nn-deform.js';
import type { NnDeform } from '../../define/nn-deform.js';
import { listen, mountFigure, pictureOf, slide } from '../../testing/figure-page.js';
import { change, holdMotion, stub, until } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';

describe('<nn-deform>, as it moves', () => {
  const page = quietPage();
  const mount = (template = html`<nn-deform></nn-deform>`): Promise<NnDeform> => mountFigure(page.timing, template);
  /** What moves asks for frames for ever. */
  const mountMoving = async (template: TemplateResult): Promise<NnDeform> => {
    for (const former of document.querySelectorAll('.mounted')) former.remove();
    const holder = await fixture<HTMLElement>(html`<div class="mounted" style="inline-size: 300px">${template}</div>`);
    const element = holder.querySelector('nn-deform')!;
    await until(() => page.timing.pending, 'never seen');
    return element;
  };
  const play = (element: NnDeform): HTMLButtonElement => element.shadowRoot!.querySelector('button')!;
  const layerOf = (element: NnDeform): HTMLInputElement => element.shadowRoot!.querySelector('.row input')!;

  it('moves by itself from layer to layer once played, tells of it, and stops at a touch of the slider', async () => {
    const element = await mount();
    slide(layerOf(element), 0);
    const told = listen(element);
    play(element).click();
    await element.updateComplete;
    expect([element.paused, play(element).getAttribute('aria-label')]).to.deep.equal([false, 'pause']);
    for (let k = 0; k < 40; k++) page.timing.tick();
    expect(element.position).to.equal(1);
    for (let k = 0; k < 60; k++) page.timing.tick();
    expect(element.position).to.equal(2);
    slide(layerOf(element), 1.25);
    await element.updateComplete;
    expect([element.paused, element.position, play(element).ariaLabel]).to.deep.equal([true, 1.25, 'play']);
    expect(told.map(([type]) => type)).to.deep.equal(['nn-play', 'nn-pause', 'nn-change']);
    page.timing.settle();
    expect(element.position).to.equal(1.25);
    element.pause();
    expect(told).to.have.length(3);
  });

  it('stands still where a script chooses a layer or fewer layers, and never goes beyond those there are', async () => {
    const element = await mount(html`<nn-deform w="1 2; 3 4 | 1 2; 3 4 | 1 2; 3 4"></nn-deform>`);
    element.play();
    for (let k = 0; k < 5; k++) page.timing.tick();
    expect(element.position).to.be.below(3);
    element.w = [[[1, 2], [3, 4]]];
    expect(element.position).to.equal(1);
    for (let k = 0; k < 200; k++) {
      page.timing.tick();
      expect(element.position).to.be.within(0, 1);
    }
    await change(element, { layer: 0.5 });
    expect([element.paused, element.position, page.warnings]).to.deep.equal([true, 0.5, []]);
    element.play();
    expect(element.paused, 'a single picture is at rest').to.equal(true);
    await change(element, { layer: 'all' });
    expect(element.position).to.equal(1);
  });

  it('draws each position in the frame that moves it there, and works out no network anew for that', async () => {
    const element = await mount(html`<nn-deform target="ring" grid="9"></nn-deform>`);
    slide(layerOf(element), 0);
    page.timing.settle();
    element.play();
    await element.updateComplete;
    let evaluated = 0;
    const { evaluate } = Network.prototype;
    const restore = stub(Network.prototype, 'evaluate', function (this: Network, ...given) {
      evaluated++;
      evaluate.apply(this, given);
    });
    const seen = new Set([pictureOf(element)]);
    for (let k = 0; k < 6; k++) {
      page.timing.tick();
      seen.add(pictureOf(element)); // nothing but the frame has run
    }
    await element.updateComplete;
    restore();
    expect([seen.size, evaluated]).to.deep.equal([7, 0]);
  });

  it('tells no more than ten places a second while it moves, and each whole layer', async () => {
    const element = await mount();
    slide(layerOf(element), 0);
    element.play();
    const seen: string[] = [];
    for (let k = 0; k < 60; k++) {
      page.timing.tick();
      await element.updateComplete;
      const { ariaValueText } = layerOf(element);
      if (ariaValueText !== seen[seen.length - 1]) seen.push(ariaValueText!);
    }
    expect(seen.length).to.be.within(4, 10);
    expect(seen).to.include('after layer 1');
    for (let k = 0; k < 20; k++) page.timing.tick();
    element.pause();
    await element.updateComplete;
    expect(layerOf(element).ariaValueText).to.contain(element.position.toFixed(2));
  });

  it('plays once by itself when enough of it is seen first, tells of it, and rests after the last', async () => {
    const element = await mountMoving(html`<nn-deform></nn-deform>`);
    const told = listen(element);
    expect([element.position, element.paused]).to.deep.equal([0, true]);
    for (let k = 0; k < 60; k++) page.timing.tick();
    expect(element.paused).to.equal(false);
    expect(element.position).to.be.within(0.01, 0.99);
    page.timing.settle();
    await element.updateComplete;
    page.timing.settle();
    const { position, layer, paused } = element;
    expect([position, layer, paused, page.timing.pending]).to.deep.equal([2, 'all', true, false]);
    expect(told.map(([type]) => type)).to.deep.equal(['nn-play', 'nn-pause']);
    element.requestUpdate();
    await element.updateComplete;
    page.timing.settle();
    expect(told).to.have.length(2);
  });

  it('does not play by itself once the reader has moved it, paused, of one layer, or linked', async () => {
    for (const [template, touch] of [
      [html`<nn-deform></nn-deform>`, (element: NnDeform) => slide(layerOf(element), 1)],
      [html`<nn-deform></nn-deform>`, (element: NnDeform) => element.pause()],
      [html`<nn-deform></nn-deform>`, (element: NnDeform) => (element.layer = 1)],
      [html`<nn-deform></nn-deform>`, (element: NnDeform) => (element.htmlFor = 'nobody')],
    ] as const) {
      const element = await mountMoving(template);
      const told = listen(element, ['nn-play']);
      touch(element);
      await element.updateComplete;
      page.timing.settle();
      expect([told, element.paused], touch.toString()).to.deep.equal([[], true]);
    }
  });

  it('has the middle picture of three move and come back among the others', async () => {
    for (const former of document.querySelectorAll('.mounted')) former.remove();
    const holder = await fixture<HTMLElement>(
      html`<div class="mounted" style="inline-size: 660px"><nn-deform></nn-deform></div>`);
    const element = holder.querySelector('nn-deform')!;
    await until(() => page.timing.pending, 'never seen');
    page.timing.tick();
    const seen = new Set([element.position]);
    for (let k = 0; k < 600 && page.timing.pending; k++) {
      page.timing.tick();
      seen.add(element.position);
    }
    expect([...seen].filter(Number.isInteger)).to.deep.equal([1, 0, 2]);
    expect([element.position, element.paused]).to.deep.equal([1, true]);
  });

  it('begins by itself with autoplay, at the input, and stops when that goes', async () => {
    const element = document.createElement('nn-deform');
    element.autoplay = true;
    const told = listen(element);
    await mountMoving(html`${element}`);
    expect([element.position, element.paused, told]).to.deep.equal([0, false, [['nn-play', null]]]);
    for (let k = 0; k < 20; k++) page.timing.tick(); // a third of a second, in which it can be seen
    expect(element.position).to.equal(0);
    for (let k = 0; k < 20; k++) page.timing.tick();
    expect(element.position).to.be.within(0.01, 1);
    await change(element, { autoplay: false });
    expect(element.paused).to.equal(true);
  });

  it('does not begin unasked where motion is reduced, jumps if played, and stops once it becomes reduced', async () => {
    const motion = holdMotion(true);
    const element = await mount(html`<nn-deform autoplay></nn-deform>`);
    expect([element.paused, element.position]).to.deep.equal([true, 2]);
    element.play();
    const seen = new Set<number>();
    for (let k = 0; k < 230; k++) {
      page.timing.tick();
      seen.add(element.position);
    }
    expect([...seen].sort()).to.deep.equal([0, 1, 2]);
    motion.set(false);
    expect(element.paused).to.equal(false);
    motion.set(true);
    expect(element.paused).to.equal(true);
    motion.restore();
  });
});
