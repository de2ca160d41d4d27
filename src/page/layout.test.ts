import { expect } from '@open-wc/testing';
import { isInView, composedAncestors } from './layout.js';

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
    expect(isInView(box('position: fixed; inset: -39px auto auto 0'))).to.equal(true);
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

  it('is not seen where there is no window', () => {
    const parsed = new DOMParser().parseFromString('<p></p>', 'text/html');
    expect(isInView(parsed.querySelector('p')!)).to.equal(false);
  });
});
