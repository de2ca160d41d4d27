import { expect } from '@open-wc/testing';
import { boxOfShape, composedAncestors, isClippedAway, isInView } from './layout.js';

describe('what is around an element', () => {
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
    scrollTo(0, 0);
  });

  afterEach(() => page.remove());

  /** A box of 40 × 40 px in `style`, within `holder`. */
  function box(style = '', holder: ParentNode = page): HTMLElement {
    const element = document.createElement('div');
    element.style.cssText = `inline-size: 40px; block-size: 40px; ${style}`;
    holder.append(element);
    return element;
  }

  it('is what the page shows around it, through slots and shadow roots', () => {
    const card = box();
    const root = card.attachShadow({ mode: 'open' });
    const frame = box('', root);
    const slot = document.createElement('slot');
    frame.append(slot);
    const light = box('', card);
    const inner = box('', light.attachShadow({ mode: 'open' }));
    expect(composedAncestors(inner)).to.deep.equal([
      inner, inner.getRootNode(), light, slot, frame, root, card,
      page, document.body, document.documentElement, document,
    ]);
  });

  it('is seen within the window, and not beyond any of its edges', () => {
    expect(isInView(box('position: fixed; inset: 0 auto auto 0'))).to.equal(true);
    expect(isInView(box('position: fixed; inset: -38px auto auto 0'))).to.equal(true);
    for (const inset of ['-40px auto auto 0', '100% auto auto 0', '0 auto auto 100%', '0 auto auto -40px']) {
      expect(isInView(box(`position: fixed; inset: ${inset}`)), inset).to.equal(false);
    }
  });

  it('is not seen where an ancestor clips it, as it does until it is scrolled there', () => {
    const scroller = box('overflow: auto; position: relative');
    const far = box('position: absolute; inset-block-start: 60px', scroller);
    expect(isInView(far)).to.equal(false);
    scroller.scrollTop = 60;
    expect(isInView(far)).to.equal(true);
    scroller.scrollTop = 0;
    scroller.style.overflow = 'visible';
    expect(isInView(far)).to.equal(true);
  });

  it('is not seen where less than two pixels of it can be', () => {
    const inner = box('margin-inline-start: 38.6px', box('overflow: hidden'));
    expect(isInView(inner)).to.equal(false);
    inner.style.marginInlineStart = '37px';
    expect(isInView(inner)).to.equal(true);
  });

  it('is not seen where shapes leave nothing of it, together too', () => {
    const outer = box('inline-size: 100px; clip-path: inset(0 50% 0 0)');
    const inner = box('inline-size: 100px; clip-path: inset(0 0 0 50px)', outer);
    expect([isClippedAway(outer), isClippedAway(inner), isInView(inner)]).to.deep.equal([false, true, false]);
    inner.style.clipPath = 'inset(0 0 0 40%)';
    expect([isClippedAway(inner), isInView(inner)]).to.deep.equal([false, true]);
    outer.style.cssText = 'inline-size: 100px; position: absolute; clip: rect(0, 30px, 40px, 0)';
    expect(isClippedAway(inner)).to.equal(true);
    outer.style.position = 'static'; // where `clip` is nothing
    expect(isClippedAway(inner)).to.equal(false);
  });

  const whole = { left: 10, top: 20, right: 110, bottom: 220 };
  for (const [shape, expected] of [
    ['inset(50%)', [60, 120, 60, 120]], ['inset(1px 2px 3px 4px round 12px)', [14, 21, 108, 217]],
    ['inset(10px 25%)', [35, 30, 85, 210]], ['rect(0px, 30px, 40px, 0px)', [10, 20, 40, 60]],
    ['polygon(0px 0px, 50% 10px, 100% 100%)', [10, 20, 110, 220]], ['circle(0px at 50% 50%)', [10, 20, 10, 20]],
    ['polygon(evenodd, 0% 0%, 0% 100%, 0px 50%)', [10, 20, 10, 220]], ['ellipse(0% 50% at 0px 0px)', [10, 20, 10, 20]],
    ['circle(30px at 50% 50%)', undefined], ['circle(at 50% 50%)', undefined], ['url("#shape")', undefined],
    ['inset(calc(50% - 1px))', undefined], ['path("M 0 0")', undefined], ['border-box', undefined],
    ['ellipse(closest-side farthest-side)', undefined],
  ] as const) {
    it(`is ${expected ? `within ${expected.join(', ')}` : 'all there, as far as is known,'} under ${shape}`, () => {
      const found = boxOfShape(shape, whole);
      expect(found && [found.left, found.top, found.right, found.bottom]).to.deep.equal(expected);
    });
  }

  it('is not seen where there is no window', () => {
    const parsed = new DOMParser().parseFromString('<p></p>', 'text/html');
    expect(isInView(parsed.querySelector('p')!)).to.equal(false);
  });
});
