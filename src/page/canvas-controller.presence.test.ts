import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { TestCanvas } from '../testing/canvas-host.js';
import { countListeners, frames, stub, until } from '../testing/host.js';
import { Clock, clockOf, Unit } from './clock.js';

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
        await element.repaintedBy(unhide);
      });

      it(`because of ${name} later is not painted until it can again`, async () => {
        await element.showIn(page);
        hide();
        await until(() => !element.controller.visible);
        const before = element.paintings.length;
        element.controller.redraw();
        await frames(8);
        expect(element.paintings).to.have.length(before);
        await element.repaintedBy(unhide);
      });
    }
  });

  describe('a picture that comes into view with the page', () => {
    it('is painted between layout and paint of the frame that shows it, and once', async () => {
      const order: string[] = [];
      element.onPaint = () => order.push('painted');
      restores.push(stub(clockOf(window), 'drawEarly', function (this: Clock, ...given) {
        const drawn = Clock.prototype.drawEarly.apply(this, given);
        order.push(`early: ${drawn}`);
        return drawn;
      }));
      await element.showIn(page);
      expect(order).to.deep.equal(['painted', 'early: true']);
    });

    it('waits below the fold until it is scrolled to', async () => {
      page.style.paddingBlockStart = '300vh';
      page.append(element);
      await frames(6);
      expect(element.paintings).to.have.length(0);
      await element.repaintedBy(() => element.scrollIntoView());
    });
  });

  describe('a picture of a unit', () => {
    it('is painted in one frame with the others', async () => {
      const unit = new Unit();
      const other = new TestCanvas();
      element.controller.unit = other.controller.unit = unit;
      page.append(element, other);
      await until(() => element.paintings.length > 0 && other.paintings.length > 0);
      await element.settled();
      await until(() => !other.controller.stale);
      for (const each of [element, other]) each.controller.redraw();
      const before = element.paintings.length;
      await until(() => element.paintings.length > before);
      expect(other.last.frame).to.equal(element.last.frame);
    });

    it('leaves one unit for another while it is on the page', async () => {
      await element.showIn(page);
      const [old, unit] = [element.controller.unit, new Unit()];
      element.controller.unit = unit;
      expect([old.pictures.size, unit.pictures.size]).to.deep.equal([0, 1]);
      await element.repaintedBy(() => element.controller.redraw());
    });

    it('is in its unit only while it is on the page', async () => {
      await element.showIn(page);
      const { unit } = element.controller;
      element.remove();
      expect(unit.pictures.size).to.equal(0);
      page.append(element);
      expect(unit.pictures.size).to.equal(1);
    });
  });

  describe('removal', () => {
    it('frees the canvas a frame later, and it is painted again when it is back', async () => {
      await element.showIn(page);
      element.remove();
      expect(element.canvas.width).to.be.above(0);
      await until(() => element.canvas.width === 0);
      expect(element.canvas.height).to.equal(0);
      await element.repaintedBy(() => page.append(element));
      expect(element.canvas.width).to.equal(Math.round(200 * devicePixelRatio));
    });

    it('keeps the picture of an element that is only moved', async () => {
      element.onPaint = (ctx) => ctx.fillRect(0, 0, 200, 100);
      await element.showIn(page);
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
      await element.showIn(page);
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
      await element.showIn(page);
      const clock = clockOf(window);
      const woken: Unit[] = [];
      restores.push(stub(clock, 'wake', (unit) => void woken.push(unit)));
      element.remove();
      element.controller.redraw();
      window.dispatchEvent(new Event('beforeprint'));
      expect(woken).to.deep.equal([]);
    });
  });
});
