import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeInEach, html, moduleScript } from './suite.mjs';

const row = `<div class="row">
<nn-circle-trainer paused seed="109" style="inline-size: 300px"></nn-circle-trainer>
<nn-activation style="inline-size: 300px"></nn-activation>
</div>`;

/** What a page may do to what lies in it. */
const cases = {
  plain: row,
  scaled: `<div style="transform: scale(.5); transform-origin: 0 0">${row}</div>`,
  zoomed: `<div style="zoom: 1.5">${row}</div>`,
  scrolled: `<div style="block-size: 500px; overflow: auto" class="scroller">
    <div style="block-size: 300px"></div>${row}</div><div style="block-size: 2000px"></div>`,
  'a scaled slide': `<div style="position: absolute; inset: 0; display: grid; place-items: center; overflow: hidden">
    <div style="transform: translate(40px, 10px) scale(.75)">${row}</div></div>`,
};
const style = '<style>body { margin: 0 } .row { display: flex; inline-size: 900px; block-size: 560px }</style>';
const pages = Object.fromEntries(Object.entries(cases).map(([name, body]) =>
  [`/${encodeURI(name)}`, html(style + moduleScript, body)]));

/** Runs in the page: returns where a place of a tag's picture, in shares of it, is on the screen. */
function placeOf(tag, u, v) {
  const rect = document.querySelector(tag).shadowRoot.querySelector('canvas').getBoundingClientRect();
  // WebKit gives boxes of zoomed elements in their own pixels.
  const { zoom } = getComputedStyle(document.querySelector('.row').parentElement);
  const scale = 'currentCSSZoom' in Element.prototype ? 1 : Number(zoom) || 1;
  return [Math.round(scale * (rect.left + u * rect.width)), Math.round(scale * (rect.top + v * rect.height))];
}

describeInEach('the pointer', { pages, size: { width: 1400, height: 900 } }, (page) => {
  const plain = new Map();

  for (const name of Object.keys(cases)) {
    it(`is where it is seen: ${name}`, async () => {
      await page.browser.open(`${page.server.url}/${encodeURI(name)}`);
      await page.browser.evaluate(async () => {
        await customElements.whenDefined('nn-activation');
        document.querySelector('.scroller')?.scrollTo(0, 260);
        scrollTo(0, 20);
        for (const tag of document.querySelectorAll('.row > *')) await tag.updateComplete;
        for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame);
      });
      for (const [u, v] of [[0.25, 0.25], [0.8, 0.6]]) {
        const move = async (tag) => page.browser.move(...(await page.browser.evaluate(placeOf, tag, u, v)));
        const near = (found, expected, what) =>
          assert.ok(Math.abs(found - expected) < 0.02, `${what}: ${found}, expected ${expected}`);

        await move('nn-circle-trainer');
        const text = await page.browser.evaluate(
          () => document.querySelector('nn-circle-trainer').shadowRoot.querySelector('.tooltip').textContent,
        );
        const [, x, y] = /^\((.+), (.+)\) →/.exec(text.replaceAll('−', '-'));
        near(Number(x), 2 * u - 1, 'x of the trainer');
        near(Number(y), 1 - 2 * v, 'y of the trainer');

        await move('nn-activation');
        const z = await page.browser.evaluate(() => document.querySelector('nn-activation').probe);
        // Where its axis lies within the picture is the plain page's to say.
        if (name === 'plain') plain.set(u, z);
        assert.ok(Math.abs(z - plain.get(u)) < 0.1, `z: ${z}, on a plain page ${plain.get(u)}`);
      }
    });
  }
});
