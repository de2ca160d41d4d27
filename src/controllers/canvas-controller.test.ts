import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { css, html as template, type TemplateResult } from 'lit';
import type { Size, Theme } from '../draw/types.js';
import { countListeners, defineHost, frames, Host, stub, until } from '../testing/host.js';
import { backingStore, CanvasController } from './canvas-controller.js';
import { clockOf, Unit } from './clock.js';
import { probeStyles } from './theme.js';

interface Painting { readonly size: Size; readonly theme: Theme; readonly scale: readonly [number, number]; readonly frame: number }

let frame = 0;
/** Numbers the frames, so that two paintings can be told to be of one. */
const countFrame = (): void => {
  frame++;
  requestAnimationFrame(countFrame);
};
requestAnimationFrame(countFrame);

class TestCanvas extends Host {
  static override styles = [probeStyles, css`
    :host { display: block; position: relative; inline-size: 200px; block-size: 100px; }
    canvas { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
  `];

  readonly paintings: Painting[] = [];
  readonly bad: string[] = [];
  noContext = 0;
  onPaint = (_ctx: CanvasRenderingContext2D): void => {};
  readonly controller = new CanvasController(this, {
    paint: (ctx, size, theme) => {
      const { a, d } = ctx.getTransform();
      this.paintings.push({ size, theme, scale: [a, d], frame });
      this.onPaint(ctx);
    },
    onBadToken: (token) => this.bad.push(token),
    onNoContext: () => this.noContext++,
  });

  get canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas')!;
  }

  get last(): Painting {
    return this.paintings.at(-1)!;
  }

  override render(): TemplateResult {
    return template`<div id="figure">${this.controller.render('A picture', 'description')}</div>`;
  }
}
defineHost(TestCanvas);

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

  /** Puts the element on the page and waits for its first painting. */
  async function show(): Promise<void> {
    page.append(element);
    await until(() => element.paintings.length > 0);
    await settled();
  }

  /** Waits until nothing more is painted by itself. */
  async function settled(): Promise<void> {
    for (let before = -1; before !== element.paintings.length;) {
      before = element.paintings.length;
      await frames(6);
    }
  }

  /** Whether `act` leads to another painting. */
  async function repaintedBy(act: () => void): Promise<void> {
    const before = element.paintings.length;
    act();
    await until(() => element.paintings.length > before);
  }

  function setDensity(density: number): void {
    restores.push(stub(window, 'devicePixelRatio', density));
  }

  it('renders an image with a name and a description', async () => {
    await show();
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
        await show();
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
      await show();
      expect([element.canvas.width, element.canvas.height]).to.deep.equal([2048, 1024]);
      expect(element.last.size.density).to.be.closeTo(2048 / 600, 1e-9);
    });

    it('never sizes the element', async () => {
      setDensity(3);
      await show();
      expect([element.offsetWidth, element.offsetHeight]).to.deep.equal([200, 100]);
    });

    it('is cleared before each painting, at one size too', async () => {
      element.onPaint = (ctx) => ctx.fillRect(0, 0, 200, 100);
      await show();
      const alpha = (): number => element.canvas.getContext('2d')!.getImageData(10, 10, 1, 1).data[3];
      expect(alpha()).to.equal(255);
      element.onPaint = () => {};
      await repaintedBy(() => element.controller.redraw());
      expect(alpha()).to.equal(0);
    });
  });

  describe('what cannot be seen', () => {
    const cases: { name: string; hide: () => void; show: () => void }[] = [
      { name: 'display: none', hide: () => (element.style.display = 'none'), show: () => (element.style.display = '') },
      { name: 'display: none of an ancestor', hide: () => (page.style.display = 'none'), show: () => (page.style.display = '') },
      { name: 'no width', hide: () => (element.style.width = '0'), show: () => (element.style.width = '') },
      { name: 'no height', hide: () => (element.style.height = '0'), show: () => (element.style.height = '') },
      { name: 'visibility: hidden', hide: () => (element.style.visibility = 'hidden'), show: () => (element.style.visibility = '') },
      { name: 'visibility: hidden of an ancestor', hide: () => (page.style.visibility = 'hidden'), show: () => (page.style.visibility = '') },
      { name: 'a place out of view', hide: () => (page.style.cssText = 'position: absolute; top: 6000px'), show: () => window.scrollTo(0, 5900) },
      {
        name: 'a place scrolled out of a box',
        hide: () => {
          page.style.cssText = 'height: 150px; overflow: auto';
          element.style.marginTop = '900px';
        },
        show: () => page.scrollTo(0, 900),
      },
    ];

    for (const { name, hide, show: unhide } of cases) {
      it(`because of ${name} from the beginning is painted only once it can`, async () => {
        hide();
        page.append(element);
        await frames(10);
        element.controller.redraw();
        await frames(6);
        expect(element.paintings).to.have.length(0);
        expect(element.controller.visible).to.equal(false);
        await repaintedBy(unhide);
      });

      it(`because of ${name} later is not painted until it can again`, async () => {
        await show();
        hide();
        await until(() => !element.controller.visible);
        const before = element.paintings.length;
        element.controller.redraw();
        await frames(8);
        expect(element.paintings).to.have.length(before);
        await repaintedBy(unhide);
      });
    }
  });

  describe('painting again', () => {
    it('takes no frame while nothing changes', async () => {
      await show();
      const native = window.requestAnimationFrame;
      const asking = new Set<unknown>();
      const restore = stub(window, 'requestAnimationFrame', (callback) => {
        asking.add(callback);
        return native.call(window, callback);
      });
      for (let k = 0; k < 10; k++) await new Promise((resolve) => native.call(window, resolve));
      restore();
      asking.delete(countFrame);
      expect(asking.size).to.equal(0);
      expect(element.controller.stale).to.equal(false);
    });

    it('happens once a frame however often it is asked for, and not at once', async () => {
      await show();
      const before = element.paintings.length;
      for (let k = 0; k < 10; k++) element.controller.redraw();
      expect(element.paintings).to.have.length(before);
      await settled();
      expect(element.paintings).to.have.length(before + 1);
    });

    it('follows the size', async () => {
      await show();
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
      await show();
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
      await show();
      expect(element.last.theme.dark).to.equal(false);
      document.body.classList.add('test-dark');
      await until(() => element.last.theme.dark);
      document.body.classList.remove('test-dark');
      await until(() => !element.last.theme.dark);
    });

    for (const token of ['ink', 'paper', 'muted', 'accent', 'positive', 'negative', 'parameter'] as const) {
      it(`follows --nn-${token}, on an ancestor and on the element`, async () => {
        await show();
        page.style.setProperty(`--nn-${token}`, 'rgb(1, 2, 3)');
        await until(() => element.last.theme[token] === 'rgba(1, 2, 3, 1)');
        element.style.setProperty(`--nn-${token}`, 'rgb(4, 5, 6)');
        await until(() => element.last.theme[token] === 'rgba(4, 5, 6, 1)');
      });
    }

    it('follows a theme that changed while the element was out of view', async () => {
      await show();
      element.style.display = 'none';
      await until(() => !element.controller.visible);
      page.style.color = '#eee';
      await frames();
      element.style.display = '';
      await until(() => element.last.theme.dark);
    });

    it('lends its colours to what stands around the canvas', async () => {
      page.style.setProperty('--nn-accent', 'rgb(7, 8, 9)');
      await show();
      const figure = element.renderRoot.querySelector<HTMLElement>('#figure')!;
      expect(figure.style.getPropertyValue('--_accent')).to.equal('rgba(7, 8, 9, 1)');
      expect(figure.style.getPropertyValue('--_hair')).to.equal(element.last.theme.hair);
    });

    it('tells a token that is no colour', async () => {
      page.style.setProperty('--nn-accent', 'banana');
      await show();
      expect(new Set(element.bad)).to.deep.equal(new Set(['--nn-accent']));
    });

    it('follows a restored context', async () => {
      await show();
      await repaintedBy(() => element.canvas.dispatchEvent(new Event('contextrestored')));
    });

    it('follows fonts that were loaded', async () => {
      await show();
      await repaintedBy(() => document.fonts.dispatchEvent(new Event('loadingdone')));
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

  describe('a picture of a unit', () => {
    it('is painted in one frame with the others', async () => {
      const unit = new Unit();
      const other = new TestCanvas();
      element.controller.unit = other.controller.unit = unit;
      page.append(element, other);
      await until(() => element.paintings.length > 0 && other.paintings.length > 0);
      await settled();
      await until(() => !other.controller.stale);
      for (const each of [element, other]) each.controller.redraw();
      const before = element.paintings.length;
      await until(() => element.paintings.length > before);
      expect(other.last.frame).to.equal(element.last.frame);
    });

    it('leaves one unit for another while it is on the page', async () => {
      await show();
      const [old, unit] = [element.controller.unit, new Unit()];
      element.controller.unit = unit;
      expect([old.pictures.size, unit.pictures.size]).to.deep.equal([0, 1]);
      await repaintedBy(() => element.controller.redraw());
    });

    it('is in its unit only while it is on the page', async () => {
      await show();
      const { unit } = element.controller;
      element.remove();
      expect(unit.pictures.size).to.equal(0);
      page.append(element);
      expect(unit.pictures.size).to.equal(1);
    });
  });

  describe('removal', () => {
    it('frees the canvas a frame later, and it is painted again when it is back', async () => {
      await show();
      element.remove();
      expect(element.canvas.width).to.be.above(0);
      await until(() => element.canvas.width === 0);
      expect(element.canvas.height).to.equal(0);
      await repaintedBy(() => page.append(element));
      expect(element.canvas.width).to.equal(Math.round(200 * devicePixelRatio));
    });

    it('keeps the picture of an element that is only moved', async () => {
      element.onPaint = (ctx) => ctx.fillRect(0, 0, 200, 100);
      await show();
      const widths: number[] = [];
      const target = document.createElement('section');
      page.append(target);
      target.append(element);
      for (let k = 0; k < 6; k++) {
        widths.push(element.canvas.width);
        expect(element.canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data[3]).to.equal(255);
        await nextFrame();
      }
      expect(new Set(widths)).to.deep.equal(new Set([Math.round(200 * devicePixelRatio)]));
    });

    it('leaves no listener and no observer, however often it happens, nor an update after it', async () => {
      await show();
      element.remove();
      await until(() => element.canvas.width === 0);
      const observing = new Set<object>();
      for (const { prototype } of [ResizeObserver, IntersectionObserver] as { prototype: ResizeObserver }[]) {
        const { observe, disconnect } = prototype;
        restores.push(
          stub(prototype, 'observe', function (this: ResizeObserver, target) {
            observing.add(this);
            observe.call(this, target);
          }),
          stub(prototype, 'disconnect', function (this: ResizeObserver) {
            observing.delete(this);
            disconnect.call(this);
          }),
        );
      }
      const probe = element.renderRoot.querySelector('.probe')!;
      const counters = [window, document.fonts, element.canvas, probe].map(countListeners);
      const native = window.matchMedia;
      restores.push(...counters.map(({ restore }) => restore), stub(window, 'matchMedia', (query) => {
        const list = native.call(window, query);
        counters.push(countListeners(list));
        return list;
      }));
      const listeners = (): number => counters.reduce((sum, counter) => sum + counter.count, 0);
      page.append(element);
      expect(observing.size).to.equal(2);
      const once = listeners();
      expect(once).to.be.at.least(6);
      for (let k = 0; k < 5; k++) page.prepend(element);
      expect([observing.size, listeners()]).to.deep.equal([2, once]);
      element.requestUpdate();
      element.remove();
      await element.updateComplete;
      expect([observing.size, listeners()]).to.deep.equal([0, 0]);
    });

    it('leaves nothing behind in the clock', async () => {
      await show();
      const clock = clockOf(window);
      const woken: Unit[] = [];
      restores.push(stub(clock, 'wake', (unit) => void woken.push(unit)));
      element.remove();
      element.controller.redraw();
      window.dispatchEvent(new Event('beforeprint'));
      expect(woken).to.deep.equal([]);
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
