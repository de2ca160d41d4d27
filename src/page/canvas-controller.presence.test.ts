import { expect, nextFrame } from '@open-wc/testing';
import { canvasPage, TestCanvas } from '../testing/canvas-host.js';
import { watchLeaks, frames, seen, until } from '../testing/host.js';
import { Clock, clockOf, Unit } from './clock.js';

describe('CanvasController, seen or not', () => {
  const test = canvasPage();
  const put = (...elements: TestCanvas[]): void => test.page.append(...elements);

  describe('what cannot be seen', () => {
    const cases: readonly (
      readonly [because: string, hide: (element: HTMLElement, page: HTMLElement) => void, show?: () => void]
    )[] = [
      ['display: none', ({ style }) => (style.display = 'none')],
      ['display: none of an ancestor', (_, { style }) => (style.display = 'none')],
      ['no width', ({ style }) => (style.width = '0')],
      ['no height', ({ style }) => (style.height = '0')],
      ['visibility: hidden', ({ style }) => (style.visibility = 'hidden')],
      ['visibility: hidden of an ancestor', (_, { style }) => (style.visibility = 'hidden')],
      ['opacity: 0 of an ancestor', (_, { style }) => (style.opacity = '0')],
      ['content-visibility: hidden', (_, { style }) => (style.cssText = 'content-visibility: hidden')],
      ['max-height: 0 of an accordion', (_, { style }) => (style.cssText = 'max-height: 0; overflow: hidden')],
      ['0fr of an accordion', (element, { style }) => {
        style.cssText = 'display: grid; grid-template: 0fr / 300px';
        element.style.cssText = 'min-height: 0; height: auto; overflow: hidden';
      }],
      ['one pixel, as what only screen readers get', (_, { style }) => (
        style.cssText = 'position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden')],
      ['a neighbour in a carousel that fills it', (element, { style }) => {
        style.cssText = 'inline-size: 300px; overflow: hidden';
        element.style.marginInlineStart = '300px';
      }],
      ['a neighbour that rounding shows a part of a pixel of', (element, { style }) => {
        style.cssText = 'inline-size: 300px; overflow: hidden';
        element.style.marginInlineStart = '299.6px';
      }],
      ...['inset(50%)', 'inset(0 0 0 200px)', 'circle(0)', 'polygon(0 0, 0 0, 0 100%, 0 100%)'].map((shape) => (
        [`clip-path: ${shape}`, ({ style }: HTMLElement) => (style.clipPath = shape)] as const)),
      ['clip-path of an ancestor', (_, { style }) => (style.clipPath = 'inset(0 100% 0 0)')],
      ['clip', (_, { style }) => (style.cssText = 'position: absolute; clip: rect(0, 0, 0, 0)')],
      [
        'a place out of view',
        (_, { style }) => (style.cssText = 'position: absolute; top: 6000px'),
        () => window.scrollTo(0, 5900),
      ],
      [
        'a place scrolled out of a box',
        (element, { style }) => {
          style.cssText = 'height: 150px; overflow: auto';
          element.style.marginTop = '900px';
        },
        () => test.page.scrollTo(0, 900),
      ],
    ];
    const showAgain = (): void => [test.page, test.element].forEach(({ style }) => (style.cssText = ''));

    for (const [because, hide, show = showAgain] of cases) {
      it(`because of ${because} is painted only once it can, at first and later`, async () => {
        const { element, page } = test;
        hide(element, page);
        put(element);
        await frames(10);
        element.controller.redraw();
        await frames(6);
        expect([element.paintings.length, element.controller.visible]).to.deep.equal([0, false]);
        await element.repaintedBy(show);
        await element.settled();
        showAgain();
        window.scrollTo(0, 0);
        await until(() => element.controller.visible);
        hide(element, page);
        page.scrollTo(0, 0);
        await until(() => !element.controller.visible);
        const { length } = element.paintings;
        element.controller.redraw();
        await frames(8);
        expect(element.paintings).to.have.length(length);
        await element.repaintedBy(show);
      });
    }
  });

  describe('idle time', () => {
    const isTransparent = (): boolean =>
      !test.element.canvas.getContext('2d')!.getImageData(0, 0, 9, 9).data.some((byte) => byte > 0);

    it('has a picture out of view drawn once, and again at another size or in another theme alone', async () => {
      const { element, page, idleness } = test;
      page.style.cssText = 'position: absolute; top: 6000px';
      element.onPaint = (ctx) => ctx.fillRect(0, 0, 200, 100);
      put(element);
      await until(() => idleness.asked > 0);
      expect([element.paintings.length, isTransparent()]).to.deep.equal([0, true]);
      idleness.give();
      expect([element.paintings.length, isTransparent(), element.controller.visible]).to.deep.equal([1, false, false]);
      element.controller.redraw();
      await frames(6);
      expect(idleness.give(), 'what changes unseen waits until it is seen').to.equal(false);
      element.style.width = '150px';
      await until(() => idleness.give());
      expect(element.last.size.width).to.equal(150);
      page.style.color = '#eee';
      await until(() => idleness.give());
      expect(element.last.theme.dark).to.equal(true);
    });

    it('is not asked for by a picture that was seen first, or that has gone', async () => {
      const { element, page, idleness } = test;
      await element.showIn(page);
      const { length } = element.paintings;
      idleness.give();
      expect(element.paintings).to.have.length(length);
      element.remove();
      page.style.cssText = 'position: absolute; top: 6000px';
      const other = new TestCanvas();
      put(other);
      await until(() => idleness.asked > 1);
      other.remove();
      idleness.give();
      expect(other.paintings).to.have.length(0);
    });
  });

  describe('a picture that a page fades away', () => {
    it('is not seen, and is again when it is back, whatever brings it', async () => {
      const { element, page } = test;
      const sheet = document.createElement('style');
      sheet.textContent = '.faded { opacity: 0 } input:checked + .faded { opacity: 1 }';
      document.head.append(sheet);
      test.atEnd(() => sheet.remove());
      const [input, faded] = [document.createElement('input'), document.createElement('div')];
      input.type = 'checkbox';
      faded.className = 'faded';
      faded.append(element);
      page.append(input, faded);
      await element.updateComplete;
      await seen(element.canvas);
      await frames(6);
      expect([element.controller.visible, element.paintings.length]).to.deep.equal([false, 0]);
      input.checked = true;
      await until(() => element.controller.visible && element.paintings.length > 0);
      input.checked = false; // which fires no event, while it changes
      await until(() => {
        element.controller.redraw();
        return !element.controller.visible;
      }, 'it was never seen to have gone');
      input.checked = true;
      await until(() => element.controller.visible);
      element.style.opacity = '0';
      await until(() => !element.controller.visible);
    });
  });

  describe('a picture that comes into view with the page', () => {
    it('is painted between layout and paint of the frame that shows it, and once', async () => {
      const { element } = test;
      const order: string[] = [];
      element.onPaint = () => order.push('painted');
      test.replace(clockOf(window), 'drawEarly', function (this: Clock, ...given) {
        const drawn = Clock.prototype.drawEarly.apply(this, given);
        order.push(`early: ${drawn}`);
        return drawn;
      });
      await element.showIn(test.page);
      expect(order).to.deep.equal(['painted', 'early: true']);
    });
  });

  describe('a picture of a unit', () => {
    it('is painted in one frame with the others', async () => {
      const { element } = test;
      const [unit, other] = [new Unit(), new TestCanvas()];
      element.controller.unit = other.controller.unit = unit;
      put(element, other);
      await until(() => element.paintings.length > 0 && other.paintings.length > 0);
      await element.settled();
      await until(() => !other.controller.stale);
      for (const each of [element, other]) each.controller.redraw();
      const before = element.paintings.length;
      await until(() => element.paintings.length > before);
      expect(other.last.frame).to.equal(element.last.frame);
    });

    it('leaves one unit for another while it is on the page, and its unit with the page', async () => {
      const { element, page } = test;
      await element.showIn(page);
      const [old, unit] = [element.controller.unit, new Unit()];
      element.controller.unit = unit;
      expect([old.pictures.size, unit.pictures.size]).to.deep.equal([0, 1]);
      await element.repaintedBy(() => element.controller.redraw());
      element.remove();
      expect(unit.pictures.size).to.equal(0);
      put(element);
      expect(unit.pictures.size).to.equal(1);
    });
  });

  describe('removal', () => {
    it('frees the canvas a frame later, and it is painted again when it is back', async () => {
      const { element, page } = test;
      await element.showIn(page);
      element.remove();
      expect(element.canvas.width).to.be.above(0);
      await until(() => element.canvas.width === 0);
      expect(element.canvas.height).to.equal(0);
      await element.repaintedBy(() => put(element));
      expect(element.canvas.width).to.equal(Math.round(200 * devicePixelRatio));
    });

    it('keeps the picture of an element that is only moved', async () => {
      const { element, page } = test;
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
      const { element, page } = test;
      await element.showIn(page);
      element.remove();
      await until(() => element.canvas.width === 0);
      const probe = element.renderRoot.querySelector('.probe')!;
      const leaks = watchLeaks([window, document.fonts, element.canvas, probe]);
      test.atEnd(leaks.restore);
      put(element);
      const { observers, listeners } = leaks;
      expect(observers).to.be.at.least(2);
      expect(listeners).to.be.at.least(6);
      for (let k = 0; k < 5; k++) page.prepend(element);
      expect([leaks.observers, leaks.listeners]).to.deep.equal([observers, listeners]);
      element.requestUpdate();
      element.remove();
      await element.updateComplete;
      expect([leaks.observers, leaks.listeners]).to.deep.equal([0, 0]);
    });

    it('leaves nothing behind in the clock', async () => {
      const { element, page } = test;
      await element.showIn(page);
      const clock = clockOf(window);
      const woken: Unit[] = [];
      test.replace(clock, 'wake', (unit) => void woken.push(unit));
      element.remove();
      element.controller.redraw();
      window.dispatchEvent(new Event('beforeprint'));
      expect(woken).to.deep.equal([]);
    });
  });
});
