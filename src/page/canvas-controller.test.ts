import { expect, fixture, html } from '@open-wc/testing';
import { TestCanvas } from '../testing/canvas-host.js';
import { frames, stub, until } from '../testing/host.js';
import { backingStore } from './canvas-controller.js';

describe('backingStore', () => {
  it('is the size in whole device pixels', () => {
    expect(backingStore(200, 100, 1)).to.deep.equal({ width: 200, height: 100 });
    expect(backingStore(100.5, 60.25, 2)).to.deep.equal({ width: 201, height: 121 });
    expect(backingStore(333, 10.3, 1.25)).to.deep.equal({ width: 416, height: 13 });
  });

  it('has no side beyond 2048, and keeps the proportions', () => {
    expect(backingStore(3000, 1500, 1)).to.deep.equal({ width: 2048, height: 1024 });
    expect(backingStore(400, 1200, 3)).to.deep.equal({ width: 683, height: 2048 });
    expect(backingStore(2000, 2000, 4)).to.deep.equal({ width: 2048, height: 2048 });
  });

  it('is never empty', () => {
    expect(backingStore(0.1, 100_000, 1)).to.deep.equal({ width: 1, height: 2048 });
  });
});

describe('CanvasController', () => {
  let page: HTMLElement;
  let element: TestCanvas;
  let restores: (() => void)[];

  beforeEach(async () => {
    page = await fixture(html`<div></div>`);
    element = new TestCanvas();
    restores = [];
  });

  afterEach(() => {
    for (const restore of restores.reverse()) restore();
    window.scrollTo(0, 0);
  });

  function setDensity(density: number): void {
    restores.push(stub(window, 'devicePixelRatio', density));
  }

  it('renders an image with a name and a description', async () => {
    await element.showIn(page);
    expect(element.canvas.getAttribute('role')).to.equal('img');
    expect(element.canvas.getAttribute('aria-label')).to.equal('A picture');
    expect(element.canvas.getAttribute('aria-describedby')).to.equal('description');
    expect(element.canvas.tabIndex).to.equal(-1);
  });

  describe('the backing store', () => {
    for (const density of [1, 1.25, 2, 3]) {
      it(`is the CSS size times a density of ${density}, rounded, and the painter works in CSS pixels`, async () => {
        setDensity(density);
        element.style.cssText = 'width: 100.5px; height: 60.25px';
        await element.showIn(page);
        expect([element.canvas.width, element.canvas.height]).to.deep.equal([Math.round(100.5 * density), Math.round(60.25 * density)]);
        const { size, scale } = element.last;
        expect([size.width, size.height]).to.deep.equal([100.5, 60.25]);
        expect(size.density).to.be.closeTo(element.canvas.width / 100.5, 1e-9);
        expect(scale[0]).to.be.closeTo(element.canvas.width / 100.5, 1e-5);
        expect(scale[1]).to.be.closeTo(element.canvas.height / 60.25, 1e-5);
      });
    }

    it('is capped at 2048 a side', async () => {
      setDensity(4);
      element.style.cssText = 'width: 600px; height: 300px';
      await element.showIn(page);
      expect([element.canvas.width, element.canvas.height]).to.deep.equal([2048, 1024]);
      expect(element.last.size.density).to.be.closeTo(2048 / 600, 1e-9);
    });

    it('never sizes the element', async () => {
      setDensity(3);
      await element.showIn(page);
      expect([element.offsetWidth, element.offsetHeight]).to.deep.equal([200, 100]);
    });

    it('is cleared before each painting, at one size too', async () => {
      element.onPaint = (ctx) => ctx.fillRect(0, 0, 200, 100);
      await element.showIn(page);
      const alpha = (): number => element.canvas.getContext('2d')!.getImageData(10, 10, 1, 1).data[3];
      expect(alpha()).to.equal(255);
      element.onPaint = () => {};
      await element.repaintedBy(() => element.controller.redraw());
      expect(alpha()).to.equal(0);
    });
  });

  describe('painting again', () => {
    it('takes no frame while nothing changes', async () => {
      await element.showIn(page);
      const native = window.requestAnimationFrame;
      const asking = new Set<unknown>();
      const restore = stub(window, 'requestAnimationFrame', (callback) => {
        asking.add(callback);
        return native.call(window, callback);
      });
      for (let k = 0; k < 10; k++) await new Promise((resolve) => native.call(window, resolve));
      restore();
      expect(asking.size).to.equal(0);
      expect(element.controller.stale).to.equal(false);
    });

    it('happens once a frame however often it is asked for, and not at once', async () => {
      await element.showIn(page);
      const before = element.paintings.length;
      for (let k = 0; k < 10; k++) element.controller.redraw();
      expect(element.paintings).to.have.length(before);
      await element.settled();
      expect(element.paintings).to.have.length(before + 1);
    });

    it('follows the size', async () => {
      await element.showIn(page);
      element.style.width = '321px';
      await until(() => element.last.size.width === 321);
      expect(element.canvas.width).to.equal(Math.round(321 * devicePixelRatio));
    });

    it('follows the density, again and again', async () => {
      const queries = new Map<string, EventTarget>();
      const native = window.matchMedia;
      restores.push(stub(window, 'matchMedia', (query) => {
        if (!query.startsWith('(resolution')) return native.call(window, query);
        const target = new EventTarget();
        queries.set(query, target);
        return target as MediaQueryList;
      }));
      setDensity(1);
      await element.showIn(page);
      setDensity(2);
      queries.get('(resolution: 1dppx)')!.dispatchEvent(new Event('change'));
      await until(() => element.canvas.width === 400);
      setDensity(1.5);
      queries.get('(resolution: 2dppx)')!.dispatchEvent(new Event('change'));
      await until(() => element.canvas.width === 300);
    });

    it('follows a class on the body that turns the page dark', async () => {
      const sheet = document.createElement('style');
      sheet.textContent = 'body { color: #111 } body.test-dark { color: #eee }';
      document.head.append(sheet);
      restores.push(() => {
        document.body.classList.remove('test-dark');
        sheet.remove();
      });
      await element.showIn(page);
      expect(element.last.theme.dark).to.equal(false);
      document.body.classList.add('test-dark');
      await until(() => element.last.theme.dark);
      document.body.classList.remove('test-dark');
      await until(() => !element.last.theme.dark);
    });

    for (const token of ['ink', 'paper', 'muted', 'accent', 'positive', 'negative', 'parameter'] as const) {
      it(`follows --nn-${token}, on an ancestor and on the element`, async () => {
        await element.showIn(page);
        page.style.setProperty(`--nn-${token}`, 'rgb(1, 2, 3)');
        await until(() => element.last.theme[token] === 'rgba(1, 2, 3, 1)');
        element.style.setProperty(`--nn-${token}`, 'rgb(4, 5, 6)');
        await until(() => element.last.theme[token] === 'rgba(4, 5, 6, 1)');
      });
    }

    it('follows a theme that changed while the element was out of view', async () => {
      await element.showIn(page);
      element.style.display = 'none';
      await until(() => !element.controller.visible);
      page.style.color = '#eee';
      await frames();
      element.style.display = '';
      await until(() => element.last.theme.dark);
    });

    it('lends its colours to what stands around the canvas', async () => {
      page.style.setProperty('--nn-accent', 'rgb(7, 8, 9)');
      await element.showIn(page);
      const figure = element.renderRoot.querySelector<HTMLElement>('#figure')!;
      expect(figure.style.getPropertyValue('--_accent')).to.equal('rgba(7, 8, 9, 1)');
      expect(figure.style.getPropertyValue('--_hair')).to.equal(element.last.theme.hair);
    });

    it('tells a token that is no colour', async () => {
      page.style.setProperty('--nn-accent', 'banana');
      await element.showIn(page);
      expect(new Set(element.bad)).to.deep.equal(new Set(['--nn-accent']));
    });

    it('follows a restored context', async () => {
      await element.showIn(page);
      await element.repaintedBy(() => element.canvas.dispatchEvent(new Event('contextrestored')));
    });

    it('follows fonts that were loaded', async () => {
      await element.showIn(page);
      await element.repaintedBy(() => document.fonts.dispatchEvent(new Event('loadingdone')));
    });

    it('happens at once before printing, out of view too', async () => {
      page.style.cssText = 'position: absolute; top: 6000px';
      page.append(element);
      await frames(10);
      expect(element.paintings).to.have.length(0);
      window.dispatchEvent(new Event('beforeprint'));
      expect(element.paintings).to.have.length(1);
    });
  });

  it('tells once where there is no context, and paints nothing', async () => {
    restores.push(stub(HTMLCanvasElement.prototype, 'getContext', (() => null) as never));
    page.append(element);
    await until(() => element.noContext > 0);
    for (let k = 0; k < 3; k++) {
      element.controller.redraw();
      await frames();
    }
    expect(element.noContext).to.equal(1);
    expect(element.paintings).to.deep.equal([]);
  });
});
