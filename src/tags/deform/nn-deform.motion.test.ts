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
    const element = await mount(html`<nn-deform layer="0"></nn-deform>`);
    const told = listen(element);
    play(element).click();
    await element.updateComplete;
    expect([element.paused, play(element).getAttribute('aria-label')]).to.deep.equal([false, 'pause']);
    for (let k = 0; k < 40; k++) page.timing.tick();
    expect(element.layer).to.equal(1);
    for (let k = 0; k < 60; k++) page.timing.tick();
    expect(element.layer).to.equal(2);
    slide(layerOf(element), 1.25);
    await element.updateComplete;
    expect([element.paused, element.layer, play(element).ariaLabel]).to.deep.equal([true, 1.25, 'play']);
    expect(told.map(([type]) => type)).to.deep.equal(['nn-play', 'nn-pause', 'nn-change']);
    page.timing.settle();
    expect(element.layer).to.equal(1.25);
    element.pause();
    expect(told).to.have.length(3);
  });

  it('draws each position in the frame that moves it there, and works out no network anew for that', async () => {
    const element = await mount(html`<nn-deform layer="0" target="ring" grid="9"></nn-deform>`);
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

  it('writes no more than ten numbers a second while it moves, and each whole layer', async () => {
    const element = await mount(html`<nn-deform layer="0"></nn-deform>`);
    element.play();
    const seen: string[] = [];
    for (let k = 0; k < 60; k++) {
      page.timing.tick();
      await element.updateComplete;
      const { textContent } = element.shadowRoot!.querySelector('.row .value')!;
      if (textContent !== seen[seen.length - 1]) seen.push(textContent!);
    }
    expect(seen.length).to.be.within(4, 10);
    expect(seen).to.include('1.00');
  });

  it('begins by itself with autoplay, at the input where none is said, and stops when that goes', async () => {
    const element = document.createElement('nn-deform');
    element.autoplay = true;
    const told = listen(element);
    await mountMoving(html`${element}`);
    expect([element.layer, element.paused, told]).to.deep.equal([0, false, [['nn-play', null]]]);
    for (let k = 0; k < 20; k++) page.timing.tick(); // a third of a second, in which it can be seen
    expect(element.layer).to.equal(0);
    for (let k = 0; k < 20; k++) page.timing.tick();
    expect(element.layer).to.be.within(0.01, 1);
    await change(element, { autoplay: false });
    expect(element.paused).to.equal(true);
    const other = await mountMoving(html`<nn-deform autoplay layer="1.5"></nn-deform>`);
    page.timing.tick();
    expect(other.layer).to.equal(1.5);
  });

  it('does not begin unasked where motion is reduced, jumps if played, and stops once it becomes reduced', async () => {
    const motion = holdMotion(true);
    const element = await mount(html`<nn-deform autoplay></nn-deform>`);
    expect([element.paused, element.layer]).to.deep.equal([true, 2]);
    element.play();
    const seen = new Set<number>();
    for (let k = 0; k < 230; k++) {
      page.timing.tick();
      seen.add(element.layer);
    }
    expect([...seen].sort()).to.deep.equal([0, 1, 2]);
    motion.set(false);
    expect(element.paused).to.equal(false);
    motion.set(true);
    expect(element.paused).to.equal(true);
    motion.restore();
  });
});
