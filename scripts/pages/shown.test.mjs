/** Nothing blank, nothing soft, nothing over the text: how figures stand on pages that do things to them. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeInEach, html, moduleScript, styleSheet } from './suite.mjs';

const figures = [
  '<nn-neuron w="1.2 -0.5" b="-0.2"></nn-neuron>',
  '<nn-activation fn="relu leaky-relu" probe="1"></nn-activation>',
  '<nn-circle-trainer seed="109"></nn-circle-trainer>',
  '<nn-param-view></nn-param-view>',
  '<nn-param-view show="step"></nn-param-view>',
  '<nn-deform target="xor"></nn-deform>',
];
const head = styleSheet + moduleScript;
const textStyles = 'letter-spacing: 5px; text-transform: uppercase; white-space: pre; font-style: italic; '
  + 'word-spacing: 9px; text-indent: 40px';
const pages = {
  '/long.html': html(head, Array(3).fill(figures.join('\n<p>Text</p>')).join('')),
  '/slide.html': html(head,
    `<div style="transform: scale(2); transform-origin: 0 0; inline-size: 480px">${figures[1]}</div>`),
  '/large-font.html': html(`${head}<style>html { font-size: 24px }</style>`, figures.join('')),
  '/wide.html': html(`${head}<style>body > * { inline-size: 1080px !important }</style>`, figures.join('')),
  '/plain.html': html(head, figures.map((figure) => `<div>${figure}</div><p>Text</p>`).join('')),
  '/set.html': html(`${head}<style>body > div > * { inline-size: 300px; block-size: 60px; max-block-size: 70px }
    div { ${textStyles} }</style>`, figures.map((figure) => `<div>${figure}</div><p>Text</p>`).join('')),
  '/full.html': html(`${head}<style>body { color: #ddd; background: #123 }</style>`,
    '<button>full screen</button><nn-circle-trainer chart paused></nn-circle-trainer>'
    + '<script>document.querySelector("button").onclick = () => document.querySelector("nn-circle-trainer")'
    + '.requestFullscreen()</script>'),
};

/** Runs in the page: waits until `isReady()` holds, at most some seconds, and returns whether it does. */
const waitFor = `(async (isReady) => {
  for (let k = 0; k < 200 && !isReady(); k++) await new Promise((done) => setTimeout(done, 50));
  return isReady();
})`;

/** Runs in the page: the tags that have a picture by now, and the canvas of each. */
const tags = `[...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot?.querySelector('canvas'))
  .map((tag) => ({ tag, canvas: tag.shadowRoot.querySelector('canvas') }))`;

/** Runs in the page: whether all of its tags have a picture. The first updates of many tags are spread over tasks. */
const areThere = `(${tags}.length
  === [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('nn-')).length)`;

/** Runs in the page: whether anything is drawn on a canvas. */
const isDrawn = `(({ canvas }) => {
  const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
  const ctx = copy.getContext('2d', { willReadFrequently: true });
  ctx.drawImage(canvas, 0, 0);
  return ctx.getImageData(0, 0, copy.width, copy.height).data.some((byte) => byte > 0);
})`;

const wholeNumber = (value) => Math.round(value);

describeInEach('what is shown', { pages, size: { width: 1200, height: 700 } }, (page) => {
  const open = (name) => page.browser.open(`${page.server.url}/${name}.html`);
  const isSharp = (scale) => `${waitFor}(() => ${areThere} && ${tags}.every(({ canvas }) =>
    canvas.clientWidth > 0 && Math.abs(canvas.width - ${scale} * devicePixelRatio * canvas.clientWidth) <= 1))`;

  it('is all drawn soon after the page has loaded, and no trainer out of view trains', async () => {
    await open('long');
    const isAll = `${tags}.length === 18 && ${tags}.every(${isDrawn})`;
    assert.equal(await page.browser.evaluate(`${waitFor}(() => ${isAll})`), true);
    const isUnseen = '(({ tag }) => tag.getBoundingClientRect().top > innerHeight)';
    const trained = `${tags}.filter(${isUnseen}).filter(({ tag }) => tag.trainer?.steps > 0).length`;
    assert.equal(await page.browser.evaluate(trained), 0);
    assert.deepEqual(await page.browser.console(), []);
  });

  it('is as sharp as the text of a slide that is scaled, and of a page that is zoomed', async () => {
    await open('slide');
    assert.equal(await page.browser.evaluate(isSharp(2)), true);
    await page.browser.evaluate(() => (document.querySelector('div').style.transform = 'scale(3)'));
    assert.equal(await page.browser.evaluate(isSharp(3)), true);
    await page.browser.evaluate(() => (document.querySelector('div').style.cssText = 'zoom: 1.5'));
    assert.equal(await page.browser.evaluate(isSharp(1.5)), true);
  });

  it('has larger type in a wide figure, in the picture and in the words under it', async () => {
    await open('wide');
    const grown = `${tags}.map(({ tag }) => tag.shadowRoot.querySelector('.all').style.getPropertyValue('--_grow'))`;
    await page.browser.evaluate(`${waitFor}(() => ${grown}.length === 6 && ${tags}.every(${isDrawn}))`);
    const values = await page.browser.evaluate(grown);
    assert.deepEqual(values.map((value) => Number(value || 1).toFixed(3)), [
      '1.500', '1.500', '1.500', '1.225', '1.000', '1.225',
    ]);
    const zooms = await page.browser.evaluate(`${tags}.flatMap(({ tag }) =>
      [...tag.shadowRoot.querySelectorAll('.under')].map((words) => getComputedStyle(words).zoom))`);
    assert.deepEqual(zooms.map((zoom) => Number(zoom).toFixed(3)), ['1.500', '1.500', '1.225']);
    assert.deepEqual(await page.browser.console(), []); // a loop of resizes would be an error
  });

  it('is larger altogether for a reader with a larger font', async () => {
    await open('plain');
    // WebKit gives the boxes within a zoomed element in pixels of their own.
    const heights = `${tags}.map(({ tag: { shadowRoot } }) =>
      (shadowRoot.querySelector('button, .under, .microscope')?.getBoundingClientRect().height ?? 0)
      * ('currentCSSZoom' in Element.prototype ? 1 : getComputedStyle(shadowRoot.querySelector('.all')).zoom))`;
    await page.browser.evaluate(isSharp(1));
    const usual = await page.browser.evaluate(heights);
    await open('large-font');
    assert.equal(await page.browser.evaluate(isSharp(1.5)), true);
    const large = await page.browser.evaluate(heights);
    usual.forEach((height, k) => height && assert.ok(large[k] >= 1.45 * height, `${k}: ${height} to ${large[k]}`));
    assert.deepEqual(await page.browser.console(), []);
  });

  it('never lies over the text that follows, and keeps its own text styles, whatever the page sets', async () => {
    await open('set');
    await page.browser.evaluate(isSharp(1));
    const over = await page.browser.evaluate(`${tags}.map(({ tag }) => {
      const { bottom } = tag.shadowRoot.querySelector('.whole').getBoundingClientRect();
      return Math.ceil(bottom) <= Math.ceil(tag.parentElement.nextElementSibling.getBoundingClientRect().top);
    })`);
    assert.deepEqual(over, over.map(() => true));
    const widths = await page.browser.evaluate(`${tags}.map(({ tag }) => tag.getBoundingClientRect().width)`);
    assert.deepEqual(widths.map(wholeNumber), widths.map(() => 300));
    const styles = await page.browser.evaluate(`${tags}.map(({ tag }) => {
      const style = getComputedStyle(tag.shadowRoot.querySelector('.whole'));
      return [style.letterSpacing, style.textTransform, style.whiteSpace, style.fontStyle, style.wordSpacing,
        style.textIndent].join(' ');
    })`);
    assert.deepEqual(styles, styles.map(() => 'normal none normal normal 0px 0px'));
  });

  // WebDriver's WebKit has no full screen.
  if (page.engine !== 'webkit') {
    it('fits the screen as a whole in full screen, on the ground of the page, and is sharp there', async () => {
      await open('full');
      const { x, y } = await page.browser.evaluate(() => {
        const { x, y } = document.querySelector('button').getBoundingClientRect();
        return { x, y };
      });
      await page.browser.click(x + 5, y + 5);
      const state = `(() => {
        const tag = document.querySelector('nn-circle-trainer');
        const all = tag.shadowRoot.querySelector('.all');
        const box = tag.shadowRoot.querySelector('.whole').getBoundingClientRect();
        return {
          isFull: tag.matches(':fullscreen'), ground: getComputedStyle(all, '::before').backgroundColor,
          isWhole: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
          share: Math.max(box.width / innerWidth, box.height / innerHeight),
        };
      })()`;
      await page.browser.evaluate(`${waitFor}(() => ${state}.isFull && ${state}.share > 0.9)`);
      const { share, ...rest } = await page.browser.evaluate(state);
      assert.ok(Math.abs(share - 0.96) < 0.01, `${share} of the screen`);
      assert.deepEqual(rest, { isFull: true, ground: 'rgb(17, 34, 51)', isWhole: true });
      const scale = `document.querySelector('nn-circle-trainer').shadowRoot.querySelector('.whole')
        .getBoundingClientRect().width / 480`;
      assert.equal(await page.browser.evaluate(isSharp(`(${scale})`)), true);
    });
  }
});
