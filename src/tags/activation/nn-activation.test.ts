import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../define/nn-activation.js';
import type { NnActivation } from '../../define/nn-activation.js';
import { descriptionOf, drag, listen, mountFigure, point, slidersOf } from '../../testing/figure-page.js';
import { change, until } from '../../testing/host.js';
import { quietPage } from '../../testing/trainer-page.js';

describe('<nn-activation>', () => {
  const page = quietPage();
  const plain = html`<nn-activation></nn-activation>`;
  const mount = (template: TemplateResult = plain, width = 480): Promise<NnActivation> =>
    mountFigure(page.timing, template, width);
  const canvasOf = (element: NnActivation): HTMLCanvasElement => element.surface!;
  const nameOf = (element: NnActivation): string | null => canvasOf(element).getAttribute('aria-label');
  const cells = (element: NnActivation): string[] =>
    [...element.shadowRoot!.querySelectorAll('td')].map((cell) => cell.textContent!.trim());

  it('is accessible with one function, with several, and with a probe', async () => {
    await expect(await mount()).to.be.accessible();
    const all = html`<nn-activation fn="relu leaky-relu sigmoid tanh linear" derivative probe="-3.2"></nn-activation>`;
    await expect(await mount(all)).to.be.accessible();
  });

  it('shows ReLU over −5 … 5 where the page says nothing, and a probe at 1.5', async () => {
    const element = await mount();
    const { fn, alpha, domain, range, derivative, probe } = element;
    expect([fn, alpha, domain, range, derivative, probe]).to.deep.equal([['relu'], 0.01, [-5, 5], [], false, 1.5]);
    expect(nameOf(element)).to.equal('Graph of ReLU');
    expect(descriptionOf(element)).to.equal('ReLU, for z from −5 to 5. The axis of f(z) goes from −1 to 5. '
      + 'At z = 1.50: ReLU 1.50, slope 1. Controls: z.');
    expect([cells(element), await element.toHtml()]).to.deep.equal([['1.50', '1'], '<nn-activation></nn-activation>']);
  });

  it('has no probe where the page says none, and its own at the end of a domain that leaves it out', async () => {
    const element = await mount(html`<nn-activation probe=" None "></nn-activation>`);
    expect([element.probe, cells(element)]).to.deep.equal([NaN, ['', '']]);
    expect(await element.toHtml()).to.equal('<nn-activation probe="none"></nn-activation>');
    element.removeAttribute('probe');
    await change(element, { domain: [-3, -1] });
    expect([element.probe, page.warnings]).to.deep.equal([-1, []]);
  });

  it('describes what it shows now, under a name that the probe does not change', async () => {
    const element = await mount(html`<nn-activation fn="sigmoid" probe="1.5"></nn-activation>`);
    for (const [probe, words] of [[1.5, ['1.50', '0.818', '0.149']], [-1.5, ['−1.50', '0.182', '0.149']]] as const) {
      await change(element, { probe });
      expect(descriptionOf(element)).to.contain(`At z = ${words[0]}: sigmoid ${words[1]}, slope ${words[2]}.`);
      expect(nameOf(element)).to.equal('Graph of sigmoid');
    }
  });

  it('is 24 : 17, and higher below 380 pixels where a lens has to lie under the plot', async () => {
    const [one, two] = ['relu', 'relu leaky-relu'];
    for (const [fn, alpha, width, height] of [
      [one, 0.01, 480, 340], [one, 0.01, 240, 170], [two, 0.01, 480, 340], [two, 0.01, 381, (381 * 17) / 24],
      [two, 0.01, 379, 379 * (17 / 24 + 0.52)], [two, 0.01, 240, 240 * (17 / 24 + 0.52)], [two, 0.3, 240, 170],
    ] as const) {
      const element = await mount(html`<nn-activation fn=${fn} alpha=${alpha}></nn-activation>`, width);
      expect(canvasOf(element).getBoundingClientRect().height, `${fn} at ${width}`).to.be.closeTo(height, 0.6);
    }
  });

  it('follows a mouse, leaves the probe where it left, and fires z and the value of the first function', async () => {
    const element = await mount(html`<nn-activation fn="tanh relu"></nn-activation>`);
    const fired = listen(element);
    const zs = [200, 400].map((x) => {
      point(element, [['pointermove', [x, 100]]]);
      return element.probe;
    });
    expect(zs[0]).to.be.within(-5, 0);
    expect(zs[1]).to.be.within(0, 5);
    point(element, [['pointerleave', [700, 550]]]);
    expect(element.probe, 'it stays').to.equal(zs[1]);
    await element.updateComplete;
    expect(fired.map(([type, detail]) => [type, (detail as { x: number }).x]))
      .to.deep.equal(zs.map((z) => ['nn-input', z]));
    expect((fired[1][1] as { y: number }).y).to.be.closeTo(Math.tanh(zs[1]), 1e-12);
    expect(element.hasAttribute('probe'), 'the attribute is the author\u2019s').to.equal(false);
    expect(cells(element).filter((cell) => cell)).to.have.length(4);
  });

  it('is exact under the pointer, in the lens by the lens\u2019s own scale, and stops at the ends', async () => {
    const element = await mount(html`<nn-activation fn="relu leaky-relu"></nn-activation>`);
    // −5, 0 and 5 stand at the ends and the middle of the plot; at (220, 80) is the lens, nearly at its right end.
    for (const [x, y, low, high] of [
      [1, 300, -5, -5], [479, 300, 5, 5], [240, 290, -0.4, 0.4], [220, 80, -0.4, 0], [220, 300, -5, -0.2],
    ] as const) {
      point(element, [['pointermove', [x, y]]]);
      expect(element.probe, `${x}, ${y}`).to.be.within(low, high);
    }
  });

  it('leaves a finger its scrolling: only a drag across or a tap moves the probe', async () => {
    const element = await mount(html`<nn-activation fn="sigmoid" probe="0"></nn-activation>`);
    point(element, [['pointerdown', [100, 100]], ['pointercancel', [100, 100]]], 'touch'); // the page scrolls
    expect(element.probe).to.equal(0);
    drag(element, [300, 100], [340, 100], 'touch');
    expect(element.probe).to.be.within(1, 3);
    point(element, [['pointerdown', [100, 100]], ['pointerup', [100, 100]], ['click', [100, 100]]], 'touch');
    expect(element.probe).to.be.below(-2);
  });

  it('fires nothing where z stays the same', async () => {
    const element = await mount();
    const fired = listen(element);
    point(element, [['pointermove', [300, 100]], ['pointermove', [300, 120]]]);
    expect(fired).to.have.length(1);
  });

  it('is driven by the keyboard alone, from the start', async () => {
    const element = await mount(html`<nn-activation fn="tanh" probe="none"></nn-activation>`);
    const fired = listen(element);
    const [input] = slidersOf(element);
    const label = input.closest('label')!;
    expect([getComputedStyle(label).opacity, label.textContent!.includes('z')]).to.deep.equal(['0', true]);
    await sendKeys({ press: 'Tab' });
    if (element.shadowRoot!.activeElement !== input) input.focus(); // WebKit's Tab may pass it by
    expect(getComputedStyle(label).opacity).to.equal('1');
    expect(element.probe, 'the focus alone moves nothing').to.deep.equal(NaN);
    const presses = [['ArrowRight', 0.1], ['ArrowLeft', 0], ['ArrowLeft', -0.1], ['Home', -5], ['End', 5]] as const;
    for (const [key, z] of presses) {
      await sendKeys({ press: key });
      expect(element.probe).to.be.closeTo(z, 1e-12);
    }
    await element.updateComplete;
    expect(input.getAttribute('aria-valuetext')).to.equal('5.00');
    expect(descriptionOf(element)).to.contain('At z = 5.00: tanh 1.00');
    expect(fired).to.have.length(5);
    expect(fired[4][1]).to.have.property('x', 5);
  });

  it('writes its table in the language around it, and mathematics left to right', async () => {
    const element = await mount(html`<nn-activation fn="sigmoid" probe="1.5"></nn-activation>`);
    Object.assign(element.parentElement!, { lang: 'ja', dir: 'rtl' });
    const heads = (): string[] =>
      [...element.shadowRoot!.querySelectorAll('thead th')].map((head) => head.textContent!.trim());
    await until(() => heads().slice(1).join() === '値,傾き', 'the table is not Japanese');
    for (const each of element.shadowRoot!.querySelectorAll('table, math')) {
      expect(getComputedStyle(each).direction).to.equal('ltr');
    }
  });
});
