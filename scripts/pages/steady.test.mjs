import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { available, launch, serve } from './drive.mjs';

const page = (tags) => `<!doctype html><link rel="stylesheet" href="/dist/nn-elements.css"><script>
  // Counts frames and drawings, whoever asks for them.
  counts = { asked: 0, frames: 0, draws: 0 };
  const { requestAnimationFrame: request } = window;
  window.requestAnimationFrame = (callback) => (counts.asked++, request.call(window, callback));
  (function frame() { counts.frames++; request.call(window, frame); })();
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { counts.draws++; clearRect.apply(this, box); };
</script><script type="module" src="/dist/nn-elements.min.js"></script>${tags}`;
const trainers = (count, style = '') => `<nn-circle-trainer max-steps="none" style="inline-size: 60px; ${style}"></nn-circle-trainer>`.repeat(count);

const pages = {
  '/one.html': page(trainers(1, 'inline-size: 420px')),
  '/twenty.html': page(`<div style="display: flex; flex-wrap: wrap">${trainers(20)}</div>`),
  '/unseen.html': page(`<div style="height: 9000px"></div>${trainers(20)}`),
  '/still.html': page('<nn-neuron></nn-neuron><nn-activation></nn-activation><nn-deform></nn-deform>'),
};

for (const engine of available) {
  describe(`pages at work in ${engine}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serve('.', { pages, testFonts: true });
      browser = await launch(engine, { width: 900, height: 700, density: 2 });
    });

    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Waits for half a second of 60 Hz, however long that takes. */
    const someFrames = () => browser.evaluate(async () => {
      for (const end = window.counts.frames + 30; window.counts.frames < end;) await new Promise((done) => setTimeout(done, 20));
    });

    /** What the page asked for in that time, once it has come up, and the steps of its first trainer. */
    async function countsOf(name) {
      await browser.open(`${server.url}/${name}.html`);
      await browser.evaluate("customElements.whenDefined('nn-circle-trainer').then(() => true)");
      await someFrames();
      await browser.evaluate('Object.assign(counts, { asked: 0, frames: 0, draws: 0 })');
      await someFrames();
      return browser.evaluate(
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

    if (engine === 'chromium') {
      it('leave next to no garbage while one trains: the event that tells of it, and no more', async () => {
        await browser.open(`${server.url}/one.html`);
        const stepsNow = () => browser.evaluate("document.querySelector('nn-circle-trainer').trainer.steps");
        const client = await browser.page.createCDPSession();
        const bytes = ({ selfSize, children }) => children.reduce((sum, child) => sum + bytes(child), selfSize);
        // A busy machine compiles late, and until then every sum is an object: so it may take some tries.
        let bytesAFrame = Infinity;
        for (let tries = 0; tries < 20 && bytesAFrame >= 4000; tries++) {
          await someFrames();
          const first = await stepsNow();
          await client.send('HeapProfiler.startSampling', {
            samplingInterval: 128, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true,
          });
          for (let k = 0; k < 4; k++) await someFrames();
          const { profile } = await client.send('HeapProfiler.stopSampling');
          const frames = (await stepsNow() - first) / 100;
          assert.ok(frames > 10, `${frames} frames`);
          bytesAFrame = bytes(profile.head) / frames;
        }
        // 1,700 where this was written; an array or a function a circle would be tens of thousands.
        assert.ok(bytesAFrame < 4000, `${Math.round(bytesAFrame)} bytes a frame`);
      });
    }
  });
}
