import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { available, launch, serve } from './drive.mjs';

const page = `<!doctype html><html lang="en"><title>A page</title>
<body style="margin: 0; background: rgb(255, 128, 0)">
<button style="position: absolute; left: 0; top: 0; width: 100px; height: 50px">0</button>
<script>
  const button = document.querySelector('button');
  button.onclick = () => button.textContent++;
  console.warn('a', 'warning');
  setTimeout(() => { throw new Error('uncaught'); });
</script>
<img src="/absent.png" alt="">`;

for (const engine of available) {
  describe(`the page driver in ${engine}`, () => {
    let server, browser, folder;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pages-'));
      server = await serve('dist', { pages: { '/page.html': page } });
      browser = await launch(engine, { width: 480, height: 500, density: 2 });
      await browser.open(`${server.url}/page.html`);
    });

    after(async () => {
      await browser?.close();
      await server?.close();
      await rm(folder, { recursive: true });
    });

    it('has the size and density asked for', async () => {
      assert.deepEqual(await browser.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]), [480, 500, 2]);
      await browser.setSize(1280, 700);
      assert.deepEqual(await browser.evaluate('[innerWidth, innerHeight]'), [1280, 700]);
    });

    it('passes arguments, waits for promises and reports errors', async () => {
      assert.equal(await browser.evaluate(async (a, b) => a + b.c, 1, { c: 2 }), 3);
      await assert.rejects(browser.evaluate(() => Promise.reject(new Error('from the page'))), /from the page/);
    });

    it('draws frames of a page that is visible and has the focus', async () => {
      assert.equal(await browser.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))), 1);
      assert.deepEqual(await browser.evaluate(() => [document.visibilityState, document.hasFocus()]), ['visible', true]);
    });

    it('clicks and presses keys', async () => {
      await browser.click(50, 25);
      await browser.evaluate(() => document.querySelector('button').focus());
      await browser.press('Enter');
      assert.equal(await browser.evaluate(() => document.querySelector('button').textContent), '2');
    });

    it('hears the console and what nobody caught', async () => {
      const entries = await browser.console();
      assert.ok(entries.some(({ type, text }) => type === 'warn' && text === 'a warning'), JSON.stringify(entries));
      assert.ok(entries.some(({ type, text }) => type === 'exception' && text.includes('uncaught')), JSON.stringify(entries));
    });

    it('lists requests', async () => {
      assert.ok((await browser.requests()).includes(`${server.url}/absent.png`));
      assert.ok(server.requests.some(({ path }) => path === '/absent.png'));
    });

    it('takes a screenshot', async () => {
      const path = join(folder, 'page.png');
      await browser.screenshot(path);
      assert.equal((await readFile(path)).toString('latin1', 1, 4), 'PNG');
    });
  });
}
