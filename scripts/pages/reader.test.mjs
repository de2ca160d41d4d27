/** What a reader's system asks for, and what a slow line and a finger do: only Chromium can be told of these. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { available } from './drive.mjs';
import { describeInEach, html, moduleScript, styleSheet, tags } from './suite.mjs';

const head = `<meta name="viewport" content="width=device-width">${styleSheet}<style>body { margin: 0 }</style>`;
const counting = `<script>
  counts = { asked: 0, draws: 0 };
  nativeFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => (counts.asked++, nativeFrame(callback));
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { counts.draws++; clearRect.apply(this, box); };
</script>`;
const shifting = `<script>
  shift = 0;
  moved = [];
  const nameOf = (node) => [node?.parentNode?.host?.localName, node?.nodeName, node?.className].join(' ');
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      shift += value;
      for (const { node, previousRect, currentRect } of sources) {
        moved.push(JSON.stringify([nameOf(node), previousRect, currentRect]));
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;
const all = (attributes) => tags.map((tag) => `<${tag} ${attributes}></${tag}>`).join('');

const pages = {
  '/still.html': html(head + counting + moduleScript, `${all('controls')}<nn-deform autoplay></nn-deform>
    <nn-circle-trainer id="linked"></nn-circle-trainer><nn-param-view for="linked"></nn-param-view>`),
  '/slow.html': html(`${head}${shifting}<script type="module" src="/slow.js"></script>`,
    `${tags.map((tag) => `<p>Text.</p><${tag}></${tag}><p>Text.</p><${tag} controls></${tag}>`).join('')}<p>Text.</p>`),
  '/slow.js': "await new Promise((done) => (window.arrive = done)); await import('/dist/nn-elements.min.js');",
  '/twenty.html': html(head + moduleScript, all('style="inline-size: 300px"').repeat(4)),
};
const rest = (ms) => new Promise((done) => setTimeout(done, ms));

const engines = available.filter((engine) => engine === 'chromium');

describeInEach('a reader', { engines, pages, testFonts: true, size: { width: 400, height: 800 } }, (page) => {
  /** Waits for frames that nobody counts. */
  const frames = (count) => page.browser.evaluate(async (most) => {
    for (let k = 0; k < most; k++) await new Promise((done) => window.nativeFrame(done));
  }, count);

  it('who asks for less motion gets no frame by itself, and what was asked for at once', async () => {
    await page.browser.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.browser.open(`${page.server.url}/still.html`);
    for (let y = 0; y < 6000; y += 300) {
      await page.browser.evaluate((top) => scrollTo(0, top), y);
      await frames(4);
    }
    await frames(30);
    await page.browser.evaluate('Object.assign(counts, { asked: 0, draws: 0 })');
    await frames(60);
    assert.deepEqual(await page.browser.evaluate('counts'), { asked: 0, draws: 0 });
    const { steps, layer } = await page.browser.evaluate(async () => {
      const trainer = document.querySelector('nn-circle-trainer');
      const deform = document.querySelector('nn-deform');
      trainer.scrollIntoView();
      for (let k = 0; k < 18; k++) await new Promise((done) => window.nativeFrame(done));
      window.counts.draws = 0;
      const buttons = [...trainer.shadowRoot.querySelectorAll('button')];
      buttons.find((button) => button.textContent.trim() === '1 step').click();
      deform.shadowRoot.querySelector('.row input').focus();
      return { steps: trainer.trainer.steps, layer: deform.position };
    });
    await page.browser.press('ArrowLeft');
    await frames(18);
    assert.equal(steps, 1);
    assert.equal(await page.browser.evaluate("document.querySelector('nn-deform').position"), layer - 0.01);
    const { draws } = await page.browser.evaluate('counts');
    assert.ok(draws >= 1 && draws <= 6, `${draws} drawings`);
    await page.browser.page.emulateMediaFeatures([]);
  });

  it('on a slow line sees nothing jump when the script comes', async () => {
    for (const width of [400, 1200]) {
      await page.browser.setSize(width, 900);
      await page.browser.open(`${page.server.url}/slow.html`);
      await page.browser.evaluate(async () => {
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
      const { shift, moved } = await page.browser.evaluate('({ shift, moved })');
      assert.equal(shift, 0, `${width} px: ${moved.join('; ')}`);
    }
  });

  it('scrolls with a finger over twenty tags, which let every gesture go, and drags across them', async () => {
    await page.browser.setSize(400, 800);
    await page.browser.open(`${page.server.url}/twenty.html`);
    await page.browser.evaluate(async () => {
      window.fired = [];
      for (const type of ['nn-input', 'nn-change', 'nn-reset']) {
        document.addEventListener(type, ({ target }) => window.fired.push(`${type} ${target.localName}`));
      }
      await customElements.whenDefined('nn-deform');
      await new Promise((done) => setTimeout(done, 1500));
      window.fired.length = 0;
    });
    const client = await page.browser.page.createCDPSession();
    const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const end = await page.browser.evaluate('document.documentElement.scrollHeight - innerHeight');
    let at = 0;
    for (let swipes = 0; at < end - 1 && swipes < 60; swipes++) {
      for (let k = 0; k <= 10; k++) {
        await touch(k === 0 ? 'touchStart' : 'touchMove', { x: 150, y: 600 - 40 * k });
        await rest(10);
      }
      await touch('touchEnd');
      await rest(50);
      const now = await page.browser.evaluate('scrollY');
      assert.ok(now > at, `a gesture from ${at} was taken`);
      at = now;
    }
    assert.deepEqual(await page.browser.evaluate('fired'), []);

    const drag = async (tag) => {
      const [x, y, width] = await page.browser.evaluate((name) => {
        const found = document.querySelector(name);
        found.scrollIntoView({ block: 'center' });
        const rect = found.shadowRoot.querySelector('canvas').getBoundingClientRect();
        return [rect.left, rect.top + rect.height / 3, rect.width];
      }, tag);
      for (let k = 0; k <= 8; k++) {
        await touch(k === 0 ? 'touchStart' : 'touchMove', { x: x + (0.3 + k * 0.05) * width, y });
      }
      await touch('touchEnd');
    };
    await drag('nn-activation');
    assert.ok((await page.browser.evaluate("document.querySelector('nn-activation').probe")) > 1);
    await drag('nn-neuron');
    assert.ok((await page.browser.evaluate('fired')).includes('nn-change nn-neuron'));
    assert.ok((await page.browser.evaluate('fired')).includes('nn-input nn-activation'));
  });
});
