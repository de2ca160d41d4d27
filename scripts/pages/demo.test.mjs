import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { available, launch, serve } from './drive.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = readdirSync('demo').filter((name) => name.endsWith('.html'));

/** Runs in the page. */
async function violations() {
  const { violations: found } = await window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Runs in the page: scrolls through it once it is alive, so that everything on it has been seen. */
async function wander() {
  const tags = [...document.querySelectorAll('.live > *')];
  await Promise.all(tags.map(({ localName }) => customElements.whenDefined(localName)));
  await Promise.all(tags.map((tag) => tag.updateComplete));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo(0, y);
    // Some frames, however slow they are: what comes into view is told in one and drawn in the next.
    for (let frames = 0; frames < 3; frames++) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => setTimeout(done, 60));
  }
}

describe('the demo', () => {
  let server;

  before(async () => {
    await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { outDir: '../node_modules/.cache/demo', minify: false } });
    server = await serve('node_modules/.cache/demo');
  });

  after(() => server?.close());

  for (const engine of available) {
    for (const name of pages) {
      describe(`${name} in ${engine}`, () => {
        let browser;
        before(async () => {
          browser = await launch(engine, { width: 1200, height: 900 });
          await browser.open(`${server.url}/${name}`);
          await browser.evaluate(wander);
        });
        after(() => browser?.close());

        it('is alive: once it was seen every trainer has learned, and every other tag has drawn', async () => {
          const unborn = await browser.evaluate(() => [...document.querySelectorAll('.live > *')].filter((tag) => {
            if (tag.localName === 'nn-circle-trainer') return !(tag.trainer?.steps > 0 || tag.trainer?.diverged);
            const canvas = tag.shadowRoot?.querySelector('canvas');
            if (!canvas?.width) return true;
            return !canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
          }).map((tag) => tag.outerHTML));
          assert.deepEqual(unborn, []);
        });

        it('shows all five tags', async () => {
          const tags = await browser.evaluate(() => [...new Set([...document.querySelectorAll('.live > *')].map((tag) => tag.localName))].sort());
          assert.deepEqual(tags, ['nn-activation', 'nn-circle-trainer', 'nn-deform', 'nn-neuron', 'nn-param-view']);
        });

        it('runs without a word on the console', async () => {
          assert.deepEqual(await browser.console(), []);
        });

        it('shows under each picture the very HTML that made it', async () => {
          const pairs = await browser.evaluate(() => [...document.querySelectorAll('section')].map((section) => [
            [...section.querySelector('.live').children].map((tag) => {
              const names = tag.getAttributeNames();
              const attributes = names.map((attribute) => ` ${attribute}${tag.getAttribute(attribute) && `="${tag.getAttribute(attribute)}"`}`).join('');
              return `<${tag.localName}${attributes}></${tag.localName}>`;
            }).join('\n'),
            section.querySelector('pre code').textContent,
          ]));
          assert.ok(pairs.length >= 5);
          for (const [live, shown] of pairs) assert.equal(shown, live);
        });

        it('shows the very CSS of its colours', async () => {
          const shown = await browser.evaluate(() => document.querySelector('#themes ~ pre + pre').textContent);
          const whole = await readFile('demo/demo.css', 'utf8');
          assert.ok(shown.length > 200 && whole.includes(shown));
        });

        it('has no accessibility violation, wide or narrow, light or dark', async () => {
          await browser.evaluate(`void (0, eval)(${JSON.stringify(axe)})`);
          const looks = engine === 'chromium' ? ['light', 'dark'] : ['light'];
          for (const scheme of looks) {
            if (engine === 'chromium') await browser.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
            for (const width of engine === 'webkit' ? [1200] : [1200, 320]) {
              await browser.setSize(width, 900);
              await browser.evaluate(wander);
              // Training and diverged trainers are among them, tags with a toolbar and without; here with all numbers too.
              await browser.evaluate(async () => {
                for (const tag of document.querySelectorAll('.live > [controls]')) tag.shadowRoot.querySelector('details').open = true;
                await new Promise((done) => setTimeout(done, 100));
              });
              assert.deepEqual(await browser.evaluate(violations), [], `${scheme}, ${width} px`);
              const overflow = await browser.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
            }
          }
        });
      });
    }
  }
});
