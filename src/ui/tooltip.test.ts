import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { Tooltip, tooltipStyles } from './tooltip.js';

async function put() {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const root = holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tooltipStyles.styleSheet!];
  const tooltip = new Tooltip({ renderRoot: root });
  const size = 'position: relative; inline-size: 200px; block-size: 100px';
  render(html`<div class="picture" style=${size}>${tooltip.render()}</div>`, root);
  const place = root.querySelector<HTMLElement>('.tooltip')!;
  const picture = root.querySelector('.picture')!;
  const box = (): DOMRect => {
    const [inner, outer] = [place.getBoundingClientRect(), picture.getBoundingClientRect()];
    return new DOMRect(inner.left - outer.left, inner.top - outer.top, inner.width, inner.height);
  };
  return { tooltip, place, box };
}

describe('Tooltip', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`stands above and to the right of the point, where there is room, on a page of ${dir}`, async () => {
      const { tooltip, place, box } = await put();
      place.parentElement!.dir = dir;
      expect(place.hidden).to.equal(true);
      tooltip.show({ x: 20, y: 60 }, '1 → 2');
      expect([place.hidden, place.textContent, place.ariaHidden]).to.deep.equal([false, '1 → 2', 'true']);
      expect(box().left).to.equal(34);
      expect(box().bottom).to.be.closeTo(46, 1);
    });
  }

  it('never leaves the picture', async () => {
    const { tooltip, box } = await put();
    for (const x of [0, 100, 199]) {
      for (const y of [0, 10, 99]) {
        tooltip.show({ x, y }, '(0.00, 0.00) → 0.00');
        const { left, top, right, bottom } = box();
        expect(left >= 0 && top >= 0 && right <= 200 && bottom <= 100, `${x} ${y}`).to.equal(true);
      }
    }
  });

  it('changes its text in the same place, and hides', async () => {
    const { tooltip, place, box } = await put();
    tooltip.show({ x: 20, y: 60 }, '1 → 2');
    const { left, top } = box();
    tooltip.rewrite('1 → 3');
    expect([place.textContent, box().left, box().top]).to.deep.equal(['1 → 3', left, top]);
    tooltip.hide();
    expect(place.hidden).to.equal(true);
  });

  it('does nothing before there is a picture', () => {
    const tooltip = new Tooltip({});
    tooltip.show({ x: 1, y: 1 }, '');
    tooltip.rewrite('');
    tooltip.hide();
  });
});
