import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeInEach, html, moduleScript, styleSheet, tags } from './suite.mjs';

/** A page that counts frames and drawings, whoever asks for them. */
const counting = (figures) => html(`${styleSheet}<script>
  counts = { asked: 0, frames: 0, draws: 0 };
  const { requestAnimationFrame: request } = window;
  window.requestAnimationFrame = (callback) => (counts.asked++, request.call(window, callback));
  (function frame() { counts.frames++; request.call(window, frame); })();
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { counts.draws++; clearRect.apply(this, box); };
</script>${moduleScript}`, figures);
const trainers = (count, width = 60) =>
  `<nn-circle-trainer max-steps="none" steps-per-frame="100" style="inline-size: ${width}px"></nn-circle-trainer>`
    .repeat(count);

const pages = {
  '/one.html': counting(trainers(1, 420)),
  '/twenty.html': counting(`<div style="display: flex; flex-wrap: wrap">${trainers(20)}</div>`),
  '/unseen.html': counting(`<div style="height: 9000px"></div>${trainers(20)}`),
  '/still.html': counting('<nn-neuron></nn-neuron><nn-activation></nn-activation><nn-deform></nn-deform>'),
};

const MAX_BYTES_PER_FRAME = 4000;

describeInEach('pages at work', { pages, testFonts: true, size: { width: 900, height: 700, density: 2 } }, (page) => {
  const wait = (frames) => page.browser.evaluate(async (count) => {
    for (const end = window.counts.frames + count; window.counts.frames < end;) {
      await new Promise((done) => setTimeout(done, 20));
    }
  }, frames);

  /** Returns what a page asked for in 30 frames, once it has come up, and the steps of its trainers. */
  async function countsOf(name) {
    await page.browser.open(`${page.server.url}/${name}.html`);
    await page.browser.evaluate("customElements.whenDefined('nn-circle-trainer').then(() => true)");
    // Each is drawn once when the page is idle, which a busy machine is late.
    await page.browser.evaluate(async (figures) => {
      while (window.counts.draws < document.querySelectorAll(figures).length) {
        await new Promise((done) => setTimeout(done, 20));
      }
    }, tags.join());
    await wait(30);
    await page.browser.evaluate('Object.assign(counts, { asked: 0, frames: 0, draws: 0 })');
    await wait(30);
    return page.browser.evaluate(
      "({ ...counts, steps: [...document.querySelectorAll('nn-circle-trainer')].map((each) => each.trainer.steps) })",
    );
  }

  it('ask for one frame at a time and draw once in it, for one trainer', async () => {
    const { asked, frames, draws } = await countsOf('one');
    assert.ok(asked > 0 && asked <= frames + 1, `${asked} asked for in ${frames}`);
    assert.ok(draws > 0 && draws <= frames + 1, `${draws} drawings in ${frames}`);
  });

  it('ask for one frame at a time for twenty, and draw each at most once in it', async () => {
    const { asked, frames, draws, steps } = await countsOf('twenty');
    assert.ok(asked > 0 && asked <= frames + 1, `${asked} asked for in ${frames}`);
    assert.ok(draws > 0 && draws <= 20 * (frames + 1), `${draws} drawings in ${frames}`);
    assert.ok(Math.min(...steps) > 0, `steps: ${steps}`);
  });

  it('ask for none, take no step and draw nothing where nobody can see it', async () => {
    const { asked, draws, steps } = await countsOf('unseen');
    assert.deepEqual([asked, draws, Math.max(...steps)], [0, 0, 0]);
  });

  it('ask for none where nothing moves', async () => {
    const { asked, draws } = await countsOf('still');
    assert.deepEqual([asked, draws], [0, 0]);
  });

  if (page.engine !== 'chromium') return;

  it('leave next to no garbage while one trains but the event that reports its steps', async () => {
    const { browser, server } = page;
    await browser.open(`${server.url}/one.html`);
    const steps = () => browser.evaluate("document.querySelector('nn-circle-trainer').trainer.steps");
    const client = await browser.page.createCDPSession();
    const bytesOf = ({ selfSize, children }) => children.reduce((sum, child) => sum + bytesOf(child), selfSize);
    // A busy machine compiles late, and until then every sum is an object: so it may take some tries.
    let bytesPerFrame = Infinity;
    for (let tries = 0; tries < 20 && bytesPerFrame >= MAX_BYTES_PER_FRAME; tries++) {
      await wait(60);
      const first = await steps();
      await client.send('HeapProfiler.startSampling', {
        samplingInterval: 128, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true,
      });
      await wait(120);
      const { profile } = await client.send('HeapProfiler.stopSampling');
      const frames = (await steps() - first) / 100;
      assert.ok(frames > 10, `${frames} frames`);
      bytesPerFrame = bytesOf(profile.head) / frames;
    }
    // 1,700 where this was written; an array or a function a circle would be tens of thousands.
    assert.ok(bytesPerFrame < MAX_BYTES_PER_FRAME, `${Math.round(bytesPerFrame)} bytes a frame`);
  });
});
