/**
 * Pictures that are to look as they did: a grid of mean colours of each, the same for all engines to
 * within what they differ in the edges of lines and in fonts. After a change that was looked at:
 *
 *   LOOKS=write node scripts/test-pages.mjs looks
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { available, launch, serve } from './drive.mjs';

const FILE = 'scripts/pages/looks.json';
const CELLS = 16;
/** Of 255: a cell may differ by this much, where a letter or a line lies on its edge. */
const CELL = 20;
/** And all of them together by this much, in the mean. */
const ALL = 1.2;

const scenes = {
  neuron: '<nn-neuron w="1.2 -0.5; -0.8 1" b="-0.2; 0.1" probe="0.8 0.1"></nn-neuron>',
  activation: '<nn-activation fn="sigmoid" derivative probe="1.5"></nn-activation>',
  lens: '<nn-activation fn="relu leaky-relu"></nn-activation>',
  trainer: '<nn-circle-trainer seed="109" paused data-steps="2000"></nn-circle-trainer>',
  flow: '<nn-param-view x="0.2" y="-0.4"></nn-param-view>',
  structure: '<nn-param-view show="structure"></nn-param-view>',
  deform: '<nn-deform target="xor" layer="1.5"></nn-deform>',
};
const schemes = { light: ['#1b1d22', '#ffffff'], dark: ['#e9e7e2', '#14161a'] };
const pages = Object.fromEntries(Object.entries(schemes).map(([scheme, [ink, paper]]) => [`/${scheme}.html`,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looks</title><link rel="icon" href="data:,">
  <script type="module" src="/dist/nn-elements.min.js"></script>
  <style>body { color: ${ink}; background: ${paper}; font-size: 14px } body > * { inline-size: 320px }</style>${Object.values(scenes).join('')}`]));

/** Runs in the page: mean red, green and blue of each cell of each picture on the page's paper, row by row. */
async function look(cells) {
  await customElements.whenDefined('nn-deform');
  const means = [];
  for (const tag of document.body.children) {
    tag.scrollIntoView({ block: 'center' });
    await tag.updateComplete;
    if (tag.dataset.steps) tag.step(Number(tag.dataset.steps));
    const picture = tag.shadowRoot.querySelector('canvas');
    // What is drawn is drawn in a frame; once it has stayed the same for some of them it is all there.
    for (let same = 0, before; same < 10; same = picture.width > 0 && before === (before = picture.toDataURL()) ? same + 1 : 0) {
      await new Promise(requestAnimationFrame);
    }
    const { width, height } = picture;
    const copy = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
    copy.fillStyle = getComputedStyle(document.body).backgroundColor;
    copy.fillRect(0, 0, width, height);
    copy.drawImage(picture, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    const sums = new Float64Array(4 * cells * cells);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const cell = 4 * (Math.floor((y * cells) / height) * cells + Math.floor((x * cells) / width));
        for (let k = 0; k < 3; k++) sums[cell + k] += data[4 * (y * width + x) + k];
        sums[cell + 3]++;
      }
    }
    means.push([...sums.keys()].filter((k) => k % 4 < 3).map((k) => Math.round(sums[k] / sums[k - (k % 4) + 3])));
  }
  return means;
}

const encode = (bytes) => Buffer.from(bytes).toString('base64');

if (process.env.LOOKS === 'write') {
  if (available.includes('chromium')) it('are written anew', async () => {
    const server = await serve('.', { pages, testFonts: true });
    const browser = await launch('chromium', { width: 400, height: 700, density: 2 });
    const found = {};
    for (const scheme of Object.keys(schemes)) {
      await browser.open(`${server.url}/${scheme}.html`);
      const means = await browser.evaluate(look, CELLS);
      Object.keys(scenes).forEach((name, k) => (found[`${name}, ${scheme}`] = encode(means[k])));
    }
    writeFileSync(FILE, `${JSON.stringify(found, null, 1)}\n`);
    await browser.close();
    await server.close();
  });
} else {
  const known = JSON.parse(readFileSync(FILE, 'utf8'));
  for (const engine of available) {
    describe(`the looks in ${engine}`, () => {
      let server;
      let browser;

      before(async () => {
        server = await serve('.', { pages, testFonts: true });
        browser = await launch(engine, { width: 600, height: 700, density: 2 });
      });

      after(async () => {
        await browser?.close();
        await server?.close();
      });

      for (const scheme of Object.keys(schemes)) {
        it(`are as they were: ${scheme}`, async () => {
          await browser.open(`${server.url}/${scheme}.html`);
          const means = await browser.evaluate(look, CELLS);
          const wrong = [];
          Object.keys(scenes).forEach((name, k) => {
            const before = Buffer.from(known[`${name}, ${scheme}`], 'base64');
            const apart = means[k].map((value, i) => Math.abs(value - before[i]));
            const most = Math.max(...apart);
            const mean = apart.reduce((sum, value) => sum + value, 0) / apart.length;
            if (process.env.LOOKS === 'show') console.log(engine, scheme, name, most, mean.toFixed(2));
            if (most > CELL || mean > ALL) wrong.push(`${name}: a cell by ${most}, all by ${mean.toFixed(2)}`);
          });
          assert.deepEqual(wrong, []);
        });
      }
    });
  }
}
