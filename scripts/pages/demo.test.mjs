import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { available, launch, serve } from './drive.mjs';
import { tags } from './suite.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = readdirSync('demo').filter((name) => name.endsWith('.html'));

/** Runs in the page. */
async function violations() {
  // WebKit gives boxes within a zoomed element in pixels of their own: it seems to have buttons over one another.
  const hasZoomedBoxes = 'currentCSSZoom' in Element.prototype;
  const { violations: found } = await window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: hasZoomedBoxes } },
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

/** Runs in the page: waits at each trainer that is to learn until it has begun to. */
async function learn() {
  for (const trainer of document.querySelectorAll('nn-circle-trainer:not([paused])')) {
    trainer.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (let waits = 0; waits < 100 && trainer.trainer.steps === 0; waits++) {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** The gallery shows what made it. */
function testGallery(browser) {
  it('shows under each picture the very HTML that made it', async () => {
    const pairs = await browser().evaluate(() => [...document.querySelectorAll('section')].map((section) => [
      [...section.querySelector('.live').children].map((tag) => {
        const names = tag.getAttributeNames();
        const textOf = (attribute) => tag.getAttribute(attribute) && `="${tag.getAttribute(attribute)}"`;
        const attributes = names.map((attribute) => ` ${attribute}${textOf(attribute)}`).join('');
        return `<${tag.localName}${attributes}></${tag.localName}>`;
      }).join('\n'),
      section.querySelector('pre code').textContent,
    ]));
    assert.ok(pairs.length >= 5);
    for (const [live, shown] of pairs) assert.equal(shown, live);
  });

  it('shows the very CSS of its colours', async () => {
    const shown = await browser().evaluate(() => document.querySelector('#themes ~ pre + pre').textContent);
    const whole = await readFile('demo/demo.css', 'utf8');
    assert.ok(shown.length > 200 && whole.includes(shown));
  });
}

/** The lesson is driven by keys alone. */
function testLesson(browser, engine) {
  /** Runs in the page: what has the focus, through shadow roots. */
  const focused = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const host = at?.getRootNode().host;
    const text = at?.ariaLabel ?? at?.textContent?.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${host ? `${host.localName}${host.id && `#${host.id}`} ` : ''}${text}`;
  };

  /** Presses Tab until a thing has the focus that is so named. */
  async function tabTo(pattern) {
    const seen = [];
    for (let k = 0; k < 200; k++) {
      await browser().press('Tab');
      const name = await browser().evaluate(focused);
      if (pattern.test(name)) return;
      seen.push(name);
    }
    assert.fail(`${pattern} is none of ${seen.join(' | ')}`);
  }

  it('has no script of its own, and says so', async () => {
    const inline = 'script:not([type="application/json"], [src])';
    assert.equal(await browser().evaluate((selector) => document.querySelectorAll(selector).length, inline), 0);
  });

  // WebKit reaches buttons by Tab only where the reader's system says so.
  if (engine === 'webkit') return;

  const pause = () => browser().evaluate(async () => {
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame);
  });

  it('goes by keyboard alone through questions, steps back in time, and a step taken apart and undone', async () => {
    await browser().evaluate(() => {
      scrollTo(0, 0);
      document.activeElement?.blur();
    });
    const steps = () => browser().evaluate(() => document.querySelector('#class').trainer.steps);
    const parameters = () => browser().evaluate(
      () => [...document.querySelector('#class').trainer.network.parameters].join(),
    );
    await tabTo(/#class 1 step/);
    await browser().press('Enter');
    await browser().press('Enter');
    assert.equal(await steps(), 2);
    const two = await parameters();
    await browser().press('Enter');
    await tabTo(/#class history/);
    await browser().press('ArrowLeft');
    await pause();
    assert.equal(await steps(), 2);
    assert.equal(await parameters(), two);
    await tabTo(/^Four points in five/);
    await browser().press('Enter');
    assert.equal(await browser().evaluate(() => document.querySelector('details').open), true);
    await tabTo(/nn-param-view next/);
    for (let phase = 1; phase <= 8; phase++) await browser().press('Enter');
    await pause();
    assert.equal(await steps(), 3);
    assert.match(await browser().evaluate(focused), /next/);
    const { keyboard } = browser().page;
    await keyboard.down('Shift');
    await keyboard.press('Tab');
    await keyboard.up('Shift');
    assert.match(await browser().evaluate(focused), /back/);
    await browser().press('Enter');
    await pause();
    assert.equal(await steps(), 2);
    assert.equal(await parameters(), two);
  });
}

describe('the demo', () => {
  let server;

  before(async () => (server = await serve('node_modules/.cache/demo', { testFonts: true })));

  after(() => server?.close());

  for (const engine of available) {
    for (const name of pages) {
      describe(`${name} in ${engine}`, () => {
        let browser;
        before(async () => {
          browser = await launch(engine, { width: 1200, height: 900 });
          await browser.open(`${server.url}/${name}`);
          await browser.evaluate(wander);
          await browser.evaluate(learn);
        });
        after(() => browser?.close());

        it('is alive once it was seen: trainers that are not paused have learned, other tags have drawn', async () => {
          const unborn = await browser.evaluate(() => [...document.querySelectorAll('.live > *')].filter((tag) => {
            if (tag.localName === 'nn-circle-trainer' && !tag.hasAttribute('paused')) {
              return !(tag.trainer?.steps > 0 || tag.trainer?.diverged);
            }
            const canvas = tag.shadowRoot?.querySelector('canvas');
            if (!canvas?.width) return true;
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return !data.some((byte) => byte > 0);
          }).map((tag) => tag.outerHTML));
          assert.deepEqual(unborn, []);
        });

        it('shows all five tags', async () => {
          const shown = await browser.evaluate(
            () => [...document.querySelectorAll('.live > *')].map(({ localName }) => localName),
          );
          assert.deepEqual(new Set(shown), new Set(tags));
        });

        it('runs without a word on the console', async () => {
          assert.deepEqual(await browser.console(), []);
        });

        if (name === 'lesson.html') testLesson(() => browser, engine);
        else testGallery(() => browser);

        it('has no accessibility violation, wide or narrow, light or dark', async () => {
          await browser.evaluate(`void (0, eval)(${JSON.stringify(axe)})`);
          const schemes = engine === 'chromium' ? ['light', 'dark'] : ['light'];
          for (const width of engine === 'webkit' ? [1200] : [1200, 320]) {
            await browser.setSize(width, 900);
            for (const scheme of schemes) {
              const feature = { name: 'prefers-color-scheme', value: scheme };
              if (engine === 'chromium') await browser.page.emulateMediaFeatures([feature]);
              await browser.evaluate(wander); // what is out of view keeps its colours
              // There are training and diverged trainers, tags with a toolbar and without; now with all numbers too.
              await browser.evaluate(async () => {
                for (const { shadowRoot } of document.querySelectorAll('.live > [controls]')) {
                  shadowRoot.querySelector('details').open = true;
                }
                await new Promise((done) => setTimeout(done, 100));
              });
              const overflow = await browser.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
              assert.deepEqual(await browser.evaluate(violations), [], `${scheme}, ${width} px`);
            }
          }
        });
      });
    }
  }
});
