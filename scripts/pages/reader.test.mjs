/** What a reader's system asks for, and what a slow line and a finger do: only Chromium can be told of these. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { available, launch, serve } from './drive.mjs';

const tags = ['nn-neuron', 'nn-activation', 'nn-circle-trainer', 'nn-param-view', 'nn-deform'];
const head = (rest) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A reader</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/dist/nn-elements.css"><style>body { margin: 0 }</style>${rest}`;
const script = '<script type="module" src="/dist/nn-elements.min.js"></script>';
const counting = `<script>
  counts = { asked: 0, draws: 0 };
  nativeFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => (counts.asked++, nativeFrame(callback));
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { counts.draws++; clearRect.apply(this, box); };
</script>`;
const shifting = `<script>
  shift = 0; moved = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) => { shift += value; for (const { node, previousRect: a, currentRect: b } of sources) moved.push([node?.nodeName, node?.parentNode?.host?.localName, node?.className, a.top, a.left, a.width, a.height, b.top, b.left, b.width, b.height].join(' ')); })).observe({ type: 'layout-shift', buffered: true });
</script>`;

const pages = {
  '/still.html': head(counting + script) + `${tags.map((tag) => `<${tag} controls></${tag}>`).join('')}<nn-deform autoplay></nn-deform>
    <nn-circle-trainer id="linked"></nn-circle-trainer><nn-param-view for="linked"></nn-param-view>`,
  '/slow.html': head(shifting + '<script type="module" src="/slow.js"></script>')
    + tags.map((tag) => `<p>Before.</p><${tag}></${tag}><p>Between.</p><${tag} controls></${tag}>`).join('') + '<p>After.</p>',
  '/slow.js': "await new Promise((done) => (window.arrive = done)); await import('/dist/nn-elements.min.js');",
  '/twenty.html': head(script) + Array.from({ length: 4 }, () => tags.map((tag) => `<${tag} style="inline-size: 300px"></${tag}>`).join('')).join(''),
};
const rest = (ms) => new Promise((done) => setTimeout(done, ms));

if (available.includes('chromium')) {
  describe('a reader in chromium', () => {
    let browser;
    let server;

    before(async () => {
      server = await serve('.', { pages, testFonts: true });
      browser = await launch('chromium', { width: 400, height: 800 });
    });

    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Waits for frames that nobody counts. */
    const frames = (count) => browser.evaluate(async (most) => {
      for (let k = 0; k < most; k++) await new Promise((done) => window.nativeFrame(done));
    }, count);

    it('who asks for less motion gets no frame by itself, and what was asked for at once', async () => {
      await browser.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await browser.open(`${server.url}/still.html`);
      for (let y = 0; y < 6000; y += 300) {
        await browser.evaluate((top) => scrollTo(0, top), y);
        await frames(4);
      }
      await frames(30);
      await browser.evaluate('Object.assign(counts, { asked: 0, draws: 0 })');
      await frames(60);
      assert.deepEqual(await browser.evaluate('counts'), { asked: 0, draws: 0 });
      const { steps, layer } = await browser.evaluate(async () => {
        const trainer = document.querySelector('nn-circle-trainer');
        const deform = document.querySelector('nn-deform');
        trainer.scrollIntoView();
        for (let k = 0; k < 18; k++) await new Promise((done) => window.nativeFrame(done));
        window.counts.draws = 0;
        [...trainer.shadowRoot.querySelectorAll('button')].find((button) => button.textContent.trim() === 'one step').click();
        deform.shadowRoot.querySelector('.row input').focus();
        return { steps: trainer.trainer.steps, layer: deform.layer };
      });
      await browser.press('ArrowLeft');
      await frames(18);
      assert.equal(steps, 1);
      assert.equal(await browser.evaluate("document.querySelector('nn-deform').layer"), layer - 0.01);
      const { draws } = await browser.evaluate('counts');
      assert.ok(draws >= 1 && draws <= 6, `${draws} drawings`);
      await browser.page.emulateMediaFeatures([]);
    });

    it('on a slow line sees nothing jump when the script comes', async () => {
      for (const width of [400, 1200]) {
        await browser.setSize(width, 900);
        await browser.open(`${server.url}/slow.html`);
        await browser.evaluate(async () => {
          const frames = async (count) => {
            for (let k = 0; k < count; k++) await new Promise(requestAnimationFrame);
          };
          await frames(10); // what was reserved is laid out
          window.arrive();
          await customElements.whenDefined('nn-deform');
          for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
            scrollTo(0, y);
            await frames(4);
          }
        });
        assert.equal(await browser.evaluate('shift'), 0, `${width} px: ${await browser.evaluate("moved.join('; ')")}`);
      }
    });

    it('scrolls with a finger over twenty tags, which let every gesture go, and drags across them', async () => {
      await browser.setSize(400, 800);
      await browser.open(`${server.url}/twenty.html`);
      await browser.evaluate(async () => {
        window.told = [];
        for (const type of ['nn-input', 'nn-change', 'nn-reset']) document.addEventListener(type, ({ target }) => window.told.push(`${type} ${target.localName}`));
        await customElements.whenDefined('nn-deform');
        await new Promise((done) => setTimeout(done, 1500));
        window.told.length = 0;
      });
      const client = await browser.page.createCDPSession();
      await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      const end = await browser.evaluate('document.documentElement.scrollHeight - innerHeight');
      let at = 0;
      for (let swipes = 0; at < end - 1 && swipes < 60; swipes++) {
        for (let k = 0; k <= 10; k++) {
          await client.send('Input.dispatchTouchEvent', { type: k === 0 ? 'touchStart' : 'touchMove', touchPoints: [{ x: 150, y: 600 - 40 * k }] });
          await rest(10);
        }
        await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
        await rest(50);
        const now = await browser.evaluate('scrollY');
        assert.ok(now > at, `a gesture from ${at} was taken`);
        at = now;
      }
      assert.deepEqual(await browser.evaluate('told'), []);

      const drag = async (tag) => {
        const [x, y, width] = await browser.evaluate((name) => {
          const found = document.querySelector(name);
          found.scrollIntoView({ block: 'center' });
          const rect = found.shadowRoot.querySelector('canvas').getBoundingClientRect();
          return [rect.left, rect.top + rect.height / 3, rect.width];
        }, tag);
        const send = (type, share) => client.send('Input.dispatchTouchEvent', { type, touchPoints: share === undefined ? [] : [{ x: x + share * width, y }] });
        await send('touchStart', 0.3);
        for (let k = 1; k <= 8; k++) await send('touchMove', 0.3 + k * 0.05);
        await send('touchEnd');
      };
      await drag('nn-activation');
      assert.ok((await browser.evaluate("document.querySelector('nn-activation').probe")) > 1);
      await drag('nn-neuron');
      assert.ok((await browser.evaluate('told')).includes('nn-change nn-neuron'));
      assert.ok((await browser.evaluate('told')).includes('nn-input nn-activation'));
    });
  });
}
