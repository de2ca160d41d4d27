import { expect, fixture, html } from '@open-wc/testing';
import { groundOf, type Ground } from './ground.js';
import { probeStyles } from './theme.js';

const emptyImage = 'url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\' /%3E")';

/** The ground of a probe in the shadow root of a box in others with these styles, from the outermost one inwards. */
async function groundIn(...styles: readonly string[]): Promise<Ground> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  let inner = page;
  styles.forEach((style, k) => {
    const around = inner;
    inner = document.createElement('div');
    inner.style.cssText = style;
    // Every other box is in a shadow root of the one around it, as in a page made of components.
    (k % 2 === 1 ? around.attachShadow({ mode: 'open' }) : around).append(inner);
  });
  const host = document.createElement('div');
  inner.append(host);
  const style = document.createElement('style');
  style.textContent = probeStyles.cssText;
  const probe = document.createElement('span');
  probe.className = 'probe';
  host.attachShadow({ mode: 'open' }).append(style, probe);
  return groundOf(probe);
}

const bytes = ({ colour }: Ground): number[] => colour.slice(0, 3).map((part) => Math.round(255 * part));

describe('groundOf', () => {
  for (const [name, styles, wanted, isCertain] of [
    ['the nearest background', ['background: #1b2a2f', 'background: #fdf6e3', ''], [253, 246, 227], true],
    ['that of a box around shadow roots', ['background: #1b2a2f', '', '', ''], [27, 42, 47], true],
    ['half a card on the page under it',
      ['background: #000', 'background: rgb(255 255 255 / 20%)'], [51, 51, 51], true],
    ['several such on one another',
      ['background: #000', 'background: rgb(255 0 0 / 50%)', 'background: rgb(0 0 255 / 50%)'], [64, 0, 128], true],
    ['the mean of a gradient', ['background: linear-gradient(#000, #206080)'], [16, 48, 64], true],
    ['a gradient that thins out, on what is under it',
      ['background: #000', 'background: linear-gradient(#fff, transparent)'], [128, 128, 128], true],
    ['the colour under an image, which is a guess', [`background: #123456 ${emptyImage}`], [18, 52, 86], false],
    ['a background in another colour space', ['background: oklch(0.628 0.2577 29.23)'], [255, 0, 0], true],
    ['not what is clipped to text', ['background: #fdf6e3', 'background: red; background-clip: text'],
      [253, 246, 227], true],
    ['not that of a box that is none', ['background: #fdf6e3', 'background: red; display: contents'],
      [253, 246, 227], true],
    ['white where the page has none, which is a guess', [''], [255, 255, 255], false],
  ] as const) {
    it(`is ${name}`, async () => {
      const ground = await groundIn(...styles);
      bytes(ground).forEach((value, k) => expect(value, String(bytes(ground))).to.be.closeTo(wanted[k], 1));
      expect([ground.isCertain, ground.colour[3]]).to.deep.equal([isCertain, 1]);
    });
  }

  it('is dark where a page without a background has a dark color-scheme', async () => {
    const [red] = bytes(await groundIn('color-scheme: dark'));
    expect(red).to.be.below(64);
  });
});
