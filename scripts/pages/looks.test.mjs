/**
 * Compares pictures with what they looked like: a grid of mean colours of each, one for all engines, which differ
 * in the edges of lines and letters. After a change that you looked at:
 *
 *   LOOKS=write node scripts/test-pages.mjs looks
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'node:test';
import { available } from './drive.mjs';
import { describeInEach, html, moduleScript } from './suite.mjs';

const FILE = 'scripts/pages/looks.json';
const CELLS = 16;
/** The most that a cell may differ, of 255: a letter or a line may lie on its edge. */
const MAX_CELL = 20;
/** The most that all cells may differ in the mean. */
const MAX_MEAN = 1.2;

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
const style = ([ink, paper]) =>
  `<style>body { color: ${ink}; background: ${paper}; font-size: 14px } body > * { inline-size: 320px }</style>`;
const pages = Object.fromEntries(Object.entries(schemes).map(([scheme, colours]) =>
  [`/${scheme}.html`, html(style(colours) + moduleScript, Object.values(scenes).join(''))]));

/** Runs in the page: returns the mean red, green and blue of each cell of each picture on its paper, row by row. */
async function look(cells) {
  await customElements.whenDefined('nn-deform');
  const means = [];
  for (const tag of document.body.children) {
    tag.scrollIntoView({ block: 'center' });
    await tag.updateComplete;
    if (tag.dataset.steps) tag.step(Number(tag.dataset.steps));
    const picture = tag.shadowRoot.querySelector('canvas');
    // What is drawn is drawn in a frame; once it has stayed the same for some of them it is all there.
    for (let same = 0, last; same < 10; same++) {
      await new Promise(requestAnimationFrame);
      const drawn = picture.width > 0 && picture.toDataURL();
      if (!drawn || drawn !== last) same = -1;
      last = drawn;
    }
    const { width, height } = picture;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const copy = canvas.getContext('2d', { willReadFrequently: true });
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

const size = { width: 600, height: 700, density: 2 };
const isWriting = process.env.LOOKS === 'write';
const engines = isWriting ? ['chromium'].filter((engine) => available.includes(engine)) : available;
const known = JSON.parse(readFileSync(FILE, 'utf8'));

describeInEach('the looks', { engines, pages, testFonts: true, size }, (page) => {
  for (const scheme of Object.keys(schemes)) {
    it(`are as they were: ${scheme}`, async () => {
      await page.browser.open(`${page.server.url}/${scheme}.html`);
      const means = await page.browser.evaluate(look, CELLS);
      const wrong = [];
      Object.keys(scenes).forEach((name, k) => {
        const key = `${name}, ${scheme}`;
        if (isWriting) known[key] = Buffer.from(means[k]).toString('base64');
        const before = Buffer.from(known[key], 'base64');
        const apart = means[k].map((value, i) => Math.abs(value - before[i]));
        const most = Math.max(...apart);
        const mean = apart.reduce((sum, value) => sum + value, 0) / apart.length;
        if (process.env.LOOKS === 'show') console.log(page.engine, scheme, name, most, mean.toFixed(2));
        if (most > MAX_CELL || mean > MAX_MEAN) wrong.push(`${name}: a cell by ${most}, all by ${mean.toFixed(2)}`);
      });
      if (isWriting) writeFileSync(FILE, `${JSON.stringify(known, null, 1)}\n`);
      assert.deepEqual(wrong, []);
    });
  }
});
