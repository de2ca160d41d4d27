import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { Readout, readoutStyles } from './tooltip.js';

async function put() {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [readoutStyles.styleSheet!];
  const readout = new Readout(() => root);
  render(html`<div class="picture" style="position: relative; inline-size: 200px; block-size: 100px">${readout.render()}</div>`, root);
  const place = root.querySelector<HTMLElement>('.readout')!;
  const picture = root.querySelector('.picture')!;
  const box = (): { left: number; top: number; right: number; bottom: number } => {
    const [inner, outer] = [place.getBoundingClientRect(), picture.getBoundingClientRect()];
    return { left: inner.left - outer.left, top: inner.top - outer.top, right: inner.right - outer.left, bottom: inner.bottom - outer.top };
  };
  return { readout, place, box };
}

describe('Readout', () => {
  it('stands above and to the right of the point, where there is room', async () => {
    const { readout, place, box } = await put();
    expect(place.hidden).to.equal(true);
    readout.show({ x: 20, y: 60 }, '1 → 2');
    expect([place.hidden, place.textContent, place.ariaHidden]).to.deep.equal([false, '1 → 2', 'true']);
    expect(box().left).to.equal(34);
    expect(box().bottom).to.be.closeTo(46, 1);
  });

  it('never leaves the picture', async () => {
    const { readout, box } = await put();
    for (const x of [0, 100, 199]) {
      for (const y of [0, 10, 99]) {
        readout.show({ x, y }, '(0.00, 0.00) → 0.00');
        const { left, top, right, bottom } = box();
        expect(left >= 0 && top >= 0 && right <= 200 && bottom <= 100, `${x} ${y}`).to.equal(true);
      }
    }
  });

  it('is on the left of a point on a page that runs the other way as well', async () => {
    const { readout, place, box } = await put();
    place.parentElement!.dir = 'rtl';
    readout.show({ x: 20, y: 60 }, '1 → 2');
    expect(box().left).to.equal(34);
  });

  it('takes other numbers in its place, and goes', async () => {
    const { readout, place, box } = await put();
    readout.show({ x: 20, y: 60 }, '1 → 2');
    const { left, top } = box();
    readout.rewrite('1 → 3');
    expect([place.textContent, box().left, box().top]).to.deep.equal(['1 → 3', left, top]);
    readout.hide();
    expect(place.hidden).to.equal(true);
  });

  it('does nothing before there is a picture', () => {
    const readout = new Readout(() => undefined);
    readout.show({ x: 1, y: 1 }, '');
    readout.rewrite('');
    readout.hide();
  });
});
