import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../define/nn-activation.js';
import type { NnActivation } from '../../define/nn-activation.js';
import { seen, stub, until } from '../../testing/host.js';
import type { ManualTiming } from '../../testing/manual-clock.js';
import { holdPage } from '../../testing/trainer-page.js';

interface Told { readonly type: string; readonly detail: unknown }

describe('<nn-activation>', () => {
  let timing: ManualTiming;
  let warnings: string[];
  let release: () => void;

  beforeEach(() => {
    ({ timing, warnings, release } = holdPage());
  });

  afterEach(async () => {
    release();
    await sendMouse({ type: 'move', position: [700, 550] });
  });

  /** Puts a figure in the page's corner, drawn. */
  async function mount(template: TemplateResult, width = 480): Promise<NnActivation> {
    const holder = await fixture<HTMLElement>(html`<div style="position: absolute; left: 0; top: 0; inline-size: ${width}px">${template}</div>`);
    const element = holder.querySelector('nn-activation')!;
    await element.updateComplete;
    await seen(canvasOf(element));
    await until(() => described(element) !== '', 'it was never described');
    timing.settle();
    return element;
  }

  const canvasOf = (element: NnActivation): HTMLCanvasElement => element.shadowRoot!.querySelector('canvas')!;
  const sliderOf = (element: NnActivation): HTMLInputElement => element.shadowRoot!.querySelector('input')!;
  const pixels = (element: NnActivation): string => {
    timing.settle();
    const { width, height } = canvasOf(element);
    return canvasOf(element).getContext('2d')!.getImageData(0, 0, width, height).data.join();
  };
  const described = (element: NnActivation): string => element.shadowRoot!.getElementById('description')!.textContent!;
  const cells = (element: NnActivation): string[] => [...element.shadowRoot!.querySelectorAll('td')].map((cell) => cell.textContent!);

  function listen(element: NnActivation): Told[] {
    const told: Told[] = [];
    for (const type of ['nn-input', 'nn-change', 'nn-error']) {
      element.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent<unknown>).detail }));
    }
    return told;
  }

  /** A pointer's event; synthetic ones have no pointer that could be captured. */
  function point(element: NnActivation, type: string, x: number, y: number, init: PointerEventInit = {}): void {
    const { left, top } = canvasOf(element).getBoundingClientRect();
    canvasOf(element).dispatchEvent(new PointerEvent(type, {
      bubbles: true, isPrimary: true, pointerType: 'mouse', pointerId: 5, button: 0, clientX: left + x, clientY: top + y, ...init,
    }));
  }

  it('is accessible with one function, with several, and with a probe', async () => {
    await expect(await mount(html`<nn-activation></nn-activation>`)).to.be.accessible();
    await expect(await mount(html`<nn-activation fn="relu leaky-relu sigmoid tanh linear" derivative probe="-3.2"></nn-activation>`)).to.be.accessible();
  });

  it('shows ReLU over −5 … 5 without a word from the page, and no probe', async () => {
    const element = await mount(html`<nn-activation></nn-activation>`);
    expect([element.fn, element.alpha, element.domain, element.range, element.derivative, element.probe]).to.deep.equal([['relu'], 0.01, [-5, 5], [], false, NaN]);
    expect(canvasOf(element).getAttribute('aria-label')).to.equal('Graph of ReLU');
    expect(described(element)).to.equal('ReLU, for z from −5 to 5. The axis of f(z) goes from −1 to 5.');
    expect(cells(element).map((cell) => cell.trim())).to.deep.equal(['', '']);
    expect(warnings).to.deep.equal([]);
  });

  it('says in its description what it shows now, under a name that the probe does not change', async () => {
    const element = await mount(html`<nn-activation fn="sigmoid" probe="1.5"></nn-activation>`);
    expect(described(element)).to.contain('At z = 1.50: sigmoid 0.818, slope 0.149.');
    element.probe = -1.5;
    await element.updateComplete;
    expect(described(element)).to.contain('At z = −1.50: sigmoid 0.182, slope 0.149.');
    expect(canvasOf(element).getAttribute('aria-label')).to.equal('Graph of sigmoid');
    expect(canvasOf(element).getAttribute('role')).to.equal('img');
    expect(canvasOf(element).hasAttribute('tabindex')).to.equal(false);
  });

  it('draws another picture for each attribute, and the first one again without it', async () => {
    const element = await mount(html`<nn-activation fn="leaky-relu tanh" probe="1"></nn-activation>`);
    const first = pixels(element);
    for (const [name, value] of [['fn', 'tanh leaky-relu'], ['alpha', '0.4'], ['domain', '-4 4'], ['range', '-3 3'], ['derivative', ''], ['probe', '2']]) {
      const before = element.getAttribute(name);
      element.setAttribute(name, value);
      await element.updateComplete;
      expect(pixels(element) === first, name).to.equal(false);
      if (before === null) element.removeAttribute(name);
      else element.setAttribute(name, before);
      await element.updateComplete;
      expect(pixels(element) === first, `${name} back`).to.equal(true);
    }
  });

  it('is 24 : 17, and higher below 380 pixels where a lens has to lie under the plot', async () => {
    const height = async (template: TemplateResult, width: number): Promise<number> =>
      canvasOf(await mount(template, width)).getBoundingClientRect().height;
    const pair = html`<nn-activation fn="relu leaky-relu"></nn-activation>`;
    expect(await height(html`<nn-activation></nn-activation>`, 480)).to.be.closeTo(340, 0.6);
    expect(await height(html`<nn-activation></nn-activation>`, 240)).to.be.closeTo(170, 0.6);
    expect(await height(pair, 480)).to.be.closeTo(340, 0.6);
    expect(await height(pair, 381)).to.be.closeTo((381 * 17) / 24, 0.6);
    expect(await height(pair, 379)).to.be.closeTo(379 * (17 / 24 + 0.52), 0.6);
    expect(await height(pair, 240)).to.be.closeTo(240 * (17 / 24 + 0.52), 0.6);
    expect(await height(html`<nn-activation fn="relu leaky-relu" alpha="0.3"></nn-activation>`, 240)).to.be.closeTo(170, 0.6);
  });

  it('follows a mouse, leaves the probe where it left, and tells z and the first function\u2019s value', async () => {
    const element = await mount(html`<nn-activation fn="tanh relu"></nn-activation>`);
    const told = listen(element);
    await nextFrame();
    await sendMouse({ type: 'move', position: [200, 100] });
    await until(() => !Number.isNaN(element.probe), 'it does not follow');
    const there = element.probe;
    expect(there).to.be.within(-5, 0);
    await sendMouse({ type: 'move', position: [400, 120] });
    await until(() => element.probe > there, 'it does not go on');
    const last = element.probe;
    await sendMouse({ type: 'move', position: [700, 550] });
    await nextFrame();
    expect(element.probe, 'it stays').to.equal(last);
    await element.updateComplete;
    expect(told.every(({ type }) => type === 'nn-input')).to.equal(true);
    const { x, y } = told.at(-1)!.detail as { x: number; y: number };
    expect(x).to.equal(last);
    expect(y).to.be.closeTo(Math.tanh(last), 1e-12);
    expect(element.hasAttribute('probe'), 'the attribute is the author\u2019s').to.equal(false);
    expect(cells(element).filter((cell) => cell.trim())).to.have.length(4);
  });

  it('is exact under the pointer, in the lens by the lens\u2019s own scale, and stops at the ends', async () => {
    const element = await mount(html`<nn-activation fn="relu leaky-relu"></nn-activation>`);
    point(element, 'pointermove', 1, 300);
    expect(element.probe).to.equal(-5);
    point(element, 'pointermove', 479, 300);
    expect(element.probe).to.equal(5);
    // 0 and ±5 stand at the middle and the ends of the plot.
    point(element, 'pointermove', 240, 290);
    const onPlot = element.probe;
    expect(onPlot).to.be.within(-0.4, 0.4);
    point(element, 'pointermove', 220, 80); // within the lens, nearly at its right end
    expect(element.probe).to.be.within(-0.4, 0);
    point(element, 'pointermove', 220, 300);
    expect(element.probe).to.be.below(-0.2);
  });

  it('leaves a finger its scrolling: only a drag across or a tap moves the probe', async () => {
    const element = await mount(html`<nn-activation fn="sigmoid" probe="0"></nn-activation>`);
    const restore = stub(canvasOf(element), 'setPointerCapture', () => {});
    const touch = { pointerType: 'touch' };
    point(element, 'pointerdown', 100, 100, touch);
    point(element, 'pointercancel', 100, 100, touch); // the page scrolls
    expect(element.probe).to.equal(0);
    point(element, 'pointerdown', 300, 100, touch);
    point(element, 'pointermove', 340, 100, touch);
    const dragged = element.probe;
    expect(dragged).to.be.within(1, 3);
    point(element, 'pointerup', 340, 100, touch);
    expect(element.probe, 'it stays').to.equal(dragged);
    point(element, 'pointerdown', 100, 100, touch);
    point(element, 'pointerup', 100, 100, touch);
    point(element, 'click', 100, 100, touch);
    expect(element.probe).to.be.below(-2);
    expect(getComputedStyle(canvasOf(element)).touchAction).to.contain('pan-y');
    restore();
  });

  it('fires events only for what the reader does', async () => {
    const element = await mount(html`<nn-activation></nn-activation>`);
    const told = listen(element);
    Object.assign(element, { fn: ['tanh'], probe: 2, domain: [-3, 3], derivative: true, alpha: 0.5, range: [-1, 1] });
    await element.updateComplete;
    element.setAttribute('probe', '1');
    await element.updateComplete;
    expect(told).to.deep.equal([]);
    point(element, 'pointermove', 300, 100);
    point(element, 'pointermove', 300, 120);
    expect(told.map(({ type }) => type), 'once, as z is the same').to.deep.equal(['nn-input']);
  });

  it('is driven by keyboard alone, from the start', async () => {
    const element = await mount(html`<nn-activation fn="tanh"></nn-activation>`);
    const told = listen(element);
    const input = sliderOf(element);
    expect(getComputedStyle(input.closest('label')!).opacity, 'unseen').to.equal('0');
    expect(input.labels![0].textContent).to.contain('z');
    await sendKeys({ press: 'Tab' });
    if (element.shadowRoot!.activeElement !== input) input.focus(); // WebKit's Tab may pass it by
    expect(getComputedStyle(input.closest('label')!).opacity, 'seen').to.equal('1');
    expect(element.probe, 'the focus alone moves nothing').to.deep.equal(NaN);
    await sendKeys({ press: 'ArrowRight' });
    expect(element.probe).to.be.closeTo(0.1, 1e-12);
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(element.probe).to.be.closeTo(-0.1, 1e-12);
    await sendKeys({ press: 'Home' });
    expect(element.probe).to.equal(-5);
    await sendKeys({ press: 'End' });
    await element.updateComplete;
    expect(element.probe).to.equal(5);
    expect(input.getAttribute('aria-valuetext')).to.equal('5.00');
    expect(described(element)).to.contain('At z = 5.00: tanh 1.00');
    expect(told).to.have.length(5);
    expect(told.at(-1)!.detail).to.have.property('x', 5);
  });

  it('takes no frame at rest, none once it is gone, and draws no more while it is out of view', async () => {
    const element = await mount(html`<nn-activation probe="1"></nn-activation>`);
    expect(timing.pending).to.equal(false);
    const { requested } = timing;
    await nextFrame();
    await nextFrame();
    expect(timing.requested).to.equal(requested);
    element.style.marginBlockStart = '20000px';
    await until(() => {
      timing.settle();
      const before = timing.requested;
      element.requestUpdate();
      return before === timing.requested;
    });
    const first = pixels(element);
    for (let seen = 0; seen < 3; seen++) await nextFrame();
    element.probe = 2;
    await element.updateComplete;
    expect(pixels(element) === first, 'unseen, it keeps its picture').to.equal(true);
    element.remove();
    timing.settle();
    element.probe = 3;
    await element.updateComplete;
    await nextFrame();
    expect(timing.pending).to.equal(false);
    expect(canvasOf(element).width).to.equal(0);
  });

  it('shows its content where there is no 2D canvas, and says so once', async () => {
    const restore = stub(HTMLCanvasElement.prototype, 'getContext', (() => null) as HTMLCanvasElement['getContext']);
    try {
      const element = await mount(html`<nn-activation fn="relu leaky-relu"><p>max(0, z)</p></nn-activation>`);
      await element.updateComplete;
      expect(element.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
      expect(element.shadowRoot!.querySelector('table')!.getBoundingClientRect().height).to.equal(0);
      expect(warnings).to.have.length(1);
    } finally {
      restore();
    }
  });

  it('speaks the language around it, and keeps the mathematics left to right', async () => {
    const holder = await fixture<HTMLElement>(html`<div lang="ja" dir="rtl"><nn-activation fn="sigmoid" probe="1.5"></nn-activation></div>`);
    const element = holder.querySelector('nn-activation')!;
    await element.updateComplete;
    expect(canvasOf(element).getAttribute('aria-label')).to.equal('シグモイドのグラフ');
    await until(() => described(element).includes('傾き0.149'), 'it is not told in Japanese');
    expect([...element.shadowRoot!.querySelectorAll('thead th')].map((head) => head.textContent!.trim()).slice(1)).to.deep.equal(['値', '傾き']);
    for (const each of element.shadowRoot!.querySelectorAll('table, math')) expect(getComputedStyle(each).direction).to.equal('ltr');
    holder.lang = 'en';
    await until(() => canvasOf(element).getAttribute('aria-label') === 'Graph of sigmoid', 'still Japanese');
  });
});
