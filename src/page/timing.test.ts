import { expect, fixture, html } from '@open-wc/testing';
import { ease } from './timing.js';

describe('ease', () => {
  it('is the curve that browsers call cubic-bezier(0.2, 0, 0, 1)', async () => {
    const box = await fixture(html`<div></div>`);
    const options = { duration: 1000, easing: 'cubic-bezier(0.2, 0, 0, 1)', fill: 'both' } as const;
    const animation = box.animate([{ opacity: 0 }, { opacity: 1 }], options);
    animation.pause();
    for (const t of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      animation.currentTime = 1000 * t;
      expect(ease(t), String(t)).to.be.closeTo(Number(getComputedStyle(box).opacity), 2e-3);
    }
  });
});
