/** The page's own ground shows through every figure: no halo, casing, knob, curtain, slider or field paints it. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { before, it } from 'node:test';
import { describeInEach, html, moduleScript } from './suite.mjs';

const OUT = 'node_modules/.cache/nn-elements/grounds';

/** Body and box of each ground, and the paper that figures find there: white where they know none. */
const grounds = {
  white: ['color: #1b1d22; background: #fff', '', 255, 255, 255],
  cream: ['color: #3b3b32; background: #fdf6e3', '', 253, 246, 227],
  teal: ['color: #dfe7e6; background: #1b2a2f', '', 27, 42, 47],
  card: ['color: #200; background: #7a1f3d', 'background: rgb(255 255 255 / 60%)', 202, 165, 177],
  gradient: ['color: #1b1d22; background: #fff', 'background: linear-gradient(#ff9db4, #79bcf0)', 188, 173, 210],
  image: ['color: #1b1d22; background: url("/tiles.svg")', '', 255, 255, 255],
};
const tiles = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">
  <rect width="90" height="90" fill="#e8b25a"/><path d="M0 0h45v45H0zM45 45h45v45H45z" fill="#9fce6a"/></svg>`;

/** Pictures with halos, casings, knobs, curtains and hollow circles, and what stands around them. */
const figures = [
  '<nn-neuron w="1.2 -0.5; -1.2 0.5" b="-0.2" activation="leaky-relu" alpha="0.5" parts probe="0.8 0.1"></nn-neuron>',
  '<nn-activation fn="relu leaky-relu" probe="-3.2" controls></nn-activation>',
  '<nn-circle-trainer seed="7" paused at="2000" creases mistakes score></nn-circle-trainer>',
  '<nn-circle-trainer seed="7" paused at="500" controls></nn-circle-trainer>',
  '<nn-circle-trainer seed="7" paused><script type="application/json">{"data": [[0.5, 0.5, 1], [-0.5, 0.5, 0]]}'
    + '</script></nn-circle-trainer>',
  '<nn-param-view seed="109"></nn-param-view>',
  '<nn-param-view seed="7" show="step"></nn-param-view>',
  '<nn-deform target="xor" layer="1.5"></nn-deform>',
];
const styles = Object.entries(grounds)
  .map(([name, [body, box]]) => `.${name} { ${body} } .${name} > div { ${box} }`).join('\n');
const head = `<style>
  body { display: grid; grid-template-columns: repeat(4, 300px); gap: 8px; margin: 8px; overflow: hidden }
  body > div { box-sizing: border-box; block-size: 500px; padding: 10px; overflow: hidden }
  .empty > div > * { clip-path: inset(50%) }
  ${styles}
</style>`;
const body = figures.map((figure) => `<div>${figure}</div>`).join('');
const size = { width: 1232, height: 1024 };

/** Runs in the page: shows its figures on a ground until they are drawn on it, and returns what they take for it. */
async function show(name, paper) {
  await customElements.whenDefined('nn-deform');
  document.body.className = name;
  const roots = [...document.querySelectorAll('body > div > *')].map(({ shadowRoot }) => shadowRoot);
  const papers = () => roots.map((root) => root.querySelector('.all')?.style.getPropertyValue('--_paper'));
  const drawn = () => roots.map((root) => root.querySelector('canvas')?.toDataURL()).join();
  // What is drawn is drawn in a frame; once it has stayed the same for some of them it is all there.
  for (let same = 0, frames = 0, last = ''; same < 6 && frames < 300; same++, frames++) {
    await new Promise(requestAnimationFrame);
    const now = papers().every((each) => each === paper) ? drawn() : '';
    if (now === '' || now !== last) same = 0;
    last = now;
  }
  return papers();
}

/** Runs in the page: shows the ground alone. */
async function hide(name) {
  document.body.className = `${name} empty`;
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
}

/**
 * Runs in the page: compares screenshots with and without figures. Counts for each figure the pixels of its canvas
 * that are not what was drawn laid on the ground, and the empty ones; those that were drawn in the colour of paper;
 * and, beside the canvas, those of that colour on a ground of another one.
 */
async function compare(shown, alone, paper) {
  const pixelsOf = (picture) => {
    const ctx = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    ctx.drawImage(picture, 0, 0);
    return ctx.getImageData(0, 0, picture.width, picture.height);
  };
  const whole = ({ buffer }) => new Uint32Array(buffer);
  const load = async (url) => pixelsOf(await createImageBitmap(await (await fetch(url)).blob()));
  const [{ data: shot, width: stride }, { data: ground }] = [await load(shown), await load(alone)];
  const [shotWhole, groundWhole] = [whole(shot), whole(ground)];
  const distance = (data, at, colour) => {
    const apart = (k) => Math.abs(data[at + k] - colour[k]);
    return Math.max(apart(0), apart(1), apart(2));
  };
  const laid = [0, 0, 0];
  return [...document.querySelectorAll('body > div')].map((box) => {
    const root = box.firstElementChild.shadowRoot;
    const canvas = root.querySelector('canvas');
    const boxes = (selector) => [...root.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
    const isIn = (rects, x, y) =>
      rects.some(({ left, right, top, bottom }) => x >= left - 1 && x <= right && y >= top - 1 && y <= bottom);
    const covers = boxes('.figure button, .microscope, .axis');
    const plates = boxes('button, label:has(:checked), [type="checkbox"]');
    const { data, width, height } = pixelsOf(canvas);
    const picture = canvas.getBoundingClientRect();
    const { left, top, right, bottom } = box.getBoundingClientRect();
    const found = { wrong: 0, drawn: 0, beside: 0, empty: 0 };
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = 4 * (y * stride + x);
        const [column, row] = [x - Math.round(picture.left), y - Math.round(picture.top)];
        const isDrawn = column >= 0 && row >= 0 && column < width && row < height;
        const own = 4 * (row * width + column);
        if (shotWhole[at / 4] === groundWhole[at / 4] && !(isDrawn && data[own + 3] > 0)) {
          if (isDrawn) found.empty++;
          continue;
        }
        if (isDrawn && data[own + 3] >= 64 && distance(data, own, paper) <= 32) found.drawn++;
        if (isDrawn && !isIn(covers, x, y)) {
          const alpha = data[own + 3];
          for (let k = 0; k < 3; k++) laid[k] = (data[own + k] * alpha + ground[at + k] * (255 - alpha)) / 255;
          if (distance(shot, at, laid) > 8) found.wrong++;
        } else if (distance(shot, at, paper) <= 12 && distance(ground, at, paper) > 24 && !isIn(plates, x, y)) {
          found.beside++;
        }
      }
    }
    return found;
  });
}

const pages = { '/grounds.html': html(head + moduleScript, body), '/tiles.svg': tiles };

describeInEach('the ground of a page', { pages, testFonts: true, size }, (page) => {
  before(async () => {
    mkdirSync(OUT, { recursive: true });
    await page.browser.open(`${page.server.url}/grounds.html`);
  });

  // One after the other on one page, whose ground changes while figures are shown.
  for (const [name, [, , ...paper]] of Object.entries(grounds)) {
    it(`shows through every figure: ${name}`, async () => {
      const { browser, engine } = page;
      const wanted = `rgba(${paper.join(', ')}, 1)`;
      const papers = await browser.evaluate(show, name, wanted);
      assert.deepEqual(papers, papers.map(() => wanted));
      const [shown, alone] = [`${OUT}/${engine}-${name}.png`, `${OUT}/${engine}-${name}-alone.png`];
      await browser.screenshot(shown);
      await browser.evaluate(hide, name);
      await browser.screenshot(alone);
      const found = await browser.evaluate(compare, `/${shown}`, `/${alone}`, paper);
      const counts = found.map(({ wrong, drawn, beside, empty }) => [wrong, drawn, beside, empty > 0]);
      assert.deepEqual(counts, figures.map(() => [0, 0, 0, true]));
    });
  }
});
