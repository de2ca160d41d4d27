import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { describeInEach } from './suite.mjs';

const text = `<!doctype html><html lang="en"><title>A page</title>
<body style="margin: 0; background: rgb(255, 128, 0)">
<button style="position: absolute; left: 0; top: 0; width: 100px; height: 50px">0</button>
<script>
  const button = document.querySelector('button');
  button.onclick = () => button.textContent++;
  console.warn('a', 'warning');
  setTimeout(() => { throw new Error('uncaught'); });
</script>
<img src="/absent.png" alt="">`;

const size = { width: 480, height: 500, density: 2 };

describeInEach('the page driver', { folder: 'dist', pages: { '/page.html': text }, size }, (page) => {
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pages-'));
    await page.browser.open(`${page.server.url}/page.html`);
  });

  after(() => rm(folder, { recursive: true }));

  it('has the size and density asked for', async () => {
    assert.deepEqual(await page.browser.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]), [480, 500, 2]);
    await page.browser.setSize(1280, 700);
    assert.deepEqual(await page.browser.evaluate('[innerWidth, innerHeight]'), [1280, 700]);
  });

  it('passes arguments, waits for promises and reports errors', async () => {
    assert.equal(await page.browser.evaluate(async (a, b) => a + b.c, 1, { c: 2 }), 3);
    await assert.rejects(page.browser.evaluate(() => Promise.reject(new Error('from the page'))), /from the page/);
  });

  it('draws frames of a page that is visible and has the focus', async () => {
    assert.deepEqual(await page.browser.evaluate(async () => {
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      return [document.visibilityState, document.hasFocus()];
    }), ['visible', true]);
  });

  it('clicks and presses keys', async () => {
    await page.browser.click(50, 25);
    await page.browser.evaluate(() => document.querySelector('button').focus());
    await page.browser.press('Enter');
    assert.equal(await page.browser.evaluate(() => document.querySelector('button').textContent), '2');
  });

  it('hears the console and what nobody caught', async () => {
    const entries = await page.browser.console();
    const has = (type, part) => entries.some((entry) => entry.type === type && entry.text.includes(part));
    assert.ok(has('warn', 'a warning') && has('exception', 'uncaught'), JSON.stringify(entries));
  });

  it('lists requests', async () => {
    assert.ok((await page.browser.requests()).includes(`${page.server.url}/absent.png`));
    assert.ok(page.server.requests.some(({ path }) => path === '/absent.png'));
  });

  it('takes a screenshot', async () => {
    const path = join(folder, 'page.png');
    await page.browser.screenshot(path);
    assert.equal((await readFile(path)).toString('latin1', 1, 4), 'PNG');
  });
});
