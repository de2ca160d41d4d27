import { expect } from '@open-wc/testing';
import { canvasPage } from '../testing/canvas-host.js';
import { frames, until } from '../testing/host.js';

describe('CanvasController', () => {
  const test = canvasPage();
  const show = (): Promise<void> => test.element.showIn(test.page);
  const setDensity = (density: number): void => test.replace(window, 'devicePixelRatio', density);

  describe('the backing store', () => {
    for (const density of [1, 1.25, 2, 3]) {
      it(`is the CSS size times a density of ${density}, rounded, and the painter works in CSS pixels`, async () => {
        const { element } = test;
        setDensity(density);
        element.style.cssText = 'width: 100.5px; height: 60.25px';
        await show();
        const { canvas: { width, height }, last: { size, scale } } = element;
        expect([width, height]).to.deep.equal([Math.round(100.5 * density), Math.round(60.25 * density)]);
        expect([size.width, size.height, size.density]).to.deep.equal([width / density, height / density, density]);
        expect(element.getBoundingClientRect(), 'never sized').to.include({ width: 100.5, height: 60.25 });
        expect(scale, 'a line on a whole pixel would be soft').to.deep.equal([density, density]);
      });
    }

    it('is cleared before each painting, at one size too', async () => {
      const { element } = test;
      element.onPaint = (ctx) => ctx.fillRect(0, 0, 200, 100);
      await show();
      const alpha = (): number => element.canvas.getContext('2d')!.getImageData(10, 10, 1, 1).data[3];
      expect(alpha()).to.equal(255);
      element.onPaint = () => {};
      await element.repaintedBy(() => element.controller.redraw());
      expect(alpha()).to.equal(0);
    });
  });

  describe('painting again', () => {
    it('takes no frame while nothing changes', async () => {
      const { element } = test;
      await show();
      const native = window.requestAnimationFrame;
      const asking = new Set<unknown>();
      test.replace(window, 'requestAnimationFrame', (callback) => {
        asking.add(callback);
        return native.call(window, callback);
      });
      for (let k = 0; k < 10; k++) await new Promise((resolve) => native.call(window, resolve));
      expect([asking.size, element.controller.stale]).to.deep.equal([0, false]);
    });

    it('happens once a frame however often it is asked for, and not at once', async () => {
      const { element } = test;
      await show();
      const before = element.paintings.length;
      for (let k = 0; k < 10; k++) element.controller.redraw();
      expect(element.paintings).to.have.length(before);
      await element.settled();
      expect(element.paintings).to.have.length(before + 1);
    });

    it('follows the size', async () => {
      const { element } = test;
      await show();
      element.style.width = '321px';
      await until(() => element.last.size.width === 321);
      expect(element.canvas.width).to.equal(Math.round(321 * devicePixelRatio));
    });

    it('is as sharp on screen under a transform and zoom, at first and later', async () => {
      const { element, page } = test;
      setDensity(1.5);
      page.style.cssText = 'transform: rotate(90deg) scale(2); transform-origin: 100px 100px';
      await show();
      expect([element.canvas.width, element.canvas.height]).to.deep.equal([600, 300]);
      page.style.transform = 'scale(3)';
      await until(() => element.canvas.width === 900);
      page.style.transform = '';
      await until(() => element.canvas.width === 300);
      page.style.zoom = '2';
      await until(() => element.canvas.width === 600);
      page.style.zoom = '';
      await until(() => element.canvas.width === 300);
      expect(element.last.size).to.include({ width: 200, height: 100, density: 1.5 });
    });

    it('is not softer for having come while it was small', async () => {
      const { element, page } = test;
      setDensity(1);
      page.style.transform = 'scale(0.2)';
      await show();
      expect(element.canvas.width).to.equal(200);
    });

    it('follows the density, again and again', async () => {
      const { element } = test;
      const queries = new Map<string, EventTarget>();
      const native = window.matchMedia;
      test.replace(window, 'matchMedia', (query) => {
        if (!query.startsWith('(resolution')) return native.call(window, query);
        const target = new EventTarget();
        queries.set(query, target);
        return target as MediaQueryList;
      });
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
      const { element } = test;
      const sheet = document.createElement('style');
      sheet.textContent = 'body { color: #111 } body.test-dark { color: #eee }';
      document.head.append(sheet);
      test.atEnd(() => {
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

    it('follows the ground behind it, which no text colour tells, and repaints only for that', async () => {
      const { element, page } = test;
      await show();
      page.style.backgroundColor = '#fdf6e3';
      await until(() => element.last.theme.paper === 'rgba(253, 246, 227, 1)');
      await element.settled();
      const { length } = element.paintings;
      page.title = 'no other ground';
      await frames(6);
      expect(element.paintings).to.have.length(length);
    });

    for (const token of ['ink', 'paper', 'muted', 'accent', 'positive', 'negative', 'parameter'] as const) {
      it(`follows --nn-${token}, on an ancestor and on the element`, async () => {
        const { element, page } = test;
        await show();
        page.style.setProperty(`--nn-${token}`, 'rgb(1, 2, 3)');
        await until(() => element.last.theme[token] === 'rgba(1, 2, 3, 1)');
        element.style.setProperty(`--nn-${token}`, 'rgb(4, 5, 6)');
        await until(() => element.last.theme[token] === 'rgba(4, 5, 6, 1)');
      });
    }

    it('follows a theme that changed while the element was out of view', async () => {
      const { element, page } = test;
      await show();
      element.style.display = 'none';
      await until(() => !element.controller.visible);
      page.style.color = '#eee';
      await frames();
      element.style.display = '';
      await until(() => element.last.theme.dark);
    });

    it('gives its colours to what is around the canvas', async () => {
      const { element, page } = test;
      page.style.setProperty('--nn-accent', 'rgb(7, 8, 9)');
      await show();
      const figure = element.renderRoot.querySelector<HTMLElement>('#figure')!;
      expect(figure.style.getPropertyValue('--_accent')).to.equal('rgba(7, 8, 9, 1)');
      expect(figure.style.getPropertyValue('--_hair')).to.equal(element.last.theme.hair);
    });

    it('reports a token that is not a colour', async () => {
      const { element, page } = test;
      page.style.setProperty('--nn-accent', 'banana');
      await show();
      expect(new Set(element.bad)).to.deep.equal(new Set(['--nn-accent']));
    });

    it('follows a restored context, and fonts that were loaded', async () => {
      const { element } = test;
      await show();
      await element.repaintedBy(() => element.canvas.dispatchEvent(new Event('contextrestored')));
      await element.repaintedBy(() => document.fonts.dispatchEvent(new Event('loadingdone')));
    });

    it('happens at once before printing, out of view too', async () => {
      const { element, page } = test;
      page.style.cssText = 'position: absolute; top: 6000px';
      page.append(element);
      await frames(10);
      expect(element.paintings).to.have.length(0);
      window.dispatchEvent(new Event('beforeprint'));
      expect(element.paintings).to.have.length(1);
    });

    it('goes on, a frame each, while a painting asks for more; on paper and in files all of it is there', async () => {
      const { element } = test;
      let left = 5;
      const paint = (): void => {
        if (--left > 0) element.controller.redraw();
      };
      element.onPaint = paint;
      await show();
      expect(element.paintings).to.have.length(5);
      expect(new Set(element.paintings.map(({ frame }) => frame)).size).to.be.at.least(4); // the first may be early
      left = 5;
      window.dispatchEvent(new Event('beforeprint'));
      expect(element.paintings).to.have.length(10);
      left = 3;
      expect(element.controller.drawOnGround()).not.to.equal(undefined);
      expect(element.paintings).to.have.length(13);
    });
  });

  it('reports once that there is no context, and paints nothing', async () => {
    const { element, page } = test;
    test.replace(HTMLCanvasElement.prototype, 'getContext', (() => null) as never);
    page.append(element);
    await until(() => element.noContext > 0);
    for (let k = 0; k < 3; k++) {
      element.controller.redraw();
      await frames();
    }
    expect([element.noContext, element.paintings]).to.deep.equal([1, []]);
  });
});
